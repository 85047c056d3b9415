import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PlimsollError, wrapError } from '../errors.ts';
import { compareVulnerabilities, type VulnerabilityChanges } from '../worth/compare-vulnerabilities.ts';
import { parseVulnerabilities } from '../worth/parse-vulnerabilities.ts';
import type { VulnerabilityReport } from '../worth/vulnerability.ts';

/** Of a report: those on images of several GB have a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface ReportFiles {
  readonly baseline: string;
  readonly head: string;
}

/** What became of vulnerabilities between two reports of scanners. Throws `INPUT_INVALID`, `FILE_UNREADABLE`, naming the option. */
export async function readVulnerabilities(files: ReportFiles, directory: string): Promise<VulnerabilityChanges> {
  const [baseline, head] = await Promise.all([
    readReport(`--baseline-vulnerabilities ${files.baseline}`, resolve(directory, files.baseline)),
    readReport(`--head-vulnerabilities ${files.head}`, resolve(directory, files.head)),
  ]);
  return compareVulnerabilities(baseline, head);
}

async function readReport(what: string, path: string): Promise<VulnerabilityReport> {
  const text = await readText(what, path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PlimsollError('INPUT_INVALID', `${what} is not JSON`, { cause: error });
  }
  return parseVulnerabilities(value, what);
}

async function readText(what: string, path: string): Promise<string> {
  try {
    const handle = await open(path);
    // A pipe has no size beforehand.
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of handle.createReadStream()) {
      if (!Buffer.isBuffer(part)) continue;
      parts.push(part);
      bytes += part.length;
      if (bytes > MOST_BYTES) throw new PlimsollError('LIMIT_EXCEEDED', `${what} has more than ${MOST_BYTES} bytes`);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', what, error);
  }
}
