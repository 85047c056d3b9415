import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { basePlace } from '../bases/base-place.ts';
import type { BaseName } from '../bases/base-images.ts';
import type { Engine } from '../engine/engine.ts';
import type { Registry } from '../registry/registry.ts';
import { run } from '../machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

/** The base that stands before services of FastCGI; `startBaseImages` puts it into the registry. */
export const WEB_SERVER: BaseName = 'nginxinc/nginx-unprivileged:1.30-alpine-slim';

/** Where it listens. */
export const WEB_PORT = 8080;

const SITE = `server {
  listen ${WEB_PORT};
  location / {
    include fastcgi_params;
    fastcgi_param SCRIPT_FILENAME /var/www/html/public/index.php;
    fastcgi_pass 127.0.0.1:9000;
  }
}
`;

/** Puts nginx before a container of PHP-FPM's, in the container's own network, as the two stand in a pod. */
export async function startWebServer(
  engine: Engine,
  registry: Registry,
  container: string,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { repository, tag } = basePlace(WEB_SERVER);
  const image = `${registry.host}/${repository}:${tag}`;
  const folder = await makeWorkDir('site');
  const site = join(folder, 'default.conf');
  await writeFile(site, SITE, { mode: 0o644 });
  const mount = `type=bind,readonly,source=${site},target=/etc/nginx/conf.d/default.conf`;
  const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });
  const id = await docker('run', '--detach', '--network', `container:${container}`, '--mount', mount, image);
  return {
    stop: async () => {
      await docker('rm', '--force', id.trim());
      await docker('image', 'rm', '--force', image);
      await removeWorkDir(folder);
    },
  };
}
