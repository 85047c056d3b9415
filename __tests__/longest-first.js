import TestSequencer from '@jest/test-sequencer';

/** Minutes, most of all where no base is made yet; Jest, which has timed nothing there, goes by the size of a file. */
const LONGEST = ['/integration/examples.test.ts', '/integration/init.test.ts'];

/** Jest's own order, but for those that would begin last and then run alone, on one core: what takes seconds ends the run. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      if (LONGEST.some((name) => path.endsWith(name))) return 0;
      return path.includes('/__tests__/unit/') ? 2 : 1;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
