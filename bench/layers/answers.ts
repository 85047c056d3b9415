import * as v from 'valibot';

const FILE = v.object({ path: v.string() });
const INSPECTION = v.object({ platforms: v.tuple([v.object({ files: v.array(FILE) })]) });
const COMPARISON = v.object({
  platforms: v.tuple([
    v.object({
      files: v.object({
        added: v.array(FILE),
        removed: v.array(FILE),
        changed: v.array(FILE),
        truncated: v.literal(false),
      }),
    }),
  ]),
});

/** Paths, of `inspect --files --json`. */
export function readInspection(text: string): string[] {
  const [{ files }] = v.parse(INSPECTION, JSON.parse(text)).platforms;
  return files.map(({ path }) => path.slice(1)).filter((path) => path !== '');
}

/** The same of `tar --list`. */
export function readTarList(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\.\/|\/$/g, ''))
    .filter((path) => path !== '');
}

/** Paths that differ, of `compare --json`. */
export function readComparison(text: string): string[] {
  const [{ files }] = v.parse(COMPARISON, JSON.parse(text)).platforms;
  return [...files.added, ...files.removed, ...files.changed].map(({ path }) => path.slice(1));
}

/** The same of `diff` of two mtree lists. */
export function readDiff(text: string): string[] {
  return text.split('\n').flatMap((line) => /^[<>] \.\/(\S+)/.exec(line)?.[1] ?? []);
}
