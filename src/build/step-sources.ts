import { readInstruction } from './dockerfile-instruction.ts';
import type { Provenance } from './provenance.ts';

/** Where in a Dockerfile a vertex comes from. */
export interface StepSource {
  /** As the build names the file; untrusted text. */
  file: string;
  /** First line of the instruction, from 1. */
  line: number;
  /** The instruction as it is written there (`readInstruction`); untrusted text. */
  instruction: string;
}

/** The sources of a build's vertices, by the vertex's digest. */
export function readStepSources(provenance: Provenance): Map<string, StepSource> {
  const sources = new Map<string, StepSource>();
  for (const [digest, step] of Object.entries(provenance.stepOf)) {
    const [source] = listSources(provenance, step);
    if (source !== undefined) sources.set(digest, source);
  }
  return sources;
}

/**
 * All the places that a step comes from: what two stages do alike is one step. In the order in which BuildKit writes them, which
 * says nothing.
 */
export function listSources({ files, locations }: Provenance, step: string): StepSource[] {
  return (locations[step]?.locations ?? []).flatMap(({ sourceIndex, ranges }) => {
    const file = files[sourceIndex];
    // A range a line, as BuildKit writes them.
    const line = Math.min(...ranges.map(({ start }) => start.line));
    if (file === undefined || !Number.isFinite(line) || line < 1) return [];
    const lastLine = Math.max(line, ...ranges.map(({ end }) => end.line));
    const instruction = readInstruction(file.lines, line, lastLine);
    return instruction === '' ? [] : [{ file: file.name, line, instruction }];
  });
}
