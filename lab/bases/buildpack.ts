import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

/** What upstream's images of a compiler have below it (`buildpack-deps:bookworm-scm`), and a compiler of C. */
const PACKAGES = [
  ...['curl', 'gnupg', 'netbase', 'wget', 'tzdata', 'git', 'mercurial', 'openssh-client', 'subversion', 'procps'],
  ...['g++', 'gcc', 'libc6-dev', 'make', 'pkg-config'],
];

/** Not a base by itself: what the large images of a language stand on. For this machine's own platform: it runs steps. */
export function buildpack(files: ClientFiles): BaseRecipe {
  return {
    name: 'buildpack',
    inputs: [1, PACKAGES, files.contents],
    architectures: [NATIVE],
    defaults: {},
    makeLayers: async (tools) => [
      await tools.pack({
        folder: await makeDebianRoot(tools, files, PACKAGES),
        createdBy: "Debian's required packages, apt, and what upstream builds with",
        level: 1,
      }),
    ],
  };
}
