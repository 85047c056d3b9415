/** A line of the log a mount. BuildKit's IDs begin with a namespace, which is mostly empty. */
export function describeMounts(what: string, ids: readonly string[]): string[] {
  return ids.map((id) => `${what}: ${id.replace(/^\//, '')}`);
}
