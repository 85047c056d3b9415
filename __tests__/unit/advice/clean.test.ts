import { expect, test } from '@jest/globals';
import { found, type Known } from './found.ts';

/** Files that are as they should be, in the ways that people write them. What is found in one would be wrong. */
const CLEAN: readonly (readonly [name: string, text: string, known?: Known])[] = [
  [
    'the Go service of the article',
    `# syntax=docker/dockerfile:1.4
FROM golang:1.17-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    --mount=type=cache,target=/go/pkg/mod \\
    CGO_ENABLED=0 GOOS=linux go build \\
    -ldflags="-s -w" \\
    -trimpath \\
    -o /out/server ./cmd/server
FROM gcr.io/distroless/static-debian11:nonroot@sha256:${'1'.repeat(64)}
COPY --from=build /out/server /server
USER nonroot:nonroot
EXPOSE 8080
ENTRYPOINT ["/server"]`,
    { files: { 'go.mod': 'module x\n', 'go.sum': '' } },
  ],
  [
    'Go from scratch, for several platforms',
    `FROM --platform=$BUILDPLATFORM golang:1.23.4 AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
ENV CGO_ENABLED=0
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags "-s -w -X main.v=1" -o /app .
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]`,
    { files: { 'go.mod': 'module x\n', 'go.sum': '' }, platforms: ['linux/amd64', 'linux/arm64'] },
  ],
  [
    'Node in three stages',
    `FROM node:22.11-alpine AS base
WORKDIR /app
FROM base AS deps
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
FROM base
ENV NODE_ENV=production
COPY --from=deps --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/dist ./dist
USER node
CMD ["node", "dist/main.js"]`,
    { files: { 'package.json': '{"devDependencies":{"vite":"7"}}', 'package-lock.json': '' } },
  ],
  [
    'Next.js, standalone',
    `FROM node:22.11-slim AS build
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn --frozen-lockfile
COPY . .
RUN yarn build
FROM node:22.11-slim
WORKDIR /app
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
USER node
CMD ["node", "server.js"]`,
    { files: { 'package.json': '{"devDependencies":{"next":"1"}}' } },
  ],
  [
    'Python with a virtual environment',
    `FROM python:3.12-slim AS build
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
FROM python:3.12-slim
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
WORKDIR /app
COPY . .
RUN useradd --uid 1000 app
USER 1000
CMD ["gunicorn", "app:app"]`,
  ],
  [
    'Python with uv',
    `FROM ghcr.io/astral-sh/uv:0.5.4 AS uv
FROM python:3.12-slim
COPY --from=uv /uv /bin/uv
WORKDIR /app
RUN --mount=type=cache,target=/root/.cache/uv --mount=type=bind,source=uv.lock,target=uv.lock \\
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml uv sync --frozen --no-install-project
COPY . .
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen
USER nobody
CMD ["/app/.venv/bin/app"]`,
  ],
  [
    'Java with Maven',
    `FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /b
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B package
FROM eclipse-temurin:21.0.5_11-jre
COPY --from=build /b/target/app.jar /app.jar
USER 1000
ENTRYPOINT ["java", "-jar", "/app.jar"]`,
    { files: { 'pom.xml': '' } },
  ],
  [
    'Rust with chef',
    `FROM rust:1.82-slim AS chef
RUN cargo install cargo-chef --locked
WORKDIR /app
FROM chef AS plan
COPY . .
RUN cargo chef prepare
FROM chef AS build
COPY --from=plan /app/recipe.json .
RUN cargo chef cook --release
COPY . .
RUN cargo build --release
FROM gcr.io/distroless/cc-debian12:nonroot@sha256:${'2'.repeat(64)}
COPY --from=build /app/target/release/app /app
CMD ["/app"]`,
    { files: { 'Cargo.lock': '', 'Cargo.toml': '' } },
  ],
  [
    'PHP',
    `FROM composer:2.8 AS vendor
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts
FROM php:8.3-fpm-alpine
RUN apk add --no-cache --virtual .build $PHPIZE_DEPS && docker-php-ext-install opcache && apk del .build
WORKDIR /var/www
COPY --from=vendor /app/vendor vendor
COPY . .
USER www-data`,
  ],
  [
    'Ruby on Rails',
    `FROM ruby:3.3.6-slim AS base
WORKDIR /rails
ENV BUNDLE_WITHOUT=development
FROM base AS build
RUN apt-get update -qq && apt-get install --no-install-recommends -y build-essential
COPY Gemfile Gemfile.lock ./
RUN bundle install && rm -rf ~/.bundle/
COPY . .
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
FROM base
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /rails /rails
RUN useradd rails && chown -R rails:rails db log
USER 1000:1000
ENTRYPOINT ["/rails/bin/docker-entrypoint"]`,
  ],
  [
    '.NET',
    `FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build
WORKDIR /src
COPY *.csproj ./
RUN dotnet restore
COPY . .
RUN dotnet publish -c Release -o /out --no-restore
FROM mcr.microsoft.com/dotnet/aspnet:9.0
COPY --from=build /out /app
USER app
ENTRYPOINT ["dotnet", "/app/x.dll"]`,
  ],
  [
    'a package of Debian, in a heredoc',
    `FROM debian:12-slim
RUN <<EOF
set -eux
apt-get update
apt-get install -y --no-install-recommends ca-certificates
rm -rf /var/lib/apt/lists/*
EOF
COPY --chmod=755 run /run
USER 1000
CMD ["/run"]`,
  ],
  [
    'Python with poetry, exported',
    `FROM python:3.12.8-slim-bookworm AS requirements
RUN pip install --no-cache-dir poetry==1.8.4 poetry-plugin-export==1.8.0
COPY pyproject.toml poetry.lock ./
RUN poetry export --only main --output requirements.txt
FROM python:3.12.8-slim-bookworm
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
COPY --from=requirements /requirements.txt .
RUN pip install -r requirements.txt
COPY app app
USER 10001
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]`,
  ],
  [
    'Python with poetry, its cache emptied',
    `FROM python:3.12.8-slim AS build
ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_CACHE_DIR=/tmp/poetry
RUN --mount=type=cache,target=/root/.cache/pip pip install poetry==1.8.4
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN touch README.md && poetry install --only main --no-root && rm -rf $POETRY_CACHE_DIR
FROM python:3.12.8-slim
ENV VIRTUAL_ENV=/app/.venv PATH="/app/.venv/bin:$PATH"
COPY --from=build /app/.venv /app/.venv
COPY api /app/api
USER nobody
ENTRYPOINT ["python", "-m", "api.main"]`,
  ],
  [
    'Python with a C library, and Debian packages in a cache mount',
    `# syntax=docker/dockerfile:1
FROM python:3.12.8-slim-bookworm AS build
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt,sharing=locked \\
    apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev
RUN python -m venv /venv
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip /venv/bin/pip install -r requirements.txt
FROM python:3.12.8-slim-bookworm
RUN apt-get update \\
    && apt-get install -y --no-install-recommends libpq5 \\
    && rm -rf /var/lib/apt/lists/* \\
    && useradd --system --uid 10001 app
COPY --from=build /venv /venv
COPY src /app
USER 10001
CMD ["/venv/bin/python", "/app/main.py"]`,
  ],
  [
    'conda',
    `FROM continuumio/miniconda3:24.9.2-0 AS build
COPY environment.yml .
RUN conda env create -p /env -f environment.yml && conda clean -afy
RUN conda run -n base conda-pack -p /env -o /env.tar --ignore-missing-files && mkdir /venv && tar -xf /env.tar -C /venv
FROM debian:12.8-slim
COPY --from=build /venv /venv
COPY service /service
USER 1000
CMD ["/venv/bin/python", "/service/main.py"]`,
  ],
  [
    'Node with pnpm and corepack',
    `FROM node:22.11-slim AS base
ENV PNPM_HOME=/pnpm PATH=/pnpm:$PATH
RUN corepack enable
WORKDIR /app
FROM base AS build
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm fetch
COPY . .
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm install --offline --frozen-lockfile && pnpm run build
RUN pnpm deploy --filter=api --prod /prod/api
FROM base
ENV NODE_ENV=production
COPY --from=build --chown=node:node /prod/api /app
USER node
CMD ["node", "dist/index.js"]`,
    { files: { 'package.json': '{"devDependencies":{"typescript":"5"},"packageManager":"pnpm@9.14.2"}' } },
  ],
  [
    'Node with a native module, on Alpine',
    `FROM node:22.11-alpine AS build
RUN apk add --no-cache --virtual .gyp python3 make g++
WORKDIR /app
COPY --chown=node:node package*.json ./
RUN npm ci --omit=dev
FROM node:22.11-alpine
RUN apk add --no-cache tini
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --chown=node:node src src
USER node
ENTRYPOINT ["/sbin/tini", "--", "node", "src/index.js"]`,
    { files: { 'package.json': '{"devDependencies":{"jest":"29"}}', 'package-lock.json': '{}' } },
  ],
  [
    'a site of static files',
    `FROM node:22.11-alpine AS build
WORKDIR /site
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
COPY . .
ARG COMMIT
RUN COMMIT=$COMMIT yarn build
FROM nginxinc/nginx-unprivileged:1.27.3-alpine
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /site/dist /usr/share/nginx/html`,
    { files: { 'package.json': '{"devDependencies":{"vite":"7"}}', 'yarn.lock': '' } },
  ],
  [
    'Bun',
    `FROM oven/bun:1.1.38 AS build
WORKDIR /app
COPY package.json bun.lockb ./
RUN bun install --frozen-lockfile
COPY . .
RUN bun build --compile --outfile /server src/index.ts
FROM gcr.io/distroless/base-debian12:nonroot@sha256:${'3'.repeat(64)}
COPY --from=build /server /server
ENTRYPOINT ["/server"]`,
    { files: { 'package.json': '{"devDependencies":{"@types/bun":"1"}}' } },
  ],
  [
    'Java with Gradle and layers of Spring Boot',
    `FROM eclipse-temurin:21.0.5_11-jdk AS build
WORKDIR /b
COPY gradlew settings.gradle.kts build.gradle.kts ./
COPY gradle gradle
RUN --mount=type=cache,target=/root/.gradle ./gradlew --no-daemon dependencies
COPY src src
RUN --mount=type=cache,target=/root/.gradle ./gradlew --no-daemon bootJar
RUN java -Djarmode=tools -jar build/libs/app.jar extract --layers --destination /layers
FROM eclipse-temurin:21.0.5_11-jre
RUN groupadd --system spring && useradd --system --gid spring spring
USER spring:spring
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "app.jar"]`,
    { files: { 'build.gradle.kts': '', gradlew: '' } },
  ],
  [
    'PHP with extensions, in one stage',
    `FROM composer:2.8.3 AS composer
FROM php:8.3.14-fpm-bookworm
RUN set -eux; \\
    savedAptMark="$(apt-mark showmanual)"; \\
    apt-get update; \\
    apt-get install -y --no-install-recommends libicu-dev libzip-dev; \\
    docker-php-ext-install -j2 intl zip opcache; \\
    apt-mark auto '.*' > /dev/null; \\
    apt-mark manual $savedAptMark; \\
    apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false; \\
    rm -rf /var/lib/apt/lists/*
COPY --from=composer /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader && composer clear-cache
COPY . .
RUN composer dump-autoload --optimize --no-dev
USER www-data`,
    { files: { 'composer.json': '{"require-dev":{"phpunit/phpunit":"^11"}}', 'composer.lock': '' } },
  ],
  [
    'Ruby, gems without what they came in',
    `FROM ruby:3.3.6-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle config set --local without 'development test' \\
    && bundle install --jobs 4 \\
    && rm -rf /usr/local/bundle/cache/*.gem \\
    && find /usr/local/bundle/gems -name "*.o" -delete
FROM ruby:3.3.6-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bundle /usr/local/bundle
WORKDIR /app
COPY . .
USER 1000
CMD ["bundle", "exec", "puma"]`,
    { files: { Gemfile: '', 'Gemfile.lock': '' } },
  ],
  [
    'C++ with CMake, by a heredoc and arguments',
    `# syntax=docker/dockerfile:1
ARG DEBIAN=12.8
FROM debian:\${DEBIAN}-slim AS build
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends cmake g++ make libssl-dev
EOF
WORKDIR /src
COPY . .
RUN cmake -B /build -DCMAKE_BUILD_TYPE=Release && cmake --build /build -j2 && strip /build/daemon
FROM debian:\${DEBIAN}-slim
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends libssl3 ca-certificates
rm -rf /var/lib/apt/lists/*
EOF
COPY --from=build /build/daemon /usr/local/bin/daemon
USER daemon
ENTRYPOINT ["daemon"]`,
  ],
  [
    'a tool that is downloaded and checked',
    `FROM alpine:3.20 AS fetch
ARG VERSION=1.2.3
ADD --checksum=sha256:${'4'.repeat(64)} https://example.com/tool-1.2.3.tar.gz /tool.tar.gz
RUN tar -xzf /tool.tar.gz -C /usr/local/bin tool
FROM gcr.io/distroless/static-debian12:nonroot@sha256:${'5'.repeat(64)}
COPY --from=fetch /usr/local/bin/tool /tool
ENTRYPOINT ["/tool"]`,
  ],
  [
    'Elixir, a release',
    `FROM hexpm/elixir:1.17.3-erlang-27.1.2-debian-bookworm-20241111-slim AS build
RUN apt-get update -y && apt-get install -y --no-install-recommends build-essential git && apt-get clean && rm -f /var/lib/apt/lists/*_*
WORKDIR /app
ENV MIX_ENV=prod
RUN mix local.hex --force && mix local.rebar --force
COPY mix.exs mix.lock ./
RUN mix deps.get --only $MIX_ENV && mix deps.compile
COPY lib lib
RUN mix release
FROM debian:bookworm-20241111-slim
RUN apt-get update -y \\
    && apt-get install -y --no-install-recommends libstdc++6 openssl libncurses6 locales ca-certificates \\
    && apt-get clean && rm -f /var/lib/apt/lists/*_*
WORKDIR /app
RUN chown nobody /app
COPY --from=build --chown=nobody:root /app/_build/prod/rel/api ./
USER nobody
CMD ["/app/bin/api", "start"]`,
  ],
];

test.each(CLEAN)('nothing is found in %s', (...[, text, known]) => {
  expect(found(text, known)).toEqual([]);
});
