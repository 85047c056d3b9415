import { describe, expect, test } from '@jest/globals';
import { chooseLayers } from '../../../src/layer/differing-layers.ts';
import { makeImage, makeLayer, makePlatform } from '../compare/fixture.ts';

const specs = {
  base: { by: 'base', bytes: 30 },
  small: { by: 'small', bytes: 10 },
  large: { by: 'large', bytes: 50 },
  removed: { by: 'removed', bytes: 20 },
};
const baseline = makeImage('baseline', [makePlatform('linux/amd64', [specs.base, specs.removed])]);
const head = makeImage('head', [makePlatform('linux/amd64', [specs.base, specs.large, specs.small])]);
const base = makeLayer(specs.base);
const small = makeLayer(specs.small);
const large = makeLayer(specs.large);
const removed = makeLayer(specs.removed);

const choose = (options: Parameters<typeof chooseLayers>[2]) => {
  const { chosen, left } = chooseLayers(baseline, head, options);
  return { chosen: chosen.map(({ layer }) => layer), left };
};

describe('the layers to read', () => {
  test('are those that one side only has, small ones first, as far as there is room', () => {
    expect(choose({ details: 'auto', maxBytes: 1000 })).toEqual({ chosen: [small, removed, large], left: [] });
    expect(choose({ details: 'auto', maxBytes: 30 })).toEqual({ chosen: [small, removed], left: [large] });
  });

  test('are for totals the shared ones too, after the others, within the same room', () => {
    expect(choose({ details: 'totals', maxBytes: 1000 })).toEqual({ chosen: [small, removed, large, base], left: [] });
    expect(choose({ details: 'totals', maxBytes: 80 })).toEqual({ chosen: [small, removed, large], left: [base] });
  });

  test('are not those that are known', () => {
    const known = new Map([[large.diffID, null]]);
    expect(choose({ details: 'totals', maxBytes: 1000, known })).toEqual({ chosen: [small, removed, base], left: [] });
  });
});
