/** Far deeper than what BuildKit writes. */
const MOST_DEPTH = 32;

/** The same text for the same value, in whatever order its fields were written; `null` where it is nested too deeply. */
export function formatCanonical(value: unknown, omitted: ReadonlySet<string> = new Set()): string | null {
  try {
    return format(value, omitted, 0);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

class TooDeep extends Error {}

function format(value: unknown, omitted: ReadonlySet<string>, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (depth >= MOST_DEPTH) throw new TooDeep();
  if (Array.isArray(value)) return `[${value.map((item: unknown) => format(item, omitted, depth + 1)).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([name]) => !omitted.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]: [string, unknown]) => `${JSON.stringify(name)}:${format(field, omitted, depth + 1)}`);
  return `{${fields.join(',')}}`;
}
