import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { run } from '../machine/run.ts';

/**
 * What a build step needs of this machine to reach package registries as this machine does. It is read when a base is
 * made and lies in the lab's cache and its loopback registry only, never in the repository.
 */
export interface ClientFiles {
  /** Paths that are copied as they are, those that are there. */
  readonly paths: readonly string[];
  /** Lines for Go's `go.env`. */
  readonly goEnv: string;
  /** For a cache's key. */
  readonly contents: readonly string[];
}

const PATHS = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pip.conf', '/root/.npmrc'];
const GO_SETTINGS = ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GONOPROXY'];

export async function readClientFiles(): Promise<ClientFiles> {
  const paths: string[] = [];
  const contents: string[] = [];
  for (const path of PATHS) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    paths.push(path);
    contents.push(text);
  }
  const values = (await run('go', ['env', ...GO_SETTINGS]).catch(() => '')).split('\n');
  const goEnv = GO_SETTINGS.map((name, place) => `${name}=${values[place] ?? ''}\n`)
    .filter((line) => !line.endsWith('=\n'))
    .join('');
  return { paths, goEnv, contents: [...contents, goEnv] };
}

export async function copyClientFiles(files: ClientFiles, root: string): Promise<void> {
  for (const path of files.paths) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await cp(path, join(root, path), { dereference: true });
  }
}
