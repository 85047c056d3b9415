import { describe, expect, test } from '@jest/globals';
import { planLabels } from '../../../src/plan/labels.ts';

const event = { serverUrl: 'https://github.com', repository: 'Acme/api' };
const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const COMMIT = 'a'.repeat(40);

describe('planLabels', () => {
  test('says source, revision and time in seconds', () => {
    const text = planLabels(event, COMMIT, NOW_MS, '');
    expect(text.split('\n')).toEqual([
      'org.opencontainers.image.source=https://github.com/Acme/api',
      `org.opencontainers.image.revision=${COMMIT}`,
      'org.opencontainers.image.created=2026-01-02T03:04:05Z',
    ]);
  });

  test('claims no revision that it does not know', () => {
    expect(planLabels(event, null, NOW_MS, '')).not.toContain('revision');
  });

  test('hands the text of the user on byte for byte, after ours', () => {
    const user = 'org.opencontainers.image.source=https://example.com\r\n\r\n "a=b, ""c""\nd" \nflag\ne=f=g, h';
    const text = planLabels(event, null, NOW_MS, user);
    expect(text.endsWith(`\n${user}`)).toBe(true);
  });
});
