import { parse } from 'smol-toml';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { chooseProgram } from './choose-program.ts';
import { dockerfile, joinStages } from './dockerfile-text.ts';
import { noLockNote } from './lock.ts';
import { parseManifest } from './parse-manifest.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** The newest release, for a crate that does not ask for a newer one. */
const RUST = [1, 95] as const;
const RUNTIME = 'gcr.io/distroless/cc-debian13:nonroot';

/** What is read of Cargo.toml (https://doc.rust-lang.org/cargo/reference/manifest.html). */
const SCHEMA = v.object({
  package: v.optional(
    v.object({
      name: v.string(),
      'rust-version': v.fallback(v.optional(v.string()), undefined),
      'default-run': v.optional(v.string()),
    }),
  ),
  bin: v.optional(v.array(v.object({ name: v.string() })), []),
});

type CargoToml = v.InferOutput<typeof SCHEMA>;

const EMULATED =
  'Rust is compiled on each platform itself: arm64 by emulation, which is slow, or on its own machine by the workflow of docs/workflows.md.';

/** A program of Rust's. Throws `INPUT_INVALID` where it is not known which of several. */
export async function planCargo(project: Project, { main, port }: Wishes): Promise<Plan> {
  const text = (await project.read('Cargo.toml')) ?? '';
  const manifest = parseManifest('Cargo.toml', () => v.parse(SCHEMA, parse(text)));
  const program = main ?? (await findProgram(project, manifest));
  const toolchain = `rust:${chooseVersion(manifest)}-trixie`;
  const isLocked = project.names.has('Cargo.lock');
  return {
    images: [toolchain, RUNTIME],
    write: (image) =>
      joinStages(
        dockerfile`
          FROM ${image(toolchain)} AS build
          WORKDIR /src
          COPY . .
          ARG TARGETARCH
          RUN --mount=type=cache,target=/usr/local/cargo/registry \\
              --mount=type=cache,target=/usr/local/cargo/git \\
              --mount=type=cache,id=target-$TARGETARCH,target=/src/target \\
              ${isLocked ? dockerfile`cargo build --locked --release --bin ${program} && \\` : dockerfile`cargo build --release --bin ${program} && \\`}
              cp target/release/${program} /app
        `,
        dockerfile`
          FROM ${image(RUNTIME)}
          COPY --from=build /app /app
          USER nonroot:nonroot
          ${exposePort(port)}
          ENTRYPOINT ["/app"]
        `,
      ),
    ignored: ['/target'],
    notes: [EMULATED, ...(isLocked ? [] : [noLockNote('Cargo.lock', 'cargo generate-lockfile')])],
  };
}

/** As cargo finds them: `[[bin]]`, `src/main.rs` by the name of the package, `src/bin`. */
async function findProgram(project: Project, manifest: CargoToml): Promise<string> {
  const name = manifest.package?.name;
  if (name === undefined) {
    throw new PlimsollError('INPUT_INVALID', 'Cargo.toml is of a workspace only: which program is wanted?', {
      hint: 'Say which: --main NAME.',
    });
  }
  const chosen = manifest.package?.['default-run'];
  if (chosen !== undefined) return chosen;
  const own = (await project.read('src/main.rs')) === null ? [] : [name];
  const others = (await project.list('src/bin')).map((entry) => entry.name.replace(/\.rs$/, ''));
  const named = manifest.bin.map((bin) => bin.name);
  // A [[bin]] may be src/main.rs under another name.
  const programs = [...new Set(named.length > 0 ? [...named, ...others] : [...own, ...others])];
  return chooseProgram(programs, 'NAME', { message: 'the crate has no program: no src/main.rs', hint: '' });
}

function chooseVersion({ package: crate }: CargoToml): string {
  const [, major, minor] = /^([0-9]{1,3})\.([0-9]{1,3})/.exec(crate?.['rust-version'] ?? '') ?? [];
  const isNewer = major !== undefined && (Number(major) - RUST[0] || Number(minor) - RUST[1]) > 0;
  return isNewer ? `${major}.${minor ?? ''}` : RUST.join('.');
}
