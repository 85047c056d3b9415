import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 1_000_000;
const DOCUMENTATION = /^\/usr\/(?:local\/)?share\/(?:doc|man|info|gtk-doc|locale)\//;
/** Licences are to be shipped. */
const LICENCE = /\/(?:copyright|licen[cs]e|notice|copying)[^/]*$/i;

export const documentationShipped: ImageRule = {
  id: 'documentation-shipped',
  level: 'low',
  title: 'Manuals and translations of packages are in the image',
  why: 'Nobody reads them in a container.',
  instead:
    'Tell dpkg to leave them out, as slim images do: path-exclude lines in /etc/dpkg/dpkg.cfg.d before the packages are installed; with dnf --nodocs.',
  needsBase: true,
  readsBase: false,
  twins: [],
  check: ({ own }) =>
    findBytes(
      own.filter(({ path }) => DOCUMENTATION.test(path) && !LICENCE.test(path)).map(foundFile),
      LEAST_BYTES,
      (count) => `${count} of manuals and translations.`,
    ),
};
