import { partsOf } from '../root-tree.ts';
import { readPackages } from '../packages/read-packages.ts';
import { findRpmDatabase } from '../packages/rpm.ts';
import type { Runtime } from './runtime.ts';
import type { ReadRoot } from '../read-root.ts';
import type { PathState, RootNode } from '../../layer/root-node.ts';

/** What there is in an image for whoever breaks into it. Counts of the root file system that a container sees. */
export interface Surface {
  /** Of the distribution and of languages, each version once; `null`: there is a database of rpm's that was not read. */
  packages: number | null;
  shells: number;
  /** Programs that take the rights of their owner or group. */
  setuid: number;
  /** Files that may be run. */
  executables: number;
}

const RUNNABLE = 0o111;
const SETID = 0o6000;

/** `null` where a layer was not read: part of a count is no count; and of what is not Linux, which marks nothing as runnable. */
export function describeSurface(platform: string, root: ReadRoot, { shells }: Runtime): Surface | null {
  if (!root.isWhole || shells === null || !platform.startsWith('linux/')) return null;
  const surface: Surface = { packages: countPackages(root), shells: shells.length, setuid: 0, executables: 0 };
  const open: RootNode[] = [root.root];
  const count = (state: PathState): void => {
    if (typeof state !== 'object' || state.type !== 'file' || (state.mode & RUNNABLE) === 0) return;
    surface.executables += 1;
    if ((state.mode & SETID) !== 0) surface.setuid += 1;
  };
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count(node.state);
    const { files, nodes } = partsOf(node);
    for (const file of files) count(file);
    for (const child of nodes?.values() ?? []) open.push(child);
  }
  return surface;
}

function countPackages(root: ReadRoot): number | null {
  const rpm = findRpmDatabase(root);
  if (rpm.kind === 'unread') return null;
  return new Set(readPackages(root.texts, rpm).map(({ type, name, version }) => JSON.stringify([type, name, version])))
    .size;
}
