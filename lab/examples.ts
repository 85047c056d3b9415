import { fileURLToPath } from 'node:url';

import type { BaseName } from './base-images.ts';

/** A request to a service, and what it must answer. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly status: number;
  /** Part of the body, or of the `Location` of a redirect. */
  readonly says: string;
}

/** A folder of examples/ that has a `Dockerfile` and a `before.Dockerfile`. */
export interface Example {
  readonly name: string;
  /** What both files name in FROM and `# syntax`. */
  readonly bases: readonly BaseName[];
  readonly questions: readonly Question[];
}

const TARGET = 'https://example.com/a';

export const EXAMPLES: readonly Example[] = [
  {
    name: 'go-static',
    bases: ['golang:1.26', 'golang:1.26-alpine', 'gcr.io/distroless/static-debian12:nonroot', 'docker/dockerfile:1'],
    questions: [
      { method: 'POST', path: '/', body: JSON.stringify({ url: TARGET }), status: 201, says: '{"code":"Lc4KTFBE"}' },
      { method: 'GET', path: '/Lc4KTFBE', status: 302, says: TARGET },
      { method: 'POST', path: '/', body: '{"url":"javascript:alert(1)"}', status: 400, says: 'no http address' },
      { method: 'GET', path: '/metrics', status: 200, says: 'links_visits_total 1' },
    ],
  },
];

/** Path of an example's folder. */
export function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
}
