import { describe, expect, test } from '@jest/globals';
import { planEmulation } from '../../../src/plan/emulation.ts';
import type { Inputs } from '../../../src/plan/inputs.ts';

const auto = {
  qemu: 'auto',
  platforms: ['linux/amd64', 'linux/arm64'],
  driver: 'docker-container',
  builder: '',
  append: '',
  endpoint: '',
} as const satisfies Partial<Inputs>;

describe('planEmulation', () => {
  test.each<[string, Partial<Inputs>, string, string[] | null]>([
    ['a foreign platform', {}, 'amd64', ['arm64']],
    ['on the other machine', {}, 'arm64', ['amd64']],
    ['the docker driver', { driver: 'docker' }, 'amd64', ['arm64']],
    ['own platforms only', { platforms: ['linux/amd64', 'linux/386'] }, 'amd64', null],
    ['a variant of its own', { platforms: ['linux/amd64/v3'] }, 'amd64', null],
    ['32-bit ARM on arm64', { platforms: ['linux/arm64', 'linux/arm/v7', 'linux/arm/v6'] }, 'arm64', ['arm']],
    ['Windows, which nothing emulates', { platforms: ['windows/arm64'] }, 'amd64', null],
    ['remote', { driver: 'remote' }, 'amd64', null],
    ['kubernetes', { driver: 'kubernetes' }, 'amd64', null],
    ['cloud', { driver: 'cloud' }, 'amd64', null],
    ['an existing builder', { builder: 'mine' }, 'amd64', null],
    ['appended nodes', { append: '- endpoint: ssh://arm' }, 'amd64', null],
    ['an engine elsewhere', { endpoint: 'ssh://me@arm.example.com' }, 'amd64', null],
    ['an engine on this machine by address', { endpoint: 'tcp://127.0.0.1:2375' }, 'amd64', ['arm64']],
    ['qemu: true on a remote driver', { qemu: true, driver: 'remote' }, 'amd64', ['arm64']],
    ['qemu: false', { qemu: false }, 'amd64', null],
  ])('%s', (_, inputs, architecture, architectures) => {
    expect(planEmulation({ ...auto, ...inputs }, architecture)).toEqual({
      enabled: architectures !== null,
      architectures: architectures ?? [],
    });
  });
});
