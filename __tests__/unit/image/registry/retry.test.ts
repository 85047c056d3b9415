import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../../src/errors.ts';
import type { Answer } from '../../../../src/image/registry/answer.ts';
import { retry, RETRY, retryDelayMs } from '../../../../src/image/registry/retry.ts';

const NOW = Date.UTC(2026, 0, 1);
const FAST = { ...RETRY, attempts: 3, firstRetryMs: 0 };

const answer = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  bytes: new Uint8Array(),
  stream: null,
  url: new URL('http://localhost/'),
  network: () => 'loopback',
  asker: 'anonymous',
});

/** Plays outcomes one after the other, and counts. */
function play(...outcomes: (Answer | Error)[]) {
  const calls = { count: 0 };
  const tryOnce = (): Promise<Answer> => {
    const outcome = outcomes[Math.min(calls.count, outcomes.length - 1)];
    calls.count += 1;
    return outcome instanceof Error || outcome === undefined
      ? Promise.reject(outcome ?? new Error())
      : Promise.resolve(outcome);
  };
  return { calls, tryOnce };
}

const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

describe('retryDelayMs', () => {
  test.each([
    ['doubles from try to try', 1, undefined, 0.5, 400],
    ['doubles from try to try', 3, undefined, 0.5, 1600],
    ['is spread by chance', 1, undefined, 0, 200],
    ['is spread by chance', 1, undefined, 0.999, 599.6],
    ['obeys seconds', 1, '7', 0, 7000],
    ['obeys a date', 1, new Date(NOW + 9000).toUTCString(), 0, 9000],
    ['a date that is past asks for nothing', 1, new Date(NOW - 9000).toUTCString(), 0, 200],
    ['is never shorter than the backoff', 1, '0', 0.5, 400],
    ['does not heed nonsense', 1, 'soon', 0.5, 400],
    ['obeys up to the limit', 1, '30', 0, 30_000],
  ])('%s', (_, attempt, retryAfter, random, expected) => {
    expect(retryDelayMs(RETRY, attempt, retryAfter, NOW, random)).toBeCloseTo(expected, 6);
  });

  test('gives up after the last try, and where the registry wants too long a wait', () => {
    expect(retryDelayMs(RETRY, RETRY.attempts, undefined, NOW, 0)).toBeNull();
    expect(retryDelayMs(RETRY, 1, '31', NOW, 0)).toBeNull();
    expect(retryDelayMs(RETRY, 1, '9'.repeat(400), NOW, 0)).toBeNull();
    expect(retryDelayMs(RETRY, 1, new Date(NOW + 86_400_000).toUTCString(), NOW, 0)).toBeNull();
  });
});

describe('retry', () => {
  test.each([429, 500, 502, 503, 504])('tries again after %d', async (status) => {
    const { calls, tryOnce } = play(answer(status), answer(200));
    expect((await retry(FAST, tryOnce)).status).toBe(200);
    expect(calls.count).toBe(2);
  });

  test.each([200, 301, 400, 401, 403, 404, 501])('takes %d as it is', async (status) => {
    const { calls, tryOnce } = play(answer(status));
    expect((await retry(FAST, tryOnce)).status).toBe(status);
    expect(calls.count).toBe(1);
  });

  test('the last answer stands, and the last error', async () => {
    const failing = play(answer(500), answer(502), answer(503), answer(200));
    expect((await retry(FAST, failing.tryOnce)).status).toBe(503);
    const resetting = play(reset);
    await expect(retry(FAST, resetting.tryOnce)).rejects.toBe(reset);
    expect(resetting.calls.count).toBe(3);
  });

  test('tries again after a cut connection, wherever the cause stands', async () => {
    const { tryOnce } = play(new Error('cut', { cause: reset }), answer(200));
    expect((await retry(FAST, tryOnce)).status).toBe(200);
  });

  test('does not try again what is the same the next time', async () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' });
    const ours = new PlimsollError('REGISTRY_INVALID', 'lies', { cause: reset });
    for (const error of [refused, ours]) {
      const { calls, tryOnce } = play(error);
      await expect(retry(FAST, tryOnce)).rejects.toBe(error);
      expect(calls.count).toBe(1);
    }
  });

  test('does not begin a wait that goes beyond the time for all tries', async () => {
    const { calls, tryOnce } = play(answer(503, { 'retry-after': '10' }));
    expect((await retry({ ...RETRY, totalMs: 5000 }, tryOnce)).status).toBe(503);
    expect(calls.count).toBe(1);
  });
});
