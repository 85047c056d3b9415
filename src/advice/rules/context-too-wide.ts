import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { joinPath } from '../../dockerfile/paths.ts';
import type { Rule } from '../rule.ts';
import type { NeedlessFolder } from '../../dockerfile/build-context.ts';

/** Found where the context is copied whole, and holds folders here that no image needs. */
export const contextTooWide: Rule = {
  id: 'context-too-wide',
  level: 'medium',
  title: 'The build context lets in what no image needs',
  why: 'Everything that .dockerignore does not leave out is sent to the builder and copied by COPY . .: the layer grows, and is built again when a file in it changes that the build does not read.',
  instead: 'Name it in .dockerignore.',
  check: ({ context, needed, stepsOf, dockerfile }) => {
    const [largest] = context?.needless ?? [];
    if (context === null || largest === undefined) return [];
    const [found] = needed
      .flatMap((stage) => stepsOf(stage).filter((one) => one.stage === stage))
      .flatMap((one) => {
        const copy = readCopied(one, dockerfile.escape);
        const isWhole =
          copy?.from === null &&
          copy.sources.some(isWholeContext) &&
          !one.instruction.flags.some(({ name }) => name === 'exclude');
        return isWhole ? [{ instruction: one.instruction, target: copy.target }] : [];
      });
    if (found === undefined) return [];
    const { line, lastLine } = found.instruction;
    const folders = context.needless.flatMap(({ path }) => joinPath(found.target, path) ?? []);
    const list = context.needless.map(describe).join(', ');
    const which =
      context.ignoreFile === null ? 'There is no .dockerignore' : `${context.ignoreFile} does not leave it out`;
    return [
      {
        line,
        lastLine,
        message: `All of the context is copied, with ${list}. ${which}.`,
        instead: `Put into ${context.ignoreFile ?? '.dockerignore'}: ${context.needless.map(({ path }) => path).join(' ')}`,
        patch: null,
        // Of a stage that is not shipped the image has no layer, and a clean checkout has no such folder.
        paid: { kind: 'files', line, folders },
      },
    ];
  },
};

function describe({ path, bytes, isMore }: NeedlessFolder): string {
  return `${path} (${isMore ? 'more than ' : ''}${(bytes / 1e6).toFixed(1)} MB here)`;
}
