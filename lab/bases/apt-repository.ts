import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { run } from '../machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

/** A package archive of our own on the loopback, in which a package gets a new version when a test wants it to. */
export interface AptRepository {
  /** As it stands in a file of `/etc/apt/sources.list.d`. */
  readonly source: string;
  /** Puts a version of a package in the place of the former one: a file of so many bytes that do not compress. */
  publish(name: string, version: string, bytes: number): Promise<void>;
  stop(): Promise<void>;
}

/** Needs dpkg-deb, which Debian has. */
export async function startAptRepository(): Promise<AptRepository> {
  const folder = await makeWorkDir('apt');
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!isPort(address)) throw new Error('the server has no port');
  return {
    source: `deb [trusted=yes] http://127.0.0.1:${address.port} ./`,
    publish: async (name, version, bytes) => {
      const control = `Package: ${name}\nVersion: ${version}\nArchitecture: all\nMaintainer: lab <lab@localhost>\nDescription: ${name}\n`;
      const root = join(folder, `${name}-${version}`);
      await mkdir(join(root, 'DEBIAN'), { recursive: true });
      await mkdir(join(root, 'usr/share', name), { recursive: true });
      await writeFile(join(root, 'DEBIAN/control'), control);
      await writeFile(join(root, 'usr/share', name, 'data'), randomBytes(bytes));
      const path = join(folder, `${name}.deb`);
      await run('dpkg-deb', ['--root-owner-group', '--build', root, path], {
        hint: 'Install dpkg: apt-get install dpkg.',
      });
      const deb = await readFile(path);
      const hash = createHash('sha256').update(deb).digest('hex');
      files.set(`/${name}.deb`, deb);
      files.set('/Packages', Buffer.from(`${control}Filename: ./${name}.deb\nSize: ${deb.length}\nSHA256: ${hash}\n`));
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await removeWorkDir(folder);
    },
  };
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
