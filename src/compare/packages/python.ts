import type { InstalledPackage, PackageTexts } from './package-data.ts';

/** Python's packages: a `.dist-info` folder with METADATA, and the files that its RECORD lists (PyPA's "Recording installed projects"). */
export function readPython(texts: PackageTexts): InstalledPackage[] {
  return [...texts].flatMap(([path, text]): InstalledPackage[] => {
    const [, site, folder] = /^(.*\/)([^/]+\.dist-info)\/METADATA$/.exec(path) ?? [];
    if (site === undefined || folder === undefined) return [];
    const name = field(text, 'Name');
    const version = field(text, 'Version');
    if (name === '' || version === '') return [];
    const record = texts.get(`${site}${folder}/RECORD`) ?? '';
    const paths = record.split('\n').map((line) => normalize(`${site}${readCell(line)}`));
    // Names are the same whatever their case and punctuation (PEP 503).
    const canonical = name.toLowerCase().replace(/[-_.]+/g, '-');
    return [{ type: 'python', name: canonical, version, files: { kind: 'listed', paths } }];
  });
}

/** Of the header; the description that follows may have anything in it. */
function field(text: string, name: string): string {
  const [header = ''] = text.split(/\r?\n\r?\n/, 1);
  return new RegExp(`^${name}: *(.*?)\\s*$`, 'm').exec(header)?.[1] ?? '';
}

/** The first cell of a line of CSV. */
function readCell(line: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(line)?.[1];
  return quoted === undefined ? (line.split(',', 1)[0] ?? '') : quoted.replaceAll('""', '"');
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
