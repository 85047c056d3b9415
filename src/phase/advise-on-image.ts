import type { BuildAdvice } from './advise-on-build.ts';
import { orderFindings } from '../advice/order.ts';
import type { ChangeFinding, ReadSides } from '../advice/find-in-change.ts';
import type { ToldFinding } from '../compare/comparison.ts';

/**
 * What the rules find in the image, as far as its layers were read; nothing where they could not look. Never throws: an
 * image that we stumble over costs its findings, and not the comparison.
 */
export async function adviseOnImage(sides: ReadSides): Promise<readonly ChangeFinding[]> {
  if (sides.contents.size === 0) return [];
  try {
    const { findInChange } = await import('../advice/find-in-change.ts');
    return findInChange(sides);
  } catch {
    return [];
  }
}

/**
 * Findings in the Dockerfile (`null`: nobody told of it) and those in the image as one list, worst first. What the
 * Dockerfile tells already is not told of the image once more, nor what its comments silence.
 */
export function joinFindings(
  inDockerfile: ToldFinding[] | null,
  inImage: readonly ChangeFinding[],
  build: Pick<BuildAdvice, 'isSilenced'> | null,
): ToldFinding[] | null {
  const told = new Set(inDockerfile?.map(({ rule }) => rule));
  const more = inImage.filter(
    ({ advice: { rule }, source }) =>
      !rule.twins.some((id) => told.has(id)) && build?.isSilenced(rule.id, source?.line ?? null) !== true,
  );
  if (inDockerfile === null && more.length === 0) return null;
  return orderFindings([...more.map(tell), ...(inDockerfile ?? [])], ({ source }) => source?.line ?? 0);
}

function tell({ advice, files, isNew, source }: ChangeFinding): ToldFinding {
  const { rule, level, message, bytes, instead } = advice;
  return {
    rule: rule.id,
    level,
    title: rule.title,
    source,
    lastLine: source?.line ?? null,
    path: files[0]?.path ?? null,
    morePaths: Math.max(0, files.length - 1),
    message,
    instead,
    isNew,
    cost: bytes === null ? null : { when: 'pull', durationMs: null, bytes },
  };
}
