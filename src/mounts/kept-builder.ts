import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '../image/parse-json.ts';
import type { Docker } from '../image/docker.ts';

export interface KeptBuilder {
  readonly driver: string;
  /** Their names. */
  readonly nodes: readonly string[];
}

const MOST_BYTES = 1024 * 1024;
const NAME = /^[a-z0-9][\w.-]*$/i;

const FileSchema = v.object({ Driver: v.string(), Nodes: v.array(v.object({ Name: v.string() })) });

/**
 * What Buildx keeps of a builder: its command line takes a fifth of a second to say it. `null` where that is not to be read,
 * as of a Buildx that keeps it otherwise, which then has to be asked.
 */
export async function readKeptBuilder({ env }: Docker, builder: string): Promise<KeptBuilder | null> {
  const docker = env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
  const path = join(env['BUILDX_CONFIG'] || join(docker, 'buildx'), 'instances', builder);
  try {
    if (!NAME.test(builder) || (await stat(path)).size > MOST_BYTES) return null;
    const { Driver: driver, Nodes: nodes } = parseJson(await readFile(path), FileSchema, path);
    return { driver, nodes: nodes.map(({ Name: name }) => name) };
  } catch {
    return null;
  }
}
