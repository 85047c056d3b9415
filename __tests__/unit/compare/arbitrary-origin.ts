import fc from 'fast-check';
import type { ContextChanges } from '../../../src/build/context/context-changes.ts';
import type { ImageOrigin, LayerOrigin } from '../../../src/build/origins/image-origin.ts';
import { makeBase, makeDigest } from './fixture.ts';

const path = fc.constantFrom('', 'src', 'src/a', 'package*.json');
const line = fc.option(fc.record({ file: fc.constant('Dockerfile'), line: fc.integer({ min: 1, max: 20 }) }));

const arbitraryLayerOrigin: fc.Arbitrary<LayerOrigin> = fc.record({
  source: line,
  recipe: fc.option(fc.constantFrom('1', '2', '3')),
  inputs: fc.option(
    fc.array(fc.record({ context: fc.constantFrom('context', 'other'), paths: fc.array(path, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
  ),
});

const base = (layers: number) =>
  fc
    .record({
      digest: fc.option(fc.constantFrom('1', '2').map(makeDigest)),
      request: fc.option(fc.constantFrom('a', 'b')),
      source: line,
    })
    .map((change) => makeBase({ ...change, layers }));

/** What may be told of where an image's layers come from: nothing, the base alone, all of it, or what is of another image. */
export function arbitraryOrigins(layers: number, platform = 'linux/amd64'): fc.Arbitrary<ImageOrigin[]> {
  const told = fc.integer({ min: 0, max: layers + 1 }).chain((baseLayers) =>
    fc.record({
      platform: fc.constant(platform),
      base: baseLayers === 0 ? fc.constant(null) : base(baseLayers),
      layers: fc
        .constantFrom(0, Math.max(0, layers - baseLayers))
        .chain((length) => fc.array(arbitraryLayerOrigin, { minLength: length, maxLength: length })),
      context: fc.constant(null),
    }),
  );
  return fc.option(told, { freq: 4 }).map((origin) => (origin === null ? [] : [origin]));
}

/** What may be known of the context's files. */
export const arbitraryChanges: fc.Arbitrary<ContextChanges | null> = fc.option(
  fc.record({
    changed: fc.array(fc.constantFrom('src/a', 'src/b', 'package.json', 'x'), { maxLength: 2 }),
    unknown: fc.array(fc.constantFrom('', 'src', 'dist'), { maxLength: 1 }),
  }),
);
