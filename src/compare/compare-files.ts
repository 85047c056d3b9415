import { partsOf, type DirectoryParts } from './root-tree.ts';
import type { FileChanges } from './comparison.ts';
import type { PathState, RootFile, RootNode } from '../layer/root-node.ts';

/** Of each list: contract.md, "files". */
const MOST_FILES = 1000;

type KnownState = Exclude<PathState, 'implied'>;
type Changed = FileChanges['changed'][number];

/** A merged root file system, as far as it was read. */
export interface RootSide {
  readonly root: RootNode;
  /** Whether every layer was read: then what no layer names is not there. */
  readonly isWhole: boolean;
}

export interface ComparedFiles {
  readonly files: FileChanges;
  /** Files that one side's layers have something to say of, and of the other side's only some that were not read. */
  readonly unsaid: number;
}

/** What became of each file between two root file systems; both lack the same layers, those that they share. */
export function compareFiles(baseline: RootSide, head: RootSide): ComparedFiles {
  const added: { path: string; size: number }[] = [];
  const removed: { path: string; size: number }[] = [];
  const changed: Changed[] = [];
  let unsaid = 0;
  const judge = (pathOf: () => string, before: KnownState, after: KnownState): void => {
    if (before === 'unsaid' || after === 'unsaid') {
      const said = before === 'unsaid' ? after : before;
      // Archives name the directories that lead to their files, whether these were there or not.
      if (said === 'unsaid' || (typeof said === 'object' && said.type === 'directory')) return;
      unsaid++;
      if (said === 'absent') return;
      if (before === 'unsaid') changed.push({ path: pathOf(), baselineSize: null, size: said.size ?? 0, what: [] });
      else removed.push({ path: pathOf(), size: said.size ?? 0 });
      return;
    }
    if (before === 'absent') {
      if (after !== 'absent') added.push({ path: pathOf(), size: after.size ?? 0 });
      return;
    }
    if (after === 'absent') {
      removed.push({ path: pathOf(), size: before.size ?? 0 });
      return;
    }
    const what = differ(before, after);
    if (what.length > 0) changed.push({ path: pathOf(), baselineSize: before.size, size: after.size ?? 0, what });
  };
  walk(baseline, head, judge);
  const weigh = (file: { size: number } | Changed): number =>
    'what' in file ? Math.abs(file.size - (file.baselineSize ?? 0)) : file.size;
  const first = <File extends { path: string; size: number }>(list: readonly File[]): File[] =>
    list.toSorted((a, b) => weigh(b) - weigh(a) || (a.path < b.path ? -1 : 1)).slice(0, MOST_FILES);
  return {
    files: {
      added: first(added),
      removed: first(removed),
      changed: first(changed),
      truncated: [added, removed, changed].some(({ length }) => length > MOST_FILES),
    },
    unsaid,
  };
}

/** Every path that either side has something to say of, once; it is put together where it is wanted. */
function walk(
  baseline: RootSide,
  head: RootSide,
  judge: (path: () => string, before: KnownState, after: KnownState) => void,
): void {
  /** A path of which something may be below. */
  interface Place {
    path: string;
    before: RootNode | undefined;
    after: RootNode | undefined;
    isBeforeCut: boolean;
    isAfterCut: boolean;
  }
  const places: Place[] = [
    { path: '', before: baseline.root, after: head.root, isBeforeCut: baseline.isWhole, isAfterCut: head.isWhole },
  ];
  judge(() => '/', stateOf(baseline.root, baseline.isWhole), stateOf(head.root, head.isWhole));
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { path, before, after } = place;
    const isBeforeCut = place.isBeforeCut || before?.isCut === true;
    const isAfterCut = place.isAfterCut || after?.isCut === true;
    const [beforeNodes, afterNodes] = judgeFiles(before, after, judge);
    const visit = (name: string, one: RootNode | undefined, other: RootNode | undefined): void => {
      judge(() => `${path}/${name}`, stateOf(one, isBeforeCut), stateOf(other, isAfterCut));
      if (!mayHaveChildren(one) && !mayHaveChildren(other)) return;
      places.push({ path: `${path}/${name}`, before: one, after: other, isBeforeCut, isAfterCut });
    };
    for (const [name, child] of beforeNodes ?? []) visit(name, child, afterNodes?.get(name));
    for (const [name, child] of afterNodes ?? []) if (beforeNodes?.has(name) !== true) visit(name, undefined, child);
  }
}

type Nodes = ReadonlyMap<string, RootNode> | null;

/** Judges the files of a directory that have no nodes where both sides have the same ones, as nearly always: what is left to judge. */
function judgeFiles(
  before: RootNode | undefined,
  after: RootNode | undefined,
  judge: (path: () => string, before: KnownState, after: KnownState) => void,
): readonly [Nodes, Nodes] {
  const one = before === undefined ? NO_PARTS : partsOf(before);
  const other = after === undefined ? NO_PARTS : partsOf(after);
  if (!haveSamePaths(one.files, other.files)) return [before?.children ?? null, after?.children ?? null];
  for (let place = 0; place < one.files.length; place += 1) {
    const file = one.files[place];
    const twin = other.files[place];
    if (file !== undefined && twin !== undefined && file !== twin) judge(() => file.path, file, twin);
  }
  return [one.nodes, other.nodes];
}

function haveSamePaths(one: DirectoryParts['files'], other: DirectoryParts['files']): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place += 1) {
    if (one[place] !== other[place] && one[place]?.path !== other[place]?.path) return false;
  }
  return true;
}

const NO_PARTS: DirectoryParts = { files: [], nodes: null };

function mayHaveChildren(node: RootNode | undefined): boolean {
  if (node === undefined) return false;
  const { files, nodes } = partsOf(node);
  return files.length > 0 || nodes !== null;
}

/** A directory that no archive names, for the sake of what is in it. */
const IMPLIED: RootFile = {
  type: 'directory',
  size: 0,
  contentHash: null,
  mode: 0,
  uid: 0,
  gid: 0,
  link: null,
  xattrs: '',
  device: null,
};

function stateOf(node: RootNode | undefined, isCut: boolean): KnownState {
  if (node === undefined) return isCut ? 'absent' : 'unsaid';
  const isKnown = isCut || node.isCut;
  if (node.state === 'implied') return isKnown ? IMPLIED : 'unsaid';
  return node.state === 'unsaid' && isKnown ? 'absent' : node.state;
}

const NOTHING: Changed['what'] = [];

/** As nearly all are, so no list is made for it. */
function isEqual(before: RootFile, after: RootFile): boolean {
  return (
    before.contentHash === after.contentHash &&
    before.size === after.size &&
    before.mode === after.mode &&
    before.uid === after.uid &&
    before.gid === after.gid &&
    before.link === after.link &&
    before.xattrs === after.xattrs &&
    before.device === after.device
  );
}

function differ(before: RootFile, after: RootFile): Changed['what'] {
  if (before.type !== after.type) return ['type'];
  if (before === IMPLIED || after === IMPLIED || isEqual(before, after)) return NOTHING;
  const isOtherContent =
    before.contentHash !== after.contentHash || before.size !== after.size || before.device !== after.device;
  return [
    ...(isOtherContent ? (['content'] as const) : []),
    // Capabilities and access lists are permissions too.
    ...(before.mode !== after.mode || before.xattrs !== after.xattrs ? (['mode'] as const) : []),
    ...(before.uid !== after.uid || before.gid !== after.gid ? (['owner'] as const) : []),
    ...(before.link !== after.link ? (['link'] as const) : []),
  ];
}
