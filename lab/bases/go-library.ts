import { compileStandardLibrary, GO_VERSION } from './go-toolchain.ts';
import type { Architecture, BaseRecipe } from './make-base.ts';

/** This machine's architecture. */
export const NATIVE: Architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';

/** Not a base by itself: the layer that every golang base has, for both of its platforms. */
export function goLibrary(): BaseRecipe {
  return {
    name: 'go-library',
    inputs: [1, GO_VERSION],
    architectures: [NATIVE],
    defaults: {},
    makeLayers: async (tools) => {
      const root = await tools.makeFolder();
      await compileStandardLibrary(root, NATIVE);
      return [await tools.pack({ folder: root, createdBy: `Go ${GO_VERSION} standard library, compiled`, level: 1 })];
    },
  };
}
