import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import { exampleFolder, findExample } from '../lab/examples/examples.ts';
import type { WorkflowRun } from '../lab/runner/runner.ts';
import { startWorld, type World } from '../lab/world.ts';
import { countWork } from './count-work.ts';
import type { Row } from './row.ts';
import { median } from './time-commands.ts';

const GOAL_MS = 3000;

type Event = 'pull request' | 'push';

/** Two jobs on the same commit: with our action, and with the article's steps and the same cache. */
interface Round {
  readonly ours: WorkflowRun;
  readonly plain: WorkflowRun;
}

const Action = v.object({
  runs: v.object({ steps: v.array(v.object({ id: v.optional(v.string()), run: v.optional(v.string()) })) }),
});

/**
 * What our action costs around a build of examples/go-static in which nothing changed, all of it restored from the registry
 * cache by a new builder: `action.yml` in the runner, its own steps one by one, beside a workflow of the docker/* actions with
 * the cache options that our plan gave. Steps are timed by the runner, the start of shell and Node included.
 */
export async function measureOverhead(options: { readonly rounds: number }): Promise<Row[]> {
  const example = findExample('go-static');
  const log = (line: string): void => {
    console.error(`bench: ${line}`);
  };
  const project = { from: exampleFolder(example.name), files: { 'README.md': 'Links.\n' } };
  const world = await startWorld({ project, bases: example.bases, log });
  try {
    let head = await world.project.resolve('main');
    expectPassed(await world.push(ourWorkflow(world), { before: null }));
    await world.project.commit('Explain', { 'NOTES.md': 'Links, explained.\n' }, 'docs');
    const number = await world.openPullRequest('docs');
    const rounds: Record<Event, Round[]> = { 'pull request': [], push: [] };
    for (let round = 0; round < options.rounds; round += 1) {
      rounds['pull request'].push(
        await runBoth(world, async (workflow) => await world.runPullRequest(workflow, number, 'docs')),
      );
      const before = head;
      head = await world.project.commit('Explain more', { 'README.md': `Links, ${round}.\n` });
      rounds.push.push(await runBoth(world, async (workflow) => await world.push(workflow, { before })));
      log(`round ${round + 1} of ${options.rounds} is over`);
    }
    const { builds, calls } = await countWork(world, async (inputs, env) => {
      expectPassed(await world.runPullRequest(ourWorkflow(world, inputs), number, 'docs', undefined, { env }));
    });
    const own = await listOwnSteps();
    return [
      ...eventRows('pull request', rounds['pull request'], own),
      {
        what: 'the same: builds beyond the one',
        goal: '0',
        measured: String(builds - 1),
        peer: '',
        ratio: '',
        isMissed: builds !== 1,
      },
      {
        what: 'the same: how often our steps start `docker`',
        goal: '',
        measured: [...new Set(calls)]
          .map((phase) => `${phase} ${calls.filter((call) => call === phase).length}`)
          .join(', '),
        peer: '',
        ratio: '',
        isMissed: false,
      },
      ...eventRows('push', rounds.push, own),
    ];
  } finally {
    await world.stop();
  }
}

async function runBoth(world: World, start: (workflow: string) => Promise<WorkflowRun>): Promise<Round> {
  const ours = await start(ourWorkflow(world));
  const plain = await start(plainWorkflow(world, ours.outputs['plimsoll/plan'] ?? {}));
  expectPassed(ours);
  expectPassed(plain);
  return { ours, plain };
}

/** Names of the steps that action.yml runs itself, as the runner's log has them. */
async function listOwnSteps(): Promise<string[]> {
  const { runs } = v.parse(Action, parse(await readFile(new URL('../action.yml', import.meta.url), 'utf8')));
  return runs.steps.flatMap(({ id, run: script }, place) => (script === undefined ? [] : [id ?? String(place)]));
}

function eventRows(event: Event, rounds: readonly Round[], own: readonly string[]): Row[] {
  const timesOf = (name: string): number[] => rounds.map(({ ours }) => sumSteps(ours, [name]));
  const inAll = rounds.map(({ ours }) => sumSteps(ours, own));
  const whole = rounds.map(({ ours }) => ours.durationMs);
  const plain = rounds.map((round) => round.plain.durationMs);
  const phases = own.filter((name) => rounds.some(({ ours }) => hasRun(ours, name)));
  return [
    {
      what: `${event} without a change: our own steps in all`,
      goal: `< ${GOAL_MS / 1000} s`,
      measured: showSeconds(inAll),
      peer: '',
      ratio: '',
      isMissed: false,
    },
    ...phases.map((name): Row => {
      return {
        what: `the same: ${name}`,
        goal: '',
        measured: showSeconds(timesOf(name)),
        peer: '',
        ratio: '',
        isMissed: false,
      };
    }),
    {
      what: 'the same: the whole job, from checkout to the builder removed',
      goal: '',
      measured: showSeconds(whole),
      peer: `docker/* actions alone, same cache: ${showSeconds(plain)}`,
      ratio: median(plain.map((time, round) => time / (whole[round] ?? NaN))).toFixed(2),
      isMissed: false,
    },
  ];
}

function hasRun({ steps }: WorkflowRun, name: string): boolean {
  return steps.some(({ id, stage }) => id === `plimsoll/${name}` && stage === 'Main');
}

function sumSteps({ steps }: WorkflowRun, names: readonly string[]): number {
  return steps
    .filter(({ id, stage }) => stage === 'Main' && names.some((name) => id === `plimsoll/${name}`))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function ourWorkflow(world: World, inputs: Readonly<Record<string, string>> = {}): string {
  return workflowOf(step('OWNER/plimsoll@v1', { ...world.inputs, ...inputs }, 'plimsoll'));
}

/** The article's steps, brought up to date, with what our plan handed to the same actions. */
function plainWorkflow(world: World, plan: Readonly<Record<string, string>>): string {
  const {
    username = '',
    password = '',
    'driver-opts': options = '',
    'buildkitd-config-inline': config = '',
  } = world.inputs;
  const build = {
    context: '.',
    platforms: 'linux/amd64,linux/arm64',
    outputs: plan['outputs'] ?? '',
    'cache-from': plan['cache-from'] ?? '',
    'cache-to': plan['cache-to'] ?? '',
  };
  return workflowOf(
    step('docker/setup-qemu-action@v4', {}),
    step('docker/setup-buildx-action@v4', { 'driver-opts': options, 'buildkitd-config-inline': config }),
    step('docker/login-action@v4', { registry: world.registry.host, username, password }),
    step('docker/build-push-action@v7', build),
  );
}

function step(uses: string, inputs: Readonly<Record<string, string>>, id?: string): object {
  return { ...(id === undefined ? {} : { id }), uses, with: inputs };
}

function workflowOf(...steps: readonly object[]): string {
  const image = { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'actions/checkout@v7' }, ...steps] };
  return stringify({ on: ['push', 'pull_request'], jobs: { image } });
}

function expectPassed({ exitCode, text }: WorkflowRun): void {
  if (exitCode !== 0) throw new Error(`the workflow failed: ${text.slice(-3000)}`);
}

function showSeconds(times: readonly number[]): string {
  return `${(median(times) / 1000).toFixed(2)} s`;
}
