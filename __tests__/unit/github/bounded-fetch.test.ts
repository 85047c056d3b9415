import { describe, expect, test } from '@jest/globals';
import { boundedFetch } from '../../../src/github/bounded-fetch.ts';

describe('a bounded fetch', () => {
  test('hands the answer on, up to its limit', async () => {
    const fetch = boundedFetch(() => new Response('12345', { status: 201, headers: { 'x-a': 'b' } }), 5);
    const answer = await fetch('http://x', {});
    expect([answer.status, answer.headers.get('x-a'), await answer.text()]).toEqual([201, 'b', '12345']);
  });

  test('reads no further than its limit', async () => {
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const fetch = boundedFetch(() => new Response(body), 5000);
    await expect(fetch('http://x', {})).rejects.toThrow('longer than 5000 bytes');
    expect(pulls).toBeLessThan(10);
  });

  test.each([204, 304])('knows that %i has no body', async (status) => {
    const answer = await boundedFetch(() => new Response(null, { status }), 5)('http://x', {});
    expect([answer.status, answer.body]).toEqual([status, null]);
  });

  test('refuses what is no answer', async () => {
    await expect(boundedFetch(() => null, 5)('http://x', {})).rejects.toThrow('Invalid type');
  });
});
