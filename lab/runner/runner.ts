import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { findAct } from './act.ts';
import { findActionFolders } from './action-folders.ts';
import { findActionNode } from './action-node.ts';
import { checkOut } from './check-out.ts';
import { runBounded } from '../machine/run-bounded.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';
import { parseWorkflowLog, type WorkflowLog } from './workflow-log.ts';

export interface WorkflowOptions {
  /** The workflow itself, or where it is. */
  readonly workflow: { readonly text: string } | { readonly file: string };
  readonly event: string;
  /** The event's payload, what GITHUB_EVENT_PATH has. */
  readonly payload: object;
  /** `owner/name`, what GITHUB_REPOSITORY has. */
  readonly slug: string;
  /** Folder of a git repository; `actions/checkout` gives the workflow its `commit` at depth 1. */
  readonly repository: string;
  /** Commit that is checked out and becomes GITHUB_SHA; HEAD by default. */
  readonly commit?: string;
  /** Branch that it is checked out as; none (detached) by default, as for a pull request. */
  readonly branch?: string;
  /** GITHUB_REF where act does not know it from the payload (`merge_group`). */
  readonly ref?: string;
  /** Our own action by the text after `uses:`, and the folder that has its action.yml and dist/. */
  readonly own?: Readonly<Record<string, string>>;
  /** Environment of the job: GITHUB_API_URL, and what the engine needs (DOCKER_HOST, DOCKER_CONFIG, PATH). */
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** GITHUB_ACTOR. */
  readonly actor?: string;
  /** Folder that steps find as LAB_OUT; artifacts land in its `artifacts`. One is made by default. */
  readonly out?: string;
  /** Ends the run, as a cancelled workflow does: post steps run still. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
}

export interface WorkflowRun extends WorkflowLog {
  /** 0: all jobs passed. */
  readonly exitCode: number;
  /** The folder that steps found as LAB_OUT. */
  readonly out: string;
  readonly durationMs: number;
}

/** Labels that workflows of ours and of the documents ask for; this machine is all of them. */
const RUNNERS = ['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-24.04-arm'];

const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * Runs a workflow on this machine as GitHub's runner would (act, host mode): a new home and workspace, actions from
 * folders, nothing downloaded. Where act differs from GitHub: facts/runner.md.
 *
 * @throws PlimsollError USAGE where act cannot be had or an action is unknown; DOCKER_FAILED past `timeoutMs`.
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const act = await findAct(options.log);
  const node = await findActionNode(options.log);
  const dir = await makeWorkDir('run');
  try {
    const out = options.out ?? (await makeWorkDir('out'));
    const workspace = path.join(dir, 'repository');
    await checkOut({ ...options, into: workspace });
    const args = [
      options.event,
      ...(await fileArgs(options, dir, out)),
      ...(await actionArgs(options, dir, workspace)),
      ...['--directory', workspace],
      ...RUNNERS.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      // Its table of local actions is not safe for jobs that start together.
      ...['--actor', options.actor ?? 'octocat', '--concurrent-jobs', '1'],
      ...['--action-cache-path', path.join(dir, 'act'), '--no-cache-server', '--container-daemon-socket', '-'],
      '--json',
    ];
    const home = path.join(dir, 'home');
    await mkdir(home);
    const started = performance.now();
    const ended = await runBounded({
      command: act,
      args,
      cwd: dir,
      env: { PATH: `${node}:${options.env?.['PATH'] ?? process.env['PATH'] ?? ''}`, HOME: home, LANG: 'C.UTF-8' },
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const durationMs = Math.round(performance.now() - started);
    const log = parseWorkflowLog(ended.output);
    if (ended.isLate) {
      const message = `The workflow did not end within ${options.timeoutMs ?? DEFAULT_TIMEOUT_MS} ms: ${log.text.slice(-2000)}`;
      throw new PlimsollError('DOCKER_FAILED', message);
    }
    return { ...log, exitCode: ended.exitCode, out, durationMs };
  } finally {
    await removeWorkDir(dir);
  }
}

/** What act reads from files: nothing that is secret, or long, stands in its arguments. JSON is YAML. */
async function fileArgs(options: WorkflowOptions, dir: string, out: string): Promise<string[]> {
  const text = 'text' in options.workflow ? options.workflow.text : await readFile(options.workflow.file, 'utf8');
  const files = {
    '--workflows': ['workflow.yml', runOneByOne(text)],
    '--eventpath': ['event.json', JSON.stringify(options.payload)],
    '--env-file': ['env.yml', JSON.stringify(environment(options, out))],
    '--secret-file': ['secrets.yml', JSON.stringify({ GITHUB_TOKEN: 'lab-token', ...options.secrets })],
    // Empty, lest act reads what the repository has under the names that it looks for.
    '--var-file': ['vars.yml', '{}'],
    '--input-file': ['inputs.yml', '{}'],
  } satisfies Record<string, [string, string]>;
  const args: string[] = [];
  for (const [option, [name, content]] of Object.entries(files)) {
    await writeFile(path.join(dir, name), content, { mode: 0o600 });
    args.push(option, path.join(dir, name));
  }
  return args;
}

/**
 * GitHub gives each job of a matrix a machine, with a Docker configuration of its own; act runs them side by side on
 * this one, where the first to end logs the others out.
 */
function runOneByOne(workflow: string): string {
  return workflow
    .replace(/^( +)matrix:/gm, '$1max-parallel: 1\n$1matrix:')
    .replace(/(strategy: *\{ *)(?=matrix:)/g, '$1max-parallel: 1, ');
}

function environment(options: WorkflowOptions, out: string): Record<string, string> {
  const env = Object.entries(options.env ?? {}).filter(([name]) => name !== 'PATH');
  return {
    GITHUB_REPOSITORY: options.slug,
    ...(options.ref === undefined ? {} : { GITHUB_REF: options.ref }),
    LAB_OUT: out,
    LAB_ARTIFACTS: path.join(out, 'artifacts'),
    LAB_REPOSITORY: path.resolve(options.repository),
    ...Object.fromEntries(env),
  };
}

async function actionArgs(options: WorkflowOptions, dir: string, workspace: string): Promise<string[]> {
  const folders = await findActionFolders({
    workflow: await readFile(path.join(dir, 'workflow.yml'), 'utf8'),
    workspace,
    own: options.own ?? {},
    real: process.env['PLIMSOLL_LAB_ACTIONS'] ?? null,
    into: path.join(dir, 'own'),
  });
  return [...folders].flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`]);
}
