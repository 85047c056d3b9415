import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { BUILDER_IMAGE, loadBuilderImage } from '../../lab/engine/builder-image.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { findBuild } from '../../src/build/find-build.ts';
import { readBuild } from '../../src/build/read-build.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { findBuilderContainer, runInBuilder, type BuilderContainer } from '../../src/mounts/builder-container.ts';
import { findEntrance } from '../../src/mounts/find-entrance.ts';
import { MOUNT_LIMITS } from '../../src/mounts/limits.ts';
import { LISTS } from '../../src/mounts/list-folders.ts';
import { restoreMounts } from '../../src/mounts/restore-mounts.ts';
import { saveMounts, type SavedMounts } from '../../src/mounts/save-mounts.ts';
import { fetchStoredSet, pushStoredSet, type StoredSet } from '../../src/mounts/stored-set.ts';
import type { CacheMountStep } from '../../src/build/cache-mounts.ts';
import type { Docker } from '../../src/image/docker.ts';
import type { MountEntry } from '../../src/mounts/mount-set.ts';

// The first start on a machine downloads packages and builds BuildKit.
jest.setTimeout(600_000);

const METADATA = v.object({ 'buildx.build.ref': v.string() });
const MOUNTS = [
  '--mount=type=cache,target=/root/.cache/go-build',
  '--mount=type=cache,id=owned,target=/owned,uid=1000,gid=1001,mode=0770,sharing=locked',
].join(' ');

/** A step that fills its mounts, one without, and one that begins with what a stage has. */
const FILL = `
FROM scratch AS tools
COPY busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-ec"]
FROM tools AS other
RUN /bin/busybox mkdir /seed; /bin/busybox touch /seed/x
FROM tools
ARG ROUND
COPY fill /fill
RUN ${MOUNTS} --mount=type=cache,id=seeded,target=/seeded,from=other,source=/seed /bin/busybox sh -e /fill $ROUND
RUN --mount=type=cache,id=second,target=/second echo kept > /second/file
`;

/** All that a file system tells of two mounts, and what is in them. */
const LIST = `
FROM scratch AS list
COPY busybox /bin/busybox
ARG NOW
COPY list /script
RUN ${MOUNTS} ["/bin/busybox", "sh", "-e", "/script"]
FROM scratch
COPY --from=list /list /
`;

const LIST_SCRIPT = `
b=/bin/busybox
cd /
for d in root/.cache/go-build owned; do
  $b find $d | $b sort | while IFS= read -r f; do
    $b stat -c '%n %A %u %g %h' "$f"
    # Of the mount itself the time is that of the last look into it.
    [ "$f" = $d ] || [ -L "$f" ] || $b stat -c '  %Y' "$f"
    if [ -L "$f" ]; then $b readlink "$f"; elif [ -f "$f" ]; then $b sha256sum < "$f"; fi
  done
done > /list
`;

const FILL_SCRIPT = `
PATH=/bin; b="busybox"
cd /root/.cache/go-build
$b mkdir -p 00/deep/er "names with blanks" ${'long-name/'.repeat(15)}x
$b dd if=/dev/urandom of=00/large bs=1024 count=9000 2>/dev/null
# A pack by itself.
$b truncate -s 40M 00/huge
for n in 1 2 3 4 5 6 7 8 9; do $b dd if=/dev/urandom of=00/deep/file$n bs=1000 count=$n 2>/dev/null; done
echo "of $1" > 00/deep/er/changes
echo tool > 00/tool; $b chmod 0755 00/tool
echo same > "names with blanks/ü 日本"; echo same > same
: > empty
$b ln 00/tool hard
$b ln -s /etc/passwd absolute; $b ln -s 00/tool relative; $b ln -s nowhere dangling
$b mkdir read-only; echo x > read-only/x; $b chmod 0444 read-only/x; $b chmod 0555 read-only
$b mkfifo pipe
$b chown -R 12345:3000000 00/deep
$b touch -d '2001-02-03 04:05:06' 00/deep/file1 "names with blanks" empty 00/deep
$b touch -h -d '2002-02-03 04:05:06' dangling
cd /owned
echo mine > mine; $b chmod 0600 mine; $b chown 1000:1001 mine
echo y > /seeded/y
`;

let folder: string;
let engine: Engine;
let registry: Registry;
let docker: Docker;
let client: RegistryClient;
let builders = 0;
const made: string[] = [];

const buildx = async (...args: string[]): Promise<string> =>
  await run(engine.docker, ['buildx', ...args], { env: engine.env });

/** As every run of a workflow has one. */
async function makeBuilder(): Promise<string> {
  builders += 1;
  const name = `cache-mounts-${process.pid}-${builders}`;
  await buildx('create', '--name', name, '--driver', 'docker-container', '--driver-opt', 'network=host');
  await buildx('inspect', '--bootstrap', name);
  made.push(name);
  return name;
}

async function build(builder: string, dockerfile: string, ...args: string[]): Promise<CacheMountStep[]> {
  const file = join(folder, 'metadata.json');
  await writeFile(join(folder, 'Dockerfile'), dockerfile.trimStart());
  await buildx('build', '--builder', builder, '--metadata-file', file, ...args, folder);
  const ref = v.parse(METADATA, JSON.parse(await readFile(file, 'utf8')))['buildx.build.ref'];
  const { cacheMounts } = await readBuild(docker, { builder, id: ref.split('/').at(-1) ?? '' });
  return [...cacheMounts];
}

async function list(builder: string): Promise<string[]> {
  const output = join(folder, 'output');
  await build(builder, LIST, '--build-arg', `NOW=${Date.now()}`, '--output', `type=local,dest=${output}`);
  return (await readFile(join(output, 'list'), 'utf8')).split('\n');
}

const reference = (tag: string): string => `${registry.host}/acme/api:cachemounts-api-${tag}-amd64`;

async function save(
  builder: string,
  steps: readonly CacheMountStep[],
  tag: string,
  enter = findBuilderContainer,
): Promise<SavedMounts> {
  const previous = await fetchStoredSet(client, [reference(tag)]);
  const container = await enter(docker, builder);
  return await saveMounts(container, client, { steps, previous, reference: reference(tag) });
}

async function fetchSet(tag: string): Promise<StoredSet> {
  const set = await fetchStoredSet(client, [reference(tag)]);
  if (set === null) throw new Error(`${tag} is not there`);
  return set;
}

async function restore(builder: string, set: StoredSet, enter = findBuilderContainer) {
  return await restoreMounts(await enter(docker, builder), client, set);
}

/** As where the engine is on another machine. */
async function throughDocker(of: Docker, builder: string): Promise<BuilderContainer> {
  const found = await findBuilderContainer(of, builder);
  return { ...found, entrance: { program: of, args: ['exec', '-i', found.container], isDirect: false } };
}

const ENTRANCES = [
  ['as it is found here', findBuilderContainer],
  ['through Docker', throughDocker],
] as const;

const uploads = () => registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD');

let first: string;
let firstSteps: CacheMountStep[];
let firstList: string[];
let firstSaved: SavedMounts;

beforeAll(async () => {
  const tools = await unpackTools(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-cache-mounts-'));
  await cp(tools.busybox, join(folder, 'busybox'));
  await writeFile(join(folder, 'fill'), FILL_SCRIPT);
  await writeFile(join(folder, 'list'), LIST_SCRIPT);
  engine = await startEngine();
  registry = await startRegistry();
  await loadBuilderImage(engine, () => undefined);
  docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  client = new RegistryClient({ env: engine.env });
  first = await makeBuilder();
  firstSteps = await build(first, FILL, '--build-arg', 'ROUND=1');
  firstList = await list(first);
  firstSaved = await save(first, firstSteps, 'main');
});

afterAll(async () => {
  client.close();
  for (const name of made) await buildx('rm', '--force', name);
  await registry.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  registry.forgetRequests();
});

test('the steps with mounts, as BuildKit recorded them: IDs, owners, and whether they ran', () => {
  expect(firstSteps).toEqual([
    {
      mounts: [
        { id: '/owned', begins: { kind: 'folder', uid: 1000, gid: 1001, mode: 0o770 } },
        { id: '//root/.cache/go-build', begins: { kind: 'empty' } },
        { id: '/seeded', begins: { kind: 'content' } },
      ],
      ran: true,
    },
    {
      mounts: [{ id: '/second', begins: { kind: 'empty' } }],
      ran: true,
    },
  ]);
});

test('what is left behind is said: a mount that begins with a stage, and a pipe', () => {
  expect(firstSaved).toMatchObject({ kind: 'saved', left: ['/seeded'], leftFiles: 1, isNew: true });
});

test('the helper is in no history: whoever asks for the last build means the user’s', async () => {
  const startedAtMs = Date.now();
  await save(first, firstSteps, 'main');
  expect(await findBuild(docker, { builder: first, startedAtMs, digest: null })).toMatchObject({ kind: 'none' });
});

describe('a second, new builder', () => {
  test.each(ENTRANCES)(
    'finds contents, modes, owners, links and times as they were, but for a pipe, %s',
    async (_, enter) => {
      const second = await makeBuilder();
      const restored = await restore(second, await fetchSet('main'), enter);
      expect(restored).toMatchObject({ restored: ['//root/.cache/go-build', '/owned', '/second'], kept: [] });
      const listed = await list(second);
      const pipe = firstList.findIndex((line) => line.startsWith('root/.cache/go-build/pipe '));
      expect(pipe).toBeGreaterThan(0);
      expect(listed).toEqual(firstList.filter((_, at) => at !== pipe && at !== pipe + 1));
      expect(listed.join('\n')).toMatch(/^owned drwxrwx--- 1000 1001/m);
    },
  );

  test('that has something in a mount keeps it', async () => {
    const second = await makeBuilder();
    const steps = await build(second, FILL, '--build-arg', 'ROUND=other');
    const before = await list(second);
    expect(await restore(second, await fetchSet('main'))).toMatchObject({ restored: [], files: 0 });
    expect(await list(second)).toEqual(before);
    expect(steps).toHaveLength(2);
  });
});

describe('what moves', () => {
  test.each(ENTRANCES)(
    'nothing where nothing changed, on the same builder and on one that was restored, %s',
    async (_, enter) => {
      const nothing = { kind: 'saved', readBytes: 0, newBytes: 0, isNew: false };
      expect(await save(first, firstSteps, 'main', enter)).toMatchObject(nothing);
      const second = await makeBuilder();
      await restore(second, await fetchSet('main'), enter);
      registry.forgetRequests();
      const steps = firstSteps.map((step) => ({ ...step, mounts: step.mounts.filter(({ id }) => id !== '/seeded') }));
      expect(await save(second, steps, 'main', enter)).toMatchObject(nothing);
      expect(uploads()).toEqual([]);
      // Without what the builder remembers all is read, to the same end.
      await runInBuilder(await findBuilderContainer(docker, second), `rm -r ${LISTS}`, []);
      const whole = await save(second, steps, 'main', enter);
      expect(whole).toMatchObject({ ...nothing, readBytes: expect.any(Number) });
      expect('readBytes' in whole && whole.readBytes).toBeGreaterThan(3_000_000);
    },
  );

  test('what changed, and the table, where a file did, and one whose size and time stay what they were', async () => {
    const second = await makeBuilder();
    const before = await fetchSet('main');
    await restore(second, before);
    const script = [
      'cd /root/.cache/go-build/00/deep; b=/bin/busybox',
      'echo new > er/changes; $b cp ../tool file1; $b truncate -s 1000 file1',
      "$b touch -d '2001-02-03 04:05:06' file1 .",
    ].join('; ');
    const command = JSON.stringify(['/bin/busybox', 'sh', '-ec', script]);
    const steps = await build(second, `FROM scratch\nCOPY busybox /bin/busybox\nRUN ${MOUNTS} ${command}\n`);
    const saved = await save(second, steps, 'main');
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    expect(saved.readBytes).toBe('new\n'.length + 1000);
    expect(saved.newBytes).toBeLessThan(5000);
    const find = ({ mounts }: StoredSet, path: string) =>
      mounts.flatMap(({ entries }) => entries).find((entry) => entry.path === path);
    const [was, is] = [find(before, '00/deep/file1'), find(await fetchSet('main'), '00/deep/file1')];
    expect(is).toMatchObject({
      kind: 'file',
      size: 1000,
      mtime: 981173106,
      sha256: expect.not.stringMatching(shaOf(was)),
    });
    expect(saved.storedBytes).toBeGreaterThan(3_000_000);
    // The mount of the step that this Dockerfile does not have is gone.
    expect((await fetchSet('main')).mounts.map(({ mount }) => mount.id)).toEqual(['//root/.cache/go-build', '/owned']);
  });

  test('a mount whose step came from the cache stays as it was kept', async () => {
    await save(first, firstSteps, 'cached');
    const before = await fetchSet('cached');
    const steps = firstSteps.map((step) => ({ ...step, ran: step.mounts[0]?.id === '/second' }));
    expect(await save(await makeBuilder(), [{ mounts: [], ran: false }], 'cached')).toEqual({
      kind: 'unused',
    });
    const saved = await save(first, steps, 'cached');
    expect(saved).toMatchObject({ kind: 'saved', saved: ['/second'] });
    expect((await fetchSet('cached')).mounts).toEqual(before.mounts);
  });
});

const shaOf = (entry: MountEntry | undefined): string => (entry?.kind === 'file' ? entry.sha256 : 'none');

test('a builder of another driver is refused, and told why', async () => {
  const refused = { code: 'DOCKER_FAILED', message: expect.stringContaining('runs under the driver docker: ') };
  await expect(findBuilderContainer(docker, 'default')).rejects.toMatchObject(refused);
});

test('a builder of several nodes is refused, and told why', async () => {
  const name = `cache-mounts-nodes-${process.pid}`;
  const socket = join(folder, 'docker.sock');
  await symlink(new URL(engine.host).pathname, socket);
  await buildx('create', '--name', name, '--driver', 'docker-container', engine.host);
  made.push(name);
  await buildx('create', '--append', '--name', name, `unix://${socket}`);
  const refused = { code: 'DOCKER_FAILED', message: expect.stringContaining(`the builder ${name} has 2 nodes: `) };
  await expect(findBuilderContainer(docker, name)).rejects.toMatchObject(refused);
  await expect(findBuilderContainer(await withoutStore(), name)).rejects.toMatchObject(refused);
});

test('a builder is found by what Buildx tells, where what it keeps is not to be read', async () => {
  const { container } = await findBuilderContainer(docker, first);
  expect((await findBuilderContainer(await withoutStore(), first)).container).toBe(container);
});

/** Docker, with what Buildx keeps where only Docker finds it. */
async function withoutStore(): Promise<Docker> {
  const path = join(folder, 'without-store');
  await writeFile(path, `#!/bin/sh\nunset BUILDX_CONFIG\nexec '${engine.docker}' "$@"\n`, { mode: 0o755 });
  return { path, env: { ...docker.env, BUILDX_CONFIG: join(folder, 'no-store') } };
}

describe('the way into a container', () => {
  const FIND = 'ls /tmp | grep plimsoll- | grep -v cache-mounts || echo none';
  let containers = 0;

  async function start(...args: string[]): Promise<string> {
    containers += 1;
    const name = `cache-mounts-entrance-${process.pid}-${containers}`;
    const call = ['run', '--detach', '--rm', '--name', name, ...args, '--entrypoint', 'sleep', BUILDER_IMAGE, '600'];
    await run(engine.docker, call, { env: engine.env });
    return name;
  }

  async function stop(name: string): Promise<string> {
    const left = await run(engine.docker, ['exec', name, 'sh', '-c', FIND], { env: engine.env });
    await run(engine.docker, ['rm', '--force', name], { env: engine.env });
    return left.trim();
  }

  test('leads past an engine that is on this machine', async () => {
    const { container, entrance } = await findBuilderContainer(docker, first);
    const isHere = engine.isOwn || process.env['RUNNER_ENVIRONMENT'] === 'github-hosted';
    expect(entrance.args.includes('nsenter') || !isHere).toBe(true);
    expect((await run(engine.docker, ['exec', container, 'sh', '-c', FIND], { env: engine.env })).trim()).toBe('none');
  });

  test('leads through Docker where a mark cannot be made, and where it is not seen: nothing of another process is run', async () => {
    const through = (name: string) => ['exec', '-i', name];
    const user = await start('--user', '1000:1000');
    expect((await findEntrance(docker, user)).args).toEqual(through(user));
    expect(await stop(user)).toBe('none');

    // As where the engine is on another machine: the number is one of a process here, which is another.
    const [far, near] = [await start(), await start()];
    const path = join(folder, 'far');
    const script = `#!/bin/sh\n[ "$1" != container ] || set -- container inspect --format '{{.State.Pid}}' ${near}\n`;
    await writeFile(path, `${script}exec '${engine.docker}' "$@"\n`, { mode: 0o755 });
    expect((await findEntrance({ ...docker, path }, far)).args).toEqual(through(far));
    expect([await stop(far), await stop(near)]).toEqual(['none', 'none']);
  });
});

test('a mount beyond the limits is left, and those beside it are kept', async () => {
  const second = await makeBuilder();
  const mounts = ['large', 'many', 'small'].map((id) => `--mount=type=cache,id=${id},target=/${id}`).join(' ');
  const script = [
    'b=/bin/busybox',
    // Together more than 4 GB, of which there is nothing on the disk.
    'for n in 1 2 3 4 5 6 7 8 9; do $b truncate -s 500M /large/$n; done',
    'cd /many; $b mkdir 0; for n in $($b seq 1000); do : > 0/$n; done; for n in $($b seq 300); do $b cp -al 0 $n; done',
    'echo kept > /small/file; $b truncate -s 513M /small/huge',
  ].join('; ');
  const command = JSON.stringify(['/bin/busybox', 'sh', '-ec', script]);
  const steps = await build(second, `FROM scratch\nCOPY busybox /bin/busybox\nRUN ${mounts} ${command}\n`);
  const saved = await save(second, steps, 'limits');
  expect(saved).toMatchObject({
    ...{ kind: 'saved', saved: ['/small'], left: ['/large', '/many'], leftFiles: 1 },
    ...{ files: 1, readBytes: 'kept\n'.length },
  });
  expect((await fetchSet('limits')).mounts.map(({ mount }) => mount.id)).toEqual(['/small']);
});

describe('an artifact that is not as it should be', () => {
  test('that is not there is a quiet first run', async () => {
    expect(await fetchStoredSet(client, [reference('none'), reference('neither')])).toBeNull();
  });

  test.each(ENTRANCES)(
    'of which a pack is another, or that takes too long, leaves the mounts empty, %s',
    async (_, enter) => {
      await save(first, firstSteps, 'broken');
      const set = await fetchSet('broken');
      const packs = set.packs.map((pack) => ({ ...pack, contentBytes: pack.contentBytes + 1 }));
      const second = await makeBuilder();
      await expect(restore(second, { ...set, packs }, enter)).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
      const times = [0];
      const late = () => times.pop() ?? MOUNT_LIMITS.totalMs + 1;
      const container = await enter(docker, second);
      await expect(restoreMounts(container, client, set, late)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
      const listed = await list(second);
      expect(listed.filter((line) => line.startsWith('root') || line.startsWith('owned'))).toHaveLength(2);
    },
  );

  test.each<[string, (set: StoredSet) => StoredSet['mounts'][number]['entries']]>([
    ['leads out of the mount', () => [file('../../../../../../../tmp/escaped')]],
    ['is absolute', () => [file('/tmp/escaped')]],
    ['is written through a link', () => [{ ...ROOT, kind: 'symlink', path: 'a', target: '/tmp' }, file('a/escaped')]],
    ['lies beyond its pack', () => [{ ...file('a'), place: { pack: 0, offset: 2 ** 40 } }]],
    ['is a bomb', () => Array.from({ length: 5000 }, (_, at) => ({ ...file(`f${at}`), size: 1_000_000 }))],
    ['links to what is outside', () => [{ kind: 'hardlink', path: 'a', target: '../../etc/passwd' }]],
  ])('that %s is refused', async (_, entries) => {
    const set = await fetchSet('main');
    const mount = { id: '//root/.cache/go-build', begins: { kind: 'empty' } } as const;
    const hostile = { packs: set.packs, mounts: [{ mount, entries: [ROOT, ...entries(set)] }] };
    await pushStoredSet(client, reference('hostile'), hostile, null);
    await expect(fetchSet('hostile')).rejects.toMatchObject({
      code: expect.stringMatching(/IMAGE_INVALID|LIMIT_EXCEEDED/),
    });
  });
});

const ROOT = { kind: 'directory', path: '', mode: 0o755, uid: 0, gid: 0, mtime: 0 } as const;

function file(path: string) {
  return { ...ROOT, kind: 'file', path, size: 1, sha256: '0'.repeat(64), place: { pack: 0, offset: 0 } } as const;
}
