import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 100_000;
const HOME = String.raw`^/(?:root|home/[^/]+)`;

/** What package managers fetch anew where they need it. */
const CACHES: readonly (readonly [name: string, path: RegExp])[] = [
  [
    'apt',
    /^\/var\/lib\/apt\/lists\/.*_(?:Packages|Sources|Translation-\w+|InRelease|Release|Contents-\w+)(?:\.(?:lz4|gz|xz))?$/,
  ],
  ['apt', /^\/var\/cache\/apt\/(?:(?:src)?pkgcache\.bin|archives\/[^/]+\.deb)$/],
  ['apk', /^\/(?:var\/cache\/apk|etc\/apk\/cache)\/(?:APKINDEX\.[^/]+|[^/]+\.apk)$/],
  ['dnf', /^\/var\/cache\/(?:dnf|yum|libdnf5)\/.+\.(?:solvx?|rpm|xml(?:\.gz|\.zst|\.xz)?|zck|sqlite)$/],
  ['npm', new RegExp(String.raw`${HOME}/\.npm/_cacache/`)],
  ['yarn', /^\/usr\/local\/share\/\.cache\/yarn\/v\d+\//],
  ['pip', new RegExp(String.raw`${HOME}/\.cache/pip/(?:http|wheels)`)],
  ['uv', new RegExp(String.raw`${HOME}/\.cache/uv/`)],
  ['Go', new RegExp(String.raw`${HOME}/\.cache/go-build/`)],
  ['Go', /^\/(?:root\/)?go\/pkg\/mod\/cache\/download\//],
  ['Composer', new RegExp(String.raw`${HOME}/\.(?:cache/composer|composer/cache)/`)],
  ['Maven', new RegExp(String.raw`${HOME}/\.m2/repository/`)],
];

/** What all of them have: few files do. */
const ANY = /cache|\/lists\/|\/\.m2\//;

export const packageCacheShipped: ImageRule = {
  id: 'package-cache-shipped',
  level: 'medium',
  title: "A package manager's cache is in the image",
  why: 'Everyone who pulls the image downloads it, and nothing reads it.',
  instead:
    'Do not write it (apk add --no-cache, pip install --no-cache-dir), take it away in the same RUN (rm -rf /var/lib/apt/lists/*), or keep it in a cache mount.',
  needsBase: true,
  readsBase: false,
  twins: ['package-cache-left'],
  check: ({ own: all }) => {
    const own = all.filter(({ path }) => ANY.test(path));
    return [...new Set(CACHES.map(([name]) => name))].flatMap((name) => {
      const paths = CACHES.flatMap(([candidate, path]) => (candidate === name ? [path] : []));
      const files = own.filter(({ path }) => paths.some((pattern) => pattern.test(path)));
      const found = findBytes(files.map(foundFile), LEAST_BYTES, (count) => `${count} of ${name}'s cache.`);
      return found.map((finding) => ({ ...finding, whose: name }));
    });
  },
};
