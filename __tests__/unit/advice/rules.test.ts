import { describe, expect, test } from '@jest/globals';
import { adviseOn, found, type Known } from './found.ts';

/** Lines on which the rule finds something. */
function lines(id: string, text: string, known?: Known): number[] {
  return found(text, known).flatMap((one) => {
    const [rule, line] = one.split(':');
    return rule === id ? [Number(line)] : [];
  });
}

type Case = readonly [what: string, text: string, lines: readonly number[], known?: Known];

function cases(id: string, table: readonly Case[]): void {
  describe(`rule ${id}`, () => {
    // A parameter that a row does not fill, Jest would take for its `done`.
    test.each(table)('%s', (...[, text, expected, known]: Case) => {
      expect(lines(id, text, known)).toEqual(expected);
      // It stands before the message already.
      expect(adviseOn(text, known).filter(({ line, message }) => namesLine(message, line))).toEqual([]);
      for (const [what, written, place] of rewrite(text)) {
        const found = { what, lines: lines(id, written, known) };
        expect(found).toEqual({ what, lines: expected.map(place) });
      }
    });
  });
}

function namesLine(message: string, line: number): boolean {
  return new RegExp(String.raw`\bline ${line}\b`, 'i').test(message);
}

/** The same file as others write it, and where its lines are then. */
function* rewrite(text: string): Generator<readonly [what: string, text: string, place: (line: number) => number]> {
  const keyword = /^(?:FROM|RUN|COPY|ADD|ARG|ENV|WORKDIR|USER|CMD|ENTRYPOINT|LABEL|ONBUILD)(?= )/gm;
  yield ['lines that end as on Windows', text.replace(/\r?\n/g, '\r\n'), (line) => line];
  yield ['lower case', text.replace(keyword, (word) => word.toLowerCase()).replace(/ AS /g, ' as '), (line) => line];
  yield ['a mark of its encoding', `\uFEFF${text}`, (line) => line];
  if (!text.startsWith('# escape'))
    yield ['directives', `# syntax=docker/dockerfile:1\n# escape=\\\n${text}`, (line) => line + 2];
  // Between the lines of an instruction and of a heredoc, too.
  const bait = '# RUN apt-get update && npm ci && curl x | sh; ENV TOKEN=abcdef FROM debian';
  yield ['comments', text.replace(/\n/g, `\n${bait}\n`), (line) => 2 * line - 1];
}

const GO = { 'go.mod': 'module x\n', 'go.sum': '', 'main.go': '' };
const NODE = {
  'package.json': '{"scripts":{"start":"node x.js"},"devDependencies":{"vite":"7"}}',
  'package-lock.json': '{}',
};

cases('source-before-dependencies', [
  ['npm ci', 'FROM node:22.1\nWORKDIR /a\nCOPY . .\nRUN npm ci', [3]],
  [
    'the article',
    'FROM golang:1.17\nWORKDIR /app\nCOPY . .\nRUN go build -o /app/bin/server ./cmd/server\nCMD ["/app/bin/server"]',
    [3],
    { files: GO },
  ],
  ['pip', 'FROM python:3.12\nCOPY . /app\nRUN pip install -r /app/requirements.txt', [2]],
  [
    'pip as a module',
    'FROM python:3.12\nCOPY ./ /app\nRUN cd /app && python3 -m pip install --upgrade -r requirements.txt',
    [2],
  ],
  ['in the stage that builds', 'FROM node:22.1 AS b\nADD . /x\nRUN yarn\nFROM scratch\nCOPY --from=b /x/dist /', [2]],
  ['in a heredoc', 'FROM ruby:3.3\nCOPY . .\nRUN <<EOF\nset -e\nbundle install\nEOF', [2]],
  ['composer', 'FROM php:8.3\nCOPY . .\nRUN composer install --no-dev', [2]],
  ['dotnet', 'FROM mcr.microsoft.com/dotnet/sdk:9.0\nCOPY . .\nRUN dotnet restore && dotnet publish', [2]],
  ['maven', 'FROM maven:3.9\nCOPY . .\nRUN mvn -B package', [2], { files: { 'pom.xml': '' } }],
  ['with a script behind', 'FROM node:22.1\nCOPY . .\nRUN npm ci && npm run build', [2]],
  ['manifests first', 'FROM node:22.1\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build', []],
  [
    'a second install for production',
    'FROM node:22.1\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm run build && npm ci --omit=dev',
    [],
  ],
  [
    'installed in the stage below',
    'FROM node:22.1 AS d\nCOPY package.json .\nRUN npm ci\nFROM d\nCOPY . .\nRUN npm ci --omit=dev',
    [],
  ],
  ['a global tool', 'FROM node:22.1\nCOPY . .\nRUN npm install -g serve', []],
  ['a named package', 'FROM node:22.1\nCOPY . .\nRUN npm install express', []],
  ['the project itself', 'FROM python:3.12\nCOPY . .\nRUN pip install .', []],
  ['a cache mount', 'FROM node:22.1\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci', []],
  ['of another stage', 'FROM a:1.1 AS x\nFROM node:22.1\nCOPY --from=x . .\nRUN npm ci', []],
  ['in a stage that is not needed', 'FROM node:22.1 AS t\nCOPY . .\nRUN npm ci\nFROM a:1.1', []],
  ['vendored Go', 'FROM golang:1.23\nCOPY . .\nRUN go build ./...', [], { files: { ...GO, vendor: '' } }],
  ['vendored Go, by its flag', 'FROM golang:1.23\nCOPY . .\nRUN go build -mod=vendor ./...', [], { files: GO }],
  ['Go without a context to look at', 'FROM golang:1.23\nCOPY . .\nRUN go build ./...', []],
  ['Go with nothing to download', 'FROM golang:1.23\nCOPY . .\nRUN go build ./...', [], { files: { 'go.mod': '' } }],
  [
    'requirements that hold the project',
    'FROM python:3.12\nCOPY . .\nRUN pip install -r r.txt',
    [],
    { files: { 'r.txt': '-e .\n' } },
  ],
  ['an echo of it', 'FROM node:22.1\nCOPY . .\nRUN echo "npm ci"', []],
  ['a comment of it', 'FROM node:22.1\nCOPY . .\nRUN ls # npm ci', []],
  ['a text that is not understood', 'FROM node:22.1\nCOPY . .\nRUN f() { npm ci; }; f', []],
  ['an exec form', 'FROM node:22.1\nCOPY . .\nRUN ["npm", "ci"]', [2]],
  ['a shell in an exec form', 'FROM node:22.1\nCOPY . .\nRUN ["/bin/sh", "-c", "npm ci"]', [2]],
  ['COPY --link', 'FROM node:22.1\nCOPY --link . .\nRUN npm ci', [2]],
  ['an exec form of COPY', 'FROM node:22.1\nCOPY [".", "/app/"]\nRUN npm ci', [2]],
  ['by an argument', 'FROM node:22.1\nARG SRC=.\nCOPY $SRC /app\nRUN npm ci', [3]],
  ['behind a semicolon', 'FROM node:22.1\nCOPY . .\nRUN set -e; npm ci || npm ci', [2]],
  ['a trigger', 'FROM node:22.1\nONBUILD COPY . .\nONBUILD RUN npm ci', []],
  ['an echo of it, in an exec form', 'FROM node:22.1\nCOPY . .\nRUN ["echo", "npm ci"]', []],
  ['an option to another program', 'FROM node:22.1\nCOPY . .\nRUN docs --with npm ci', []],
  ['written into a script by a heredoc', 'FROM node:22.1\nCOPY . .\nCOPY <<EOF /run.sh\nnpm ci\nEOF', []],
  ['a script that is made', 'FROM node:22.1\nCOPY . .\nRUN cat <<EOF > /run.sh\nnpm ci\nEOF', []],
  ['from a mount of the context', 'FROM node:22.1\nRUN --mount=target=. npm ci\nCOPY . .', []],
  [
    'with a secret, which changes nothing',
    'FROM node:22.1\nCOPY . .\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    [2],
  ],
  ['Windows', '# escape=`\nFROM node:22.1\nCOPY . .\nRUN npm ci', []],
  ['a shell of Windows', 'FROM node:22.1\nSHELL ["powershell", "-Command"]\nCOPY . .\nRUN npm ci', []],
  ['a folder called as the context', 'FROM node:22.1\nCOPY ./src/. .\nRUN npm ci', []],
  [
    'in a stage that two are built on',
    'FROM node:22.1 AS s\nCOPY . .\nFROM s AS a\nRUN npm ci\nFROM s AS b\nRUN npm ci --omit=dev\nFROM s\nCOPY --from=a /d /d\nCOPY --from=b /n /n',
    [2],
  ],
]);

cases('toolchain-shipped', [
  [
    'the article',
    'FROM golang:1.17\nWORKDIR /app\nCOPY . .\nRUN go build -o /app/bin/server ./cmd/server\nCMD ["/app/bin/server"]',
    [1],
  ],
  ['Rust', 'FROM rust:1.80\nCOPY . .\nRUN cargo build --release\nCMD ["./target/release/x"]', [1]],
  ['Maven', 'FROM maven:3.9\nCOPY . .\nRUN mvn package\nENTRYPOINT ["java", "-jar", "target/x.jar"]', [1]],
  [
    '.NET',
    'FROM mcr.microsoft.com/dotnet/sdk:9.0\nCOPY . .\nRUN dotnet publish -o /out\nENTRYPOINT ["dotnet", "/out/x.dll"]',
    [1],
  ],
  ['a stage built on a named one', 'FROM golang:1.23 AS b\nCOPY . .\nRUN go build -o /s .\nFROM b\nCMD ["/s"]', [4]],
  [
    'two stages',
    'FROM golang:1.23 AS b\nCOPY . .\nRUN go build -o /s .\nFROM a:1.1\nCOPY --from=b /s /s\nCMD ["/s"]',
    [],
  ],
  ['an image of tools', 'FROM golang:1.23\nRUN go install x@v1\nENTRYPOINT ["x"]', []],
  ['for development', 'FROM golang:1.23\nCOPY . .\nRUN go build -o /s .\nCMD ["air"]', []],
  ['a shell', 'FROM rust:1.80\nRUN cargo build\nCMD ["bash"]', []],
  ['another program than what was built', 'FROM golang:1.23\nRUN go build -o /helper .\nCMD ["gopls"]', []],
  ['any JDK', 'FROM openjdk:17\nRUN ./mvnw package\nCMD ["java", "-jar", "x.jar"]', [1]],
  ['a JRE', 'FROM eclipse-temurin:21-jre\nRUN ./mvnw package\nCMD ["java", "-jar", "x.jar"]', []],
  ['by an argument', 'ARG GO=1.23\nFROM golang:${GO}-alpine\nRUN go build -o /s .\nENTRYPOINT ["/s"]', [2]],
  ['a mirror', 'FROM registry.example/library/golang:1.23\nRUN go build -o /s .\nENTRYPOINT ["/s"]', [1]],
  ['the last of two CMDs is another', 'FROM golang:1.23\nRUN go build -o /s .\nCMD ["/s"]\nCMD ["bash"]', []],
  [
    'for another stage',
    'FROM golang:1.23 AS tool\nRUN go build -o /s .\nFROM scratch AS x\nCOPY --from=tool /s /s\nCMD ["/s"]',
    [],
  ],
  ['an echo of it', 'FROM golang:1.23\nRUN echo "go build -o /s ."\nENTRYPOINT ["/s"]', []],
  ['a trigger', 'FROM golang:1.23\nONBUILD RUN go build -o /s .\nENTRYPOINT ["/s"]', []],
  [
    'a stage that is called as the image',
    'FROM a:1.1 AS golang\nFROM golang\nRUN go build -o /s .\nENTRYPOINT ["/s"]',
    [],
  ],
]);

const PIP = 'RUN pip install -r requirements.txt\n';
const GUNICORN = 'USER 1\nCMD ["gunicorn", "app:app"]\n';
const GCC = 'RUN apt-get update && apt-get install -y gcc libpq-dev\n';

cases('compiler-installed', [
  ['for pip', `FROM python:3.12-slim\n${GCC}${PIP}${GUNICORN}`, [2]],
  ['in the same RUN', `FROM python:3.12-slim\n${GCC.trim()} && pip install psycopg2\n${GUNICORN}`, [2]],
  [
    'on Alpine, for npm',
    'FROM node:24-alpine3.22\nRUN apk add --no-cache python3 make g++\nRUN npm ci\nCMD ["node", "x.js"]',
    [2],
  ],
  [
    'for gems',
    'FROM ruby:3.4-slim\nRUN apt-get install -y build-essential\nRUN bundle install\nCMD bundle exec puma',
    [2],
  ],
  [
    'for a program',
    'FROM debian:12\nRUN apt install -y g++-12 cmake\nRUN cmake . && make\nCMD ["./build/server"]',
    [2],
  ],
  ['of Fedora', 'FROM fedora:43\nRUN dnf install -y gcc-c++ && g++ -o /s s.cc\nENTRYPOINT ["/s"]', [2]],
  ['a group', 'FROM amazonlinux:2023\nRUN yum -y groupinstall "Development Tools"\nRUN make\nCMD ["/s"]', [2]],
  [
    'of Red Hat',
    'FROM registry.access.redhat.com/ubi9/ubi\nRUN dnf -y install gcc\nRUN pip3 install x\nCMD ["uvicorn", "x:y"]',
    [2],
  ],
  [
    'in the stage under the last one',
    `FROM python:3.12-slim AS base\n${GCC}FROM base AS tests\nRUN pytest\nFROM base\n${PIP}${GUNICORN}`,
    [2],
  ],
  [
    'in another stage',
    `FROM python:3.12-slim AS b\n${GCC}${PIP}FROM python:3.12-slim\nCOPY --from=b /venv /venv\n${GUNICORN}`,
    [],
  ],
  ['taken away', `FROM python:3.12-slim\n${GCC}${PIP}RUN apt-get purge -y gcc\n${GUNICORN}`, []],
  [
    'taken away in the same RUN',
    `FROM python:3.12-slim\n${GCC.trim()} && pip install x && apt-get remove --purge -y gcc\n${GUNICORN}`,
    [],
  ],
  [
    'a group of apk',
    'FROM node:24-alpine\nRUN apk add --no-cache --virtual .gyp python3 make g++ && npm ci && apk del .gyp\nCMD ["node", "x.js"]',
    [],
  ],
  [
    'a group of apk, named at once',
    'FROM node:24-alpine\nRUN apk add --virtual=.gyp make g++ && npm ci && apk del .gyp\nCMD ["node", "x.js"]',
    [],
  ],
  [
    'a group of apk that stays',
    'FROM node:24-alpine\nRUN apk add --virtual .gyp python3 make g++\nRUN npm ci\nCMD ["node", "x.js"]',
    [2],
  ],
  ['taken away by a variable', `FROM python:3.12-slim\n${GCC}${PIP}RUN apt-get purge -y $BUILD\n${GUNICORN}`, []],
  [
    'taken away by a list',
    `FROM python:3.12-slim\n${GCC}${PIP}RUN apt-mark auto '.*' && apt-get purge -y --auto-remove\n${GUNICORN}`,
    [],
  ],
  [
    'taken away by another program',
    `FROM python:3.12-slim\n${GCC}${PIP}RUN cat l | xargs apt-get purge -y\n${GUNICORN}`,
    [],
  ],
  ['nothing that compiles after it', `FROM python:3.12-slim\n${PIP}${GCC}COPY --from=x /venv /venv\n${GUNICORN}`, []],
  ['no compiler', `FROM python:3.12-slim\n${GCC.replace('gcc', 'libgcc-s1')}${PIP}${GUNICORN}`, []],
  ['an image that has one', `FROM python:3.12\n${GCC}${PIP}${GUNICORN}`, []],
  ['an image that nobody knows', `FROM example.com/base:1-slim\n${GCC}${PIP}${GUNICORN}`, []],
  ['no start', `FROM python:3.12-slim\n${GCC}${PIP}`, []],
  ['a shell', `FROM python:3.12-slim\n${GCC}${PIP}CMD ["bash"]`, []],
  ['a script', `FROM python:3.12-slim\n${GCC}${PIP}ENTRYPOINT ["/entrypoint.sh"]\nCMD ["gunicorn"]`, []],
  ['an interpreter alone', `FROM python:3.12-slim\n${GCC}${PIP}CMD ["python"]`, []],
  [
    'a start that installs first',
    `FROM ruby:3.4-slim\n${GCC}RUN bundle install\nCMD bundle install && bundle exec puma`,
    [],
  ],
  ['a server for development', `FROM python:3.12-slim\n${GCC}${PIP}CMD ["uvicorn", "x:y", "--reload"]`, []],
  [
    'a start for development',
    'FROM node:24-slim\nRUN apt-get install -y g++ && npm ci\nCMD ["npm", "run", "start:dev"]',
    [],
  ],
  [
    'a setting for development',
    `FROM node:24-slim\nENV NODE_ENV=development\n${GCC}RUN npm ci\nCMD ["node", "x.js"]`,
    [],
  ],
  ['a stage for development', `FROM python:3.12-slim AS dev\n${GCC}${PIP}${GUNICORN}`, []],
  ['what compiles as it runs', `FROM python:3.12-slim\n${GCC}RUN pip install torch==2.9\n${GUNICORN}`, []],
  [
    'what compiles as it runs, by the requirements',
    `FROM python:3.12-slim\n${GCC}${PIP}${GUNICORN}`,
    [],
    { files: { 'requirements.txt': 'flask\nvllm>=0.11\n' } },
  ],
  [
    'other requirements',
    `FROM python:3.12-slim\n${GCC}${PIP}${GUNICORN}`,
    [2],
    { files: { 'requirements.txt': 'torchlight' } },
  ],
  ['a notebook', `FROM python:3.12-slim\n${GCC}${PIP}CMD ["jupyter", "lab"]`, []],
  ['a base for others', `FROM python:3.12-slim\n${GCC}${PIP}ONBUILD RUN pip install x\n${GUNICORN}`, []],
  ['what is not understood', `FROM python:3.12-slim\n${GCC}${PIP}RUN <<EOF cat\nx\nEOF\n${GUNICORN}`, []],
]);

test('compiler-installed says what is installed, and for what', () => {
  const text = `FROM python:3.12-slim\n${GCC.replace('gcc', 'curl gcc make g++')}${PIP}${GUNICORN}`;
  expect(adviseOn(text).find(({ rule }) => rule.id === 'compiler-installed')?.message).toBe(
    'apt-get installs gcc, g++, make, … for "pip install" in line 3, and gunicorn runs without.',
  );
});

const JAR = 'COPY target/x.jar /x.jar\nUSER 1\nENTRYPOINT ["java", "-jar", "/x.jar"]\n';

cases('jdk-shipped', [
  ['a jar', `FROM eclipse-temurin:21-jdk\n${JAR}`, [1]],
  ['without the word', `FROM openjdk:17-alpine\n${JAR}`, [1]],
  ['in a shell', 'FROM openjdk:17-jdk-slim\nCOPY x.jar /\nCMD exec java $JAVA_OPTS -jar /x.jar', [1]],
  ['a class', 'FROM amazoncorretto:21\nCOPY x /x\nCMD ["java", "-cp", "/x/*", "com.example.Main"]', [1]],
  [
    'of Maven',
    `FROM maven:3.9-eclipse-temurin-21 AS b\nRUN mvn package\nFROM maven:3.9-eclipse-temurin-21\n${JAR}`,
    [3],
  ],
  ['another maker’s', `FROM azul/zulu-openjdk:21\n${JAR}`, [1]],
  ['beside what Debian has', `FROM eclipse-temurin:21-jdk\nRUN apt-get install -y curl\n${JAR}`, [1]],
  ['a stage on it', `FROM eclipse-temurin:21-jdk AS base\nFROM base AS b\nRUN ./mvnw package\nFROM base\n${JAR}`, [4]],
  ['a JRE', `FROM eclipse-temurin:21-jre\n${JAR}`, []],
  ['a slim JRE', `FROM openjdk:11-jre-slim\n${JAR}`, []],
  ['by its digest alone, one or the other', `FROM eclipse-temurin@sha256:${'0'.repeat(64)}\n${JAR}`, []],
  ['by its digest alone, always a JDK', `FROM maven@sha256:${'0'.repeat(64)}\n${JAR}`, [1]],
  ['what is compiled in it', `FROM eclipse-temurin:21-jdk\nRUN ./gradlew bootJar\n${JAR}`, []],
  [
    'a class that is compiled in it',
    'FROM openjdk:17\nRUN javac X.java\nCMD ["java", "-cp", ".", "com.example.X"]',
    [],
  ],
  ['a script', `FROM eclipse-temurin:21-jdk\nRUN ./install.sh\n${JAR}`, []],
  ['a tool of the JDK', `FROM eclipse-temurin:21-jdk\nRUN jar -xf /x.jar\n${JAR}`, []],
  ['in a heredoc', `FROM eclipse-temurin:21-jdk\nRUN <<EOF\njlink --output /jre\nEOF\n${JAR}`, []],
  ['a source file', 'FROM openjdk:21\nCMD ["java", "X.java"]', []],
  ['a tool that looks in', `FROM openjdk:8-jdk\nCOPY --from=hengyunabc/arthas /opt/arthas /opt/arthas\n${JAR}`, []],
  ['a debugger', `FROM openjdk:17\nENV JAVA_TOOL_OPTIONS=-agentlib:jdwp=transport=dt_socket\n${JAR}`, []],
  ['a check with jps', `FROM openjdk:17\nHEALTHCHECK CMD jps -l | grep x\n${JAR}`, []],
  ['another start', 'FROM openjdk:17\nCOPY x /x\nENTRYPOINT ["/x/start.sh"]', []],
  ['its version', 'FROM openjdk:17\nCMD ["java", "-version"]', []],
  ['no start', 'FROM openjdk:17\nCOPY x /x', []],
  ['an image that is called so', `FROM example.com/openjdk:17\n${JAR}`, []],
  ['a base for others', `FROM openjdk:17\nONBUILD COPY x.jar /x.jar\n${JAR}`, []],
]);

test.each([
  ['eclipse-temurin:21-jdk-alpine', 'eclipse-temurin:21-jre-alpine'],
  ['eclipse-temurin:21', 'eclipse-temurin:21-jre'],
  ['eclipse-temurin:21-alpine', 'eclipse-temurin:21-jre-alpine'],
  ['eclipse-temurin:8u402-b06-jdk-jammy', 'eclipse-temurin:8u402-b06-jre-jammy'],
  ['openjdk:8-jdk-alpine', 'eclipse-temurin:8-jre-alpine'],
  ['openjdk:17.0.2-slim', 'eclipse-temurin:17-jre'],
  ['openjdk:15', null],
  ['openjdk:latest', null],
  ['openjdk', null],
  ['sapmachine:21-jdk-ubuntu', 'sapmachine:21-jre-ubuntu'],
  ['ibm-semeru-runtimes:open-21-jdk', 'ibm-semeru-runtimes:open-21-jre'],
  ['bellsoft/liberica-openjdk-alpine:21', 'bellsoft/liberica-openjre-alpine:21'],
  ['azul/zulu-openjdk-alpine:21', 'azul/zulu-openjdk-alpine:21-jre'],
  ['gradle:8-jdk21-alpine', 'eclipse-temurin:21-jre-alpine'],
  ['maven:3.9-amazoncorretto-17', 'eclipse-temurin:17-jre'],
  ['maven:3.9', null],
])('jdk-shipped names the JRE of %s', (image, jre) => {
  const [found] = adviseOn(`FROM ${image}\n${JAR}`).filter(({ rule }) => rule.id === 'jdk-shipped');
  expect(found?.instead).toBe(
    jre === null
      ? 'End on a JRE: eclipse-temurin has one of each version with long support.'
      : `End on ${jre}, the JRE of the same version.`,
  );
});

const GO_STATIC = (build: string, base = 'scratch', from = 'golang:1.23') =>
  `FROM ${from} AS b\nCOPY . .\n${build}\nFROM ${base}\nCOPY --from=b /s /s\nENTRYPOINT ["/s"]`;

cases('cgo-in-static-base', [
  ['scratch', GO_STATIC('RUN go build -o /s .'), [3]],
  ['distroless/static', GO_STATIC('RUN GOOS=linux go build -o /s .', 'gcr.io/distroless/static-debian12:nonroot'), [3]],
  ['off for the command', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'), []],
  ['off by ENV', GO_STATIC('ENV CGO_ENABLED=0\nRUN go build -o /s .'), []],
  ['off by export', GO_STATIC('RUN export CGO_ENABLED=0 && go build -o /s .'), []],
  ['off by go env', GO_STATIC('RUN go env -w CGO_ENABLED=0 && go build -o /s .'), []],
  ['set by an argument', GO_STATIC('ARG CGO_ENABLED\nRUN go build -o /s .'), []],
  ['linked statically', GO_STATIC('RUN go build -ldflags \'-linkmode external -extldflags "-static"\' -o /s .'), []],
  ['without a C compiler', GO_STATIC('RUN go build -o /s .', 'scratch', 'golang:1.23-alpine'), []],
  ['for another machine', GO_STATIC('RUN GOARCH=arm64 go build -o /s .'), []],
  ['a base with a libc', GO_STATIC('RUN go build -o /s .', 'gcr.io/distroless/base-debian12'), []],
  [
    'another stage than the one that is copied',
    `FROM golang:1.23 AS t\nRUN go build -o /t .\nFROM a:1.1 AS b\nCOPY --from=t /t /t\nFROM scratch\nCOPY --from=b /s /s`,
    [],
  ],
  ['a heredoc', GO_STATIC('RUN <<EOF\ngo build -o /s .\nEOF'), [4]],
  ['off in a heredoc', GO_STATIC('RUN <<EOF\nexport CGO_ENABLED=0\ngo build -o /s .\nEOF'), []],
  ['off by env', GO_STATIC('RUN env CGO_ENABLED=0 go build -o /s .'), []],
  [
    'off by ENV in a stage below',
    'FROM golang:1.23 AS base\nENV CGO_ENABLED=0\nFROM base AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s /s',
    [],
  ],
  ['off by a file', GO_STATIC('RUN . ./env.sh && go build -o /s .'), []],
  ['by a script', GO_STATIC('RUN make build'), []],
  [
    'scratch by an argument',
    'ARG BASE=scratch\nFROM golang:1.23 AS b\nRUN go build -o /s .\nFROM $BASE\nCOPY --from=b /s /s',
    [3],
  ],
  ['COPY --link by number', 'FROM golang:1.23\nRUN go build -o /s .\nFROM scratch\nCOPY --link --from=0 /s /s', [2]],
]);

const GO_ON_BUILDER = (build: string, last = 'scratch') =>
  `FROM --platform=$BUILDPLATFORM golang:1.23-alpine AS b\nWORKDIR /src\nCOPY . .\n${build}\nFROM ${last}\nCOPY --from=b /src/bin/s /s\nENTRYPOINT ["/s"]`;

cases('go-for-the-builder', [
  ['nothing says for what', GO_ON_BUILDER('RUN CGO_ENABLED=0 go build -o bin/s .'), [4]],
  ['for Linux', GO_ON_BUILDER('ARG TARGETARCH\nRUN GOOS=linux go build -o bin/s .'), [5]],
  ['two platforms', GO_ON_BUILDER('RUN go build -o bin/s .'), [4], { platforms: ['linux/amd64', 'linux/arm64'] }],
  ['one platform', GO_ON_BUILDER('RUN go build -o bin/s .'), [], { platforms: ['linux/amd64'] }],
  [
    'in braces, in a stage below',
    'FROM --platform=${BUILDPLATFORM} golang:1.23 AS base\nFROM base AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s /s',
    [3],
  ],
  ['for the target', GO_ON_BUILDER('ARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o bin/s .'), []],
  ['by ENV', GO_ON_BUILDER('ARG TARGETARCH\nENV GOARCH=$TARGETARCH\nRUN go build -o bin/s .'), []],
  ['by export', GO_ON_BUILDER('ARG TARGETARCH\nRUN export GOARCH=$TARGETARCH && go build -o bin/s .'), []],
  ['by a file', GO_ON_BUILDER('RUN . ./env.sh && go build -o bin/s .'), []],
  ['wrapped', GO_ON_BUILDER('RUN xx-go --wrap && go build -o bin/s .'), []],
  ['a tool of the build', GO_ON_BUILDER('RUN go build -o /bin/generate ./gen && /bin/generate && make bin/s'), []],
  ['for a browser', GO_ON_BUILDER('RUN GOOS=js go build -o bin/s .'), []],
  ['for the builder alone', GO_ON_BUILDER('RUN go build -o bin/s .', '--platform=$BUILDPLATFORM alpine:3.20'), []],
  ['on the platform of the image', GO_STATIC('RUN go build -o /s .'), []],
]);

cases('go-flags', [
  ['none', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'), [3]],
  ['given', GO_STATIC('RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /s .'), []],
  ['others', GO_STATIC('RUN CGO_ENABLED=0 go build -ldflags "-X main.v=1" -o /s .'), []],
  ['for a debugger', GO_STATIC('RUN CGO_ENABLED=0 go build -gcflags="all=-N -l" -o /s .'), []],
  ['in a variable', GO_STATIC('RUN CGO_ENABLED=0 go build $FLAGS -o /s .'), []],
  ['by the environment', GO_STATIC('ENV GOFLAGS=-ldflags=-w\nRUN CGO_ENABLED=0 go build -o /s .'), []],
  ['in lines that go on', GO_STATIC('RUN CGO_ENABLED=0 \\\n  go build \\\n  -o /s .'), [4]],
  ['stripped afterwards', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s . && strip /s'), []],
  ['packed afterwards', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .\nRUN upx /s'), []],
  [
    'of a program that is looked at and taken away',
    GO_STATIC(
      'RUN go build -o /tmp/probe . && go tool nm /tmp/probe | grep -q _Cfunc_x && rm -f /tmp/probe && go build -o /s .',
    ),
    [3],
  ],
  ['of that program alone', GO_STATIC('RUN go build -o /tmp/probe . && rm -f /tmp/probe\nRUN make /s'), []],
  ['in a comment and in a text', GO_STATIC('RUN echo "go build" # go build -o /s .'), []],
  ['a stage that is not needed', `FROM golang:1.23 AS t\nRUN go build -o /t .\nFROM a:1.1`, []],
  ['with two hyphens', GO_STATIC('RUN CGO_ENABLED=0 go build --ldflags=--s -o /s .'), []],
]);

cases('package-cache-left', [
  ['apt', 'FROM debian:12\nRUN apt-get update && apt-get install -y curl', [2]],
  ['apk', 'FROM alpine:3.20\nRUN apk add curl', [2]],
  ['dnf', 'FROM fedora:41\nRUN dnf install -y curl', [2]],
  ['pip', 'FROM python:3.12\nRUN pip install flask', [2]],
  ['npm', 'FROM node:22.1\nRUN npm ci', [2]],
  ['npm, a program for the whole image', 'FROM node:22.1\nRUN npm install -g pnpm', [2]],
  ['npm, a package by its name', 'FROM node:22.1\nRUN npm i --no-save sharp', [2]],
  ['npm that writes the lock alone', 'FROM node:22.1\nRUN npm i --package-lock-only', []],
  ['npm that removes', 'FROM node:22.1\nRUN npm uninstall -g yarn', []],
  [
    'the line in a RUN of several',
    'FROM debian:12\nRUN set -e && \\\n  apt-get update && \\\n  apt-get install -y curl',
    [3],
  ],
  ['two of them', 'FROM python:3.12\nRUN apt-get update && apt-get install -y x\nRUN pip install y', [2, 3]],
  [
    'apt, taken away',
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
    [],
  ],
  ['apt, taken away otherwise', 'FROM debian:12\nRUN apt-get update; apt-get install -y curl; apt-get dist-clean', []],
  [
    'apt, taken away in a shell',
    'FROM debian:12\nRUN bash -c "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*"',
    [],
  ],
  [
    'apt, in a heredoc',
    'FROM debian:12\nRUN <<EOF\napt-get update\napt-get install -y curl\nrm -r /var/lib/apt/lists\nEOF',
    [],
  ],
  ['apt, by a script', 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && /opt/cleanup.sh', []],
  [
    'apt, in a cache mount',
    'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl',
    [],
  ],
  [
    'in a stage that is not shipped',
    'FROM debian:12 AS b\nRUN apt-get update && apt-get install -y curl\nFROM a:1.1\nCOPY --from=b /x /x',
    [],
  ],
  ['in a stage below', 'FROM debian:12 AS b\nRUN apt-get update && apt-get install -y curl\nFROM b', [2]],
  ['apk without', 'FROM alpine:3.20\nRUN apk add --no-cache curl', []],
  ['apk, taken away', 'FROM alpine:3.20\nRUN apk add --update curl && rm -rf /var/cache/apk/*', []],
  ['dnf, taken away', 'FROM fedora:41\nRUN dnf install -y curl && dnf clean all', []],
  [
    'microdnf',
    'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.4\nRUN microdnf install -y curl && microdnf clean all',
    [],
  ],
  ['pip without', 'FROM python:3.12\nRUN pip install --no-cache-dir flask', []],
  ['pip without, as pip takes it abbreviated', 'FROM python:3.12\nRUN pip install --no-cache flask', []],
  ['pip, by ENV', 'FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask', []],
  ['pip, in a base that may say so', 'FROM ghcr.io/acme/python:3.12\nRUN pip install flask', []],
  ['pip, in a cache mount', 'FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache pip install flask', []],
  ['npm, taken away', 'FROM node:22.1\nRUN npm ci && npm cache clean --force', []],
  ['poetry', 'FROM python:3.12\nCOPY poetry.lock .\nRUN poetry install --only main', [3], { files: {} }],
  ['poetry, taken away', 'FROM python:3.12\nRUN poetry install && rm -rf ~/.cache/pypoetry', [], { files: {} }],
  [
    'poetry, elsewhere',
    'FROM python:3.12\nENV POETRY_CACHE_DIR=/tmp/p\nRUN poetry install && rm -rf $POETRY_CACHE_DIR',
    [],
    { files: {} },
  ],
  ['poetry, by a file of the project', 'FROM python:3.12\nRUN poetry install', [], { files: { 'poetry.toml': '' } }],
  [
    'poetry, by its settings',
    'FROM python:3.12\nRUN poetry config cache-dir /c\nRUN poetry install',
    [],
    { files: {} },
  ],
  ['poetry that locks', 'FROM python:3.12\nRUN poetry lock && poetry export -o r.txt', [], { files: {} }],
  ['conda', 'FROM continuumio/miniconda3:24.9.2-0\nRUN conda env update -n base -f e.yml', [2]],
  ['micromamba', 'FROM mambaorg/micromamba:2.0.5\nRUN micromamba install -y -n base -f /tmp/e.yml', [2]],
  ['conda, cleaned', 'FROM continuumio/miniconda3:24.9.2-0\nRUN conda install -y numpy && conda clean -afy', []],
  [
    'conda, in a cache mount',
    'FROM continuumio/miniconda3:24.9.2-0\nRUN --mount=type=cache,target=/opt/conda/pkgs conda env create -f e.yml',
    [],
  ],
  ['conda that lists', 'FROM continuumio/miniconda3:24.9.2-0\nRUN conda env list && conda run -n base true', []],
  ['yarn', 'FROM node:22.1\nRUN yarn install --frozen-lockfile', [2], { files: NODE }],
  ['yarn, cleaned', 'FROM node:22.1\nRUN yarn --frozen-lockfile && yarn cache clean', [], { files: NODE }],
  ['yarn, of a project that is not known', 'FROM node:22.1\nRUN yarn install', []],
  ['a later yarn', 'FROM node:22.1\nRUN yarn install', [], { files: { ...NODE, '.yarnrc.yml': '' } }],
  [
    'a later yarn, by corepack',
    'FROM node:22.1\nRUN corepack enable\nRUN yarn install',
    [],
    { files: { 'package.json': '{"packageManager":"yarn@4.5.3"}' } },
  ],
  [
    'yarn, in a cache mount',
    'FROM node:22.1\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install',
    [],
    { files: NODE },
  ],
  ['composer', 'FROM php:8.3-cli\nCOPY composer.* ./\nRUN composer install --no-dev', [3]],
  ['composer, cleared', 'FROM php:8.3-cli\nRUN composer install --no-dev && composer clear-cache', []],
  ['composer without', 'FROM php:8.3-cli\nRUN composer install --no-cache', []],
  ['composer, to nowhere', 'FROM php:8.3-cli\nENV COMPOSER_CACHE_DIR=/dev/null\nRUN composer install', []],
  [
    'composer, in a cache mount',
    'FROM composer:2.8\nRUN --mount=type=cache,target=/tmp/cache composer install --no-dev',
    [],
  ],
  [
    'composer, in a stage that is not shipped',
    'FROM composer:2.8 AS v\nRUN composer install\nFROM php:8.3-fpm\nCOPY --from=v /app/vendor vendor',
    [],
  ],
  ['composer that only dumps', 'FROM php:8.3-cli\nRUN composer dump-autoload -o', []],
  ['bundler', 'FROM ruby:3.3.6\nCOPY Gemfile* ./\nRUN bundle install -j4', [3], { files: {} }],
  [
    'bundler, taken away',
    'FROM ruby:3.3.6\nRUN bundle install && rm -rf /usr/local/bundle/cache/*.gem',
    [],
    { files: {} },
  ],
  [
    'bundler, as Rails does it',
    'FROM ruby:3.3.6\nENV BUNDLE_PATH=/b\nRUN bundle install && rm -rf ~/.bundle/ "${BUNDLE_PATH}"/ruby/*/cache',
    [],
    { files: {} },
  ],
  [
    'bundler, found',
    'FROM ruby:3.3.6\nRUN bundle install && find /usr/local/bundle -name "*.gem" -delete',
    [],
    { files: {} },
  ],
  [
    'bundler, elsewhere',
    'FROM ruby:3.3.6\nRUN bundle config set path vendor/bundle\nRUN bundle install',
    [],
    { files: {} },
  ],
  ['bundler, by its settings', 'FROM ruby:3.3.6\nRUN bundle install', [], { files: { '.bundle': '' } }],
  ['an exec form', 'FROM alpine:3.20\nRUN ["apk", "add", "curl"]', [2]],
  ['a group', 'FROM debian:12\nRUN (apt-get update && apt-get install -y curl)', [2]],
  ['only if something is', 'FROM alpine:3.20\nRUN if [ -n "$X" ]; then apk add curl; fi', [2]],
  [
    'taken away whatever comes',
    'FROM debian:12\nRUN apt-get update; apt-get install -y curl || true; rm -rf /var/lib/apt/lists/*',
    [],
  ],
  [
    'taken away, each list',
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*',
    [],
  ],
  [
    'taken away by find',
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete',
    [],
  ],
  ['in a text', 'FROM debian:12\nRUN echo "apt-get update && apt-get install -y curl" > /help # apk add curl', []],
  ['a trigger', 'FROM debian:12\nONBUILD RUN apt-get update && apt-get install -y curl', []],
  ['apk in a tmpfs', 'FROM alpine:3.20\nRUN --mount=type=tmpfs,target=/var/cache/apk apk add curl', []],
  ['a secret beside it', 'FROM alpine:3.20\nRUN --mount=type=secret,id=x apk add curl', [2]],
  ['into another root', 'FROM alpine:3.20\nRUN apk add --root /out --initdb curl', []],
  ['pip in a virtual environment', 'FROM python:3.12\nRUN /venv/bin/pip install flask', [2]],
  ['pip of a variable', 'FROM python:3.12\nARG PIP_NO_CACHE_DIR=1\nRUN pip install flask', []],
  ['pip as another user', 'FROM python:3.12\nUSER 1000\nRUN pip install flask', [3]],
  [
    'apk without a network',
    'FROM alpine:3.20\nRUN apk add --no-cache gcc && apk add --no-network --virtual .run $deps',
    [],
  ],
]);

cases('deleted-too-late', [
  ['lists', 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*', [3]],
  ['gems', 'FROM ruby:3.3.6\nRUN bundle install\nRUN rm -rf /usr/local/bundle/cache', [3]],
  ["an application's cache", 'FROM ruby:3.3.6\nRUN bundle install\nRUN rm -rf tmp/cache log/*.log', []],
  [
    'what gems were compiled from',
    'FROM ruby:3.3.6\nRUN bundle install\nRUN find /usr/local/bundle -name "*.c" -delete',
    [],
  ],
  ['packages', 'FROM alpine:3.20\nRUN apk add --no-cache gcc\nRUN make\nRUN apk del gcc', [4]],
  ['a group of packages', 'FROM alpine:3.20\nRUN apk add --no-cache --virtual .b gcc\nRUN apk del .b', [3]],
  ['an archive', 'FROM debian:12\nCOPY x.tar.gz /tmp/\nRUN tar -xf /tmp/x.tar.gz && rm /tmp/x.tar.gz', [3]],
  ['a download', 'FROM debian:12\nRUN curl -fsSLo /x.zip https://x/y.zip\nRUN unzip /x.zip && rm /x.zip', [3]],
  ['a key', 'FROM debian:12\nWORKDIR /root\nCOPY id_rsa .ssh/id_rsa\nRUN git clone x && rm -f .ssh/id_rsa', [4]],
  ['in the same RUN', 'FROM alpine:3.20\nRUN apk add --no-cache gcc && make && apk del gcc', []],
  ['of the base', 'FROM debian:12\nRUN apt-get purge -y tzdata', []],
  [
    'a small list',
    'FROM python:3.12\nCOPY r.txt /tmp/r.txt\nRUN pip install --no-cache-dir -r /tmp/r.txt && rm /tmp/r.txt',
    [],
  ],
  [
    'what the RUN made',
    'FROM node:22.1\nCOPY . /app\nRUN npm ci && npm run build && rm -rf node_modules && npm cache clean --force',
    [],
  ],
  [
    'in a stage that is not shipped',
    'FROM alpine:3.20 AS b\nRUN apk add --no-cache gcc\nRUN apk del gcc\nFROM a:1.1\nCOPY --from=b /x /x',
    [],
  ],
  ['elsewhere', 'FROM debian:12\nCOPY x.zip /a/\nRUN cd /b && rm x.zip', []],
  ['COPY --link', 'FROM debian:12\nCOPY --link x.tar.gz /tmp/\nRUN rm /tmp/x.tar.gz', [3]],
  [
    'ADD --checksum',
    'FROM debian:12\nADD --checksum=sha256:00 https://x/y.tar.gz /tmp/\nRUN tar -xf /tmp/y.tar.gz && rm /tmp/y.tar.gz',
    [3],
  ],
  ['a heredoc', 'FROM debian:12\nCOPY x.zip /x.zip\nRUN <<EOF\nunzip /x.zip\nrm /x.zip\nEOF', [5]],
  ['by an argument', 'FROM debian:12\nARG F=x.zip\nCOPY $F /tmp/\nRUN rm /tmp/x.zip', [4]],
  ['by a mount', 'FROM debian:12\nRUN --mount=type=bind,source=x.zip,target=/x.zip unzip /x.zip', []],
  ['in a text', 'FROM debian:12\nCOPY x.zip /x.zip\nRUN echo rm /x.zip', []],
  ['a file of that name elsewhere', 'FROM debian:12\nCOPY x.zip /a/\nRUN rm /b/x.zip', []],
  ['lists that were never fetched', 'FROM debian:12\nRUN rm -rf /var/lib/apt/lists/*', []],
  [
    'lists in a cache mount',
    'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y x\nRUN rm -rf /var/lib/apt/lists/*',
    [],
  ],
]);

cases('rewritten-in-later-layer', [
  ['chown', 'FROM node:22.1\nWORKDIR /app\nCOPY . .\nRUN chown -R node:node /app', [4]],
  ['chown of the folder above', 'FROM node:22.1\nCOPY . /srv/app\nRUN useradd x && chown -R x /srv', [3]],
  ['chmod', 'FROM node:22.1\nCOPY --from=a:1.1 /x /app\nRUN chmod -R 755 /app', [3]],
  ['mv', 'FROM node:22.1\nCOPY dist /dist\nRUN mv /dist /srv', [3]],
  ['with --chown', 'FROM node:22.1\nCOPY --chown=node:node . /app\nRUN chown -R node:node /app', []],
  ['to root', 'FROM node:22.1\nCOPY . /app\nRUN chown -R root:root /app', []],
  ['a folder of its own', 'FROM node:22.1\nCOPY . /app\nRUN mkdir /data && chown -R node /data', []],
  ['within what was copied', 'FROM node:22.1\nCOPY . /app\nRUN mkdir /app/tmp && chown -R node /app/tmp', []],
  ['before it is copied', 'FROM node:22.1\nRUN chown -R node /app\nCOPY . /app', []],
  ['a script', 'FROM node:22.1\nCOPY run.sh /app/\nRUN chown -R node /app', []],
  ['not all of it', 'FROM node:22.1\nCOPY . /app\nRUN chown node /app && chmod +x /app/x', []],
  ['COPY --link', 'FROM node:22.1\nCOPY --link . /app\nRUN chown -R node /app', [3]],
  ['a heredoc', 'FROM node:22.1\nCOPY . /app\nRUN <<EOF\nchown -R node /app\nEOF', [4]],
  ['an exec form', 'FROM node:22.1\nCOPY . /app\nRUN ["chown", "-R", "node", "/app"]', [3]],
  ['behind ||', 'FROM node:22.1\nCOPY . /app\nRUN true || chown -R node /app', [3]],
  ['in a text', 'FROM node:22.1\nCOPY . /app\nRUN echo "chown -R node /app"', []],
  ['a copy elsewhere', 'FROM node:22.1\nCOPY . /app\nRUN chown -R node /application', []],
  [
    'in a stage that is not shipped',
    'FROM node:22.1 AS b\nCOPY . /app\nRUN chown -R node /app\nFROM node:22.1\nCOPY --from=b /app /app',
    [],
  ],
]);

cases('apt-update-alone', [
  ['two layers', 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl', [2]],
  ['in a stage below', 'FROM debian:12 AS a\nRUN apt update -y\nFROM a\nRUN apt install -y curl', []],
  ['in one', 'FROM debian:12\nRUN apt-get update && apt-get install -y curl', []],
  [
    'each with its own',
    'FROM debian:12\nRUN apt-get update && apt-get upgrade -y\nRUN apt-get update && apt-get install -y x',
    [],
  ],
  ['nothing installed', 'FROM debian:12\nRUN apt-get update', []],
  [
    'in a cache mount',
    'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN --mount=type=cache,target=/var/lib/apt apt-get install -y x',
    [],
  ],
  ['heredocs', 'FROM debian:12\nRUN <<EOF\napt-get update\nEOF\nRUN <<EOF\napt-get install -y curl\nEOF', [3]],
  [
    'with options',
    'FROM debian:12\nRUN apt-get -qq -o Acquire::Retries=3 update\nRUN apt-get -y -o a=b install curl',
    [2],
  ],
  ['behind a semicolon', 'FROM debian:12\nRUN apt-get update; apt-get install -y curl', []],
  ['a text of it', 'FROM debian:12\nRUN echo apt-get update\nRUN apt-get install -y curl', []],
  [
    'of another stage',
    'FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12\nRUN apt-get update && apt-get install -y curl\nCOPY --from=a /x /x',
    [],
  ],
  ['a trigger', 'FROM debian:12\nONBUILD RUN apt-get update\nRUN apt-get install -y curl', []],
]);

const FRESH: Known = { freshBuilder: { kind: 'own' } };

cases('cache-mount-not-kept', [
  ['two steps', 'FROM a:1.1\nRUN --mount=type=cache,target=/c x\nRUN --mount=target=/d,type=cache y', [2], FRESH],
  [
    'of a stage that is not shipped',
    'FROM a:1.1 AS b\nRUN --mount=type=cache,target=/c x\nFROM a:1.1\nCOPY --from=b /x /',
    [2],
    FRESH,
  ],
  ['lower case, in a heredoc', 'from a:1.1\nrun --mount=type=cache,target=/c <<EOF\nx\nEOF', [2], FRESH],
  ['a continued line, CRLF', 'FROM a:1.1\r\nRUN \\\r\n  --mount=type="cache",target=/c \\\r\n  x', [2], FRESH],
  ['an exec form', 'FROM a:1.1\nRUN --mount=type=cache,target=/c ["x"]', [2], FRESH],
  ['a builder that may have been used', 'FROM a:1.1\nRUN --mount=type=cache,target=/c x', []],
  [
    'mounts of other kinds',
    'FROM a:1.1\nRUN --mount=type=secret,id=cache --mount=type=tmpfs,target=/c --mount=target=/d x',
    [],
    FRESH,
  ],
  ['in a text', 'FROM a:1.1\n# RUN --mount=type=cache,target=/c x\nRUN echo --mount=type=cache,target=/c', [], FRESH],
  ['a trigger', 'FROM a:1.1\nONBUILD RUN --mount=type=cache,target=/c x', [], FRESH],
  ['a stage that is not needed', 'FROM a:1.1 AS t\nRUN --mount=type=cache,target=/c x\nFROM a:1.1', [], FRESH],
  ['silenced', 'FROM a:1.1\n# plimsoll: ignore=cache-mount-not-kept\nRUN --mount=type=cache,target=/c x', [], FRESH],
]);

test('cache-mount-not-kept names the lines, and what says that the builder is new', () => {
  const text = `FROM a:1.1\n${'RUN --mount=type=cache,target=/c x\n'.repeat(6)}`;
  const own = adviseOn(text, FRESH).find(({ rule }) => rule.id === 'cache-mount-not-kept');
  expect(own).toMatchObject({
    message: 'The cache mounts of lines 2, 3, 4, 5, 6, … are empty at the start of each run: the builder is a new one.',
    instead: '"cache-mounts: true" keeps their contents from run to run.',
    paid: { kind: 'empty-mounts', lines: [2, 3, 4, 5, 6, 7] },
  });
  const workflow = { kind: 'workflow', file: '.github/workflows/ci.yml', action: 'docker/build-push-action' } as const;
  const found = adviseOn(text, { freshBuilder: { ...workflow, runner: 'ubuntu-latest' } });
  expect(found.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /: \.github\/workflows\/ci\.yml builds with docker\/build-push-action on ubuntu-latest, a new machine each time\.$/,
    ),
  );
});

cases('apt-recommends', [
  ['without', 'FROM debian:12\nRUN apt-get update && apt-get install -y curl', [2]],
  ['with', 'FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends curl', []],
  ['as a setting', 'FROM debian:12\nRUN apt-get -o APT::Install-Recommends=false install -y curl', []],
  [
    'as a setting of the image',
    'FROM debian:12\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/1\nRUN apt-get install -y curl',
    [],
  ],
  [
    'in a stage that is not shipped',
    'FROM debian:12 AS b\nRUN apt-get install -y curl\nFROM a:1.1\nCOPY --from=b /x /x',
    [],
  ],
  ['a file', 'FROM debian:12\nRUN apt-get install -y ./x.deb', []],
  ['options in a variable', 'FROM debian:12\nRUN apt-get install $OPTS curl', []],
  ['an exec form', 'FROM debian:12\nRUN ["apt-get", "install", "-y", "curl"]', [2]],
  ['apt, a semicolon', 'FROM debian:12\nRUN apt update; apt install curl', [2]],
  ['in a heredoc', 'FROM debian:12\nRUN <<EOF\napt-get install -y curl\nEOF', [3]],
  ['as an option of another letter', 'FROM debian:12\nRUN apt-get install -y --no-install-suggests curl', [2]],
  ['a text of it', 'FROM debian:12\nRUN echo "apt-get install curl" && ls # apt-get install curl', []],
  ['a trigger', 'FROM debian:12\nONBUILD RUN apt-get install -y curl', []],
  ['what is only fetched', 'FROM debian:12\nRUN apt-get install -y --download-only curl', []],
  ['what is only said', 'FROM debian:12\nRUN apt-get install --print-uris curl', []],
]);

cases('moving-image', [
  ['no tag', 'FROM debian', [1]],
  ['latest', 'FROM ghcr.io/acme/x:latest', [1]],
  ['a major version', 'FROM node:22-alpine', [1]],
  ['a word', 'FROM gcr.io/distroless/static:nonroot', [1]],
  ['by an argument', 'ARG V=latest\nFROM node:$V', [2]],
  ['COPY --from', 'FROM a:1.1\nCOPY --from=composer:2 /usr/bin/composer /x', [2]],
  ['a mount', 'FROM a:1.1\nRUN --mount=type=bind,from=ghcr.io/astral-sh/uv:latest,source=/uv,target=/uv /uv', [2]],
  ['a minor version', 'FROM node:22.1-alpine', []],
  ['a minor version of the distribution', 'FROM python:3.12-slim', []],
  ['a digest', `FROM node:22@sha256:${'0'.repeat(64)}`, []],
  ['a release', 'FROM debian:12-slim', []],
  ['a date', 'FROM ubuntu:noble-20240801', []],
  ['a stage', 'FROM a:1.1 AS node\nFROM node', []],
  ['scratch', 'FROM scratch', []],
  ['an argument without a default', 'ARG V\nFROM node:$V', []],
  ['what may be a context of the build', 'FROM a:1.1\nCOPY --from=assets / /', []],
  ['in a stage that is not needed', 'FROM node AS x\nFROM a:1.1', []],
  ['lower case, an argument with a default', 'ARG BASE=debian\nFROM ${BASE:-alpine}', [2]],
  ['a platform', 'FROM --platform=$BUILDPLATFORM node:lts AS b\nFROM scratch AS x\nCOPY --from=b /x /x', [1]],
  ['a registry with a port', 'FROM localhost:5000/x', [1]],
  ['scratch as a stage', 'FROM scratch AS x\nFROM x', []],
  ['a stage by number', 'FROM a:1.1\nFROM a:1.1\nCOPY --from=0 /x /x', []],
  ['a stage in other letters', 'FROM a:1.1 AS Build\nFROM a:1.1\nCOPY --from=BUILD /x /x', []],
  ['a version of three', 'FROM ghcr.io/acme/x:v1.2.3-rc.1', []],
  ['a commit', 'FROM ghcr.io/acme/x:sha-0a1b2c3', []],
  ['in a trigger', 'FROM a:1.1\nONBUILD COPY --from=composer:2 /x /x', []],
  ['by an argument that changes within', 'FROM a:1.1\nARG UV\nCOPY --from=ghcr.io/astral-sh/uv:$UV /uv /uv', []],
  ['a release of Windows', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022-amd64', []],
  ['no release of Windows', 'FROM mcr.microsoft.com/windows/servercore/iis', [1]],
  ['a release, for a machine', 'FROM arm64v8/buildpack-deps:noble-curl', []],
  ['a date with hyphens', 'FROM minio/mc:RELEASE.2025-08-13T08-35-41Z', []],
  ['what may be a context', 'FROM php-base', []],
  ['what may be an image of this machine', 'FROM tritonserver', []],
  ['the newest of a version', 'FROM lukemathwalker/cargo-chef:latest-rust-1.85.1', [1]],
  ['a release, of the distribution itself', 'FROM public.ecr.aws/amazonlinux/amazonlinux:2023', []],
]);

cases('root-user', [
  ['none', 'FROM node:22.1\nCMD ["node", "server.js"]', [1]],
  ['root again', 'FROM node:22.1\nUSER node\nRUN ls\nUSER root\nCMD ["node", "server.js"]', [4]],
  ['distroless', 'FROM gcr.io/distroless/base-debian12:debug-1.1\nEXPOSE 8080\nCMD ["/x"]', [1]],
  ['one', 'FROM node:22.1\nUSER node\nCMD ["node", "server.js"]', []],
  ['of a stage below', 'FROM node:22.1 AS a\nUSER 1000:1000\nFROM a\nCMD ["node", "server.js"]', []],
  ['nonroot', 'FROM gcr.io/distroless/static:nonroot-1.1\nEXPOSE 8080\nCMD ["/x"]', []],
  ['a base that is not known', 'FROM ghcr.io/acme/base:1.1\nCMD ["server"]', []],
  ['a server that drops it', 'FROM nginx:1.27\nCMD ["nginx"]', []],
  ['gosu', 'FROM debian:12\nRUN apt-get install -y gosu\nCMD ["gosu", "x", "server"]', []],
  ['a script', 'FROM debian:12\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["server"]', []],
  ['no service', 'FROM debian:12\nRUN ls', []],
  ['a shell', 'FROM debian:12\nCMD ["bash"]', []],
  ['an argument', 'FROM debian:12\nARG U\nUSER $U\nCMD ["server"]', []],
  ['lower case, a shell form', 'FROM node:22.1\nCMD node server.js', [1]],
  ['by number', 'FROM node:22.1\nUSER 0:0\nCMD ["node", "server.js"]', [2]],
  [
    'USER of another stage',
    'FROM node:22.1 AS b\nUSER node\nFROM node:22.1\nCOPY --from=b /x /x\nCMD ["node", "server.js"]',
    [3],
  ],
  ['by a default', 'FROM node:22.1\nARG U=node\nUSER ${U}\nCMD ["node", "server.js"]', []],
  ['in a trigger', 'FROM node:22.1\nUSER node\nONBUILD USER root\nCMD ["node", "server.js"]', []],
  ['an init before a script', 'FROM debian:12\nENTRYPOINT ["tini", "--", "/entrypoint.sh"]', []],
  ['no start, as a base for others', 'FROM node:22.1\nRUN npm i -g x', []],
  [
    'a server that drops it, on a base of others',
    'FROM alpine:3.20\nRUN apk add --no-cache nginx\nCMD ["nginx", "-g", "daemon off;"]',
    [],
  ],
  ['root for a server that drops it', 'FROM php:8.3-fpm\nUSER www-data\nUSER root\nCMD ["php-fpm"]', []],
  ['a prompt', 'FROM debian:12\nCMD ["irb"]', []],
  ['a program of a language', 'FROM python:3.12\nCMD ["python", "app.py"]', [1]],
  ['WebAssembly', 'FROM scratch\nCOPY x.wasm /\nENTRYPOINT ["x.wasm"]', []],
  ['a check of its health', 'FROM debian:12\nHEALTHCHECK CMD curl -f http://localhost\nCMD ["x"]', [1]],
  ['none of its health', 'FROM debian:12\nHEALTHCHECK NONE\nCMD ["x"]', []],
  ['a script of a package', 'FROM node:22.1\nCMD ["npm", "run", "start:prod"]', [1]],
  ['a script of a package, which is none to start', 'FROM node:22.1\nCMD ["npm", "run", "lint"]', []],
  ['a word to a tool', 'FROM python:3.12\nCMD ["python", "manage.py", "runserver", "0.0.0.0:80"]', [1]],
  ['a server by name', 'FROM python:3.12\nCMD ["python", "-m", "uvicorn", "x:y"]', [1]],
  ['a tool', 'FROM debian:12\nENTRYPOINT ["shellcheck"]', []],
  ['a tool that is given a folder', 'FROM python:3.12\nWORKDIR /app\nCMD ["pytest", "/app", "web"]', []],
  ['a tool of a language', 'FROM node:22.1\nENTRYPOINT ["node", "/action/dist/index.js"]', []],
  ['the help of a server', 'FROM golang:1.26\nEXPOSE 80\nENTRYPOINT ["/server"]\nCMD ["--help"]', []],
  ['a shell with a port', 'FROM node:22.1\nEXPOSE 80\nCMD ["bash"]', []],
  ['a port of another stage', 'FROM node:22.1 AS a\nEXPOSE 80\nFROM debian:12\nCMD ["x"]', []],
  ['a port of the stage below', 'FROM node:22.1 AS a\nEXPOSE 80\nFROM a\nCMD ["x"]', [3]],
  ['files to take out', 'FROM alpine:3.20\nCOPY x /x\nCMD ["cat", "/x"]', []],
]);

cases('changing-argument-early', [
  ['before packages', 'FROM debian:12\nARG GIT_SHA\nRUN apt-get update && apt-get install -y x\nLABEL r=$GIT_SHA', [2]],
  ['.git', 'FROM node:22.1\nCOPY .git .git\nCOPY package.json .\nRUN npm ci\nCOPY . .', [2]],
  ['behind them', 'FROM debian:12\nRUN apt-get install -y x\nARG GIT_SHA\nLABEL r=$GIT_SHA', []],
  ['before the first stage', 'ARG GIT_SHA\nFROM debian:12\nRUN apt-get install -y x', []],
  ['used there', 'FROM debian:12\nARG BUILD_DATE\nRUN apt-get install -y x && echo $BUILD_DATE', []],
  ['a version', 'FROM debian:12\nARG VERSION\nRUN apt-get install -y x', []],
  ['behind the source', 'FROM node:22.1\nCOPY . .\nARG GIT_SHA\nRUN npm ci', []],
  ['nothing that costs', 'FROM node:22.1\nARG GIT_SHA\nRUN mkdir /x', []],
  ['of two in one line', 'FROM debian:12\nARG A=1 GIT_SHA=none\nRUN apt-get install -y x', [2]],
  ['used in a heredoc', 'FROM debian:12\nARG GIT_SHA\nRUN <<EOF\napt-get install -y x\necho $GIT_SHA > /sha\nEOF', []],
  ['used before in another RUN', 'FROM debian:12\nARG GIT_SHA\nRUN echo ${GIT_SHA} > /x\nRUN apt-get install -y x', []],
  ['in a stage that is not needed', 'FROM debian:12 AS t\nARG GIT_SHA\nRUN apt-get install -y x\nFROM a:1.1', []],
  ['of .gitignore', 'FROM node:22.1\nCOPY .gitignore package.json ./\nRUN npm ci', []],
  ['.git of another stage', 'FROM a:1.1 AS s\nFROM node:22.1\nCOPY --from=s .git .git\nRUN npm ci', []],
]);

cases('secret-in-argument', [
  ['ENV', 'FROM a:1.1\nENV DB_PASSWORD=hunter22', [2]],
  ['ARG', 'FROM a:1.1\nARG NPM_TOKEN\nRUN echo "//r/:_authToken=$NPM_TOKEN" > .npmrc', [2]],
  ['ARG into ENV', 'FROM a:1.1\nARG API_KEY\nENV API_KEY=$API_KEY', [2]],
  ['the old form', 'FROM a:1.1\nENV AWS_SECRET_ACCESS_KEY abcdefgh', [2]],
  ['a mount', 'FROM a:1.1\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci', []],
  ['empty', 'FROM a:1.1\nENV DB_PASSWORD=""', []],
  ['a file', 'FROM a:1.1\nENV DB_PASSWORD_FILE=/run/secrets/x', []],
  ['a path', 'FROM a:1.1\nENV PRIVATE_KEY=/run/secrets/x', []],
  ['no secret', 'FROM a:1.1\nENV TOKENIZERS_PARALLELISM=false NEXT_PUBLIC_API_KEY=abc', []],
  ['a dummy', 'FROM a:1.1\nENV DUMMY_TOKEN=abcdef SECRET_KEY_BASE=dummy', []],
  ['not used', 'FROM a:1.1\nARG NPM_TOKEN', []],
  ['of several, in lines that go on', 'FROM a:1.1\nENV A=1 \\\n  GITHUB_TOKEN=ghp_abcdefgh', [2]],
  [
    'in a stage that builds',
    'FROM a:1.1 AS b\nARG NPM_TOKEN\nRUN echo $NPM_TOKEN > .npmrc\nFROM a:1.1\nCOPY --from=b /x /',
    [2],
  ],
  ['used in a heredoc', 'FROM a:1.1\nARG NPM_TOKEN\nRUN <<EOF\necho ${NPM_TOKEN} > .npmrc\nEOF', [2]],
  [
    'a mount beside an argument of the name',
    'FROM a:1.1\nRUN --mount=type=secret,id=token TOKEN=$(cat /run/secrets/token) npm ci',
    [],
  ],
  ['in a comment and in a text', 'FROM a:1.1\n# ENV DB_PASSWORD=hunter22\nRUN echo "ENV DB_PASSWORD=hunter22"', []],
  ['a label', 'FROM a:1.1\nLABEL secret_token=abcdefgh', []],
  ['a limit', 'FROM a:1.1\nENV MAX_TOKENS=4096 TOKEN_EXPIRY=3600 PASSWORD_MIN_LENGTH=8', []],
  ['an address', 'FROM a:1.1\nENV SECRET_ENDPOINT=https://vault TOKEN_URL=https://x/token', []],
  ['of a stage that is not needed', 'FROM a:1.1 AS t\nENV DB_PASSWORD=hunter22\nFROM a:1.1', []],
]);

cases('unchecked-download', [
  ['a pipe', 'FROM a:1.1\nRUN curl -fsSL https://x | bash -', [2]],
  ['with arguments', 'FROM a:1.1\nRUN wget -qO- https://x | sh -s -- -b /usr/bin', [2]],
  ['as root', 'FROM a:1.1\nRUN curl https://x | sudo -E bash -', [2]],
  ['in a substitution', 'FROM a:1.1\nRUN sh -c "$(curl -fsSL https://x)"', [2]],
  ['as a file', 'FROM a:1.1\nRUN bash <(curl -s https://x)', [2]],
  ['ADD', 'FROM a:1.1\nADD https://x/y.tar.gz /', [2]],
  ['in a stage that builds', 'FROM a:1.1 AS b\nRUN curl x | python3 -\nFROM a:1.1\nCOPY --from=b /x /', [2]],
  ['ADD with a checksum', 'FROM a:1.1\nADD --checksum=sha256:00 https://x/y.tar.gz /', []],
  ['ADD of a repository', 'FROM a:1.1\nADD https://github.com/x/y.git#v1 /', []],
  ['an archive', 'FROM a:1.1\nRUN curl https://x | tar -xz', []],
  ['a key', 'FROM a:1.1\nRUN curl https://x | gpg --dearmor -o /x', []],
  ['data for a program', 'FROM a:1.1\nRUN curl https://x | python3 -c "import sys" && curl y | node parse.js', []],
  ['a version that is read', 'FROM a:1.1\nRUN V=$(curl https://x) && bash build.sh $V', []],
  ['in a text', 'FROM a:1.1\nRUN echo "curl x | sh"', []],
  ['an exec form', 'FROM a:1.1\nRUN ["sh", "-c", "curl -fsSL https://x | sh"]', [2]],
  ['a heredoc', 'FROM a:1.1\nRUN <<EOF\ncurl -fsSL https://x | sh\nEOF', [3]],
  ['behind ||', 'FROM a:1.1\nRUN command -v x || wget -O - https://x | bash', [2]],
  ['ADD --link', 'FROM a:1.1\nADD --link https://x/y.tar.gz /', [2]],
  ['ADD by an argument', 'FROM a:1.1\nARG V=1\nADD https://x/$V.tar.gz /', [3]],
  ['ADD of the context', 'FROM a:1.1\nADD x.tar.gz /', []],
  ['ADD of git over ssh', 'FROM a:1.1\nADD git@github.com:x/y.git /', []],
  ['a trigger', 'FROM a:1.1\nONBUILD ADD https://x/y /', []],
  [
    'checked before it is run',
    'FROM a:1.1\nRUN curl -o x.sh https://x && echo "00  x.sh" | sha256sum -c && sh x.sh',
    [],
  ],
  ['a comment', 'FROM a:1.1\nRUN ls # curl https://x | sh', []],
  ['what is piped into a search', 'FROM a:1.1\nRUN curl https://x | grep sh | sort', []],
  ['a stage that is not needed', 'FROM a:1.1 AS t\nRUN curl https://x | sh\nFROM a:1.1', []],
  [
    'to the output, by name',
    'FROM a:1.1\nRUN curl -fsSLo- https://x | sh && curl -o - https://y | bash && wget https://x --output-document=- | sh',
    [2, 2, 2],
  ],
  ['to the output, by its options', 'FROM a:1.1\nRUN wget --quiet https://x -O - | bash', [2]],
  [
    'into a file, with nothing in the pipe',
    'FROM a:1.1\nRUN curl -fsSL -o /x https://x | bash && wget https://y | sh && curl -fsSLO https://z | sh',
    [],
  ],
]);

cases('scratch-without-ca', [
  ['a program alone', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'), [4]],
  ['with certificates', `${GO_STATIC('RUN x')}\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`, []],
  ['in a tree', 'FROM a:1.1 AS b\nFROM scratch\nCOPY --from=b /rootfs /\nCMD ["/x"]', []],
  ['an archive', 'FROM scratch\nADD rootfs.tar.xz /\nCMD ["bash"]', []],
  ['files to take out', 'FROM a:1.1 AS b\nFROM scratch\nCOPY --from=b /x /x', []],
  ['built in', GO_STATIC('RUN x'), [], { files: { 'go.mod': 'require golang.org/x/crypto/x509roots/fallback v0' } }],
  ['WebAssembly', 'FROM a:1.1 AS b\nFROM scratch\nCOPY --from=b /m.wasm /\nENTRYPOINT ["m.wasm"]', []],
  [
    'as a stage of a name',
    'FROM a:1.1 AS b\nFROM scratch AS x\nCOPY --link --from=b /s /s\nFROM x\nENTRYPOINT ["/s"]',
    [4],
  ],
  [
    'scratch by an argument',
    'ARG BASE=scratch\nFROM a:1.1 AS b\nFROM ${BASE}\nCOPY --from=b /s /s\nENTRYPOINT ["/s"]',
    [3],
  ],
  [
    'certificates in a stage below',
    'FROM a:1.1 AS b\nFROM scratch AS x\nCOPY --from=b /etc/ssl/certs /etc/ssl/certs\nFROM x\nCOPY --from=b /s /s\nENTRYPOINT ["/s"]',
    [],
  ],
  [
    'a heredoc that is copied',
    'FROM a:1.1 AS b\nFROM scratch\nCOPY <<EOF /etc/ssl/cert.pem\nx\nEOF\nCOPY --from=b /s /s\nENTRYPOINT ["/s"]',
    [],
  ],
  ['by a variable', `${GO_STATIC('RUN x')}\nENV SSL_CERT_FILE=/x`, []],
  [
    'for another stage only',
    'FROM scratch AS x\nCOPY s /s\nENTRYPOINT ["/s"]\nFROM a:1.1\nCOPY --from=x /s /s\nCMD ["/s"]',
    [],
  ],
  ['what is no program', 'FROM a:1.1 AS b\nFROM scratch\nCOPY --from=b /x/app.apk /\nENTRYPOINT ["/app.apk"]', []],
]);

cases('emulated-go-build', [
  [
    'two platforms',
    GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'),
    [1],
    { platforms: ['linux/amd64', 'linux/arm64'] },
  ],
  ['by the file itself', GO_STATIC('ARG TARGETARCH\nRUN CGO_ENABLED=0 GOARCH=$TARGETARCH go build -o /s .'), [1]],
  ['one platform', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'), [], { platforms: ['linux/amd64'] }],
  ['not known', GO_STATIC('RUN CGO_ENABLED=0 go build -o /s .'), []],
  [
    'on the builder',
    GO_STATIC('ARG TARGETARCH\nRUN CGO_ENABLED=0 go build -o /s .', 'scratch', '--platform=$BUILDPLATFORM golang:1.23'),
    [],
  ],
  ['with cgo', GO_STATIC('ARG TARGETARCH\nRUN go build -o /s .'), []],
  ['by an ENV', GO_STATIC('ARG TARGETARCH\nENV CGO_ENABLED=0\nRUN go build -o /s .'), [1]],
  ['for one machine', GO_STATIC('ARG TARGETARCH\nRUN CGO_ENABLED=0 GOARCH=amd64 go build -o /s .'), []],
  [
    'on a fixed platform',
    GO_STATIC('ARG TARGETARCH\nRUN CGO_ENABLED=0 go build -o /s .', 'scratch', '--platform=linux/amd64 golang:1.23'),
    [],
  ],
  ['in a trigger', GO_STATIC('ARG TARGETARCH\nONBUILD RUN CGO_ENABLED=0 go build -o /s .'), []],
]);

cases('build-directory-shipped', [
  [
    'Go',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY --from=b /src /app',
    [6],
  ],
  ['Maven', 'FROM maven:3.9 AS b\nCOPY . /b\nWORKDIR /b\nRUN mvn package\nFROM a:1.1\nCOPY --from=b /b/ .', [6]],
  [
    'the program',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY --from=b /src/app /app',
    [],
  ],
  [
    'a program named as the folder',
    'FROM golang:1.23 AS b\nWORKDIR /\nCOPY . /src\nRUN cd src && go build -o /app .\nFROM a:1.1\nCOPY --from=b /app /app',
    [],
  ],
  [
    'Node, whose source is the program',
    'FROM node:22.1 AS b\nWORKDIR /src\nCOPY . .\nRUN npm run build\nFROM node:22.1\nCOPY --from=b /src /app',
    [],
  ],
  [
    'COPY --link, by number',
    'FROM golang:1.23\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY --link --from=0 /src /app',
    [6],
  ],
  [
    'in an exec form',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY --from=b ["/src", "/app"]',
    [6],
  ],
  [
    'in part',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY --from=b --exclude=*.go /src /app',
    [],
  ],
  [
    'for a stage that tests',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1 AS t\nCOPY --from=b /src /app\nFROM a:1.1\nCOPY --from=b /src/app /app',
    [],
  ],
  [
    'a folder of that name, of the context',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o app .\nFROM a:1.1\nCOPY /src /app',
    [],
  ],
  [
    'an echo of the compiler',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nRUN echo go build\nFROM a:1.1\nCOPY --from=b /src /app',
    [],
  ],
]);

cases('dev-dependencies-shipped', [
  ['in one stage', 'FROM node:22.1\nCOPY . .\nRUN npm ci\nCMD ["node", "x.js"]', [3], { files: NODE }],
  ['npm start', 'FROM node:22.1\nCOPY . .\nRUN npm ci\nCMD ["npm", "start"]', [3], { files: NODE }],
  [
    'copied',
    'FROM node:22.1 AS b\nWORKDIR /app\nRUN npm ci\nFROM node:22.1\nCOPY --from=b /app/node_modules node_modules\nCMD ["node", "x.js"]',
    [3],
    { files: NODE },
  ],
  ['left out', 'FROM node:22.1\nCOPY . .\nRUN npm ci --omit=dev\nCMD ["node", "x.js"]', [], { files: NODE }],
  [
    'by the environment',
    'FROM node:22.1\nENV NODE_ENV=production\nRUN npm ci\nCMD ["node", "x.js"]',
    [],
    { files: NODE },
  ],
  [
    'pruned',
    'FROM node:22.1\nRUN npm ci && npm run build && npm prune --omit=dev\nCMD ["node", "x.js"]',
    [],
    { files: NODE },
  ],
  [
    'not copied',
    'FROM node:22.1 AS b\nWORKDIR /app\nRUN npm ci\nFROM node:22.1\nCOPY --from=b /app/dist dist\nCMD ["node", "x.js"]',
    [],
    { files: NODE },
  ],
  [
    'none',
    'FROM node:22.1\nRUN npm ci\nCMD ["node", "x.js"]',
    [],
    { files: { 'package.json': '{"devDependencies":{}}' } },
  ],
  ['not known', 'FROM node:22.1\nRUN npm ci\nCMD ["node", "x.js"]', []],
  [
    'for development',
    'FROM node:22.1\nRUN npm ci\nCMD ["npm", "run", "dev"]',
    [],
    { files: { 'package.json': '{"scripts":{"dev":"vite"},"devDependencies":{"vite":"7"}}' } },
  ],
  ['in a heredoc', 'FROM node:22.1\nRUN <<EOF\nnpm ci\nEOF\nCMD ["node", "x.js"]', [3], { files: NODE }],
  ['an exec form', 'FROM node:22.1\nRUN ["npm", "ci"]\nCMD ["node", "x.js"]', [2], { files: NODE }],
  ['left out by the line', 'FROM node:22.1\nRUN NODE_ENV=production npm ci\nCMD ["node", "x.js"]', [], { files: NODE }],
  [
    'left out by an argument',
    'FROM node:22.1\nARG NODE_ENV=production\nRUN npm ci\nCMD ["node", "x.js"]',
    [],
    { files: NODE },
  ],
  [
    'taken away whole',
    'FROM node:22.1\nRUN npm ci && npm run build && rm -rf node_modules\nCMD ["node", "x.js"]',
    [],
    { files: NODE },
  ],
  ['in a text', 'FROM node:22.1\nRUN echo "npm ci"\nCMD ["node", "x.js"]', [], { files: NODE }],
  ['a trigger', 'FROM node:22.1\nONBUILD RUN npm ci\nCMD ["node", "x.js"]', [], { files: NODE }],
  [
    'a script that needs them',
    'FROM node:22.1\nRUN npm ci\nCMD ["npm", "run", "dev"]',
    [],
    {
      files: {
        'package.json':
          '{"scripts": {"start": "node x.js", "dev": "nodemon x.js"}, "devDependencies": {"nodemon": "2"}}',
      },
    },
  ],
  [
    'a script that does not',
    'FROM node:22.1\nRUN npm ci\nCMD ["npm", "run", "serve"]',
    [2],
    { files: { 'package.json': '{"scripts": {"serve": "node x.js"}, "devDependencies": {"nodemon": "2"}}' } },
  ],
  [
    'one of them is what is started',
    'FROM node:22.1\nRUN npm ci\nENTRYPOINT ["cypress", "run"]',
    [],
    { files: { 'package.json': '{"devDependencies":{"cypress":"13"}}' } },
  ],
]);

const NEEDLESS = { files: {}, needless: [{ path: '.git', bytes: 3_000_000, isMore: false }] };

cases('context-too-wide', [
  ['copied whole', 'FROM a:1.1\nCOPY . .', [2], NEEDLESS],
  ['copied in part', 'FROM a:1.1\nCOPY src .', [], NEEDLESS],
  ['nothing needless', 'FROM a:1.1\nCOPY . .', [], { files: {} }],
  ['left out of the COPY', 'FROM a:1.1\nCOPY --exclude=.git . .', [], NEEDLESS],
  ['COPY --link', 'FROM a:1.1\nCOPY --link . .', [2], NEEDLESS],
  ['in a stage that is not needed', 'FROM a:1.1 AS t\nCOPY . .\nFROM a:1.1', [], NEEDLESS],
  ['of another stage', 'FROM a:1.1 AS b\nFROM a:1.1\nCOPY --from=b . .', [], NEEDLESS],
  ['a mount', 'FROM a:1.1\nRUN --mount=target=. make', [], NEEDLESS],
  ['a trigger', 'FROM a:1.1\nONBUILD COPY . .', [], NEEDLESS],
]);

cases('alpine-python', [
  [
    'with a compiler',
    'FROM python:3.12-alpine\nRUN apk add --no-cache gcc musl-dev\nRUN pip install --no-cache-dir pandas',
    [3],
  ],
  ['without', 'FROM python:3.12-alpine\nRUN pip install --no-cache-dir flask', []],
  ['on Debian', 'FROM python:3.12-slim\nRUN apt-get install -y gcc\nRUN pip install x', []],
  [
    'a heredoc',
    'FROM python:3.12-alpine\nRUN <<EOF\napk add --no-cache build-base\npip install --no-cache-dir pandas\nEOF',
    [4],
  ],
  ['by an argument', 'ARG V=3.12-alpine3.20\nFROM python:${V}\nRUN apk add gcc\nRUN ["pip", "install", "x"]', [4]],
  [
    'a virtual package',
    'FROM alpine:3.20\nRUN apk add --no-cache --virtual .b gcc musl-dev && pip3 install x && apk del .b',
    [2],
  ],
  [
    'the compiler for something else, and published programs alone',
    'FROM python:3.12-alpine\nRUN apk add gcc\nRUN pip install --only-binary :all: x',
    [],
  ],
  [
    'a compiler afterwards',
    'FROM python:3.12-alpine\nRUN pip install --no-cache-dir flask\nRUN apk add --no-cache gcc',
    [],
  ],
  ['in a text', 'FROM python:3.12-alpine\nRUN echo apk add gcc && pip install --no-cache-dir flask', []],
  [
    'in another stage',
    'FROM python:3.12-alpine AS b\nRUN apk add gcc\nFROM python:3.12-alpine\nCOPY --from=b /x /x\nRUN pip install x',
    [],
  ],
  ['a stage called as the image', 'FROM debian:12 AS alpine\nRUN apk add gcc\nFROM alpine\nRUN pip install x', []],
  [
    'the compiler for a program',
    'FROM golang:1.23-alpine AS b\nFROM alpine:3.20\nRUN apk add build-base\nRUN pip install GitPython\nRUN make',
    [],
  ],
]);

describe('silenced', () => {
  test.each([
    ['by the line above', '# plimsoll: ignore=moving-image\nFROM debian'],
    ['by one of several', '# plimsoll: ignore=root-user, moving-image\n# why\nFROM debian'],
    [
      'above the instruction',
      'FROM debian:12\n# plimsoll: ignore=package-cache-left,apt-recommends\nRUN true && \\\n apt-get update && \\\n apt-get install x',
    ],
    [
      'above the line in it',
      'FROM debian:12\nRUN true && \\\n # plimsoll: ignore=package-cache-left\n apt-get update && \\\n# plimsoll: ignore=apt-recommends\n apt-get install x',
    ],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('not by one for another rule, nor from further above', () => {
    expect(found('# plimsoll: ignore=root-user\nFROM debian')).toEqual(['moving-image:2']);
    expect(found('# plimsoll: ignore=moving-image\n\nFROM debian')).toEqual(['moving-image:3']);
  });
});

describe('found in several lines alike', () => {
  const MOVING = 'debian has no tag, which means latest: any version at all.';
  const messages = (text: string): string[] => adviseOn(text).map(({ line, message }) => `${line} ${message}`);

  test('is told once, with the other lines', () => {
    const stages = 'FROM debian AS a\nFROM debian AS b\nCOPY --from=a /x /\nFROM debian\nCOPY --from=b /x /';
    expect(messages(stages)).toEqual([`1 ${MOVING} Also in lines 2 and 4.`]);
    expect(messages(`${stages}\n`.replace('FROM debian AS b', 'FROM golang AS b'))).toEqual([
      `1 ${MOVING} Also in line 4.`,
      `2 ${MOVING.replace('debian', 'golang')}`,
    ]);
  });

  test('but for the lines where it is silenced', () => {
    const stages = '# plimsoll: ignore=moving-image\nFROM debian AS a\nFROM debian\nCOPY --from=a /x /';
    expect(messages(stages)).toEqual([`3 ${MOVING}`]);
  });

  test('and each for itself where it is no image that is alike', () => {
    const fetched = 'RUN curl -fsSL https://example.com/x.sh | sh\n';
    expect(lines('unchecked-download', `FROM debian:12\n${fetched}${fetched}`)).toEqual([2, 3]);
  });

  test('and each for itself where there is something to mend in its lines', () => {
    const recommends = 'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\n';
    expect(lines('apt-recommends', `FROM debian:12\n${recommends}${recommends}`)).toEqual([2, 3]);
  });
});

const SLIM = 'FROM python:3.12.1-slim\n';
const DEV =
  'RUN apt-get update && apt-get install -y --no-install-recommends libpq-dev && rm -rf /var/lib/apt/lists/*\n';
const SERVE = 'CMD ["gunicorn", "app"]\n';

cases('development-package-shipped', [
  ['headers beside a service', `${SLIM}${DEV}${SERVE}`, [2]],
  [
    'what is compiled in another stage',
    `${SLIM.trim()} AS b\nRUN pip install -r r.txt\n${SLIM}${DEV}COPY --from=b /venv /venv\nUSER 1\nENTRYPOINT ["/venv/bin/gunicorn"]\n`,
    [4],
  ],
  ['on Debian', `FROM debian:12\nRUN apt-get install -y curl zlib1g-dev\nCOPY app /\nCMD ["/app"]\n`, [2]],
  ['pip after it', `${SLIM}${DEV}RUN pip install psycopg2\n${SERVE}`, []],
  ['pip in the same RUN', `${SLIM}${DEV.trim()} && pip install psycopg2\n${SERVE}`, []],
  ['a script after it', `${SLIM}${DEV}COPY x.sh /\nRUN /x.sh\n${SERVE}`, []],
  ['what is not understood after it', `${SLIM}${DEV}RUN ["python", "setup.py"]\n${SERVE}`, []],
  ['taken away again', `${SLIM}${DEV.trim()} && apt-get purge -y libpq-dev\n${SERVE}`, []],
  ['a compiler too', `${SLIM}${DEV.replace('libpq-dev', 'gcc libpq-dev')}${SERVE}`, []],
  ['a compiler from another step', `${SLIM}RUN apt-get install -y build-essential\n${DEV}${SERVE}`, []],
  ['a full image, which has headers', `FROM python:3.12.1\n${DEV}${SERVE}`, []],
  ['a start that may compile', `${SLIM}${DEV}ENTRYPOINT ["/entrypoint.sh"]\n`, []],
  ['a program that opens libraries by name', `FROM debian:12\n${DEV}CMD ["dotnet", "x.dll"]\n`, []],
  ['no start of its own', `${SLIM}${DEV}`, []],
  [
    'in the stage that compiles',
    `${SLIM.trim()} AS b\n${DEV}RUN pip install x\nFROM debian:12\nCOPY --from=b /x /x\n${SERVE}`,
    [],
  ],
  [
    'a stage that others are built on',
    `${SLIM.trim()} AS base\n${DEV}FROM base AS b\nRUN pip install x\nFROM base\nCOPY --from=b /x /x\n${SERVE}`,
    [],
  ],
  ['packages in a variable', `${SLIM}${DEV.replace('libpq-dev', 'libpq-dev $MORE')}${SERVE}`, []],
  ['a base for others', `${SLIM}${DEV}ONBUILD RUN pip install x\n${SERVE}`, []],
  ['no headers', `${SLIM}${DEV.replace('libpq-dev', 'libpq5')}${SERVE}`, []],
]);
