import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { claimBridge } from './bridge.ts';
import { startDaemon } from '../machine/daemon.ts';
import { debianRelease } from '../machine/debian-release.ts';
import { run } from '../machine/run.ts';
import { stopOnce } from '../machine/stop-once.ts';
import { unpackTools } from '../machine/tools.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

export interface EngineOptions {
  readonly log?: (line: string) => void;
  /** `own` starts an engine even where one answers already. Default `shared`. */
  readonly mode?: 'shared' | 'own';
}

export interface Engine {
  /** Its address, as DOCKER_HOST takes it. */
  readonly host: string;
  /** Path of the docker command. */
  readonly docker: string;
  /** Folders to put first in PATH, joined as PATH has it. */
  readonly bin: string;
  /** What the docker command and what calls it need on top of this process's environment. */
  readonly env: Readonly<Record<'DOCKER_HOST' | 'DOCKER_CONFIG' | 'PATH', string>>;
  /** Where the engine was started by the lab; false where one was there. */
  readonly isOwn: boolean;
  /** A new empty folder for DOCKER_CONFIG with the plugins in it: jobs that log in do not share one. */
  readonly makeDockerConfig: () => Promise<string>;
  /** Ends the engine with all that it runs and holds; one that was there is left as it is. */
  readonly stop: () => Promise<void>;
}

/** Buildx from which on a build's history can be inspected (facts/buildkit.md). */
const BUILDX_MINIMUM = 20;

/**
 * Gives a Docker engine with Buildx: the one that answers already, else on Debian as root one of the lab's own, with its
 * own containerd, bridge, socket and data in a temporary folder. Several side by side do not touch each other,
 * nothing is installed in the system.
 *
 * @throws PlimsollError DOCKER_FAILED with the command that gets what is missing.
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const log = options.log ?? (() => undefined);
  const there = options.mode === 'own' ? null : await findEngine();
  return there === null ? await startOwn(log) : await useEngine(there, log);
}

/** The address of the engine that answers, null where none does. */
async function findEngine(): Promise<string | null> {
  const version = await run('docker', ['version', '--format', '{{.Server.Version}}']).catch(() => '');
  if (version.trim() === '') return null;
  const fromEnv = process.env['DOCKER_HOST'];
  if (fromEnv) return fromEnv;
  return (await run('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'])).trim();
}

async function useEngine(host: string, log: (line: string) => void): Promise<Engine> {
  const buildx = await run('docker', ['buildx', 'version']).catch(() => '');
  const minor = /\bv?0\.(\d+)\./.exec(buildx)?.[1];
  if (minor === undefined || Number(minor) < BUILDX_MINIMUM) {
    throw new PlimsollError(
      'DOCKER_FAILED',
      `The Docker engine at ${host} has no Buildx of 0.${BUILDX_MINIMUM} or newer.`,
      {
        hint: 'Install it: apt-get install docker-buildx-plugin (https://docs.docker.com/go/buildx/).',
      },
    );
  }
  log(`using the Docker engine at ${host}`);
  const dir = await makeWorkDir('docker');
  const pluginDirs = [join(process.env['DOCKER_CONFIG'] || join(homedir(), '.docker'), 'cli-plugins')];
  const docker = (await run('sh', ['-c', 'command -v docker'])).trim();
  return {
    host,
    docker,
    bin: dirname(docker),
    env: { DOCKER_HOST: host, DOCKER_CONFIG: await makeConfig(dir, pluginDirs), PATH: process.env['PATH'] ?? '' },
    isOwn: false,
    makeDockerConfig: async () => await makeConfig(dir, pluginDirs),
    stop: stopOnce(async () => {
      await removeWorkDir(dir);
    }),
  };
}

async function startOwn(log: (line: string) => void): Promise<Engine> {
  if ((await debianRelease()) === null || process.getuid?.() !== 0) {
    throw new PlimsollError(
      'DOCKER_FAILED',
      'No Docker engine answers, and the lab starts one as root on Debian only.',
      {
        hint: 'Start Docker (https://docs.docker.com/engine/install/), or run this as root on Debian.',
      },
    );
  }
  const tools = await unpackTools(log);
  const bridge = await claimBridge(tools.busybox);
  const dir = await makeWorkDir('engine');
  const host = `unix://${join(dir, 'docker.sock')}`;
  const clean = async (): Promise<void> => {
    await bridge.release();
    await removeWorkDir(dir);
  };
  try {
    const settings = {
      // The docker driver exports registry caches and several platforms only with it.
      features: { 'containerd-snapshotter': true },
      'data-root': join(dir, 'data'),
      'exec-root': join(dir, 'exec'),
      hosts: [host],
      bridge: bridge.name,
      // The machine's own network rules stay as they are: a build reaches the network with --network host.
      iptables: false,
      ip6tables: false,
      'ip-forward': false,
      'ip-masq': false,
      // Static, since the builder's image has none of its libraries (facts/runner.md).
      'init-path': tools.initPath,
    };
    const config = join(dir, 'daemon.json');
    await writeFile(config, JSON.stringify(settings));
    const pluginDirs = [dirname(tools.buildx)];
    const env = {
      DOCKER_HOST: host,
      DOCKER_CONFIG: await makeConfig(dir, pluginDirs),
      PATH: [tools.path, process.env['PATH'] ?? ''].join(delimiter),
    };
    const daemon = await startDaemon({
      name: 'dockerd',
      command: join(tools.prefix, 'usr/sbin/dockerd'),
      args: ['--config-file', config, '--pidfile', join(dir, 'dockerd.pid')],
      env: { PATH: env.PATH, LD_LIBRARY_PATH: tools.libraries },
      logFile: join(dir, 'dockerd.log'),
      isReady: async () => (await run(tools.docker, ['version', '--format', '{{.Server.Version}}'], { env })) !== '',
    });
    log(`started a Docker engine at ${host}`);
    return {
      host,
      docker: tools.docker,
      bin: tools.path,
      env,
      isOwn: true,
      makeDockerConfig: async () => await makeConfig(dir, pluginDirs),
      stop: stopOnce(async () => {
        await removeContainers(tools.docker, env);
        await daemon.stop();
        await clean();
      }),
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** An engine that is told to stop gives each container ten seconds; nothing in them is worth the wait. */
async function removeContainers(docker: string, env: Readonly<Record<string, string>>): Promise<void> {
  const ids = (await run(docker, ['ps', '--all', '--quiet'], { env }).catch(() => '')).split('\n').filter(Boolean);
  if (ids.length > 0) await run(docker, ['rm', '--force', ...ids], { env }).catch(() => undefined);
}

async function makeConfig(dir: string, pluginDirs: readonly string[]): Promise<string> {
  const config = await mkdtemp(join(dir, 'config-'));
  await mkdir(join(config, 'cli-plugins'));
  for (const from of pluginDirs) {
    for (const name of await readdir(from).catch(() => [])) {
      await symlink(join(from, name), join(config, 'cli-plugins', name));
    }
  }
  return config;
}
