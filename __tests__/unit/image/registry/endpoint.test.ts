import { describe, expect, test } from '@jest/globals';
import { registryOrigins } from '../../../../src/image/registry/endpoint.ts';

describe('registryOrigins', () => {
  test.each([
    ['ghcr.io', ['https://ghcr.io/']],
    ['docker.io', ['https://registry-1.docker.io/']],
    ['registry.example:5000', ['https://registry.example:5000/']],
    ['10.0.0.1:5000', ['https://10.0.0.1:5000/']],
    ['[2001:db8::1]:5000', ['https://[2001:db8::1]:5000/']],
    ['localhost', ['http://localhost/', 'https://localhost/']],
    ['127.0.0.1:5000', ['http://127.0.0.1:5000/', 'https://127.0.0.1:5000/']],
    ['[::1]:5000', ['http://[::1]:5000/', 'https://[::1]:5000/']],
    ['lab.example', ['https://lab.example/', 'http://lab.example/']],
  ])('%s is at %j', (registry, expected) => {
    expect(registryOrigins(registry, ['lab.example']).map(({ href }) => href)).toEqual(expected);
  });

  test('refuses what is no host', () => {
    expect(() => registryOrigins('[:::::]', [])).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
