import { dockerfile, type DockerfileText } from './dockerfile-text.ts';
import { findStart } from './node-start.ts';
import { exposePort, type Plan } from './plan.ts';
import type { PackageJson } from './package-json.ts';
import type { Project } from './project.ts';

/** A server that starts as nobody in particular. */
const SERVER = 'nginxinc/nginx-unprivileged:1.30-alpine-slim';
const PORT = 8080;

/** Frameworks that build with Vite what is no folder of files. */
const SERVED = [
  '@sveltejs/kit',
  '@react-router/dev',
  '@remix-run/dev',
  '@tanstack/react-start',
  '@solidjs/start',
  'vike',
];
const CONFIGS = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs'];

/** The folder that Vite leaves a site in; `null` where the project is none, or it is not known. */
export async function findSite(project: Project, manifest: PackageJson): Promise<string | null> {
  const { scripts, dependencies, devDependencies } = manifest;
  const all = { ...dependencies, ...devDependencies };
  if (scripts['start'] !== undefined || all['vite'] === undefined) return null;
  if (SERVED.some((name) => all[name] !== undefined) || !project.names.has('index.html')) return null;
  if (!/\bvite build\s*$/.test(scripts['build'] ?? '')) return null;
  for (const name of CONFIGS) {
    // Where it lies is said in a program, which nobody runs here.
    if (/\b(?:outDir|ssr|root)\b/.test((await project.read(name)) ?? '')) return null;
  }
  return (await findStart(project, manifest, 'node')) === null ? 'dist' : null;
}

/** The stage that serves it. A path that is no file is the application's own; names in assets/ have a hash in them. */
export function writeSite(
  folder: string,
  port: number | null,
): Pick<Plan, 'images' | 'ignored'> & { readonly write: (image: (name: string) => string) => DockerfileText } {
  return {
    images: [SERVER],
    ignored: [`/${folder}`],
    write: (image) => dockerfile`
      FROM ${image(SERVER)}
      COPY <<'EOF' /etc/nginx/conf.d/default.conf
      server {
          listen ${String(port ?? PORT)};
          root /usr/share/nginx/html;
          location / {
              try_files $uri $uri/ /index.html;
          }
          location /assets/ {
              add_header Cache-Control "public, max-age=31536000, immutable";
              try_files $uri =404;
          }
      }
      EOF
      COPY --from=build /app/${folder} /usr/share/nginx/html
      USER 101:101
      ${exposePort(port ?? PORT)}
    `,
  };
}
