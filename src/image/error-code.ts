/**
 * The code of an error of Node's, `''` where there is none. It does not ask `instanceof Error`: the tests have another
 * Error than Node's own modules.
 */
export function errorCode(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
