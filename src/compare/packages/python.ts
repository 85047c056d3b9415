import type { InstalledPackage, PackageTexts } from './package-data.ts';

/**
 * Python's packages: a `.dist-info` folder with METADATA, and the files that its RECORD lists (PyPA's "Recording installed
 * projects"), or an `.egg-info` folder as it was before, with what pip wrote down.
 */
export function readPython(texts: PackageTexts): InstalledPackage[] {
  return [...texts].flatMap(([path, text]): InstalledPackage[] => {
    const [, site, info, isEgg] = /^(.*\/)([^/]+\.(?:dist-info|(egg-info)))\/(?:METADATA|PKG-INFO)$/.exec(path) ?? [];
    if (site === undefined || info === undefined) return [];
    const name = field(text, 'Name');
    const version = field(text, 'Version');
    if (name === '' || version === '') return [];
    const folder = `${site}${info}`;
    const paths =
      isEgg === undefined
        ? list(texts.get(`${folder}/RECORD`), site)
        : [path, ...list(texts.get(`${folder}/installed-files.txt`), `${folder}/`)];
    // Names are the same whatever their case and punctuation (PEP 503).
    const canonical = name.toLowerCase().replace(/[-_.]+/g, '-');
    return [{ type: 'python', name: canonical, version, files: { kind: 'listed', paths } }];
  });
}

function field(text: string, name: string): string {
  return new RegExp(`^${name}: *(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
}

function list(text: string | undefined, from: string): string[] {
  const lines = text?.split('\n').filter((line) => line !== '') ?? [];
  return lines.map((line) => (line.startsWith('/') ? line : normalize(`${from}${line}`)));
}

/** `/a/b/../c` -> `/a/c`: a RECORD names scripts so. */
function normalize(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}
