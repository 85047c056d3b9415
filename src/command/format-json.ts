/** What terminals act upon or do not show, but for line breaks, which in JSON are only ours. */
const UNSEEN = /[^\n\P{C}]|[\p{Zl}\p{Zp}]/gu;

/**
 * JSON that is as inert on a terminal and in a job's log as it is exact: what is unseen stands escaped, also where JSON
 * does not ask for it (C1 controls, bidi), and so does what GitHub's runner takes for a command (facts/github.md).
 */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
    .replace(UNSEEN, (character) =>
      Array.from({ length: character.length }, (_, place) => escapeUnit(character.charCodeAt(place))).join(''),
    )
    .replace(/##(?=\[)/g, `#${escapeUnit(0x23)}`);
  return `${text}\n`;
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
