import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import type { Project } from './project.ts';

/** What is read of package.json (https://docs.npmjs.com/cli/configuring-npm/package-json). */
const SCHEMA = v.object({
  main: v.optional(v.string()),
  scripts: v.optional(v.record(v.string(), v.string()), {}),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
  devDependencies: v.optional(v.record(v.string(), v.string()), {}),
  engines: v.fallback(v.optional(v.object({ node: v.optional(v.string()) }), {}), {}),
  workspaces: v.optional(v.unknown()),
});

export type PackageJson = v.InferOutput<typeof SCHEMA>;

/** Throws `INPUT_INVALID` where it is not what npm takes, or the root of workspaces, which have several images. */
export async function readPackageJson(project: Project): Promise<PackageJson> {
  const found = v.safeParse(SCHEMA, parse((await project.read('package.json')) ?? '{}'));
  if (!found.success) throw refuse(`${v.getDotPath(found.issues[0]) ?? 'it'}: ${found.issues[0].message}`);
  if (found.output.workspaces !== undefined) throw refuse('it has workspaces, and init writes for one package');
  return found.output;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(why: string): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `package.json: ${why}`);
}
