import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { debianRelease } from '../../lab/machine/debian-release.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { isAlive } from '../../lab/machine/is-alive.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';

// The first start on a machine downloads Debian's packages.
jest.setTimeout(120_000);

const IMAGE = 'lab-test';
const docker = async (engine: Engine, ...args: string[]): Promise<string> =>
  (await run(engine.docker, args, { env: engine.env })).trim();

/** An image of one busybox, made without a network. */
async function importBusybox(engine: Engine): Promise<void> {
  const { prefix } = await unpackTools(() => undefined);
  await run('sh', ['-c', `tar -C '${prefix}' -c bin/busybox | '${engine.docker}' import - ${IMAGE}`], {
    env: engine.env,
  });
}

const leftBehind = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`plimsoll-lab-engine-${process.pid}-`));

const canStart = (await debianRelease()) !== null && process.getuid?.() === 0;

if (canStart) describeOwnEngines();
else {
  test('where the lab cannot start an engine it says what it takes', async () => {
    await expect(startEngine({ mode: 'own' })).rejects.toThrow('as root on Debian only');
  });
}

function describeOwnEngines(): void {
  describe('two engines side by side', () => {
    let engines: Engine[] = [];

    beforeAll(async () => {
      engines = await Promise.all([startEngine({ mode: 'own' }), startEngine({ mode: 'own' })]);
      await Promise.all(engines.map(importBusybox));
    });

    afterAll(async () => {
      for (const engine of engines) await engine.stop();
    });

    test('each has its own network, and containers of its own', async () => {
      const starts = engines.map(async (engine) => {
        const id = await docker(engine, 'run', '--detach', '--init', IMAGE, '/bin/busybox', 'sleep', '1000');
        return await docker(engine, 'inspect', '--format', '{{.NetworkSettings.IPAddress}}', id);
      });
      const addresses = await Promise.all(starts);
      expect(new Set(addresses).size).toBe(2);
      expect(addresses.join(' ')).toMatch(/^198\.18\.\d+\.\d+ 198\.18\.\d+\.\d+$/);
      for (const engine of engines) expect((await docker(engine, 'ps', '--quiet')).split('\n')).toHaveLength(1);
    });

    test('has a Buildx that knows the history of builds, and a containerd image store', async () => {
      const [engine] = engines;
      if (engine === undefined) throw new Error('no engine');
      expect(await docker(engine, 'buildx', 'history', 'ls')).toContain('BUILD ID');
      expect(await docker(engine, 'info', '--format', '{{json .DriverStatus}}')).toContain('io.containerd.snapshotter');
    });

    test('gives each job a Docker configuration of its own', async () => {
      const [engine] = engines;
      if (engine === undefined) throw new Error('no engine');
      const folders = [await engine.makeDockerConfig(), await engine.makeDockerConfig()];
      expect(new Set(folders).size).toBe(2);
      for (const folder of folders) {
        const env = { ...engine.env, DOCKER_CONFIG: folder };
        expect(await run(engine.docker, ['buildx', 'version'], { env })).toContain('buildx');
      }
    });

    test('one that stops leaves the other as it is, and nothing of its own', async () => {
      const bridges = (): string[] => Object.keys(networkInterfaces()).filter((name) => name.startsWith('plimsoll'));
      const extra = await startEngine({ mode: 'own' });
      await importBusybox(extra);
      await docker(extra, 'run', '--detach', IMAGE, '/bin/busybox', 'sleep', '1000');
      const format = '{{index .Options "com.docker.network.bridge.name"}}';
      const bridge = (await docker(extra, 'network', 'inspect', 'bridge', '--format', format)).trim();
      // Other tests start engines beside this one.
      expect(bridges()).toContain(bridge);
      await extra.stop();
      expect(bridges()).not.toContain(bridge);
      expect(await leftBehind()).toHaveLength(2);
      expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain(extra.host.replace('unix://', ''));
      for (const engine of engines)
        expect(await docker(engine, 'version', '--format', '{{.Server.Version}}')).not.toBe('');
    });
  });

  test('an engine that answers already is used, and stays', async () => {
    const own = await startEngine({ mode: 'own' });
    const before = { ...process.env };
    try {
      Object.assign(process.env, own.env);
      const shared = await startEngine();
      expect(shared).toMatchObject({ host: own.host, isOwn: false });
      expect(await docker(shared, 'buildx', 'version')).toContain('buildx');
      await shared.stop();
      expect(await docker(own, 'version', '--format', '{{.Server.Version}}')).not.toBe('');
    } finally {
      process.env = before;
      await own.stop();
    }
  });

  test('an engine dies with the process that started it, and the next start removes what it left', async () => {
    const module = JSON.stringify(fileURLToPath(new URL('../../lab/engine/engine.ts', import.meta.url)));
    const script = `
    import { readFileSync } from 'node:fs';
    import { startEngine } from ${module};
    const engine = await startEngine({ mode: 'own' });
    const folder = engine.host.slice('unix://'.length).replace('/docker.sock', '');
    console.log(readFileSync(folder + '/dockerd.pid', 'utf8').trim() + ' ' + folder);
    setInterval(() => undefined, 1000);
  `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: unknown[] = await once(child.stdout, 'data');
    const [pid = '', folder = ''] = String(said[0]).trim().split(' ');
    expect(isAlive(Number(pid))).toBe(true);
    child.kill('SIGKILL');
    while (isAlive(Number(pid))) await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await startEngine({ mode: 'own' });
    try {
      expect(await readdir(tmpdir())).not.toContain(folder.slice(folder.lastIndexOf('/') + 1));
    } finally {
      await next.stop();
    }
  });
}
