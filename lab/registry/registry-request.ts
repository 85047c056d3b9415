/** One request that a lab registry answered, as its access log has it. Credentials are not in it. */
export interface RegistryRequest {
  readonly method: string;
  /** Without the query: `/v2/acme/api/manifests/main`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Whether an Authorization header came with it. */
  readonly hasCredentials: boolean;
  readonly userAgent: string;
  /** 0 until an answer is begun. */
  readonly status: number;
  /** Of the answer's body, as far as it is sent. */
  readonly bytesOut: number;
}

/** The same while it is being answered. */
export type LogEntry = { -readonly [Key in keyof RegistryRequest]: RegistryRequest[Key] };

/** What a lab registry does instead of its duty, for the tests of what others make of it. */
export type Fault =
  /** Answers this; the registry is not asked. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  /** Begins the real answer, length and all, and closes the connection after so many bytes of its body. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The real answer, later. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The real answer's status and headers (digest included) with another body. */
  | { readonly kind: 'lie'; readonly body: (real: Buffer) => string | Uint8Array }
  /** Closes the connection without an answer. */
  | { readonly kind: 'drop' };

/** Asked for each request before the registry is; `null` lets it pass. */
export type FaultHook = (request: RegistryRequest) => Fault | null;
