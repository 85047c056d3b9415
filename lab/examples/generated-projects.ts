import { join } from 'node:path';

import type { BaseName } from '../bases/base-images.ts';
import { putFiles, type Files } from '../machine/put-files.ts';
import { run } from '../machine/run.ts';

/** A project as its language's own tools make it, with a server in it. */
export interface GeneratedProject {
  /** As `plimsoll init --kind` names it. */
  readonly kind: string;
  readonly name: string;
  /** Writes it into an empty folder. */
  readonly make: (folder: string) => Promise<void>;
  /** What the Dockerfile is built on, beside `docker/dockerfile:1`. */
  readonly bases: readonly BaseName[];
  /** What `GET /` answers on `$PORT`; where `isPortAsked`, on what `--port` says. */
  readonly says: string;
  readonly isPortAsked?: boolean;
  /** Where it is asked through a web server. */
  readonly isFastCgi?: boolean;
  /** By names that the Dockerfile has and the lab has not: the base that it is built on here. */
  readonly standIns?: Readonly<Record<string, BaseName>>;
  /** Another way of a kind that is there, or a base for it alone: CI, which has an hour, leaves it out. */
  readonly isLong?: boolean;
}

const GO_SERVER = `package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/google/uuid"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "go says %s", uuid.NewSHA1(uuid.NameSpaceURL, []byte("x")))
	})
	panic(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
`;

const NODE_SERVER = `import { createServer } from 'node:http';
import slugify from 'slugify';

createServer((_, answer) => answer.end(slugify('node says', '-'))).listen(process.env.PORT);
`;

const PYTHON_SERVER = `import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from slugify import slugify


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(slugify("python says").encode())


def main():
    HTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
`;

const RUST_SERVER = `fn main() {
    let port = std::env::var("PORT").unwrap();
    let server = tiny_http::Server::http(format!("0.0.0.0:{port}")).unwrap();
    for request in server.incoming_requests() {
        let _ = request.respond(tiny_http::Response::from_string("rust says"));
    }
}
`;

const JAVA_SERVER = `package com.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Map;

public class App {
    public static void main(String[] args) throws Exception {
        var mapper = new ObjectMapper();
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/", exchange -> {
            var body = mapper.writeValueAsBytes(Map.of("java", "says"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
`;

const SPRING_SERVER = `package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping("/")
    String home() {
        return "spring says so";
    }
}
`;

const PHP_MANIFEST = `{
  "name": "example/server",
  "type": "project",
  "require": { "php": "~8.2.0" },
  "autoload": { "psr-4": { "App\\\\": "src/" } }
}
`;

const PHP_PAGE = `<?php
require __DIR__ . '/../vendor/autoload.php';
echo App\\Greeting::of('php');
`;

const PHP_CLASS = `<?php
namespace App;

final class Greeting
{
    public static function of(string $name): string
    {
        return "$name says so";
    }
}
`;

const GO_BASES = ['golang:1.27-alpine', 'gcr.io/distroless/static-debian13:nonroot'] as const;
const NODE_BASES = ['node:26-trixie-slim'] as const;
const PYTHON_BASES = ['python:3.11-slim-trixie'] as const;
const JAVA_BASES = ['maven:3.9-eclipse-temurin-17', 'gcr.io/distroless/java17-debian13:nonroot'] as const;

const GRADLE_BASES = ['gradle:9-jdk17', 'gcr.io/distroless/java17-debian13:nonroot'] as const;

/** How a tool of Node's is called here, without being installed: its package, and its words. */
const NPM = { words: ['npm'], add: ['install'] };
const PNPM = { words: ['npx', '--yes', 'pnpm@12.4.2'], add: ['add'] };
const YARN = { words: ['npx', '--yes', 'yarn@1.22.22'], add: ['add'] };
const YARN_4 = { words: ['npx', '--yes', '--package', '@yarnpkg/cli-dist@4.18.1', 'yarn'], add: ['add'] };

/** A server with one package to run and one to build, by one of these tools. */
function node(
  tool: { readonly words: readonly string[]; readonly add: readonly string[] },
  scripts: readonly string[],
  files: Files,
  development: string,
): (folder: string) => Promise<void> {
  return async (folder) => {
    const [program = '', ...words] = tool.words;
    const call = async (...more: string[]): Promise<string> => await run(program, [...words, ...more], { cwd: folder });
    await run('npm', ['init', '--yes', '--init-type', 'module'], { cwd: folder });
    await putFiles(folder, files);
    await call(...tool.add, 'slugify@1.6.6');
    await call(...tool.add, '-D', development);
    // Last: one of them is for nobody but those who develop it.
    await run('npm', ['pkg', 'set', ...scripts.map((script) => `scripts.${script}`)], { cwd: folder });
  };
}

/** Of a Maven project: what Spring's or Maven's own generators write, in fewer words. */
const POM = (parent: string, dependency: string, plugin: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  ${parent}
  <groupId>com.example</groupId>
  <artifactId>server</artifactId>
  <version>0.0.1-SNAPSHOT</version>
  <properties>
    <java.version>17</java.version>
    <maven.compiler.release>\${java.version}</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>${dependency}</dependency>
  </dependencies>
  <build>
    <plugins>${plugin}</plugins>
  </build>
</project>
`;

const SPRING_PARENT =
  '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>4.0.7</version></parent>';
const SPRING_WEB = '<groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId>';
const SPRING_PLUGIN =
  '<plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin>';
/** What an old Maven takes by itself knows no release of Java's. */
const COMPILER = '<plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>';
const JACKSON =
  '<groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.21.3</version>';

/**
 * Of a Gradle project: what `gradle init` writes, but for what the lab's Gradle, 4.4.1, has not: toolchains, the block
 * `application` and the catalog of versions. It is written to be taken by Gradle 9, too, which the lab never ran.
 */
const GRADLE = (dependencies: readonly string[]): string => `plugins {
    id 'application'
}

repositories {
    mavenCentral()
}

dependencies {
${dependencies.map((dependency) => `    implementation ${dependency}\n`).join('')}}

tasks.withType(JavaCompile) {
    sourceCompatibility = '17'
    targetCompatibility = '17'
}

if (GradleVersion.current() < GradleVersion.version('6.4')) {
    mainClassName = 'com.example.App'
} else {
    application.mainClass = 'com.example.App'
}
`;

const GRADLE_JACKSON = "'com.fasterxml.jackson.core:jackson-databind:2.21.3'";

const GREETING = `package com.example.greeting;

public class Greeting {
    public static String text() {
        return "says by a library";
    }
}
`;

export const GENERATED_PROJECTS: readonly GeneratedProject[] = [
  {
    kind: 'maven',
    name: 'Spring Boot',
    bases: JAVA_BASES,
    says: 'spring says so',
    make: async (folder) => {
      await putFiles(folder, {
        'pom.xml': POM(SPRING_PARENT, SPRING_WEB, SPRING_PLUGIN),
        'src/main/resources/application.properties': 'server.port=${PORT}\n',
        'src/main/java/com/example/Application.java': SPRING_SERVER,
      });
    },
  },
  {
    kind: 'maven',
    name: 'a jar, and its libraries',
    isLong: true,
    bases: JAVA_BASES,
    says: '{"java":"says"}',
    make: async (folder) => {
      await putFiles(folder, {
        'pom.xml': POM('', JACKSON, COMPILER),
        'src/main/java/com/example/App.java': JAVA_SERVER,
      });
    },
  },
  {
    kind: 'gradle',
    name: 'a program in app/',
    bases: GRADLE_BASES,
    says: '{"java":"says"}',
    make: async (folder) => {
      await putFiles(folder, {
        'settings.gradle': "rootProject.name = 'server'\ninclude('app')\n",
        'app/build.gradle': GRADLE([GRADLE_JACKSON]),
        'app/src/main/java/com/example/App.java': JAVA_SERVER,
      });
    },
  },
  {
    kind: 'gradle',
    name: 'a program at the top, and a library of its own',
    bases: GRADLE_BASES,
    says: '{"java":"says by a library"}',
    make: async (folder) => {
      const server = JAVA_SERVER.replace('"says"', 'com.example.greeting.Greeting.text()');
      await putFiles(folder, {
        'settings.gradle': "rootProject.name = 'server'\ninclude('greeting')\n",
        'build.gradle': GRADLE([GRADLE_JACKSON, "project(':greeting')"]),
        'src/main/java/com/example/App.java': server,
        'greeting/build.gradle': "plugins {\n    id 'java-library'\n}\n",
        'greeting/src/main/java/com/example/greeting/Greeting.java': GREETING,
      });
    },
  },
  {
    kind: 'go',
    name: 'go mod init',
    bases: GO_BASES,
    says: 'go says ',
    make: async (folder) => {
      await run('go', ['mod', 'init', 'example.com/server'], { cwd: folder });
      await putFiles(folder, { 'main.go': GO_SERVER });
      await run('go', ['mod', 'tidy'], { cwd: folder });
    },
  },
  {
    kind: 'go',
    name: 'go mod init, a program in cmd/, no dependencies',
    isLong: true,
    bases: GO_BASES,
    says: 'go says so',
    make: async (folder) => {
      await run('go', ['mod', 'init', 'example.com/server'], { cwd: folder });
      const server = GO_SERVER.replace(/\n\t"github.*\n/, '').replace(/"go says %s".*\n/, '"go says so")\n');
      await putFiles(folder, { 'cmd/server/main.go': server, 'greeting.go': 'package server\n' });
    },
  },
  {
    kind: 'npm',
    name: 'npm init, with a build whose output nothing tells',
    isLong: true,
    bases: NODE_BASES,
    says: 'node-says',
    make: node(
      NPM,
      ['start=PORT=$PORT node made/server.js', 'build=mkdir made && cp server.js made', 'prepare=husky'],
      { 'server.js': NODE_SERVER },
      'is-odd@3.0.1',
    ),
  },
  {
    kind: 'npm',
    name: 'npm init, with a build',
    bases: NODE_BASES,
    says: 'node-says',
    make: node(
      NPM,
      ['start=node dist/server.js', 'build=esbuild src/server.ts --outdir=dist', 'prepare=husky'],
      { 'src/server.ts': NODE_SERVER },
      'esbuild@0.25.12',
    ),
  },
  {
    kind: 'npm',
    name: 'npm create vite',
    isLong: true,
    bases: [...NODE_BASES, 'nginxinc/nginx-unprivileged:1.30-alpine-slim'],
    says: '<div id="app">',
    isPortAsked: true,
    make: async (folder) => {
      const options = ['--template', 'vanilla-ts', '--no-interactive'];
      await run('npm', ['create', '--yes', 'vite@9.3.0', '--', '.', ...options], { cwd: folder });
    },
  },
  {
    kind: 'pnpm',
    name: 'pnpm add, with a build',
    bases: NODE_BASES,
    says: 'node-says',
    make: node(
      PNPM,
      [
        'start=node dist/server.js',
        'build=tsc --outDir dist --module nodenext --noCheck src/server.ts',
        'prepare=husky',
      ],
      { 'src/server.ts': NODE_SERVER },
      'typescript@5.9.3',
    ),
  },
  {
    kind: 'yarn',
    name: 'yarn add, of Yarn 1',
    isLong: true,
    bases: NODE_BASES,
    says: 'node-says',
    make: node(YARN, ['start=node server.js', 'prepare=husky'], { 'server.js': NODE_SERVER }, 'is-odd@3.0.1'),
  },
  {
    kind: 'yarn',
    name: 'yarn add, of Yarn 4, with a build whose output nothing tells',
    bases: NODE_BASES,
    says: 'node-says',
    make: node(
      YARN_4,
      ['start=PORT=$PORT node made/server.js', 'build=mkdir made && cp server.js made'],
      { 'server.js': NODE_SERVER, 'yarn.lock': '' },
      'is-odd@3.0.1',
    ),
  },
  {
    kind: 'bun',
    name: 'bun init',
    isLong: true,
    bases: ['oven/bun:1.4-slim'],
    says: 'node-says',
    make: async (folder) => {
      await run('npm', ['init', '--yes', '--init-type', 'module'], { cwd: folder });
      const settings = ['module=index.ts', 'dependencies.slugify=1.6.6', 'devEngines.packageManager.name=bun'];
      await run('npm', ['pkg', 'set', ...settings], { cwd: folder });
      await putFiles(folder, { 'index.ts': NODE_SERVER });
    },
  },
  {
    kind: 'pip',
    name: 'requirements.txt',
    bases: PYTHON_BASES,
    says: 'python-says',
    make: async (folder) => {
      const requirements = 'python-slugify==8.0.4\n';
      await putFiles(folder, {
        'requirements.txt': requirements,
        '.python-version': '3.11\n',
        'app.py': PYTHON_SERVER,
      });
    },
  },
  {
    kind: 'uv',
    name: 'uv init',
    bases: PYTHON_BASES,
    says: 'python-says',
    make: async (folder) => {
      const uv = await installUv(folder);
      await run(uv, ['init', '--python', '3.11', '--vcs', 'none', '--no-workspace'], { cwd: folder, env: UV });
      await run(uv, ['add', '--no-sync', 'python-slugify==8.0.4'], { cwd: folder, env: UV });
      await putFiles(folder, { 'main.py': PYTHON_SERVER });
    },
  },
  {
    kind: 'uv',
    name: 'uv init --package',
    isLong: true,
    bases: PYTHON_BASES,
    says: 'python-says',
    make: async (folder) => {
      const uv = await installUv(folder);
      const options = ['--package', '--name', 'my-server', '--python', '3.11', '--vcs', 'none', '--no-workspace'];
      await run(uv, ['init', ...options], { cwd: folder, env: UV });
      await run(uv, ['add', '--no-sync', 'python-slugify==8.0.4'], { cwd: folder, env: UV });
      await putFiles(folder, { 'src/my_server/__init__.py': PYTHON_SERVER });
    },
  },
  {
    kind: 'poetry',
    name: 'poetry init',
    bases: PYTHON_BASES,
    says: 'python-says',
    make: async (folder) => {
      const poetry = await installTool(folder, 'poetry');
      const options = ['--name', 'my-server', '--python', '>=3.11,<3.12', '--dependency', 'python-slugify:8.0.4'];
      await run(poetry, ['init', '--no-interaction', ...options], { cwd: folder });
      // What a registry's mirror has for certain is the plain list, which Poetry reads of a source that is named.
      await run(poetry, ['source', 'add', 'simple', 'https://pypi.org/simple/'], { cwd: folder });
      await run(poetry, ['lock', '--quiet'], { cwd: folder, env: POETRY });
      await putFiles(folder, {
        'src/my_server/__init__.py': PYTHON_SERVER,
        'app.py': 'from my_server import main\n\nmain()\n',
      });
    },
  },
  {
    kind: 'cargo',
    name: 'cargo init',
    isLong: true,
    bases: ['rust:1.95-trixie', 'gcr.io/distroless/cc-debian13:nonroot'],
    says: 'rust says',
    make: async (folder) => {
      await run('cargo', ['init', '--quiet', '--vcs', 'none', '--name', 'my-server'], { cwd: folder });
      await run('cargo', ['add', '--quiet', 'tiny_http@0.12.0'], { cwd: folder });
      await putFiles(folder, { 'src/main.rs': RUST_SERVER });
      await run('cargo', ['generate-lockfile', '--quiet'], { cwd: folder });
    },
  },
  {
    kind: 'composer',
    name: 'an autoloader, no packages',
    isLong: true,
    bases: ['composer:2'],
    // There is no Alpine to be had. Upstream's images of both have PHP-FPM at the same places.
    standIns: { 'php:8.2-fpm-alpine': 'php:8.2-fpm' },
    says: 'php says so',
    isFastCgi: true,
    make: async (folder) => {
      const files = { 'composer.json': PHP_MANIFEST, 'public/index.php': PHP_PAGE, 'src/Greeting.php': PHP_CLASS };
      await putFiles(folder, files);
    },
  },
];

/** uv reads the machine's certificates, and finds no Python to download. */
const UV = { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt', UV_PYTHON_DOWNLOADS: 'never' };

const POETRY = { REQUESTS_CA_BUNDLE: UV.SSL_CERT_FILE };

const installUv = async (folder: string): Promise<string> => await installTool(folder, 'uv');

/** What projects are made with is what they are built with. */
const VERSIONS = { uv: '0.13.9', poetry: '2.5.1' };

/** The path of a tool of Python's, in a virtual environment that `.dockerignore` leaves out. */
async function installTool(folder: string, name: keyof typeof VERSIONS): Promise<string> {
  await run('python3', ['-m', 'venv', '.venv'], { cwd: folder });
  await run('.venv/bin/pip', ['install', '--quiet', `${name}==${VERSIONS[name]}`], { cwd: folder });
  return join(folder, '.venv/bin', name);
}
