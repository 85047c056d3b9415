import * as v from 'valibot';
import { PlimsollError, wrapError } from '../errors.ts';

/** GitHub cuts webhook payloads at 25 MB. */
const MAX_PAYLOAD_BYTES = 26_214_400;

const text = orNull(v.pipe(v.string(), v.maxLength(1024)));
const flag = orNull(v.boolean());
const count = orNull(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
const sha = orNull(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)));
const repository = orNull(v.object({ full_name: text, fork: flag, default_branch: text }));

/** What is read of an event's payload. A field that is missing or of another form is `null`: payloads differ by event, by GitHub's version and by who made them. */
const Payload = v.object({
  action: text,
  number: count,
  before: sha,
  forced: flag,
  deleted: flag,
  repository,
  pull_request: orNull(
    v.object({
      number: count,
      state: text,
      head: orNull(v.object({ sha, ref: text, repo: repository })),
      base: orNull(v.object({ ref: text })),
    }),
  ),
  merge_group: orNull(v.object({ base_sha: sha, base_ref: text })),
  release: orNull(v.object({ tag_name: text, prerelease: flag })),
  head_commit: orNull(v.object({ id: sha })),
  workflow_run: orNull(
    v.object({
      id: count,
      run_attempt: count,
      run_number: count,
      event: text,
      head_sha: sha,
      head_branch: text,
      head_repository: repository,
    }),
  ),
});

export type EventPayload = v.InferOutput<typeof Payload>;

/** Any JSON value to the fields that are read. Never fails. */
export function parseEventPayload(value: unknown): EventPayload {
  return v.parse(Payload, typeof value === 'object' && value !== null ? value : {});
}

/** Reads the file that `GITHUB_EVENT_PATH` names. Throws `FILE_UNREADABLE`. */
export async function readEventPayload(path: string): Promise<EventPayload> {
  const { readFile, stat } = await import('node:fs/promises');
  try {
    const { size } = await stat(path);
    if (size > MAX_PAYLOAD_BYTES) {
      throw new PlimsollError('FILE_UNREADABLE', `GITHUB_EVENT_PATH: ${path} has ${size} bytes`, {
        hint: `An event has at most ${MAX_PAYLOAD_BYTES} bytes.`,
      });
    }
    return parseEventPayload(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', `GITHUB_EVENT_PATH: ${path} could not be read`, error);
  }
}

function orNull<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.nullable(schema), null);
}
