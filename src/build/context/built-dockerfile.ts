import type { Provenance } from '../origins/provenance.ts';

/** The Dockerfile that an image was built from. All of it is untrusted text. */
export interface BuiltDockerfile {
  /** Without folders. */
  readonly name: string;
  /** From the root of the work tree that it is in; the name alone where that is not known. */
  readonly path: string;
  readonly text: string;
  /** The stage that was asked for; `null` for the last. */
  readonly target: string | null;
}

/** `null` where the build was told of none, or may have been told of others: which of them is the image's, nobody says. */
export function findDockerfile({ files, isLinked, target }: Provenance): BuiltDockerfile | null {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0 || isLinked) return null;
  return { name: file.name, path: file.path, text: file.lines.join('\n'), target: target === '' ? null : target };
}
