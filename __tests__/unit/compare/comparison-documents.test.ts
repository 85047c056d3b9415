import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/comparison.md'), 'utf8');

interface Schema {
  $ref?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  oneOf?: Schema[] | undefined;
  anyOf?: Schema[] | undefined;
  items?: Schema | undefined;
  properties?: Record<string, Schema> | undefined;
}

const Part: v.GenericSchema<unknown, Schema> = v.object({
  $ref: v.optional(v.string()),
  enum: v.optional(v.array(v.unknown())),
  const: v.optional(v.unknown()),
  oneOf: v.optional(v.array(v.lazy(() => Part))),
  anyOf: v.optional(v.array(v.lazy(() => Part))),
  items: v.optional(v.lazy(() => Part)),
  properties: v.optional(
    v.record(
      v.string(),
      v.lazy(() => Part),
    ),
  ),
});

/** Of the schema's fields the values that each may have, by its path: `build.steps[].status`. Objects have none. A second list of the same things is a field. */
function listFields(): Map<string, string[]> {
  const text: unknown = JSON.parse(readFileSync(join(ROOT, 'schema/comparison.v1.json'), 'utf8'));
  const { $defs } = v.parse(v.object({ $defs: v.record(v.string(), Part) }), text);
  const found = new Map<string, string[]>();
  const listed = new Set<string>();
  const visit = (part: Schema, path: string): void => {
    const whole = part.$ref === undefined ? part : ($defs[part.$ref.replace('#/$defs/', '')] ?? {});
    const branches = [...(whole.oneOf ?? []), ...(whole.anyOf ?? [])];
    for (const branch of branches) visit(branch, path);
    const things = whole.items?.$ref ?? path;
    if (listed.has(things)) return void found.set(path, []);
    if (whole.items !== undefined) {
      listed.add(things);
      visit(whole.items, `${path}[]`);
    }
    for (const [name, field] of Object.entries(whole.properties ?? {}))
      visit(field, path === '' ? name : `${path}.${name}`);
    if (branches.length > 0 || whole.items !== undefined || whole.properties !== undefined) return;
    const values = [...(whole.enum ?? []), whole.const].flatMap((value) =>
      typeof value === 'string' && value !== '' ? [value] : [],
    );
    found.set(path, [...(found.get(path) ?? []), ...values]);
  };
  visit(v.parse(Part, text), '');
  // What may be null is an object or a list all the same.
  const paths = [...found.keys()];
  const isWhole = (path: string): boolean =>
    paths.some((one) => /^[.[]/.test(one.slice(path.length)) && one.startsWith(path));
  return new Map([...found].filter(([path]) => !isWhole(path)));
}

/** What the page says of each: the rows of its tables, under the headings that say whose fields they are. */
function listRows(): [string, string][] {
  return PAGE.split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const whose = /^`([^`]+)`$/m.exec(section.split('\n', 1)[0] ?? '')?.[1];
      return [...section.matchAll(/^\| (`.+?) +\| (.+?) +\|$/gm)].flatMap(([, names = '', meaning = '']) =>
        [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']): [string, string] => [
          whose === undefined ? name : `${whose}.${name}`,
          meaning,
        ]),
      );
    });
}

describe('docs/comparison.md', () => {
  const rows = listRows();

  test('has each field of the schema once, and no other', () => {
    expect(rows.map(([path]) => path).sort()).toEqual([...listFields().keys()].sort());
  });

  test('names each value that a field may have', () => {
    const meanings = new Map(rows);
    // A verdict and what an activity is are said once, and told of by the name of that place.
    const told = (path: string): boolean => !/^budgets\[\]\.verdict$|\.parts\[\]\.kind$|\.baseline\.status$/.test(path);
    const missing = [...listFields()].flatMap(([path, values]) =>
      values.filter((value) => told(path) && meanings.get(path)?.includes(`\`${value}\``) !== true),
    );
    expect(missing).toEqual([]);
  });
});
