import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { unpackPackages, type DebianPackage } from '../machine/packages.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

/** As Debian 12 has it, with the libraries and the files of settings that a bare machine lacks. */
const PACKAGES: readonly DebianPackage[] = [
  { name: 'buildah', version: '1.28.2+ds1-3+deb12u1+b3', suite: null },
  { name: 'golang-github-containers-common', version: '0.50.1+ds1-4', suite: null },
  { name: 'golang-github-containers-image', version: '5.23.1-4', suite: null },
  { name: 'libgpgme11', version: '1.18.0-3+deb12u1', suite: null },
  { name: 'libassuan0', version: '2.5.5-5', suite: null },
  { name: 'libdevmapper1.02.1', version: '2:1.02.185-2', suite: null },
  { name: 'libsubid4', version: '1:4.13+dfsg1-1+deb12u2', suite: null },
];

export interface Buildah {
  /** The folder of the program, for PATH. */
  readonly path: string;
  stop(): Promise<void>;
}

/** The real buildah, with images of its own, which speaks http to one registry and logs in as Docker did. */
export async function startBuildah(registry: string, log: (line: string) => void = () => undefined): Promise<Buildah> {
  const prefix = await cached('buildah-1', async (into) => {
    log("buildah: downloading Debian's packages (7 MB)");
    await unpackPackages({ packages: PACKAGES, into, log });
  });
  const folder = await makeWorkDir('buildah');
  const path = join(folder, 'bin');
  await mkdir(path);
  const settings = join(folder, 'registries.conf');
  await writeFile(settings, `[[registry]]\nlocation = "${registry}"\ninsecure = true\n`);
  const machine = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  // Its own settings are in /etc, which stays as it is.
  const script = `#!/bin/sh -e
command=$1
shift
export LD_LIBRARY_PATH=${prefix}/usr/lib/${machine}:${prefix}/lib/${machine}
export CONTAINERS_CONF=/dev/null CONTAINERS_REGISTRIES_CONF=${settings} REGISTRY_AUTH_FILE="$DOCKER_CONFIG/config.json"
exec ${prefix}/usr/bin/buildah --root ${folder}/images --runroot ${folder}/run --storage-driver vfs \\
  "$command" --signature-policy ${prefix}/etc/containers/policy.json "$@"
`;
  await writeFile(join(path, 'buildah'), script);
  await chmod(join(path, 'buildah'), 0o755);
  return {
    path,
    stop: async () => {
      await removeWorkDir(folder);
    },
  };
}
