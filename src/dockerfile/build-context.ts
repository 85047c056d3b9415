/** What is known of the folder that a build is given. */
export interface BuildContext {
  /** The file that says what is left out of it; `null` where there is none. */
  readonly ignoreFile: string | null;
  /** Its text; `null` where there is none. */
  readonly ignoreText: string | null;
  /** Files and folders at its top that are not left out. */
  readonly names: ReadonlySet<string>;
  /** Texts of small files at its top, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Folders in it that no image needs, largest first. */
  readonly needless: readonly NeedlessFolder[];
}

export interface NeedlessFolder {
  readonly path: string;
  readonly bytes: number;
  /** Whether there was more than was counted. */
  readonly isMore: boolean;
}
