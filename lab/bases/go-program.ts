import type { ClientFiles } from './client-files.ts';
import { GO_VERSION, placeToolchain } from './go-toolchain.ts';
import type { BaseRecipe } from './make-base.ts';

/** Not a base by itself: the layer of Go's toolchain, the same one whatever system is below it. */
export function goProgram(files: ClientFiles): BaseRecipe {
  return {
    name: 'go-program',
    inputs: [1, GO_VERSION, files.goEnv],
    architectures: ['amd64', 'arm64'],
    defaults: {},
    makeLayers: async (tools) => {
      const root = await tools.makeFolder();
      await placeToolchain(root, tools.architecture, files.goEnv);
      return [await tools.pack({ folder: root, createdBy: `Go ${GO_VERSION}`, level: 1 })];
    },
  };
}
