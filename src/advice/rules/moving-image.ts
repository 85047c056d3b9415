import { readImageName } from '../base-image.ts';
import { expand } from '../../dockerfile/expand.ts';
import { findStage, listSources } from '../../dockerfile/dockerfile.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Tags that are moved to whatever is newest. */
const NEWEST = /^(?:latest|edge|nightly|main|master|dev|devel|unstable|rolling)(?:-|$)/;
/** Tags without a minor version: `22`, `22-alpine`, `bookworm`, `stable`, `lts`, `nonroot`. */
const MINOR = /(?:^|[^0-9])v?[0-9]+[._][0-9]+/;
/** A date, a commit, a build number, or a release of a distribution that is one number. */
const EXACT = /[0-9]{6,}|[0-9a-f]{7,}|[0-9]{4}-[0-9]{2}-[0-9]{2}/;
/** Of Windows a release is a year and a number, or one that is supported for long; each has its image. */
const WINDOWS = /^(?:ltsc[0-9]{4}|[0-9]{4}|[0-9]{2}H[12])(?:-|$)/i;
/** Of Docker's library, what people build on: any other name alone may be a context of the build, or an image of this machine. */
const LIBRARY = new Set([
  ...['almalinux', 'alpine', 'amazonlinux', 'archlinux', 'busybox', 'buildpack-deps', 'centos', 'debian', 'fedora'],
  ...['oraclelinux', 'photon', 'rockylinux', 'ubuntu'],
  ...['amazoncorretto', 'bash', 'clojure', 'composer', 'dart', 'docker', 'eclipse-temurin', 'elixir', 'erlang', 'gcc'],
  ...['golang', 'gradle', 'groovy', 'haskell', 'ibmjava', 'jruby', 'julia', 'maven', 'node', 'openjdk', 'perl', 'php'],
  ...['pypy', 'python', 'r-base', 'ruby', 'rust', 'swift'],
  ...['caddy', 'cassandra', 'elasticsearch', 'ghost', 'haproxy', 'httpd', 'mariadb', 'memcached', 'mongo', 'mysql'],
  ...['nats', 'neo4j', 'nginx', 'phpmyadmin', 'postgres', 'rabbitmq', 'redis', 'registry', 'solr', 'sonarqube'],
  ...['tomcat', 'traefik', 'varnish', 'wordpress', 'zookeeper'],
]);

/** Whose releases are numbered by one number, or by names. */
const RELEASED_BY_NAME = new Set(['debian', 'ubuntu', 'fedora', 'amazonlinux', 'buildpack-deps']);

/** Found where a tag stands that its owner moves to other major or minor versions, without a digest. */
export const movingImage: Rule = {
  id: 'moving-image',
  level: 'medium',
  title: 'An image is named by a tag that moves',
  why: 'Whoever owns the tag moves it to new versions. The same Dockerfile then builds another image tomorrow, and a change nobody made shows up in a pull request.',
  instead:
    'Name the version, and pin its digest: "docker buildx imagetools inspect IMAGE" prints it, for all platforms. Renovate and Dependabot keep it up to date.',
  check: (subject) =>
    subject.needed.flatMap((stage) => [
      ...(stage.base.kind === 'image'
        ? judge(subject, stage.base.image, stage.from.line, stage.from.lastLine, false)
        : []),
      ...subject
        .stepsOf(stage)
        .filter((step) => step.stage === stage)
        .flatMap(({ instruction, variables }) =>
          listSources(instruction).flatMap((source) => {
            const image = expand(source, variables, subject.dockerfile.escape);
            if (image === null || findStage(subject.dockerfile, image, stage.index) !== null) return [];
            return judge(subject, image, instruction.line, instruction.lastLine, true);
          }),
        ),
    ]),
};

function judge({ dockerfile }: Subject, image: string, line: number, lastLine: number, isSource: boolean): Finding[] {
  const name = readImageName(image);
  // `COPY --from=assets` may be a context of the build's own.
  const isBare = /^[^/:]+$/.test(image);
  if (name === null || (isBare && (isSource || !LIBRARY.has(image)))) return [];
  if (name.digest !== null || dockerfile.stages.some((stage) => stage.name === image.toLowerCase())) return [];
  // Of Docker's library, or where the distribution itself has it: `public.ecr.aws/amazonlinux/amazonlinux`.
  const what = name.repository.slice(name.repository.lastIndexOf('/') + 1);
  const tag = name.tag ?? 'latest';
  const found = (message: string, level: 'medium' | 'low'): Finding[] => [
    { line, lastLine, message, common: image, level, patch: null },
  ];
  if (name.tag === null) return found(`${image} has no tag, which means latest: any version at all.`, 'medium');
  if (NEWEST.test(tag) && MINOR.test(tag))
    return found(`${image} is the newest of that version: the tag moves.`, 'low');
  if (NEWEST.test(tag)) return found(`${image} is whatever is newest, major versions included.`, 'medium');
  if (name.registry === 'mcr.microsoft.com' && name.repository.startsWith('windows/') && WINDOWS.test(tag)) return [];
  if (MINOR.test(tag) || EXACT.test(tag) || RELEASED_BY_NAME.has(what)) return [];
  if (/^v?[0-9]+(?:$|-)/.test(tag))
    return found(`${image} names a major version: the tag moves with each minor one.`, 'low');
  return found(`${image} names no version: the tag moves.`, 'low');
}
