import { invalidInput } from './invalid-input.ts';

const UNITS: Readonly<Record<string, bigint>> = {
  B: 1n,
  kB: 1_000n,
  MB: 1_000_000n,
  GB: 1_000_000_000n,
  KiB: 1n << 10n,
  MiB: 1n << 20n,
  GiB: 1n << 30n,
};

const FORM = /^(\d{1,16})(?:\.(\d{1,16}))?\s*([A-Za-z]{1,3})$/;

/** As a user is told of them. */
export const BYTE_UNITS = 'B, and kB, MB, GB of 10^3, or KiB, MiB, GiB of 2^10';

export const BYTE_SIZE_FORM = `a size with its unit, as in 20 MB or 1.5 MiB (${BYTE_UNITS})`;

/** `20 MB` to bytes, part of a byte dropped; exact, since `4.35 MB` is not what floating point makes of it. Throws `INPUT_INVALID`. */
export function parseByteSize(name: string, text: string): number {
  const bytes = readByteSize(text.trim());
  if (bytes === null) throw invalidInput(name, text, BYTE_SIZE_FORM);
  return bytes;
}

/** `null` where the text is no size. */
export function readByteSize(text: string): number | null {
  const [, whole, fraction = '', unit = ''] = FORM.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (whole === undefined || factor === undefined) return null;
  const bytes = (BigInt(whole + fraction) * factor) / 10n ** BigInt(fraction.length);
  return bytes <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(bytes) : null;
}
