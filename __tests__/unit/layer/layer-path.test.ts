import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { normalizePath } from '../../../src/layer/layer-path.ts';

test('a path is normalised as POSIX has it from the root, or leads outside', () => {
  const part = fc.constantFrom('', '.', '..', '...', '.a', 'a.', 'b\n', 'ü', 'usr');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const walked: string[] = [];
      let isOutside = false;
      for (const name of parts.filter((name) => name !== '' && name !== '.')) {
        if (name !== '..') walked.push(name);
        else if (walked.pop() === undefined) isOutside = true;
      }
      const normalize = (): string => normalizePath(parts.join('/'), 'the layer');
      if (isOutside) expect(normalize).toThrow(PlimsollError);
      else expect(normalize()).toBe(`/${walked.join('/')}`);
    }),
  );
});
