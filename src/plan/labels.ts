import type { WorkflowEvent } from './event.ts';

const QUOTED = /"((?:[^"]|"")*)"/g;

/** Labels that say where an image comes from (OCI image spec, annotations.md), and those of the user, which win. */
export interface PlannedLabels {
  /** For the input `labels` of build-push-action: ours, then the user's own text byte for byte. */
  text: string;
  values: Readonly<Record<string, string>>;
}

/** `commit` is `null` where it is not known: then no revision is claimed. */
export function planLabels(
  event: Pick<WorkflowEvent, 'serverUrl' | 'repository'>,
  commit: string | null,
  nowMs: number,
  userText: string,
): PlannedLabels {
  const own = {
    'org.opencontainers.image.source': `${event.serverUrl}/${event.repository}`,
    ...(commit === null ? {} : { 'org.opencontainers.image.revision': commit }),
    'org.opencontainers.image.created': new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  const lines = Object.entries(own).map(([key, value]) => `${key}=${value}`);
  return {
    text: [...lines, ...(userText === '' ? [] : [userText])].join(findLineBreak(userText)),
    values: { ...own, ...readLabels(userText) },
  };
}

/** The docker/* actions take the first line break that they meet for the only one: ours has to be the user's. */
function findLineBreak(text: string): string {
  return /\r\n|[\r\n]/.exec(text.replace(QUOTED, ''))?.[0] ?? '\n';
}

/**
 * What the user's text says, as build-push-action reads it: a label per line, one with a line break in quotes. Whatever
 * it makes of broken quotes is its own: the text goes there as it is.
 */
function readLabels(text: string): Record<string, string> {
  const labels = new Map<string, string>();
  for (const [record] of text.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g)) {
    const label = record.trim().replace(QUOTED, (_, quoted: string) => quoted.replaceAll('""', '"'));
    const equals = label.indexOf('=');
    if (equals === -1) labels.set(label, '');
    else labels.set(label.slice(0, equals), label.slice(equals + 1));
  }
  labels.delete('');
  return Object.fromEntries(labels);
}
