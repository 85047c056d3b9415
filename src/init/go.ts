import { PlimsollError } from '../errors.ts';
import { chooseProgram } from './choose-program.ts';
import { dockerfile, joinStages } from './dockerfile-text.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** The newest release, for a module that does not ask for a newer one. */
const GO = [1, 27] as const;
const STATIC = 'gcr.io/distroless/static-debian13:nonroot';

/** Modules whose programs do not start without cgo: nothing says so before they run. */
const NEED_CGO = ['github.com/mattn/go-sqlite3', 'github.com/confluentinc/confluent-kafka-go'];

/** A static program, cross-compiled. Throws `INPUT_INVALID` where it is not known which package to build. */
export async function planGo(project: Project, { main, port }: Wishes): Promise<Plan> {
  const module = (await project.read('go.mod')) ?? '';
  const needy = NEED_CGO.find((name) => module.includes(name));
  if (needy !== undefined) {
    throw new PlimsollError('INPUT_INVALID', `${needy} needs cgo, and init writes Dockerfiles for Go without it`, {
      hint: 'examples/go-cgo-sqlite has a Dockerfile with cgo.',
    });
  }
  const target = main === null ? await findMain(project) : toPackage(main);
  const toolchain = `golang:${chooseVersion(module)}-alpine`;
  const isFetched = !project.names.has('vendor') && !hasLocalModules(module) && !project.names.has('go.work');
  return {
    images: [toolchain, STATIC],
    write: (image) =>
      joinStages(
        dockerfile`
          FROM --platform=$BUILDPLATFORM ${image(toolchain)} AS build
          WORKDIR /src
          ${isFetched ? FETCH : null}
          COPY . .
          ARG TARGETARCH
          RUN --mount=type=cache,target=/root/.cache/go-build \\
              --mount=type=cache,target=/go/pkg/mod \\
              CGO_ENABLED=0 GOOS=linux GOARCH=$TARGETARCH go build \\
              -ldflags="-s -w" \\
              -trimpath \\
              -o /out/app ${target}
        `,
        dockerfile`
          FROM ${image(STATIC)}
          COPY --from=build /out/app /app
          USER nonroot:nonroot
          ${exposePort(port)}
          ENTRYPOINT ["/app"]
        `,
      ),
    ignored: [],
    notes: [],
  };
}

const FETCH = dockerfile`
  COPY go.mod go.sum* ./
  RUN --mount=type=cache,target=/go/pkg/mod \\
      go mod download
`;

/** The `go` line of go.mod (https://go.dev/ref/mod#go-mod-file-go), where it asks for more than the newest that is known. */
function chooseVersion(module: string): string {
  const [, major, minor] = /^go[ \t]+([0-9]{1,3})\.([0-9]{1,3})(?![0-9])/m.exec(module) ?? [];
  const isNewer = major !== undefined && (Number(major) - GO[0] || Number(minor) - GO[1]) > 0;
  return isNewer ? `${major}.${minor ?? ''}` : GO.join('.');
}

/** A `replace` with a folder: "go mod download" would want it there. */
function hasLocalModules(module: string): boolean {
  return /=>[ \t]*\.{1,2}\//.test(module);
}

function toPackage(main: string): string {
  if (main.split('/').includes('..')) throw new PlimsollError('INPUT_INVALID', '--main is outside of the module');
  const path = main.replace(/^\.\//, '').replace(/\/$/, '');
  return path === '.' || path === '' ? '.' : `./${path}`;
}

/** The one package that is a program: the top of the module, else one of `cmd/`. */
async function findMain(project: Project): Promise<string> {
  if (await isProgram(project, '.')) return '.';
  const folders = (await project.list('cmd')).filter(({ isFolder }) => isFolder);
  const programs: string[] = (await isProgram(project, 'cmd')) ? ['./cmd'] : [];
  for (const { name } of folders) {
    if (await isProgram(project, `cmd/${name}`)) programs.push(`./cmd/${name}`);
  }
  return chooseProgram(programs, 'PATH', {
    message: 'there is no "package main" at the top of the module, nor in cmd/',
    hint: 'Say which package is the program: --main PATH.',
  });
}

async function isProgram(project: Project, folder: string): Promise<boolean> {
  const files = (await project.list(folder)).filter(
    ({ name, isFolder }) => !isFolder && name.endsWith('.go') && !name.endsWith('_test.go'),
  );
  for (const { name } of files) {
    const text = (await project.read(`${folder}/${name}`)) ?? '';
    // One that is run by "go generate" only.
    if (/^\/\/go:build .*\bignore\b/m.test(text)) continue;
    return /^package[ \t]+main\b/m.test(text);
  }
  return false;
}
