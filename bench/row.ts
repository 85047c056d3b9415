/** A goal of the benchmark and what was measured, as text for a table; '' where there is no peer. */
export interface Row {
  what: string;
  goal: string;
  measured: string;
  peer: string;
  ratio: string;
  /** Only for what is counted: time on a shared machine proves nothing. */
  isMissed: boolean;
}
