import { appendFile, chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../run.ts';
import type { ClientFiles } from './client-files.ts';
import type { Architecture, BaseRecipe } from './make-base.ts';
import { BUSYBOX, makeShellRoot } from './shell-root.ts';

/** The Go in every `golang` base, whatever its tag says. */
const GO_VERSION = '1.26.8';

/** `golang:*-alpine`: Go's own toolchain, of the Go module proxy, on a shell root. */
export function golang(files: ClientFiles): BaseRecipe {
  return {
    name: 'golang',
    inputs: [1, GO_VERSION, BUSYBOX, files.contents],
    architectures: ['amd64', 'arm64'],
    defaults: {
      Cmd: ['/bin/sh'],
      Env: [
        'PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        `GOLANG_VERSION=${GO_VERSION}`,
        'GOTOOLCHAIN=local',
        'GOPATH=/go',
      ],
      WorkingDir: '/go',
    },
    makeLayers: async (tools) => {
      const goRoot = await tools.makeFolder();
      await placeToolchain(goRoot, tools.architecture, await tools.makeFolder(), files.goEnv);
      const work = await tools.makeFolder();
      for (const folder of ['src', 'bin']) await mkdir(join(work, 'go', folder), { recursive: true, mode: 0o1777 });
      return [
        await tools.pack({ folder: await makeShellRoot(tools, files), createdBy: 'busybox-static and the CA bundle' }),
        await tools.pack({ folder: goRoot, createdBy: `Go ${GO_VERSION}`, level: 1 }),
        await tools.pack({ folder: work, createdBy: 'mkdir /go' }),
      ];
    },
  };
}

async function placeToolchain(root: string, architecture: Architecture, modules: string, goEnv: string): Promise<void> {
  // Go publishes its toolchains as modules, which is how `go` fetches another version of itself.
  const module = `golang.org/toolchain@v0.0.1-go${GO_VERSION}.linux-${architecture}`;
  const env = { GOMODCACHE: modules, GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local', GOWORK: 'off' };
  const hint = 'Install Go (https://go.dev/dl/): the lab takes the toolchain of the golang base images with it.';
  await run('go', ['mod', 'download', module], { env, cwd: modules, hint });
  const target = join(root, 'usr', 'local', 'go');
  await mkdir(join(root, 'usr', 'local'), { recursive: true });
  await rename(join(modules, module), target);
  // Modules carry no execute bits.
  for (const folder of ['bin', join('pkg', 'tool', `linux_${architecture}`)]) {
    for (const name of await readdir(join(target, folder))) await chmod(join(target, folder, name), 0o755);
  }
  // What no build of a user's program reads: the toolchain's own sources and tests, half of it.
  await rm(join(target, 'src', 'cmd'), { recursive: true, force: true });
  await rm(join(target, 'test'), { recursive: true, force: true });
  await appendFile(join(target, 'go.env'), goEnv);
}
