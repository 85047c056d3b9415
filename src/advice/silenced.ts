import type { Dockerfile } from '../dockerfile/dockerfile.ts';

const IGNORE = /^plimsoll:\s*ignore=([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*$/i;

/** Whether a comment right above the line, or above the instruction that the line is in, silences the rule. */
export function isSilenced({ comments, stages, globals }: Dockerfile, id: string, line: number): boolean {
  const instruction = [...globals, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])].find(
    (one) => one.line <= line && line <= one.lastLine,
  );
  return [line, instruction?.line ?? line].some((start) => {
    for (let above = start - 1; ; above--) {
      const comment = comments.get(above);
      if (comment === undefined) return false;
      if (names(comment, id)) return true;
    }
  });
}

/** Whether any comment does: of what is found in the image, nobody may know the line. */
export function isSilencedAnywhere({ comments }: Dockerfile, id: string): boolean {
  return [...comments.values()].some((comment) => names(comment, id));
}

function names(comment: string, id: string): boolean {
  const ids = IGNORE.exec(comment.trim())?.[1]?.split(/\s*,\s*/) ?? [];
  return ids.some((one) => one.toLowerCase() === id);
}
