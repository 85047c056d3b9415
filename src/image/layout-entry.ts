import { PlimsollError } from '../errors.ts';
import { formatPlatform, normalizePlatform } from './platform.ts';
import { isSameName } from './same-name.ts';
import type { Descriptor } from './source.ts';

const LISTED_NAMES = 20;

/**
 * The entry of a layout's `index.json` that is meant: the one that `tag` names (in whole, as in
 * `docker.io/library/nginx:1.27`, or by the tag alone), without a tag the only one. `'all'`: the entries are one image's
 * platforms, and `index.json` itself is its index. Throws `IMAGE_NOT_FOUND`; its hint lists the names.
 */
export function chooseEntry(entries: readonly Descriptor[], tag: string | null, name: string): Descriptor | 'all' {
  const images = entries.filter(({ annotations }) => annotations['vnd.docker.reference.type'] === undefined);
  const chosen = tag === null ? images : images.filter((entry) => namesOf(entry).some((one) => isSameName(one, tag)));
  const [first] = chosen;
  if (first === undefined) {
    const what = tag === null ? 'holds no image' : `holds no image ${JSON.stringify(tag.slice(0, 200))}`;
    throw new PlimsollError('IMAGE_NOT_FOUND', `${name} ${what}`, { hint: listNames(images) });
  }
  if (chosen.every(({ digest }) => digest === first.digest)) return first;
  if (chosen.length === entries.length && areOneImage(chosen)) return 'all';
  throw new PlimsollError('IMAGE_NOT_FOUND', `${name} holds ${chosen.length} images`, {
    hint: `Name one of them after a colon. ${listNames(chosen)}`,
  });
}

/** Where docker and containerd write the whole name, and OCI's tools the tag or whatever they were told. */
function namesOf({ annotations }: Descriptor): string[] {
  const names = [annotations['io.containerd.image.name'], annotations['org.opencontainers.image.ref.name']];
  return names.flatMap((name) => (name ? [name] : []));
}

/** No two of a platform, and no two names. */
function areOneImage(entries: readonly Descriptor[]): boolean {
  const platforms = entries.map(({ platform }) =>
    platform === null ? null : formatPlatform(normalizePlatform(platform)),
  );
  const names = entries.map((entry) => namesOf(entry).join('\n'));
  return !platforms.includes(null) && new Set(platforms).size === entries.length && new Set(names).size === 1;
}

function listNames(entries: readonly Descriptor[]): string {
  if (entries.length === 0) return '';
  const names = [...new Set(entries.map((entry) => (namesOf(entry)[0] ?? entry.digest).slice(0, 200)))];
  const more = names.length > LISTED_NAMES ? `, and ${names.length - LISTED_NAMES} more` : '';
  return `It holds ${names.slice(0, LISTED_NAMES).join(', ')}${more}.`;
}
