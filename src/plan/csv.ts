import { invalidInput } from './invalid-input.ts';

/**
 * Fields of one line of comma-separated values as Go's `encoding/csv` reads them, which is what buildx does with
 * `--output`: a field is quoted as a whole or not at all, and a quote inside is doubled.
 */
export function parseCsvFields(name: string, line: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (match === null) {
      throw invalidInput(
        name,
        line,
        'values with commas between them; one that holds a comma or a quote stands in quotes',
      );
    }
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

/** The reverse: quotes what needs it. */
export function formatCsvFields(fields: readonly string[]): string {
  return fields.map((field) => (/[",\r\n]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

/** A list input as the docker/* actions read it: a value per line or with commas between, blanks around dropped. */
export function parseList(text: string): string[] {
  return text
    .split(/[\r\n,]+/)
    .map((value) =>
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '');
}
