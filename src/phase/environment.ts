/** Environment variables of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;
