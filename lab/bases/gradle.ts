import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { openArchive, type Archive } from '../machine/archive.ts';
import { run } from '../machine/run.ts';
import type { ClientFiles } from './client-files.ts';
import { REQUIRED, unpackMerged } from './debian-root.ts';
import type { BaseRecipe } from './make-base.ts';
import { maven, MAVEN_PACKAGES } from './maven.ts';

const PACKAGES = ['gradle'];

/** `gradle:9-jdk17`: Debian's Gradle, which is 4.4.1, on top of the JDK of Maven's base. For this machine's own platform. */
export function gradle(files: ClientFiles): BaseRecipe {
  const base = maven(files);
  return {
    name: 'gradle',
    inputs: [1, PACKAGES, base.inputs],
    architectures: base.architectures,
    defaults: { ...base.defaults, Cmd: ['gradle'] },
    makeLayers: async (tools) => {
      const layers = await tools.layersOf(base, tools.architecture);
      const { architecture } = tools;
      const archive = await openArchive({ folder: await tools.makeFolder(), suites: [null], architecture });
      const below = [...REQUIRED, ...MAVEN_PACKAGES];
      const there = new Set(await listInstalled(archive, below));
      const more = (await listInstalled(archive, [...below, ...PACKAGES])).filter((name) => !there.has(name));
      await run('apt-get', ['--quiet', 'download', ...more], { env: archive.env, cwd: archive.downloads });
      const root = await tools.makeFolder();
      const names = (await readdir(archive.downloads)).sort();
      await unpackMerged(
        names.map((name) => join(archive.downloads, name)),
        root,
      );
      return [...layers, await tools.pack({ folder: root, createdBy: "Debian's Gradle", level: 1 })];
    },
  };
}

/** The names of all that these packages bring onto a system that has nothing. */
async function listInstalled(archive: Archive, packages: readonly string[]): Promise<readonly string[]> {
  const install = ['--quiet', '--simulate', '--no-install-recommends', 'install', ...packages];
  const told = await run('apt-get', install, { env: archive.env });
  return [...told.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
}
