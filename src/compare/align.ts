/** Above so many cells of the table only what both sides begin and end with is paired: no image that a person built comes near. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs two lists like lines of a diff: the longest common subsequence under `equal`, and of those the one that takes
 * the earliest places. Gives index pairs, rising on both sides.
 */
export function align<A, B>(
  before: readonly A[],
  after: readonly B[],
  equal: (before: A, after: B) => boolean,
): [number, number][] {
  const width = after.length + 1;
  if ((before.length + 1) * width > MOST_CELLS) return alignEnds(before, after, equal);
  const isEqual = (row: number, column: number): boolean => {
    const a = before[row];
    const b = after[column];
    return a !== undefined && b !== undefined && equal(a, b);
  };
  // lengths[row * width + column]: the longest common subsequence of before[row..] and after[column..].
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] = isEqual(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    if (isEqual(row, column)) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function alignEnds<A, B>(
  before: readonly A[],
  after: readonly B[],
  equal: (before: A, after: B) => boolean,
): [number, number][] {
  const shorter = Math.min(before.length, after.length);
  const isEqual = (row: number, column: number): boolean => {
    const a = before[row];
    const b = after[column];
    return a !== undefined && b !== undefined && equal(a, b);
  };
  const head: [number, number][] = [];
  while (head.length < shorter && isEqual(head.length, head.length)) head.push([head.length, head.length]);
  const tail: [number, number][] = [];
  while (head.length + tail.length < shorter) {
    const row = before.length - 1 - tail.length;
    const column = after.length - 1 - tail.length;
    if (!isEqual(row, column)) break;
    tail.push([row, column]);
  }
  return [...head, ...tail.reverse()];
}
