import { describe, expect, test } from '@jest/globals';
import { renderFailedBuild } from '../../../../src/report/timing/failed-build.ts';

const step = {
  name: 'RUN go build',
  platform: 'linux/arm64',
  source: { file: 'Dockerfile', line: 14 },
  lines: ['main.go:3: undefined: x', 'exit status 1'],
};

describe('a build that failed', () => {
  test('is told with its line, its step and what it printed last', () => {
    expect(renderFailedBuild('api', step)).toEqual({
      annotation:
        'api: the build failed at Dockerfile:14 RUN go build on linux/arm64\nmain.go:3: undefined: x\nexit status 1',
      summary: `❌ **api: the build failed at <code>Dockerfile:14</code> <code>RUN go build</code> on <code>linux/arm64</code>**

<pre>main.go:3: undefined: x
exit status 1</pre>
`,
    });
  });

  test('that stands in no line and printed nothing says what is known', () => {
    const bare = { ...step, platform: null, source: null, lines: [] };
    expect(renderFailedBuild('api', bare)).toEqual({
      annotation: 'api: the build failed at RUN go build',
      summary: '❌ **api: the build failed at <code>RUN go build</code>**\n',
    });
  });

  test('gives no command and no markup away', () => {
    const lines = ['::error::x', '</pre><script>', '@octocat', '##[error]y', '\u001B[31mred\u001B[0m'];
    const { annotation, summary } = renderFailedBuild('api', { ...step, name: '</code>**`x`', lines });
    expect(annotation).not.toMatch(/^\s*::|##\[|\u001B/m);
    expect(summary).not.toMatch(/<script|@octocat|`|<\/code>\*\*`/);
    expect(summary.match(/<\/pre>/g)).toHaveLength(1);
  });
});
