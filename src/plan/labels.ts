import type { WorkflowEvent } from './event.ts';

const QUOTED = /"(?:[^"]|"")*"/g;

/**
 * Labels that say where an image comes from (OCI image spec, annotations.md), then the user's own text byte for byte,
 * which wins: what build-push-action takes as `labels`. `commit` is `null` where it is not known: then no revision is
 * claimed.
 */
export function planLabels(
  event: Pick<WorkflowEvent, 'serverUrl' | 'repository'>,
  commit: string | null,
  nowMs: number,
  userText: string,
): string {
  const own = {
    'org.opencontainers.image.source': `${event.serverUrl}/${event.repository}`,
    ...(commit === null ? {} : { 'org.opencontainers.image.revision': commit }),
    'org.opencontainers.image.created': new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  const lines = Object.entries(own).map(([key, value]) => `${key}=${value}`);
  return [...lines, ...(userText === '' ? [] : [userText])].join(findLineBreak(userText));
}

/** The docker/* actions take the first line break that they meet for the only one: ours has to be the user's. */
function findLineBreak(text: string): string {
  return /\r\n|[\r\n]/.exec(text.replace(QUOTED, ''))?.[0] ?? '\n';
}
