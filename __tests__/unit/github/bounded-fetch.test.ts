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

  test.each([
    ['on its own origin', 'GET', '/repositories/1', ['http://x/a', 'http://x/repositories/1'], 200],
    [
      'to another host, which the token is not for',
      'GET',
      'http://y/',
      ['http://x/a'],
      'Error: redirected (301), not followed',
    ],
    ['to a private address', 'GET', 'http://10.0.0.1/', ['http://x/a'], 'Error: redirected (301), not followed'],
    ['in a circle', 'GET', '/a', Array<string>(6).fill('http://x/a'), 'Error: redirected (301), not followed'],
    ['for what is not to be repeated', 'POST', '/b', ['http://x/a'], 301],
  ])('redirected %s', async (_, method, location, asked, outcome) => {
    const seen: unknown[] = [];
    const fetch = boundedFetch((url) => {
      seen.push(url);
      const isFirst = url === 'http://x/a';
      return new Response('', isFirst ? { status: 301, headers: { location } } : { status: 200 });
    }, 5);
    const got = await fetch('http://x/a', { method }).then(({ status }) => status, String);
    expect({ got, seen }).toEqual({ got: outcome, seen: asked });
  });

  test('redirected to another host over https, it leaves the token behind', async () => {
    const seen: unknown[] = [];
    const fetch = boundedFetch((url, options) => {
      seen.push([url, options]);
      return url === 'https://x/a'
        ? new Response('', { status: 302, headers: { location: 'https://y/b' } })
        : new Response('b');
    }, 5);
    await fetch('https://x/a', { method: 'GET', headers: { Authorization: 'token s', accept: 'a' } });
    expect(seen).toMatchObject([
      ['https://x/a', { headers: { Authorization: 'token s' } }],
      ['https://y/b', { headers: { accept: 'a' } }],
    ]);
    expect(JSON.stringify(seen[1])).not.toContain('token s');
  });

  test('refuses what is no answer', async () => {
    await expect(boundedFetch(() => null, 5)('http://x', {})).rejects.toThrow('Invalid type');
  });
});
