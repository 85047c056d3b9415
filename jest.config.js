import { spawnSync } from 'node:child_process';

const project = (name, rest = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: [`<rootDir>/__tests__/${name}/**/*.test.ts`],
  ...rest,
});

const onRealThings = { setupFilesAfterEnv: ['<rootDir>/__tests__/repeat-failures.ts'] };

export default {
  // A busy machine is no fault: what never ends is.
  testTimeout: 60_000,
  // Each file of tests starts an engine of its own; one that is there they would share, with its builder. Three at a time keep
  // two cores busy: a file often waits, for an engine, a builder or the network.
  maxWorkers: spawnSync('docker', ['version']).status === 0 ? 1 : 3,
  testSequencer: '<rootDir>/__tests__/longest-first.js',
  // Nothing is left open in it: the memory of a worker that has run two hundred files, a gigabyte and more, is taken apart.
  workerGracefulExitTimeout: 10_000,
  projects: [project('unit'), project('integration', onRealThings), project('e2e', onRealThings)],
};
