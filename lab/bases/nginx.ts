import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { unpackPackages, type DebianPackage } from '../machine/packages.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

/** Not set up: that would start it. */
const NGINX: readonly DebianPackage[] = [
  { name: 'nginx', version: '1.22.1-9+deb12u11', suite: null },
  { name: 'nginx-common', version: '1.22.1-9+deb12u11', suite: null },
];
const LIBRARIES = ['libssl3', 'libpcre2-8-0', 'zlib1g', 'libcrypt1'];

/** Sites are in conf.d/, and all that it writes is where anybody may write. */
const SETTINGS = `worker_processes 1;
pid /tmp/nginx.pid;
error_log stderr notice;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path /tmp/client;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  include /etc/nginx/conf.d/*.conf;
}
`;

/** `nginxinc/nginx-unprivileged:*`: Debian's nginx on its required packages. For this machine's own platform. */
export function nginx(files: ClientFiles): BaseRecipe {
  return {
    name: 'nginx',
    inputs: [2, NGINX, LIBRARIES, SETTINGS, files.contents],
    architectures: [NATIVE],
    defaults: {
      User: '101',
      Cmd: ['nginx', '-g', 'daemon off;'],
      Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, LIBRARIES);
      const own = await tools.makeFolder();
      await unpackPackages({ packages: NGINX, into: own, log: tools.log });
      // lib/ is a link in the layer below.
      for (const path of ['lib', 'usr/share/doc', 'usr/share/man', 'etc/nginx/conf.d', 'etc/nginx/sites-enabled']) {
        await rm(join(own, path), { recursive: true, force: true });
      }
      await writeFile(join(own, 'etc/nginx/nginx.conf'), SETTINGS);
      for (const path of ['etc/nginx/conf.d', 'usr/share/nginx/html'])
        await mkdir(join(own, path), { recursive: true });
      await appendFile(join(root, 'etc/passwd'), 'nginx:x:101:101::/nonexistent:/bin/false\n');
      await appendFile(join(root, 'etc/group'), 'nginx:x:101:\n');
      return [
        await tools.pack({ folder: root, createdBy: "Debian's required packages" }),
        await tools.pack({ folder: own, createdBy: "Debian's nginx" }),
      ];
    },
  };
}
