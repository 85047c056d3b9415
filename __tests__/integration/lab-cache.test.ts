import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { cached, cacheFolder } from '../../lab/machine/cache.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-cache-test-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('cacheFolder', () => {
  test('goes by PLIMSOLL_LAB_CACHE, then XDG_CACHE_HOME, then the home folder', () => {
    expect(cacheFolder({ PLIMSOLL_LAB_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheFolder({ PLIMSOLL_LAB_CACHE: '', XDG_CACHE_HOME: '/b' })).toBe('/b/plimsoll-lab');
    expect(cacheFolder({})).toMatch(/\/\.cache\/plimsoll-lab$/);
  });
});

describe('cached', () => {
  const fillWith = (text: string) => async (folder: string) => {
    await writeFile(join(folder, 'text'), text);
  };

  test('fills an entry once', async () => {
    const first = await cached('entry', fillWith('one'), root);
    const second = await cached('entry', fillWith('two'), root);
    expect(second).toBe(first);
    expect(await readFile(join(second, 'text'), 'utf8')).toBe('one');
    expect(await readdir(root)).toEqual(['entry']);
  });

  test('leaves nothing where the fill fails, and the next one fills', async () => {
    const fail = async (folder: string): Promise<void> => {
      await fillWith('half')(folder);
      throw new Error('the network is gone');
    };
    await expect(cached('entry', fail, root)).rejects.toThrow('the network is gone');
    expect(await readdir(root)).toEqual([]);
    await cached('entry', fillWith('whole'), root);
    expect(await readFile(join(root, 'entry', 'text'), 'utf8')).toBe('whole');
  });

  test('takes over the lock of a process that died', async () => {
    const dead = spawn('true');
    await once(dead, 'exit');
    await writeFile(join(root, 'entry.lock'), String(dead.pid));
    await cached('entry', fillWith('one'), root);
    expect(await readdir(root)).toEqual(['entry']);
  });

  test('lets one of several processes fill', async () => {
    const script = `
      import { appendFile, writeFile } from 'node:fs/promises';
      import { setTimeout } from 'node:timers/promises';
      import { cached } from ${JSON.stringify(fileURLToPath(new URL('../../lab/machine/cache.ts', import.meta.url)))};
      const [root] = process.argv.slice(1);
      await cached('entry', async (folder) => {
        await appendFile(root + '/../' + root.split('/').pop() + '.fills', 'x');
        await setTimeout(100);
        await writeFile(folder + '/text', 'whole');
      }, root);
    `;
    const processes = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, root], { stdio: 'inherit' }),
    );
    for (const child of processes) {
      const end: unknown[] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
      expect(end[0]).toBe(0);
    }
    expect(await readFile(`${root}.fills`, 'utf8')).toBe('x');
    await rm(`${root}.fills`);
    expect(await readdir(root)).toEqual(['entry']);
  });
});
