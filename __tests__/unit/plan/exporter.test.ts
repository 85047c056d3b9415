import { describe, expect, test } from '@jest/globals';
import { formatExporter, parseExporterOptions } from '../../../src/plan/exporter.ts';

describe('parseExporterOptions', () => {
  test('takes lines, commas and quotes', () => {
    expect(
      parseExporterOptions('exporter-options', 'compression=zstd, rewrite-timestamp=true\n"annotation.x=a,b"\n'),
    ).toEqual(['compression=zstd', 'rewrite-timestamp=true', 'annotation.x=a,b']);
    expect(parseExporterOptions('exporter-options', '')).toEqual([]);
  });

  test.each(['push=true', 'name=x', 'type=oci', 'push-by-digest=false', 'Push=true', 'dest=/tmp/x', 'a=b\nname=x'])(
    'keeps %j for itself',
    (text) => {
      expect(() => parseExporterOptions('exporter-options', text)).toThrow(
        /^exporter-options: got .* which Plimsoll sets/,
      );
    },
  );

  test.each(['compression', '=zstd', 'a b=c', 'x"y=z'])('refuses %j', (text) => {
    expect(() => parseExporterOptions('exporter-options', text)).toThrow(/^exporter-options: got /);
  });
});

describe('formatExporter', () => {
  const options = ['compression=zstd', 'annotation.x=a,b'];

  test('leaves the image in the builder', () => {
    expect(formatExporter('ghcr.io/acme/api', { kind: 'none' }, options)).toBe(
      'type=image,name=ghcr.io/acme/api,push=false,compression=zstd,"annotation.x=a,b"',
    );
  });

  test('writes it into a folder, whatever its name is', () => {
    expect(formatExporter('ghcr.io/acme/api', { kind: 'layout', folder: '/tmp/a, b' }, options)).toBe(
      'type=oci,"dest=/tmp/a, b",tar=false,compression=zstd,"annotation.x=a,b"',
    );
  });

  test('pushes by digest', () => {
    expect(formatExporter('ghcr.io/acme/api', { kind: 'by-digest' }, [])).toBe(
      'type=image,name=ghcr.io/acme/api,push-by-digest=true,name-canonical=true,push=true',
    );
  });

  test('pushes by the names of build-push-action where the driver knows no push by digest', () => {
    const note = { code: '', message: '', hint: '' };
    expect(formatExporter('ghcr.io/acme/api', { kind: 'by-tag', tags: ['ghcr.io/acme/api:main'], note }, [])).toBe(
      'type=image,push=true',
    );
  });
});
