import { describe, expect, test } from '@jest/globals';
import { Util } from '@docker/actions-toolkit/lib/util.js';
import fc from 'fast-check';
import { parseList } from '../../../src/plan/csv.ts';
import { formatExporter, parseExporterOptions } from '../../../src/plan/exporter.ts';
import { planLabels } from '../../../src/plan/labels.ts';

/** What build-push-action makes of our values, read by the library that it is made of. */
const readLines = (text: string): string[] => Util.getList(text, { ignoreComma: true });
const readOutputs = (text: string): string[] => Util.getList(text, { ignoreComma: true, quote: false });

const event = { serverUrl: 'https://github.com', repository: 'acme/api' };

/** Labels as users write them, quoted where they need it. */
const key = fc.stringMatching(/^[a-z][a-z.-]{0,20}$/);
const value = fc.string({ unit: fc.constantFrom('a', ' ', ',', '=', '"', '\n', 'ü', '#', "'"), maxLength: 12 });
const label = fc.tuple(key, value).map(([name, text]) => ({ name, text: text.trim() }));
const quoted = ({ name, text }: { name: string; text: string }): string => `"${name}=${text.replaceAll('"', '""')}"`;

describe('build-push-action', () => {
  test('reads our labels, then those of the user, which win', () => {
    fc.assert(
      fc.property(fc.array(label), fc.constantFrom('\n', '\r\n', '\n\n'), (labels, between) => {
        const user = labels.map(quoted).join(between);
        const read = readLines(planLabels(event, 'a'.repeat(40), 0, user));
        expect(read.slice(0, 3)).toEqual([
          'org.opencontainers.image.source=https://github.com/acme/api',
          `org.opencontainers.image.revision=${'a'.repeat(40)}`,
          'org.opencontainers.image.created=1970-01-01T00:00:00Z',
        ]);
        expect(read.slice(3)).toEqual(readLines(user));
      }),
    );
  });

  test('hands our exporter to buildx as one value, as it is', () => {
    for (const options of [
      '',
      'compression=zstd,rewrite-timestamp=true',
      '"annotation.a=b,""c""",oci-mediatypes=true',
    ]) {
      const parsed = parseExporterOptions('exporter-options', options);
      for (const route of [
        { kind: 'none' },
        { kind: 'by-digest' },
        { kind: 'layout', folder: '/tmp/a,b c' },
      ] as const) {
        const exporter = formatExporter('ghcr.io/acme/api', route, parsed);
        expect(readOutputs(exporter)).toEqual([exporter]);
      }
    }
  });

  test('reads a list as we do', () => {
    const part = fc.constantFrom('linux/amd64', 'linux/arm/v7', ' ', '', 'ghcr.io/a/b:c');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.constantFrom(',', '\n', ', '))), (parts) => {
        const text = parts.flat().join('');
        expect(parseList(text)).toEqual(Util.getList(text).filter((item) => item !== ''));
      }),
    );
  });
});
