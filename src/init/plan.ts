import { dockerfile, type DockerfileText } from './dockerfile-text.ts';

/** What is to be written for a project, before its base images are pinned. */
export interface Plan {
  /** The images of FROM, by tag. */
  readonly images: readonly string[];
  /** The Dockerfile, with what stands for each of the images. */
  readonly write: (image: (name: string) => string) => DockerfileText;
  /** Lines of `.dockerignore` beside those that every project has. */
  readonly ignored: readonly string[];
  /** What the user should know or do, as sentences. */
  readonly notes: readonly string[];
}

/** What the user says about a project. */
export interface Wishes {
  /** What is started, where the project does not tell: a package of Go's, a file of Node's. */
  readonly main: string | null;
  /** For EXPOSE. */
  readonly port: number | null;
}

/** It opens nothing: it says to people and tools where the service listens, where the user told. */
export function exposePort(port: number | null): DockerfileText | null {
  return port === null ? null : dockerfile`EXPOSE ${String(port)}`;
}
