import { parseEventPayload, readEventPayload, type EventPayload } from '../plan/event-payload.ts';
import { parseEvent, type WorkflowEvent } from '../plan/event.ts';
import type { Environment } from './environment.ts';

/** What started the workflow. Throws `EVENT_REFUSED` and `FILE_UNREADABLE`. */
export async function readEvent(environment: Environment): Promise<WorkflowEvent> {
  return parseEvent(environment, await readPayload(environment));
}

/** All that GitHub says of it. Throws `FILE_UNREADABLE`. */
export async function readPayload(environment: Environment): Promise<EventPayload> {
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  return path === '' ? parseEventPayload(null) : await readEventPayload(path);
}
