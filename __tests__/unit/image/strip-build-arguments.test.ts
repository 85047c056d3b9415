import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stripBuildArguments } from '../../../src/image/strip-build-arguments.ts';

describe('stripBuildArguments', () => {
  test.each([
    ['RUN /bin/sh -c go build # buildkit', 'RUN /bin/sh -c go build # buildkit'],
    ['COPY /a /b # buildkit', 'COPY /a /b # buildkit'],
    ['RUN |1 GIT_SHA=abc /bin/sh -c go build # buildkit', 'RUN /bin/sh -c go build # buildkit'],
    ['RUN |1 GREETING=hello wide world /bin/sh -c go build', 'RUN /bin/sh -c go build'],
    ['RUN |2 A=x=1 y=2 B=3 z /bin/sh -c make', 'RUN /bin/sh -c make'],
    ['RUN |1 EMPTY= /bin/sh -c make', 'RUN /bin/sh -c make'],
    ['|0 /bin/sh -c make', '/bin/sh -c make'],
    ['|1 A=b /bin/sh -c #(nop) make', '/bin/sh -c #(nop) make'],
    ['RUN |1 A=b c /bin/bash -o pipefail -c make | tee log', 'RUN /bin/bash -o pipefail -c make | tee log'],
    ['RUN |1 A=b /bin/bash -euxo pipefail -c make', 'RUN /bin/bash -euxo pipefail -c make'],
    ['RUN |1 A=b /bin/ash -eo pipefail -c make', 'RUN /bin/ash -eo pipefail -c make'],
    ['RUN |1 A=b cmd /S /C dir', 'RUN cmd /S /C dir'],
    ['RUN |1 A=b powershell.exe -NoProfile -Command dir', 'RUN powershell.exe -NoProfile -Command dir'],
    ['RUN |1 A=b C:\\Windows\\System32\\cmd.exe /C dir', 'RUN C:\\Windows\\System32\\cmd.exe /C dir'],
    ['RUN |1 A=b /bin/busybox sh -c make', 'RUN /bin/busybox sh -c make'],
    // The first shell after the last name: what follows belongs to the command.
    ['RUN |1 A=b /bin/sh -c su app -s /bin/sh -c id', 'RUN /bin/sh -c su app -s /bin/sh -c id'],
    // A shell before the last name belongs to a value.
    ['RUN |2 A=/bin/sh -c x B=2 /bin/sh -c make', 'RUN /bin/sh -c make'],
    ['RUN |1 A=sh /bin/sh -c make', 'RUN /bin/sh -c make'],
    ['RUN |1 A=line 1\nline 2 /bin/sh -c make\nmore', 'RUN /bin/sh -c make\nmore'],
    // Without a shell nothing tells a value from the command.
    ['RUN |1 TOKEN=a b c /app/setup --now # buildkit', 'RUN …'],
    ['RUN |3 A=b /bin/sh -c make', 'RUN …'],
    ['RUN |1 A=b sh is not followed by an option', 'RUN …'],
  ])('%j is %j', (createdBy, expected) => {
    expect(stripBuildArguments(createdBy, [])).toBe(expected);
  });

  test("goes by the image's own shell, too", () => {
    const shell = ['/usr/bin/env', 'python3', '-c'];
    expect(stripBuildArguments('RUN |1 A=b c /usr/bin/env python3 -c print()', shell)).toBe(
      'RUN /usr/bin/env python3 -c print()',
    );
    expect(stripBuildArguments('RUN |1 A=b c /bin/sh -c make', shell)).toBe('RUN /bin/sh -c make');
  });

  test('no value is left, whatever it is', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !/\bsh\b/.test(text));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const names = values.map((text, place) => `ARG_${place}=${text}`).join(' ');
        expect(stripBuildArguments(`RUN |${values.length} ${names} /bin/sh -c make`, [])).toBe('RUN /bin/sh -c make');
      }),
    );
  });

  test('a long text takes time in proportion', () => {
    const hostile = `RUN |9999 ${'sh -o '.repeat(100_000)}${'a'.repeat(500_000)}`;
    expect(stripBuildArguments(hostile, [])).toBe('RUN …');
  });
});
