/**
 * Shares `total` out in whole bytes, exactly in sum: each part by its own bytes times `ratio`, and what that leaves over
 * or lacks by the parts' weight. Where all parts grew, or all shrank, that is in proportion. Parts of nothing get nothing,
 * unless there is nothing else.
 */
export function shareOut(total: number, parts: readonly number[], ratio: number): number[] {
  const weight = parts.reduce((sum, part) => sum + Math.abs(part), 0);
  if (weight === 0) return parts.map((_, index) => (index === 0 ? total : 0));
  const left = total - parts.reduce((sum, part) => sum + part * ratio, 0);
  const exact = parts.map((part) => part * ratio + (left * Math.abs(part)) / weight);
  const shares = exact.map(Math.floor);
  // The largest remainders are rounded up.
  const missing = total - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, index) => ({ index, isNothing: parts[index] === 0, remainder: value - Math.floor(value) }))
    .sort((a, b) => Number(a.isNothing) - Number(b.isNothing) || b.remainder - a.remainder || a.index - b.index);
  const step = Math.sign(missing);
  for (let count = 0; count < Math.abs(missing); count++) {
    const index = order[count % order.length]?.index ?? 0;
    shares[index] = (shares[index] ?? 0) + step;
  }
  return shares;
}
