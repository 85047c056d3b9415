/**
 * Whether an error of Node's has this code: `EEXIST`, `EPERM`. It does not ask `instanceof Error`, since Jest's tests have
 * another Error than Node's own modules.
 */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
