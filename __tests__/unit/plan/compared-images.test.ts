import { describe, expect, test } from '@jest/globals';
import { parseCompareInputs } from '../../../src/plan/compare-inputs.ts';
import { environmentName } from '../../../src/plan/input-table.ts';
import { listComparedImages } from '../../../src/plan/compared-images.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const event = parseEvent(
  { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'Acme/API', GITHUB_REF: 'refs/heads/main' },
  parseEventPayload(null),
);

function list(inputs: Readonly<Record<string, string>>) {
  const environment = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [environmentName(name), value]));
  return listComparedImages(parseCompareInputs(environment), event);
}

const made = (targets: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(targets).map(([name, image]) => [name, { 'containerimage.digest': DIGEST, 'image.name': image }]),
    ),
  );

describe('listComparedImages', () => {
  test.each<[Readonly<Record<string, string>>, string, string, object]>([
    [{ image: 'quay.io/acme/web:1' }, 'web', 'quay.io/acme/web', { kind: 'registry', reference: 'quay.io/acme/web:1' }],
    [
      { image: 'nginx' },
      'nginx',
      'docker.io/library/nginx',
      { kind: 'registry', reference: 'docker.io/library/nginx:latest' },
    ],
    [{ image: DIGEST }, 'api', 'ghcr.io/acme/api', { kind: 'registry', reference: `ghcr.io/acme/api@${DIGEST}` }],
    [
      { image: DIGEST, name: 'web' },
      'web',
      'ghcr.io/acme/api/web',
      { kind: 'registry', reference: `ghcr.io/acme/api/web@${DIGEST}` },
    ],
    [{ image: 'build:', builder: 'mine' }, 'api', 'ghcr.io/acme/api', { kind: 'local', text: 'build:mine/' }],
    [{ image: 'build:' }, 'api', 'ghcr.io/acme/api', { kind: 'local', text: 'build:' }],
    [
      { image: 'oci:out', baseline: 'localhost:5000/x/web:main' },
      'web',
      'localhost:5000/x/web',
      { kind: 'local', text: 'oci:out' },
    ],
  ])('%j is %s in %s', (inputs, name, repository, place) => {
    expect(list(inputs)).toEqual([{ name, repository, place }]);
  });

  test('targets of bake are called as bake calls them, in their own repositories', () => {
    const metadata = made({ web: 'quay.io/acme/web:pr', Jobs_2: '' });
    expect(list({ metadata }).map(({ name, repository }) => [name, repository])).toEqual([
      ['web', 'quay.io/acme/web'],
      ['jobs_2', 'ghcr.io/acme/api/jobs_2'],
    ]);
    const reports = { 'baseline-vulnerabilities': 'a.json', 'head-vulnerabilities': 'b.json' };
    expect(() => list({ metadata, ...reports })).toThrow(/a report is on one image, and "metadata" has 2/);
    expect(list({ metadata, name: 'eu' }).map(({ name }) => name)).toEqual(['eu-web', 'eu-jobs_2']);
  });

  test('one target is an image like any other', () => {
    const [image] = list({ metadata: made({ default: 'quay.io/acme/web:pr' }) });
    expect(image).toMatchObject({ name: 'web', repository: 'quay.io/acme/web' });
  });

  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{}, /^image, metadata: neither is given/],
    [{ image: 'nginx', metadata: made({ web: '' }) }, /^image, metadata: both are given/],
    [{ metadata: made({ web: '', Web: '' }) }, /^metadata: more than one target is called "web"/],
    [{ metadata: made({ web: '', __: '' }) }, /^metadata: got "__"/],
    [{ image: 'https://ghcr.io/acme/api' }, /^image: got "https/],
    [{ image: 'nginx', 'max-size': '5 parsecs', noise: 'loud' }, /max-size: got "5 parsecs"[^]*noise: got "loud"/],
  ])('refuses %j', (inputs, message) => {
    expect(() => list(inputs)).toThrow(message);
  });
});
