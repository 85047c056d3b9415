import { formatPlatform, normalizePlatform } from '../../image/platform.ts';

/** What the name of a Dockerfile's vertex says: `[linux/amd64->arm64 build 4/6] RUN go build`. */
export interface StepName {
  /** Normalised platform that the step is for; `null` in a single-platform build. */
  platform: string | null;
  /** Normalised platform that it runs on: what stands before the arrow; `null` in a single-platform build. */
  runsOn: string | null;
  /** `null` for the only stage of a Dockerfile, when that has no name. */
  stage: string | null;
  /** Place in the stage, from 1; FROM counts. */
  place: number;
  /** `RUN go build`, as BuildKit writes it; untrusted text. */
  instruction: string;
  /** Whether it is RUN, COPY, ADD or WORKDIR: what a cache can hold. */
  isCacheable: boolean;
}

/** BuildKit's `prefixCommand`: a platform has a slash, which a stage's name cannot have; the place is padded with blanks. */
const FORM = /^\[(?:([^\s\]/]+\/[^\s\]]+) )?(?:([^\s\]/]+) )?\s*(\d{1,5})\/\d{1,5}\] (\S[^]*)$/;
const CACHEABLE = /^(?:ONBUILD )?(?:RUN|COPY|ADD|WORKDIR)(?:\s|$)/;

/** `null` where the vertex is no instruction: `[internal] load build context`, `[auth] …`, `exporting to image`. */
export function parseStepName(name: string): StepName | null {
  const [, platform, stage, place, instruction] = FORM.exec(name) ?? [];
  if (place === undefined || instruction === undefined) return null;
  return {
    platform: platform === undefined ? null : readPlatform(platform),
    runsOn: platform === undefined ? null : readPlatform(platform.replace(/->.*$/, '')),
    stage: stage ?? null,
    place: Number(place),
    instruction: instruction.trim(),
    isCacheable: CACHEABLE.test(instruction),
  };
}

/** Behind the arrow stands what a cross build is for: `linux/amd64->arm/v7`, `linux/amd64->windows/amd64` where the system differs. */
function readPlatform(text: string): string {
  const [build = '', target] = text.split('->');
  const own = build.split('/');
  const words = target?.split('/') ?? own;
  const isWhole = target === undefined || (words.length > 1 && !/^v\d/.test(words[1] ?? ''));
  const [os = '', architecture = '', variant] = isWhole ? words : [own[0], ...words];
  // `windows(10.0.17763)`: the version is no part of the name here.
  return formatPlatform(normalizePlatform({ os: os.replace(/\(.*$/, ''), architecture, variant: variant ?? null }));
}
