import type { InstalledPackage, PackageTexts } from './package-data.ts';

const STATUS = '/var/lib/dpkg/status';
const STATUS_FOLDER = '/var/lib/dpkg/status.d/';
const DIVERSIONS = '/var/lib/dpkg/diversions';
const INFO = '/var/lib/dpkg/info/';

/**
 * Debian's packages: from `status` with the lists under `info/` and what is diverted (dpkg-divert(1)), and from `status.d/`, one file a package with its checksums
 * beside it, as distroless images have them (deb-control(5), dpkg(1)).
 */
export function readDpkg(texts: PackageTexts): InstalledPackage[] {
  const packages: InstalledPackage[] = [];
  const divert = readDiversions(texts.get(DIVERSIONS) ?? '');
  for (const paragraph of (texts.get(STATUS) ?? '').split(/\n\s*\n/)) {
    const found = readParagraph(paragraph);
    if (found === null || !/^Status:.*\sinstalled$/m.test(paragraph)) continue;
    const list =
      texts.get(`${INFO}${found.name}:${found.architecture}.list`) ?? texts.get(`${INFO}${found.name}.list`) ?? '';
    const paths = list.split('\n').map((path) => divert(absolute(path), found.name));
    packages.push({ type: 'deb', name: found.name, version: found.version, files: { kind: 'listed', paths } });
  }
  for (const [path, text] of texts) {
    if (!path.startsWith(STATUS_FOLDER) || path.endsWith('.md5sums')) continue;
    const found = readParagraph(text);
    if (found === null) continue;
    const sums = texts.get(`${path}.md5sums`) ?? '';
    const paths = sums.split('\n').map(absolute);
    const files = { kind: 'listed', paths: [path, `${path}.md5sums`, ...paths] } as const;
    packages.push({ type: 'deb', name: found.name, version: found.version, files });
  }
  return packages;
}

/** Three lines each: a path, where it is put instead, and the package that keeps the path for itself. */
function readDiversions(text: string): (path: string, name: string) => string {
  const lines = text.split('\n');
  const diverted = new Map<string, { to: string; by: string }>();
  for (let place = 0; place + 2 < lines.length; place += 3) {
    const [from = '', to = '', by = ''] = lines.slice(place, place + 3);
    diverted.set(from, { to, by });
  }
  return (path, name) => {
    const found = diverted.get(path);
    return found === undefined || found.by === name ? path : found.to;
  };
}

function readParagraph(text: string): { name: string; version: string; architecture: string } | null {
  const field = (name: string): string => new RegExp(`^${name}: *(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
  const name = field('Package');
  const version = field('Version');
  return name === '' || version === '' ? null : { name, version, architecture: field('Architecture') };
}

function absolute(path: string): string {
  return path.trim().replace(/^\.?\/*/, '/');
}
