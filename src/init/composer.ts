import { intersects, validRange } from 'semver';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { dockerfile, joinLines, joinStages, joinWords, type DockerfileText } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import { parseManifest } from './parse-manifest.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** Releases that are kept up (https://www.php.net/supported-versions.php), the first choice first. */
const PHP = ['8.5', '8.4', '8.3', '8.2'] as const;
const COMPOSER = 'composer:2';

/** FastCGI, as PHP's images listen. */
const PORT = 9000;

/** What PHP's images have compiled in. */
const BUILT_IN = new Set([
  ...['ctype', 'curl', 'date', 'dom', 'fileinfo', 'filter', 'ftp', 'hash', 'iconv', 'json', 'libxml', 'mbstring'],
  ...[
    'mysqlnd',
    'opcache',
    'openssl',
    'pcre',
    'pdo',
    'pdo_sqlite',
    'phar',
    'posix',
    'random',
    'readline',
    'reflection',
  ],
  ...['session', 'simplexml', 'sodium', 'spl', 'sqlite3', 'standard', 'tokenizer', 'uri', 'xml', 'xmlreader'],
  ...['xmlwriter', 'zlib', 'lexbor'],
]);

/** What `docker-php-ext-install` compiles, and Alpine's packages that it takes: to build, to run. */
const COMPILED: Readonly<Record<string, { readonly build: readonly string[]; readonly run: readonly string[] }>> = {
  bcmath: { build: [], run: [] },
  calendar: { build: [], run: [] },
  exif: { build: [], run: [] },
  mysqli: { build: [], run: [] },
  pcntl: { build: [], run: [] },
  pdo_mysql: { build: [], run: [] },
  sockets: { build: ['linux-headers'], run: [] },
  gmp: { build: ['gmp-dev'], run: ['gmp'] },
  intl: { build: ['icu-dev'], run: ['icu-libs'] },
  pdo_pgsql: { build: ['libpq-dev'], run: ['libpq'] },
  pgsql: { build: ['libpq-dev'], run: ['libpq'] },
  soap: { build: ['libxml2-dev'], run: ['libxml2'] },
  zip: { build: ['libzip-dev'], run: ['libzip'] },
};

const SCHEMA = v.object({
  require: v.optional(v.record(v.string(), v.string()), {}),
  config: v.fallback(
    v.optional(v.object({ platform: v.optional(v.object({ php: v.optional(v.string()) }), {}) }), { platform: {} }),
    { platform: {} },
  ),
});

const SERVER = `PHP-FPM speaks FastCGI on port ${PORT}: a web server stands before it, with the folder /var/www/html.`;

const SECRET =
  'auth.json is left out of the image, and Composer reads it from the build secret "composer-auth" (secret-files: composer-auth=auth.json).';

/** An application of PHP's, for a web server to ask. Throws `INPUT_INVALID` for an extension that takes more than PHP's own sources. */
export async function planComposer(project: Project, { port }: Wishes): Promise<Plan> {
  const text = (await project.read('composer.json')) ?? '';
  const manifest = parseManifest('composer.json', () => v.parse(SCHEMA, JSON.parse(text)));
  const base = `php:${chooseVersion(manifest)}-fpm-alpine`;
  const isLocked = project.names.has('composer.lock');
  const extensions = planExtensions(manifest);
  const hasSecret = project.names.has('auth.json');
  return {
    images: [COMPOSER, base],
    write: (image) =>
      joinStages(
        // What the platform has is for the last stage: this one's PHP is Composer's.
        dockerfile`
          FROM --platform=$BUILDPLATFORM ${image(COMPOSER)} AS vendor
          WORKDIR /app
          COPY composer.json ${writeLock('composer.lock', isLocked)} ./
          RUN --mount=type=cache,target=/tmp/cache \\
              ${hasSecret ? dockerfile`--mount=type=secret,id=composer-auth,target=/app/auth.json \\` : null}
              composer install --no-dev --no-interaction --no-scripts --no-autoloader --prefer-dist --ignore-platform-reqs
          COPY . .
          RUN composer dump-autoload --no-dev --no-scripts --optimize
        `,
        joinLines(
          dockerfile`FROM ${image(base)}`,
          extensions,
          dockerfile`
            WORKDIR /var/www/html
            COPY --from=vendor --chown=www-data:www-data /app ./
            USER www-data
            ${exposePort(port ?? PORT)}
          `,
        ),
      ),
    ignored: ['/vendor', 'node_modules', '.phpunit.cache', 'auth.json'],
    notes: [
      SERVER,
      ...(hasSecret ? [SECRET] : []),
      ...(isLocked ? [] : [noLockNote('composer.lock', 'composer update')]),
    ],
  };
}

function planExtensions({ require }: v.InferOutput<typeof SCHEMA>): DockerfileText | null {
  const names = Object.keys(require)
    .flatMap((name) => (name.startsWith('ext-') ? [name.slice('ext-'.length).toLowerCase()] : []))
    .filter((name) => !BUILT_IN.has(name.replace('zend-opcache', 'opcache')))
    .sort();
  if (names.length === 0) return null;
  const recipes = names.map((name) => {
    const recipe = COMPILED[name];
    if (recipe === undefined) {
      throw new PlimsollError('INPUT_INVALID', `composer.json requires the extension ${name}, which init cannot add`, {
        hint: `It can add ${Object.keys(COMPILED).join(', ')}.`,
      });
    }
    return recipe;
  });
  const build = [...new Set(recipes.flatMap((recipe) => recipe.build))];
  const run = [...new Set(recipes.flatMap((recipe) => recipe.run))];
  return dockerfile`
    RUN apk add --no-cache ${joinWords([dockerfile`--virtual .build $PHPIZE_DEPS`, ...build])} && \\
        ${run.length === 0 ? null : dockerfile`apk add --no-cache ${joinWords(run)} && \\`}
        docker-php-ext-install ${joinWords(names)} && \\
        apk del .build
  `;
}

/** The platform that versions were locked for, else the newest that is let in. */
function chooseVersion({ require, config }: v.InferOutput<typeof SCHEMA>): string {
  const wanted = config.platform.php ?? require['php'] ?? '*';
  // Composer's "|" is "||", and its "," is " " (https://getcomposer.org/doc/articles/versions.md).
  const range = validRange(wanted.replace(/\|+/g, '||').replaceAll(',', ' '));
  return PHP.find((one) => intersects(`${one}.x`, range ?? '*')) ?? PHP[0];
}
