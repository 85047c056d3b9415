import type { GitHubFault } from './github-request.ts';

const DOCS = 'https://docs.github.com/rest';

/** Refusals in GitHub's own words, status and headers. */
export const githubFaults = {
  /** The workflow's token lacks a permission (`permissions:` in the workflow). */
  denied: {
    kind: 'answer',
    status: 403,
    headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    body: { message: 'Resource not accessible by integration', documentation_url: DOCS, status: '403' },
  },
  /** Too much at once. */
  secondaryRateLimit: (retryAfterSeconds: number): GitHubFault => ({
    kind: 'answer',
    status: 403,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits`,
    },
  }),
  /** The hour's requests are used up, until `reset` (seconds since 1970). */
  rateLimit: (reset: number): GitHubFault => ({
    kind: 'answer',
    status: 403,
    headers: { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    body: {
      message: 'API rate limit exceeded for installation.',
      documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api`,
    },
  }),
  /** One of GitHub's bad minutes: a page, not JSON. */
  unavailable: {
    kind: 'answer',
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><title>502 Bad Gateway</title><h1>Whoa there!</h1></html>',
  },
} as const satisfies Record<string, GitHubFault | ((value: number) => GitHubFault)>;
