/** What terminals act upon or do not show, but for line breaks, which in JSON are only ours. */
const UNSEEN = /[^\n\P{C}]|[\p{Zl}\p{Zp}]/gu;

/** Most JSON has nothing else, which is quickly seen. */
const BEYOND_ASCII = /[^\n -~]/;

/**
 * JSON that is as inert on a terminal and in a job's log as it is exact: what is unseen stands escaped, also where JSON
 * does not ask for it (C1 controls, bidi), and so does what GitHub's runner takes for a command (facts/github.md).
 */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const seen = BEYOND_ASCII.test(text) ? text.replace(UNSEEN, escapeUnits) : text;
  return `${seen.replaceAll('##[', `#${escapeUnit(0x23)}[`)}\n`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, place) => escapeUnit(character.charCodeAt(place))).join('');
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
