import { PlimsollError } from '../errors.ts';
import { invalidLayer } from './invalid-layer.ts';
import { LAYER_LIMITS } from './limits.ts';

/**
 * A path as an archive has it, from the container's root: `./usr//bin/` is `/usr/bin`. Throws `IMAGE_INVALID`, naming
 * `what`, where it leads outside, as container engines refuse it, and `LIMIT_EXCEEDED`.
 */
export function normalizePath(path: string, what: string): string {
  if (path.length > LAYER_LIMITS.pathCharacters) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has a path of ${path.length} characters`);
  }
  if (isPlain(path)) return path.endsWith('/') ? `/${path.slice(0, -1)}` : `/${path}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) {
      throw invalidLayer(what, `has a path that leads outside: ${JSON.stringify(path.slice(0, 200))}`);
    }
  }
  return `/${parts.join('/')}`;
}

/** Whether a normalised path is that of something in a folder, and not further below; '' is the root. */
export function isDirectlyIn(folder: string, path: string): boolean {
  const { length } = folder;
  // Looking for the last slash from the end takes several times as long.
  return path.charCodeAt(length) === SLASH && path.startsWith(folder) && !path.includes('/', length + 1);
}

const SLASH = 0x2f;
const DOT = 0x2e;

/** As most archives have it: relative, without an empty part or one that begins with a dot. */
function isPlain(path: string): boolean {
  let before = SLASH;
  for (let place = 0; place < path.length; place += 1) {
    const unit = path.charCodeAt(place);
    if (before === SLASH && (unit === SLASH || unit === DOT)) return false;
    before = unit;
  }
  return path !== '';
}

export type WhiteoutName =
  | { readonly kind: 'whiteout' | 'opaque'; readonly path: string }
  /** What AUFS kept for itself, in layers of old. */
  | { readonly kind: 'ignored' };

/** What the name of a normalised path says of layers below; `null` for a file like any other. Throws `IMAGE_INVALID`. */
export function parseWhiteout(path: string, what: string): WhiteoutName | null {
  let slash = path.length - 1;
  while (slash >= 0 && path.charCodeAt(slash) !== SLASH) slash -= 1;
  if (!path.startsWith(PREFIX, slash + 1)) return null;
  const directory = path.slice(0, slash);
  const name = path.slice(slash + 1 + PREFIX.length);
  if (name === OPAQUE) return { kind: 'opaque', path: directory || '/' };
  if (name.startsWith(PREFIX)) return { kind: 'ignored' };
  if (name === '' || name === '.' || name === '..') throw invalidLayer(what, 'has a whiteout of nothing');
  return { kind: 'whiteout', path: `${directory}/${name}` };
}

const PREFIX = '.wh.';
const OPAQUE = '.wh..opq';
