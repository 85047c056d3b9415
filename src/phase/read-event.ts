import { parseEventPayload, readEventPayload } from '../plan/event-payload.ts';
import { parseEvent, type WorkflowEvent } from '../plan/event.ts';
import type { Environment } from './environment.ts';

/** What started the workflow. Throws `EVENT_REFUSED` and `FILE_UNREADABLE`. */
export async function readEvent(environment: Environment): Promise<WorkflowEvent> {
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  return parseEvent(environment, path === '' ? parseEventPayload(null) : await readEventPayload(path));
}
