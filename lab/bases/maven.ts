import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { hasCode } from '../machine/has-code.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

export const MAVEN_PACKAGES = ['openjdk-17-jdk-headless', 'maven'];
const DEFAULTS = { Cmd: ['mvn'], Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] };

/** The certificates that this machine's Java trusts, of Debian's `ca-certificates-java`. */
const KEY_STORE = '/etc/ssl/certs/java/cacerts';

/** Debian's own Maven and JDK. For this machine's own platform. */
function debianMaven(files: ClientFiles): BaseRecipe {
  return {
    name: 'maven',
    inputs: [1, MAVEN_PACKAGES, files.contents],
    architectures: [NATIVE],
    defaults: DEFAULTS,
    makeLayers: async (tools) => [
      await tools.pack({
        folder: await makeDebianRoot(tools, files, MAVEN_PACKAGES),
        createdBy: "Debian's required packages, JDK and Maven",
        level: 1,
      }),
    ],
  };
}

/** `maven:*-17`: the same, with the certificates of this machine where its Java has some. */
export function maven(files: ClientFiles): BaseRecipe {
  const base = debianMaven(files);
  const store = readStore();
  return {
    name: 'maven-trusting',
    inputs: [1, base.inputs, store === null ? null : createHash('sha256').update(store).digest('hex')],
    architectures: base.architectures,
    defaults: DEFAULTS,
    makeLayers: async (tools) => {
      const layers = await tools.layersOf(base, tools.architecture);
      if (store === null) return layers;
      const root = await tools.makeFolder();
      await mkdir(join(root, dirname(KEY_STORE)), { recursive: true });
      await writeFile(join(root, KEY_STORE), store);
      return [...layers, await tools.pack({ folder: root, createdBy: "this machine's certificates, for Java" })];
    },
  };
}

function readStore(): Buffer | null {
  try {
    return readFileSync(KEY_STORE);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
