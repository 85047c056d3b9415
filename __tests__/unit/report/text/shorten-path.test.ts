import { expect, test } from '@jest/globals';
import { shortenPath } from '../../../../src/report/text/shorten-path.ts';

test('a long path keeps where it begins and its name', () => {
  const path = (name: string): string =>
    `/usr/src/app/node_modules/@opentelemetry/exporter-metrics-otlp-grpc/node_modules/@opentelemetry/otlp-transformer/build/esm/${name}.js`;
  const [one, other] = [path('root'), path('rest')].map((long) => shortenPath(long));
  expect(one).toBe(
    '/usr/src/app/node_modules/@opentelemetry/exporter-metrics-o…e_modules/@opentelemetry/otlp-transformer/build/esm/root.js',
  );
  expect(other).not.toBe(one);
});

test('a short path stays, and no character is halved', () => {
  expect(shortenPath('/a/b', 4)).toBe('/a/b');
  expect(shortenPath('/😀😀😀😀😀😀', 5)).toBe('/😀…😀😀');
  expect(shortenPath('/a/😀/😀', 7)).toBe('/a/…😀/😀');
});
