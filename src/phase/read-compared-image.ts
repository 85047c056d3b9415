import type { ImageToCompare } from './image-to-compare.ts';
import { readRevision } from '../baseline/tagged-image.ts';
import { NOTHING_KNOWN, readBuild, type ReadBuild } from '../build/read-build.ts';
import { readNamedBuild } from '../build/read-named-build.ts';
import { assertNever, PlimsollError, wrapError } from '../errors.ts';
import { openBaseSources } from '../image/base-sources.ts';
import { openBuild } from '../image/builder.ts';
import { openSource } from '../image/open-source.ts';
import { readFirstImage } from '../image/read-first-image.ts';
import { parseReference } from '../image/reference.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { Docker } from '../image/docker.ts';
import type { Image } from '../image/image.ts';
import type { ImageSource } from '../image/source.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ComparedImage } from '../plan/compared-images.ts';

export interface ImagePlaces {
  docker: Docker;
  registry: RegistryClient;
  /** What paths are relative to. */
  directory: string;
}

/**
 * Reads an image that other steps built, and its build where the builder remembers it. `commit`: what is checked out,
 * `null` where that is not known. Throws `INPUT_INVALID` where the input names no image that there can be.
 */
export async function readComparedImage(
  image: ComparedImage,
  commit: string | null,
  places: ImagePlaces,
): Promise<ImageToCompare> {
  const reference = nameImage(image);
  const { directory } = places;
  try {
    const { read, pushed, build, sources } = await readPlace(image, places);
    const head = { kind: 'read', reference, commit: commit ?? readRevision(read), pushed, image: read } as const;
    const { folder, ...known } = build ?? NOTHING_KNOWN;
    return {
      image: head,
      sources,
      context: { kind: 'recorded', folder, directory },
      isOnFreshBuilder: false,
      ...known,
    };
  } catch (error) {
    const { code, message, hint } = wrapError('NOT_COMPARED', `${reference} could not be read`, error);
    if (code === 'INPUT_INVALID') throw new PlimsollError(code, `image: ${message}`, { hint, cause: error });
    const note = { code: 'head-unreadable', message, hint };
    const digest = image.place.kind === 'built' ? (image.place.target.digest ?? '') : '';
    return {
      image: { kind: 'failed', reference, commit, pushed: false, digest, note },
      sources: [],
      context: { kind: 'recorded', folder: null, directory },
      build: null,
      origins: [],
      dockerfile: null,
      notes: [],
      isOnFreshBuilder: false,
    };
  }
}

function nameImage({ place, repository }: ComparedImage): string {
  switch (place.kind) {
    case 'registry':
      return place.reference;
    case 'local':
      return place.text;
    case 'built':
      return place.target.digest === null ? repository : `${repository}@${place.target.digest}`;
    default:
      return assertNever(place);
  }
}

async function readPlace(
  image: ComparedImage,
  { docker, registry, directory }: ImagePlaces,
): Promise<{ read: Image; pushed: boolean; build: ReadBuild | null; sources: readonly ImageSource[] }> {
  const { place } = image;
  switch (place.kind) {
    case 'registry': {
      const source = openRegistrySource(registry, parseReference(place.reference));
      const read = await readFirstImage([source], explainAbsent(place.reference));
      return { read, pushed: true, build: null, sources: [source] };
    }
    case 'local': {
      const source = await openSource(place.text, { docker, registry: () => Promise.resolve(registry), directory });
      return {
        read: await readFirstImage([source], explainAbsent(place.text)),
        pushed: false,
        build: await readNamedBuild(source.name, docker),
        sources: [source],
      };
    }
    case 'built': {
      const { build, digest } = place.target;
      const reference = nameImage(image);
      const sources = [
        ...(build === null
          ? []
          : [
              openBuild(
                docker,
                { ...build, ...(digest === null ? {} : { digest }) },
                openBaseSources(() => Promise.resolve(registry)),
              ),
            ]),
        ...(digest === null ? [] : [openRegistrySource(registry, parseReference(reference))]),
      ];
      const read = await readFirstImage(sources, explainAbsent(reference));
      const pushed = digest !== null && (await isInRegistry(registry, reference));
      return { read, pushed, build: build === null ? null : await readBuild(docker, build), sources };
    }
    default:
      return assertNever(place);
  }
}

function explainAbsent(name: string): PlimsollError {
  return new PlimsollError('IMAGE_NOT_FOUND', `${name}: there is no such image`, {
    hint: 'Is the name right? A registry may say so of what you may not see, too: log in to it in a step before.',
  });
}

/** Whoever may not ask has not pushed either. */
async function isInRegistry(registry: RegistryClient, reference: string): Promise<boolean> {
  const { digest, ...repository } = parseReference(reference);
  if (digest === null) return false;
  return await fetchManifest(registry, repository, { digest }).then(
    (manifest) => manifest !== null,
    () => false,
  );
}
