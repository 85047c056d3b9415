import { describe, expect, test } from '@jest/globals';
import { findEmulated, isEmulatedOn } from '../../../../src/build/steps/find-emulated.ts';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { encodeProvenance } from '../make-provenance.ts';

const exec = { exec: { mounts: [] } };
const on = (Architecture: string, Variant?: string): unknown => ({ OS: 'linux', Architecture, Variant });

function find(builderPlatform: unknown, platforms: readonly unknown[]): Map<string, boolean> {
  const steps = platforms.map((platform) => ({ op: exec, platform }));
  const made = encodeProvenance({ steps: [...steps, { op: {}, inputs: ['step0:0'] }], builderPlatform });
  return findEmulated(parseProvenance(made, 'p'));
}

describe('what ran by emulation', () => {
  test('is what ran on another architecture than the builder has', () => {
    expect([...find('linux/amd64', [on('amd64'), on('arm64', 'v8'), on('386'), on('s390x')])]).toEqual([
      ['sha256:0', false],
      ['sha256:1', true],
      ['sha256:2', false],
      ['sha256:3', true],
    ]);
  });

  test('is left open where that depends on the processor, or nothing is told', () => {
    expect(find('linux/arm64', [on('arm', 'v7'), undefined, { OS: 1 }])).toEqual(new Map());
    expect(find(undefined, [on('arm64')])).toEqual(new Map());
    expect(find(7, [on('arm64')])).toEqual(new Map());
    expect(find('no such platform at all', [on('arm64')])).toEqual(new Map());
  });

  test('is told by names too', () => {
    expect(isEmulatedOn('linux/arm64', 'linux/amd64')).toBe(true);
    expect(isEmulatedOn('linux/amd64', 'linux/amd64')).toBe(false);
    expect(isEmulatedOn('windows/arm64', 'linux/amd64')).toBeNull();
    expect(isEmulatedOn(null, 'linux/amd64')).toBeNull();
    expect(isEmulatedOn('linux/amd64', null)).toBeNull();
  });
});
