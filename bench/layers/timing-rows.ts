import { median } from '../time-commands.ts';
import type { Row } from '../row.ts';
import { ratioOf, type Raced } from './race.ts';

/** A row a peer, goals by the name of the peer: `'crane export + tar': 5` for five times as long as ours. */
export function rowsOfRace(
  what: string,
  [ours, ...others]: readonly Raced[],
  goals: Readonly<Record<string, string>>,
): Row[] {
  if (ours === undefined) return [];
  return others.map((other) => ({
    what: `${what}: ${ours.answers} paths`,
    goal: goals[other.name] ?? '',
    measured: formatSeconds(ours.times),
    peer: `${other.name}: ${formatSeconds(other.times)}`,
    ratio: ratioOf(other, ours).toFixed(2),
    isMissed: false,
  }));
}

export function formatSeconds(times: readonly number[]): string {
  return `${(median(times) / 1000).toFixed(2)} s`;
}
