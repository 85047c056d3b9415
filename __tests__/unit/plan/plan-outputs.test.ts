import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatPlan } from '../../../src/plan/format-plan.ts';
import { formatPlanOutputs } from '../../../src/plan/plan-outputs.ts';
import type { Plan } from '../../../src/plan/plan.ts';

const COMMIT = 'a'.repeat(40);
const api = (tag: string): string => `ghcr.io/acme/api:${tag}`;

const PLAN: Plan = {
  schemaVersion: 1,
  startedAtMs: 0,
  name: 'api',
  image: 'ghcr.io/acme/api',
  event: { kind: 'tag', name: 'push', repository: 'acme/api', pullRequest: null },
  commit: COMMIT,
  push: { enabled: true, reason: 'push of a tag' },
  tags: [
    { reference: api('v1.2.3'), write: 'always' },
    { reference: api(`sha-${COMMIT}`), write: 'once' },
    { reference: api('latest'), write: 'if-highest', prefix: '', version: '1.2.3' },
  ],
  platforms: ['linux/amd64', 'linux/arm64'],
  part: { kind: 'whole' },
  cache: { from: ['type=registry,ref=x', 'type=registry,ref=y'], to: ['type=gha'] },
  cacheMounts: { kind: 'carried', from: ['r/x:m'], to: 'r/x:m' },
  baseline: { kind: 'commit', commit: 'b'.repeat(40), branchTag: 'main', why: 'the first parent' },
  budgets: [
    { kind: 'max-increase', on: 'download', text: 'max-increase: 5%', platform: null, bytes: null, percent: 5 },
  ],
  overBudget: 'fail',
  noise: { bytes: 50_000, percent: 0.5 },
  overrideLabel: 'size-ok',
  countDrift: false,
  details: 'auto',
  maxReadBytes: 1,
  comment: 'auto',
  report: false,
  usage: null,
  vulnerabilities: null,
  strict: false,
  build: {
    context: '.',
    file: '',
    target: 'final',
    builder: { name: 'plimsoll-1', isSetUp: true, driver: 'docker-container' },
    emulation: { enabled: true, architectures: ['arm64', 's390x'] },
    login: { enabled: true, registry: 'ghcr.io', username: 'mona' },
    exporter: 'type=image,push=false',
    layoutFolder: null,
    tags: [api('v1.2.3')],
    labels: 'a=b\n"c=\n"',
    noCache: false,
    pull: true,
  },
  notes: [],
};

describe('formatPlanOutputs', () => {
  test('gives the later steps what they read', () => {
    expect(formatPlanOutputs(PLAN, '/tmp/plan.json')).toEqual({
      name: 'api',
      qemu: 'true',
      'qemu-platforms': 'arm64,s390x',
      'setup-builder': 'true',
      builder: 'plimsoll-1',
      login: 'true',
      registry: 'ghcr.io',
      username: 'mona',
      'no-cache': 'false',
      pull: 'true',
      labels: 'a=b\n"c=\n"',
      'cache-from': 'type=registry,ref=x\ntype=registry,ref=y',
      'cache-to': 'type=gha',
      'restore-mounts': 'true',
      'save-mounts': 'true',
      outputs: 'type=image,push=false',
      'build-tags': api('v1.2.3'),
      merge: 'false',
      tag: 'true',
      'plan-file': '/tmp/plan.json',
    });
  });

  test('are those that action.yml reads, no more and no fewer', () => {
    const read = readFileSync('action.yml', 'utf8').matchAll(/steps\.plan\.outputs\.([\w-]+)/g);
    expect([...new Set([...read].map((match) => match[1]))].sort()).toEqual(
      Object.keys(formatPlanOutputs(PLAN, '')).sort(),
    );
  });
});

describe('formatPlan', () => {
  test('says what was taken, why, and how far back', () => {
    expect(formatPlan(PLAN)).toEqual([
      'image      ghcr.io/acme/api (api) for linux/amd64, linux/arm64',
      `commit     ${COMMIT}`,
      'context    ., final',
      'builder    plimsoll-1 (docker-container, set up here)',
      'emulation  arm64, s390x',
      'login      ghcr.io as mona',
      'push       yes: push of a tag',
      'tags       ghcr.io/acme/api:v1.2.3',
      `           ghcr.io/acme/api:sha-${COMMIT} (unless it is there)`,
      '           ghcr.io/acme/api:latest (if 1.2.3 is the highest)',
      'cache from type=registry,ref=x',
      '           type=registry,ref=y',
      'cache to   type=gha',
      'mounts     from r/x:m',
      '           to r/x:m',
      `baseline   ${'b'.repeat(40)}, the first parent; up to 20 first parents before it, then the tag main`,
      'budgets    max-increase: 5%',
      'over       the job fails',
    ]);
  });

  test.each<[Plan['baseline'], string]>([
    [{ kind: 'none', why: 'nothing is built' }, 'none: nothing is built'],
    [{ kind: 'tag', reference: api('main'), why: 'as it was' }, `${api('main')}, as it was`],
    [{ kind: 'given', reference: api('x'), why: 'given' }, `${api('x')}, given`],
    [
      { kind: 'release', prefix: 'api-', version: '1.2.3', why: 'before' },
      'before: the highest version below 1.2.3 of api-',
    ],
    [{ kind: 'release', prefix: '', version: null, why: 'before' }, 'before: the highest version'],
    [
      { kind: 'merge-base', base: 'main', head: COMMIT, branchTag: null, why: 'where it left' },
      `the merge base of main and ${COMMIT}, where it left; up to 20 first parents before it`,
    ],
  ])('names the baseline %j', (baseline, expected) => {
    expect(formatPlan({ ...PLAN, baseline })).toContain(`baseline   ${expected}`);
  });

  test('speaks of no builder that is set up where none is', () => {
    const builder = { name: 'plimsoll-1', isSetUp: true, driver: 'docker' } as const;
    expect(formatPlan({ ...PLAN, build: { ...PLAN.build, builder } })).toContain(
      "builder    the Docker engine's own (docker)",
    );
  });

  test('leaves out what there is none of', () => {
    const bare: Plan = {
      ...PLAN,
      commit: null,
      push: { enabled: false, reason: 'push: false' },
      tags: [],
      cacheMounts: { kind: 'off' },
      cache: { from: [], to: [] },
      budgets: [],
      build: {
        ...PLAN.build,
        context: '',
        target: '',
        builder: { name: 'mine', isSetUp: false, driver: 'docker-container' },
        emulation: { enabled: false, architectures: [] },
        login: { ...PLAN.build.login, enabled: false },
      },
    };
    expect(formatPlan(bare).slice(1, -1)).toEqual([
      'commit     not known',
      'context    the repository',
      'builder    mine (there already)',
      'emulation  none',
      'login      none',
      'push       no: push: false',
    ]);
  });
});
