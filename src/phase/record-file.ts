import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIndexFiles, writeIndexFiles } from './index-files.ts';
import type { PublishedComparison } from './compare-and-publish.ts';
import type { Head } from './read-head.ts';
import { carryLastRan } from '../compare/carry-last-ran.ts';
import { wrapError } from '../errors.ts';
import { parseReference } from '../image/reference.ts';
import { makeRecord } from '../record/make-record.ts';
import { formatRecord, parseRecord } from '../record/record-json.ts';
import { writeRecord, type IndexToWrite } from '../record/write-record.ts';
import { VERSION } from '../version.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';
import type { PushedImage } from '../publish/write-tags.ts';

const NAME = 'record.json';

/**
 * Keeps the record of what was built, and file indexes of its layers, until its tags are written: an image that is over
 * its budget gets none of them. Layers that the comparison did not read are read here, up to `max-read`. What comes in
 * the way of the indexes is a note.
 */
export async function writeRecordFile(
  folder: string,
  plan: Plan,
  head: Head,
  known: PublishedComparison['known'],
): Promise<readonly Note[]> {
  if (head.image?.kind !== 'read') return [];
  const { image } = head.image;
  const record = makeRecord({
    version: VERSION,
    name: plan.name,
    image,
    commit: plan.commit,
    build: head.build === null ? null : { ...head.build, steps: carryLastRan(head.build.steps, known.steps) },
    origins: head.origins,
    advice: known.advice,
    nowMs: Date.now(),
  });
  await writeFile(join(folder, NAME), formatRecord(record), { mode: 0o600 });
  try {
    const { makeLayerIndexes } = await import('../record/make-layer-indexes.ts');
    const { indexes } = await makeLayerIndexes({
      image,
      sources: head.sources,
      stored: known.stored,
      read: known.layers,
      maxBytes: { auto: plan.maxReadBytes, full: Infinity, sizes: 0 }[plan.details],
    });
    await writeIndexFiles(folder, indexes);
    return [];
  } catch (error) {
    return [noteWithout(error)];
  }
}

function noteWithout(error: unknown): Note {
  const { message, hint } = wrapError('INTERNAL', 'the file indexes of this image were not made', error);
  return { code: 'indexes-not-written', message, hint };
}

/** Puts the record that `writeRecordFile` kept beside its image. Never throws: losing it costs precision. */
export async function pushRecordFile(
  folder: string,
  client: RegistryClient,
  { repository: image, digest, fetchManifest }: PushedImage,
): Promise<readonly Note[]> {
  try {
    const repository = parseReference(image);
    const record = parseRecord(await readFile(join(folder, NAME)), NAME);
    const subject = await fetchManifest();
    if (subject === null) throw new Error(`${image}@${digest} is not in the registry`);
    const { mediaType, bytes } = subject;
    const { indexes, notes } = await tryIndexes(folder);
    const written = await writeRecord(client, repository, { mediaType, digest, size: bytes.length }, record, indexes);
    return written.kind === 'failed' ? [written.note] : [...notes, ...written.notes];
  } catch (error) {
    const { message, hint } = wrapError('REGISTRY_FAILED', 'the record of this build was not kept', error);
    return [{ code: 'record-not-written', message, hint }];
  }
}

/** Without them the record is kept all the same. */
async function tryIndexes(folder: string): Promise<{ indexes: readonly IndexToWrite[]; notes: readonly Note[] }> {
  try {
    return { indexes: await readIndexFiles(folder), notes: [] };
  } catch (error) {
    return { indexes: [], notes: [noteWithout(error)] };
  }
}
