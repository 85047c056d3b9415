import { readRoot, type ReadRoot } from '../../../../src/compare/read-root.ts';
import { file } from '../layer-fixture.ts';

/** One layer with files, and what is kept of them by path; not whole: over another one that was not read. */
export function makeSide(texts: ReadonlyMap<string, string>, isWhole = true): ReadRoot {
  const entries = [...texts.keys()].map((path) => file(path));
  const byHash = new Map([...texts].map(([path, text]) => [`content of ${path}`, text]));
  return readRoot([...(isWhole ? [] : [null]), { entries, texts: byHash }]);
}
