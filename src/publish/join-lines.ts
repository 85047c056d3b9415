/** A line each, an empty one for what is not known; `''` where nothing is. */
export function joinLines(values: readonly string[]): string {
  return values.every((value) => value === '') ? '' : values.join('\n');
}
