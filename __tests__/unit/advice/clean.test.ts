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
];

test.each(CLEAN)('nothing is found in %s', (...[, text, known]) => {
  expect(found(text, known)).toEqual([]);
});
