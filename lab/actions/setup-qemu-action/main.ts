import { readdir, readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { run } from '@docker/actions-toolkit/lib/index.js';
import { Util } from '@docker/actions-toolkit/lib/util.js';

const BINFMT = '/proc/sys/fs/binfmt_misc';

/** Names of QEMU, of Docker and of the kernel for the same machine. */
const PLATFORMS: Readonly<Record<string, string>> = {
  aarch64: 'linux/arm64',
  arm: 'linux/arm/v7,linux/arm/v6',
  i386: 'linux/386',
  mips64: 'linux/mips64',
  mips64el: 'linux/mips64le',
  ppc64le: 'linux/ppc64le',
  riscv64: 'linux/riscv64',
  s390x: 'linux/s390x',
  x86_64: 'linux/amd64',
};

async function main(): Promise<void> {
  core.getBooleanInput('cache-image');
  if (core.getBooleanInput('reset'))
    throw new Error('The stand-in does not uninstall emulators: the machine is shared');
  const native = process.arch === 'x64' ? 'linux/amd64' : `linux/${process.arch}`;
  const supported = [...new Set([native, ...(await emulated())])];
  core.info(`${core.getInput('image')} is not pulled: emulation is the machine's own`);
  for (const wanted of Util.getInputList('platforms')) {
    if (wanted === 'all' || supported.some((platform) => platform === wanted || platform.split('/')[1] === wanted))
      continue;
    throw new Error(`No emulator for ${wanted} on this machine: lab/engine/emulation.ts registers one`);
  }
  core.info(supported.join(','));
  core.setOutput('platforms', supported.join(','));
}

/** Whoever registered it, and under whichever name: the interpreter's name says what it emulates. */
async function emulated(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(BINFMT).catch(() => [])) {
    const entry = await readFile(`${BINFMT}/${name}`, 'utf8').catch(() => '');
    const machine = /^interpreter .*\/qemu-(\w+?)(?:-static)?$/m.exec(entry)?.[1] ?? '';
    if (entry.startsWith('enabled')) found.push(...(PLATFORMS[machine] ?? '').split(',').filter((one) => one !== ''));
  }
  return found;
}

await run(main);
