import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { PlimsollError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { LIMITS } from '../limits.ts';
import type { Credential } from './credential.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const Text = v.nullish(v.string(), '');
const EntrySchema = v.nullish(v.object({ auth: Text, username: Text, password: Text, identitytoken: Text }));
const ConfigSchema = v.object({
  auths: v.nullish(v.record(v.string(), EntrySchema), {}),
  credHelpers: v.nullish(v.record(v.string(), v.string()), {}),
  credsStore: Text,
});

type Config = v.InferOutput<typeof ConfigSchema>;

/** Where Docker keeps what belongs to Docker Hub. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/**
 * What `docker login` kept for a registry: by `credHelpers`, `credsStore` and `auths` of the Docker configuration
 * (`DOCKER_CONFIG`, else `~/.docker`), in Docker's order. `null`: nothing. Throws `CREDENTIALS_INVALID`, which names the
 * file and never what is in it.
 */
export async function findCredential(registry: string, env: Environment): Promise<Credential | null> {
  const file = join(env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker'), 'config.json');
  const config = await readConfig(file);
  if (config === null) return null;
  const server = registry === 'docker.io' ? DOCKER_HUB : registry;
  const helper = Object.entries(config.credHelpers).find(([key]) => isFor(key, registry))?.[1] ?? config.credsStore;
  if (helper !== '') {
    const { askCredentialHelper } = await import('./credential-helper.ts');
    const kept = await askCredentialHelper(helper, server, env);
    if (kept !== null) return kept;
  }
  return readEntry(config, registry, file);
}

async function readConfig(file: string): Promise<Config | null> {
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > LIMITS.dockerConfigBytes) throw refuse(file, `has more than ${LIMITS.dockerConfigBytes} bytes`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof PlimsollError) throw error;
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw refuse(file, `cannot be read (${code})`);
  }
  // Neither the parser's error nor the value that it names may go on: they quote the file.
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(file, 'is not JSON');
  }
  const result = v.safeParse(ConfigSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw refuse(file, `is malformed at ${(v.getDotPath(result.issues[0]) ?? 'its top').slice(0, 200)}`);
}

/** An entry's name may have a scheme and a path, as older versions of Docker wrote them; the host is what counts. */
function readEntry(config: Config, registry: string, file: string): Credential | null {
  const entries = Object.entries(config.auths).filter(([key]) => isFor(key, registry));
  // The host alone comes before `https://host/v1/` and the like.
  entries.sort(([a], [b]) => a.length - b.length);
  for (const [key, entry] of entries) {
    const credential = entry ? readAuth(entry, key, file) : null;
    if (credential !== null) return credential;
  }
  return null;
}

function readAuth(entry: NonNullable<v.InferOutput<typeof EntrySchema>>, key: string, file: string): Credential | null {
  if (entry.identitytoken !== '') return { kind: 'identity-token', token: entry.identitytoken };
  if (entry.auth === '') {
    const { username, password } = entry;
    return username === '' ? null : { kind: 'password', username, password };
  }
  const text = Buffer.from(entry.auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(entry.auth) || colon < 1) {
    throw refuse(file, `has an "auth" for ${key.slice(0, 200)} that is not "user:password" in base64`);
  }
  // Docker pads short passwords with NUL.
  return { kind: 'password', username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, '') };
}

function isFor(key: string, registry: string): boolean {
  const host = key
    .replace(/^https?:\/\//, '')
    .split('/')[0]
    ?.toLowerCase();
  if (registry !== 'docker.io') return host === registry.toLowerCase();
  return host === 'index.docker.io' || host === 'docker.io' || host === 'registry-1.docker.io';
}

function refuse(file: string, why: string): PlimsollError {
  return new PlimsollError('CREDENTIALS_INVALID', `the Docker configuration ${file} ${why}`, {
    hint: 'Mend it, or move it away and run "docker login" again.',
  });
}
