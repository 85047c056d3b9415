import type { InstalledPackage, PackageTexts } from './package-data.ts';

const PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\/package\.json$/;

/** npm's packages, nested ones and pnpm's too: a folder in `node_modules` with a package.json that has a version. */
export function readNpm(texts: PackageTexts): InstalledPackage[] {
  return [...texts].flatMap(([path, text]): InstalledPackage[] => {
    const [, folder, name] = PACKAGE.exec(path) ?? [];
    const version = readVersion(text);
    if (folder === undefined || name === undefined || version === null) return [];
    return [{ type: 'npm', name, version, files: { kind: 'folder', path: folder } }];
  });
}

function readVersion(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('version' in value)) return null;
    return typeof value.version === 'string' ? value.version : null;
  } catch {
    return null;
  }
}
