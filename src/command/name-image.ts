import type { Side } from './side.ts';

/** How the comparison calls an image: `ghcr.io/acme/api` and `api`. */
export interface ImageName {
  /** Repository without tag; where neither side is in a registry, the head as it was named. */
  readonly image: string;
  /** Its last path element, made of what a name may have. */
  readonly name: string;
}

type Named = Pick<Side, 'name' | 'reference'>;

/** By the head's repository; by the baseline's where the head has none, as a build. */
export function nameImage(baseline: Named, head: Named): ImageName {
  const reference = head.reference ?? baseline.reference;
  if (reference !== null) {
    return { image: `${reference.registry}/${reference.repository}`, name: clean(reference.repository) };
  }
  const { name } = [head, baseline].find(({ name }) => !name.startsWith('build:')) ?? head;
  return { image: head.name, name: name.startsWith('build:') ? 'image' : clean(name.slice(name.indexOf(':') + 1)) };
}

/** `./out/api:main` -> `api`, in the letters that a name has (contract.md, input `name`). */
function clean(path: string): string {
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const name = last
    .replace(/[:@].*$/s, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63);
  return name === '' ? 'image' : name;
}
