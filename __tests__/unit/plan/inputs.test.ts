import { describe, expect, test } from '@jest/globals';
import { PlimsollError } from '../../../src/errors.ts';
import { environmentName, INPUT_TABLE } from '../../../src/plan/input-table.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import type { InputName } from '../../../src/plan/input-table.ts';
import type { Inputs } from '../../../src/plan/inputs.ts';

/** Inputs as action.yml gives them: each one set, to its default where the user says nothing. */
function inputs(given: Partial<Record<InputName, string>> = {}): Inputs {
  const names = Object.keys(INPUT_TABLE).filter((name): name is InputName => name in INPUT_TABLE);
  return parseInputs(
    Object.fromEntries(names.map((name) => [environmentName(name), given[name] ?? INPUT_TABLE[name].default])),
  );
}

function problemOf(given: Partial<Record<InputName, string>>): PlimsollError {
  try {
    inputs(given);
  } catch (error) {
    if (error instanceof PlimsollError) return error;
  }
  throw new Error(`${JSON.stringify(given)} was taken`);
}

const SHA = 'a'.repeat(40);
const DIGEST = `sha256:${'b'.repeat(64)}`;

describe('parseInputs', () => {
  test('takes the defaults of action.yml', () => {
    expect(inputs()).toEqual({
      image: null,
      name: null,
      login: 'auto',
      username: '',
      isPasswordGiven: false,
      context: '.',
      file: '',
      target: '',
      platforms: ['linux/amd64', 'linux/arm64'],
      partial: false,
      digests: [],
      labels: '',
      noCache: false,
      pull: false,
      exporterOptions: [],
      tags: null,
      push: 'auto',
      cache: 'auto',
      cacheImage: null,
      cacheFrom: '',
      cacheTo: '',
      cacheMounts: false,
      builder: '',
      driver: 'docker-container',
      endpoint: '',
      append: '',
      buildxVersion: '',
      builderSettings: ['', '', '', ''],
      qemu: 'auto',
      baseline: { kind: 'auto' },
      budgets: [],
      countDrift: false,
      noise: { bytes: 50_000, percent: 0.5 },
      overrideLabel: 'size-ok',
      details: 'auto',
      maxReadBytes: 500_000_000,
      comment: 'auto',
      report: false,
      usage: null,
      vulnerabilities: null,
      strict: false,
    });
  });

  test('an environment without any has the defaults too, and an empty one is not given', () => {
    expect(parseInputs({})).toEqual(inputs());
    expect(inputs({ push: '', noise: '', driver: '', 'max-read': '', baseline: '' })).toEqual(inputs());
  });

  test('an empty context and no platforms are what build-push-action makes of them', () => {
    expect(inputs({ context: '', platforms: '' })).toMatchObject({ context: '', platforms: [] });
  });

  test.each<[InputName, string, Partial<Inputs>]>([
    [
      'image',
      'ghcr.io/Acme/API',
      { image: { text: 'ghcr.io/acme/api', registry: 'ghcr.io', lastElement: 'api', wasLowered: true } },
    ],
    [
      'image',
      'acme/api',
      { image: { text: 'docker.io/acme/api', registry: 'docker.io', lastElement: 'api', wasLowered: false } },
    ],
    ['name', 'api.v2_x-1', { name: 'api.v2_x-1' }],
    ['login', 'true', { login: true }],
    ['login', 'FALSE', { login: false }],
    ['username', ' bot ', { username: 'bot' }],
    [
      'platforms',
      'linux/arm64/v8\nlinux/amd64, linux/arm/v7,linux/arm64',
      { platforms: ['linux/arm64', 'linux/amd64', 'linux/arm/v7'] },
    ],
    ['context', ' services/api ', { context: 'services/api' }],
    ['file', 'a/Dockerfile', { file: 'a/Dockerfile' }],
    ['target', 'final', { target: 'final' }],
    ['labels', ' a=b \n"c=d, e"', { labels: ' a=b \n"c=d, e"' }],
    ['no-cache', 'True', { noCache: true }],
    ['pull', ' true ', { pull: true }],
    ['exporter-options', 'compression=zstd', { exporterOptions: ['compression=zstd'] }],
    [
      'tags',
      'ghcr.io/acme/api:edge\nacme/api:edge,ghcr.io/acme/api:edge',
      { tags: ['ghcr.io/acme/api:edge', 'docker.io/acme/api:edge'] },
    ],
    ['push', 'true', { push: true }],
    ['cache', 'False', { cache: 'false' }],
    ['cache', 'pr', { cache: 'pr' }],
    [
      'cache-image',
      'ghcr.io/acme/cache',
      { cacheImage: { text: 'ghcr.io/acme/cache', registry: 'ghcr.io', lastElement: 'cache', wasLowered: false } },
    ],
    ['cache-from', 'type=gha\n', { cacheFrom: 'type=gha\n' }],
    ['cache-to', 'type=gha', { cacheTo: 'type=gha' }],
    ['builder', 'mine', { builder: 'mine' }],
    ['driver', 'remote', { driver: 'remote' }],
    ['driver-opts', 'network=host', { builderSettings: ['network=host', '', '', ''] }],
    ['buildkitd-flags', '--debug', { builderSettings: ['', '--debug', '', ''] }],
    ['buildkitd-config', 'a.toml', { builderSettings: ['', '', 'a.toml', ''] }],
    ['buildkitd-config-inline', 'x=1', { builderSettings: ['', '', '', 'x=1'] }],
    ['endpoint', 'ssh://x', { endpoint: 'ssh://x' }],
    ['append', '- name: x', { append: '- name: x' }],
    ['qemu', 'false', { qemu: false }],
    ['baseline', 'release', { baseline: { kind: 'release' } }],
    ['baseline', SHA, { baseline: { kind: 'commit', commit: SHA } }],
    ['baseline', 'v1.2.3', { baseline: { kind: 'tag', tag: 'v1.2.3' } }],
    ['baseline', '1234567', { baseline: { kind: 'tag', tag: '1234567' } }],
    ['baseline', DIGEST, { baseline: { kind: 'digest', digest: DIGEST } }],
    ['baseline', 'ghcr.io/acme/api:main', { baseline: { kind: 'reference', reference: 'ghcr.io/acme/api:main' } }],
    [
      'baseline',
      `ghcr.io/acme/api@${DIGEST}`,
      { baseline: { kind: 'reference', reference: `ghcr.io/acme/api@${DIGEST}` } },
    ],
    ['count-drift', 'true', { countDrift: true }],
    ['noise', '1 MB', { noise: { bytes: 1_000_000, percent: Number.MAX_SAFE_INTEGER } }],
    ['noise', '0.5% and 2 kB', { noise: { bytes: 2000, percent: 0.5 } }],
    ['override-label', 'size: ok', { overrideLabel: 'size: ok' }],
    ['details', 'full', { details: 'full' }],
    ['max-read', '1 GiB', { maxReadBytes: 1_073_741_824 }],
    ['comment', 'collect', { comment: 'collect' }],
    ['report', 'true', { report: true }],
    ['pulls', '5000', { usage: { pulls: 5000, price: null } }],
    ['price-storage', '0.1', { usage: { pulls: 1000, price: { storage: 0.1, transfer: 0 } } }],
    ['price-transfer', '0.05', { usage: { pulls: 1000, price: { storage: 0, transfer: 0.05 } } }],
    ['strict', 'true', { strict: true }],
  ])('%s: %j', (name, text, expected) => {
    expect(inputs({ [name]: text })).toEqual({ ...inputs(), ...expected });
  });

  test('knows whether there is a password, and never the password', () => {
    const parsed = parseInputs({ PLIMSOLL_PASSWORD_GIVEN: 'true', PLIMSOLL_PASSWORD: 'hunter2' });
    expect(parsed.isPasswordGiven).toBe(true);
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });

  test.each<[InputName, string, string]>([
    ['image', 'ghcr.io/acme/api:main', 'a repository without tag'],
    ['image', `ghcr.io/acme/api@${DIGEST}`, 'a repository without tag'],
    ['image', 'https://ghcr.io/acme/api', 'a repository without tag'],
    ['image', 'ghcr.io/acme//api', 'a repository without tag'],
    ['image', 'ghcr.io/acme/api main', 'a repository without tag'],
    ['name', 'API', 'up to 63 of'],
    ['name', '-api', 'up to 63 of'],
    ['name', 'a'.repeat(64), 'up to 63 of'],
    ['name', 'a/b', 'up to 63 of'],
    ['login', 'yes', 'auto, true or false'],
    ['username', 'a\nb', 'one line'],
    ['platforms', 'linux/amd64,linux', 'platforms with commas'],
    ['platforms', 'linux/amd64 linux/arm64', 'platforms with commas'],
    ['no-cache', '1', 'true or false'],
    ['pull', 'on', 'true or false'],
    ['exporter-options', 'push=true', 'which Plimsoll sets'],
    ['tags', 'latest', 'full references'],
    ['tags', 'ghcr.io/acme/api', 'full references'],
    ['tags', `ghcr.io/acme/api:x@${DIGEST}`, 'full references'],
    ['tags', 'type=semver,pattern={{version}}', 'full references'],
    ['push', 'tRUE', 'auto, true or false'],
    ['cache', 'true', 'auto, pr, read or false'],
    ['cache-image', 'ghcr.io/acme/cache:tag', 'a repository without tag'],
    ['driver', 'podman', 'docker-container, docker, kubernetes, remote or cloud'],
    ['qemu', 'arm64', 'auto, true or false'],
    ['baseline', 'ghcr.io/acme/api', 'auto, release, a commit'],
    ['baseline', 'sha256:abc', 'auto, release, a commit'],
    ['baseline', 'two words', 'auto, release, a commit'],
    ['max-size', '20', 'a size, as in 20 MB'],
    ['max-size', '5%', 'a size, as in 20 MB'],
    ['max-increase', '5% or 1 MB', 'a percent, a size, or both'],
    ['max-increase', '5', 'a percent, a size, or both'],
    ['max-size-on-disk', '20 mb', 'a size, as in 20 MB'],
    ['max-increase-on-disk', '-1%', 'a percent, a size, or both'],
    ['count-drift', 'auto', 'true or false'],
    ['noise', '50 kB or 0.5%', 'a size, a percent, or both'],
    ['override-label', 'a\u0000b', 'one line'],
    ['details', 'none', 'auto, sizes or full'],
    ['max-read', '500', 'a size with its unit'],
    ['comment', 'true', 'auto, always, never or collect'],
    ['report', 'html', 'true or false'],
    ['pulls', '-5', 'how often a month'],
    ['pulls', '5000000000', 'at most 1000000000'],
    ['price-storage', '1e9', 'US dollars for a GB'],
    ['price-transfer', '$0.05', 'US dollars for a GB'],
    ['baseline-vulnerabilities', 'a\nb', 'one line'],
    ['head-vulnerabilities', 'a\u0000b', 'one line'],
    ['strict', '0', 'true or false'],
  ])('refuses %s: %j, naming the input, what it got, and what it takes', (name, text, takes) => {
    const error = problemOf({ [name]: text });
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.message).toMatch(new RegExp(`^${name}: got ".*"; it takes `));
    expect(error.message).toContain(takes);
  });

  test('takes reports of scanners on both images, and not on one', () => {
    const files = { 'baseline-vulnerabilities': 'before.json', 'head-vulnerabilities': 'after.json' };
    expect(inputs(files).vulnerabilities).toEqual({ baseline: 'before.json', head: 'after.json' });
    expect(problemOf({ 'head-vulnerabilities': 'after.json' }).message).toBe(
      'baseline-vulnerabilities and head-vulnerabilities go together, and baseline has none',
    );
  });

  test('names the output of metadata-action where a rule of it was given', () => {
    expect(problemOf({ tags: 'ghcr.io/acme/api:x\ntype=ref,event=branch' }).hint).toContain('steps.meta.outputs.tags');
  });

  test('says what is wrong in a reference', () => {
    expect(problemOf({ tags: 'ghcr.io/Acme/api:edge' }).hint).toContain('upper case');
    expect(problemOf({ image: 'https://ghcr.io/acme/api' }).hint).toContain('scheme');
    expect(problemOf({ image: 'ghcr.io' }).hint).toContain('there is no repository in it');
  });

  test('tells every problem at once, a line each', () => {
    const { message } = problemOf({ push: 'yes', 'max-size': '5%', driver: 'podman' });
    expect(message.split('\n').map((line) => line.split(':')[0])).toEqual(['push', 'driver', 'max-size']);
  });

  test('repeats a long or hostile value in part, on one line', () => {
    const { message } = problemOf({ push: `\n::error::${'x'.repeat(100_000)}` });
    expect(message.length).toBeLessThan(400);
    expect(message).not.toContain('\n');
  });
});
