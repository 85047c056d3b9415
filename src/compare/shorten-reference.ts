/** `docker.io/library/debian:12` as a FROM says it: `debian:12`. */
export function shortenReference(reference: string): string {
  return reference.replace(/^docker\.io\/(?:library\/)?(?=.)/, '');
}
