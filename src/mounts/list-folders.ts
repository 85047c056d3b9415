import { randomBytes } from 'node:crypto';
import { runInBuilder, type BuilderContainer } from './builder-container.ts';
import { MOUNT_LIMITS } from './limits.ts';

/** What is in folders of a builder's container, as `stat` tells. */
export interface FolderLists {
  /** What the container has it under, until others are listed (`rememberSet`). */
  readonly name: string;
  /** In the order in which they were asked for. */
  readonly folders: readonly FolderList[];
}

export interface FolderList {
  /** Each after the folder that it is in, the folder itself, whose path is '', before all; none where it is not there. */
  readonly entries: readonly ListedEntry[];
  /** False where there is more in it than is carried. */
  readonly isWhole: boolean;
}

export interface ListedEntry {
  /** With U+FFFD for bytes that are not UTF-8. Untrusted text. */
  readonly path: string;
  readonly type: 'directory' | 'file' | 'symlink' | 'other';
  /** Without the type. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Unix seconds, from 0. */
  readonly mtime: number;
  readonly inode: string;
  /**
   * When anything of it last changed, which no program can set, to the nanosecond; `null`: known to the second only, in
   * which it may have changed again.
   */
  readonly changed: string | null;
}

/** Where a builder's container keeps what was listed. */
export const LISTS = '/tmp/plimsoll-cache-mounts';

/** Side by side. The name comes before each entry: it is of chance, so that no file's name has it. */
const SCRIPT = `
name=$1 most=$2
shift 2
umask 077
mkdir -p ${LISTS}
list() {
  echo "$name folder"
  if cd "$1" 2>/dev/null; then
    find . -exec stat -c "$name %f %u %g %s %Y %i %z %n" {} + | head -n "$most"
  fi
}
place=0
for folder; do
  place=$((place + 1))
  list "$folder" > ${LISTS}/$name.$place &
done
wait
place=0
for folder; do
  place=$((place + 1))
  cat ${LISTS}/$name.$place
  rm ${LISTS}/$name.$place
done`;

/** Lists folders, and leaves that in the container too. Throws `DOCKER_FAILED`, `LIMIT_EXCEEDED`. */
export async function listFolders(container: BuilderContainer, folders: readonly string[]): Promise<FolderLists> {
  const { name, args } = nameLists(folders);
  const text = await runInBuilder(container, `${SCRIPT} | tee "${LISTS}/$name"`, args, MOUNT_LIMITS.listBytes);
  return { name, folders: parseLists(text, name) };
}

/** Lists folders only for the container to have it; the name of the lists. Throws `DOCKER_FAILED`. */
export async function keepLists(container: BuilderContainer, folders: readonly string[]): Promise<string> {
  const { name, args } = nameLists(folders);
  await runInBuilder(container, `${SCRIPT} > "${LISTS}/$name"`, args);
  return name;
}

function nameLists(folders: readonly string[]): { name: string; args: string[] } {
  const name = randomBytes(12).toString('hex');
  return { name, args: [name, String(MOUNT_LIMITS.entries + 1), ...folders] };
}

/** `name`: what the lists were written with. Entries that are no line of `stat` are left out. */
export function parseLists(text: string, name: string): FolderList[] {
  const lists: ListedEntry[][] = [];
  for (const record of `\n${text.replace(/\n$/, '')}`.split(`\n${name} `)) {
    if (record === 'folder') lists.push([]);
    const entry = parseEntry(record);
    if (entry !== null) lists.at(-1)?.push(entry);
  }
  return lists.map((entries) => ({ entries, isWhole: entries.length <= MOUNT_LIMITS.entries }));
}

/** An archive's field of seconds takes no more. */
const LATEST = 8 ** 11 - 1;
const FORM = /^([0-9a-f]{1,8}) (\d+) (\d+) (\d+) (-?\d+) (\d+) (\d[\d-]* [\d:.]+ [+-]\d{4}) \.(?:\/([^]*))?$/;
const TYPES: Readonly<Record<number, ListedEntry['type']>> = {
  0o04: 'directory',
  0o10: 'file',
  0o12: 'symlink',
};

function parseEntry(record: string): ListedEntry | null {
  const [, raw = '', uid, gid, size, mtime, inode = '', changed = '', path = ''] = FORM.exec(record) ?? [];
  if (inode === '') return null;
  const mode = Number.parseInt(raw, 16);
  return {
    ...{ path, type: TYPES[mode >> 12] ?? 'other', mode: mode & 0o7777 },
    ...{ uid: Number(uid), gid: Number(gid), size: Number(size) },
    mtime: Math.min(LATEST, Math.max(0, Number(mtime))),
    inode,
    // Older programs write zeros for what they do not know.
    changed: /\.(?!0{9})\d{9} /.test(changed) ? changed : null,
  };
}
