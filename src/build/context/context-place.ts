import { parseGitAddress } from './git-address.ts';
import { identifySource } from '../steps/source-identity.ts';
import { readWorkTreePath } from './work-tree-path.ts';
import type { ContextPlace } from '../origins/image-origin.ts';
import type { Provenance } from '../origins/provenance.ts';

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Where the files of a build's own context come from: the commit that the builder fetched, or what Buildx found in the
 * work tree of who builds. `null`: not known, or git's own folder is among them, which commits tell nothing of, or other
 * targets' contexts are.
 */
export function readContextPlace(provenance: Provenance): ContextPlace | null {
  if (provenance.isLinked) return null;
  return provenance.contextUri === '' ? readWorkTree(provenance) : readFetched(provenance);
}

function readWorkTree({ workTree }: Provenance): ContextPlace | null {
  const { revision, context, dockerfileFolder, dockerfile } = workTree;
  const folder = readWorkTreePath(context);
  // A work tree that is known to have changes has `-dirty` there.
  if (!COMMIT.test(revision) || folder === null) return null;
  const beside = readWorkTreePath(dockerfileFolder);
  const file =
    beside === null || dockerfile === ''
      ? null
      : readWorkTreePath(beside === '' ? dockerfile : `${beside}/${dockerfile}`);
  return { kind: 'work-tree', commit: revision, folder, dockerfile: file };
}

function readFetched(provenance: Provenance): ContextPlace | null {
  const { contextCommit: commit } = provenance;
  const sources = (provenance.graph?.steps ?? []).flatMap(({ op }) =>
    op.kind === 'source' && identifySource(op, provenance).kind === 'context' && op.identifier.startsWith('git://')
      ? [op]
      : [],
  );
  const folders = new Set(sources.map(({ identifier }) => parseGitAddress(identifier).folder));
  const [only, ...others] = [...folders].map((text) => (text === '' ? '' : readWorkTreePath(text)));
  if (!COMMIT.test(commit) || only === undefined || only === null || others.length > 0) return null;
  if (sources.some(({ attributes }) => attributes['git.keepgitdir'] === 'true')) return null;
  return { kind: 'commit', commit, folder: only };
}
