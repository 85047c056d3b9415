/**
 * `+14 %`, `−3.2 %`, `+0.04 %`: a change as a share of what there was. `null` where that says nothing: without a
 * baseline, with an empty one, or where it would round to nothing. Never infinite, and never −100 % while something is left.
 */
export function formatPercent(change: number, baseline: number | null): string | null {
  if (baseline === null || baseline <= 0 || change === 0) return null;
  const percent = (Math.abs(change) / baseline) * 100;
  const digits = percentDigits(percent, change);
  if (digits === null) return null;
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${change < 0 ? '−' : '+'}${grouped}${fraction === undefined ? '' : `.${fraction}`} %`;
}

function percentDigits(percent: number, change: number): string | null {
  if (percent < 0.005) return null;
  if (percent < 0.095) return percent.toFixed(2);
  if (change < 0 && percent < 100 && percent >= 99) return Math.min(percent, 99.9).toFixed(1);
  return percent.toFixed(percent < 9.95 ? 1 : 0);
}
