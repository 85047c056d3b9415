import type { ImageFinding, ImageRule } from '../image-rule.ts';
import type { ImageSubject } from '../image-subject.ts';

const LEAST_BYTES = 5_000_000;

/** Programs that nothing but a build runs, with the folders that are there for them. */
const COMPILERS: readonly (readonly [name: string, program: RegExp, folders: RegExp])[] = [
  ['GCC', /^\/usr\/(?:lib|libexec)\/gcc\/[^/]+\/\d[^/]*\/cc1$/, /^\/usr\/(?:lib|libexec)\/gcc\/|^\/usr\/include\//],
  [
    'Go',
    /^\/usr\/(?:local\/go|lib\/go[^/]*)\/pkg\/tool\/[^/]+\/(?:compile|asm)$/,
    /^\/usr\/(?:local\/go|lib\/go[^/]*)\//,
  ],
  [
    'Rust',
    /\/rustlib\/[^/]+\/bin\/rust-lld$|\/librustc_driver-[^/]+\.so$/,
    /\/\.?rustup\/toolchains\/|\/rustlib\/|\/librustc_driver-/,
  ],
];
/** A shell, or a tool of builds: an image to build in. */
const TO_BUILD_IN = /^\/?(?:[\w-]+\/)*(?:sh|bash|ash|zsh|go|cargo|make|mvn|gradle)$/;

/** One of the base is told too, where a service is started: there are bases without. */
export const compilerLeft: ImageRule = {
  id: 'compiler-left',
  level: 'high',
  title: 'A compiler is in the image',
  why: 'It is much of the image, never run by the service, and at hand for whoever breaks into it.',
  instead: 'Compile in a first stage, and copy what it made into a second one.',
  needsBase: true,
  readsBase: true,
  twins: ['toolchain-shipped', 'compiler-installed'],
  check: (subject) => {
    const { files, baseLayers, settings } = subject;
    if (isToBuildIn(settings)) return [];
    return COMPILERS.flatMap(([name, program, folders]): ImageFinding[] => {
      const compiler = files.find(({ path, type }) => type === 'file' && program.test(path));
      if (compiler === undefined) return [];
      const all = files.filter(({ path, type }) => type === 'file' && folders.test(path));
      const bytes = all.reduce((sum, { tarBytes }) => sum + tarBytes, 0);
      if (bytes < LEAST_BYTES) return [];
      const found = { whose: name, bytes, files: [{ path: compiler.path, bytes, layer: compiler.layer }] };
      if (compiler.layer >= (baseLayers ?? 0)) return [{ message: `The image has ${name}'s compiler.`, ...found }];
      return [
        {
          message: `The base image has ${name}'s compiler.`,
          level: 'medium',
          instead:
            'End on a base without it, as a slim or distroless one of the same language, and compile in a stage before.',
          ...found,
        },
      ];
    });
  },
};

function isToBuildIn(settings: ImageSubject['settings']): boolean {
  const [program = null] = [settings['ENTRYPOINT'], settings['CMD']].flatMap((text) => {
    const value: unknown = text === undefined ? null : JSON.parse(text);
    return Array.isArray(value) && typeof value[0] === 'string' ? [value[0]] : [];
  });
  return program === null || TO_BUILD_IN.test(program);
}
