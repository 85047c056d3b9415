import { formatBytes } from '../text/bytes.ts';
import { hashLines } from './line-hashes.ts';
import { describeSarifLog, type SarifResult } from './sarif-log.ts';
import { IMAGE_RULES } from '../../advice/image-rules.ts';
import type { ImageAdvice } from '../../advice/advise-image.ts';

/** Files of one finding; GitHub shows the first. */
const MOST_PLACES = 100;

export interface PlatformAdvice {
  readonly platform: string;
  readonly advice: readonly ImageAdvice[];
}

/** `inspect --advise --sarif`. Paths are from the root of the image; what several platforms have alike is one result. */
export function describeImageSarif(platforms: readonly PlatformAdvice[]) {
  const found = new Map<string, { one: ImageAdvice; on: string[] }>();
  for (const { platform, advice } of platforms) {
    for (const one of advice) {
      const key = JSON.stringify([one.rule.id, one.message, one.files.map(({ path }) => path)]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { one, on: [platform] });
      else known.on.push(platform);
    }
  }
  const results = [...found.values()].map(({ one, on }) =>
    describeResult(one, on.length === platforms.length ? [] : [`On ${on.join(', ')}.`]),
  );
  return describeSarifLog(IMAGE_RULES, results, 'ROOTPATH');
}

function describeResult({ rule, level, message, bytes, instead, files }: ImageAdvice, where: string[]): SarifResult {
  const [first = { path: '/' }] = files;
  return {
    rule,
    level,
    sentences: [message, ...(bytes === null ? [] : [`${formatBytes(bytes)} on disk.`]), ...where, instead],
    places: [first, ...files.slice(1, MOST_PLACES)].map(({ path }) => ({
      path: path.slice(1) || '.',
      startLine: 1,
      endLine: 1,
    })),
    // GitHub would look for the line in the repository.
    hash: hashLines(`${rule.id} ${first.path}`)[0] ?? null,
  };
}
