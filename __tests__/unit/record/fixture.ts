import { parseDigest } from '../../../src/image/digest.ts';
import type { ImageRecord } from '../../../src/record/record.ts';

export const IMAGE = parseDigest(`sha256:${'ab'.repeat(32)}`);
export const OTHER_IMAGE = parseDigest(`sha256:${'cd'.repeat(32)}`);

export const SUBJECT = { mediaType: 'application/vnd.oci.image.index.v1+json', digest: IMAGE, size: 1607 };

export function makeImageRecord(rest: Partial<ImageRecord> = {}): ImageRecord {
  return {
    schemaVersion: 1,
    plimsoll: '0.1.0',
    name: 'api',
    image: IMAGE,
    commit: 'c'.repeat(40),
    createdAt: '2026-11-25T07:36:39.000Z',
    advice: null,
    build: {
      durationMs: 48_000,
      steps: [
        {
          name: 'RUN go build',
          stage: 'build',
          platform: 'linux/arm64',
          status: 'ran',
          durationMs: 11_000,
          lastRanMs: 11_000,
          startMs: 37_000,
          isEmulated: true,
          source: { file: 'Dockerfile', line: 14 },
          needs: [1],
          images: [{ reference: 'docker.io/library/golang:1.26', digest: OTHER_IMAGE }],
          own: 'e5f6',
          variables: [{ name: 'VERSION', hash: '01234567', kind: 'argument' }],
          inputs: [{ context: 'context', paths: ['go.mod'] }],
          ignoresCache: false,
        },
        {
          name: 'WORKDIR /src',
          stage: null,
          platform: null,
          status: 'cached',
          durationMs: null,
          lastRanMs: 40,
          startMs: null,
          isEmulated: null,
          source: null,
          needs: null,
          images: null,
          own: null,
          variables: null,
          inputs: null,
          ignoresCache: null,
        },
      ],
      cache: { importMs: 5, exportMs: 900, manifests: [OTHER_IMAGE] },
    },
    origins: [
      {
        platform: 'linux/arm64',
        base: {
          reference: 'docker.io/library/debian:12',
          digest: OTHER_IMAGE,
          layers: 1,
          source: { file: 'Dockerfile', line: 9 },
          request: 'a1b2',
        },
        layers: [
          {
            source: { file: 'Dockerfile', line: 14 },
            recipe: 'c3d4',
            inputs: [{ context: 'context', paths: ['go.mod', 'cmd'] }],
          },
          { source: null, recipe: null, inputs: null },
        ],
        context: { kind: 'work-tree', commit: 'a'.repeat(40), folder: 'api', dockerfile: 'api/Dockerfile' },
      },
    ],
    platforms: [{ platform: 'linux/arm64', manifest: OTHER_IMAGE, downloadBytes: 12_300_000 }],
    ...rest,
  };
}
