import { JAVA_ARCHIVE } from '../../layer/packages/text-marks.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';

interface Identity {
  readonly name: string;
  readonly version: string;
}

/** Java archives, and those within them, as Spring Boot and web applications carry theirs: these take their own bytes of it. */
export function readJava(texts: PackageTexts): InstalledPackage[] {
  return [...texts].flatMap(([path, text]): InstalledPackage[] => {
    if (!text.startsWith(JAVA_ARCHIVE)) return [];
    const lines = text
      .slice(JAVA_ARCHIVE.length)
      .split('\n')
      .map((line) => line.split('\t'));
    const within = lines.flatMap(([kind, inner = '', bytes = '']): InstalledPackage[] => {
      const identity = kind === 'archive' ? parseName(inner) : null;
      if (identity === null) return [];
      return [{ type: 'java', ...identity, files: { kind: 'within', path, bytes: Number(bytes) } }];
    });
    const own = identify(path, lines);
    return own === null ? within : [...within, { type: 'java', ...own, files: { kind: 'listed', paths: [path] } }];
  });
}

/** By Maven's coordinates, else by its file's name, else by its manifest. */
function identify(path: string, lines: readonly (readonly string[])[]): Identity | null {
  const stem = stemOf(path);
  const named = parseName(path);
  const [, title = '', stated = ''] = lines.find(([kind]) => kind === 'manifest') ?? [];
  // An archive that took others in has theirs too.
  const poms = lines.filter(([kind]) => kind === 'pom');
  const matching = poms
    .filter(([, , artifact = '']) => stem === artifact || stem.startsWith(`${artifact}-`))
    .sort(([, , one = ''], [, , other = '']) => other.length - one.length);
  const only = poms.length === 1 && stated === (poms[0]?.[3] ?? '') ? poms : [];
  const [, group = '', artifact = '', version = ''] = matching[0] ?? only[0] ?? [];
  if (artifact !== '') {
    const known = version || named?.version || stated;
    return known === '' ? null : { name: `${group}:${artifact}`, version: known };
  }
  if (named !== null) return named;
  return stated === '' ? null : { name: title || stem, version: stated };
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** `lib/log4j-1.2-api-2.20.0.jar` -> log4j-1.2-api, 2.20.0 */
function parseName(path: string): Identity | null {
  const [, name, version] = SNAPSHOT.exec(stemOf(path)) ?? NAME.exec(stemOf(path)) ?? [];
  return name === undefined || version === undefined ? null : { name, version };
}

const SNAPSHOT = /^(.+)-(\d[^-]*-\d{8}\.\d{6}-\d+)$/;
/** The version begins at the last number after a dash, but for `1.0-beta-2`. */
const NAME = /^(.+)(?<!-(?:alpha|beta|rc|cr|m|pr))-(\d.*)$/i;
