/** Makes a stop that may be called again: it happens once, and all who called wait for it. */
export function stopOnce(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  return async () => {
    await (stopping ??= stop());
  };
}
