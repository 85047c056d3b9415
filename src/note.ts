/** Something the reader must know. `code` is for scripts; `message` and `hint` are plain English, and whatever in them came from outside is untrusted text until it is encoded. */
export interface Note {
  code: string;
  message: string;
  /** What to do about it; '' where there is nothing to do. */
  hint: string;
}
