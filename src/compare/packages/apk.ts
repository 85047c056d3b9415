import type { InstalledPackage, PackageTexts } from './package-data.ts';

/** Alpine's packages: paragraphs with P (name), V (version), F (folder) and R (file in it), as apk keeps them (apk-v2 "installed"). */
export function readApk(texts: PackageTexts): InstalledPackage[] {
  const text = texts.get('/lib/apk/db/installed') ?? texts.get('/usr/lib/apk/db/installed') ?? '';
  return text.split(/\n\s*\n/).flatMap((paragraph): InstalledPackage[] => {
    let name = '';
    let version = '';
    let folder = '';
    const paths: string[] = [];
    for (const line of paragraph.split('\n')) {
      const value = line.slice(2);
      if (line.startsWith('P:')) name = value;
      else if (line.startsWith('V:')) version = value;
      else if (line.startsWith('F:')) folder = value;
      else if (line.startsWith('R:')) paths.push(folder === '' ? `/${value}` : `/${folder}/${value}`);
    }
    return name === '' || version === '' ? [] : [{ type: 'apk', name, version, files: { kind: 'listed', paths } }];
  });
}
