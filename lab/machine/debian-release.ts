import { readFile } from 'node:fs/promises';

/** The code name of this machine's Debian (`bookworm`), null on any other system. */
export async function debianRelease(): Promise<string | null> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (!/^ID="?debian"?$/m.test(release)) return null;
  return /^VERSION_CODENAME="?(\w+)"?$/m.exec(release)?.[1] ?? null;
}
