import { hideArguments } from '../steps/hide-arguments.ts';
import { unionMs } from './union-ms.ts';
import { isDigest, type Digest } from '../../image/digest.ts';
import type { BuildSummary } from '../build-summary.ts';
import type { Vertex } from '../steps/vertex.ts';

/** What a build did with caches that it was told to read and to write. */
export interface CacheUse {
  importMs: number;
  exportMs: number;
  /** How long nothing else of the build went on than reading and writing caches: without them it were shorter by that. */
  costMs: number;
  /** How long downloads of restored steps took, which are made only where something needs them, and their bytes; the layers of the bases below are among them. */
  pullMs: number;
  pullBytes: number;
  /** `missing`: there was none to read yet, which is no failure. `read`: at least one was. */
  import: 'none' | 'missing' | 'failed' | 'read';
  /** Of the caches that were written. */
  manifests: readonly Digest[];
  /** What went wrong and failed no build, since caches never do under `ignore-error`. */
  failures: readonly CacheFailure[];
}

export interface CacheFailure {
  of: 'import' | 'export';
  /** Untrusted text. */
  error: string;
}

const IMPORT = 'importing cache manifest from ';

/** What BuildKit calls the vertex of an export, by where it goes. */
export const CACHE_EXPORT = /^exporting (?:inline |content )?cache\b|^exporting to GitHub Actions Cache\b/;

/** BuildKit writes either form; before 0.21 the first. */
const MANIFEST = /^writing cache (?:image )?manifest (sha256:.*)$/;

const LONGEST_ERROR = 1000;
const MOST_MANIFESTS = 10;

/** Out of what BuildKit recorded of a build (facts/buildkit.md, "Failures"). */
export function readCacheUse(
  vertices: readonly Vertex[],
  { error: ofBuild, buildArguments }: Pick<BuildSummary, 'error' | 'buildArguments'>,
): CacheUse {
  const imports = vertices.filter(({ name }) => name.startsWith(IMPORT));
  const exports = vertices.filter(({ name }) => CACHE_EXPORT.test(name));
  const pulls = vertices.filter(({ isCached, blobs }) => isCached && blobs.some(({ task }) => isDigest(task)));
  const others = vertices.filter((vertex) => !imports.includes(vertex) && !exports.includes(vertex));
  const failuresOf = (of: CacheFailure['of'], failed: readonly Vertex[]): CacheFailure[] =>
    failed
      .map(({ error }) => error)
      // What failed the build is the build's own error; the rest was swallowed.
      .filter((error) => error !== '' && ofBuild?.includes(error) !== true)
      .map((error) => ({ of, error: hideArguments(error, buildArguments).slice(0, LONGEST_ERROR) }));
  return {
    importMs: lastedMs(imports),
    exportMs: lastedMs(exports),
    costMs: lastedMs(vertices) - lastedMs(others),
    pullMs: lastedMs(pulls),
    pullBytes: sumPulled(pulls),
    import: judgeImports(imports),
    manifests: exports
      .filter(({ error }) => error === '')
      .flatMap(({ blobs }) => blobs.map(({ task }) => MANIFEST.exec(task)?.[1] ?? ''))
      .filter((digest) => isDigest(digest))
      .slice(0, MOST_MANIFESTS),
    failures: [
      ...failuresOf(
        'import',
        imports.filter((vertex) => !isMissing(vertex)),
      ),
      ...failuresOf('export', exports),
    ],
  };
}

function lastedMs(vertices: readonly Vertex[]): number {
  return unionMs(vertices.flatMap(({ intervals }) => intervals)) ?? 0;
}

/** Steps may wait for the same blob: it is downloaded once. */
function sumPulled(pulls: readonly Vertex[]): number {
  const bytes = new Map<string, number>();
  for (const blob of pulls.flatMap(({ blobs }) => blobs)) {
    if (isDigest(blob.task)) bytes.set(blob.task, Math.max(blob.bytes, bytes.get(blob.task) ?? 0));
  }
  return [...bytes.values()].reduce((sum, size) => sum + size, 0);
}

function judgeImports(imports: readonly Vertex[]): CacheUse['import'] {
  if (imports.length === 0) return 'none';
  if (imports.some(({ error }) => error === '')) return 'read';
  return imports.every(isMissing) ? 'missing' : 'failed';
}

/** A branch's first build has no cache to import. One of which a part is gone says "not found" as well, and is none that is missing. */
function isMissing({ error }: Vertex): boolean {
  return /^failed to configure \w+ cache importer: (?:.*: not found|.*\b404 Not Found\b.*)$/s.test(error);
}
