import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';

import { startEngine } from './engine.ts';
import { startRegistry } from './registry.ts';

/** `npx tsx lab/up.ts [ENV_FILE]`: the lab for a person to try things in, until Ctrl-C. */
async function up(envFile: string | undefined): Promise<void> {
  const log = (line: string): void => {
    console.error(line);
  };
  const engine = await startEngine({ log });
  const registry = await startRegistry({ log });
  const env = {
    DOCKER_HOST: engine.env.DOCKER_HOST,
    DOCKER_CONFIG: engine.env.DOCKER_CONFIG,
    PATH: `${engine.bin}:$PATH`,
    PLIMSOLL_LAB_REGISTRY: registry.host,
  };
  const lines = Object.entries(env).map(([name, value]) => `export ${name}="${value}"\n`);
  if (envFile === undefined) console.log(lines.join(''));
  else await writeFile(envFile, lines.join(''));
  log('up; Ctrl-C ends it');
  const alive = setInterval(() => undefined, 60_000);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(alive);
  await registry.stop();
  await engine.stop();
}

await up(process.argv[2]);
