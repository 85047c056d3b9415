import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { cached } from '../machine/cache.ts';
import { isAlive } from '../machine/is-alive.ts';
import { unpackPackages } from '../machine/packages.ts';
import { run } from '../machine/run.ts';
import { stopOnce } from '../machine/stop-once.ts';

export interface Emulation {
  readonly stop: () => Promise<void>;
}

/** What there is to stop where somebody else's registration is used. */
const NOTHING: Emulation = { stop: () => Promise.resolve() };

const FOLDER = '/proc/sys/fs/binfmt_misc';
const PREFIX = 'plimsoll-';
const QEMU = { name: 'qemu-user-static', version: '1:7.2+dfsg-7+deb12u18+b3', suite: null };

/** What the other architecture's programs begin with: an ELF header, the machine in its last two bytes but two. */
const MACHINE = process.arch === 'arm64' ? '3e' : 'b7';
const EMULATOR = process.arch === 'arm64' ? 'qemu-x86_64-static' : 'qemu-aarch64-static';
const MAGIC = `7f454c460201010000000000000000000200${MACHINE}00`;
const MASK = 'ffffffffffffff00fffffffffffffffffeffffff';

/** Of this process: a world has one, and a base that is made for it has its own. */
let registrations = 0;

/**
 * Lets the other one of amd64 and arm64 run on this machine, with Debian's static qemu registered at the kernel under
 * a name of this process. A registration that somebody else made is used as it is. Builders notice it when
 * they start. `stop()` takes the registration away; another lab's stays.
 *
 * @throws PlimsollError DOCKER_FAILED with the command that gets it, without root or off Linux.
 */
export async function startEmulation(options: { readonly log?: (line: string) => void } = {}): Promise<Emulation> {
  const log = options.log ?? (() => undefined);
  const isMounted = await readdir(FOLDER).then(
    (names) => names.includes('register'),
    () => false,
  );
  if (isMounted && (await isRegistered())) return NOTHING;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new PlimsollError('DOCKER_FAILED', 'No emulator for the other architecture is registered.', {
      hint: 'docker run --privileged --rm tonistiigi/binfmt --install all',
    });
  }
  const folder = await cached(`emulator-${QEMU.version.replace(':', '-')}`, async (into) => {
    log("qemu-user-static: downloading Debian's package (63 MB)");
    const scratch = join(into, 'packages');
    await unpackPackages({ packages: [QEMU], into: scratch, log });
    await cp(join(scratch, 'usr', 'bin', EMULATOR), join(into, EMULATOR));
    await rm(scratch, { recursive: true });
  });
  if (!isMounted) await run('mount', ['-t', 'binfmt_misc', 'binfmt_misc', FOLDER]);
  const name = registrations === 0 ? `${PREFIX}${process.pid}` : `${PREFIX}${process.pid}-${registrations}`;
  registrations += 1;
  // F: the kernel opens the emulator now, so that it works in every container. P: a program keeps its name, which is
  // how busybox knows what to be.
  await writeFile(join(FOLDER, 'register'), `:${name}:M::${hex(MAGIC)}:${hex(MASK)}:${join(folder, EMULATOR)}:PF`);
  log(`registered ${EMULATOR}`);
  return {
    stop: stopOnce(async () => {
      await writeFile(join(FOLDER, name), '-1');
      // Where it was not mounted before, and nobody else uses it by now.
      const others = (await readdir(FOLDER)).filter((entry) => entry !== 'register' && entry !== 'status');
      if (!isMounted && others.length === 0) await run('umount', [FOLDER]).catch(() => undefined);
    }),
  };
}

/** Whether someone other than a lab registered an emulator; those of labs that died are removed on the way. */
async function isRegistered(): Promise<boolean> {
  for (const name of await readdir(FOLDER)) {
    if (name === 'register' || name === 'status') continue;
    const owner = new RegExp(`^${PREFIX}(\\d+)(?:-\\d+)?$`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await writeFile(join(FOLDER, name), '-1');
    if (owner !== undefined) continue;
    const entry = await readFile(join(FOLDER, name), 'utf8');
    if (entry.startsWith('enabled') && entry.includes(`magic ${MAGIC}`)) return true;
  }
  return false;
}

function hex(digits: string): string {
  return digits.replace(/../g, String.raw`\x$&`);
}
