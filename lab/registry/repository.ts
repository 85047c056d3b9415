import { createHash } from 'node:crypto';

import { PlimsollError } from '../../src/errors.ts';

export interface RepositoryOptions {
  /** `http://127.0.0.1:40001` */
  readonly url: string;
  /** `library/golang` */
  readonly repository: string;
  readonly credentials?: { readonly username: string; readonly password: string } | undefined;
}

export interface Repository {
  /** Uploads a blob; one that is there is not sent again. */
  readonly putBlob: (digest: string, read: () => Promise<Uint8Array>) => Promise<void>;
  readonly getBlob: (digest: string) => Promise<Buffer>;
  /** A manifest or index by tag or digest, as it is. */
  readonly getManifest: (reference: string) => Promise<Buffer>;
  /** Writes a manifest or index under its digest, and a tag where one is given; gives its digest. */
  readonly putManifest: (mediaType: string, bytes: Uint8Array, tag?: string) => Promise<string>;
}

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * A repository in a lab registry, for what must lie there before anything is tested. It is not the product's client: a
 * mistake of that one cannot hide here.
 */
export function openRepository(options: RepositoryOptions): Repository {
  const send = async (method: string, path: string, expected: readonly number[], init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (options.credentials !== undefined) {
      const { username, password } = options.credentials;
      headers.set('authorization', `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
    }
    const url = new URL(path, `${options.url}/v2/${options.repository}/`);
    const answer = await fetch(url, { ...init, method, headers });
    if (expected.includes(answer.status)) return answer;
    const said = (await answer.text()).slice(0, 500);
    throw new PlimsollError(
      'DOCKER_FAILED',
      `The lab registry answered ${answer.status} to ${method} ${path}: ${said}`,
    );
  };
  return {
    putBlob: async (digest, read) => {
      if ((await send('HEAD', `blobs/${digest}`, [200, 404])).status === 200) return;
      const begun = await send('POST', 'blobs/uploads/', [202]);
      const upload = new URL(begun.headers.get('location') ?? '', options.url);
      upload.searchParams.set('digest', digest);
      await send('PUT', upload.href, [201], { body: new Uint8Array(await read()) });
    },
    getBlob: async (digest) => Buffer.from(await (await send('GET', `blobs/${digest}`, [200])).arrayBuffer()),
    getManifest: async (reference) => {
      const answer = await send('GET', `manifests/${reference}`, [200], { headers: { accept: ACCEPT } });
      return Buffer.from(await answer.arrayBuffer());
    },
    putManifest: async (mediaType, bytes, tag) => {
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      const headers = { 'content-type': mediaType };
      await send('PUT', `manifests/${tag ?? digest}`, [201], { body: new Uint8Array(bytes), headers });
      return digest;
    },
  };
}
