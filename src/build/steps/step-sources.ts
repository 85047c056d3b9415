import { readInstruction } from './dockerfile-instruction.ts';
import type { Provenance } from '../origins/provenance.ts';

/** Where in a Dockerfile a vertex comes from. */
export interface StepSource {
  /** Path from the root of the work tree, as far as it is known; untrusted text. */
  file: string;
  /** First line of the instruction, from 1. */
  line: number;
  /** The instruction as it is written there (`readInstruction`); untrusted text. */
  instruction: string;
}

/** An instruction's place in a Dockerfile. */
export interface StepPlace {
  readonly file: Provenance['files'][number];
  /** From 1. */
  readonly line: number;
  readonly lastLine: number;
}

/** More steps are of no build, more places of no step, and more text of no instruction that anybody reads. */
const MOST_STEPS = 20_000;
const MOST_PLACES = 20;
const MOST_LINES = 200;
const MOST_CHARACTERS = 16 * 1024;

/** The sources of a build's vertices, by the vertex's digest. */
export function readStepSources(provenance: Provenance): Map<string, StepSource> {
  const sources = new Map<string, StepSource>();
  for (const [digest, step] of Object.entries(provenance.stepOf).slice(0, MOST_STEPS)) {
    const [place] = listPlaces(provenance, step);
    const instruction = place === undefined ? '' : readPlace(place);
    if (place === undefined || instruction === '') continue;
    sources.set(digest, { file: place.file.path, line: place.line, instruction });
  }
  return sources;
}

/**
 * All the places that a step comes from: what two stages do alike is one step. In the order in which BuildKit writes them,
 * which says nothing.
 */
export function listPlaces({ files, locations }: Provenance, step: string): StepPlace[] {
  return (locations[step]?.locations ?? []).slice(0, MOST_PLACES).flatMap(({ sourceIndex, ranges }) => {
    const file = files[sourceIndex];
    // A range a line, as BuildKit writes them.
    const line = Math.min(...ranges.map(({ start }) => start.line));
    if (file === undefined || line < 1 || line > file.lines.length) return [];
    return [{ file, line, lastLine: Math.max(line, ...ranges.map(({ end }) => end.line)) }];
  });
}

/** The instruction as it is written there (`readInstruction`); of its lines the first `most`. */
export function readPlace({ file: { lines }, line, lastLine }: StepPlace, most = MOST_LINES): string {
  let characters = 0;
  let last = line;
  while (last < lastLine && last - line < most) {
    characters += lines[last - 1]?.length ?? 0;
    if (characters > MOST_CHARACTERS) break;
    last += 1;
  }
  return readInstruction(lines, line, last);
}
