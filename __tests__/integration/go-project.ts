import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../lab/registry/registry.ts';

/** The article's Dockerfile, for two platforms without emulation. */
export const DOCKERFILE = `FROM --platform=$BUILDPLATFORM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=1
ARG TARGETARCH
RUN GOARCH=$TARGETARCH go build -o /server ./cmd/server
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /server /server
`;

/** The same, as people write it: all of the context before the dependencies. */
export const EARLY = DOCKERFILE.replace(
  'COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .',
  'COPY . .\nRUN go mod download',
);

export const FILES = {
  'go.mod': 'module example.com/server\n',
  'go.sum': 's 1\n',
  'main.go': 'package main\n',
  '.dockerignore': '.git\nDockerfile\n',
  Dockerfile: DOCKERFILE,
};

/** What `main.go` has to hold for the build to fail, or to take a minute. */
export const BROKEN = 'undefined';
export const SLOW = 'slow';

export interface Toolchain {
  readonly upstream: Registry;
  /** Where its context is written. */
  readonly folder: string;
  readonly tags: readonly string[];
  readonly seconds: { readonly download: number; readonly build: number };
  /** `docker buildx build`, with what follows. */
  readonly build: (...args: string[]) => Promise<unknown>;
}

/** Stands for Go as `golang`: takes so long, makes a file of what it is given, and is there for both platforms. */
export async function pushToolchain({ upstream, folder, tags, seconds, build }: Toolchain): Promise<void> {
  const context = join(folder, 'toolchain');
  await mkdir(context, { recursive: true });
  await writeFile(join(context, 'go'), script(seconds));
  await chmod(join(context, 'go'), 0o755);
  await writeFile(join(context, 'Dockerfile'), 'FROM busybox:latest\nCOPY go /bin/go\n');
  const platforms = ['--platform', 'linux/amd64,linux/arm64', '--provenance=false'];
  for (const tag of tags) {
    const name = `${upstream.host}/library/golang:${tag}`;
    await build(...platforms, '--output', `type=image,name=${name},push=true`, context);
  }
}

const script = ({ download, build }: Toolchain['seconds']): string => `#!/bin/sh
case "$1" in
  mod)
    sleep ${download}
    cat go.mod go.sum > /modules ;;
  build)
    sleep ${build}
    if grep -q ${SLOW} main.go; then sleep 60; fi
    if grep -q ${BROKEN} main.go; then
      echo '# example.com/server/cmd/server'
      echo './main.go:3:2: undefined: x'
      exit 1
    fi
    cat /modules main.go > /server
    echo "$VERSION $GOARCH" >> /server ;;
  *) exit 2 ;;
esac
`;
