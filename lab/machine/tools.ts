import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { cached } from './cache.ts';
import { unpackPackages, type DebianPackage } from './packages.ts';

/** Why from where: facts/engine.md. Debian 12's own Docker has no containerd image store, its Buildx no history. */
const PACKAGES: readonly DebianPackage[] = [
  { name: 'docker.io', version: '28.5.2+dfsg4-5', suite: 'forky' },
  { name: 'docker-cli', version: '28.5.2+dfsg4-5', suite: 'forky' },
  { name: 'containerd', version: '2.1.9+ds1-5', suite: 'forky' },
  { name: 'docker-buildx', version: '0.29.1+ds1-4', suite: 'forky' },
  { name: 'docker-registry', version: '2.8.3+ds1-3', suite: 'forky' },
  { name: 'crane', version: '0.20.7+ds1-5', suite: 'forky' },
  { name: 'runc', version: '1.1.5+ds1-1+deb12u1', suite: null },
  { name: 'libseccomp2', version: '2.5.4-1+deb12u1', suite: null },
  { name: 'tini', version: '0.19.0-1+b3', suite: null },
  { name: 'busybox-static', version: '1:1.35.0-4+deb12u1+b1', suite: null },
];

/** The programs of Debian's packages, unpacked under the lab's cache. */
export interface Tools {
  /** The root that the packages were unpacked under. */
  readonly prefix: string;
  /** The folders of its programs, for PATH. */
  readonly path: string;
  /** The folder of its libraries, for LD_LIBRARY_PATH. */
  readonly libraries: string;
  readonly docker: string;
  readonly buildx: string;
  readonly registry: string;
  readonly crane: string;
  readonly busybox: string;
  readonly runc: string;
  readonly initPath: string;
}

/** Unpacks the engine's, the registry's and crane's packages, once a machine. */
export async function unpackTools(log: (line: string) => void): Promise<Tools> {
  const key = createHash('sha256').update(JSON.stringify(PACKAGES)).digest('hex').slice(0, 12);
  const prefix = await cached(`tools-${key}`, async (folder) => {
    log("Docker's engine, Buildx, registry and crane: downloading Debian's packages (85 MB)");
    await unpackPackages({ packages: PACKAGES, into: folder, log });
  });
  const at = (path: string): string => join(prefix, path);
  return {
    prefix,
    path: ['usr/bin', 'usr/sbin', 'bin'].map(at).join(':'),
    libraries: join(prefix, 'usr', 'lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`),
    docker: at('usr/bin/docker'),
    buildx: at('usr/libexec/docker/cli-plugins/docker-buildx'),
    registry: at('usr/bin/docker-registry'),
    crane: at('usr/bin/crane'),
    busybox: at('bin/busybox'),
    runc: at('usr/sbin/runc'),
    initPath: at('usr/bin/tini-static'),
  };
}
