/** As many programs of a layer are described: a person reads it. */
const MOST_PROGRAMS = 3;

/** A layer's `detail`: the instruction, then what changed within each of its programs, after a semicolon. */
export function joinDetail(instruction: string, programs: readonly string[]): string {
  const rest = programs.length - MOST_PROGRAMS;
  const more = rest <= 0 ? [] : [`${rest} more ${rest === 1 ? 'program' : 'programs'}`];
  return [instruction, ...programs.slice(0, MOST_PROGRAMS), ...more].join('; ');
}
