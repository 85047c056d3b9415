/** A limit from the inputs, parsed. Bytes are integers; a percent is as written (`5` for `5%`). */
export interface Budget {
  kind: 'max-size' | 'max-increase';
  on: 'download' | 'disk';
  /** As the user wrote it, with the input's name: `max-increase: 5% and 1 MB`. */
  text: string;
  /** `null`: every platform that has no limit of its own. */
  platform: string | null;
  /** At least one is set; both set: over only when both are exceeded. `percent` is `null` for max-size. */
  bytes: number | null;
  percent: number | null;
}
