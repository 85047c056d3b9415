import { expect, test } from '@jest/globals';

// link-in-turn.js
test('two modules that share others can be imported at once', async () => {
  const [comparing, inspecting] = await Promise.all([
    import('../../src/command/compare.ts'),
    import('../../src/command/inspect.ts'),
  ]);
  expect([typeof comparing.runCompare, typeof inspecting.runInspect]).toEqual(['function', 'function']);
});
