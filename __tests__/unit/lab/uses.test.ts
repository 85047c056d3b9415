import { expect, test } from '@jest/globals';

import { listUses } from '../../../lab/runner/uses.ts';

test('what steps use is found in every way to write it, each once', () => {
  const yaml = `
jobs:
  a:
    steps:
      - uses: actions/checkout@v7
      - name: quoted
        uses: "docker/login-action@dbcb813" # v4.6.0
      - { uses: 'acme/plimsoll/compare@v1', with: { image: x } }
      - uses: actions/checkout@v7
      - uses: ./
      - uses: docker://alpine:3
      - run: echo uses it
      # - uses: not/this@v1
`;
  expect(listUses(yaml)).toStrictEqual([
    'actions/checkout@v7',
    'docker/login-action@dbcb813',
    'acme/plimsoll/compare@v1',
    './',
  ]);
});
