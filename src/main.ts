import { PlimsollError, wrapError } from './errors.ts';
import type { Environment } from './phase/environment.ts';
import { printNotes } from './publish/print-notes.ts';

/** The action's entry: `node dist/main/index.js plan|restore-mounts|merge|report|tags|save-mounts`, each a step of action.yml; `compare` and `comment` are the steps of compare/ and comment/. */
void start();

async function start(): Promise<void> {
  // Should a promise never settle, Node ends without a word.
  process.exitCode = 1;
  try {
    process.exitCode = (await run(process.argv[2] ?? '', process.env)) ? 1 : 0;
  } catch (thrown) {
    printNotes([wrapError('INTERNAL', 'Plimsoll itself failed; please report this', thrown)], 'error');
  }
}

/** Whether the job fails. */
async function run(phase: string, environment: Environment): Promise<boolean> {
  switch (phase) {
    case 'plan': {
      const { planBuild } = await import('./phase/plan.ts');
      await planBuild(environment);
      return false;
    }
    case 'restore-mounts': {
      const { restoreCacheMounts } = await import('./phase/restore-mounts.ts');
      await restoreCacheMounts(environment);
      return false;
    }
    case 'save-mounts': {
      const { saveCacheMounts } = await import('./phase/save-mounts.ts');
      await saveCacheMounts(environment);
      return false;
    }
    case 'merge': {
      const { mergeParts } = await import('./phase/merge.ts');
      await mergeParts(environment);
      return false;
    }
    case 'report': {
      const { reportBuild } = await import('./phase/report.ts');
      return await reportBuild(environment);
    }
    case 'tags': {
      const { tagBuild } = await import('./phase/tags.ts');
      return await tagBuild(environment);
    }
    case 'compare': {
      const { compareImages } = await import('./phase/compare.ts');
      return await compareImages(environment);
    }
    case 'comment': {
      const { commentReports } = await import('./phase/comment.ts');
      return await commentReports(environment);
    }
    default:
      throw new PlimsollError('USAGE', `there is no phase ${JSON.stringify(phase)}`, {
        hint: 'The phases are plan, restore-mounts, merge, report, tags and save-mounts, which action.yml calls, compare and comment.',
      });
  }
}
