import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from './read-head.ts';
import { wrapError } from '../errors.ts';
import { parseReference } from '../image/reference.ts';
import { makeRecord } from '../record/make-record.ts';
import { formatRecord, parseRecord } from '../record/record-json.ts';
import { writeRecord } from '../record/write-record.ts';
import { VERSION } from '../version.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { Note } from '../note.ts';
import type { Plan } from '../plan/plan.ts';
import type { PushedImage } from '../publish/write-tags.ts';

const NAME = 'record.json';

/** Keeps the record of what was built until its tags are written: an image that is over its budget gets neither. */
export async function writeRecordFile(folder: string, plan: Plan, head: Head): Promise<void> {
  if (head.image?.kind !== 'read') return;
  const record = makeRecord({
    version: VERSION,
    name: plan.name,
    image: head.image.image,
    commit: plan.commit,
    build: head.build,
    nowMs: Date.now(),
  });
  await writeFile(join(folder, NAME), formatRecord(record), { mode: 0o600 });
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
    const written = await writeRecord(client, repository, { mediaType, digest, size: bytes.length }, record);
    return written.kind === 'failed' ? [written.note] : [];
  } catch (error) {
    const { message, hint } = wrapError('REGISTRY_FAILED', 'the record of this build was not kept', error);
    return [{ code: 'record-not-written', message, hint }];
  }
}
