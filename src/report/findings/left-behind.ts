import { code, say, type Text } from '../text/text.ts';
import type { CauseStory } from '../causes/cause-story.ts';
import type { Comparison } from '../../compare/comparison.ts';

/** Bytes on disk from which on a reader has something to gain. */
const WORTH_SAYING = 100_000;

/** Caches that no container reads. */
const CACHES = ['/var/lib/apt/lists/', '/var/cache/apt/', '/var/cache/apk/', '/root/.cache/pip/', '/root/.npm/'];

/** What to do about files of a story that need not be in an image: `.git`, and caches; `null` where none shows. */
export function adviseOnFiles({ causes, by, kind }: CauseStory, build: Comparison['build']): Text | null {
  const [cause] = causes;
  if (cause === undefined || kind !== 'layer' || by === 'drift') return null;
  for (const { path, onDiskBytes } of cause.paths) {
    if (onDiskBytes < WORTH_SAYING) continue;
    const cache = CACHES.find((folder) => `${path}/`.startsWith(folder));
    if (cache !== undefined && cause.detail.startsWith('RUN ')) {
      return say`Remove ${code(cache)} in the same RUN, or mount it with ${code('--mount=type=cache')}.`;
    }
    if (/\/\.git(?:\/|$)/.test(path) && isContextCopy(cause.source, build)) {
      return say`Add ${code('.git')} to .dockerignore.`;
    }
  }
  return null;
}

/** Whether the build ran a COPY or ADD there that takes from the context; an image's history does not tell it from another stage. */
function isContextCopy(source: { file: string; line: number } | null, build: Comparison['build']): boolean {
  return (build?.steps ?? []).some(
    (step) =>
      step.source !== null &&
      step.source.file === source?.file &&
      step.source.line === source.line &&
      /^(?:COPY|ADD) (?!.*--from=)/.test(step.name),
  );
}
