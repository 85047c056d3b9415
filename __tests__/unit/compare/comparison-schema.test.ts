import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { isSchema, readClosedSchema } from '../closed-schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const GOLDEN = join(ROOT, '__tests__/golden');

function readObject(path: string): AnySchemaObject {
  const value: unknown = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  if (!isSchema(value)) throw new Error(`${path} is no object`);
  return value;
}

function readSchema(): AnySchemaObject {
  return readObject('schema/comparison.v1.json');
}

/** A JSON value's shape in one line, the same for a schema and for a TypeScript type that agree. */
type Shape = string;

function shapeOfUnion(shapes: readonly Shape[]): Shape {
  return [...new Set(shapes)].sort().join(' | ');
}

function shapeOfSchema(schema: AnySchemaObject, root: AnySchemaObject): Shape {
  const field = (key: string): unknown => schema[key];
  const schemas = (value: unknown): AnySchemaObject[] => (Array.isArray(value) ? value.filter(isSchema) : []);
  const reference = field('$ref');
  if (typeof reference === 'string') {
    const definitions: unknown = root['$defs'];
    const found: unknown = isSchema(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
    if (!isSchema(found)) throw new Error(`${reference} points nowhere`);
    return shapeOfSchema(found, root);
  }
  for (const key of ['oneOf', 'anyOf']) {
    const branches = schemas(field(key));
    if (branches.length > 0) return shapeOfUnion(branches.map((branch) => shapeOfSchema(branch, root)));
  }
  const values = field('enum');
  if (Array.isArray(values)) return shapeOfUnion(values.map((value) => JSON.stringify(value)));
  if ('const' in schema) return field('const') === '' ? 'string' : JSON.stringify(field('const'));
  const type = field('type');
  const names = (Array.isArray(type) ? type : [type]).map(String);
  return shapeOfUnion(
    names.map((name) => {
      if (name === 'array') {
        const items = field('items');
        return `[${isSchema(items) ? shapeOfSchema(items, root) : '?'}]`;
      }
      if (name === 'object') {
        const properties = field('properties');
        if (!isSchema(properties)) throw new Error('an object without properties');
        expect(field('required')).toEqual(Object.keys(properties));
        const fields = Object.entries(properties).map(
          ([key, value]: [string, unknown]) => `${key}: ${isSchema(value) ? shapeOfSchema(value, root) : '?'}`,
        );
        return `{ ${fields.sort().join('; ')} }`;
      }
      return name === 'integer' ? 'number' : name;
    }),
  );
}

function shapeOfType(type: ts.Type, checker: ts.TypeChecker): Shape {
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (type.isUnion()) return shapeOfUnion(type.types.map((branch) => shapeOfType(branch, checker)));
  if (type.isLiteral()) return JSON.stringify(type.value);
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Number)) return checker.typeToString(type);
  if (checker.isArrayType(type)) {
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return `[${item === undefined ? '?' : shapeOfType(item, checker)}]`;
  }
  const fields = checker.getPropertiesOfType(type).map((property) => {
    if (property.flags & ts.SymbolFlags.Optional)
      throw new Error(`${property.name} is optional: the contract has null`);
    return `${property.name}: ${shapeOfType(checker.getTypeOfSymbol(property), checker)}`;
  });
  return `{ ${fields.sort().join('; ')} }`;
}

function shapeOfComparison(): Shape {
  const file = join(ROOT, 'src/compare/comparison.ts');
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
  });
  const source = program.getSourceFile(file);
  const node = source?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Comparison',
  );
  if (node === undefined) throw new Error('comparison.ts has no Comparison');
  return shapeOfType(program.getTypeChecker().getTypeAtLocation(node), program.getTypeChecker());
}

describe('schema/comparison.v1.json', () => {
  // Of recorded builds only what is told of them is kept.
  const cases = readdirSync(GOLDEN).filter((name) => !/^(?:build|timeline)-/.test(name));

  test.each(cases)('takes the golden comparison %s, which has no field that it does not name', (name) => {
    const closed = readClosedSchema('schema/comparison.v1.json');
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(closed);
    const comparison: unknown = readObject(`__tests__/golden/${name}/comparison.json`);
    expect(validate(comparison) ? [] : validate.errors).toEqual([]);
  });

  test('is open to fields of later versions, and closed to values that it does not know', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(readSchema());
    const shrinks = readObject('__tests__/golden/shrinks/comparison.json');
    expect(validate({ ...shrinks, later: 1 })).toBe(true);
    expect(validate({ ...shrinks, verdict: 'fine' })).toBe(false);
    expect(validate({ ...shrinks, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...shrinks, notes: undefined })).toBe(false);
    expect(validate({ ...shrinks, head: { reference: 'x', digest: 'sha256:1', commit: null, pushed: false } })).toBe(
      false,
    );
  });

  test('has the fields and values of the TypeScript type, no more and no less', () => {
    const schema = readSchema();
    expect(shapeOfSchema(schema, schema).split('; ')).toEqual(shapeOfComparison().split('; '));
  });
});
