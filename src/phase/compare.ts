import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { compareAndPublish, type ComparePlaces, type PublishedComparison } from './compare-and-publish.ts';
import { findPlanBaseline } from './find-plan-baseline.ts';
import { openGitHub } from './open-github.ts';
import { OUTSIDE } from './outside.ts';
import { readComparedImage } from './read-compared-image.ts';
import { readEvent } from './read-event.ts';
import { spareBuild } from './spare-build.ts';
import type { Environment } from './environment.ts';
import { noBaseline, type FoundBaseline } from '../baseline/found-baseline.ts';
import { failsJob } from '../compare/verdict.ts';
import { isDigest } from '../image/digest.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { parseCompareInputs, type CompareInputs } from '../plan/compare-inputs.ts';
import { planComparison } from '../plan/compare-plan.ts';
import { listComparedImages, type ComparedImage } from '../plan/compared-images.ts';
import { noteBudgets } from '../plan/over-budget.ts';
import { namePart } from '../plan/part.ts';
import { noteLostBaseline } from '../plan/tags.ts';
import type { WorkflowEvent } from '../plan/event.ts';
import { readWorkTree, type WorkTree, type WorkTreeOptions } from '../plan/work-tree.ts';
import { joinLines } from '../publish/join-lines.ts';
import { joinOutputs } from '../publish/join-outputs.ts';
import { printNotes } from '../publish/print-notes.ts';
import { formatReportOutputs, type ReportOutputs } from '../publish/report-outputs.ts';
import { writeOutputs } from '../publish/write-outputs.ts';

const MOST_ARTIFACT_CHARACTERS = 128;

/**
 * The one step of compare/: images that other steps built are compared, each with its baseline. `true`: the job is to
 * fail, for the reasons of `reportBuild`. Throws `INPUT_INVALID` before anything is read.
 */
export async function compareImages(environment: Environment): Promise<boolean> {
  const inputs = parseCompareInputs(environment);
  const event = await readEvent(environment);
  const images = listComparedImages(inputs, event);
  return await spareBuild(inputs.strict, async () => await report(inputs, event, images, environment));
}

async function report(
  inputs: CompareInputs,
  event: WorkflowEvent,
  images: readonly ComparedImage[],
  environment: Environment,
): Promise<boolean> {
  const directory = environment['GITHUB_WORKSPACE'] || process.cwd();
  const workTree = await readCheckedOut({ eventSha: event.sha, directory, environment });
  printNotes(workTree.notes);

  const docker = { path: 'docker', env: environment };
  const registry = new RegistryClient({ env: environment });
  const github = await openGitHub(inputs.token, event.repository, environment);
  const folder = await mkdtemp(join(environment['RUNNER_TEMP'] || directory, 'plimsoll-'));
  const compared: ComparedAndPublished[] = [];
  for (const image of images) {
    const whole = planComparison(inputs, event, workTree, image);
    const [head, found] = await Promise.all([
      readComparedImage(image, workTree.commit, { docker, registry, directory }),
      findPlanBaseline(whole, { registry, github, movedTags: [] }, environment),
    ]);
    const { image: read } = head;
    const baseline = read.pushed ? keepFromItself(found, image) : found;
    const platforms = read.kind === 'read' ? read.image.platforms.map(({ platform }) => platform) : [];
    if (read.kind === 'read') printNotes(noteBudgets(event.trigger, inputs.budgets, platforms));
    if (read.pushed && image.place.kind === 'built' && inputs.baseline.kind === 'auto' && !inputs.partial) {
      printNotes(noteLostBaseline(event, image.place.target.tags, image.repository));
    }
    const plan = { ...whole, name: namePart(whole.name, whole.part, platforms) };
    const { clock } = OUTSIDE;
    const places: ComparePlaces = { registry, github, clock, folder: join(folder, plan.name) };
    await mkdir(places.folder, { recursive: true });
    const published = await compareAndPublish(plan, head, baseline, places, environment);
    compared.push(describe(image, published, head.build?.durationMs ?? null));
  }
  registry.close();
  writeOutputs({
    ...joinOutputs(compared),
    digest: joinLines(compared.map(({ comparison }) => comparison.head.digest)),
    imageid: joinLines(images.map(({ place }) => (place.kind === 'built' ? (place.target.imageId ?? '') : ''))),
    tags: compared.flatMap(({ tags }) => tags).join('\n'),
    'artifact-name': nameArtifact(compared),
    metadata: environment['PLIMSOLL_METADATA'] ?? '',
  });
  return compared.some(({ comparison }) => failsJob(comparison, inputs.strict));
}

/**
 * What is checked out in the workspace. Where nothing is, it lies in a folder of it (`path` of actions/checkout), or the
 * builder fetched a Git context: of the event's commit, both.
 */
async function readCheckedOut(options: Omit<WorkTreeOptions, 'context'>): Promise<WorkTree> {
  const found = await readWorkTree({ ...options, context: '.' });
  const isNone = found.notes.some(({ code }) => code === 'no-work-tree');
  return isNone ? await readWorkTree({ ...options, context: '' }) : found;
}

/** A tag that the steps before wrote stands for the head itself: what it was before is not known. */
function keepFromItself(baseline: FoundBaseline, { place }: ComparedImage): FoundBaseline {
  const moved = place.kind === 'built' ? place.target.tags : place.kind === 'registry' ? [place.reference] : [];
  return baseline.kind === 'found' && moved.includes(baseline.reference)
    ? noBaseline(`the push itself moved ${baseline.reference}, so what it was cannot be read`)
    : baseline;
}

/** An artifact of several images has all their names, with what stands in none of them between; of many it is cut. */
function nameArtifact(compared: readonly ComparedAndPublished[]): string {
  return compared
    .map(({ comparison }) => comparison.name)
    .join('+')
    .slice(0, MOST_ARTIFACT_CHARACTERS);
}

interface ComparedAndPublished extends Omit<PublishedComparison, 'known'> {
  outputs: ReportOutputs;
  /** Names that it was pushed under. */
  tags: readonly string[];
}

function describe(
  { repository, place }: ComparedImage,
  { comparison, files, commentUrl }: PublishedComparison,
  buildDurationMs: number | null,
): ComparedAndPublished {
  const { digest, pushed } = comparison.head;
  const published = { comparison, files, commentUrl };
  const outputs = formatReportOutputs({
    image: repository,
    platforms: [],
    digest: isDigest(digest) ? digest : null,
    isPushed: pushed,
    buildDurationMs,
    ...published,
  });
  return { ...published, outputs, tags: pushed && place.kind === 'built' ? place.target.tags : [] };
}
