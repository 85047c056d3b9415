import { fileURLToPath } from 'node:url';

import { type BaseImages, type BaseName, startBaseImages } from './bases/base-images.ts';
import { loadBuilderImage } from './engine/builder-image.ts';
import { startEmulation } from './engine/emulation.ts';
import { type Engine, startEngine } from './engine/engine.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './github/github-api.ts';
import { type Project, startProject } from './project.ts';
import { type Registry, startRegistry, type RegistryOptions } from './registry/registry.ts';
import { runWorkflow, type WorkflowOptions, type WorkflowRun } from './runner/runner.ts';

export interface WorldOptions {
  /** Folder that the project begins as, and files on top. */
  readonly project: { readonly from?: string; readonly files?: Readonly<Record<string, string>> };
  readonly bases: readonly BaseName[];
  readonly registryFault?: RegistryOptions['fault'];
  readonly githubFault?: GitHubOptions['fault'];
  readonly log?: (line: string) => void;
}

/** What one user of the action has around them: a repository on GitHub, a registry with a password, a runner. */
export interface World {
  readonly engine: Engine;
  /** Images are pushed here; it takes the password. */
  readonly registry: Registry;
  /** Upstream's images lie here. */
  readonly upstream: Registry;
  readonly bases: BaseImages;
  readonly github: GitHub;
  readonly project: Project;
  /** Repository of the image, without a tag. */
  readonly image: string;
  /** What an input needs here and nowhere else: the registry's name and password, the builder's network. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Runs a workflow on the push of a branch's head. */
  push(workflow: string, push: { branch?: string; before: string | null; commit?: string }): Promise<WorkflowRun>;
  /** Opens a pull request of a branch into `main`; gives its number. */
  openPullRequest(branch: string, from?: { slug: string }): Promise<number>;
  /** Runs a workflow on a pull request as it is now, on the merge commit that GitHub makes. */
  runPullRequest(
    workflow: string,
    number: number,
    branch: string,
    from?: { slug: string },
    rest?: Partial<WorkflowOptions>,
  ): Promise<WorkflowRun>;
  /** Runs a workflow on any other event. */
  run(
    workflow: string,
    options: Pick<WorkflowOptions, 'event' | 'payload'> & Partial<WorkflowOptions>,
  ): Promise<WorkflowRun>;
  stop(): Promise<void>;
}

const SLUG = 'acme/api';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const CREDENTIALS = { username: 'octocat', password: 'correct-horse-battery' };

/** Starts all of it; what is there already (an engine) is used. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const log = options.log ?? (() => undefined);
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
  };
  const start = async <Part extends { stop(): Promise<void> }>(part: Promise<Part>): Promise<Part> => {
    const ready = await part;
    started.push(ready);
    return ready;
  };
  try {
    await start(startEmulation({ log }));
    const engine = await start(startEngine({ log }));
    await loadBuilderImage(engine, log);
    const upstream = await start(startRegistry());
    const bases = await startBaseImages({ registry: upstream, names: options.bases, log });
    const registry = await start(
      startRegistry({
        password: CREDENTIALS,
        ...(options.registryFault === undefined ? {} : { fault: options.registryFault }),
      }),
    );
    const project = await start(startProject(options.project));
    const github = await start(
      startGitHub({
        slug: SLUG,
        repository: project.folder,
        ...(options.githubFault === undefined ? {} : { fault: options.githubFault }),
      }),
    );
    const image = `${registry.host}/${SLUG}`;
    const run: World['run'] = async (workflow, event) =>
      await runWorkflow({
        workflow: { text: workflow },
        slug: SLUG,
        repository: project.folder,
        own: { 'OWNER/plimsoll@v1': ROOT },
        secrets: { REGISTRY_PASSWORD: CREDENTIALS.password, GITHUB_TOKEN: github.token },
        log,
        ...event,
        env: {
          ...engine.env,
          DOCKER_CONFIG: await engine.makeDockerConfig(),
          GITHUB_API_URL: github.url,
          ...event.env,
        },
      });
    return {
      ...{ engine, registry, upstream, bases, github, project, image, run, stop },
      inputs: {
        image,
        username: CREDENTIALS.username,
        password: '${{ secrets.REGISTRY_PASSWORD }}',
        'driver-opts': 'network=host',
        'buildkitd-config-inline': bases.buildkitdConfig,
      },
      push: async (workflow, { branch = 'main', before, commit }) => {
        const after = commit ?? (await project.resolve(branch));
        const payload = {
          ref: `refs/heads/${branch}`,
          before: before ?? '0'.repeat(40),
          after,
          repository: REPOSITORY,
        };
        return await run(workflow, { event: 'push', payload, commit: after, branch });
      },
      openPullRequest: async (branch, from) =>
        await github.openPullRequest({
          headSha: await project.resolve(branch),
          baseSha: await project.resolve('main'),
          headRef: branch,
          ...(from === undefined ? {} : { headSlug: from.slug }),
        }),
      runPullRequest: async (workflow, number, branch, from, rest = {}) => {
        const headSha = await project.resolve(branch);
        await github.setPullRequest(number, { headSha });
        const payload = {
          action: 'synchronize',
          number,
          repository: REPOSITORY,
          pull_request: {
            number,
            state: 'open',
            head: { sha: headSha, ref: branch, repo: { full_name: from?.slug ?? SLUG, fork: from !== undefined } },
            base: { sha: await project.resolve('main'), ref: 'main', repo: REPOSITORY },
          },
        };
        const commit = await project.merge('main', branch);
        return await run(workflow, { ...rest, event: 'pull_request', payload, commit });
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const REPOSITORY = { full_name: SLUG, fork: false, default_branch: 'main' };
