import type { RootLookup } from './root-lookup.ts';
import type { Family, Runtime } from './runtime.ts';

/** Debian's packages, each in a file of its own: distroless images have no other list, and so no dpkg that could change it. */
const STATUS = '/var/lib/dpkg/status.d';

/** The family that an image is of; `null` where it is of none of them, or where layers that were not read would tell. */
export function findFamily(
  lookup: RootLookup,
  distribution: Runtime['distribution'],
  { libc, shells, packageManagers }: Pick<Runtime, 'libc' | 'shells' | 'packageManagers'>,
): Family | null {
  switch (distribution?.id) {
    case 'alpine':
      return 'alpine';
    case 'ubuntu':
      return 'ubuntu';
    case 'wolfi':
    case 'chainguard':
      return 'wolfi';
    case 'rhel':
      return lookup.has('/etc/yum.repos.d/ubi.repo') === true ? 'ubi' : null;
    case 'debian':
      return lookup.has(STATUS) === true && lookup.has('/var/lib/dpkg/status') === false
        ? findDistroless(lookup, libc)
        : findDebian(lookup);
    case undefined:
      break;
    default:
      return null;
  }
  // Without a release of its own: an image of files alone, or of busybox and its libc.
  if (lookup.hasAny(['/etc/os-release', '/usr/lib/os-release']) !== false) return null;
  if (lookup.hasAny(PACKAGE_LISTS) !== false || packageManagers?.length !== 0) return null;
  if (lookup.has('/bin/busybox') === true) return 'busybox';
  return shells?.length === 0 ? 'scratch' : null;
}

const PACKAGE_LISTS = ['/var/lib/dpkg', '/lib/apk', '/usr/lib/apk', '/var/lib/rpm', '/usr/lib/sysimage/rpm'];

function findDistroless(lookup: RootLookup, libc: Runtime['libc']): Family | null {
  const packaged = (name: RegExp): boolean | null => lookup.hasNamed(STATUS, name);
  const kinds: readonly (readonly [Family, boolean | null])[] = [
    ['distroless-nodejs', lookup.has('/nodejs/bin/node')],
    ['distroless-java', packaged(/^(?:openjdk|temurin)-\d+/)],
    ['distroless-python3', packaged(/^(?:lib)?python3(?:\.\d+)?-(?:minimal|stdlib)/)],
    ['distroless-cc', packaged(/^(?:libstdc\+\+6|libgcc-s1)(?:\.|$)/)],
    ['distroless-base', packaged(/^libc6(?:\.|$)/)],
  ];
  for (const [family, is] of kinds) if (is !== false) return is === null ? null : family;
  return libc === 'none' ? 'distroless-static' : null;
}

/** Slim images tell dpkg what to leave out, in a file that the full ones do not have. */
function findDebian(lookup: RootLookup): Family | null {
  const isSlim = lookup.has('/etc/dpkg/dpkg.cfg.d/docker');
  if (isSlim === null) return null;
  if (isSlim) return 'debian-slim';
  return lookup.has('/var/lib/dpkg/status') === true ? 'debian' : null;
}
