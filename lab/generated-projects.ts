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
  {
    kind: 'pip',
    name: 'requirements.txt',
    bases: ['python:3.11-slim-trixie'],
    says: 'python-says',
    make: async (folder) => {
      const requirements = 'python-slugify==8.0.4\n';
      await put(folder, { 'requirements.txt': requirements, '.python-version': '3.11\n', 'app.py': PYTHON_SERVER });
    },
  },
  {
    kind: 'uv',
    name: 'uv init',
    bases: ['python:3.11-slim-trixie'],
    says: 'python-says',
    make: async (folder) => {
      const uv = await installUv(folder);
      await run(uv, ['init', '--python', '3.11', '--vcs', 'none', '--no-workspace'], { cwd: folder, env: UV });
      await run(uv, ['add', '--no-sync', 'python-slugify==8.0.4'], { cwd: folder, env: UV });
      await put(folder, { 'main.py': PYTHON_SERVER });
    },
  },
  {
    kind: 'uv',
    name: 'uv init --package',
    bases: ['python:3.11-slim-trixie'],
    says: 'python-says',
    make: async (folder) => {
      const uv = await installUv(folder);
      const options = ['--package', '--name', 'my-server', '--python', '3.11', '--vcs', 'none', '--no-workspace'];
      await run(uv, ['init', ...options], { cwd: folder, env: UV });
      await run(uv, ['add', '--no-sync', 'python-slugify==8.0.4'], { cwd: folder, env: UV });
      await put(folder, { 'src/my_server/__init__.py': PYTHON_SERVER });
    },
  },
  {
    kind: 'cargo',
    name: 'cargo init',
    bases: ['rust:1.95-trixie', 'gcr.io/distroless/cc-debian13:nonroot'],
    says: 'rust says',
    make: async (folder) => {
      await run('cargo', ['init', '--quiet', '--vcs', 'none', '--name', 'my-server'], { cwd: folder });
      await run('cargo', ['add', '--quiet', 'tiny_http@0.12.0'], { cwd: folder });
      await put(folder, { 'src/main.rs': RUST_SERVER });
      await run('cargo', ['generate-lockfile', '--quiet'], { cwd: folder });
    },
  },
];

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** uv reads the machine's certificates, and finds no Python to download. */
const UV = { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt', UV_PYTHON_DOWNLOADS: 'never' };

/** The path of uv, in a virtual environment that `.dockerignore` leaves out. */
async function installUv(folder: string): Promise<string> {
  await run('python3', ['-m', 'venv', '.venv'], { cwd: folder });
  await run('.venv/bin/pip', ['install', '--quiet', 'uv==0.13.9'], { cwd: folder });
  return join(folder, '.venv/bin/uv');
}
