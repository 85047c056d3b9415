import { fileURLToPath } from 'node:url';

import type { BaseName } from '../bases/base-images.ts';

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
  /** Where `before.Dockerfile` answers otherwise. */
  readonly questionsBefore?: readonly Question[];
  /** Where it is asked through a web server. */
  readonly isFastCgi?: boolean;
}

const TARGET = 'https://example.com/a';

/** A host that a build of Go has reached already. */
const OUTBOUND = '/?of=https://proxy.golang.org/';

const PRICES = JSON.stringify({ locale: 'de_DE', currency: 'EUR', prices: { Zwiebeln: 2, Äpfel: 1234.5 } });

const ORDER = JSON.stringify({ lines: [{ name: 'tea', price: 2.5, count: 5 }] });

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
  {
    name: 'go-scratch-tls',
    bases: ['golang:1.26-alpine', 'docker/dockerfile:1'],
    questions: [{ method: 'GET', path: OUTBOUND, status: 200, says: '"status":' }],
    questionsBefore: [
      { method: 'GET', path: OUTBOUND, status: 502, says: 'x509: certificate signed by unknown authority' },
    ],
  },
  {
    name: 'go-cgo-sqlite',
    bases: ['golang:1.26-bookworm', 'gcr.io/distroless/base-debian12:nonroot', 'docker/dockerfile:1'],
    questions: [
      { method: 'POST', path: '/', body: "it's kept", status: 201, says: '' },
      { method: 'GET', path: '/', status: 200, says: "1 it's kept" },
    ],
  },
  {
    name: 'node',
    bases: ['node:24.21-bookworm', 'node:24.21-bookworm-slim', 'docker/dockerfile:1'],
    questions: [
      { method: 'POST', path: '/', body: '{"markdown":"*a* <b>"}', status: 200, says: '<p><em>a</em> &lt;b&gt;</p>' },
      { method: 'POST', path: '/', body: '{}', status: 400, says: "must have required property 'markdown'" },
    ],
  },
  {
    name: 'java',
    bases: ['maven:3.9-eclipse-temurin-17', 'gcr.io/distroless/java17-debian13:nonroot', 'docker/dockerfile:1'],
    questions: [
      { method: 'POST', path: '/', body: ORDER, status: 200, says: '{"total":12.5}' },
      { method: 'POST', path: '/', body: '{"lines":[]}', status: 400, says: 'an order has lines' },
    ],
  },
  {
    name: 'python',
    bases: ['python:3.11-bookworm', 'python:3.11-slim-bookworm', 'docker/dockerfile:1'],
    questions: [
      { method: 'POST', path: '/', body: '[1, 2, 3, 4]', status: 200, says: '"mean":2.5' },
      { method: 'POST', path: '/', body: '["x"]', status: 400, says: 'a JSON list of numbers is wanted' },
    ],
  },
  {
    name: 'php',
    isFastCgi: true,
    bases: ['php:8.2-fpm', 'composer:2', 'composer:2.5', 'debian:bookworm-slim', 'docker/dockerfile:1'],
    questions: [
      {
        method: 'POST',
        path: '/',
        body: PRICES,
        status: 200,
        says: '["Äpfel: 1.234,50\u00a0€","Zwiebeln: 2,00\u00a0€"]',
      },
      { method: 'POST', path: '/', body: '[]', status: 400, says: 'a locale, a currency and prices are wanted' },
    ],
  },
];

export function findExample(name: string): Example {
  const found = EXAMPLES.find((example) => example.name === name);
  if (found === undefined) throw new Error(`there is no example ${name}`);
  return found;
}

/** Path of an example's folder. */
export function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
}
