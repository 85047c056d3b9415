import { PlimsollError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { LIMITS } from '../limits.ts';
import type { Answer } from './answer.ts';

export interface RetryPolicy {
  readonly attempts: number;
  readonly firstRetryMs: number;
  readonly retryAfterMs: number;
  readonly totalMs: number;
}

export const RETRY: RetryPolicy = {
  attempts: LIMITS.attempts,
  firstRetryMs: LIMITS.firstRetryMs,
  retryAfterMs: LIMITS.retryAfterMs,
  totalMs: LIMITS.requestTotalMs,
};

const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const PASSING_ERROR: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENETRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/**
 * Tries until there is an answer that waiting does not change, within the policy; then the last answer or error stands.
 * A registry's `Retry-After` is obeyed as far as the policy goes.
 */
export async function retry(policy: RetryPolicy, tryOnce: () => Promise<Answer>): Promise<Answer> {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    let answer: Answer | null = null;
    let thrown: unknown = null;
    try {
      answer = await tryOnce();
      if (!PASSING_STATUS.has(answer.status)) return answer;
    } catch (error) {
      thrown = error;
    }
    const isPassing = answer !== null || isPassingError(thrown);
    const delayMs = isPassing
      ? retryDelayMs(policy, attempt, answer?.headers['retry-after'], Date.now(), Math.random())
      : null;
    if (delayMs === null || performance.now() - startedMs + delayMs > policy.totalMs) {
      if (answer !== null) return answer;
      throw thrown;
    }
    await sleep(delayMs);
  }
}

/**
 * How long to wait after a failed try, counted from 1; `null`: no further one. `retryAfter` is seconds or a date (RFC
 * 9110, 10.2.3). `random` is in [0, 1): those who failed together do not come again together.
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attempt: number,
  retryAfter: string | undefined,
  nowMs: number,
  random: number,
): number | null {
  if (attempt >= policy.attempts) return null;
  const backoffMs = policy.firstRetryMs * 2 ** (attempt - 1) * (0.5 + random);
  if (retryAfter === undefined) return backoffMs;
  const askedMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - nowMs;
  if (Number.isNaN(askedMs)) return backoffMs;
  if (askedMs > policy.retryAfterMs) return null;
  return Math.max(askedMs, backoffMs);
}

function isPassingError(thrown: unknown): boolean {
  // Ours is a verdict, whatever its cause.
  if (thrown instanceof PlimsollError) return false;
  const cause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown ? thrown.cause : null;
  return PASSING_ERROR.has(errorCode(thrown)) || PASSING_ERROR.has(errorCode(cause));
}

/** Without `node:timers/promises`, which takes its time to load. */
async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
