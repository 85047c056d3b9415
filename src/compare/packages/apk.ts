import { readFileLists } from './file-lists.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';

/** Alpine's packages. */
export function readApk(texts: PackageTexts): InstalledPackage[] {
  return readFileLists(texts.get('/lib/apk/db/installed') ?? texts.get('/usr/lib/apk/db/installed') ?? '', 'apk');
}
