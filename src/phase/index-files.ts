import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isDigest, type Digest } from '../image/digest.ts';
import { errorCode } from '../image/error-code.ts';
import { parseJson } from '../image/parse-json.ts';
import type { IndexToWrite } from '../record/write-record.ts';

const NAME = 'record-indexes.json';

const digest = v.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
const ListSchema = v.array(
  v.object({
    layer: v.object({ digest, diffID: digest }),
    blob: v.object({ digest, size: v.number() }),
    isMade: v.boolean(),
  }),
);

/** Keeps file indexes for a later step. */
export async function writeIndexFiles(folder: string, indexes: readonly IndexToWrite[]): Promise<void> {
  for (const { blob, bytes } of indexes) {
    if (bytes !== null) await writeFile(join(folder, nameFile(blob.digest)), bytes, { mode: 0o600 });
  }
  const list = indexes.map(({ layer, blob, bytes }) => ({ layer, blob, isMade: bytes !== null }));
  await writeFile(join(folder, NAME), JSON.stringify(list), { mode: 0o600 });
}

/** What `writeIndexFiles` kept; nothing where it kept nothing. */
export async function readIndexFiles(folder: string): Promise<IndexToWrite[]> {
  const indexes: IndexToWrite[] = [];
  for (const { layer, blob, isMade } of parseJson(await readList(folder), ListSchema, NAME)) {
    indexes.push({ layer, blob, bytes: isMade ? await readFile(join(folder, nameFile(blob.digest))) : null });
  }
  return indexes;
}

async function readList(folder: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, NAME));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.from('[]');
    throw error;
  }
}

function nameFile(digest: Digest): string {
  return `index-${digest.slice(digest.indexOf(':') + 1)}`;
}
