import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from '../lab/machine/run.ts';

export interface DanceOptions {
  readonly docker: string;
  readonly env: Readonly<Record<string, string>>;
  /** IDs of the mounts. */
  readonly ids: readonly string[];
  /** An empty folder. */
  readonly folder: string;
}

/** What users of buildkit-cache-dance and actions/cache wait for, call by call; what is sent is left out. */
export interface CacheDance {
  /** What actions/cache packs with. */
  readonly program: 'zstd' | 'gzip';
  /** Mounts of a builder to folders, one after the other: `src/extract-cache.ts` of version 3. */
  readonly extract: (builder: string) => Promise<void>;
  /** The folders to an archive: `createTar` of `packages/cache/src/internal/tar.ts`, actions/toolkit. */
  readonly pack: () => Promise<void>;
  /** The folders go, as a runner does; on the disk they stay, and slow nothing down. */
  readonly forget: () => Promise<void>;
  /** The archive to folders again: `extractTar`. */
  readonly unpack: () => Promise<void>;
  /** The folders to mounts of a builder, and away with them: `src/inject-cache.ts`. */
  readonly inject: (builder: string) => Promise<void>;
}

export async function openDance({ docker, env, ids, folder }: DanceOptions): Promise<CacheDance> {
  const scratch = join(folder, 'scratch');
  const call = async (...args: string[]): Promise<string> => await run(docker, args, { env });
  // As actions/cache chooses.
  const hasZstd = await run('zstd', ['--quiet', '--version']).then(Boolean, () => false);
  const archive = join(folder, hasZstd ? 'cache.tzst' : 'cache.tgz');
  const names = ids.map((_, at) => `mount-${at}`);
  return {
    program: hasZstd ? 'zstd' : 'gzip',
    async extract(builder) {
      for (const [at, id] of ids.entries()) {
        const file = await writeDancefile(
          scratch,
          `COPY buildstamp buildstamp
RUN --mount=type=cache,target=/var/cache-target,id=${id} \\
    mkdir -p /var/dance-cache/ && cp -p -R /var/cache-target/. /var/dance-cache/ || true
`,
        );
        await writeFile(join(scratch, 'buildstamp'), new Date().toISOString());
        await call('buildx', 'build', '--builder', builder, '-f', file, '--tag', 'dance:extract', '--load', scratch);
        await call('rm', '-f', 'cache-container').catch(() => '');
        await call('create', '-ti', '--name', 'cache-container', 'dance:extract');
        const copy = spawn(docker, ['cp', '-L', 'cache-container:/var/dance-cache', '-'], {
          env: { ...process.env, ...env },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const tar = spawn('tar', ['-H', 'posix', '-x', '-C', scratch], { stdio: ['pipe', 'inherit', 'inherit'] });
        await Promise.all([once(tar, 'close'), pipeline(copy.stdout, tar.stdin)]);
        if (tar.exitCode !== 0) throw new Error(`tar ended with ${tar.exitCode}`);
        await rename(join(scratch, 'dance-cache'), join(folder, names[at] ?? ''));
      }
    },
    async pack() {
      await writeFile(join(folder, 'manifest.txt'), names.join('\n'));
      const program = hasZstd ? ['--use-compress-program', 'zstdmt'] : ['-z'];
      const args = ['--posix', '-cf', archive, '--exclude', archive, '-P', '-C', folder];
      await run('tar', [...args, '--files-from', join(folder, 'manifest.txt'), ...program]);
    },
    async forget() {
      for (const name of names) await rename(join(folder, name), join(folder, `${name}-before`));
    },
    async unpack() {
      const program = hasZstd ? ['--use-compress-program', 'unzstd'] : ['-z'];
      await run('tar', ['-xf', archive, '-P', '-C', folder, ...program]);
    },
    async inject(builder) {
      for (const [at, id] of ids.entries()) {
        const from = join(folder, names[at] ?? '');
        await rm(scratch, { recursive: true, force: true });
        await writeFile(join(from, 'buildstamp'), new Date().toISOString());
        const file = await writeDancefile(
          scratch,
          `COPY buildstamp buildstamp
RUN --mount=type=cache,target=/var/cache-target,id=${id} \\
    --mount=type=bind,source=.,target=/var/dance-cache \\
    cp -p -R /var/dance-cache/. /var/cache-target  || true
`,
        );
        await call('buildx', 'build', '--builder', builder, '-f', file, '--tag', 'dance:inject', from);
        await rm(from, { recursive: true, force: true });
      }
    },
  };
}

async function writeDancefile(scratch: string, instructions: string): Promise<string> {
  const file = join(scratch, 'Dancefile');
  await mkdir(scratch, { recursive: true });
  await writeFile(file, `FROM busybox\n${instructions}`);
  return file;
}
