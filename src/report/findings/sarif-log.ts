import { makeVisible } from '../text/visible.ts';
import { VERSION } from '../../version.ts';
import type { Level, Rule } from '../../advice/rule.ts';

const LEVELS: Record<Level, string> = { high: 'error', medium: 'warning', low: 'note' };

/** GitHub shows this many results of a run, the worst first. */
const MOST_RESULTS = 5000;
/** Characters of a message. */
const LONGEST = 1000;

export type SarifRule = Pick<Rule, 'id' | 'level' | 'title' | 'why' | 'instead'>;

export interface SarifResult {
  readonly rule: SarifRule;
  readonly level: Level;
  /** Untrusted. */
  readonly sentences: readonly string[];
  /** The first is where GitHub shows it. Paths are untrusted, and from the root without a slash. */
  readonly places: readonly { readonly path: string; readonly startLine: number; readonly endLine: number }[];
  /** What it is known by when its line moves; `null`: nothing. */
  readonly hash: string | null;
}

/** SARIF 2.1.0, as GitHub's code scanning reads it: one run, all rules, a result a finding. `root`: the name of what paths are in. */
export function describeSarifLog(rules: readonly SarifRule[], results: readonly SarifResult[], root: string) {
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
        results: results.slice(0, MOST_RESULTS).map((result) => ({
          ruleId: result.rule.id,
          ruleIndex: places.get(result.rule.id) ?? -1,
          level: LEVELS[result.level],
          message: { text: describeMessage(result.sentences.join(' ')) },
          locations: result.places.map(({ path, startLine, endLine }) => ({
            physicalLocation: {
              artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: root },
              region: { startLine, endLine },
            },
          })),
          ...(result.hash === null ? {} : { partialFingerprints: { primaryLocationLineHash: result.hash } }),
        })),
      },
    ],
  };
}

/** As one line of what it shows. */
function describeMessage(text: string): string {
  return escapeLinks(makeVisible(text, LONGEST));
}

/** `[text](1)` would be a link (SARIF 2.1.0, 3.11.6). */
function escapeLinks(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
