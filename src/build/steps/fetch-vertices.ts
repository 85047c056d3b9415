import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PlimsollError } from '../../errors.ts';
import { dockerFailed, type Docker } from '../../image/docker.ts';
import { withoutSecrets } from '../../image/without-secrets.ts';
import { collectVertices, type Vertex } from './vertex.ts';
import type { BuildKey } from '../../image/builder.ts';

/** The logs of the steps are in it too, up to 2 MiB a step unless the builder is told otherwise. */
const MOST_BYTES = 256 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const SAID_CHARACTERS = 600;

/**
 * Every vertex of a build, out of `docker buildx history logs --progress rawjson`, which writes its JSON to stderr; read
 * line by line, the logs in it dropped. Throws `BUILD_NOT_FOUND`, `DOCKER_FAILED` and `LIMIT_EXCEEDED`.
 */
export async function fetchVertices(
  docker: Docker,
  key: BuildKey,
  limits = { maxBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS },
): Promise<Vertex[]> {
  const name = `the steps of build ${key.id}`;
  const builder = key.builder === null ? [] : ['--builder', key.builder];
  const args = ['buildx', 'history', 'logs', ...builder, key.place ?? key.id, '--progress', 'rawjson'];
  const child = spawn(docker.path, args, {
    env: withoutSecrets(docker.env),
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const lines = createInterface({ input: child.stderr });
  const ended = new Promise<{ code: number | null; failure: Error | null }>((resolve) => {
    child.once('error', (failure) => {
      resolve({ code: null, failure });
    });
    child.once('exit', (code) => {
      resolve({ code, failure: null });
    });
  });

  let bytes = 0;
  // What docker started may outlive it and hold the pipe, so the reading is ended too.
  const stop = (): void => {
    child.kill('SIGKILL');
    lines.close();
    child.stderr.destroy();
  };
  child.stderr.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.maxBytes) stop();
  });
  const timer = setTimeout(stop, limits.timeoutMs);
  const collector = collectVertices();
  let said = '';
  for await (const line of lines) {
    if (!collector.addLine(line)) said = `${said}\n${line.slice(0, SAID_CHARACTERS)}`.slice(-SAID_CHARACTERS);
  }
  const { code, failure } = await ended;
  clearTimeout(timer);
  if (code === 0) return collector.vertices();
  if (failure !== null) throw dockerFailed(name, failure.message);
  if (bytes > limits.maxBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${name}: the answer is larger than ${limits.maxBytes} bytes`);
  }
  if (code === null) throw dockerFailed(name, `no answer within ${limits.timeoutMs / 1000} s`);
  if (said.includes('no record found')) throw new PlimsollError('BUILD_NOT_FOUND', `${name}: ${said.trim()}`);
  throw dockerFailed(name, said.trim());
}
