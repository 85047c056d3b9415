import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../machine/run.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

const PACKAGES = ['composer', 'unzip'];

/** Debian has Composer in many files; upstream has it in one, which people copy into images of their own. */
const PACK = String.raw`<?php
$phar = new Phar('/tmp/composer.phar');
$phar->startBuffering();
$folder = new RecursiveDirectoryIterator('/usr/share/php', FilesystemIterator::FOLLOW_SYMLINKS | FilesystemIterator::SKIP_DOTS);
foreach (new RecursiveIteratorIterator($folder) as $path => $file) {
  $phar[substr($path, strlen('/usr/'))] = file_get_contents($path);
}
$phar['bin/composer'] = preg_replace('/^#!.*\n/', '', file_get_contents('/usr/bin/composer'));
$phar->setStub("#!/usr/bin/env php\n<?php
Phar::mapPhar('composer.phar');
set_include_path('phar://composer.phar/share/php');
require 'phar://composer.phar/bin/composer';
__HALT_COMPILER();");
$phar->stopBuffering();
`;

/** `composer:*`: Debian's Composer, and the PHP that it needs. For this machine's own platform. */
export function composer(files: ClientFiles): BaseRecipe {
  return {
    name: 'composer',
    inputs: [1, PACKAGES, PACK, files.contents],
    architectures: [NATIVE],
    defaults: {
      Cmd: ['composer'],
      WorkingDir: '/app',
      Env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'COMPOSER_ALLOW_SUPERUSER=1',
        'COMPOSER_HOME=/tmp',
      ],
    },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, PACKAGES);
      await writeFile(join(root, 'pack.php'), PACK);
      await run('/usr/sbin/chroot', [root, '/usr/bin/php', '-d', 'phar.readonly=0', '/pack.php'], {
        env: { TMPDIR: '/tmp' },
      });
      await rename(join(root, 'tmp/composer.phar'), join(root, 'usr/bin/composer'));
      await chmod(join(root, 'usr/bin/composer'), 0o755);
      await rm(join(root, 'pack.php'));
      return [await tools.pack({ folder: root, createdBy: "Debian's required packages, PHP and Composer" })];
    },
  };
}
