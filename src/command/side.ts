import { NO_RECORD, readRecordOf } from './read-records.ts';
import type { Progress } from './progress.ts';
import { PlimsollError } from '../errors.ts';
import { parseLocalForm } from '../image/local-form.ts';
import { openSource, type Places } from '../image/open-source.ts';
import { readImage } from '../image/read-image.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import type { ReadBuild } from '../build/read-build.ts';
import type { Image } from '../image/image.ts';
import type { Docker } from '../image/docker.ts';
import type { ImageSource } from '../image/source.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/** An image that was named on the command line, read. */
export interface Side {
  /** As named, with the ID of a build. */
  readonly name: string;
  readonly image: Image;
  /** Where its layers are read from. */
  readonly source: ImageSource;
  /** Where it is in a registry. */
  readonly reference: Reference | null;
  /** The builder's record, of a `build:`. */
  readonly build: ReadBuild | null;
  /** What is kept beside it in a registry, where it was asked for. */
  readonly record: FoundRecord;
}

export interface SideToRead {
  /** What it is called where it is not there: `the baseline`. */
  readonly role: string;
  readonly text: string;
  /** Normalised; empty for all. */
  readonly platforms: readonly string[];
  readonly withBuild: boolean;
  /** Asked for while the rest of the image is read. */
  readonly withRecord: boolean;
}

/** Throws `IMAGE_NOT_FOUND` where there is no such image, and what its source throws. */
export async function readSide(wanted: SideToRead, places: Places, progress: Progress): Promise<Side> {
  return await progress.follow(wanted.text, read(wanted, places));
}

async function read({ role, text, platforms, withBuild, withRecord }: SideToRead, places: Places): Promise<Side> {
  const source = await openSource(text, places);
  const reference = parseLocalForm(text) === null ? parseReference(text) : null;
  const [image, build, record] = await Promise.all([
    readImage(source, platforms.length === 0 ? {} : { platforms }),
    withBuild ? readBuildOf(source.name, places.docker) : null,
    withRecord && reference !== null ? readRecordBeside(source, reference, places) : NO_RECORD,
  ]);
  if (image === null) throw notFound(role, text);
  return { name: source.name, image, source, reference, build, record };
}

async function readRecordBeside(source: ImageSource, reference: Reference, places: Places): Promise<FoundRecord> {
  const root = await source.fetchRoot();
  return root === null ? NO_RECORD : await readRecordOf(reference, root.digest, places);
}

async function readBuildOf(name: string, docker: Docker): Promise<ReadBuild | null> {
  if (!name.startsWith('build:')) return null;
  const { readNamedBuild } = await import('../build/read-named-build.ts');
  return await readNamedBuild(name, docker);
}

function notFound(role: string, text: string): PlimsollError {
  const hint =
    parseLocalForm(text) === null
      ? `Is the name right? A registry may say so of what you may not see, too: docker login ${parseReference(text).registry}.`
      : 'Is the name right?';
  return new PlimsollError('IMAGE_NOT_FOUND', `${role} ${text}: there is no such image`, { hint });
}
