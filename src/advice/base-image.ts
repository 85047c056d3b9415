import { parseReference, type Reference } from '../image/reference.ts';
import { listChain, type Stage } from '../dockerfile/dockerfile.ts';
import type { Subject } from './subject.ts';

/** `null` where it is none. */
export function readImageName(image: string): Reference | null {
  try {
    return parseReference(image);
  } catch {
    return null;
  }
}

/** Where Docker's library lies: all of it, and what is of one machine. */
const LIBRARY = '(?:library|amd64|i386|arm32v[567]|arm64v8|ppc64le|riscv64|s390x|mips64le|windows-amd64)';
const IN_LIBRARY = new RegExp(`^${LIBRARY}/([^/]+)$`);

/** The name of an image of Docker's own library, from Docker Hub or a mirror of it: `golang`; `null` for any other. */
export function libraryName({ registry, repository }: Reference): string | null {
  const [, name] = (registry === 'docker.io' ? IN_LIBRARY : /(?:^|\/)library\/([^/]+)$/).exec(repository) ?? [];
  return name ?? null;
}

/** The image that the stage and those under it are built on: `null` where it is scratch, or not known. */
export function rootImage({ dockerfile }: Subject, stage: Stage): Reference | null {
  const base = listChain(dockerfile, stage)[0]?.base;
  return base?.kind === 'image' ? readImageName(base.image) : null;
}

/** Whether nothing at all is under the stage. */
export function isOnScratch({ dockerfile }: Subject, stage: Stage): boolean {
  return listChain(dockerfile, stage)[0]?.base.kind === 'scratch';
}

/** Distroless and Chainguard images without a libc: for static programs only. */
export function isStaticImage({ registry, repository }: Reference): boolean {
  return (
    (registry === 'gcr.io' && /^distroless\/static(?:-debian[0-9]+)?$/.test(repository)) ||
    (registry === 'cgr.dev' && /(?:^|\/)static$/.test(repository))
  );
}
