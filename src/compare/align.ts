/** Above so many cells of the table only what both sides begin and end with is paired: no image that a person built comes near. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs two lists like lines of a diff: the longest common subsequence of equal keys, and of those the one that takes
 * the earliest places. `null` is equal to nothing. Gives index pairs, rising on both sides.
 */
export function align(before: readonly (string | null)[], after: readonly (string | null)[]): [number, number][] {
  const [rows, columns] = numberKeys(before, after);
  if ((rows.length + 1) * (columns.length + 1) > MOST_CELLS) return alignEnds(rows, columns);
  const width = columns.length + 1;
  // lengths[row * width + column]: the longest common subsequence of rows[row..] and columns[column..].
  const lengths = new Uint32Array((rows.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows.length - 1; row >= 0; row--) {
    for (let column = columns.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        rows[row] === columns[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < rows.length && column < columns.length) {
    if (rows[row] === columns[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Keys as numbers, which are quick to compare. */
function numberKeys(before: readonly (string | null)[], after: readonly (string | null)[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberBy = (absent: number) => (key: string | null) => {
    if (key === null) return absent;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return [Int32Array.from(before, numberBy(-1)), Int32Array.from(after, numberBy(-2))];
}

function alignEnds(rows: Int32Array, columns: Int32Array): [number, number][] {
  const shorter = Math.min(rows.length, columns.length);
  const head: [number, number][] = [];
  while (head.length < shorter && rows[head.length] === columns[head.length]) head.push([head.length, head.length]);
  const tail: [number, number][] = [];
  while (head.length + tail.length < shorter) {
    const row = rows.length - 1 - tail.length;
    const column = columns.length - 1 - tail.length;
    if (rows[row] !== columns[column]) break;
    tail.push([row, column]);
  }
  return [...head, ...tail.reverse()];
}
