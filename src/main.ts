import { PlimsollError, wrapError } from './errors.ts';
import type { Environment } from './phase/environment.ts';
import { printNotes } from './publish/print-notes.ts';

/** The action's entry: `node dist/main/index.js plan|merge|report|tags`, each a step of action.yml; `compare` and `comment` are the steps of compare/ and comment/. */
try {
  await run(process.argv[2] ?? '', process.env);
} catch (thrown) {
  printNotes([wrapError('INTERNAL', 'Plimsoll itself failed; please report this', thrown)], 'error');
  process.exitCode = 1;
}

async function run(phase: string, environment: Environment): Promise<void> {
  switch (phase) {
    case 'plan': {
      const { planBuild } = await import('./phase/plan.ts');
      await planBuild(environment);
      return;
    }
    case 'merge': {
      const { mergeParts } = await import('./phase/merge.ts');
      await mergeParts(environment);
      return;
    }
    case 'report': {
      const { reportBuild } = await import('./phase/report.ts');
      if (await reportBuild(environment)) process.exitCode = 1;
      return;
    }
    case 'tags': {
      const { tagBuild } = await import('./phase/tags.ts');
      if (await tagBuild(environment)) process.exitCode = 1;
      return;
    }
    case 'compare': {
      const { compareImages } = await import('./phase/compare.ts');
      if (await compareImages(environment)) process.exitCode = 1;
      return;
    }
    case 'comment': {
      const { commentReports } = await import('./phase/comment.ts');
      if (await commentReports(environment)) process.exitCode = 1;
      return;
    }
    default:
      throw new PlimsollError('USAGE', `there is no phase ${JSON.stringify(phase)}`, {
        hint: 'The phases are plan, merge, report and tags, which action.yml calls, compare and comment.',
      });
  }
}
