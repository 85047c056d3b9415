import { appendFile, chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../machine/run.ts';
import type { Architecture } from './make-base.ts';

/** The Go in every `golang` base, whatever its tag says. */
export const GO_VERSION = '1.26.8';

/** Makes `go` keep compiled packages of the standard library in its own folder, and take them from there. */
export const STANDARD_LIBRARY_KEPT = 'installgoroot=all';

/** What the services that are built with it mostly import; others are compiled as they come. */
const COMPILED = ['net/http', 'html/template', 'log/slog', 'encoding/json', 'os/signal', 'flag', 'embed'];

const HINT = 'Install Go (https://go.dev/dl/): the lab takes the toolchain of the golang base images with it.';

/** Puts Go's toolchain for an architecture at `usr/local/go` under a root. */
export async function placeToolchain(root: string, architecture: Architecture, goEnv: string): Promise<void> {
  const modules = join(root, 'modules');
  await mkdir(modules);
  // Go publishes its toolchains as modules, which is how `go` fetches another version of itself.
  const module = `golang.org/toolchain@v0.0.1-go${GO_VERSION}.linux-${architecture}`;
  const env = { GOMODCACHE: modules, GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local', GOWORK: 'off' };
  await run('go', ['mod', 'download', module], { env, cwd: modules, hint: HINT });
  const target = join(root, 'usr', 'local', 'go');
  await mkdir(join(root, 'usr', 'local'), { recursive: true });
  await rename(join(modules, module), target);
  await rm(modules, { recursive: true });
  // Modules carry no execute bits.
  for (const folder of ['bin', join('pkg', 'tool', `linux_${architecture}`)]) {
    for (const name of await readdir(join(target, folder))) await chmod(join(target, folder, name), 0o755);
  }
  // What no build of a user's program reads: the toolchain's own sources and tests, half of it.
  await rm(join(target, 'src', 'cmd'), { recursive: true, force: true });
  await rm(join(target, 'test'), { recursive: true, force: true });
  await appendFile(join(target, 'go.env'), goEnv);
}

/**
 * Compiles the standard library for both architectures (`-trimpath`, without cgo) into `usr/local/go/pkg` under a root,
 * as the golang images had it up to 1.19. A build on a new builder, whose cache mounts are empty, then takes a second and not
 * forty; what it makes is the same byte for byte.
 */
export async function compileStandardLibrary(root: string, native: Architecture): Promise<void> {
  await placeToolchain(root, native, '');
  const target = join(root, 'usr', 'local', 'go');
  const go = join(target, 'bin', 'go');
  for (const architecture of ['amd64', 'arm64']) {
    const env = {
      ...{ GOROOT: target, GOARCH: architecture, CGO_ENABLED: '0', GODEBUG: STANDARD_LIBRARY_KEPT },
      ...{ GOCACHE: join(root, 'cache'), GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    };
    const listed = (await run(go, ['list', '-deps', ...COMPILED], { env, cwd: root })).trim().split('\n');
    const packages = listed.filter((name) => name !== 'unsafe');
    await run(go, ['install', '-trimpath', ...packages], { env, cwd: root });
  }
  await rm(join(root, 'cache'), { recursive: true });
  for (const name of await readdir(target)) if (name !== 'pkg') await rm(join(target, name), { recursive: true });
  for (const name of await readdir(join(target, 'pkg'))) {
    if (!name.startsWith('linux_')) await rm(join(target, 'pkg', name), { recursive: true });
  }
}
