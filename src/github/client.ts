import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import type { Clock } from './clock.ts';
import { LIMITS } from './limits.ts';

export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As GitHub's documentation writes it: `/repos/{owner}/{repo}/pulls/{number}`. */
  path: string;
  parameters: Readonly<Record<string, string | number>>;
  /** What was to be done, for the error: `comment on pull request 7`. */
  purpose: string;
}

export interface Answer {
  /** JSON, unchecked. */
  data: unknown;
  headers: Headers;
}

type Headers = Readonly<Record<string, unknown>>;

/** What Octokit does: one try of a request. */
export type Send = (route: string, parameters: Record<string, unknown>) => Promise<Answer>;

/** What Octokit throws; `response` is missing where none came. */
const FAILURE = v.object({
  status: v.number(),
  message: v.string(),
  response: v.optional(v.object({ headers: v.record(v.string(), v.unknown()) })),
});

interface Failure {
  /** `null`: no answer came. */
  status: number | null;
  message: string;
  headers: Headers;
  cause: unknown;
}

/** Statuses that are an answer of their own: there is no such thing (any more). */
const GONE: ReadonlySet<number> = new Set([404, 410]);

/**
 * Requests to GitHub with their time bounded, tried again where that can help: no answer and 5xx (but for a POST, which
 * may have been obeyed), and rate limits as far as they are short. Throws `GITHUB_DENIED` and `GITHUB_FAILED`.
 */
export class GitHubClient {
  readonly #send: Send;
  readonly #token: string;
  readonly #clock: Clock;
  readonly #exchangeMs: number;
  #spentMs = 0;

  constructor(send: Send, token: string, clock: Clock, exchangeMs: number = LIMITS.exchangeMs) {
    this.#send = send;
    this.#token = token;
    this.#clock = clock;
    this.#exchangeMs = exchangeMs;
  }

  async request(request: Request): Promise<Answer> {
    const outcome = await this.#tryAll(request);
    if ('data' in outcome) return outcome;
    throw this.#describe(request, outcome);
  }

  /** `null` for 404 and 410. */
  async requestIfThere(request: Request): Promise<Answer | null> {
    const outcome = await this.#tryAll(request);
    if ('data' in outcome) return outcome;
    if (outcome.status !== null && GONE.has(outcome.status)) return null;
    throw this.#describe(request, outcome);
  }

  /** All pages of a list, entry by entry, unchecked. */
  async *list(request: Omit<Request, 'method'>): AsyncGenerator {
    for (let page = 1; page <= LIMITS.pages; page += 1) {
      const parameters = { ...request.parameters, per_page: LIMITS.pageSize, page };
      const { data, headers } = await this.request({ ...request, method: 'GET', parameters });
      const entries = v.safeParse(v.array(v.unknown()), data);
      if (!entries.success) throw unreadable(request.purpose);
      yield* entries.output;
      const { link } = headers;
      const isLast = typeof link === 'string' ? !link.includes('rel="next"') : entries.output.length < LIMITS.pageSize;
      if (isLast) return;
    }
    throw new PlimsollError('GITHUB_FAILED', `GitHub: could not ${request.purpose}: over ${LIMITS.pages} pages`);
  }

  async #tryAll(request: Request): Promise<Answer | Failure> {
    const startedMs = this.#clock.nowMs();
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.#tryOnce(request);
        if ('data' in outcome || attempt === LIMITS.attempts) return outcome;
        const waitMs = decideWait(outcome, request.method, attempt, this.#clock);
        const spentMs = this.#spentMs + this.#clock.nowMs() - startedMs;
        if (waitMs === null || spentMs + waitMs > LIMITS.totalMs) return outcome;
        await this.#clock.sleep(waitMs);
      }
    } finally {
      this.#spentMs += this.#clock.nowMs() - startedMs;
    }
  }

  async #tryOnce({ method, path, parameters }: Request): Promise<Answer | Failure> {
    try {
      const signal = AbortSignal.timeout(this.#exchangeMs);
      return await this.#send(`${method} ${path}`, { ...parameters, request: { signal } });
    } catch (error) {
      const { output, success } = v.safeParse(FAILURE, error);
      if (!success) return { status: null, message: String(error), headers: {}, cause: error };
      const { status, message, response } = output;
      return {
        status: response === undefined ? null : status,
        message,
        headers: response?.headers ?? {},
        cause: error,
      };
    }
  }

  #describe({ purpose, path }: Request, failure: Failure): PlimsollError {
    // A proxy may answer with what it was sent.
    const reason = failure.message.replaceAll(this.#token, '***').slice(0, LIMITS.reasonCharacters);
    const status = failure.status === null ? '' : `${failure.status} `;
    const isDenied = (failure.status === 403 || failure.status === 401) && !isRateLimit(failure);
    return new PlimsollError(
      isDenied ? 'GITHUB_DENIED' : 'GITHUB_FAILED',
      `GitHub: could not ${purpose}: ${status}${reason}`,
      { hint: hintFor(failure, isDenied, path), cause: failure.cause },
    );
  }
}

export function unreadable(purpose: string): PlimsollError {
  return new PlimsollError(
    'GITHUB_FAILED',
    `GitHub: could not ${purpose}: the answer is not in the form that its documentation says`,
  );
}

function hintFor({ status, message, headers }: Failure, isDenied: boolean, path: string): string {
  if (isRateLimit({ status, message, headers })) return 'The token has used up its requests: run the job again later.';
  if (status === 401) return 'The token of github-token is not valid (any more).';
  if (!isDenied) return '';
  if (/\blocked\b/i.test(message)) return 'The conversation is locked: the report is in the summary of the job.';
  return `Give the job the permission, beside those that it has:\npermissions:\n  ${permissionFor(path)}`;
}

/** What GitHub's documentation asks for behind each path that is used here. */
function permissionFor(path: string): string {
  if (/\/(?:commits|compare)\b/.test(path)) return 'contents: read';
  if (/\/actions\b/.test(path)) return 'actions: read';
  return 'pull-requests: write';
}

/** Milliseconds until the next try; `null`: none. */
function decideWait(failure: Failure, method: Request['method'], attempt: number, clock: Clock): number | null {
  if (isRateLimit(failure)) {
    const waitMs = readWait(failure.headers, clock.nowMs());
    return waitMs <= LIMITS.longestWaitMs ? waitMs : null;
  }
  const isPassing = failure.status === null || failure.status >= 500;
  if (!isPassing || method === 'POST') return null;
  return LIMITS.firstRetryMs * 2 ** (attempt - 1) * (1 + clock.random() / 2);
}

/** Primary limits leave 0 requests; secondary ones say so in words, most with `retry-after`. */
function isRateLimit({ status, message, headers }: Omit<Failure, 'cause'>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /secondary rate limit/i.test(message);
}

function readWait(headers: Headers, nowMs: number): number {
  const retryAfter = Number(headers['retry-after'] ?? NaN);
  if (retryAfter >= 0) return retryAfter * 1000;
  const resetMs = Number(headers['x-ratelimit-reset'] ?? NaN) * 1000;
  // The second of the reset belongs to the old window.
  if (headers['x-ratelimit-remaining'] === '0' && resetMs >= 0) return Math.max(0, resetMs - nowMs) + 1000;
  return LIMITS.secondaryLimitMs;
}
