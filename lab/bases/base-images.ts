import { createHash } from 'node:crypto';

import { basePlace } from './base-place.ts';
import { bun } from './bun.ts';
import { type ClientFiles, readClientFiles } from './client-files.ts';
import { composer } from './composer.ts';
import { debian } from './debian.ts';
import { distroless } from './distroless.ts';
import { dockerfileFrontend } from './dockerfile-frontend.ts';
import { golang } from './golang.ts';
import { type BaseRecipe, makeBase } from './make-base.ts';
import { gradle } from './gradle.ts';
import { maven } from './maven.ts';
import { nginx } from './nginx.ts';
import { node, nodeSlim, nodeSlimForYarn } from './node.ts';
import { php } from './php.ts';
import { python, pythonSlim, pythonSlimForUv } from './python.ts';
import { rust } from './rust.ts';
import { shell } from './shell.ts';
import { copyBase } from './copy-base.ts';
import { debianRelease } from '../machine/debian-release.ts';
import { startEngine } from '../engine/engine.ts';
import { pushLayout } from '../registry/push-layout.ts';
import type { Registry } from '../registry/registry.ts';
import { openRepository } from '../registry/repository.ts';

/** The upstream names that the lab has a base image for, as a Dockerfile writes them. */
const RECIPES = {
  'golang:1.26': (files: ClientFiles) => golang(files, 'debian'),
  'golang:1.26-bookworm': (files: ClientFiles) => golang(files, 'debian'),
  'golang:1.26-alpine': (files: ClientFiles) => golang(files, 'alpine'),
  'golang:1.27-alpine': (files: ClientFiles) => golang(files, 'alpine'),
  'node:24.21-bookworm': node,
  'node:24.21-bookworm-slim': nodeSlim,
  'node:26-trixie-slim': nodeSlimForYarn,
  'python:3.11-bookworm': python,
  'python:3.11-slim-bookworm': pythonSlim,
  'python:3.11-slim-trixie': pythonSlimForUv,
  'rust:1.95-trixie': rust,
  'maven:3.9-eclipse-temurin-17': maven,
  'gradle:9-jdk17': gradle,
  'oven/bun:1.4-slim': bun,
  'nginxinc/nginx-unprivileged:1.30-alpine-slim': nginx,
  'php:8.2-fpm': php,
  'composer:2': composer,
  'composer:2.5': composer,
  'debian:bookworm-slim': debian,
  'alpine:3.15': shell,
  'busybox:latest': shell,
  'gcr.io/distroless/static-debian12:nonroot': () => distroless('static'),
  'gcr.io/distroless/static-debian13:nonroot': () => distroless('static'),
  'gcr.io/distroless/cc-debian13:nonroot': () => distroless('cc'),
  'gcr.io/distroless/base-debian12:nonroot': () => distroless('base'),
  'gcr.io/distroless/java17-debian13:nonroot': () => distroless('java17'),
  'gcr.io/distroless/static:nonroot': () => distroless('static'),
  'docker/dockerfile:1': dockerfileFrontend,
} as const satisfies Readonly<Record<string, (files: ClientFiles) => BaseRecipe>>;

export type BaseName = keyof typeof RECIPES;

const isBaseName = (name: string): name is BaseName => name in RECIPES;

/** All names that there is a base for. */
export const BASE_NAMES: readonly BaseName[] = Object.keys(RECIPES).filter(isBaseName);

export interface BaseImages {
  /** For `buildkitd-config-inline`: these registries' names are answered by the lab's registry. */
  readonly buildkitdConfig: string;
  /** Digest of each base's index, by its name. */
  readonly digests: ReadonlyMap<BaseName, string>;
}

/**
 * Puts base images into an open lab registry, under the names that Dockerfiles know them by, for amd64 and arm64.
 * On Debian they are made of its packages and Go's own toolchain, once a machine; elsewhere the upstream ones are copied.
 */
export async function startBaseImages(options: {
  readonly registry: Registry;
  readonly names: readonly BaseName[];
  readonly log?: (line: string) => void;
}): Promise<BaseImages> {
  const { registry } = options;
  const log = options.log ?? (() => undefined);
  const digests = new Map<BaseName, string>();
  if ((await debianRelease()) === null) await copyAll(options.names, registry, log);
  else await pushAll(options.names, registry, log);
  for (const name of options.names) {
    const { repository, tag } = basePlace(name);
    const index = await openRepository({ url: registry.url, repository }).getManifest(tag);
    digests.set(name, `sha256:${createHash('sha256').update(index).digest('hex')}`);
  }
  log(`${options.names.length} base images lie in ${registry.host}`);
  return { buildkitdConfig: renderConfig(registry.host), digests };
}

async function pushAll(names: readonly BaseName[], registry: Registry, log: (line: string) => void): Promise<void> {
  const files = await readClientFiles();
  for (const name of names) {
    const layout = await makeBase(RECIPES[name](files), log);
    const { repository, tag } = basePlace(name);
    await pushLayout(layout, openRepository({ url: registry.url, repository }), tag);
  }
}

/** Where there are no Debian packages there is Docker, which reaches the upstream registries. */
async function copyAll(names: readonly BaseName[], registry: Registry, log: (line: string) => void): Promise<void> {
  const engine = await startEngine({ log });
  try {
    for (const name of names) {
      const { repository, tag } = basePlace(name);
      log(`copying ${name} from its registry`);
      await copyBase(engine, name, `${registry.host}/${repository}:${tag}`);
    }
  } finally {
    await engine.stop();
  }
}

function renderConfig(host: string): string {
  const mirrors = ['docker.io', 'gcr.io'].map((name) => `[registry."${name}"]\n  mirrors = ["${host}"]\n`);
  return [...mirrors, `[registry."${host}"]\n  http = true\n`].join('');
}
