import fc from 'fast-check';
import type { ServerResponse } from 'node:http';
import type { SeenRequest } from '../image/registry/stub-server.ts';

/** What a server does instead of its duty. */
export type Fault =
  | { kind: 'right' }
  | { kind: 'status'; status: number; body: string; headers: Record<string, string> }
  | { kind: 'garbage'; body: string; type: string }
  | { kind: 'cut' | 'trickle' | 'stall' | 'drop' | 'lie' | 'huge-headers' | 'endless-pages' }
  | { kind: 'redirect'; status: number; to: string };

const PLACES = [
  'http://10.0.0.1/latest',
  'http://169.254.169.254/latest/meta-data',
  'http://[fd00::1]/',
  'file:///etc/passwd',
  'STRANGER/x',
  'LOOP',
  '//',
];

export const faultArbitrary: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'right' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      status: fc.integer({ min: 400, max: 599 }),
      body: fc.constantFrom(
        '',
        '<html>Whoa there!</html>',
        '{"errors":[{"code":"DENIED","message":"::error::no"}]}',
        '{"message":"secondary rate limit"}',
      ),
      headers: fc.constantFrom<Record<string, string>>(
        {},
        { 'retry-after': '0' },
        { 'retry-after': '99999' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' },
        { 'www-authenticate': 'Bearer realm="http://registry.example/token",service="x"' },
        { 'www-authenticate': 'Basic realm="x"' },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('garbage'),
      body: fc.oneof(fc.json(), fc.string({ maxLength: 200 })),
      type: fc.constantFrom('application/json', 'application/vnd.oci.image.index.v1+json', 'text/html'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('cut', 'trickle', 'stall', 'drop', 'lie', 'huge-headers', 'endless-pages'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('redirect'),
      status: fc.constantFrom(301, 302, 303, 307, 308),
      to: fc.constantFrom(...PLACES),
    }),
  },
);

/** Answers as a fault says; `right` is what there is to say otherwise, `stranger` another server's address. */
export function answerFaultily(
  fault: Fault,
  request: SeenRequest,
  response: ServerResponse,
  { stranger, right }: { stranger: string; right: (response: ServerResponse) => void },
): void {
  switch (fault.kind) {
    case 'right':
      right(response);
      return;
    case 'status': {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    case 'garbage':
      response.writeHead(200, { 'content-type': fault.type }).end(fault.body);
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"tags":["a"', () => response.destroy());
      return;
    case 'trickle': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => {
        clearInterval(timer);
      });
      return;
    }
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      return;
    case 'drop':
      response.destroy();
      return;
    case 'lie': {
      const end = response.end.bind(response);
      Object.assign(response, { end: (body?: string | Uint8Array) => end(Buffer.from(body ?? '').fill(0x20)) });
      right(response);
      return;
    }
    case 'huge-headers':
      response.writeHead(200, { 'x-much': 'a'.repeat(100_000) }).end('{}');
      return;
    case 'endless-pages': {
      const link = `<${request.path.split('?')[0] ?? ''}?page=${Math.random()}>; rel="next"`;
      response.writeHead(200, { 'content-type': 'application/json', link }).end('{"tags":["a"]}');
      return;
    }
    case 'redirect': {
      const location = fault.to.replace('STRANGER', stranger).replace('LOOP', request.path);
      response.writeHead(fault.status, { location }).end();
      return;
    }
  }
}
