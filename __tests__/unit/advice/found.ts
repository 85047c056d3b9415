import { parsed } from '../dockerfile/parsed.ts';
import { advise, type Advice } from '../../../src/advice/advise.ts';
import type { FreshBuilder } from '../../../src/advice/fresh-builder.ts';
import type { BuildContext } from '../../../src/dockerfile/build-context.ts';

export interface Known {
  /** Texts of files at the top of the context; without it, nothing is known of a context. */
  files?: Record<string, string>;
  platforms?: readonly string[];
  needless?: BuildContext['needless'];
  ignoreFile?: string;
  freshBuilder?: FreshBuilder;
}

/** What is found in a Dockerfile, with what is known of its build. */
export function adviseOn(
  text: string,
  { files, platforms = [], needless = [], ignoreFile, freshBuilder }: Known = {},
): Advice[] {
  const dockerfile = parsed(text);
  const target = dockerfile.stages.at(-1);
  if (target === undefined) throw new Error('there is no stage');
  const context =
    files === undefined
      ? null
      : {
          ignoreFile: ignoreFile ?? null,
          ignoreText: null,
          names: new Set(Object.keys(files)),
          texts: new Map(Object.entries(files)),
          needless,
        };
  return advise(dockerfile, target, { platforms, context, freshBuilder: freshBuilder ?? null }, new Set());
}

/** `id:line` of each finding, worst first. */
export function found(text: string, known: Known = {}): string[] {
  return adviseOn(text, known).map(({ rule, line }) => `${rule.id}:${line}`);
}
