import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { startStubServer } from '../image/registry/stub-server.ts';

/** How a registry answers who asks for referrers: with them; with 404; with a web page elsewhere, as GHCR does. */
export type ReferrersApi = 'there' | 'missing' | 'ghcr';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = v.object({
  mediaType: v.string(),
  artifactType: v.optional(v.string()),
  annotations: v.optional(v.record(v.string(), v.string())),
  subject: v.optional(v.object({ digest: v.string() })),
});

export const digestOf = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A registry of one repository that keeps what it is given; `manifests` is by digest and by tag. */
export async function startMemoryRegistry(referrers: ReferrersApi) {
  const blobs = new Map<string, string>();
  const manifests = new Map<string, string>();
  const server = await startStubServer(({ method, path, body }, response) => {
    const [, kind = '', name = ''] = /^\/v2\/acme\/api\/(manifests|blobs|referrers)\/(.*)$/.exec(path) ?? [];
    const found = kind === 'blobs' ? blobs.get(name) : manifests.get(name);
    switch (`${method} ${kind}`) {
      case 'POST blobs':
        response.writeHead(202, { location: '/v2/acme/api/blobs/uploads/1' }).end();
        return;
      case 'PUT blobs':
        blobs.set(digestOf(body), body);
        response.writeHead(201).end();
        return;
      case 'PUT manifests': {
        const { subject } = v.parse(MANIFEST, JSON.parse(body));
        manifests.set(digestOf(body), body);
        manifests.set(name, body);
        const knows = referrers === 'there' && subject !== undefined ? { 'oci-subject': subject.digest } : {};
        response.writeHead(201, { 'docker-content-digest': digestOf(body), ...knows }).end();
        return;
      }
      case 'GET referrers': {
        if (referrers === 'ghcr') response.writeHead(303, { location: 'https://github.com/-/v2/packages' });
        else if (referrers === 'missing') response.writeHead(404);
        if (referrers !== 'there') {
          response.end();
          return;
        }
        const listed = [...manifests].flatMap(([digest, text]) => {
          const { subject, ...rest } = v.parse(MANIFEST, JSON.parse(text));
          return digest.startsWith('sha256:') && subject?.digest === name
            ? [{ ...rest, digest, size: text.length }]
            : [];
        });
        response.writeHead(200, { 'content-type': INDEX });
        response.end(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: listed }));
        return;
      }
      default:
        if (found === undefined) response.writeHead(404, { 'content-type': 'application/json' }).end('{"errors":[]}');
        else if (method === 'HEAD') response.writeHead(200).end();
        else response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }).end(found);
    }
  });
  return { ...server, blobs, manifests };
}
