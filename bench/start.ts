import type { Row } from './row.ts';
import { beyond, timeCommands } from './time-commands.ts';

const ROUNDS = 21;

/** What it takes to begin, beyond node itself: the terminal's entry, and the action's with the libraries of every phase's output. */
export async function measureStart(): Promise<Row[]> {
  const [node = [], terminal = [], action = []] = await timeCommands(
    [
      [['node', '-e', '0']],
      [['node', 'dist/cli/index.js', '--version']],
      [
        [
          'node',
          '-e',
          "process.argv[2] = 'none'; process.on('exit', () => { process.exitCode = 0; }); require('./dist/main/index.js')",
        ],
      ],
    ],
    ROUNDS,
  );
  const row = (what: string, goal: number, times: readonly number[]): Row => ({
    what: `start of ${what}, beyond \`node -e 0\``,
    goal: `< ${goal} ms`,
    measured: `${beyond(times, node).toFixed(0)} ms`,
    peer: '',
    ratio: '',
    isMissed: false,
  });
  return [row('the terminal', 30, terminal), row('the action', 60, action)];
}
