import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

import { startBaseImages } from '../../lab/bases/base-images.ts';
import { copyBase } from '../../lab/bases/copy-base.ts';
import { findCrane } from '../../lab/machine/crane.ts';
import { debianRelease } from '../../lab/machine/debian-release.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistryContainer } from '../../lab/registry/registry-container.ts';
import { startRegistry } from '../../lab/registry/registry.ts';
import { openRepository } from '../../lab/registry/repository.ts';
import { run } from '../../lab/machine/run.ts';
import { unpackTools } from '../../lab/machine/tools.ts';

// What the lab does on a machine that has Docker and is not Debian, tried with an engine of the lab's own.
jest.setTimeout(300_000);

let engine: Engine;
const log = (): void => undefined;

beforeAll(async () => {
  const isDebian = (await debianRelease()) !== null;
  engine = await startEngine({ mode: isDebian ? 'own' : 'shared' });
  if (isDebian) await importRegistry();
});

afterAll(async () => {
  await engine.stop();
});

/** Docker Hub's image cannot be had on a bare Debian: the same program under its name. */
async function importRegistry(): Promise<void> {
  const { registry } = await unpackTools(log);
  const config = JSON.stringify({
    version: '0.1',
    storage: { filesystem: { rootdirectory: '/var/lib/registry' } },
    http: { addr: ':5000' },
  });
  const script = `
    set -e
    root=$(mktemp -d)
    mkdir -p "$root/etc" "$root/tmp"
    cp '${registry}' "$root/registry"
    for library in $(ldd '${registry}' | grep -o '/[^ ]*'); do
      mkdir -p "$root$(dirname "$library")"
      cp --dereference "$library" "$root$library"
    done
    printf '%s' '${config}' > "$root/etc/config.yml"
    tar -C "$root" -c . |
      docker import --change 'ENTRYPOINT ["/registry", "serve", "/etc/config.yml"]' --change 'EXPOSE 5000' - registry:2.8.3
    rm -r "$root"
  `;
  await run('sh', ['-c', script], { env: engine.env });
}

test('the registry runs as a container on a free port, with a password, and is gone after it stopped', async () => {
  const password = { username: 'robot', password: 'secret' };
  const backend = await startRegistryContainer(engine, { password, log });
  const { address } = backend;
  if (!('port' in address)) throw new Error('a container has a port');
  const url = `http://${address.host}:${address.port}`;
  const blob = Buffer.from('x');
  const digest = 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
  const repository = openRepository({ url, repository: 'acme/api', credentials: password });
  await repository.putBlob(digest, () => Promise.resolve(blob));
  expect(await repository.getBlob(digest)).toEqual(blob);
  expect((await fetch(`${url}/v2/`)).status).toBe(401);
  await backend.stop();
  const label = `label=dev.plimsoll.lab.owner=${process.pid}`;
  expect(await run(engine.docker, ['ps', '--all', '--quiet', '--filter', label], { env: engine.env })).toBe('');
});

test('bases are copied from their registry with all their platforms', async () => {
  const upstream = await startRegistry();
  const registry = await startRegistry();
  try {
    const { digests } = await startBaseImages({ registry: upstream, names: ['alpine:3.15'] });
    await copyBase(engine, `${upstream.host}/library/alpine:3.15`, `${registry.host}/library/alpine:3.15`);
    const crane = await findCrane();
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      await run(crane, ['validate', '--platform', platform, '--remote', `${registry.host}/library/alpine:3.15`]);
    }
    const digest = await run(crane, ['digest', `${registry.host}/library/alpine:3.15`]);
    expect(digest.trim()).toBe(digests.get('alpine:3.15'));
  } finally {
    await registry.stop();
    await upstream.stop();
  }
});
