/** What shows that a build begins on a builder that has nothing yet: its cache mounts are empty then. */
export type FreshBuilder =
  /** Plimsoll set it up for this build, and takes it away afterwards. */
  | { readonly kind: 'own' }
  /** A workflow builds the Dockerfile on a machine that is new in each run. */
  | {
      readonly kind: 'workflow';
      readonly file: string;
      /** The action that builds, without its version. Untrusted text, as the file's name is. */
      readonly action: string;
      readonly runner: string;
    };
