/** What became of a build's own context between two commits. Paths from its root, without a leading slash. Untrusted text. */
export interface ContextChanges {
  /** Files that differ. */
  readonly changed: readonly string[];
  /** Files and folders of which git does not tell, since they are not in the commits as they were built; '' for all of it. */
  readonly unknown: readonly string[];
}
