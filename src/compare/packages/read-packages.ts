import { readApk } from './apk.ts';
import { readDpkg } from './dpkg.ts';
import { readGo } from './go.ts';
import { readJava } from './java.ts';
import { readNpm } from './npm.ts';
import { readPython } from './python.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';
import type { RpmDatabase } from './rpm.ts';

/** All packages that the image's own data names. */
export function readPackages(texts: PackageTexts, rpm: RpmDatabase): InstalledPackage[] {
  const others = [readDpkg, readApk, readNpm, readPython, readGo, readJava].flatMap((read) => read(texts));
  return rpm.kind === 'read' ? [...others, ...rpm.packages] : others;
}
