import { XATTR } from './parse-pax.ts';

/**
 * Extended attributes out of PAX records, as one text that is equal where they are: a line each, sorted, the name and the
 * value in hexadecimal. star, GNU and Go write them plain; libarchive writes them a second time, in base64. Empty where
 * there are none.
 */
export function readXattrs(records: ReadonlyMap<string, string>): string {
  const attributes = new Map<string, string>();
  for (const [key, value] of records) {
    if (key.startsWith(LIBARCHIVE)) {
      attributes.set(decodeName(key.slice(LIBARCHIVE.length)), Buffer.from(value, 'base64').toString('hex'));
    }
  }
  for (const [key, value] of records) {
    if (key.startsWith(XATTR)) attributes.set(key.slice(XATTR.length), Buffer.from(value, 'latin1').toString('hex'));
  }
  if (attributes.size === 0) return '';
  return [...attributes]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
}

const LIBARCHIVE = 'LIBARCHIVE.xattr.';

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
