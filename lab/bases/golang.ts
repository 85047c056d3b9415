import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Layer } from '../layer.ts';
import type { ClientFiles } from './client-files.ts';
import { compileStandardLibrary, GO_VERSION, placeToolchain, STANDARD_LIBRARY_KEPT } from './go-toolchain.ts';
import type { BaseRecipe, BaseTools } from './make-base.ts';
import { BUSYBOX, makeShellRoot } from './shell-root.ts';

/** `golang:*-alpine`: Go's own toolchain, of the Go module proxy, on a shell root. */
export function golang(files: ClientFiles): BaseRecipe {
  let library: Promise<Layer> | null = null;
  return {
    name: 'golang',
    inputs: [2, GO_VERSION, BUSYBOX, files.contents],
    architectures: ['amd64', 'arm64'],
    defaults: {
      Cmd: ['/bin/sh'],
      Env: [
        'PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        `GOLANG_VERSION=${GO_VERSION}`,
        'GOTOOLCHAIN=local',
        'GOPATH=/go',
        `GODEBUG=${STANDARD_LIBRARY_KEPT}`,
      ],
      WorkingDir: '/go',
    },
    makeLayers: async (tools) => {
      const goRoot = await tools.makeFolder();
      await placeToolchain(goRoot, tools.architecture, files.goEnv);
      const work = await tools.makeFolder();
      for (const folder of ['src', 'bin']) await mkdir(join(work, 'go', folder), { recursive: true });
      // The same for every platform: it holds what a build of either needs.
      library ??= packLibrary(tools);
      return [
        await tools.pack({ folder: await makeShellRoot(tools, files), createdBy: 'busybox-static and the CA bundle' }),
        await tools.pack({ folder: goRoot, createdBy: `Go ${GO_VERSION}`, level: 1 }),
        await library,
        await tools.pack({ folder: work, createdBy: 'mkdir /go' }),
      ];
    },
  };
}

async function packLibrary(tools: BaseTools): Promise<Layer> {
  tools.log("Go's standard library: compiling it for amd64 and arm64 (a minute, once)");
  const root = await tools.makeFolder();
  await compileStandardLibrary(root, process.arch === 'arm64' ? 'arm64' : 'amd64');
  return await tools.pack({ folder: root, createdBy: `Go ${GO_VERSION} standard library, compiled`, level: 1 });
}
