import { jest } from '@jest/globals';

/**
 * Real engines, registries and runners on a machine that others use too: a failure counts when it repeats. The first is printed
 * all the same, and is to be looked into.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
