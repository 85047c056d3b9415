import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { PlimsollError } from '../../src/errors.ts';

/** A layer whose blob lies in a layout. */
export interface Layer {
  /** `sha256:…` of the gzipped blob. */
  readonly digest: string;
  readonly diffID: string;
  /** Of the blob, in bytes. */
  readonly size: number;
  /** For the config's history. */
  readonly createdBy: string;
}

export interface LayerOptions {
  /** The root of what goes into it. */
  readonly folder: string;
  /** The layout that gets the blob. */
  readonly layout: string;
  readonly createdBy: string;
  /** User and group that all of it belongs to. Default 0. */
  readonly owner?: number;
  /** Of gzip's; 1 for what is large and thrown away. Default 6. */
  readonly level?: number;
}

/** Packs a folder as a layer. The same files make the same bytes: names sorted, times at the epoch. */
export async function packLayer(options: LayerOptions): Promise<Layer> {
  const blobs = join(options.layout, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const owner = String(options.owner ?? 0);
  const tar = spawn(
    'tar',
    // Names without "./", as images have them.
    ['--create', '--sort=name', '--mtime=@0', '--numeric-owner', `--owner=${owner}`, `--group=${owner}`]
      .concat(['--format=gnu', '--transform=s,^\\./,,;s,^\\.$,,', '--show-transformed-names'])
      .concat(['--directory', options.folder, '.']),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(tar, 'close');
  const inner = createHash('sha256');
  const outer = createHash('sha256');
  let size = 0;
  const draft = join(blobs, randomUUID());
  await pipeline(
    tar.stdout,
    tap((chunk) => inner.update(chunk)),
    createGzip({ level: options.level ?? 6 }),
    tap((chunk) => {
      outer.update(chunk);
      size += chunk.length;
    }),
    createWriteStream(draft),
  );
  const end: unknown[] = await ended;
  if (end[0] !== 0) throw new PlimsollError('DOCKER_FAILED', `tar could not pack ${options.folder}.`);
  const hex = outer.digest('hex');
  await rename(draft, join(blobs, hex));
  return { digest: `sha256:${hex}`, diffID: `sha256:${inner.digest('hex')}`, size, createdBy: options.createdBy };
}

function tap(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      look(chunk);
      done(null, chunk);
    },
  });
}
