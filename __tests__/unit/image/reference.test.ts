import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatReference, parseGivenReference, parseReference } from '../../../src/image/reference.ts';

const DIGEST = `sha256:${'f'.repeat(64)}`;
const HEX = '1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a';

describe('reference', () => {
  test.each([
    ['nginx', 'docker.io/library/nginx'],
    ['nginx:1.27', 'docker.io/library/nginx:1.27'],
    ['acme/api', 'docker.io/acme/api'],
    ['library/ubuntu', 'docker.io/library/ubuntu'],
    ['docker.io/foo', 'docker.io/library/foo'],
    ['docker.io/library/foo/bar', 'docker.io/library/foo/bar'],
    ['index.docker.io/foo', 'docker.io/library/foo'],
    ['index.docker.io/foo/bar', 'docker.io/foo/bar'],
    [`docker.io/${HEX}`, `docker.io/library/${HEX}`],
    // A lone name with a dot or a port is a repository of Docker Hub and a tag: Docker reads it so.
    ['test.com:5000', 'docker.io/library/test.com:5000'],
    ['192.168.1.1', 'docker.io/library/192.168.1.1'],
    ['foo_bar.com:8080', 'docker.io/library/foo_bar.com:8080'],
    ['foo/foo_bar.com:8080', 'docker.io/foo/foo_bar.com:8080'],
    ['test.com/repo:tag', 'test.com/repo:tag'],
    ['test:5000/repo', 'test:5000/repo'],
    ['localhost/debian', 'localhost/debian'],
    ['localhost:5000/debian', 'localhost:5000/debian'],
    // Upper case cannot be a namespace, so it is a host.
    ['LOCALDOMAIN/debian', 'LOCALDOMAIN/debian'],
    ['lowercase:Uppercase', 'docker.io/library/lowercase:Uppercase'],
    ['sub-dom1.foo.com/bar/baz/quux:some-long-tag', 'sub-dom1.foo.com/bar/baz/quux:some-long-tag'],
    ['192.168.1.1:5000/repo:5050', '192.168.1.1:5000/repo:5050'],
    ['[2001:db8::1]/repo', '[2001:db8::1]/repo'],
    ['[::1]:5000/repo:tag', '[::1]:5000/repo:tag'],
    [`xn--7o8h.com/my:xn--7o8h.com@${DIGEST}`, `xn--7o8h.com/my:xn--7o8h.com@${DIGEST}`],
    [`ghcr.io/acme/api@sha512:${'0'.repeat(128)}`, `ghcr.io/acme/api@sha512:${'0'.repeat(128)}`],
    ['dock__er/docker---rules', 'docker.io/dock__er/docker---rules'],
    ['ghcr.io/a.b_c__d-e/f:_', 'ghcr.io/a.b_c__d-e/f:_'],
    [`ghcr.io/${'a'.repeat(255)}:${'t'.repeat(128)}`, `ghcr.io/${'a'.repeat(255)}:${'t'.repeat(128)}`],
  ])('%s is %s', (text, expected) => {
    expect(formatReference(parseReference(text))).toBe(expected);
  });

  test('tells its parts', () => {
    expect(parseReference(`localhost:5000/acme/api:main@${DIGEST}`)).toEqual({
      registry: 'localhost:5000',
      repository: 'acme/api',
      tag: 'main',
      digest: DIGEST,
    });
    expect(parseReference('nginx')).toEqual({
      registry: 'docker.io',
      repository: 'library/nginx',
      tag: null,
      digest: null,
    });
  });

  test.each([
    ['', 'it is empty'],
    [':justtag', '"" is not a part'],
    [`@${DIGEST}`, '"" is not a part'],
    ['repo@sha256:ffff', '"sha256:ffff" is not a digest'],
    [`name@invaliddigest:${'f'.repeat(64)}`, 'is not a digest'],
    [`name@${DIGEST}@${DIGEST}`, 'is not a digest'],
    ['Uppercase:tag', '"library/Uppercase" has upper case'],
    ['ghcr.io/Acme/api', '"Acme/api" has upper case'],
    ['test:5000/Uppercase/lowercase:tag', 'has upper case'],
    [`ghcr.io/${'a'.repeat(256)}`, 'longer than 255'],
    [`a/${'a'.repeat(254)}`, 'longer than 255'],
    [`ghcr.io/a:${'t'.repeat(129)}`, 'is not a tag'],
    ['ghcr.io/a:', '"" is not a tag'],
    ['ghcr.io/a:.x', '".x" is not a tag'],
    ['ghcr.io/a:x y', '"x y" is not a tag'],
    ['ghcr.io/a:tag\n', '"tag\\n" is not a tag'],
    ['ghcr.io/a:b:c', '"b:c" is not a tag'],
    ['aa/asdf$$^/aa', '"asdf$$^" is not a part'],
    ['https://github.com/docker/docker', 'it is a URL'],
    ['-docker/docker', '"-docker" is not a part'],
    ['-docker.io/docker/docker', '"-docker.io" is not a registry'],
    ['docker///docker', '"" is not a part'],
    ['docker/', '"" is not a part'],
    ['/nginx', '"" is not a part'],
    ['docker-/docker', '"docker-" is not a part'],
    ['____/____', '"____" is not a part'],
    ['dock..er/docker', '"dock..er" is not a registry'],
    ['dock..er/docker', '"dock..er" is not a registry'],
    ['dock___er/docker', '"dock___er" is not a part'],
    ['[2001:db8::1]:5000', 'is not'],
    ['[fe80::1%eth0]:5000/repo', 'is not a registry'],
    ['fc00::1:5000/debian', 'is not a registry'],
    ['ghcr.io:99999/a', 'there is no port 99999'],
    [HEX, 'it is an image ID'],
    ['user:password@ghcr.io/acme/api', 'is not a registry'],
    ['ghcr.io/../../v2', '".." is not a part'],
    ['ghcr.io/a%2fb', 'is not a part'],
  ])('refuses %j: %s', (text, why) => {
    expect(() => parseReference(text)).toThrow(why);
    expect(() => parseReference(text)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test.each([
    'ghcr.io',
    'ghcr.io/',
    'ghcr.io:main',
    `ghcr.io@${DIGEST}`,
    'registry.example.com:5000',
    'localhost',
    'localhost:5000',
  ])('%s, where a person gives it, lacks a repository', (text) => {
    expect(() => parseGivenReference(text)).toThrow('there is no repository in it');
  });

  test.each(['nginx', 'nginx:1.27', 'registry:5000', 'ghcr.io/api', 'acme/a.b', `nginx@${DIGEST}`])(
    '%s, where a person gives it, is as Docker reads it',
    (text) => {
      expect(parseGivenReference(text)).toEqual(parseReference(text));
    },
  );

  test("print and parse are each other's inverse", () => {
    const characters = (set: string, options: { minLength: number; maxLength: number }) =>
      fc.string({ unit: fc.constantFrom(...set.split('')), ...options });
    const lower = 'abcxyz0189';
    const element = fc
      .tuple(
        characters(lower, { minLength: 1, maxLength: 6 }),
        fc.array(
          fc.tuple(fc.constantFrom('.', '_', '__', '-', '---'), characters(lower, { minLength: 1, maxLength: 4 })),
          { maxLength: 3 },
        ),
      )
      .map(([first, more]) => first + more.flat().join(''));
    const registry = fc.oneof(
      fc.constantFrom('docker.io', 'ghcr.io', 'localhost', 'localhost:5000', '[::1]:80', '10.0.0.1:1', 'GHCR.IO'),
      characters(lower, { minLength: 1, maxLength: 5 }).map((label) => `${label}.example:443`),
    );
    const tag = fc
      .tuple(
        characters('azAZ09_', { minLength: 1, maxLength: 1 }),
        characters('azAZ09_.-', { minLength: 0, maxLength: 127 }),
      )
      .map((parts) => parts.join(''));
    const digest = characters('0123456789abcdef', { minLength: 64, maxLength: 64 }).map((hex) => `sha256:${hex}`);
    fc.assert(
      fc.property(
        registry,
        fc.array(element, { minLength: 2, maxLength: 4 }),
        fc.option(tag),
        fc.option(digest),
        (host, path, label, hash) => {
          const text = `${host}/${path.join('/')}${label === null ? '' : `:${label}`}${hash === null ? '' : `@${hash}`}`;
          const reference = parseReference(text);
          expect(reference).toEqual({ registry: host, repository: path.join('/'), tag: label, digest: hash });
          expect(formatReference(reference)).toBe(text);
          expect(parseReference(formatReference(reference))).toEqual(reference);
        },
      ),
    );
  });

  test('whatever is given, it is a reference that prints and reads back, or a refusal of bounded length', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aA0.:/@_-[]% '.split('')), maxLength: 400 })),
        (text) => {
          let reference: ReturnType<typeof parseReference>;
          try {
            reference = parseReference(text);
          } catch (error) {
            expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(/^.{1,1500}$/su) });
            return;
          }
          expect(parseReference(formatReference(reference))).toEqual(reference);
        },
      ),
      { numRuns: 500 },
    );
  });
});
