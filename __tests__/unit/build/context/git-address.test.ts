import { expect, test } from '@jest/globals';
import { parseGitAddress } from '../../../../src/build/context/git-address.ts';

const REPOSITORY = 'github.com/acme/api.git';

test.each<[string, string | null, string]>([
  [`https://${REPOSITORY}`, '', ''],
  [`https://${REPOSITORY}#refs/pull/1/merge`, 'refs/pull/1/merge', ''],
  [`https://${REPOSITORY}#main:cmd/api`, 'main', 'cmd/api'],
  [`https://${REPOSITORY}#:/cmd/`, '', 'cmd'],
  [`https://x:y@${REPOSITORY}#main`, 'main', ''],
  [`git://${REPOSITORY}#v1`, 'v1', ''],
  [`ssh://git@${REPOSITORY}#v1`, 'v1', ''],
  ['git@github.com:acme/api.git#v1:a', 'v1', 'a'],
  [`${REPOSITORY}#v1`, 'v1', ''],
  [`https://${REPOSITORY}?ref=main&subdir=a`, null, ''],
])('%s', (text, ref, folder) => {
  expect(parseGitAddress(text)).toEqual({ repository: REPOSITORY, ref, folder });
});

test('keeps a port, and takes what is no address as it is', () => {
  expect(parseGitAddress('git://127.0.0.1:9418/a#b').repository).toBe('127.0.0.1:9418/a');
  expect(parseGitAddress('')).toEqual({ repository: '', ref: '', folder: '' });
});
