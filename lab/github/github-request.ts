/** One request that the lab's GitHub answered. Credentials are not in it. */
export interface GitHubRequest {
  readonly method: string;
  /** Without the query: `/repos/acme/api/issues/7/comments`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON body; null where there is none. */
  readonly body: unknown;
  /** Whose token came with it; null without one, or with one that is not known. */
  readonly login: string | null;
  /** 0 until an answer is begun. */
  readonly status: number;
}

/** What the lab's GitHub does instead of its duty. */
export type GitHubFault =
  /** Answers this; nothing is read or changed. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as JSON; a string as it is. */
      readonly body: unknown;
    }
  /** The real answer, later. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** Does what was asked, then closes the connection without an answer: the client cannot know. */
  | { readonly kind: 'lose' }
  /** Closes the connection at once. */
  | { readonly kind: 'drop' };

/** Asked for each request before it is answered; `null` lets it pass. */
export type GitHubFaultHook = (request: GitHubRequest) => GitHubFault | null;
