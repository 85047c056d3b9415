import { describe, expect, test } from '@jest/globals';
import { readFirstImage } from '../../../src/image/read-first-image.ts';
import type { ImageSource } from '../../../src/image/source.ts';

function source(fetchRoot: ImageSource['fetchRoot']): ImageSource {
  const unasked = () => Promise.reject(new Error('not asked for'));
  return { name: 'x', fetchRoot, fetchManifest: unasked, fetchBlob: unasked, openBlob: unasked };
}

const absent = new Error('absent');
const empty = source(() => Promise.resolve(null));
const broken = source(() => Promise.reject(new Error('broken')));

describe('readFirstImage', () => {
  test('says that none has it', async () => {
    await expect(readFirstImage([], absent)).rejects.toThrow('absent');
    await expect(readFirstImage([empty, empty], absent)).rejects.toThrow('absent');
  });

  test('says what went wrong rather than that it is absent', async () => {
    await expect(readFirstImage([broken, empty], absent)).rejects.toThrow('broken');
  });
});
