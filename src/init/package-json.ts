import { intersects, valid, validRange } from 'semver';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import type { Project } from './project.ts';

const TEXTS = v.optional(v.record(v.string(), v.string()), {});

/** What is read of package.json (https://docs.npmjs.com/cli/configuring-npm/package-json). */
const SCHEMA = v.object({
  main: v.optional(v.string()),
  module: v.fallback(v.optional(v.string()), undefined),
  scripts: TEXTS,
  dependencies: TEXTS,
  devDependencies: TEXTS,
  engines: v.fallback(v.optional(v.object({ node: v.optional(v.string()) }), {}), {}),
  workspaces: v.optional(v.unknown()),
});

/** Who installs the packages, where it says so (https://nodejs.org/api/packages.html#packagemanager). */
const MANAGER = v.object({
  packageManager: v.fallback(v.optional(v.string()), undefined),
  devEngines: v.fallback(
    v.optional(
      v.object({ packageManager: v.optional(v.object({ name: v.string(), version: v.optional(v.string(), '') })) }),
    ),
    undefined,
  ),
});

export type PackageJson = v.InferOutput<typeof SCHEMA>;

export interface PackageManager {
  readonly name: string;
  /** `null` where it names none, or several. */
  readonly version: string | null;
}

/** Throws `INPUT_INVALID` where it is not what npm takes, or the root of workspaces, which have several images. */
export async function readPackageJson(project: Project): Promise<PackageJson> {
  const found = v.safeParse(SCHEMA, parse((await project.read('package.json')) ?? '{}'));
  if (!found.success) throw refuse(`${v.getDotPath(found.issues[0]) ?? 'it'}: ${found.issues[0].message}`);
  if (found.output.workspaces !== undefined) throw refuse('it has workspaces, and init writes for one package');
  return found.output;
}

/** `null` where package.json names none. */
export async function readPackageManager(project: Project): Promise<PackageManager | null> {
  const found = v.safeParse(MANAGER, parse((await project.read('package.json')) ?? '{}'));
  if (!found.success) return null;
  const { packageManager, devEngines } = found.output;
  const [, name, text = ''] = /^([a-z]+)(?:@(.*))?$/.exec(packageManager ?? '') ?? [];
  const named = name === undefined ? devEngines?.packageManager : { name, version: text };
  if (named === undefined) return null;
  // A hash may follow the version: "pnpm@10.0.0+sha512.…".
  return { name: named.name, version: valid(named.version)?.replace(/\+.*/, '') ?? null };
}

/** Releases that are kept up (https://nodejs.org/en/about/previous-releases), the first choice first. */
const NODE = [26, 24, 22] as const;

/** The base image: of the newest release that `engines` lets in; what nobody can read lets in all. */
export function chooseNode({ engines }: PackageJson): string {
  const range = validRange(engines.node ?? '*') ?? '*';
  const major = NODE.find((one) => intersects(`${one}.x`, range)) ?? NODE[0];
  return `node:${major}-trixie-slim`;
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
