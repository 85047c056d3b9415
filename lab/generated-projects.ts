import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { BaseName } from './base-images.ts';
import { run } from './run.ts';

/** A project as its language's own tools make it, with a server in it. */
export interface GeneratedProject {
  /** As `plimsoll init --kind` names it. */
  readonly kind: string;
  readonly name: string;
  /** Writes it into an empty folder. */
  readonly make: (folder: string) => Promise<void>;
  /** What the Dockerfile is built on, beside `docker/dockerfile:1`. */
  readonly bases: readonly BaseName[];
  /** What `GET /` answers on `$PORT`. */
  readonly says: string;
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

const GO_BASES = ['golang:1.27-alpine', 'gcr.io/distroless/static-debian13:nonroot'] as const;

export const GENERATED_PROJECTS: readonly GeneratedProject[] = [
  {
    kind: 'go',
    name: 'go mod init',
    bases: GO_BASES,
    says: 'go says ',
    make: async (folder) => {
      await run('go', ['mod', 'init', 'example.com/server'], { cwd: folder });
      await put(folder, { 'main.go': GO_SERVER });
      await run('go', ['mod', 'tidy'], { cwd: folder });
    },
  },
  {
    kind: 'go',
    name: 'go mod init, a program in cmd/, no dependencies',
    bases: GO_BASES,
    says: 'go says so',
    make: async (folder) => {
      await run('go', ['mod', 'init', 'example.com/server'], { cwd: folder });
      const server = GO_SERVER.replace(/\n\t"github.*\n/, '').replace(/"go says %s".*\n/, '"go says so")\n');
      await put(folder, { 'cmd/server/main.go': server, 'greeting.go': 'package server\n' });
    },
  },
  {
    kind: 'npm',
    name: 'npm init',
    bases: ['node:26-trixie-slim'],
    says: 'node-says',
    make: async (folder) => {
      await run('npm', ['init', '--yes', '--init-type', 'module'], { cwd: folder });
      await run('npm', ['pkg', 'set', 'scripts.start=node server.js', 'scripts.prepare=husky'], { cwd: folder });
      await run('npm', ['install', '--silent', '--ignore-scripts', 'slugify@1.6.6'], { cwd: folder });
      await run('npm', ['install', '--silent', '--ignore-scripts', '--save-dev', 'is-odd@3.0.1'], { cwd: folder });
      await put(folder, { 'server.js': NODE_SERVER });
    },
  },
  {
    kind: 'npm',
    name: 'npm init, with a build',
    bases: ['node:26-trixie-slim'],
    says: 'node-says',
    make: async (folder) => {
      await run('npm', ['init', '--yes', '--init-type', 'module'], { cwd: folder });
      await run(
        'npm',
        ['pkg', 'set', 'scripts.start=node dist/server.js', 'scripts.build=esbuild src/server.ts --outdir=dist'],
        {
          cwd: folder,
        },
      );
      await run('npm', ['install', '--silent', 'slugify@1.6.6'], { cwd: folder });
      await run('npm', ['install', '--silent', '--save-dev', 'esbuild@0.25.12'], { cwd: folder });
      await put(folder, { 'src/server.ts': NODE_SERVER });
    },
  },
  {
    kind: 'npm',
    name: 'npm init, with a build whose output nothing tells',
    bases: ['node:26-trixie-slim'],
    says: 'node-says',
    make: async (folder) => {
      await run('npm', ['init', '--yes', '--init-type', 'module'], { cwd: folder });
      await run(
        'npm',
        ['pkg', 'set', 'scripts.start=PORT=$PORT node made/server.js', 'scripts.build=mkdir made && cp server.js made'],
        {
          cwd: folder,
        },
      );
      await run('npm', ['install', '--silent', 'slugify@1.6.6'], { cwd: folder });
      await put(folder, { 'server.js': NODE_SERVER });
    },
  },
];

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
