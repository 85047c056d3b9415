import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { parseEventPayload } from '../../src/plan/event-payload.ts';
import { parseEvent } from '../../src/plan/event.ts';
import { INPUT_TABLE, type InputName } from '../../src/plan/input-table.ts';
import { parseInputs } from '../../src/plan/inputs.ts';
import { formatPlanOutputs } from '../../src/plan/plan-outputs.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import { evaluate, evaluateCondition, type Names } from './action-expression.ts';

/** Every input on its whole way: action.yml's `env:`, the parser, the plan, its outputs, the nested step's `with:`. */

const Texts = v.optional(v.record(v.string(), v.string()), {});
const Action = v.object({
  inputs: v.record(v.string(), v.object({ default: v.optional(v.string(), '') })),
  runs: v.object({
    steps: v.array(
      v.object({
        id: v.optional(v.string()),
        if: v.optional(v.string(), 'always'),
        uses: v.optional(v.string(), ''),
        with: Texts,
        env: Texts,
      }),
    ),
  }),
});
const action = v.parse(Action, parse(readFileSync('action.yml', 'utf8')));

const HEAD = 'a'.repeat(40);
const IMAGE = 'registry.example.com/acme/api';

/** What the steps of a push to `main` are given. */
interface Job {
  plan: Plan;
  /** `with:` of a nested action by its repository's name; `null`: it does not run. */
  given: (repository: string) => Readonly<Record<string, string>> | null;
  /** `env:` of a step of ours. */
  env: (id: string) => Readonly<Record<string, string>>;
}

async function run(inputs: Partial<Record<InputName, string>>): Promise<Job> {
  const defaults = Object.entries(action.inputs).map(([name, input]): [string, string] => [
    `inputs.${name}`,
    // The one default that is an expression.
    input.default === '${{ github.token }}' ? 'token-of-the-workflow' : input.default,
  ]);
  const given = Object.entries({ image: IMAGE, ...inputs }).map(([name, value]): [string, string] => [
    `inputs.${name}`,
    value,
  ]);
  let names: Record<string, string> = {
    'github.token': 'token-of-the-workflow',
    always: 'true',
    ...Object.fromEntries([...defaults, ...given]),
  };
  const find = (is: (step: (typeof action.runs.steps)[number]) => boolean) => {
    const step = action.runs.steps.find(is);
    if (step === undefined) throw new Error('action.yml has no such step');
    return step;
  };
  const work = (texts: Names): Names =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, evaluate(text, names)]));
  const event = parseEvent(
    {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REPOSITORY: 'acme/api',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: HEAD,
      GITHUB_ACTOR: 'mona',
      GITHUB_SERVER_URL: 'https://github.com',
    },
    parseEventPayload({ repository: { full_name: 'acme/api', fork: false, default_branch: 'main' } }),
  );
  const tree = { commit: HEAD, parents: [], firstParents: [HEAD], branch: 'main', notes: [] };
  const plan = await makePlan(parseInputs(work(find(({ id }) => id === 'plan').env)), event, tree, {
    nowMs: 0,
    runner: { architecture: 'amd64', job: 'job' },
    layoutFolder: null,
    hasCredential: () => Promise.resolve(false),
  });
  const planned = Object.entries(formatPlanOutputs(plan, 'plan.json'));
  names['steps.report.outputs.report-file'] = 'page.html';
  names = { ...names, ...Object.fromEntries(planned.map(([name, value]) => [`steps.plan.outputs.${name}`, value])) };
  return {
    plan,
    given: (repository) => {
      const step = find(({ uses }) => uses.startsWith(`${repository}@`));
      return evaluateCondition(step.if.replaceAll('always()', 'always'), names) ? work(step.with) : null;
    },
    env: (id) => work(find((step) => step.id === id).env),
  };
}

interface Way {
  given: string;
  /** What else is set so that it shows. */
  beside?: Partial<Record<InputName, string>>;
  /** Where it has to come out. */
  at: (job: Job) => unknown;
  expected: unknown;
}

/** An input that a nested action gets byte for byte. */
function handed(repository: string, input: string, given: string): Way {
  return { given, at: (job) => job.given(repository)?.[input], expected: given };
}

const BUILD = 'docker/build-push-action';
const BUILDX = 'docker/setup-buildx-action';
const QEMU = 'docker/setup-qemu-action';
const LOGIN = 'docker/login-action';
const build = (input: string, given: string): Way => handed(BUILD, input, given);
const buildx = (input: string, given: string): Way => handed(BUILDX, input, given);
const login = { username: 'mona', password: 'hunter2' };

/** One is not taken without the other. */
const REPORTS = { 'baseline-vulnerabilities': 'a.json', 'head-vulnerabilities': 'b.json' };

/** Blanks, quotes, lines and characters past ASCII: what a list made of its parts again would lose. */
const AWKWARD = 'A=1  \n"B=x,\ny"\n\nC=ü ${x} \\n';

const WAYS: Record<InputName, Way> = {
  image: { given: 'ghcr.io/acme/other', at: ({ plan }) => plan.image, expected: 'ghcr.io/acme/other' },
  name: { given: 'web', at: ({ plan }) => plan.name, expected: 'web' },
  login: { given: 'false', beside: login, at: (job) => job.given(LOGIN), expected: null },
  username: { ...handed(LOGIN, 'username', 'mona'), beside: { password: 'hunter2' } },
  password: { ...handed(LOGIN, 'password', 'hunter2'), beside: { username: 'mona' } },
  context: build('context', './service'),
  file: build('file', 'build/Dockerfile'),
  target: build('target', 'final'),
  platforms: build('platforms', 'linux/amd64, linux/arm/v7'),
  partial: {
    given: 'true',
    beside: { name: 'web', platforms: 'linux/arm64' },
    at: ({ plan }) => [plan.name, plan.part, plan.tags],
    expected: ['web-arm64', { kind: 'platforms' }, []],
  },
  digests: {
    given: `sha256:${'1'.repeat(64)}\nsha256:${'2'.repeat(64)}`,
    at: (job) => [job.plan.part, job.given(BUILD), job.given(BUILDX), job.given(QEMU)],
    expected: [{ kind: 'merged', digests: [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] }, null, null, null],
  },
  'build-args': build('build-args', AWKWARD),
  'build-contexts': build('build-contexts', AWKWARD),
  labels: { given: AWKWARD, at: (job) => job.given(BUILD)?.['labels']?.endsWith(`\n${AWKWARD}`), expected: true },
  annotations: build('annotations', AWKWARD),
  secrets: build('secrets', AWKWARD),
  'secret-envs': build('secret-envs', AWKWARD),
  'secret-files': build('secret-files', AWKWARD),
  ssh: build('ssh', 'default=/tmp/agent'),
  network: build('network', 'host'),
  allow: build('allow', 'network.host'),
  'add-hosts': build('add-hosts', 'db:10.0.0.1'),
  'shm-size': build('shm-size', '2g'),
  ulimit: build('ulimit', 'nofile=1024:1024'),
  'cgroup-parent': build('cgroup-parent', 'group'),
  'no-cache': build('no-cache', 'true'),
  'no-cache-filters': build('no-cache-filters', 'final'),
  pull: build('pull', 'true'),
  provenance: build('provenance', 'mode=max'),
  sbom: build('sbom', 'true'),
  attests: build('attests', 'type=sbom'),
  'exporter-options': {
    given: 'compression=zstd',
    at: (job) => job.given(BUILD)?.['outputs'],
    expected: `type=image,name=${IMAGE},push-by-digest=true,name-canonical=true,push=true,compression=zstd`,
  },
  tags: {
    given: `${IMAGE}:edge`,
    at: ({ plan }) => plan.tags,
    expected: [{ reference: `${IMAGE}:edge`, write: 'always' }],
  },
  push: {
    given: 'false',
    at: (job) => job.given(BUILD)?.['outputs'],
    expected: `type=image,name=${IMAGE},push=false`,
  },
  cache: { given: 'false', at: (job) => job.given(BUILD)?.['cache-to'], expected: '' },
  'cache-image': {
    given: 'ghcr.io/acme/cache',
    at: (job) => job.given(BUILD)?.['cache-from'],
    expected: 'type=registry,ref=ghcr.io/acme/cache:buildcache-api-main',
  },
  'cache-from': build('cache-from', 'type=gha,scope=a\ntype=gha,scope=b'),
  'cache-to': build('cache-to', 'type=gha,mode=max'),
  'cache-mounts': { given: 'true', at: ({ plan }) => plan.cacheMounts.kind, expected: 'carried' },
  builder: {
    given: 'mine',
    at: (job) => [job.given(BUILDX), job.given(BUILD)?.['builder'], job.env('report')['PLIMSOLL_BUILDER']],
    expected: [null, 'mine', 'mine'],
  },
  driver: buildx('driver', 'remote'),
  'driver-opts': buildx('driver-opts', 'network=host\nimage=moby/buildkit:master'),
  'buildkitd-flags': buildx('buildkitd-flags', '--debug'),
  'buildkitd-config': buildx('buildkitd-config', '.github/buildkitd.toml'),
  'buildkitd-config-inline': buildx('buildkitd-config-inline', '[registry."x"]\n  http = true\n'),
  endpoint: buildx('endpoint', 'tcp://10.0.0.1:1234'),
  append: buildx('append', '- endpoint: ssh://arm\n  platforms: linux/arm64\n'),
  'buildx-version': buildx('version', 'v0.30.0'),
  qemu: { given: 'false', at: (job) => job.given(QEMU), expected: null },
  'qemu-image': handed(QEMU, 'image', 'ghcr.io/acme/binfmt:1'),
  baseline: {
    given: 'stable',
    at: ({ plan }) => plan.baseline,
    expected: { kind: 'given', reference: `${IMAGE}:stable`, why: 'baseline: a tag' },
  },
  'max-size': budget('max-size', '20 MB'),
  'max-increase': budget('max-increase', '5%'),
  'max-size-on-disk': budget('max-size-on-disk', '60 MB'),
  'max-increase-on-disk': budget('max-increase-on-disk', '1 MB'),
  'count-drift': { given: 'true', at: ({ plan }) => plan.countDrift, expected: true },
  noise: { given: '1 kB and 2%', at: ({ plan }) => plan.noise, expected: { bytes: 1000, percent: 2 } },
  'override-label': { given: 'big-is-fine', at: ({ plan }) => plan.overrideLabel, expected: 'big-is-fine' },
  details: { given: 'full', at: ({ plan }) => plan.details, expected: 'full' },
  'max-read': { given: '7 MB', at: ({ plan }) => plan.maxReadBytes, expected: 7_000_000 },
  comment: { given: 'collect', at: ({ plan }) => plan.comment, expected: 'collect' },
  report: { given: 'true', at: ({ plan }) => plan.report, expected: true },
  pulls: { given: '5000', at: ({ plan }) => plan.usage, expected: { pulls: 5000, price: null } },
  'price-storage': {
    given: '0.1',
    at: ({ plan }) => plan.usage,
    expected: { pulls: 1000, price: { storage: 0.1, transfer: 0 } },
  },
  'price-transfer': {
    given: '0.05',
    at: ({ plan }) => plan.usage,
    expected: { pulls: 1000, price: { storage: 0, transfer: 0.05 } },
  },
  'baseline-vulnerabilities': {
    given: 'before.json',
    beside: REPORTS,
    at: ({ plan }) => plan.vulnerabilities,
    expected: { baseline: 'before.json', head: 'b.json' },
  },
  'head-vulnerabilities': {
    given: 'after.json',
    beside: REPORTS,
    at: ({ plan }) => plan.vulnerabilities,
    expected: { baseline: 'a.json', head: 'after.json' },
  },
  'github-token': { given: 'another', at: (job) => job.env('report')['GITHUB_TOKEN'], expected: 'another' },
  strict: { given: 'true', at: ({ plan }) => plan.strict, expected: true },
};

function budget(name: InputName, given: string): Way {
  return { given, at: ({ plan }) => plan.budgets.map(({ text }) => text), expected: [`${name}: ${given}`] };
}

describe('an input comes out where it is meant to', () => {
  test('there is a way for each input of action.yml', () => {
    expect(Object.keys(WAYS)).toEqual(Object.keys(action.inputs));
    expect(Object.keys(WAYS)).toEqual(Object.keys(INPUT_TABLE));
  });

  test.each(Object.entries(WAYS))('%s', async (name, { given, beside = {}, at, expected }) => {
    expect(at(await run({ ...beside, [name]: given }))).toEqual(expected);
    // Were it lost on the way, the default would come out.
    expect(at(await run(beside))).not.toEqual(expected);
  });
});

describe('a nested action gets what the job needs', () => {
  test('a builder of our own that is not switched to, and no executable out of a cache', async () => {
    const job = await run({});
    expect(job.given(BUILDX)).toMatchObject({
      name: job.plan.build.builder.name,
      use: 'false',
      'cache-binary': 'false',
      driver: 'docker-container',
    });
    expect(job.given(BUILD)).toMatchObject({ builder: job.plan.build.builder.name, 'github-token': '', tags: '' });
    expect(job.given(QEMU)).toMatchObject({ platforms: 'arm64', 'cache-image': 'false' });
  });

  test('under the docker driver, the tags that the push writes', async () => {
    const job = await run({ driver: 'docker', tags: `${IMAGE}:a\n${IMAGE}:b` });
    expect(job.given(BUILD)).toMatchObject({ outputs: 'type=image,push=true', tags: `${IMAGE}:a\n${IMAGE}:b` });
  });

  test('a builder by another name for other settings, since two steps that say the same share one', async () => {
    const { name } = (await run({})).plan.build.builder;
    for (const input of [
      'driver-opts',
      'buildkitd-flags',
      'buildkitd-config',
      'buildkitd-config-inline',
      'endpoint',
      'append',
    ] as const) {
      expect((await run({ [input]: 'x' })).plan.build.builder.name).not.toBe(name);
    }
  });

  test('the plan, which knows what is built where', async () => {
    const { plan, env } = await run({ context: './service', file: 'a.Dockerfile', target: 'final' });
    expect(plan.build).toMatchObject({ context: './service', file: 'a.Dockerfile', target: 'final' });
    for (const step of ['report', 'tags']) {
      expect(env(step)).toMatchObject({
        PLIMSOLL_PLAN_FILE: 'plan.json',
        PLIMSOLL_BUILDER: plan.build.builder.name,
      });
    }
  });

  test("the page by the image's name", async () => {
    expect((await run({ name: 'web' })).given('actions/upload-artifact')).toMatchObject({ name: 'plimsoll-web' });
  });

  test("the workflow's own token goes to ghcr.io and nowhere else", async () => {
    const ghcr = await run({ image: 'ghcr.io/acme/api' });
    expect(ghcr.given(LOGIN)).toEqual({ registry: 'ghcr.io', username: 'mona', password: 'token-of-the-workflow' });
    expect((await run({ username: 'mona' })).given(LOGIN)).toBeNull();
    const other = await run({ username: 'mona', password: 'hunter2' });
    expect(other.given(LOGIN)).toEqual({ registry: 'registry.example.com', ...login });
  });
});
