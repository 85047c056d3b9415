/** A shorter value is no secret, and stands in too many words by chance. */
const SHORTEST_VALUE = 4;

/**
 * A text of BuildKit's with the values of build arguments taken out: it writes them into the names of steps and into
 * some errors, and they may be secret. `RUN login hush-hush` -> `RUN login $TOKEN`.
 */
export function hideArguments(text: string, buildArguments: readonly { name: string; value: string }[]): string {
  return buildArguments
    .filter(({ value }) => value.length >= SHORTEST_VALUE)
    .toSorted((a, b) => b.value.length - a.value.length)
    .reduce((hidden, { name, value }) => hidden.replaceAll(value, () => `$${name}`), text);
}
