import { describe, expect, test } from '@jest/globals';
import { formatHelp } from '../../../src/command/help.ts';
import { COMMAND_NAMES, listCommandsWith, OPTION_NAMES } from '../../../src/command/options.ts';

describe('the help', () => {
  test('names every command, and the options that all have', () => {
    const help = formatHelp(null);
    for (const name of COMMAND_NAMES) expect(help).toContain(`\n  ${name}`);
    expect(help).toContain('\n  -q, --quiet    no notes and no progress\n');
    expect(help).not.toContain('--max-size LIMIT ');
  });

  test.each(COMMAND_NAMES)('of %s has its options, and no others', (command) => {
    const help = formatHelp(command);
    for (const option of OPTION_NAMES) {
      expect([option, new RegExp(`^ .*--${option}(?: [A-Z]+)?  `, 'm').test(help)]).toEqual([
        option,
        listCommandsWith(option).includes(command),
      ]);
    }
    expect(help).toMatch(new RegExp(`^Usage: plimsoll ${command} `));
    expect(help).toContain(`Examples:\n  plimsoll ${command}`);
  });

  test('fits a terminal of 120 columns', () => {
    for (const command of [null, ...COMMAND_NAMES]) {
      expect(
        Math.max(
          ...formatHelp(command)
            .split('\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(120);
    }
  });

  test('says what an image may be, to who is to name one', () => {
    expect(formatHelp('inspect')).toContain('\nREF is one of:\n  registry/name:tag@digest ');
    expect(formatHelp('compare')).toContain('\nBASELINE or HEAD is one of:\n');
    expect(formatHelp('advise')).toContain('\nREF is one of:\n');
    expect(formatHelp('init')).not.toContain('registry/name');
    expect(formatHelp('timeline')).toContain('\nBUILD is build:[BUILDER/][ID]');
    expect(formatHelp('record')).toContain('\nREF is registry/name:tag@digest, ');
  });

  test('says how a command ends, and of 1 only where it can', () => {
    expect(formatHelp(null)).toContain('0 fine, 1 over a budget or a finding of --fail-on, 2 wrong use,');
    expect(formatHelp('compare')).toContain('0 fine, 1 over a budget, 2 wrong use,');
    expect(formatHelp('advise')).toContain('0 fine, 1 a finding of --fail-on, 2 wrong use,');
    expect(formatHelp('timeline')).toContain('0 fine, 2 wrong use,');
  });
});
