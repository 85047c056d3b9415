import { findState } from '../root-tree.ts';
import { readFileLists } from './file-lists.ts';
import type { InstalledPackage } from './package-data.ts';
import type { ReadRoot } from '../read-root.ts';
import type { RootFile } from '../../layer/root-node.ts';

/** Where rpm's database has been, the newest place first; the old one is a link to it then (rpmdb(8)). */
const FOLDERS = ['/usr/lib/sysimage/rpm', '/usr/share/rpm', '/var/lib/rpm'] as const;
/** Of SQLite, rpm's own and of Berkeley DB: one that was converted may have left the older behind. */
const NAMES = ['rpmdb.sqlite', 'Packages.db', 'Packages'] as const;

export type RpmDatabase =
  /** `isKnown`: whether every layer was read, that may have one. */
  | { readonly kind: 'none'; readonly isKnown: boolean }
  | { readonly kind: 'read'; readonly content: string; readonly packages: readonly InstalledPackage[] }
  /** It is damaged, too large, in the midst of a change, or in an index that an earlier version wrote. */
  | { readonly kind: 'unread'; readonly content: string };

/** rpm's database in a root file system; `content` is equal where it is. */
export function findRpmDatabase({ root, isWhole, texts }: Pick<ReadRoot, 'root' | 'isWhole' | 'texts'>): RpmDatabase {
  const find = (path: string): RootFile | null => {
    const state = findState(root, path);
    return typeof state === 'object' && state.type === 'file' ? state : null;
  };
  for (const folder of FOLDERS) {
    for (const name of NAMES) {
      const path = `${folder}/${name}`;
      const file = find(path);
      if (file === null) continue;
      const text = texts.get(path);
      // What SQLite has not yet put into its database: rpm empties it when it ends.
      const log = find(`${path}-wal`);
      const isWritten = log === null || log.size === 0;
      const content = `${file.contentHash ?? ''} ${isWritten ? '' : (log.contentHash ?? '')}`;
      if (text === undefined || !isWritten) return { kind: 'unread', content };
      return { kind: 'read', content, packages: readFileLists(text, 'rpm') };
    }
  }
  return { kind: 'none', isKnown: isWhole };
}

/** Whether it may be that rpm's packages changed, and nobody can tell how. */
export function isRpmUnread(before: RpmDatabase, after: RpmDatabase): boolean {
  if (before.kind !== 'unread' && after.kind !== 'unread') return false;
  return contentOf(before) !== contentOf(after);
}

function contentOf(database: RpmDatabase): string | null {
  return database.kind === 'none' ? null : database.content;
}
