import { openPlaces, type OpenPlaces } from './places.ts';
import { startProgress, type Progress } from './progress.ts';
import { timeCachedSteps } from './time-cached-steps.ts';
import { NO_RECORD, openIndexesOf, readRecordOf } from './read-records.ts';
import { readMeasuredImage, type Evidence, type MeasuredImage } from '../advice/evidence.ts';
import { cacheMountNotKept } from '../advice/rules/cache-mount-not-kept.ts';
import { openMeasure } from '../advice/measure.ts';
import { hashText } from '../build/context/hash-text.ts';
import { readNamedBuild } from '../build/read-named-build.ts';
import { PlimsollError } from '../errors.ts';
import { parseLocalForm } from '../image/local-form.ts';
import { openSource } from '../image/open-source.ts';
import { parseReference } from '../image/reference.ts';
import { readImage } from '../image/read-image.ts';
import { readImageLayers } from '../layer/read-image-layers.ts';
import type { AdviseArguments } from './advise-arguments.ts';
import type { Side } from './side.ts';
import type { Terminal } from './terminal.ts';
import type { Advice } from '../advice/advise.ts';
import type { Cost } from '../advice/cost.ts';
import type { Paid } from '../advice/paid.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { Image } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';
import type { Note } from '../note.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

export interface Measured {
  readonly measure: (paid: Paid) => Cost | null;
  /** Why nothing, or not all, could be measured. */
  readonly notes: readonly Note[];
}

/** The Dockerfile that findings are in. */
export interface MeasuredFile {
  readonly file: string;
  readonly text: string;
  readonly advice: readonly Pick<Advice, 'paid'>[];
  /** As `--target` has it. */
  readonly target: string | null;
}

/**
 * What findings cost on a build of the very Dockerfile: its steps out of the builder, or out of the record beside its image,
 * and the layers of the first platform. Throws as reading an image does; that it is of another Dockerfile is a note.
 */
export async function measureAdvice(
  dockerfile: MeasuredFile,
  reference: string,
  asked: Pick<AdviseArguments, 'quiet'>,
  terminal: Terminal,
): Promise<Measured> {
  const options = { quiet: asked.quiet, verbose: false };
  const places = openPlaces(terminal, options);
  const progress = startProgress(terminal, options);
  try {
    const source = await openSource(reference, places);
    const known = source.name.startsWith('build:')
      ? await readBuilt(dockerfile, source, places, progress)
      : await readPushed(dockerfile, source, reference, places, progress);
    return known.kind === 'none'
      ? { measure: () => null, notes: [known.note] }
      : { measure: openMeasure(known.evidence), notes: known.notes };
  } finally {
    progress.end();
    places.close();
  }
}

type Known =
  | { readonly kind: 'known'; readonly evidence: Evidence; readonly notes: readonly Note[] }
  | { readonly kind: 'none'; readonly note: Note };

async function readBuilt(
  dockerfile: MeasuredFile,
  source: ImageSource,
  places: OpenPlaces,
  progress: Progress,
): Promise<Known> {
  const read = await progress.follow(source.name, readNamedBuild(source.name, places.docker));
  const build = read?.build ?? null;
  if (read === null || build === null) return none(read?.notes[0]?.message ?? `${source.name} cannot be read`);
  const built = read.dockerfile;
  if (built === null) return none(`${source.name} does not tell of its Dockerfile`);
  if (unify(built.text) !== unify(dockerfile.text)) return isOfAnother(dockerfile, source.name);
  if (built.target?.toLowerCase() !== dockerfile.target?.toLowerCase()) {
    return none(`${source.name} is of ${built.target === null ? 'the last stage' : `the stage ${built.target}`}`);
  }
  const { docker } = places;
  const timed = timeCachedSteps(build, { folder: read.folder, file: built.name }, listTimedLines(dockerfile), docker);
  const { steps, notes: untimed } = await progress.follow(source.name, timed);
  const notes = [...read.notes, ...untimed];
  try {
    const image = await progress.follow(source.name, readImage(source));
    const side = { name: source.name, source, reference: null, build: read, record: NO_RECORD };
    const measured = image && (await readLayers({ ...side, image }, NO_RECORD, read.origins, places, progress));
    return { kind: 'known', evidence: { steps, image: measured, isOnFreshBuilder: false }, notes };
  } catch (error) {
    // A build whose image went nowhere is measured by its times.
    if (!(error instanceof PlimsollError)) throw error;
    const note = { code: 'no-image', message: `bytes are not known: ${error.message}`, hint: error.hint };
    return { kind: 'known', evidence: { steps, image: null, isOnFreshBuilder: false }, notes: [...notes, note] };
  }
}

/** Of the steps whose times are a cost. */
function listTimedLines({ advice }: MeasuredFile): Set<number> {
  return new Set(
    advice.flatMap(({ paid }) => {
      if (paid?.kind === 'steps') return paid.lines;
      return paid?.kind === 'emulation' ? [paid.line] : [];
    }),
  );
}

async function readPushed(
  dockerfile: MeasuredFile,
  source: ImageSource,
  text: string,
  places: OpenPlaces,
  progress: Progress,
): Promise<Known> {
  const image = await progress.follow(text, readImage(source));
  if (image === null) throw new PlimsollError('IMAGE_NOT_FOUND', `${text}: there is no such image`);
  const reference = parseLocalForm(text) === null ? parseReference(text) : null;
  const found = reference === null ? NO_RECORD : await readRecordOf(reference, image.digest, places);
  const side: Side = { name: source.name, image, source, reference, build: null, record: found };
  if (found.kind !== 'found' || found.record.advice === null) {
    return none(
      `beside ${text} there is no record that tells of its Dockerfile`,
      'Plimsoll writes one beside what it pushes; of a build on this machine, --build asks the builder.',
    );
  }
  const { advice, build, origins } = found.record;
  const hash = hashText(unify(dockerfile.text)).slice(0, advice.dockerfile.length);
  if (hash !== advice.dockerfile) return isOfAnother(dockerfile, text);
  const measured = await readLayers(side, found, origins, places, progress);
  // Only a build that began on one is told of it.
  const isOnFreshBuilder = advice.findings.some(({ rule }) => rule === cacheMountNotKept.id);
  return {
    kind: 'known',
    evidence: { steps: build?.steps ?? [], image: measured, isOnFreshBuilder },
    notes: found.notes,
  };
}

/** Of the first platform. */
async function readLayers(
  side: Side & { image: Image },
  record: FoundRecord,
  origins: readonly ImageOrigin[],
  places: OpenPlaces,
  progress: Progress,
): Promise<MeasuredImage | null> {
  const [platform] = side.image.platforms;
  if (platform === undefined) return null;
  const indexes = await openIndexesOf(side, record, places);
  const read = await readImageLayers(side.source, platform.layers, { indexes, keeps: 'all' }, progress.follow);
  return readMeasuredImage(platform, origins, (layer) => {
    const content = read.get(layer);
    return { diskBytes: content.diskBytes, content };
  });
}

function isOfAnother({ file }: MeasuredFile, name: string): Known {
  return none(`${name} was built from another Dockerfile than ${file} is now`, 'Build it again, or name its build.');
}

function none(why: string, hint = ''): Known {
  return { kind: 'none', note: { code: 'costs-unknown', message: `nothing is measured: ${why}`, hint } };
}

/** As the builder's record has it. */
function unify(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
