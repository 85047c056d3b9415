import { parseMount, type Instruction } from '../../dockerfile/dockerfile.ts';
import type { FreshBuilder } from '../fresh-builder.ts';
import type { Rule } from '../rule.ts';

const MOST_LINES = 5;

/** Found where RUNs have cache mounts, and it is known that the builder is a new one in each run, which nothing fills. */
export const cacheMountNotKept: Rule = {
  id: 'cache-mount-not-kept',
  level: 'medium',
  title: 'Cache mounts do not cross runs',
  why: 'A cache mount is kept by the builder, and no build cache carries it. On a builder that is new in each run it is empty each time, and what it is there for is downloaded and compiled again.',
  instead:
    'Keep their contents from run to run: with "cache-mounts: true" of Plimsoll, or buildkit-cache-dance beside docker/build-push-action.',
  check: ({ needed, freshBuilder }) => {
    const runs = needed.flatMap(({ instructions }) => instructions.filter(hasCacheMount));
    const [first] = runs;
    if (freshBuilder === null || first === undefined) return [];
    const lines = runs.map(({ line }) => line);
    return [
      {
        line: first.line,
        lastLine: first.lastLine,
        message: `The cache mounts of ${nameSteps(lines)} are empty at the start of each run: ${describe(freshBuilder)}.`,
        ...(freshBuilder.kind === 'own'
          ? { instead: '"cache-mounts: true" keeps their contents from run to run.' }
          : {}),
        patch: null,
        paid: { kind: 'empty-mounts', lines },
      },
    ];
  },
};

function hasCacheMount({ keyword, flags }: Instruction): boolean {
  return (
    keyword === 'RUN' && flags.some(({ name, value }) => name === 'mount' && parseMount(value).get('type') === 'cache')
  );
}

function nameSteps(lines: readonly number[]): string {
  if (lines.length === 1) return 'this RUN';
  return `lines ${lines.slice(0, MOST_LINES).join(', ')}${lines.length > MOST_LINES ? ', …' : ''}`;
}

function describe(builder: FreshBuilder): string {
  switch (builder.kind) {
    case 'own':
      return 'the builder is a new one';
    case 'workflow':
      return `${builder.file} builds with ${builder.action} on ${builder.runner}, a new machine each time`;
  }
}
