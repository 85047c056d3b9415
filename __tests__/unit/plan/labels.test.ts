import { describe, expect, test } from '@jest/globals';
import { planLabels } from '../../../src/plan/labels.ts';

const event = { serverUrl: 'https://github.com', repository: 'Acme/api' };
const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const COMMIT = 'a'.repeat(40);

describe('planLabels', () => {
  test('says source, revision and time in seconds', () => {
    const { text, values } = planLabels(event, COMMIT, NOW_MS, '');
    expect(text.split('\n')).toEqual([
      'org.opencontainers.image.source=https://github.com/Acme/api',
      `org.opencontainers.image.revision=${COMMIT}`,
      'org.opencontainers.image.created=2026-01-02T03:04:05Z',
    ]);
    expect(Object.keys(values)).toHaveLength(3);
  });

  test('claims no revision that it does not know', () => {
    expect(planLabels(event, null, NOW_MS, '').text).not.toContain('revision');
  });

  test('hands the text of the user on byte for byte, after ours, and lets it win', () => {
    const user = 'org.opencontainers.image.source=https://example.com\r\n\r\n "a=b, ""c""\nd" \nflag\ne=f=g, h';
    const { text, values } = planLabels(event, null, NOW_MS, user);
    expect(text.endsWith(`\n${user}`)).toBe(true);
    expect(values).toEqual({
      'org.opencontainers.image.source': 'https://example.com',
      'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
      a: 'b, "c"\nd',
      flag: '',
      e: 'f=g, h',
    });
  });

  test('a label with the name of an inherited property is a label', () => {
    const { values } = planLabels(event, null, NOW_MS, '__proto__=x');
    expect(Object.hasOwn(values, '__proto__')).toBe(true);
  });
});
