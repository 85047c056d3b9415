import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Layer } from './layer.ts';
import { unpackPackages, type DebianPackage } from '../machine/packages.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe, BaseTools } from './make-base.ts';

/** The packages that distroless lists for `static`, of the machine's own suite whatever the tag says. */
const STATIC: readonly DebianPackage[] = [
  { name: 'base-files', version: '12.4+deb12u15', suite: null },
  { name: 'netbase', version: '6.4', suite: null },
  { name: 'tzdata', version: '2026b-0+deb12u1', suite: null },
  { name: 'media-types', version: '10.0.0', suite: null },
  { name: 'ca-certificates', version: '20230311+deb12u1', suite: null },
];
/** What `base` has beside them. */
const LIBRARIES: readonly DebianPackage[] = [
  { name: 'libc6', version: '2.36-9+deb12u14', suite: null },
  { name: 'libssl3', version: '3.0.20-1~deb12u2', suite: null },
];
/** What `cc` has beside those. */
const COMPILER: readonly DebianPackage[] = [
  { name: 'libgcc-s1', version: '12.2.0-14+deb12u1', suite: null },
  { name: 'libstdc++6', version: '12.2.0-14+deb12u1', suite: null },
];
/** What `java17` has beside those; upstream's is Temurin's. */
const JAVA: readonly DebianPackage[] = [
  { name: 'zlib1g', version: '1:1.2.13.dfsg-1', suite: null },
  { name: 'openjdk-17-jre-headless', version: '17.0.19+10-1~deb12u2', suite: null },
];
const BASE = [...STATIC, ...LIBRARIES];
const CC = [...BASE, ...COMPILER];
const PACKAGES = { static: STATIC, base: BASE, cc: CC, java17: [...CC, ...JAVA] };
const NONROOT = 65532;

/** `gcr.io/distroless/static*:nonroot` and `base*`: no shell, a layer per package as upstream, each in dpkg's `status.d`. */
export function distroless(kind: keyof typeof PACKAGES): BaseRecipe {
  const packages = PACKAGES[kind];
  return {
    name: `distroless-${kind}`,
    inputs: [2, packages],
    architectures: kind === 'java17' ? [NATIVE] : ['amd64', 'arm64'],
    defaults: {
      ...(kind === 'java17' ? { Entrypoint: ['/usr/bin/java', '-jar'] } : {}),
      User: String(NONROOT),
      WorkingDir: '/home/nonroot',
      Env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt',
      ],
    },
    makeLayers: async (tools) => {
      const into = await tools.makeFolder();
      const { architecture, log } = tools;
      await unpackPackages({ packages, architecture, into, isSeparate: true, log });
      const layers: Layer[] = [];
      for (const { name } of packages) {
        const root = join(into, name);
        if (name === 'ca-certificates') await bundleCertificates(root);
        if (name.endsWith('-jre-headless')) await linkJava(root);
        await rm(join(root, 'usr/share/doc'), { recursive: true, force: true });
        await rm(join(root, 'usr/share/man'), { recursive: true, force: true });
        layers.push(await tools.pack({ folder: root, createdBy: `Debian's ${name}` }));
      }
      return [...layers, ...(await makeUsers(tools))];
    },
  };
}

/** What the package's own set-up does: all certificates in one file. */
async function bundleCertificates(root: string): Promise<void> {
  const folder = join(root, 'usr/share/ca-certificates/mozilla');
  let bundle = '';
  for (const name of (await readdir(folder)).sort()) bundle += await readFile(join(folder, name), 'utf8');
  await mkdir(join(root, 'etc/ssl/certs'), { recursive: true });
  await writeFile(join(root, 'etc/ssl/certs/ca-certificates.crt'), bundle);
  await rm(join(root, 'usr/share/ca-certificates'), { recursive: true });
}

/** What the package's own set-up does. The key store of all certificates, which it would make too, is left out. */
async function linkJava(root: string): Promise<void> {
  const machines = join(root, 'usr/lib/jvm');
  const home = (await readdir(machines)).find((name) => /^java-[0-9]+-openjdk-/.test(name)) ?? '';
  await mkdir(join(root, 'usr/bin'), { recursive: true });
  await symlink(`../lib/jvm/${home}/bin/java`, join(root, 'usr/bin/java'));
}

async function makeUsers(tools: BaseTools): Promise<Layer[]> {
  const etc = await tools.makeFolder();
  await mkdir(join(etc, 'etc'));
  await mkdir(join(etc, 'tmp'));
  await chmod(join(etc, 'tmp'), 0o1777);
  const users = [
    'root:x:0:0:root:/root:/sbin/nologin',
    'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin',
    `nonroot:x:${NONROOT}:${NONROOT}:nonroot:/home/nonroot:/sbin/nologin`,
  ];
  await writeFile(join(etc, 'etc/passwd'), `${users.join('\n')}\n`);
  await writeFile(join(etc, 'etc/group'), `root:x:0:\nnobody:x:65534:\nnonroot:x:${NONROOT}:\n`);
  const home = await tools.makeFolder();
  await mkdir(join(home, 'home', 'nonroot'), { recursive: true, mode: 0o700 });
  return [
    await tools.pack({ folder: etc, createdBy: 'users, groups and /tmp' }),
    await tools.pack({ folder: home, createdBy: 'home of nonroot', owner: NONROOT }),
  ];
}
