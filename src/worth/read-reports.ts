import { compareVulnerabilities, type VulnerabilityChanges } from './compare-vulnerabilities.ts';
import { parseVulnerabilities } from './parse-vulnerabilities.ts';
import { PlimsollError } from '../errors.ts';
import type { VulnerabilityFiles } from '../plan/vulnerability-files.ts';
import type { VulnerabilityReport } from './vulnerability.ts';

/** Of a report: those on images of several GB have a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the text of a file, and names `what` it is in what it throws. */
type ReadFile = (path: string, mostBytes: number, what: string) => Promise<string>;

/**
 * What became of vulnerabilities between two reports of scanners. `dashes`: of the options' names. Throws `INPUT_INVALID`,
 * naming input and file, and what `read` throws.
 */
export async function readReports(
  files: VulnerabilityFiles,
  dashes: '--' | '',
  read: ReadFile,
): Promise<VulnerabilityChanges> {
  const readSide = async (side: 'baseline' | 'head'): Promise<VulnerabilityReport> =>
    await readReport(files[side], `${dashes}${side}-vulnerabilities ${files[side]}`, read);
  const [baseline, head] = await Promise.all([readSide('baseline'), readSide('head')]);
  return compareVulnerabilities(baseline, head);
}

async function readReport(path: string, what: string, read: ReadFile): Promise<VulnerabilityReport> {
  const text = await read(path, MOST_BYTES, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PlimsollError('INPUT_INVALID', `${what} is not JSON`, { cause: error });
  }
  return parseVulnerabilities(value, what);
}
