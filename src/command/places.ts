import type { Options } from './common-options.ts';
import type { Terminal } from './terminal.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import type { Places } from '../image/open-source.ts';

/** Where images are read from at a terminal, until it is closed. */
export interface OpenPlaces extends Places {
  readonly close: () => void;
}

/** One registry client for both sides, made when a side is in a registry; the `docker` of the PATH for what it keeps. */
export function openPlaces(terminal: Terminal, { verbose }: Pick<Options, 'verbose'>): OpenPlaces {
  let client: RegistryClient | null = null;
  return {
    docker: { path: 'docker', env: terminal.env },
    directory: terminal.directory,
    registry() {
      client ??= new RegistryClient({
        env: terminal.env,
        ...(verbose ? { onRequest: (method, url) => void terminal.tell(`${method} ${url}`) } : {}),
      });
      return Promise.resolve(client);
    },
    close: () => client?.close(),
  };
}
