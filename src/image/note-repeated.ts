import type { Image } from './image.ts';
import type { Note } from '../note.ts';

/** Says of which platforms an image has more than one; `role`: what it is called. */
export function noteRepeated(role: string, { repeated }: Image): Note[] {
  if (repeated.length === 0) return [];
  return [
    {
      code: 'platform-repeated',
      message: `${role} has more than one image for ${repeated.join(', ')}: the first counts, as it does for container engines`,
      hint: '',
    },
  ];
}
