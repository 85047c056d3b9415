import { isDigest, type Digest } from './digest.ts';
import { PlimsollError } from '../errors.ts';

/** Where an image is in a registry, in whole: what Docker leaves out is filled in. Made by `parseReference` only. */
export interface Reference {
  /** With the port, as it was written: `ghcr.io`, `localhost:5000`, `[::1]:5000`; `docker.io` for Docker Hub under any of its names. */
  readonly registry: string;
  /** `library/nginx` for `nginx`. */
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: Digest | null;
}

/** Text longer than any reference is not looked at. */
const LONGEST = 2048;
const LONGEST_REPOSITORY = 255;

const LABEL = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
const PATH_ELEMENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;

/**
 * Text to reference, by the grammar of distribution/reference and with Docker's reading of short names (`nginx` is
 * `docker.io/library/nginx`). No tag is made up: `latest` is the caller's to choose. Throws `INPUT_INVALID`, naming the
 * text and what is wrong in it. Takes time linear in the length of the text.
 */
export function parseReference(text: string): Reference {
  if (text === '') throw refuse(text, 'it is empty');
  if (text.length > LONGEST) throw refuse(text, 'it is too long');
  if (text.includes('://')) throw refuse(text, 'it is a URL', 'Leave the scheme out.');
  if (/^[0-9a-f]{64}$/.test(text)) throw refuse(text, 'it is an image ID', 'Name the repository before it.');

  const { registry, rest } = splitRegistry(text);
  const at = rest.indexOf('@');
  const named = at === -1 ? rest : rest.slice(0, at);
  const colon = named.indexOf(':');
  const path = colon === -1 ? named : named.slice(0, colon);
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;

  checkRegistry(text, registry);
  checkRepository(text, repository);
  return {
    registry,
    repository,
    tag: colon === -1 ? null : checkTag(text, named.slice(colon + 1)),
    digest: at === -1 ? null : checkDigest(text, rest.slice(at + 1)),
  };
}

/** A registry alone, or a tag. */
const NO_REPOSITORY = /^(?:localhost|[^/:@.]*\.[^/:@]*)(?:[:@][^/]*)?\/?$/;

/** As `parseReference`, of what a person gives: for Docker `ghcr.io` alone is an image of its Hub, and nobody means that. */
export function parseGivenReference(text: string): Reference {
  if (NO_REPOSITORY.test(text)) throw refuse(text, 'there is no repository in it');
  return parseReference(text);
}

/** In whole: `docker.io/library/nginx:1.27@sha256:…`. */
export function formatReference({ registry, repository, tag, digest }: Reference): string {
  return `${registry}/${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`;
}

/** What stands before the first slash is a registry when it cannot be a namespace of Docker Hub. */
function splitRegistry(text: string): { registry: string; rest: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const isRegistry = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
  if (!isRegistry) return { registry: 'docker.io', rest: text };
  return { registry: first === 'index.docker.io' ? 'docker.io' : first, rest: text.slice(slash + 1) };
}

function checkRegistry(text: string, registry: string): void {
  const match = HOST.exec(registry);
  if (match === null) throw refuse(text, `${quote(registry)} is not a registry's host`);
  if (match[1] !== undefined && Number(match[1]) > 65535) throw refuse(text, `there is no port ${match[1]}`);
}

function checkRepository(text: string, repository: string): void {
  if (repository !== repository.toLowerCase()) {
    throw refuse(text, `the repository ${quote(repository)} has upper case`, 'Repositories are in lower case.');
  }
  if (repository.length > LONGEST_REPOSITORY) {
    throw refuse(text, `the repository's name is longer than ${LONGEST_REPOSITORY} characters`);
  }
  for (const element of repository.split('/')) {
    if (!PATH_ELEMENT.test(element)) throw refuse(text, `${quote(element)} is not a part of a repository's name`);
  }
}

function checkTag(text: string, tag: string): string {
  if (!TAG.test(tag)) {
    const hint = 'A tag has at most 128 letters, digits, "_", "." and "-", and begins with none of the last two.';
    throw refuse(text, `${quote(tag)} is not a tag`, hint);
  }
  return tag;
}

function checkDigest(text: string, digest: string): Digest {
  if (!isDigest(digest)) {
    throw refuse(text, `${quote(digest)} is not a digest`, 'A digest is "sha256:" and 64 hexadecimal digits.');
  }
  return digest;
}

function refuse(text: string, why: string, hint = 'A reference is as in ghcr.io/acme/api:main.'): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${quote(text)} is not an image reference: ${why}`, { hint });
}

function quote(text: string): string {
  return JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);
}
