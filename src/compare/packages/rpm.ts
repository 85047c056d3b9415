import { entriesOf, type LayerContents } from '../../layer/layer-contents.ts';
import type { Digest } from '../../image/digest.ts';

/** rpm's databases where they have been: of SQLite, of Berkeley DB and rpm's own (rpmdb(8)). */
const DATABASE = /^\/(?:var\/lib|usr\/lib\/sysimage)\/rpm\/(?:rpmdb\.sqlite|Packages|Packages\.db)$/;

/**
 * Whether two images' layers, by their diffIDs, differ in rpm's database, as far as they were read. What is in it is
 * not read: that takes SQLite, which as WebAssembly (sql.js 1.17) is 0.75 MB.
 */
export function isRpmChanged(
  baseline: ReadonlySet<Digest>,
  head: ReadonlySet<Digest>,
  contents: LayerContents,
): boolean {
  const before = findDatabases(baseline, head, contents);
  const after = findDatabases(head, baseline, contents);
  return before.size !== after.size || [...before].some((database) => !after.has(database));
}

/** Each with the hash of its content, in layers that the other side has not. */
function findDatabases(side: ReadonlySet<Digest>, other: ReadonlySet<Digest>, contents: LayerContents): Set<string> {
  const databases = new Set<string>();
  for (const diffID of side) {
    if (other.has(diffID)) continue;
    for (const entry of entriesOf(contents, diffID) ?? []) {
      if (entry.kind === 'entry' && DATABASE.test(entry.path))
        databases.add(`${entry.contentHash ?? ''} ${entry.path}`);
    }
  }
  return databases;
}
