import type { Comparison } from './comparison.ts';
import type { Image } from '../image/image.ts';
import type { Note } from '../note.ts';

const CODE = 'config-changed';

/**
 * Says by instruction what else a container runs with: sizes and layers do not show another ENTRYPOINT. `null`: all is
 * as it was, on every platform that both have; a label or a time alone is no news.
 */
export function noteSettings(baseline: Image | null, head: Image | null): Note | null {
  const changed = new Set<string>();
  for (const { platform, settings } of head?.platforms ?? []) {
    const before = baseline?.platforms.find((candidate) => candidate.platform === platform)?.settings;
    if (before === undefined) continue;
    for (const instruction of Object.keys({ ...before, ...settings })) {
      if (before[instruction] !== settings[instruction]) changed.add(instruction);
    }
  }
  if (changed.size === 0) return null;
  return { code: CODE, message: `the image's configuration changed: ${[...changed].join(', ')}`, hint: '' };
}

/** What `noteSettings` said of a comparison; `null`: nothing. */
export function findSettingsNote({ notes }: Pick<Comparison, 'notes'>): Note | null {
  return notes.find(({ code }) => code === CODE) ?? null;
}
