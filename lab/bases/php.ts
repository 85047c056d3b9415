import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fetchSource } from '../machine/fetch-source.ts';
import { APT_SETTINGS, writeAptSettings } from './apt-settings.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

/** What upstream's image on Debian keeps to compile extensions with (`$PHPIZE_DEPS`), and what it has beside PHP. */
const TOOLS = ['autoconf', 'dpkg-dev', 'file', 'g++', 'gcc', 'libc6-dev', 'make', 'pkg-config', 're2c'];
const MORE = ['ca-certificates', 'curl', 'xz-utils'];

/** PHP, and as packages what upstream has compiled in. */
const PHP = [
  ...['php8.2-fpm', 'php8.2-cli', 'php8.2-dev'],
  ...['php8.2-curl', 'php8.2-mbstring', 'php8.2-opcache', 'php8.2-readline', 'php8.2-sqlite3', 'php8.2-xml'],
];
const PACKAGES = [...TOOLS, ...MORE, ...PHP];

/** Settings are where upstream has them; Debian's PHP is told of the folder. */
const SETTINGS = '/usr/local/etc/php';

/** What upstream's scripts do, without their options but `-j`. */
const INSTALL = `#!/bin/sh
set -e
jobs=
case "$1" in -j*) jobs=$1; shift ;; esac
mkdir -p /usr/src/php
tar -xJf /usr/src/php.tar.xz -C /usr/src/php --strip-components=1
export CFLAGS=-O2 CXXFLAGS=-O2
for name; do
  cd "/usr/src/php/ext/$name"
  phpize
  ./configure --enable-option-checking=fatal
  make $jobs
  strip --strip-all modules/*.so
  make install
  docker-php-ext-enable "$name"
done
cd /
rm -rf /usr/src/php
`;
const ENABLE = `#!/bin/sh
set -e
for name; do echo "extension=$name" > "$PHP_INI_DIR/conf.d/docker-php-ext-$name.ini"; done
`;

/** Upstream's settings in one file: as root, with a user for the workers, which have the environment. */
const FPM = `[global]
daemonize = no
error_log = /proc/self/fd/2
log_limit = 8192
[www]
user = www-data
group = www-data
listen = 9000
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
access.log = /proc/self/fd/2
clear_env = no
catch_workers_output = yes
decorate_workers_output = no
`;

/** `php:8.2-fpm`: Debian's PHP with a compiler and PHP's own sources beside it, as upstream. For this machine's own platform. */
export function php(files: ClientFiles): BaseRecipe {
  return {
    name: 'php',
    inputs: [1, PACKAGES, INSTALL, ENABLE, FPM, APT_SETTINGS, files.contents],
    architectures: [NATIVE],
    defaults: {
      Cmd: ['php-fpm'],
      WorkingDir: '/var/www/html',
      Env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        `PHPIZE_DEPS=${TOOLS.join(' ')}`,
        `PHP_INI_DIR=${SETTINGS}`,
        // Beside Debian's own.
        `PHP_INI_SCAN_DIR=:${SETTINGS}/conf.d`,
      ],
    },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, PACKAGES);
      await writeAptSettings(root);
      const own = await tools.makeFolder();
      await fetchSource('php8.2', join(own, 'usr/src/php.tar.xz'));
      const local = join(own, 'usr/local');
      for (const path of ['bin', 'sbin', 'etc/php/conf.d']) await mkdir(join(local, path), { recursive: true });
      for (const [name, text] of Object.entries({ install: INSTALL, enable: ENABLE })) {
        const path = join(local, 'bin', `docker-php-ext-${name}`);
        await writeFile(path, text);
        await chmod(path, 0o755);
      }
      await symlink('/usr/sbin/php-fpm8.2', join(local, 'sbin/php-fpm'));
      await mkdir(join(own, 'etc/php/8.2/fpm'), { recursive: true });
      await writeFile(join(own, 'etc/php/8.2/fpm/php-fpm.conf'), FPM);
      await mkdir(join(own, 'var/www/html'), { recursive: true });
      await chmod(join(own, 'var/www/html'), 0o1777);
      return [
        await tools.pack({ folder: root, createdBy: "Debian's required packages, compilers, PHP", level: 1 }),
        await tools.pack({ folder: own, createdBy: "PHP's sources, scripts and settings as upstream has them" }),
      ];
    },
  };
}
