import { PlimsollError } from '../errors.ts';

/** An operating system on an architecture, normalised as containerd's package `platforms` does. Made by `parsePlatform` and `normalizePlatform` only. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  /** `v7` of `linux/arm/v7`; `null` where the architecture's usual one is meant. */
  readonly variant: string | null;
}

const WORD = /^[A-Za-z0-9_.-]{1,64}$/;
/** `windows(10.0.17763)`: containerd writes the version of Windows so; it is no part of the name here. */
const OS = /^([A-Za-z0-9_-]{1,64})(?:\([A-Za-z0-9_.%+-]{0,64}\))?$/;
const ARCHITECTURES = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ' +
    'ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'
  ).split(' '),
);

/**
 * Text to platform: `linux/arm64/v8`, `linux/aarch64`, and an architecture alone, which is Linux's (containerd would take
 * the operating system of the machine it runs on). Throws `INPUT_INVALID`, naming what was given.
 */
export function parsePlatform(text: string): Platform {
  const [first = '', second, third, ...more] = text.length > 256 ? [''] : text.split('/');
  const os = OS.exec(first)?.[1];
  if (os === undefined || more.length > 0) throw refuse(text);
  if (second === undefined) {
    const platform = normalizePlatform({ os: 'linux', architecture: first, variant: null });
    if (!ARCHITECTURES.has(platform.architecture)) throw refuse(text);
    return platform;
  }
  if (!WORD.test(second) || (third !== undefined && !WORD.test(third))) throw refuse(text);
  return normalizePlatform({ os, architecture: second, variant: third ?? null });
}

/** What an index or a config writes, in the one form that names are compared in. */
export function normalizePlatform(written: { os: string; architecture: string; variant: string | null }): Platform {
  const os = written.os.toLowerCase();
  const [architecture, variant] = normalizeArchitecture(
    written.architecture.toLowerCase(),
    (written.variant ?? '').toLowerCase(),
  );
  return { os: os === 'macos' ? 'darwin' : os, architecture, variant: variant === '' ? null : variant };
}

/** `linux/arm/v7`: the name by which the two sides of a comparison are paired. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === null ? [] : [variant])].join('/');
}

/** containerd's `normalizeArch`. */
function normalizeArchitecture(architecture: string, variant: string): [string, string] {
  switch (architecture) {
    case 'i386':
      return ['386', ''];
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return ['amd64', variant === 'v1' ? '' : variant];
    case 'aarch64':
    case 'arm64':
      return ['arm64', variant === '8' || variant === 'v8' ? '' : variant];
    case 'armhf':
      return ['arm', 'v7'];
    case 'armel':
      return ['arm', 'v6'];
    case 'arm':
      if (variant === '') return ['arm', 'v7'];
      return ['arm', /^[5-8]$/.test(variant) ? `v${variant}` : variant];
    default:
      return [architecture, variant];
  }
}

function refuse(text: string): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${JSON.stringify(text.slice(0, 160))} is not a platform`, {
    hint: 'A platform is an operating system and an architecture, as in linux/amd64 or linux/arm/v7.',
  });
}
