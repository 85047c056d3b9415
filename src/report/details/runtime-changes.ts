import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { PlatformComparison } from '../../compare/comparison.ts';
import type { Family, Runtime } from '../../compare/runtime/runtime.ts';

const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  scratch: 'scratch',
  'distroless-static': 'distroless/static',
  'distroless-base': 'distroless/base',
  'distroless-cc': 'distroless/cc',
  'distroless-java': 'distroless/java',
  'distroless-python3': 'distroless/python3',
  'distroless-nodejs': 'distroless/nodejs',
  alpine: 'Alpine',
  'debian-slim': 'Debian slim',
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  ubi: 'Red Hat UBI',
  wolfi: 'Wolfi',
  busybox: 'busybox',
};

export function nameFamily(family: Family): Text {
  return say`${FAMILY_NAMES[family]}`;
}

/** What became of what is around the program, a sentence; where platforms differ, one each. What is not known of both sides is not told. */
export function tellRuntimeChanges(platforms: readonly PlatformComparison[]): Text[] {
  const told = platforms.flatMap(({ platform, status, runtime: { baseline, head } }) => {
    if (status !== 'compared' || baseline === null || head === null) return [];
    return [{ platform, changes: listChanges(baseline, head) }];
  });
  const [first, ...others] = told;
  if (first === undefined) return [];
  const isOne = others.every(({ changes }) => JSON.stringify(changes) === JSON.stringify(first.changes));
  if (isOne) return first.changes.length === 0 ? [] : [say`The image ${joinPhrases(first.changes)}.`];
  return told.flatMap(({ platform, changes }) =>
    changes.length === 0 ? [] : [say`On ${code(platform)} the image ${joinPhrases(changes)}.`],
  );
}

function joinPhrases(phrases: readonly Text[]): Text {
  const last = phrases.at(-1) ?? say``;
  return phrases.length < 2 ? last : say`${joinTexts(phrases.slice(0, -1), ', ')} and ${last}`;
}

function listChanges(before: Runtime, after: Runtime): Text[] {
  return [
    ...tellFamily(before.family, after.family),
    ...tellUser(before.user, after.user),
    ...tellNames(before.shells, after.shells, say`a shell`),
    ...tellNames(before.packageManagers, after.packageManagers, say`a package manager`),
    ...tellLibc(before.libc, after.libc),
    ...tellWhether(before.certificates, after.certificates, say`CA certificates`),
    ...tellWhether(before.timeZones, after.timeZones, say`time zones`),
    ...tellLanguages(before.languages, after.languages),
  ];
}

function tellFamily(before: Family | null, after: Family | null): Text[] {
  if (before === null || after === null || before === after) return [];
  return [say`is now ${nameFamily(after)} and was ${nameFamily(before)}`];
}

function tellUser(before: Runtime['user'], after: Runtime['user']): Text[] {
  if (before.isRoot === null || after.isRoot === null || before.isRoot === after.isRoot) return [];
  return [after.isRoot ? say`now runs as root` : say`no longer runs as root`];
}

/** That there is one at all is told, or that there is none any more; which ones there are is in the details. */
function tellNames(before: readonly string[] | null, after: readonly string[] | null, what: Text): Text[] {
  if (before === null || after === null || before.length > 0 === after.length > 0) return [];
  if (after.length === 0) return [say`no longer has ${what}`];
  return [say`now has ${what} (${nameAll(after)})`];
}

function tellLibc(before: Runtime['libc'], after: Runtime['libc']): Text[] {
  if (before === null || after === null || before === after) return [];
  if (after === 'none') return [say`no longer has a libc`];
  return [before === 'none' ? say`now has a libc (${after})` : say`now has ${after} as its libc instead of ${before}`];
}

function tellWhether(before: boolean | null, after: boolean | null, what: Text): Text[] {
  if (before === null || after === null || before === after) return [];
  return [after ? say`now has ${what}` : say`no longer has ${what}`];
}

function tellLanguages(before: readonly string[] | null, after: readonly string[] | null): Text[] {
  if (before === null || after === null) return [];
  const come = after.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !after.includes(name));
  return [
    ...(come.length > 0 ? [say`now has ${nameAll(come)}`] : []),
    ...(gone.length > 0 ? [say`no longer has ${nameAll(gone)}`] : []),
  ];
}

function nameAll(names: readonly string[]): Text {
  return joinTexts(
    names.slice(0, MOST_NAMES).map((name) => code(name, LONGEST_NAME)),
    ', ',
  );
}

const MOST_NAMES = 6;
const LONGEST_NAME = 40;

/** Rows of a table or lines of a list: what is around a program, as far as it is known. */
export function listRuntime({ family, distribution, ...runtime }: Runtime): (readonly [what: string, value: Text])[] {
  const { libc, user } = runtime;
  const release = distribution === null ? null : code(distribution.name ?? distribution.id, LONGEST_RELEASE);
  const kind =
    family === null ? release : release === null ? nameFamily(family) : say`${nameFamily(family)}, ${release}`;
  const rows: (readonly [string, Text | null])[] = [
    ['family', kind],
    ['user', nameUser(user)],
    ['libc', libc === null ? null : say`${libc}`],
    ['shell', nameList(runtime.shells)],
    ['package manager', nameList(runtime.packageManagers)],
    ['CA certificates', nameWhether(runtime.certificates)],
    ['time zones', nameWhether(runtime.timeZones)],
    ['/etc/passwd', nameWhether(runtime.passwd)],
    ['language', nameList(runtime.languages)],
  ];
  return rows.flatMap(([what, value]) => (value === null ? [] : [[what, value]]));
}

const LONGEST_RELEASE = 60;

function nameUser({ name, uid, isRoot }: Runtime['user']): Text | null {
  if (name === '' && uid === null) return null;
  if (isRoot === true) return name === 'root' ? say`root` : say`${code(name, LONGEST_NAME)}, which is root`;
  return uid === null || String(uid) === name ? code(name, LONGEST_NAME) : say`${code(name, LONGEST_NAME)} (${uid})`;
}

function nameList(names: readonly string[] | null): Text | null {
  if (names === null) return null;
  return names.length === 0 ? say`none` : nameAll(names);
}

function nameWhether(is: boolean | null): Text | null {
  return is === null ? null : is ? say`yes` : say`none`;
}
