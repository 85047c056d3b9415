import type { InstalledPackage } from './package-data.ts';

/** Paragraphs with P (name), V (version), F (folder) and R (file in it), as apk keeps them (apk-v2 "installed"), to packages of a type. */
export function readFileLists(text: string, type: 'apk' | 'rpm'): InstalledPackage[] {
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
    return name === '' || version === '' ? [] : [{ type, name, version, files: { kind: 'listed', paths } }];
  });
}
