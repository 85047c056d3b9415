/** What one of the patterns at least matches: where mostly none does, it tells so several times as fast as one after the other. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));
}
