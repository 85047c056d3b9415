import { expand } from '../../dockerfile/expand.ts';
import { readPairs } from '../../dockerfile/read-pairs.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Instruction } from '../../dockerfile/dockerfile.ts';

const SECRET =
  /(?:^|_)(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SSH_?KEY|AUTH_?KEY|DEPLOY_?KEY|CREDENTIALS?)(?:_BASE)?$/i;
/** Such names are of something that is no secret. */
const PUBLIC = /PUBLIC|(?:^|_)(?:NO|DUMMY|FAKE|TEST|EXAMPLE|DISABLE|ENABLE|USE|HAS|ALLOW)_|PUBLISHABLE/i;
/** Values that stand for none. */
const NONE =
  /^(?:|true|false|0|1|none|null|dummy|changeme|change[-_]me|placeholder|example|test|x+|your[-_].*|<.*>|\/.*)$/i;

/** Found where a secret is written into the image's history: by its name, and a value that stands for none is none. */
export const secretInArgument: Rule = {
  id: 'secret-in-argument',
  level: 'high',
  title: 'A secret is passed as ARG or ENV',
  why: 'Values of ARG and ENV are in the history and configuration of the image, or in the cache and provenance of its build: who pulls it can read them.',
  instead: 'Mount it for the one step that needs it: RUN --mount=type=secret,id=NAME,env=NAME.',
  check: ({ needed, dockerfile }) => {
    const found = new Set<string>();
    return needed.flatMap(({ instructions }) =>
      instructions.flatMap((instruction): Finding[] => {
        const { keyword, line, lastLine } = instruction;
        if (keyword !== 'ARG' && keyword !== 'ENV') return [];
        return readPairs(instruction)
          .filter(
            ({ name, value }) =>
              isSecret(name) &&
              !found.has(name) &&
              (keyword === 'ARG'
                ? isPassed(instruction, value, instructions, name)
                : hasValue(value, dockerfile.escape)),
          )
          .map(({ name }) => {
            found.add(name);
            return {
              line,
              lastLine,
              message: `${keyword} ${name} is a secret, by its name.`,
              patch: null,
            };
          });
      }),
    );
  },
};

function isSecret(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && SECRET.test(name) && !PUBLIC.test(name);
}

function hasValue(value: string | null, escape: string): boolean {
  if (value === null || /^["']?\$/.test(value)) return false;
  return !NONE.test(expand(value, new Map(), escape) ?? value);
}

/** One without a default is asked for from outside; where nothing uses it, nobody passes it. */
function isPassed(
  argument: Instruction,
  value: string | null,
  instructions: readonly Instruction[],
  name: string,
): boolean {
  if (value !== null && NONE.test(value.replace(/["']/g, ''))) return false;
  const used = new RegExp(`\\$\\{?${name}(?![A-Za-z0-9_])`);
  return instructions.some(
    ({ line, keyword, argument: { text }, heredocs }) =>
      line > argument.line &&
      (keyword === 'RUN' || keyword === 'ENV') &&
      [text, ...heredocs.map(({ body }) => body.text)].some((one) => used.test(one)),
  );
}
