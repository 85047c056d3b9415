import { compare, type CompareInput } from '../../../src/compare/compare.ts';
import type { Comparison, PlatformComparison } from '../../../src/compare/comparison.ts';
import { isOfUnknown } from '../../../src/compare/note-unknown.ts';
import type { Digest } from '../../../src/image/digest.ts';
import type { LayerContent } from '../../../src/layer/layer-contents.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';
import { makeDigest, makeImage, makeInput, makePlatform, type LayerSpec } from './fixture.ts';

/** A layer with what is in it. */
export interface MadeLayer extends LayerSpec {
  /** `null`: it was not read; `failed`: it could not be. */
  entries: readonly LayerEntry[] | 'failed' | null;
  texts?: Readonly<Record<string, string>>;
}

/** An archive's end is two blocks of zeros. */
const END_BYTES = 1024;

/** Compares two images of one platform, layer for layer. What is not known by the way is not among `notes`: no build is, here. */
export function compareLayers(
  baseline: readonly MadeLayer[],
  head: readonly MadeLayer[],
  change: Partial<CompareInput> = {},
): PlatformComparison & Pick<Comparison, 'notes'> {
  const contents = new Map<Digest, LayerContent>();
  const knownDiskBytes = new Map<Digest, number>();
  const layers = (side: readonly MadeLayer[]): LayerSpec[] =>
    side.map((layer) => {
      const { entries, texts = {} } = layer;
      const content = layer.content ?? JSON.stringify(layer);
      const diffID = makeDigest(content);
      if (entries === 'failed') contents.set(diffID, { kind: 'failed' });
      else if (entries !== null) {
        contents.set(diffID, { kind: 'read', entries, texts: new Map(Object.entries(texts)) });
        knownDiskBytes.set(
          diffID,
          entries.reduce((sum, { tarBytes }) => sum + tarBytes, END_BYTES),
        );
      }
      return { ...layer, content };
    });
  const image = (name: string, side: readonly MadeLayer[]) =>
    makeImage(name, [makePlatform('linux/amd64', layers(side))]);
  const input = makeInput(image('a', baseline), image('b', head), {
    contents,
    knownDiskBytes,
    ...change,
  });
  const { platforms, notes } = compare(input);
  const [platform] = platforms;
  if (platform === undefined) throw new Error('no platform');
  return { ...platform, notes: notes.filter((note) => !isOfUnknown(note)) };
}
