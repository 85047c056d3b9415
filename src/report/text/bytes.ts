const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** The minus of typography: a hyphen before a number is easily overlooked. */
const MINUS = '−';

/** `12.3 MB`: decimal units as budgets are written, one decimal below 100, none from there on. */
export function formatBytes(bytes: number): string {
  const sign = bytes < 0 ? MINUS : '';
  let value = Math.abs(bytes);
  let unit = 0;
  // What would round to 1000 of a unit is 1.0 of the next.
  while (value >= (unit === 0 ? 1000 : 999.5) && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${sign}${value.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** `+1.9 MB`, `−1.9 MB`, `0 B`. */
export function formatByteChange(bytes: number): string {
  return bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}

/** `12,300,001 B`: to the byte, where rounding would hide what matters. */
export function formatExactBytes(bytes: number): string {
  const digits = String(Math.abs(bytes)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${bytes < 0 ? MINUS : ''}${digits} B`;
}
