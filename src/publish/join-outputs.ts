import { joinLines } from './join-lines.ts';
import type { ReportOutputs } from './report-outputs.ts';
import { decideVerdict } from '../compare/verdict.ts';
import type { Comparison } from '../compare/comparison.ts';

/** The outputs of several images as one: the overall verdict, the numbers of the one that grew most, and of texts a line each. */
export function joinOutputs(
  images: readonly { outputs: ReportOutputs; comparison: Pick<Comparison, 'verdict'> }[],
): ReportOutputs {
  const outputs = images.map((image) => image.outputs);
  const lines = (name: keyof ReportOutputs): string => joinLines(outputs.map((one) => one[name]));
  const [grown] = outputs.toSorted((a, b) => readNumber(b['size-change']) - readNumber(a['size-change']));
  const [longest] = outputs.toSorted((a, b) => readNumber(b['build-duration']) - readNumber(a['build-duration']));
  return {
    reference: lines('reference'),
    pushed: String(outputs.every(({ pushed }) => pushed === 'true')),
    verdict: decideVerdict(images.map(({ comparison }) => comparison.verdict)),
    size: grown?.size ?? '',
    'size-change': grown?.['size-change'] ?? '',
    'size-change-percent': grown?.['size-change-percent'] ?? '',
    'build-duration': longest?.['build-duration'] ?? '',
    baseline: lines('baseline'),
    'comparison-file': lines('comparison-file'),
    'comment-file': lines('comment-file'),
    'report-file': lines('report-file'),
    'collected-file': lines('collected-file'),
    // One comment has a section of each.
    'comment-url': outputs.find((one) => one['comment-url'] !== '')?.['comment-url'] ?? '',
  };
}

/** What is not known is less than any change. */
function readNumber(text: string): number {
  return text === '' ? -Number.MAX_VALUE : Number(text);
}
