import * as v from 'valibot';
import { anyOf } from './any-of.ts';
import { NPM_DEVELOPMENT } from './text-marks.ts';

/** Gives of a file's text what tells of packages, and no more. */
type Reduce = (text: string) => string | null;

const KINDS: readonly (readonly [path: RegExp, reduce: Reduce])[] = [
  [/\/node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/, keepNpmVersion],
  [/\/node_modules\/\.package-lock\.json$/, keepNpmDevelopment],
  [/\.(?:dist-info\/METADATA|egg-info\/PKG-INFO)$/, (text) => keepFields(readHeader(text), ['Name', 'Version'])],
  [/\.dist-info\/RECORD$/, (text) => mapLines(text, readCell)],
  [/\.egg-info\/installed-files\.txt$/, (text) => text],
  [/^\/var\/lib\/dpkg\/(?:diversions|info\/[^/]+\.list)$/, (text) => text],
  [/^\/var\/lib\/dpkg\/status\.d\/[^/]+\.md5sums$/, (text) => mapLines(text, (line) => line.replace(/^\S+\s+/, ''))],
  [/^\/var\/lib\/dpkg\/(?:status|status\.d\/[^/]+)$/, keepDebianFields],
  [/^\/(?:usr\/)?lib\/apk\/db\/installed$/, keepAlpineFields],
];

const SYSTEM: typeof KINDS = [
  [/^\/(?:etc|usr\/lib)\/os-release$/, keepRelease],
  [/^\/etc\/passwd$/, keepUsers],
];

const ANY = anyOf([...KINDS, ...SYSTEM].map(([path]) => path));

/**
 * What to keep of a file that tells of packages: lists of Debian's and Alpine's, and what npm and Python keep with each;
 * and of the system around them. `null` for any other file.
 */
export function reducePackageData(path: string): Reduce | null {
  if (!ANY.test(path)) return null;
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? reduceSystemData(path);
}

/** What to keep of a file that tells of the system itself, its release and its users; `null` for any other file. */
export function reduceSystemData(path: string): Reduce | null {
  return SYSTEM.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

function keepNpmVersion(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('version' in value)) return null;
    return typeof value.version === 'string' ? JSON.stringify({ version: value.version }) : null;
  } catch {
    return null;
  }
}

/** Of the list that npm keeps of what it installed: those that a production install leaves out. */
function keepNpmDevelopment(text: string): string | null {
  try {
    const parsed = v.safeParse(NpmLock, JSON.parse(text));
    if (!parsed.success) return null;
    const folders = Object.entries(parsed.output.packages).flatMap(([folder, { dev }]) =>
      dev === true ? [folder] : [],
    );
    return folders.length === 0 ? null : NPM_DEVELOPMENT + folders.join('\n');
  } catch {
    return null;
  }
}

const NpmLock = v.object({ packages: v.record(v.string(), v.object({ dev: v.optional(v.boolean()) })) });

/** What follows it, a description, may have anything in it. */
function readHeader(text: string): string {
  return text.split(/\r?\n\r?\n/, 1)[0] ?? '';
}

const DEBIAN_FIELDS = [
  ...['Package', 'Status', 'Architecture', 'Version'],
  ...['Provides', 'Depends', 'Pre-Depends', 'Recommends'],
];

function keepDebianFields(text: string): string {
  const paragraphs = text.split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => keepFields(paragraph, DEBIAN_FIELDS))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function keepFields(paragraph: string, names: readonly string[]): string {
  return paragraph
    .split(/\r?\n/)
    .filter((line) => names.some((name) => line.startsWith(`${name}:`)))
    .join('\n');
}

/** Name, version, folders and the files in them. */
function keepAlpineFields(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() === '' || /^[PVFR]:/.test(line))
    .join('\n');
}

function keepRelease(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => /^(?:ID|VERSION_ID|PRETTY_NAME)=/.test(line))
    .map((line) => line.slice(0, MOST_OF_A_LINE))
    .join('\n');
}

const MOST_OF_A_LINE = 200;
const MOST_USERS = 1000;

/** Names and numbers. */
function keepUsers(text: string): string {
  const users = text
    .split(/\r?\n/)
    .flatMap((line) => /^([^:]{1,64}):[^:]*:(\d{1,10}):/.exec(line)?.slice(1).join(':') ?? []);
  return users.slice(0, MOST_USERS).join('\n');
}

function mapLines(text: string, keep: (line: string) => string): string {
  return text.split(/\r?\n/).map(keep).join('\n');
}

/** The first cell of a line of CSV. */
function readCell(line: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(line)?.[1];
  return quoted === undefined ? (line.split(',', 1)[0] ?? '') : quoted.replaceAll('""', '"');
}
