import { setTimeout as sleep } from 'node:timers/promises';

import { PlimsollError } from '../../src/errors.ts';
import { basePlace } from '../bases/base-place.ts';
import type { BaseName } from '../bases/base-images.ts';
import type { Engine } from '../engine/engine.ts';
import { type Example, exampleFolder, type Question } from './examples.ts';
import { findPort } from '../machine/find-port.ts';
import type { Registry } from '../registry/registry.ts';
import { run } from '../machine/run.ts';
import { startWebServer, WEB_PORT } from './web-server.ts';

/** What a service answered: status, and the `Location` of a redirect before the body. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface ExampleService {
  readonly ask: (question: Question) => Promise<Answer>;
  /** User that its process has: `0`, `65532`. */
  readonly user: string;
  /** Ends the service and removes its image. */
  readonly stop: () => Promise<void>;
}

/** What a service may take to begin; a JVM on a busy machine takes some. */
const START_MS = 60_000;

/**
 * Builds one of an example's Dockerfiles by the engine's own builder, for this machine's platform, and runs the image.
 * FROM and `# syntax` stay as they are: the builder is told where in the registry each of the bases lies.
 */
export async function startExample(options: {
  readonly engine: Engine;
  /** Where `startBaseImages` put the example's bases. */
  readonly registry: Registry;
  readonly example: Example;
  readonly file: 'Dockerfile' | 'before.Dockerfile';
}): Promise<ExampleService> {
  const { engine, example, file, registry } = options;
  const bases = placeBases(
    example.bases.map((name) => ({ name, base: name })),
    registry,
  );
  const { name, isFastCgi = false } = example;
  return await startService({
    engine,
    folder: exampleFolder(name),
    file,
    name,
    bases,
    fastCgi: isFastCgi ? registry : null,
  });
}

/** The same of any folder. `bases` are what `placeBases` gives; */
export async function startService(options: {
  readonly engine: Engine;
  readonly folder: string;
  readonly file: string;
  /** Of the image. */
  readonly name: string;
  readonly bases: readonly string[];
  /** Where it listens, where it does not ask `$PORT`. */
  readonly port?: number | null;
  /** Where it speaks FastCGI: the registry that has the web server to put before it. */
  readonly fastCgi?: Registry | null;
}): Promise<ExampleService> {
  const { engine, folder, file, name, bases, fastCgi = null } = options;
  const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });
  const image = `example.com/plimsoll/${name}:${file.toLowerCase()}-${process.pid}`;
  const network = ['--network', 'host', '--allow', 'network.host'];
  const build = ['--builder', 'default', '--load', '--provenance', 'false', '--tag', image, ...network, ...bases];
  await docker('buildx', 'build', ...build, '--file', `${folder}/${file}`, folder);
  const port = options.port ?? (await findPort());
  const place = fastCgi === null ? ['--network', 'host'] : ['--publish', `127.0.0.1:${port}:${WEB_PORT}`];
  const id = (await docker('run', '--detach', ...place, '--env', `PORT=${port}`, image)).trim();
  let front: { readonly stop: () => Promise<void> } | null = null;
  const stop = async (): Promise<void> => {
    await front?.stop();
    await docker('rm', '--force', id);
    await docker('image', 'rm', '--force', image);
  };
  try {
    if (fastCgi !== null) front = await startWebServer(engine, fastCgi, id);
    // The web server is there before what it asks.
    const isUp = (status: number): boolean => front === null || status !== 502;
    await waitFor(`http://127.0.0.1:${port}/`, isUp, async () => await docker('logs', id));
    // A line of headings, then one for each process, the first of them the service itself.
    const user = (await docker('top', id, '-o', 'pid,uid')).split('\n')[1]?.trim().split(/\s+/)[1] ?? '';
    return { user, stop, ask: async (question) => await ask(`http://127.0.0.1:${port}`, question) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tells a build where in the registry the bases lie; `name` is how FROM writes them, with a digest or without. */
export function placeBases(
  bases: readonly { readonly name: string; readonly base: BaseName }[],
  registry: Registry,
): string[] {
  return bases.flatMap(({ name, base }) => {
    const { repository, tag } = basePlace(base);
    const place = `${registry.host}/${repository}:${tag}`;
    return base.startsWith('docker/dockerfile:')
      ? ['--build-arg', `BUILDKIT_SYNTAX=${place}`]
      : ['--build-context', `${name}=docker-image://${place}`];
  });
}

async function ask(url: string, { method, path, body }: Question): Promise<Answer> {
  const sent = body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${url}${path}`, { method, redirect: 'manual', ...sent });
  return { status: answer.status, text: `${answer.headers.get('location') ?? ''}${await answer.text()}` };
}

async function waitFor(url: string, isUp: (status: number) => boolean, log: () => Promise<string>): Promise<void> {
  const end = Date.now() + START_MS;
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => null,
    );
    if (status !== null && isUp(status)) return;
    if (Date.now() > end) throw new PlimsollError('DOCKER_FAILED', `Nothing answers at ${url}: ${await log()}`);
    await sleep(100);
  }
}
