import { readDpkg } from '../compare/packages/dpkg.ts';
import { makeOwners } from '../compare/packages/package-owners.ts';
import type { SubjectLayer } from './image-subject.ts';

const STATUS = '/var/lib/dpkg/status';
const LIST = /^\/var\/lib\/dpkg\/info\/([^/:]+)(?::[^/.]+)?\.list$/;

const ARCHIVE = /^\/var\/cache\/apt\/archives\/([^/_]+)_[^/]*\.deb$/;

/** What a package of Debian's says of others, by `Package`, `Provides`, `Depends`, … */
type Fields = ReadonlyMap<string, string>;

/**
 * Bytes of packages that a layer of apt's has only because packages that were asked for, or those that these need, recommend
 * them. Where one of several packages would do, all count as needed. `null` where the layer does not tell.
 */
export function sumRecommended({ entries, texts }: SubjectLayer, named: readonly string[]): number | null {
  const files = entries.flatMap((entry) => (entry.kind === 'entry' ? [entry] : []));
  const kept = new Map(
    files.flatMap(({ path, contentHash }): [string, string][] => {
      const text = contentHash === null ? undefined : texts.get(contentHash);
      return text === undefined ? [] : [[path, text]];
    }),
  );
  const status = kept.get(STATUS) ?? '';
  // An index of an earlier version has no relations in it.
  if (!status.includes('\nDepends:')) return null;
  const come = new Set(files.flatMap(({ path }) => LIST.exec(path)?.[1] ?? []));
  const packages = readRelations(status).filter((fields) => come.has(fields.get('Package') ?? ''));
  const providers = listProviders(packages);
  if (!named.every((name) => providers.has(name))) return null;
  const needed = follow(named, packages, providers, ['Depends', 'Pre-Depends']);
  const all = follow(named, packages, providers, ['Depends', 'Pre-Depends', 'Recommends']);
  const isExtra = (name: string): boolean => all.has(name) && !needed.has(name);
  const ownersOf = makeOwners(readDpkg(kept).filter(({ name }) => isExtra(name)));
  // Folders are more than one package's; archives stay where nothing clears them away.
  const extra = files.filter(
    (file) => file.type !== 'directory' && (ownersOf(file).length > 0 || isExtra(ARCHIVE.exec(file.path)?.[1] ?? '')),
  );
  return extra.reduce((sum, { tarBytes }) => sum + tarBytes, 0);
}

function readRelations(status: string): Fields[] {
  return status
    .split('\n\n')
    .map((paragraph) => new Map(paragraph.split('\n').map((line): [string, string] => splitField(line))));
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** Packages by each name that they go by. */
function listProviders(packages: readonly Fields[]): Map<string, string[]> {
  const providers = new Map<string, string[]>();
  for (const fields of packages) {
    const own = fields.get('Package') ?? '';
    for (const name of [own, ...listNames(fields.get('Provides'))]) {
      const known = providers.get(name);
      if (known === undefined) providers.set(name, [own]);
      else known.push(own);
    }
  }
  return providers;
}

/** `libc6 (>= 2.36), awk | mawk:any`: all names. */
function listNames(relation = ''): string[] {
  return relation.split(/[,|]/).flatMap((one) => /^\s*([a-z0-9][a-z0-9+.-]*)/.exec(one)?.[1] ?? []);
}

/** The packages that are reached from these names. */
function follow(
  names: readonly string[],
  packages: readonly Fields[],
  providers: ReadonlyMap<string, readonly string[]>,
  relations: readonly string[],
): Set<string> {
  const byName = new Map(packages.map((fields) => [fields.get('Package') ?? '', fields]));
  const reached = new Set<string>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const one of providers.get(name) ?? []) {
      if (reached.has(one)) continue;
      reached.add(one);
      left.push(...relations.flatMap((relation) => listNames(byName.get(one)?.get(relation))));
    }
  }
  return reached;
}
