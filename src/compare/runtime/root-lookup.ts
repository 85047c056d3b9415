import type { RootSide } from '../compare-files.ts';
import type { RootNode } from '../../layer/root-node.ts';

/** What is at a path: `null` where only a layer that was not read would tell. */
export type IsThere = boolean | null;

/** Linux follows as many. */
const MOST_LINKS = 40;

interface Found {
  readonly node: RootNode;
  /** Whether all that is below it is known. */
  readonly isCut: boolean;
}

/** Looks into a merged root file system as a container does, symbolic links followed. */
export class RootLookup {
  readonly #side: RootSide;

  constructor(side: RootSide) {
    this.#side = side;
  }

  has(path: string): IsThere {
    const found = this.#find(path);
    return found === 'absent' ? false : found === 'unknown' ? null : true;
  }

  /** Whether one of them is there. */
  hasAny(paths: readonly string[]): IsThere {
    return either(paths.map((path) => this.has(path)));
  }

  /** Whether a folder has something whose name fits. */
  hasNamed(folder: string, name: RegExp): IsThere {
    const found = this.#find(folder);
    if (typeof found === 'string') return found === 'absent' ? false : null;
    for (const [child, node] of found.node.children ?? []) {
      if (name.test(child) && isThere(node)) return true;
    }
    return found.isCut ? false : null;
  }

  /** Path of the file that a path leads to; `null` where there is none, or where that is not known. */
  resolve(path: string): string | null {
    let resolved: string | null = null;
    const found = this.#find(path, (real) => (resolved = real));
    return typeof found === 'string' ? null : resolved;
  }

  #find(path: string, tell: (resolved: string) => void = () => undefined): Found | 'absent' | 'unknown' {
    const { root, isWhole } = this.#side;
    let names = namesOf(path);
    let found: Found = { node: root, isCut: isWhole || root.isCut };
    let links = 0;
    for (let place = 0; place < names.length; place++) {
      const node = found.node.children?.get(names[place] ?? '');
      if (node === undefined) return found.isCut ? 'absent' : 'unknown';
      const isCut = found.isCut || node.isCut;
      if (node.state === 'absent') return 'absent';
      if (node.state === 'unsaid' && (node.children === null || place === names.length - 1)) {
        return isCut ? 'absent' : 'unknown';
      }
      if (typeof node.state !== 'object' || node.state.type !== 'symlink') {
        found = { node, isCut };
        continue;
      }
      links += 1;
      if (links > MOST_LINKS) return 'absent';
      names = followLink(names.slice(0, place), node.state.link ?? '', names.slice(place + 1));
      found = { node: root, isCut: isWhole || root.isCut };
      place = -1;
    }
    tell(`/${names.join('/')}`);
    return found;
  }
}

/** One of several. */
export function either(all: readonly IsThere[]): IsThere {
  if (all.includes(true)) return true;
  return all.includes(null) ? null : false;
}

function isThere({ state }: RootNode): boolean {
  return state !== 'absent' && state !== 'unsaid';
}

function followLink(folder: readonly string[], link: string, rest: readonly string[]): string[] {
  const names: string[] = link.startsWith('/') ? [] : [...folder];
  for (const name of namesOf(link)) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return [...names, ...rest];
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
