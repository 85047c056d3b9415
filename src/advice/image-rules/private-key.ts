import { findSecrets } from './find-secrets.ts';
import type { ImageRule } from '../image-rule.ts';

export const privateKey: ImageRule = {
  id: 'private-key',
  level: 'high',
  title: 'A private key is in the image',
  why: 'Whoever can pull the image has the key. A later layer that deletes it does not take it away.',
  instead:
    'Replace the key, mount it for the one step that needs it (RUN --mount=type=secret), or give it to the container when it starts.',
  needsBase: false,
  readsBase: false,
  twins: [],
  check: (subject) => findSecrets(subject, 'private key', 'a private key'),
};
