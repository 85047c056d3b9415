import { fork } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as v from 'valibot';
import { startBaseImages } from '../lab/bases/base-images.ts';
import { loadBuilderImage } from '../lab/engine/builder-image.ts';
import { startEngine } from '../lab/engine/engine.ts';
import { startRegistry } from '../lab/registry/registry.ts';
import { run } from '../lab/machine/run.ts';
import { RegistryClient } from '../src/image/registry/registry-client.ts';
import { findBuilderContainer } from '../src/mounts/builder-container.ts';
import { saveMounts } from '../src/mounts/save-mounts.ts';
import { fetchStoredSet } from '../src/mounts/stored-set.ts';
import type { CacheMount } from '../src/build/cache-mounts.ts';
import { openDance } from './cache-dance.ts';
import type { MountsToRestore } from './restore-mounts.ts';
import type { Row } from './row.ts';

/** As a Go service's two caches: 467 MB, as the dance was timed with (facts/buildkit.md). */
const FOLDERS = [
  { id: '/root/.cache/go-build', files: 4000, bytes: 233_000_000 },
  { id: '/go/pkg/mod', files: 16_000, bytes: 234_000_000 },
] as const;

const FILL = `
FROM busybox
ARG ROUND
RUN ${FOLDERS.map(({ id }) => `--mount=type=cache,target=${id}`).join(' ')} --mount=type=bind,target=/in \
  for id in ${FOLDERS.map(({ id }) => id).join(' ')}; do cp -a /in$id/. $id/; done
`;

/**
 * What `RUN --mount=type=cache` left, out of a builder and into a new one: ours, registry and compression included, beside
 * what users of buildkit-cache-dance 3 wait for: a mount at a time out to a folder or in from it (its
 * `src/extract-cache.ts` and `src/inject-cache.ts`), and actions/cache's archive of those folders (`tar.ts` and
 * `cacheUtils.ts` of its toolkit), to a file of this machine: what it sends is not counted. The same data, one after the
 * other.
 */
export async function measureCacheMounts(): Promise<Row[]> {
  const log = (line: string): void => {
    console.error(`bench: ${line}`);
  };
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-mounts-'));
  const engine = await startEngine({ log });
  const bases = await startRegistry();
  // Where our sets go: what it does is not ours.
  const registry = fork(new URL('serve-registry.ts', import.meta.url));
  const [host] = v.parse(v.tuple([v.string()]), (await once(registry, 'message')).slice(0, 1));
  const client = new RegistryClient({ env: engine.env });
  const builders: string[] = [];
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };
  const call = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });
  try {
    await loadBuilderImage(engine, log);
    const { buildkitdConfig } = await startBaseImages({ registry: bases, names: ['busybox:latest'], log });
    await writeFile(join(folder, 'buildkitd.toml'), buildkitdConfig);
    const makeBuilder = async (): Promise<string> => {
      const name = `bench-mounts-${process.pid}-${builders.length}`;
      const options = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
      await call('buildx', 'create', '--name', name, ...options, '--buildkitd-config', join(folder, 'buildkitd.toml'));
      builders.push(name);
      // What every way needs is there before the time is taken.
      await writeFile(join(folder, 'Warm'), 'FROM busybox\nRUN true\n');
      await call('buildx', 'build', '--builder', name, '--file', join(folder, 'Warm'), join(folder, 'empty'));
      return name;
    };
    await mkdir(join(folder, 'empty'));
    const data = join(folder, 'data');
    const changed = join(folder, 'changed');
    await writeData(data, 1, 1);
    await writeData(changed, 2, 0.01);
    await writeFile(join(folder, 'Fill'), FILL);
    const first = await makeBuilder();
    const fill = async (from: string): Promise<void> => {
      const args = ['--builder', first, '--file', join(folder, 'Fill'), '--build-arg', `ROUND=${from}`, from];
      await call('buildx', 'build', ...args);
    };
    await fill(data);
    log('467 MB in 20,000 files are in two mounts');

    const ids = FOLDERS.map(({ id }) => id);
    await mkdir(join(folder, 'dance'));
    const dance = await openDance({ docker: engine.docker, env: engine.env, ids, folder: join(folder, 'dance') });
    const extracted = await time(async () => {
      await dance.extract(first);
    });
    const packed = await time(dance.pack);
    await dance.forget();
    log(`the dance, out: ${seconds(extracted)}, and packed by ${dance.program} in ${seconds(packed)}`);
    const mounts: CacheMount[] = FOLDERS.map(({ id }) => ({ id: `/${id}`, begins: { kind: 'empty' } }));
    const steps = [{ mounts, source: null, ran: true, durationMs: 0 }];
    const reference = `${host}/acme/api:cachemounts-api-main-amd64`;
    const save = async (builder: string) =>
      await timeOf(async () => {
        const previous = await fetchStoredSet(client, [reference]);
        const saved = await saveMounts(await findBuilderContainer(docker, builder), client, {
          steps,
          previous,
          reference,
        });
        if (saved.kind !== 'saved') throw new Error('nothing was kept');
        return saved;
      });
    const out = await save(first);
    await fill(changed);
    const little = await save(first);
    log(`ours, out: ${seconds(out.ms)}, where a hundredth changed ${seconds(little.ms)}`);

    // Ours goes first: where thousands of files were taken away, as the dance's folders are, a file system such as ext4 takes
    // two to five times as long to make files, for minutes.
    const second = await makeBuilder();
    const back = await restore({ docker, builder: second, reference }, folder);
    const unchanged = await save(second);
    log(`ours, in: ${seconds(back.ms)}, and out again: ${seconds(unchanged.ms)}`);

    const third = await makeBuilder();
    const unpacked = await time(dance.unpack);
    const injected = await time(async () => {
      await dance.inject(third);
    });
    log(`the dance, in: unpacked in ${seconds(unpacked)}, and ${seconds(injected)}`);
    const { bytes: contentBytes, files, packing } = back;
    const what = `cache mounts, ${megabytes(contentBytes)} in ${files} files, by ${packing}`;
    const row = (name: string, ours: number, peer: string, peerMs: number): Row => ({
      ...{ what: `${what}: ${name}`, goal: '>= 5 times faster', measured: seconds(ours), isMissed: false },
      ...{ peer: `${peer}: ${seconds(peerMs)}`, ratio: (peerMs / ours).toFixed(1) },
    });
    const bytes = (name: string, goal: number | null, { newBytes }: { newBytes: number }, ms: number): Row => ({
      what: `the same: bytes that move out ${name}`,
      goal: goal === null ? '' : `<= ${megabytes(goal)}`,
      measured: `${megabytes(newBytes)} in ${seconds(ms)}`,
      ...{ peer: '', ratio: '', isMissed: goal !== null && newBytes > goal },
    });
    const whole = `buildkit-cache-dance, and tar with ${dance.program} as actions/cache has it`;
    const [wholeIn, wholeOut] = [unpacked + injected, extracted + packed];
    const part = 'buildkit-cache-dance to a folder only';
    return [
      row('into a new builder', back.ms, whole, wholeIn),
      row('out, the first time', out.ms, whole, wholeOut),
      row('out of that builder, where nothing changed', unchanged.ms, whole, wholeOut),
      row('out, where 1 % of the bytes changed', little.ms, whole, wholeOut),
      row('into a new builder', back.ms, part, injected),
      row('out, the first time', out.ms, part, extracted),
      bytes('the first time', null, out.result, out.ms),
      bytes('where nothing changed', 0, unchanged.result, unchanged.ms),
      bytes('where 1 % of the bytes did', 0.05 * out.result.storedBytes, little.result, little.ms),
    ];
  } finally {
    client.close();
    for (const name of builders) await call('buildx', 'rm', '--force', name);
    registry.disconnect();
    await once(registry, 'exit');
    await bases.stop();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const RestoredSchema = v.object({ ms: v.number(), bytes: v.number(), files: v.number(), packing: v.string() });

/** By a program of one file, as users get it. */
async function restore(mounts: MountsToRestore, folder: string): Promise<v.InferOutput<typeof RestoredSchema>> {
  const program = join(folder, 'restore-mounts.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('restore-mounts.ts', import.meta.url))],
    ...{ bundle: true, minify: true, platform: 'node', format: 'esm', outfile: program },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  await cp(new URL('../src/mounts/lay-out-thread.js', import.meta.url), join(folder, 'lay-out-thread.js'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await run('sync', []);
  const child = fork(program, { execArgv: [] });
  const ended = once(child, 'exit');
  child.send(mounts);
  // One that fails ends without a word.
  const told: unknown[] = await Promise.race([once(child, 'message'), ended.then(() => [])]);
  await ended;
  return v.parse(RestoredSchema, told[0]);
}

/** Contents that pack to a third, the same ones for the same seed; `share` of the files. */
async function writeData(folder: string, seed: number, share: number): Promise<void> {
  const random = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16));
  const text = Buffer.from('func (s *Server) handle(w http.ResponseWriter, r *http.Request) error {\n'.repeat(16));
  for (const { id, files, bytes } of FOLDERS) {
    const size = Math.floor(bytes / files);
    for (let at = 0; at < files * share; at += 1) {
      const parts: Uint8Array[] = [];
      for (let length = 0; length < size; length += 768)
        parts.push(random.update(Buffer.alloc(256)), text.subarray(0, 512));
      const path = join(folder, id, (at % 256).toString(16).padStart(2, '0'));
      await mkdir(path, { recursive: true });
      await writeFile(join(path, `${at}`), Buffer.concat(parts).subarray(0, size));
    }
  }
}

async function time(work: () => Promise<void>): Promise<number> {
  return (await timeOf(work)).ms;
}

/** With nothing left to write of what was before. */
async function timeOf<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  await run('sync', []);
  const startMs = performance.now();
  const result = await work();
  return { ms: performance.now() - startMs, result };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
