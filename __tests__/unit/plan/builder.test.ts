import { describe, expect, test } from '@jest/globals';
import { planBuilder } from '../../../src/plan/builder.ts';
import { parseRunner } from '../../../src/plan/runner.ts';

const inputs = {
  builder: '',
  driver: 'docker-container',
  builderSettings: ['', ''],
  endpoint: '',
  append: '',
} as const;

describe('planBuilder', () => {
  test('two steps of a job share one, and other settings or another job have another', () => {
    const name = planBuilder(inputs, 'job').name;
    expect(name).toMatch(/^plimsoll-[0-9a-f]{12}$/);
    expect(planBuilder({ ...inputs }, 'job')).toEqual({ name, isSetUp: true, driver: 'docker-container' });
    const others = [
      planBuilder(inputs, 'other'),
      planBuilder({ ...inputs, driver: 'docker' }, 'job'),
      planBuilder({ ...inputs, builderSettings: ['x', ''] }, 'job'),
      planBuilder({ ...inputs, builderSettings: ['', 'x'] }, 'job'),
      planBuilder({ ...inputs, endpoint: 'x' }, 'job'),
      planBuilder({ ...inputs, append: 'x' }, 'job'),
    ].map((builder) => builder.name);
    expect(new Set([name, ...others]).size).toBe(7);
  });

  test('an existing builder is used as it is', () => {
    expect(planBuilder({ ...inputs, builder: 'mine' }, 'job')).toMatchObject({ name: 'mine', isSetUp: false });
  });
});

describe('parseRunner', () => {
  test.each([
    [{ RUNNER_ARCH: 'X64' }, 'arm64', 'amd64'],
    [{ RUNNER_ARCH: 'ARM64' }, 'x64', 'arm64'],
    [{}, 'x64', 'amd64'],
    [{}, 'arm64', 'arm64'],
    [{}, 's390x', 's390x'],
  ])("%j on Node's %s is %s", (environment, fallback, architecture) => {
    expect(parseRunner(environment, fallback).architecture).toBe(architecture);
  });

  test('jobs of one matrix on one machine are told apart', () => {
    const job = { GITHUB_RUN_ID: '1', GITHUB_JOB: 'build' };
    expect(parseRunner({ ...job, RUNNER_NAME: 'a' }, 'x64').job).not.toBe(
      parseRunner({ ...job, RUNNER_NAME: 'b' }, 'x64').job,
    );
  });
});
