import { formatCost } from './cost.ts';
import { hashLines } from './line-hashes.ts';
import { makeVisible } from './visible.ts';
import { RULES } from '../advice/rules.ts';
import { VERSION } from '../version.ts';
import type { ToldAdvice } from './advice.ts';
import type { Level } from '../advice/rule.ts';

const LEVELS: Record<Level, string> = { high: 'error', medium: 'warning', low: 'note' };

/** GitHub shows this many results of a run, the worst first. */
const MOST_RESULTS = 5000;
/** Characters of a message. */
const LONGEST = 1000;

/** SARIF 2.1.0, as GitHub's code scanning reads it: a run, all rules, a result a finding. Paths are from the repository's root. */
export function describeSarif({ file, text, advice }: ToldAdvice) {
  const hashes = hashLines(text);
  // Those of Docker's own checks are known by what they find only.
  const others = new Map(advice.map(({ rule }) => [rule.id, rule]));
  for (const { id } of RULES) others.delete(id);
  const rules = [...RULES, ...others.values()];
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plimsoll',
            semanticVersion: VERSION,
            rules: rules.map(({ id, level, title, why, instead }) => ({
              id,
              shortDescription: { text: makeVisible(title, LONGEST) },
              fullDescription: { text: why },
              help: { text: `${why} ${instead}`.trim() },
              defaultConfiguration: { level: LEVELS[level] },
            })),
          },
        },
        results: advice.slice(0, MOST_RESULTS).map(({ rule, level, line, lastLine, message, instead, cost }) => ({
          ruleId: rule.id,
          ruleIndex: places.get(rule.id) ?? -1,
          level: LEVELS[level],
          message: {
            text: describeMessage([message, ...(cost === null ? [] : [formatCost(cost)]), instead].join(' ')),
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, endLine: lastLine },
              },
            },
          ],
          ...findHash(hashes[line - 1]),
        })),
      },
    ],
  };
}

/** As one line of what it shows. */
function describeMessage(text: string): string {
  return escapeLinks(makeVisible(text, LONGEST));
}

function findHash(hash: string | undefined): { partialFingerprints?: { primaryLocationLineHash: string } } {
  return hash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: hash } };
}

/** `[text](1)` would be a link (SARIF 2.1.0, 3.11.6). */
function escapeLinks(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
