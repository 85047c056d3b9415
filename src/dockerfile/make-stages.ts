import { expand, type Variables } from './expand.ts';
import { readPairs } from './read-pairs.ts';
import type { Base, Instruction, Stage } from './dockerfile.ts';

/** Set by BuildKit, to what nobody knows before the build. */
const AUTOMATIC = ['TARGET', 'BUILD'].flatMap((side) =>
  ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((part) => `${side}${part}`),
);

/** What is set before the first stage: the defaults of its arguments. */
export function readGlobals(globals: readonly Instruction[], escape: string): Variables {
  const variables = new Map<string, string | null>(AUTOMATIC.map((name) => [name, null]));
  for (const instruction of globals) {
    for (const { name, value } of readPairs(instruction)) {
      variables.set(name, value === null ? null : expand(value, variables, escape));
    }
  }
  return variables;
}

/** Instructions from the first FROM on, by stage. */
export function makeStages(globals: readonly Instruction[], rest: readonly Instruction[], escape: string): Stage[] {
  const variables = readGlobals(globals, escape);
  const starts = [...rest.keys()].filter((place) => rest[place]?.keyword === 'FROM');
  const stages: Stage[] = [];
  for (const [index, start] of starts.entries()) {
    const from = rest[start];
    if (from === undefined) continue;
    const [image = '', as, name] = from.words;
    stages.push({
      index,
      name: as?.toLowerCase() === 'as' && name !== undefined ? name.toLowerCase() : null,
      from,
      base: readBase(expand(image, variables, escape), stages),
      platform: from.flags.find((flag) => flag.name === 'platform')?.value ?? null,
      instructions: rest.slice(start + 1, starts[index + 1] ?? rest.length),
    });
  }
  return stages;
}

function readBase(image: string | null, before: readonly Stage[]): Base {
  if (image === null || image === '') return { kind: 'unknown' };
  const stage = before.findLast(({ name }) => name === image.toLowerCase());
  if (stage !== undefined) return { kind: 'stage', index: stage.index };
  return image === 'scratch' ? { kind: 'scratch' } : { kind: 'image', image };
}
