import * as v from 'valibot';
import { parseJson } from '../image/parse-json.ts';
import { runInBuilder, type BuilderContainer } from './builder-container.ts';
import { LISTS, parseLists, type FolderList } from './list-folders.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { keyOfMount } from './mount-set.ts';
import type { CacheMount } from '../build/cache-mounts.ts';
import type { Digest } from '../image/digest.ts';

/** Where mounts of a builder are, and what was in them when a set was put into them, or made of them. */
export interface KnownSet {
  /** Of the set's manifest. */
  readonly digest: string;
  /** By `keyOfMount`. */
  readonly mounts: ReadonlyMap<string, KnownMount>;
}

export interface KnownMount {
  readonly folder: string;
  readonly list: FolderList;
}

const HEADER = `${LISTS}/known`;

const HeaderSchema = v.object({
  digest: v.string(),
  name: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/)),
  mounts: v.array(v.object({ key: v.string(), folder: v.string() })),
});

/** Tells the builder's container what `recallSet` is to give; `name`: of the lists of the mounts, in their order. Throws `DOCKER_FAILED`. */
export async function rememberSet(
  container: BuilderContainer,
  digest: Digest,
  mounts: readonly { readonly mount: CacheMount; readonly folder: string }[],
  name: string,
): Promise<void> {
  const header: v.InferOutput<typeof HeaderSchema> = {
    ...{ digest, name },
    mounts: mounts.map(({ mount, folder }) => ({ key: keyOfMount(mount), folder })),
  };
  await runInBuilder(container, REMEMBER, [name, JSON.stringify(header)]);
}

/** Of the lists only that one stays. */
const REMEMBER = `
set -e
cd ${LISTS}
printf '%s' "$2" > known.new
mv known.new known
for list in *; do
  case $list in known|"$1") ;; *) rm -f "$list" ;; esac
done
`;

/** `null` where the container knows none: then all is read. */
export async function recallSet(container: BuilderContainer): Promise<KnownSet | null> {
  try {
    const header = await runInBuilder(container, `cat ${HEADER}`, []);
    const { digest, name, mounts } = parseJson(Buffer.from(header), HeaderSchema, HEADER);
    const text = await runInBuilder(container, `cat "${LISTS}/$1"`, [name], MOUNT_LIMITS.listBytes);
    const lists = parseLists(text, name);
    const known = mounts.flatMap(({ key, folder }, at): [string, KnownMount][] => {
      const list = lists[at];
      return list === undefined || list.entries.length === 0 ? [] : [[key, { folder, list }]];
    });
    return { digest, mounts: new Map(known) };
  } catch {
    return null;
  }
}
