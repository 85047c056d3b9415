import { findSecrets } from './find-secrets.ts';
import type { ImageRule } from '../image-rule.ts';

export const accessToken: ImageRule = {
  id: 'access-token',
  level: 'high',
  title: 'A token or password is in the image',
  why: 'Whoever can pull the image can log in with it. A later layer that deletes the file does not take it away.',
  instead:
    'Revoke it, and mount the file for the one step that needs it: RUN --mount=type=secret,id=npmrc,target=/root/.npmrc.',
  needsBase: false,
  readsBase: false,
  twins: [],
  check: (subject) => findSecrets(subject, 'token', 'a login'),
};
