import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { assertNever, PlimsollError } from '../errors.ts';
import { openBaseSources } from './base-sources.ts';
import { parseBuildName } from './build-name.ts';
import { parseLocalForm } from './local-form.ts';
import { parseGivenReference } from './reference.ts';
import { openRegistrySource } from './registry/registry-source.ts';
import type { Docker } from './docker.ts';
import type { RegistryClient } from './registry/registry-client.ts';
import type { ImageSource } from './source.ts';

/** Where the sources are that a REF may name. */
export interface Places {
  /** Asked for only where a REF is in a registry. */
  readonly registry: () => Promise<RegistryClient>;
  readonly docker: Docker;
  /** What paths are relative to. */
  readonly directory: string;
}

/**
 * A REF of the command line to where its image is read from (contract.md, "Command line"). `build:` without an ID is looked
 * up here: the name of its source has the ID. Throws `INPUT_INVALID`, with the forms that there are, and what
 * `latestBuild` throws; whether there is an image shows when it is read.
 */
export async function openSource(text: string, places: Places): Promise<ImageSource> {
  refuseOthers(text);
  const local = parseLocalForm(text);
  if (local === null) return openRegistrySource(await places.registry(), parseInRegistry(text), text);
  const { form, rest } = local;
  switch (form) {
    case 'oci': {
      const { openOciLayout } = await import('./oci-layout.ts');
      const { path, tag } = splitPath(text, rest, places.directory);
      return openOciLayout({ name: text, directory: path, tag });
    }
    case 'oci-archive':
    case 'docker-archive': {
      const { openArchive } = await import('./archive.ts');
      const { path, tag } = splitPath(text, rest, places.directory);
      return openArchive({ name: text, form: form === 'oci-archive' ? 'oci' : 'docker', file: path, tag });
    }
    case 'docker': {
      if (!/^[A-Za-z0-9][^\s]{0,2047}$/.test(rest)) throw refuse(text, 'names no image of the engine');
      const { openEngineImage } = await import('./docker-engine.ts');
      return openEngineImage(places.docker, rest);
    }
    case 'build':
      return await openNamedBuild(text, rest, places);
    default:
      return assertNever(form);
  }
}

const FORMS =
  'An image is registry/name:tag@digest, oci:DIR[:TAG], oci-archive:FILE, docker-archive:FILE, docker:NAME or build:[BUILDER/][ID].';

async function openNamedBuild(text: string, rest: string, { docker, registry }: Places): Promise<ImageSource> {
  const { builder, id } = parseBuildName(rest, text, FORMS);
  const { openBuild } = await import('./builder.ts');
  const elsewhere = openBaseSources(registry);
  if (id !== null) return openBuild(docker, { builder, id }, elsewhere);
  const { latestBuild } = await import('./latest-build.ts');
  return openBuild(docker, await latestBuild(docker, builder), elsewhere);
}

/** A path may have colons in it, and a tag too: the longest path that is there is the path. */
function splitPath(text: string, rest: string, directory: string): { path: string; tag: string | null } {
  if (rest === '' || rest.startsWith(':')) throw refuse(text, 'has no path in it');
  if (rest.includes('\0')) throw refuse(text, 'is no path');
  for (let end = rest.length; end > 0; end = rest.lastIndexOf(':', end - 1)) {
    const path = resolve(directory, rest.slice(0, end));
    const tag = rest.slice(end + 1);
    if ((end === rest.length || tag !== '') && existsSync(path)) return { path, tag: tag || null };
  }
  return { path: resolve(directory, rest), tag: null };
}

/** What people write out of habit, and what to write instead. */
function refuseOthers(text: string): void {
  if (text === '') throw refuse(text, 'is empty');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  if (scheme !== undefined) throw refuse(text, 'is a URL', `Leave "${scheme}://" out: registry/name:tag.`);
  if (/^[a-z]:[\\/]|^\.{0,2}[\\/]|^~|^\.{1,2}$/i.test(text)) {
    throw refuse(text, 'is a path', 'Say what is there: oci:DIR, oci-archive:FILE or docker-archive:FILE.');
  }
}

function parseInRegistry(text: string) {
  try {
    return parseGivenReference(text);
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    throw new PlimsollError(error.code, error.message, { hint: `${error.hint} ${FORMS}`.trim(), cause: error });
  }
}

function refuse(text: string, why: string, hint = FORMS): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${JSON.stringify(text.slice(0, 200))} ${why}`, { hint });
}
