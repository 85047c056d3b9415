import { readImage } from './read-image.ts';
import type { Image } from './image.ts';
import type { ImageSource } from './source.ts';

/** The image out of the first source that has it. Throws what the last one threw; `absent` where none of them has it. */
export async function readFirstImage(sources: readonly ImageSource[], absent: Error): Promise<Image> {
  let failure: unknown = absent;
  for (const source of sources) {
    try {
      const image = await readImage(source);
      if (image !== null) return image;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
