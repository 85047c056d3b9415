#!/usr/bin/env node
import { parseArguments } from './command/arguments.ts';
import { isCommand } from './command/options.ts';
import { openTerminal } from './command/terminal.ts';
import { assertNever, wrapError } from './errors.ts';
import { VERSION } from './version.ts';

/** The terminal's entry. Exit codes: 0 fine, 1 over a budget or a finding of `--fail-on`, 2 wrong use, 3 could not be done. */
const terminal = openTerminal(process);
void start();

async function start(): Promise<void> {
  // Should a promise never settle, Node ends without a word.
  process.exitCode = 3;
  try {
    // At once: what was printed is written, and taking a heap apart takes its time.
    process.exit(await run(process.argv.slice(2)));
  } catch (thrown) {
    const { code, message, hint } = wrapError('INTERNAL', 'Plimsoll itself failed; please report this', thrown);
    const isWrongUse = code === 'USAGE' || code === 'INPUT_INVALID';
    const command = process.argv.slice(2).find(isCommand);
    const help = `See "plimsoll ${command === undefined ? '' : `${command} `}--help".`;
    const advice = hint === '' && isWrongUse ? help : hint;
    await terminal.tell(`plimsoll: ${message}`);
    if (advice !== '') await terminal.tell(advice);
    // Not later: the other side may still be read.
    process.exit(isWrongUse ? 2 : 3);
  }
}

async function run(words: readonly string[]): Promise<number> {
  const asked = parseArguments(words);
  switch (asked.kind) {
    case 'help': {
      const { formatHelp } = await import('./command/help.ts');
      await terminal.print(formatHelp(asked.command));
      return 0;
    }
    case 'version':
      await terminal.print(`${VERSION}\n`);
      return 0;
    case 'compare': {
      endWhenInterrupted();
      const { runCompare } = await import('./command/compare.ts');
      return await runCompare(asked, terminal);
    }
    case 'inspect': {
      endWhenInterrupted();
      const { runInspect } = await import('./command/inspect.ts');
      return await runInspect(asked, terminal);
    }
    case 'record': {
      endWhenInterrupted();
      const { runRecord } = await import('./command/record.ts');
      return await runRecord(asked, terminal);
    }
    case 'timeline': {
      endWhenInterrupted();
      const { runTimeline } = await import('./command/timeline.ts');
      return await runTimeline(asked, terminal);
    }
    case 'advise': {
      endWhenInterrupted();
      const { runAdvise } = await import('./command/advise.ts');
      return await runAdvise(asked, terminal);
    }
    case 'init': {
      endWhenInterrupted();
      const { runInit } = await import('./command/init.ts');
      return await runInit(asked, terminal);
    }
    case 'demo': {
      const { runDemo } = await import('./command/demo.ts');
      return await runDemo(process.argv[1] ?? '');
    }
    default:
      return assertNever(asked);
  }
}

function endWhenInterrupted(): void {
  process.once('SIGINT', () => {
    terminal.erase();
    process.exit(130);
  });
}
