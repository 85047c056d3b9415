import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const EMPTY = 'rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true';

/** Of `docker-clean`, `docker-gzip-indexes` and `docker-no-languages`, which Debian's own images have. */
export const APT_SETTINGS = `DPkg::Post-Invoke { "${EMPTY}"; };
APT::Update::Post-Invoke { "${EMPTY}"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
`;

/** Lets apt leave in an image what it leaves in upstream's: no packages and no index of them beside the lists. */
export async function writeAptSettings(root: string): Promise<void> {
  const folder = join(root, 'etc/apt/apt.conf.d');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'docker-clean'), APT_SETTINGS);
}
