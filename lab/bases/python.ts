import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { unpackPackages, type DebianPackage } from '../machine/packages.ts';
import { buildpack } from './buildpack.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

const DEFAULTS = {
  Cmd: ['python3'],
  Env: ['PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=C.UTF-8'],
};

/** Programs of Python alone, which need no set-up: what `python:*` has beside the interpreter that Mercurial brought. */
const INSTALLERS: readonly DebianPackage[] = [
  { name: 'python3-pip', version: '23.0.1+dfsg-1', suite: null },
  { name: 'python3-setuptools', version: '66.1.1-1+deb12u2', suite: null },
  { name: 'python3-wheel', version: '0.38.4-2', suite: null },
  { name: 'python3-distutils', version: '3.11.2-3', suite: null },
  { name: 'python3-lib2to3', version: '3.11.2-3', suite: null },
  { name: 'python3-pkg-resources', version: '66.1.1-1+deb12u2', suite: null },
];

/** Debian's pip refuses to install outside of a virtual environment; upstream's image has a Python of its own. */
const REFUSAL = 'usr/lib/python3.11/EXTERNALLY-MANAGED';

/** `python:3.11-bookworm`: with compilers and all, as upstream; the interpreter is Debian's. For this machine's own platform. */
export function python(files: ClientFiles): BaseRecipe {
  const base = buildpack(files);
  return {
    name: 'python',
    inputs: [2, base.inputs, INSTALLERS],
    architectures: base.architectures,
    defaults: DEFAULTS,
    makeLayers: async (tools) => {
      const root = await tools.makeFolder();
      await unpackPackages({ packages: INSTALLERS, into: root, log: tools.log });
      await rm(join(root, 'usr/share/doc'), { recursive: true, force: true });
      await symlink('python3', join(root, 'usr/bin/python'));
      // The layer below has it.
      await mkdir(join(root, dirname(REFUSAL)), { recursive: true });
      await writeFile(join(root, dirname(REFUSAL), `.wh.${basename(REFUSAL)}`), '');
      return [
        ...(await tools.layersOf(base, tools.architecture)),
        await tools.pack({ folder: root, createdBy: "Debian's pip" }),
      ];
    },
  };
}

/** `python:3.11-slim-bookworm`: Debian's interpreter and pip. For this machine's own platform. */
export function pythonSlim(files: ClientFiles): BaseRecipe {
  const packages = ['python3', 'python3-pip', 'python3-venv'];
  return {
    name: 'python-slim',
    inputs: [1, packages, files.contents],
    architectures: [NATIVE],
    defaults: DEFAULTS,
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, packages);
      await symlink('python3', join(root, 'usr/bin/python'));
      await rm(join(root, REFUSAL), { force: true });
      return [await tools.pack({ folder: root, createdBy: "Debian's Python" })];
    },
  };
}

const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** The same, in which uv and Poetry too, which have certificates of their own, take the machine's. */
export function pythonSlimForUv(files: ClientFiles): BaseRecipe {
  const base = pythonSlim(files);
  return {
    name: 'python-slim-uv',
    inputs: [2, base.inputs],
    architectures: base.architectures,
    defaults: { ...DEFAULTS, Env: [...DEFAULTS.Env, `SSL_CERT_FILE=${BUNDLE}`, `REQUESTS_CA_BUNDLE=${BUNDLE}`] },
    makeLayers: async (tools) => [...(await tools.layersOf(base, tools.architecture))],
  };
}
