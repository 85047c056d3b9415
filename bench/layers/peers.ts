import { join } from 'node:path';
import { cached } from '../../lab/machine/cache.ts';
import { findCrane } from '../../lab/machine/crane.ts';
import { unpackPackages, type DebianPackage } from '../../lab/machine/packages.ts';

/** As Debian 12 has them, with the libraries that a bare machine lacks. */
const PACKAGES: readonly DebianPackage[] = [
  { name: 'skopeo', version: '1.9.3+ds1-1+b10', suite: null },
  { name: 'libgpgme11', version: '1.18.0-3+b1', suite: null },
  { name: 'libassuan0', version: '2.5.5-5', suite: null },
  { name: 'libdevmapper1.02.1', version: '2:1.02.185-2', suite: null },
  { name: 'isal', version: '2.30.0-5', suite: null },
  { name: 'libisal2', version: '2.30.0-5', suite: null },
  { name: 'libarchive-tools', version: '3.6.2-1+deb12u4', suite: null },
  { name: 'libarchive13', version: '3.6.2-1+deb12u4', suite: null },
];

/** What scripts call the others by, and the libraries that those need. */
export type PeerEnv = Readonly<Record<'CRANE' | 'SKOPEO' | 'IGZIP' | 'BSDTAR' | 'LD_LIBRARY_PATH', string>>;

/** Unpacks the programs that we are measured beside, once a machine; nothing is installed. */
export async function findPeers(log: (line: string) => void): Promise<PeerEnv> {
  const prefix = await cached('bench-peers-1', async (into) => {
    log('skopeo, igzip and bsdtar: downloading Debian packages (6 MB)');
    await unpackPackages({ packages: PACKAGES, into, log });
  });
  const program = (name: string): string => join(prefix, 'usr/bin', name);
  const machine = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  return {
    CRANE: await findCrane(log),
    // Its policy file is in /etc, which stays as it is.
    SKOPEO: `${program('skopeo')} --insecure-policy`,
    IGZIP: program('igzip'),
    BSDTAR: program('bsdtar'),
    LD_LIBRARY_PATH: [join(prefix, 'usr/lib', machine), join(prefix, 'lib', machine)].join(':'),
  };
}
