import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../machine/run.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

const RUST_VERSION = '1.95.0';
const LINKER = ['gcc', 'libc6-dev'];
const HINT = `Install it (https://rustup.rs): rustup toolchain install ${RUST_VERSION}`;

/** `rust:*`: this machine's own toolchain of that version, on Debian with a linker. For this machine's own platform. */
export function rust(files: ClientFiles): BaseRecipe {
  return {
    name: 'rust',
    inputs: [1, RUST_VERSION, LINKER, files.contents],
    architectures: [NATIVE],
    defaults: {
      Cmd: ['bash'],
      Env: [
        'PATH=/usr/local/cargo/bin:/usr/local/rustup/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'CARGO_HOME=/usr/local/cargo',
        `RUST_VERSION=${RUST_VERSION}`,
      ],
    },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, LINKER);
      const toolchain = await tools.makeFolder();
      const from = (await run('rustc', [`+${RUST_VERSION}`, '--print', 'sysroot'], { hint: HINT })).trim();
      const to = join(toolchain, 'usr/local/rustup');
      await mkdir(join(toolchain, 'usr/local/cargo/bin'), { recursive: true });
      await mkdir(join(to, 'bin'), { recursive: true });
      for (const name of ['cargo', 'rustc']) await cp(join(from, 'bin', name), join(to, 'bin', name));
      await cp(join(from, 'lib'), join(to, 'lib'), { recursive: true, verbatimSymlinks: true });
      return [
        await tools.pack({ folder: root, createdBy: "Debian's required packages, a linker" }),
        await tools.pack({ folder: toolchain, createdBy: `Rust ${RUST_VERSION}`, level: 1 }),
      ];
    },
  };
}
