import type { Row } from './row.ts';
import { beyond, timeCommands } from './time-commands.ts';

const ROUNDS = 21;

/**
 * What it takes to begin, beyond node itself: the terminal's entry, and the action's with the libraries of every phase's output;
 * and all that `advise` takes on a folder with a Dockerfile that it finds something in.
 */
export async function measureStart(): Promise<Row[]> {
  const [node = [], terminal = [], action = [], advise = []] = await timeCommands(
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
      [['node', 'dist/cli/index.js', 'advise', 'examples/node/before.Dockerfile']],
    ],
    ROUNDS,
  );
  const row = (what: string, goal: number, times: readonly number[]): Row => ({
    what: `${what}, beyond \`node -e 0\``,
    goal: `< ${goal} ms`,
    measured: `${beyond(times, node).toFixed(0)} ms`,
    peer: '',
    ratio: '',
    isMissed: false,
  });
  return [
    row('start of the terminal', 30, terminal),
    row('start of the action', 60, action),
    row('advise on a folder', 300, advise),
  ];
}
