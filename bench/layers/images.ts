import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../../lab/machine/cache.ts';
import type { Engine } from '../../lab/engine/engine.ts';
import { unpackPackages } from '../../lab/machine/packages.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';
import { writeNodeTree } from './node-tree.ts';

/** Two OCI layouts: an image, and the same after a change. */
export interface ImagePair {
  readonly before: string;
  readonly after: string;
}

export interface ImageSettings {
  readonly engine: Engine;
  /** To try the bench out: a tenth of the bytes. */
  readonly isSmall: boolean;
  readonly log: (line: string) => void;
}

/** Layers of an image that a compiler was left in, with the packages of Debian's in each: 985 MB with the program. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  system: ['git', 'libpython3.11-stdlib', 'libnode108', 'libc6-dev', 'linux-libc-dev'],
  gcc: ['gcc-12', 'cpp-12', 'g++-12', 'libstdc++-12-dev', 'libgcc-12-dev', 'binutils-x86-64-linux-gnu'],
  llvm: ['libllvm14', 'llvm-14', 'libclang-cpp14', 'libclang-common-14-dev'],
  go: ['golang-1.19-go'],
  library: ['golang-1.19-src'],
};

/** `naive`: of five layers of a compiler and one of 20 MB with the program, which alone changes. */
export async function makeNaive({ engine, isSmall, log }: ImageSettings): Promise<ImagePair> {
  const layers = Object.entries(LAYERS).filter(([name]) => !isSmall || name === 'system');
  return await makePair(engine, `bench-naive-${isSmall ? 'small' : '1'}`, async (context) => {
    for (const [name, packages] of layers) {
      const wanted = packages.map((of) => ({ name: of, version: 'any', suite: null }));
      await unpackPackages({ packages: wanted, into: join(context, name), log: () => undefined });
    }
    log('naive: its packages are there, building');
    const { registry } = await unpackTools(log);
    for (const side of ['before', 'after']) await mkdir(join(context, side, 'usr/local/bin'), { recursive: true });
    await copyFile(registry, join(context, 'before/usr/local/bin/server'));
    await writeFile(join(context, 'after/usr/local/bin/server'), relink(await readFile(registry)));
    return layers.map(([name]) => name);
  });
}

/** `nm`: 58,000 files of JavaScript in one layer, 256 MB of tar, in which one package gets another version. */
export async function makeNodeImage({ engine, isSmall, log }: ImageSettings): Promise<ImagePair & { files: number }> {
  const files = isSmall ? 5800 : 58_000;
  const pair = await makePair(engine, `bench-nm-${files}-1`, async (context) => {
    log(`nm: writing ${files} files, twice`);
    await writeNodeTree(join(context, 'before/app'), { files, version: '1.0.0' });
    await writeNodeTree(join(context, 'after/app'), { files, version: '1.0.1' });
    return [];
  });
  return { ...pair, files };
}

/** Builds an image of the context's folders, a layer each, and on them the layer of `before` or `after`; kept in the lab's cache. */
async function makePair(
  { docker, env }: Engine,
  name: string,
  writeContext: (folder: string) => Promise<readonly string[]>,
): Promise<ImagePair> {
  const folder = await cached(name, async (into) => {
    const context = join(into, 'context');
    await mkdir(context);
    const below = await writeContext(context);
    const lines = ['FROM scratch', ...below.map((layer) => `COPY ${layer}/ /`), 'ARG SIDE', 'COPY $SIDE/ /'];
    await writeFile(join(context, 'Dockerfile'), `${lines.join('\n')}\n`);
    for (const side of ['before', 'after']) {
      const output = `type=oci,tar=false,dest=${join(into, side)}`;
      const options = ['--provenance=false', `--build-arg=SIDE=${side}`, '--output', output];
      await run(docker, ['buildx', 'build', ...options, context], { env });
    }
    await rm(context, { recursive: true });
  });
  return { before: join(folder, 'before'), after: join(folder, 'after') };
}

/** A program as another compilation makes it: bytes differ all over it, and it is as long. */
function relink(program: Buffer): Buffer {
  for (let place = 4096; place < program.length; place += 4096) program[place] = (program[place] ?? 0) ^ 1;
  return program;
}
