/** What a container of an image has around its program. What is not known is `null`. */
export interface Runtime {
  family: Family | null;
  /** As the image's own `os-release` says it; `null` where it has none, or where that is not known. Untrusted text. */
  distribution: { id: string; version: string | null; name: string | null } | null;
  libc: 'glibc' | 'musl' | 'none' | null;
  /** By name, as `sh`; empty where there is none. */
  shells: string[] | null;
  /** Of the distribution, by name, as `apt`. */
  packageManagers: string[] | null;
  /** Whether there is a bundle of CA certificates, without which no certificate of a server can be checked. */
  certificates: boolean | null;
  timeZones: boolean | null;
  /** Whether there is `/etc/passwd`. */
  passwd: boolean | null;
  /** Interpreters and virtual machines at their usual places, by name, as `node`. */
  languages: string[] | null;
  user: RuntimeUser;
}

/** What the program is started as. */
export interface RuntimeUser {
  /** As the configuration names it, `root` where it names none; without its group. Untrusted text. */
  name: string;
  uid: number | null;
  isRoot: boolean | null;
}

export const FAMILIES = [
  'scratch',
  'distroless-static',
  'distroless-base',
  'distroless-cc',
  'distroless-java',
  'distroless-python3',
  'distroless-nodejs',
  'alpine',
  'debian-slim',
  'debian',
  'ubuntu',
  'ubi',
  'wolfi',
  'busybox',
] as const;

/** Kinds of images that programs are shipped in. `wolfi` is Chainguard's too. */
export type Family = (typeof FAMILIES)[number];
