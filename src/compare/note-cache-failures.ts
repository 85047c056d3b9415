import type { CacheFailure } from '../build/timeline/cache-use.ts';
import type { Note } from '../note.ts';

/** What caches did not do, and no build fails by: it went on without them, and nobody would know. */
export function noteCacheFailures(failures: readonly CacheFailure[]): Note[] {
  const notes = failures.map(noteFailure);
  const messages = notes.map(({ message }) => message);
  return notes.filter(({ message }, index) => messages.indexOf(message) === index);
}

function noteFailure({ of, error }: CacheFailure): Note {
  const message = `the build cache ${of === 'import' ? 'could not be read' : 'was not written'}: ${error}`;
  if (/\b(?:401|403|denied|unauthorized|forbidden|insufficient_scope)\b/i.test(error)) {
    const may = of === 'import' ? 'read' : 'write';
    const hint = `On ghcr.io the job needs "packages: ${may}" and a package that is linked to the repository; elsewhere a login that may ${may} there.`;
    return { code: 'cache-denied', message, hint };
  }
  return { code: 'cache-failed', message, hint: adviseFailure(of, error) };
}

function adviseFailure(of: CacheFailure['of'], error: string): string {
  if (/\b(?:5\d\d|429|timeout|timed out|connection|no such host|too ?many ?requests)\b/i.test(error)) {
    return 'The registry did not answer as it should; if it happens again, look at it.';
  }
  return of === 'import'
    ? 'It may be broken: a build that writes it anew mends it, and so does deleting it.'
    : 'If it happens again, look at the registry: not every one takes a cache; "image-manifest=true" in "cache-to" helps with some.';
}
