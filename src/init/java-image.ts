import { PlimsollError } from '../errors.ts';

/** Releases with long support, which distroless has (https://github.com/GoogleContainerTools/distroless/tree/main/java). */
const RELEASES = [17, 21, 25] as const;

/** The release that a project asks for (`17`, `1.8`), or a later one with long support. Throws `INPUT_INVALID`. */
export function chooseJava(wanted: string | null): number {
  const [, text = '21'] = /^(?:1\.)?([0-9]{1,3})$/.exec(wanted ?? '') ?? [];
  const release = RELEASES.find((one) => one >= Number(text));
  if (release !== undefined) return release;
  throw new PlimsollError('INPUT_INVALID', `the project asks for Java ${text}`, {
    hint: `init writes for releases with long support, up to ${RELEASES.at(-1) ?? ''}.`,
  });
}

/** The JRE alone, started as nobody in particular. */
export function javaRuntime(release: number): string {
  return `gcr.io/distroless/java${release}-debian13:nonroot`;
}
