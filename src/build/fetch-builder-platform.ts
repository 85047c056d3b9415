import { askDocker, type Docker } from '../image/docker.ts';

const MOST_BYTES = 1024 * 1024;

/**
 * The platform that a builder of one node runs on: the first that it names. `null`: not known, as where whoever made it
 * chose what stands first. Never throws.
 */
export async function fetchBuilderPlatform(docker: Docker, builder: string): Promise<string | null> {
  try {
    const answer = await askDocker(docker, ['buildx', 'inspect', builder], { maxBytes: MOST_BYTES });
    return answer.kind === 'failed' ? null : findOwnPlatform(Buffer.from(answer.stdout).toString('utf8'));
  } catch {
    return null;
  }
}

/** Out of what `docker buildx inspect` prints: its JSON does not tell chosen platforms from its own. */
export function findOwnPlatform(text: string): string | null {
  const [only, ...others] = [...text.matchAll(/^Platforms: +(\S.*)$/gm)].map(([, platforms = '']) => platforms);
  // An asterisk is behind what was chosen by hand; the rest of a configuration stands line by line behind a `>`.
  const isChosen = only?.includes('*') === true || /^ > .*\bplatforms\s*=/m.test(text);
  return only === undefined || others.length > 0 || isChosen ? null : (only.split(',')[0]?.trim() ?? null);
}
