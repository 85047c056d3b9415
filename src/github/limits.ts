/** How long and how much GitHub may answer, and how often it is asked again. */
export const LIMITS = {
  /** Of one answer: a page of a hundred comments of the longest kind, escaped. */
  answerBytes: 64 * 1024 * 1024,
  /** Of one try, from the first byte out to the last in. */
  exchangeMs: 20_000,
  /** Of one request, the first try included. */
  attempts: 4,
  /** Before the second try; twice as long before each further one. */
  firstRetryMs: 500,
  /** GitHub's advice where a secondary limit names no time ("Best practices for using the REST API"). */
  secondaryLimitMs: 60_000,
  /** The longest that a limit is waited for. */
  longestWaitMs: 90_000,
  /** Of all requests of one run, waiting included: after it nothing is tried twice. */
  totalMs: 240_000,
  redirects: 5,
  pageSize: 100,
  /** Of one list; GitHub takes no more than 2,500 comments. */
  pages: 100,
  /** Of what of an error's text goes on into ours, in characters. */
  reasonCharacters: 300,
} as const;
