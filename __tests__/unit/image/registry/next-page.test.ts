import { describe, expect, test } from '@jest/globals';
import { nextPage } from '../../../../src/image/registry/next-page.ts';

const PAGE = new URL('https://ghcr.io/v2/a/tags/list?n=2');

describe('nextPage', () => {
  test.each<[string | string[] | undefined, string | null]>([
    ['</v2/a/tags/list?last=b&n=2>; rel="next"', 'https://ghcr.io/v2/a/tags/list?last=b&n=2'],
    ['<https://ghcr.io/v2/a/tags/list?last=b>; rel=next', 'https://ghcr.io/v2/a/tags/list?last=b'],
    ['</x>; rel="prev", </y>; title="n"; rel="next"', 'https://ghcr.io/y'],
    [['</x>; rel="prev"', '</y>; rel="next"'], 'https://ghcr.io/y'],
    ['<https://elsewhere.example/v2/a>; rel="next"', null],
    ['<http://ghcr.io/v2/a>; rel="next"', null],
    ['<//elsewhere.example/v2/a>; rel="next"', null],
    // The page itself: it would never end.
    ['</v2/a/tags/list?n=2>; rel="next"', null],
    ['</x>; rel="nextish"', null],
    ['</x>', null],
    ['<http://[>; rel="next"', null],
    ['', null],
    [undefined, null],
  ])('%j leads to %j', (link, expected) => {
    expect(nextPage(link, PAGE)?.href ?? null).toBe(expected);
  });
});
