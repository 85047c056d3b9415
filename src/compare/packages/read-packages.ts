import { readApk } from './apk.ts';
import { readDpkg } from './dpkg.ts';
import { readGo } from './go.ts';
import { readJava } from './java.ts';
import { readNpm } from './npm.ts';
import { readPython } from './python.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';

/** All packages that the image's own data names; rpm's database is not read. */
export function readPackages(texts: PackageTexts): InstalledPackage[] {
  return [readDpkg, readApk, readNpm, readPython, readGo, readJava].flatMap((read) => read(texts));
}
