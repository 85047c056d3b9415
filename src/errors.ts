/** Every way in which Plimsoll can fail, as a closed set: tests and callers go by the code, people by the message. */
export type ErrorCode =
  | 'INPUT_INVALID'
  | 'EVENT_REFUSED'
  | 'PUSH_REFUSED'
  | 'USAGE'
  | 'OVER_BUDGET'
  | 'NOT_COMPARED'
  | 'GIT_FAILED'
  | 'DOCKER_FAILED'
  | 'BUILD_FAILED'
  | 'BUILD_NOT_FOUND'
  | 'IMAGE_NOT_FOUND'
  | 'IMAGE_INVALID'
  | 'LIMIT_EXCEEDED'
  | 'FILE_UNREADABLE'
  | 'FILE_UNWRITABLE'
  | 'REGISTRY_DENIED'
  | 'REGISTRY_NOT_FOUND'
  | 'REGISTRY_RATE_LIMITED'
  | 'REGISTRY_UNREACHABLE'
  | 'REGISTRY_INVALID'
  | 'REGISTRY_FAILED'
  | 'TAG_IMMUTABLE'
  | 'CREDENTIALS_INVALID'
  | 'GITHUB_DENIED'
  | 'GITHUB_FAILED'
  | 'INTERNAL';

/** Codes that a user mends in the workflow or on the command line; all others are the world's fault or ours. */
const USER_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'INPUT_INVALID',
  'EVENT_REFUSED',
  'PUSH_REFUSED',
  'USAGE',
  'OVER_BUDGET',
]);

/**
 * The one error type. `message` says what and where (it names the input or the object), `hint` says how to mend it.
 * Text from outside stays as it came: whoever prints it encodes it.
 */
export class PlimsollError extends Error {
  override readonly name = 'PlimsollError';
  readonly code: ErrorCode;
  /** How to mend it, as a sentence; empty where there is nothing to do. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? '';
  }

  /** True where the user mends it in the workflow or on the command line. */
  get isUserError(): boolean {
    return USER_CODES.has(this.code);
  }
}

/** Wraps whatever was thrown by others where it crosses into our code, with its cause; our own errors pass. */
export function wrapError(code: ErrorCode, what: string, thrown: unknown, hint?: string): PlimsollError {
  if (thrown instanceof PlimsollError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new PlimsollError(code, `${what}: ${reason}`, { ...(hint === undefined ? {} : { hint }), cause: thrown });
}

/** Makes a switch over a union exhaustive: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new PlimsollError('INTERNAL', `unexpected value ${JSON.stringify(value)}`);
}
