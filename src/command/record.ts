import { formatJson } from './format-json.ts';
import { nameImage } from './name-image.ts';
import { openPlaces } from './places.ts';
import { startProgress } from './progress.ts';
import { readSide, type Side } from './side.ts';
import { tellNotes } from './tell-notes.ts';
import { readRevision } from '../baseline/tagged-image.ts';
import { PlimsollError } from '../errors.ts';
import { parseLocalForm } from '../image/local-form.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import type { FoundRecord } from '../record/fetch-record.ts';
import { makeLayerIndexes } from '../record/make-layer-indexes.ts';
import { makeRecord } from '../record/make-record.ts';
import { writeRecord, type WrittenRecord } from '../record/write-record.ts';
import { VERSION } from '../version.ts';
import type { RecordArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import type { Reference } from '../image/reference.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ImageRecord } from '../record/record.ts';

/**
 * `plimsoll record REF`: reads the layers of an image in a registry, whatever pushed it, and writes a record with their
 * file indexes beside it. What a build kept there of itself stays. Throws `INPUT_INVALID`, `IMAGE_NOT_FOUND`, what reading
 * throws, and `REGISTRY_FAILED` where it may not be written.
 */
export async function runRecord(asked: RecordArguments, terminal: Terminal): Promise<0> {
  if (parseLocalForm(asked.reference) !== null) throw refuse(asked.reference);
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    const wanted = { role: 'the image', text: asked.reference, platforms: [], withBuild: false, withRecord: true };
    const side = await readSide(wanted, places, progress);
    if (side.reference === null) throw refuse(asked.reference);
    const client = await places.registry();
    const known = side.record;
    const { indexes, notes } = await makeLayerIndexes({
      image: side.image,
      sources: [side.source],
      stored: known.kind === 'found' ? known.indexes : [],
      read: { contents: new Map(), knownDiskBytes: new Map() },
      maxBytes: Infinity,
      follow: progress.follow,
    });
    const subject = await readSubject(client, side.reference, side);
    const record = describeRecord(side, known);
    const written = await progress.follow(
      'the registry',
      writeRecord(client, side.reference, subject, record, indexes),
    );
    progress.end();
    if (written.kind === 'failed') throw new PlimsollError('REGISTRY_FAILED', written.note.message, written.note);
    const bytes = indexes.reduce((sum, { blob }) => sum + blob.size, 0);
    await terminal.print(
      asked.output === 'json' ? formatAnswer(side, written, bytes) : formatLine(side, written, bytes),
    );
    if (!asked.quiet) await tellNotes([...notes, ...written.notes], terminal);
    return 0;
  } finally {
    progress.end();
    places.close();
  }
}

type Written = Extract<WrittenRecord, { kind: 'written' }>;

function describeRecord(side: Side, known: FoundRecord): ImageRecord {
  const made = makeRecord({
    version: VERSION,
    name: nameImage(side, side).name,
    image: side.image,
    commit: readRevision(side.image),
    build: null,
    origins: [],
    advice: null,
    nowMs: Date.now(),
  });
  if (known.kind !== 'found') return made;
  const { name, commit, build, origins, advice, plimsoll } = known.record;
  // The rules of another version are others.
  return { ...made, name, commit, build, origins, advice: plimsoll === VERSION ? advice : null };
}

async function readSubject(client: RegistryClient, reference: Reference, { name, image: { digest } }: Side) {
  const manifest = await fetchManifest(client, reference, { digest });
  if (manifest === null) throw new PlimsollError('REGISTRY_NOT_FOUND', `${name} has gone while its layers were read`);
  return { mediaType: manifest.mediaType, digest, size: manifest.bytes.length };
}

function formatAnswer({ name, image }: Side, { reference, indexes }: Written, indexBytes: number): string {
  return formatJson({ reference: name, digest: image.digest, record: reference, indexes, indexBytes });
}

function formatLine({ name }: Side, { reference, indexes }: Written, bytes: number): string {
  const layers = indexes === 1 ? '1 layer' : `${indexes} layers`;
  return `${name}: wrote ${reference}, with the file indexes of ${layers} in ${bytes} B\n`;
}

function refuse(text: string): PlimsollError {
  const message = `${JSON.stringify(text.slice(0, 200))} is in no registry; a record lies beside an image that is`;
  return new PlimsollError('INPUT_INVALID', message, { hint: 'Name it as registry/name:tag or registry/name@digest.' });
}
