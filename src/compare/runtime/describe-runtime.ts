import { findFamily } from './find-family.ts';
import { either, RootLookup, type IsThere } from './root-lookup.ts';
import type { ReadRoot } from '../read-root.ts';
import type { Runtime, RuntimeUser } from './runtime.ts';
import type { PlatformImage } from '../../image/image.ts';

/** What an image has around its program, as far as its layers were read and as files at their usual places tell. */
export function describeRuntime(
  { platform, settings }: Pick<PlatformImage, 'platform' | 'settings'>,
  root: ReadRoot,
): Runtime {
  // Another system has other places, and another root.
  if (!platform.startsWith('linux/')) return describeOther(settings);
  const lookup = new RootLookup(root);
  const distribution = readDistribution(lookup, root);
  const facts = {
    libc: findLibc(lookup),
    shells: listNames(SHELLS, lookup),
    packageManagers: listNames(PACKAGE_MANAGERS, lookup),
  };
  return {
    family: findFamily(lookup, distribution, facts),
    distribution,
    ...facts,
    certificates: lookup.hasAny(CERTIFICATES),
    timeZones: lookup.hasAny(TIME_ZONES),
    passwd: lookup.has('/etc/passwd'),
    languages: listLanguages(lookup),
    user: readUser(settings, lookup, root),
  };
}

function inPrograms(...names: readonly string[]): string[] {
  return ['/bin', '/usr/bin', '/sbin', '/usr/sbin'].flatMap((folder) => names.map((name) => `${folder}/${name}`));
}

/** Names, with the paths of which one has it. */
type Places = Readonly<Record<string, readonly string[]>>;

const SHELLS: Places = {
  // Distroless keeps its `debug` images' there.
  sh: [...inPrograms('sh'), '/busybox/sh'],
  bash: inPrograms('bash'),
  zsh: inPrograms('zsh'),
};

const PACKAGE_MANAGERS: Places = {
  apt: inPrograms('apt-get'),
  apk: inPrograms('apk'),
  dnf: inPrograms('dnf', 'dnf5'),
  microdnf: inPrograms('microdnf'),
  yum: inPrograms('yum'),
  zypper: inPrograms('zypper'),
};

const LANGUAGES: Places = {
  node: ['/usr/local/bin/node', '/usr/bin/node', '/nodejs/bin/node'],
  python: ['/usr/local/bin/python3', '/usr/bin/python3'],
  php: ['/usr/local/bin/php', '/usr/bin/php', '/usr/local/sbin/php-fpm'],
  ruby: ['/usr/local/bin/ruby', '/usr/bin/ruby'],
  dotnet: ['/usr/share/dotnet/dotnet', '/usr/lib/dotnet/dotnet', '/usr/bin/dotnet'],
};

const JAVA = ['/usr/bin/java', '/opt/java/openjdk/bin/java'];

/** Where Go, OpenSSL's distributions and curl look for them. */
const CERTIFICATES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const TIME_ZONES = [
  '/usr/share/zoneinfo/Europe',
  '/usr/share/zoneinfo/tzdata.zi',
  '/usr/local/go/lib/time/zoneinfo.zip',
];

const LIBRARIES = ['/lib', '/lib64', '/usr/lib', '/usr/lib64'];

/** The program that loads others is named by each of them. Alpine may have one for glibc's beside its own. */
function findLibc(lookup: RootLookup): Runtime['libc'] {
  const musl = either(LIBRARIES.map((folder) => lookup.hasNamed(folder, /^ld-musl-/)));
  if (musl === true) return 'musl';
  const glibc = either(LIBRARIES.map((folder) => lookup.hasNamed(folder, /^(?:ld-linux|ld64)[-.\w]*\.so/)));
  if (musl === null) return null;
  return glibc === null ? null : glibc ? 'glibc' : 'none';
}

/** `null` where one of them is not known. */
function listNames(places: Places, lookup: RootLookup): string[] | null {
  return gather(Object.entries(places).map(([name, paths]) => [name, lookup.hasAny(paths)]));
}

function listLanguages(lookup: RootLookup): string[] | null {
  const java = either([lookup.hasAny(JAVA), lookup.hasNamed('/usr/lib/jvm', /jdk|jre|java|temurin/i)]);
  return gather([
    ...Object.entries(LANGUAGES).map(([name, paths]): [string, IsThere] => [name, lookup.hasAny(paths)]),
    ['java', java],
  ]);
}

function gather(all: readonly (readonly [name: string, there: IsThere])[]): string[] | null {
  if (all.some(([, there]) => there === null)) return null;
  return all.flatMap(([name, there]) => (there === true ? [name] : []));
}

function readDistribution(lookup: RootLookup, root: ReadRoot): Runtime['distribution'] {
  const path = lookup.resolve('/etc/os-release') ?? lookup.resolve('/usr/lib/os-release');
  const text = path === null ? null : root.textAt(path);
  const read = (name: string): string | null =>
    new RegExp(`^${name}=["']?([^"'\\n]*)["']?\\s*$`, 'm').exec(text ?? '')?.[1] ?? null;
  const id = read('ID');
  return id === null ? null : { id, version: read('VERSION_ID'), name: read('PRETTY_NAME') };
}

function readUser(settings: PlatformImage['settings'], lookup: RootLookup, root: ReadRoot): RuntimeUser {
  const name = nameUser(settings);
  if (/^\d{1,10}$/.test(name)) return { name, uid: Number(name), isRoot: Number(name) === 0 };
  const path = lookup.resolve('/etc/passwd');
  const lines = path === null ? [] : (root.textAt(path)?.split('\n') ?? []);
  const found = lines.find((line) => line.startsWith(`${name}:`));
  const uid = found === undefined ? null : Number(found.slice(name.length + 1));
  if (uid !== null) return { name, uid, isRoot: uid === 0 };
  return name === 'root' ? { name, uid: 0, isRoot: true } : { name, uid: null, isRoot: null };
}

/** The configuration's, without the group. */
function nameUser({ USER: text = '""' }: PlatformImage['settings']): string {
  const value: unknown = JSON.parse(text);
  const name = typeof value === 'string' ? (value.split(':', 1)[0] ?? '').trim() : '';
  return name === '' ? 'root' : name;
}

function describeOther(settings: PlatformImage['settings']): Runtime {
  return {
    family: null,
    distribution: null,
    libc: null,
    shells: null,
    packageManagers: null,
    certificates: null,
    timeZones: null,
    passwd: null,
    languages: null,
    user: { name: settings['USER'] === undefined ? '' : nameUser(settings), uid: null, isRoot: null },
  };
}
