import { bearer, blobsAt, formatBasic, immutableTags, isPush, logInWith, refuse, repositoryOf } from './kind-rules.ts';
import type { RegistryKind } from './play-registry-kind.ts';

const ghcr: RegistryKind = {
  image: 'ghcr.io/acme/api',
  repository: 'acme/api',
  hasReferrers: false,
  login: { username: 'octocat', password: 'ghs_secret' },
  hosts: ['ghcr.io', 'pkg-containers.githubusercontent.com'],
  rules: ({ host, store, login }) => [
    bearer({
      host,
      realm: 'https://ghcr.io/token',
      service: host,
      logIn: (request) =>
        logInWith(login)(request) || refuse(403, 'DENIED', 'requested access to the resource is denied'),
      // It says nothing of its life.
      formatToken: (token) => ({ token }),
    }),
    // A package that is not linked to the workflow's repository.
    (request) =>
      isPush(request) && repositoryOf(request) === 'acme/unlinked'
        ? refuse(403, 'DENIED', 'permission_denied: write_package')
        : null,
    ({ path }) =>
      path.includes('/referrers/')
        ? { kind: 'answer', status: 303, headers: { location: 'https://github.com/-/v2/packages' } }
        : null,
    blobsAt(host, store),
  ],
};

const dockerHub: RegistryKind = {
  image: 'docker.io/acme/api',
  repository: 'acme/api',
  hasReferrers: false,
  login: { username: 'acme', password: 'dckr_pat_secret' },
  hosts: ['registry-1.docker.io', 'auth.docker.io', 'production.cloudflare.docker.com'],
  rules: ({ host, store, login }) => [
    bearer({
      host,
      realm: 'https://auth.docker.io/token',
      service: 'registry.docker.io',
      logIn: logInWith(login),
      formatToken: (token) => ({
        token,
        access_token: token,
        expires_in: 300,
        issued_at: new Date().toISOString(),
      }),
      // Others' repositories that are private, or are not there.
      mayUse: (repository) => !repository.startsWith('other/'),
    }),
    // docs.docker.com/docker-hub/usage/pulls
    (request) =>
      repositoryOf(request) === 'library/limited'
        ? refuse(429, 'TOOMANYREQUESTS', 'You have reached your unauthenticated pull rate limit.', {
            'ratelimit-limit': '100;w=21600',
            'ratelimit-remaining': '0;w=21600',
          })
        : null,
    blobsAt(host, store),
  ],
};

const ecr: RegistryKind = {
  image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/acme/api',
  repository: 'acme/api',
  hasReferrers: true,
  login: { username: 'AWS', password: 'ecr-secret' },
  hosts: [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    'prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com',
  ],
  rules: ({ host, store, login }) => [
    ({ host: asked, authorization }) =>
      asked !== host || authorization === formatBasic(login)
        ? null
        : refuse(401, 'UNAUTHORIZED', 'Not Authorized', {
            'www-authenticate': `Basic realm="https://${host}/",service="ecr.amazonaws.com"`,
          }),
    // It makes no repository on a push.
    (request) =>
      repositoryOf(request) === 'acme/missing'
        ? refuse(404, 'NAME_UNKNOWN', "The repository with name 'acme/missing' does not exist in the registry")
        : null,
    immutableTags((repository, tag) =>
      refuse(
        400,
        'TAG_INVALID',
        `The image tag '${tag}' already exists in the '${repository}' repository and cannot be overwritten because the repository is immutable.`,
      ),
    ),
    blobsAt(host, store),
  ],
};

const ecrPublic: RegistryKind = {
  image: 'public.ecr.aws/acme/api',
  repository: 'acme/api',
  hasReferrers: false,
  login: { username: 'AWS', password: 'ecr-public-secret' },
  hosts: ['public.ecr.aws'],
  rules: ({ host, login }) => [
    ({ path, authorization }) =>
      path.startsWith('/v2/') && authorization?.startsWith('Basic ') === true
        ? refuse(400, 'UNSUPPORTED', 'Invalid authorization')
        : null,
    bearer({
      host,
      realm: 'https://public.ecr.aws/token/',
      service: host,
      logIn: logInWith(login),
      formatToken: (token) => ({ token }),
      challenge: () => ',scope="aws"',
    }),
  ],
};

const acr: RegistryKind = {
  image: 'acme.azurecr.io/acme/api',
  repository: 'acme/api',
  hasReferrers: true,
  /** What `az acr login` leaves: no user, and a refresh token. */
  login: { username: '00000000-0000-0000-0000-000000000000', password: 'refresh.secret.token' },
  hosts: ['acme.azurecr.io', 'weuacr.blob.core.windows.net'],
  rules: ({ host, store, login: { password } }) => [
    bearer({
      host,
      realm: `https://${host}/oauth2/token`,
      service: host,
      logIn: ({ method, body }) => {
        const form = new URLSearchParams(body.toString());
        return (
          method === 'POST' && form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === password
        );
      },
      // No "token".
      formatToken: (token) => ({ access_token: token }),
    }),
    // "az acr repository update --write-enabled false"
    immutableTags(() =>
      refuse(
        405,
        'REGISTRY_DISALLOWED_OPERATION',
        'The operation is disallowed on this registry, repository or image.',
      ),
    ),
    blobsAt(host, store),
  ],
};

const artifactRegistry: RegistryKind = {
  image: 'europe-docker.pkg.dev/acme-project/containers/api',
  repository: 'acme-project/containers/api',
  hasReferrers: false,
  login: { username: 'oauth2accesstoken', password: 'ya29.secret' },
  hosts: ['europe-docker.pkg.dev'],
  rules: ({ host, login }) => [
    bearer({
      host,
      realm: `https://${host}/v2/token`,
      service: host,
      logIn: logInWith(login),
      formatToken: (token) => ({ token, expires_in: 3599 }),
    }),
    (request) => {
      const repository = repositoryOf(request);
      if (repository === null || repository.startsWith('acme-project/containers/')) return null;
      return refuse(
        403,
        'DENIED',
        `Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "${repository}" (or it may not exist)`,
      );
    },
    // Blobs on the same host, elsewhere.
    ({ method, path }) => {
      const stored = /^\/artifacts-downloads(\/v2\/.*)$/.exec(path)?.[1];
      if (stored !== undefined) return { kind: 'pass', path: stored };
      const isBlob = method === 'GET' && path.includes('/blobs/sha256:');
      const location = `https://${host}/artifacts-downloads${path}`;
      return isBlob ? { kind: 'answer', status: 302, headers: { location } } : null;
    },
  ],
};

const artifactory: RegistryKind = {
  image: 'acme.jfrog.io/docker-local/acme/api',
  repository: 'docker-local/acme/api',
  hasReferrers: false,
  login: { username: 'robot', password: 'jfrog-secret' },
  hosts: ['acme.jfrog.io'],
  rules: ({ host, login }) => [
    bearer({
      host,
      realm: `https://${host}/artifactory/api/docker/docker-local/v2/token`,
      service: `${host}:443`,
      logIn: logInWith(login),
      formatToken: (token) => ({ token, expires_in: 3600 }),
      challenge: () => '',
      more: ['Basic realm="Artifactory Realm"'],
    }),
    // Two tags a page, and the first part of the name is missing in the link (renovatebot/renovate#15030).
    ({ path, query }) => {
      if (!path.endsWith('/tags/list')) return null;
      const last = query.get('last');
      const edit = (headers: Record<string, unknown>): void => {
        if (typeof headers['link'] !== 'string') return;
        headers['link'] = headers['link'].replace('/v2/docker-local/', '/v2/');
      };
      return { kind: 'pass', path: `${path}?n=2${last === null ? '' : `&last=${last}`}`, edit };
    },
    immutableTags(() => refuse(409, 'UNKNOWN', 'Not enough permissions to delete/overwrite artifact')),
  ],
};

const quay: RegistryKind = {
  image: 'quay.io/acme/api',
  repository: 'acme/api',
  hasReferrers: true,
  login: { username: 'acme+robot', password: 'quay-secret' },
  hosts: ['quay.io'],
  rules: ({ host, login }) => [
    bearer({
      host,
      realm: `https://${host}/v2/auth`,
      service: host,
      logIn: logInWith(login),
      formatToken: (token) => ({ token }),
      // Missing and forbidden are one.
      mayUse: (repository) => repository !== 'acme/missing',
    }),
    ({ path, query }) =>
      path.endsWith('/tags/list') && Number(query.get('n') ?? 0) > 100
        ? refuse(413, 'TAG_LIMIT_EXCEEDED', 'requested more tags than a page has')
        : null,
  ],
};

const harbor: RegistryKind = {
  image: 'harbor.example.com/acme/api',
  repository: 'acme/api',
  hasReferrers: true,
  login: { username: 'robot$ci', password: 'harbor-secret' },
  hosts: ['harbor.example.com'],
  rules: ({ host, login }) => [
    bearer({
      host,
      realm: `https://${host}/service/token`,
      service: 'harbor-registry',
      logIn: logInWith(login),
      formatToken: (token) => ({ token, access_token: '', expires_in: 1800 }),
    }),
    immutableTags((repository, tag) =>
      refuse(
        412,
        'PRECONDITION',
        `Failed to process request due to '${repository.replace(/^.*\//, '')}:${tag}' configured as immutable.`,
      ),
    ),
  ],
};

/**
 * Stand-ins for the registries that people have, each by what its documentation says or its own errors show: how one logs
 * in, where blobs lie, what a missing repository, an immutable tag or a list of tags looks like. Not the vendors' software.
 */
export const registryKinds = {
  ghcr,
  dockerHub,
  ecr,
  ecrPublic,
  acr,
  artifactRegistry,
  artifactory,
  quay,
  harbor,
} as const satisfies Record<string, RegistryKind>;
