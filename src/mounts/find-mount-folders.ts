import { randomBytes } from 'node:crypto';
import { askDocker } from '../image/docker.ts';
import { runInBuilder, type BuilderContainer } from './builder-container.ts';
import { keyOfMount } from './mount-set.ts';
import type { CacheMount } from '../build/cache-mounts.ts';

/** Where a builder keeps a cache mount. */
export interface MountFolderPlace {
  readonly mount: CacheMount;
  /** Absolute, in the builder's container. */
  readonly folder: string;
  readonly isEmpty: boolean;
}

/** What an ID, an argument of `--mount`, may have in it to be written into a Dockerfile as it is. */
const PLAIN_ID = /^[\w.:@+~=-]*\/[\w./:@+~=-]{1,512}$/;

/** What a helper's build told. */
export interface FoundFolders {
  readonly places: readonly MountFolderPlace[];
  /** Once the helper's record has left the builder's history, or could not; never rejected. */
  readonly forgotten: Promise<unknown>;
}

/** Whether a mount can be asked for by a Dockerfile of ours; else it is left out, and said. */
export function canBeAskedFor({ id, begins }: CacheMount): boolean {
  return begins.kind !== 'content' && PLAIN_ID.test(id) && splitId(id)[1] !== '';
}

/**
 * Where the builder keeps each of some mounts, which are made where there are none. BuildKit tells of no such folder, so a
 * helper's build puts a file into each, by which it is found and which is taken away. The helper is made of the
 * container's own busybox, so nothing is pulled; its record leaves the builder's history. Throws `DOCKER_FAILED`.
 */
export async function findMountFolders(
  container: BuilderContainer,
  mounts: readonly CacheMount[],
): Promise<FoundFolders> {
  const places: MountFolderPlace[] = [];
  const forgotten: Promise<unknown>[] = [];
  const asked = mounts.filter(canBeAskedFor);
  // A build has one namespace; a builder may have seen several.
  for (const namespace of new Set(asked.map(({ id }) => splitId(id)[0]))) {
    const group = asked.filter(({ id }) => splitId(id)[0] === namespace);
    const mark = `.plimsoll-${randomBytes(8).toString('hex')}`;
    const output = await runInBuilder(container, SCRIPT, [mark, formatDockerfile(group, mark), namespace]);
    for (const line of output.split('\n')) {
      const build = /^build ([a-z0-9]{1,64})$/.exec(line)?.[1];
      if (build !== undefined) forgotten.push(forget(container, build));
      const [, place = '', used = '', folder = ''] = /^mount (\d+) ([01]) (\/.+)$/.exec(line) ?? [];
      const mount = group[Number(place)];
      if (folder !== '' && mount !== undefined) places.push({ mount, folder, isEmpty: used === '0' });
    }
  }
  return { places, forgotten: Promise.allSettled(forgotten) };
}

/** In a snapshot's folder, or in the folder that a mount with an owner has in it: `…/snapshots/7/fs/cache/.plimsoll-…`. */
const SCRIPT = `
set -e
mark=$1 dockerfile=$2 namespace=$3
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
mkdir "$context/bin" "$context/lib"
cp -L /bin/busybox "$context/bin/busybox"
for loader in /lib/ld-musl-*; do
  if [ -e "$loader" ]; then cp -L "$loader" "$context/lib/"; fi
done
printf '%s' "$dockerfile" > "$context/Dockerfile"
buildctl build --progress plain --frontend dockerfile.v0 --local "context=$context" --local "dockerfile=$context" \
  --opt "build-arg:BUILDKIT_CACHE_MOUNT_NS=$namespace" --ref-file "$context/ref" > "$context/log" 2>&1 ||
  { tail -c 400 "$context/log" >&2; exit 1; }
echo "build $(cat "$context/ref")"
find /var/lib/buildkit -maxdepth 7 -name "$mark-*" | while IFS= read -r found; do
  folder=\${found%/*}
  rm -f "$found"
  if [ -n "$(ls -A "$folder")" ]; then used=1; else used=0; fi
  echo "mount \${found##*-} $used $folder"
done
`;

function formatDockerfile(mounts: readonly CacheMount[], mark: string): string {
  const options = mounts.map(({ id, begins }, place) => {
    const owner =
      begins.kind === 'folder' ? `,uid=${begins.uid},gid=${begins.gid},mode=0${begins.mode.toString(8)}` : '';
    return `--mount=type=cache,id=${splitId(id)[1]},target=/mounts/${place}${owner}`;
  });
  const files = mounts.map((_, place) => `/mounts/${place}/${mark}-${place}`);
  return [
    'FROM scratch',
    'COPY bin /bin',
    'COPY lib /lib',
    `RUN ${options.join(' ')} ${JSON.stringify(['/bin/busybox', 'touch', ...files])}`,
    '',
  ].join('\n');
}

/** BuildKit joins namespace and ID by a slash, so any slash may part them. */
function splitId(id: string): [namespace: string, id: string] {
  const slash = id.indexOf('/');
  return [id.slice(0, slash), id.slice(slash + 1)];
}

/** Who asks for the last build of the builder means the user's. A Buildx that cannot forget tells of no build either. */
async function forget({ docker, builder }: BuilderContainer, build: string): Promise<void> {
  await askDocker(docker, ['buildx', 'history', 'rm', '--builder', builder, build], { maxBytes: 64 * 1024 });
}

/** Places by what tells their mounts apart. */
export function placeByKey(places: readonly MountFolderPlace[]): Map<string, MountFolderPlace> {
  return new Map(places.map((place) => [keyOfMount(place.mount), place]));
}
