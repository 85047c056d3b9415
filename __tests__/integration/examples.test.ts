import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

import { type BaseName, startBaseImages } from '../../lab/bases/base-images.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startExample } from '../../lab/examples/example-service.ts';
import { EXAMPLES } from '../../lab/examples/examples.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { WEB_SERVER } from '../../lab/examples/web-server.ts';

// The first start on a machine makes base images of Debian's packages.
jest.setTimeout(900_000);

let engine: Engine;
let registry: Registry;

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
});

afterAll(async () => {
  await registry.stop();
  await engine.stop();
});

const CASES = EXAMPLES.flatMap((example) => [
  { name: example.name, example, file: 'before.Dockerfile', user: 'root' } as const,
  { name: example.name, example, file: 'Dockerfile', user: 'somebody else' } as const,
]);

const placed = new Set<BaseName>();

/** Made by the test that is built on them: all at once take longer than one may. */
async function placeBases(names: readonly BaseName[]): Promise<void> {
  for (const name of names) {
    if (!placed.has(name)) await startBaseImages({ registry, names: [name] });
    placed.add(name);
  }
}

test.each(CASES)('examples/$name/$file makes a service that answers, as $user', async ({ example, file, user }) => {
  await placeBases([...example.bases, ...(example.isFastCgi === true ? [WEB_SERVER] : [])]);
  const service = await startExample({ engine, registry, example, file });
  try {
    const { questions, questionsBefore = questions } = example;
    for (const question of file === 'Dockerfile' ? questions : questionsBefore) {
      const { status, text } = await service.ask(question);
      expect({ status, text }).toEqual({ status: question.status, text: expect.stringContaining(question.says) });
    }
    expect(service.user === '0' ? 'root' : 'somebody else').toBe(user);
  } finally {
    await service.stop();
  }
});
