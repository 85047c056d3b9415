import { readFileSync } from 'node:fs';
import type { AnySchemaObject } from 'ajv/dist/2020.js';

/** A schema of ours without its openness: what we write ourselves has no field that it does not name. */
export function readClosedSchema(path: string): AnySchemaObject {
  const schema = close(JSON.parse(readFileSync(path, 'utf8')));
  if (!isSchema(schema)) throw new Error(`${path} is no schema`);
  return schema;
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, close(inner)]);
  return Object.fromEntries('properties' in value ? [...entries, ['additionalProperties', false]] : entries);
}

export function isSchema(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null;
}
