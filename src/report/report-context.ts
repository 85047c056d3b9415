/** What a report says that the comparison does not hold: where and for whom it is made. Texts are untrusted. */
export interface ReportContext {
  /** A pull request's `change`, which is under review, or a `build` of what is merged, tagged or lies at home. */
  subject: 'change' | 'build';
  /** What the baseline's column is called: `main`, `v1.2.3`. `null`: "the baseline". */
  baselineTitle: string | null;
  /** Which commit was wanted as the baseline, as the end of a sentence: `the parent of this merge`. */
  baselineWhy: string | null;
  /** Head of the pull request; `null` elsewhere, then the comparison's own commit is named. */
  headSha: string | null;
  run: { number: number; url: string } | null;
  /** Label that would lift a broken budget; `null` where none can. */
  overrideLabel: string | null;
  /** Who put it there; `null` where it is not there, or nobody tells. */
  overriddenBy: string | null;
  /** Below both, there is nothing to say. */
  noise: { bytes: number; percent: number };
}
