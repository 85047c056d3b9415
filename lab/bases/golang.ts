import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { buildpack } from './buildpack.ts';
import type { ClientFiles } from './client-files.ts';
import { goLibrary, NATIVE } from './go-library.ts';
import { goProgram } from './go-program.ts';
import { GO_VERSION, STANDARD_LIBRARY_KEPT } from './go-toolchain.ts';
import type { BaseRecipe } from './make-base.ts';
import { shell } from './shell.ts';

/**
 * `golang:*` on Debian, for this machine's own platform; `golang:*-alpine` on busybox. Go's own toolchain, of the Go module
 * proxy.
 */
export function golang(files: ClientFiles, system: 'debian' | 'alpine'): BaseRecipe {
  const base = system === 'debian' ? buildpack(files) : shell(files);
  return {
    name: `golang-${system}`,
    inputs: [4, GO_VERSION, base.inputs, goLibrary().inputs, files.goEnv],
    architectures: base.architectures,
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
      const work = await tools.makeFolder();
      for (const folder of ['src', 'bin']) await mkdir(join(work, 'go', folder), { recursive: true });
      return [
        ...(await tools.layersOf(base, tools.architecture)),
        ...(await tools.layersOf(goProgram(files), tools.architecture)),
        // The same for both: it holds what a build for either needs.
        ...(await tools.layersOf(goLibrary(), NATIVE)),
        await tools.pack({ folder: work, createdBy: 'mkdir /go' }),
      ];
    },
  };
}
