import { PlimsollError } from '../errors.ts';
import { parseBaselineInput } from './baseline-input.ts';
import { parseByteSize } from './byte-size.ts';
import { parseBoolean, parseBooleanOr, parseChoice } from './choice.ts';
import { parseExporterOptions } from './exporter.ts';
import { parseGivenTags } from './given-tags.ts';
import { environmentName, INPUT_TABLE } from './input-table.ts';
import { invalidInput } from './invalid-input.ts';
import { parseDigests } from './part.ts';
import { parseNoise } from './noise.ts';
import { parseBudgets } from './parse-budgets.ts';
import { parsePlatformList } from './platform-list.ts';
import { parseRepository } from './repository.ts';
import { makeUsage, parsePrice, parsePulls } from './usage.ts';
import { pairReports } from './vulnerability-files.ts';
import type { BaselineInput } from './baseline-input.ts';
import type { Budget } from './budget.ts';
import type { InputName } from './input-table.ts';
import type { Noise } from './noise.ts';
import type { Repository } from './repository.ts';
import type { AskedUsage } from './usage.ts';
import type { VulnerabilityFiles } from './vulnerability-files.ts';

const DRIVERS = ['docker-container', 'docker', 'kubernetes', 'remote', 'cloud'] as const;
const CACHES = ['auto', 'pr', 'read', 'false'] as const;
const DETAILS = ['auto', 'sizes', 'full'] as const;
const COMMENTS = ['auto', 'always', 'never', 'collect'] as const;

/** The inputs that the plan needs, checked. What only build-push-action reads is not here: it gets that as written. */
export interface Inputs {
  /** `null`: by the repository of the workflow. */
  image: Repository | null;
  /** `null`: the last element of the image's path. */
  name: string | null;
  login: boolean | 'auto';
  /** '' where none was given. */
  username: string;
  isPasswordGiven: boolean;
  /** A path or a Git URL, as written; '' is build-push-action's own Git context. */
  context: string;
  /** As written: build-push-action reads them. */
  file: string;
  target: string;
  /** Normalised; empty: what the builder builds by itself. */
  platforms: readonly string[];
  /** Whether other jobs build other platforms of the image. */
  partial: boolean;
  /** What other jobs have pushed, to be merged instead of a build; empty: this job builds. */
  digests: readonly string[];
  /** As written: build-push-action reads them. */
  labels: string;
  noCache: boolean;
  pull: boolean;
  /** Attributes of BuildKit's image exporter, `key=value`. */
  exporterOptions: readonly string[];
  /** Full references; `null`: by event. */
  tags: readonly string[] | null;
  push: boolean | 'auto';
  cache: (typeof CACHES)[number];
  /** `null`: the image's own repository. */
  cacheImage: Repository | null;
  /** As written; either one replaces what `cache` chooses. */
  cacheFrom: string;
  cacheTo: string;
  /** Whether the contents of `RUN --mount=type=cache` are carried from run to run. */
  cacheMounts: boolean;
  /** Name of an existing builder; '' where one is set up. */
  builder: string;
  driver: (typeof DRIVERS)[number];
  endpoint: string;
  /** Further nodes, YAML. */
  append: string;
  /** What else makes a builder, as written: two steps that say the same share one. */
  builderSettings: readonly string[];
  /** A release, or whatever else setup-buildx-action takes; '' for the machine's own. */
  buildxVersion: string;
  qemu: boolean | 'auto';
  baseline: BaselineInput;
  budgets: readonly Budget[];
  countDrift: boolean;
  noise: Noise;
  overrideLabel: string;
  details: (typeof DETAILS)[number];
  maxReadBytes: number;
  comment: (typeof COMMENTS)[number];
  report: boolean;
  /** `null`: what a month costs is not asked. */
  usage: AskedUsage | null;
  /** Reports of scanners; `null`: none. */
  vulnerabilities: VulnerabilityFiles | null;
  strict: boolean;
}

/**
 * The environment that action.yml gives a step to checked inputs. An empty input is one that was not given, but for
 * `context` and `platforms`, where build-push-action has a meaning for it. Throws `INPUT_INVALID` with every problem of
 * every input, a line each.
 */
export function parseInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const problems: PlimsollError[] = [];
  /** Goes on with the default after a problem, so that all problems are told at once. */
  function read<Value>(name: InputName, parse: (name: InputName, text: string) => Value): Value {
    const fallback = INPUT_TABLE[name].default;
    const given = environment[environmentName(name)] ?? fallback;
    try {
      return parse(name, given === '' && !hasMeaningEmpty(name) ? fallback : given);
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      problems.push(error);
      return parse(name, fallback);
    }
  }
  function readReports(): VulnerabilityFiles | null {
    const [baseline, head] = [read('baseline-vulnerabilities', parseLine), read('head-vulnerabilities', parseLine)];
    try {
      return pairReports({ baseline, head }, '');
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      problems.push(error);
      return null;
    }
  }
  function readUsage(): AskedUsage | null {
    const pulls = read('pulls', orNull(parsePulls));
    const [storage, transfer] = [read('price-storage', orNull(parsePrice)), read('price-transfer', orNull(parsePrice))];
    return pulls === null && storage === null && transfer === null ? null : makeUsage(pulls, storage, transfer);
  }
  const inputs: Inputs = {
    image: read('image', orNull(parseRepository)),
    name: read('name', orNull(parseName)),
    login: read('login', (name, text) => parseBooleanOr(name, text, ['auto'])),
    username: read('username', parseLine),
    isPasswordGiven: environment['PLIMSOLL_PASSWORD_GIVEN'] === 'true',
    context: read('context', (_, text) => text.trim()),
    file: read('file', asWritten),
    target: read('target', asWritten),
    platforms: read('platforms', parsePlatformList),
    partial: read('partial', parseBoolean),
    digests: read('digests', parseDigests),
    labels: read('labels', asWritten),
    noCache: read('no-cache', parseBoolean),
    pull: read('pull', parseBoolean),
    exporterOptions: read('exporter-options', parseExporterOptions),
    tags: read('tags', parseGivenTags),
    push: read('push', (name, text) => parseBooleanOr(name, text, ['auto'])),
    cache: read('cache', (name, text) =>
      parseChoice(name, /^\s*(?:False|FALSE)\s*$/.test(text) ? 'false' : text, CACHES),
    ),
    cacheImage: read('cache-image', orNull(parseRepository)),
    cacheFrom: read('cache-from', asWritten),
    cacheTo: read('cache-to', asWritten),
    cacheMounts: read('cache-mounts', parseBoolean),
    builder: read('builder', parseLine),
    driver: read('driver', (name, text) => parseChoice(name, text, DRIVERS)),
    endpoint: read('endpoint', asWritten),
    append: read('append', asWritten),
    builderSettings: (['driver-opts', 'buildkitd-flags', 'buildkitd-config', 'buildkitd-config-inline'] as const).map(
      (name) => read(name, asWritten),
    ),
    buildxVersion: read('buildx-version', parseLine),
    qemu: read('qemu', (name, text) => parseBooleanOr(name, text, ['auto'])),
    baseline: read('baseline', (name, text) => parseBaselineInput(name, text.trim())),
    budgets: (['max-size', 'max-increase', 'max-size-on-disk', 'max-increase-on-disk'] as const).flatMap((input) =>
      read(input, (_, text) => parseBudgets(input, text)),
    ),
    countDrift: read('count-drift', parseBoolean),
    noise: read('noise', parseNoise),
    overrideLabel: read('override-label', parseLine),
    details: read('details', (name, text) => parseChoice(name, text, DETAILS)),
    maxReadBytes: read('max-read', parseByteSize),
    comment: read('comment', (name, text) => parseChoice(name, text, COMMENTS)),
    report: read('report', parseBoolean),
    usage: readUsage(),
    vulnerabilities: readReports(),
    strict: read('strict', parseBoolean),
  };
  if (problems.length > 0) throw joinProblems(problems);
  return inputs;
}

function hasMeaningEmpty(name: InputName): boolean {
  return name === 'context' || name === 'platforms';
}

function asWritten(_: InputName, text: string): string {
  return text;
}

function parseLine(name: string, text: string): string {
  if (text.length > 255 || /\p{Cc}/u.test(text)) throw invalidInput(name, text, 'one line of at most 255 characters');
  return text.trim();
}

function parseName(name: string, text: string): string {
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(text)) {
    throw invalidInput(name, text, 'up to 63 of a-z, 0-9, ".", "_" and "-", a letter or digit first');
  }
  return text;
}

function orNull<Value>(parse: (name: string, text: string) => Value): (name: InputName, text: string) => Value | null {
  return (name, text) => (text.trim() === '' ? null : parse(name, text.trim()));
}

function joinProblems(problems: readonly PlimsollError[]): PlimsollError {
  const hints = problems.map(({ hint }) => hint).filter((hint) => hint !== '');
  return new PlimsollError('INPUT_INVALID', problems.map(({ message }) => message).join('\n'), {
    hint: hints.join('\n'),
  });
}
