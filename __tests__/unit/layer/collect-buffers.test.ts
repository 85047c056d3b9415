import { expect, test } from '@jest/globals';
import { collectBuffers } from '../../../src/layer/collect-buffers.ts';

const MIB = 1024 * 1024;

test('buffers that are done with do not pile up', () => {
  // What other tests left is not ours.
  for (let round = 0; round < 4; round += 1) collectBuffers(4 * MIB);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let piece = 0; piece < 400; piece += 1) {
    collectBuffers(Buffer.allocUnsafeSlow(MIB / 4).length);
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  expect(most - before).toBeLessThan(24 * MIB);
});
