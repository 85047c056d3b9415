import { describe, expect, test } from '@jest/globals';
import { findFailedStep } from '../../../../src/build/steps/failed-step.ts';

const encode = (text: string): string => Buffer.from(text).toString('base64');
const facts = {
  name: '[linux/amd64 build 3/3] RUN make TOKEN=hush-hush',
  logs: ['make: hush-hush', 'boom'],
  sources: encode('s.Dockerfile:4\n--------------------\n   3 |     RUN echo fine\n   4 | >>> RUN make\n'),
  isInline: false,
};

describe('the step that a build failed at', () => {
  test('has its instruction, platform, line and last lines, without the values of build arguments', () => {
    expect(findFailedStep(facts, [{ name: 'SECRET', value: 'hush-hush' }])).toEqual({
      name: 'RUN make TOKEN=$SECRET',
      platform: 'linux/amd64',
      source: { file: 's.Dockerfile', line: 4 },
      lines: ['make: $SECRET', 'boom'],
    });
  });

  test('of a Dockerfile that is no file stands in none, whatever BuildKit calls it', () => {
    const sources = encode('Dockerfile:2\n--------------------\n   2 | >>> RUN make\n');
    expect(findFailedStep({ ...facts, sources, isInline: true }, [])?.source).toEqual({
      file: 'inline Dockerfile',
      line: 2,
    });
    expect(findFailedStep({ ...facts, sources: '', isInline: true }, [])?.source).toBeNull();
  });

  test('keeps what a step prints within bounds', () => {
    const logs = Array.from({ length: 50 }, (_, place) => `${place}${'x'.repeat(9000)}`);
    const { lines = [] } = findFailedStep({ ...facts, logs }, []) ?? {};
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^49x{398}$/);
  });

  test.each(['', encode('Dockerfile'), encode('Dockerfile:0\n---'), encode('a\nb:3\n---'), '%%%', encode('\u0000')])(
    'has no line where none is said: %j',
    (sources) => {
      expect(findFailedStep({ ...facts, sources }, [])?.source).toBeNull();
    },
  );

  test('that is no instruction is called as BuildKit calls it; of none nothing is said', () => {
    const name = '[internal] load metadata for docker.io/library/nothing:latest';
    expect(findFailedStep({ ...facts, name, logs: [] }, [])).toMatchObject({ name, platform: null, lines: [] });
    expect(findFailedStep({ ...facts, name: '' }, [])).toBeNull();
  });
});
