import type { Environment } from './environment.ts';
import type { ReportContext } from '../report/report-context.ts';

/** Which run this is; 0 where the runner does not say. */
export function readRunIds(environment: Environment): { id: number; attempt: number } {
  return { id: readCount(environment['GITHUB_RUN_ID']), attempt: readCount(environment['GITHUB_RUN_ATTEMPT']) };
}

/** How people know it: by its number, and the page with its summary. */
export function readRun(environment: Environment): ReportContext['run'] {
  const number = Number(environment['GITHUB_RUN_NUMBER']);
  const id = environment['GITHUB_RUN_ID'] ?? '';
  if (!Number.isSafeInteger(number) || !/^\d+$/.test(id)) return null;
  return { number, url: formatRunUrl(id, environment) };
}

export function formatRunUrl(id: string | number, environment: Environment): string {
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return `${server}/${environment['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${id}`;
}

function readCount(text: string | undefined): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
