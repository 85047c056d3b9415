import { describe, expect, test } from '@jest/globals';
import { adviseImage } from '../../../src/advice/advise-image.ts';
import { IMAGE_RULES } from '../../../src/advice/image-rules.ts';
import { mergeLayers } from '../../../src/layer/merge-layers.ts';
import { PROGRAM } from '../../../src/layer/packages/text-marks.ts';
import { openPackageReader } from '../../../src/layer/packages/package-reader.ts';
import { makeFile } from '../layer/make-entry.ts';
import type { FileEntry, LayerEntry } from '../../../src/layer/layer-entry.ts';

interface MadeLayer {
  entries: LayerEntry[];
  texts: Map<string, string>;
}

let made = 0;

/** A file of a size, or with a content that is read as it is in a layer. */
function file(path: string, content: string | number, more: Partial<FileEntry> = {}): [FileEntry, string | null] {
  made += 1;
  const bytes = typeof content === 'number' ? content : Buffer.byteLength(content);
  const reader = typeof content === 'number' ? null : openPackageReader({ path, size: bytes });
  reader?.write(Buffer.from(`${content}`));
  return [
    makeFile(path, bytes, { contentHash: `${made}`.padStart(16, '0').padEnd(32, '0'), ...more }),
    reader?.end() ?? null,
  ];
}

function layer(...files: [FileEntry, string | null][]): MadeLayer {
  const texts = files.flatMap(([{ contentHash }, text]): [string, string][] =>
    text === null ? [] : [[contentHash ?? '', text]],
  );
  return { entries: files.map(([entry]) => entry), texts: new Map(texts) };
}

/** A program of which strip would take 900 kB. */
const symbols = (path: string): [FileEntry, string] => [file(path, 3_000_000)[0], `${PROGRAM}\nstrip\t900000`];

const gone = (path: string): MadeLayer => ({ entries: [{ kind: 'whiteout', path, tarBytes: 512 }], texts: new Map() });

interface Known {
  baseLayers?: number | null;
  settings?: Record<string, string>;
  packaged?: string[];
}

function advise(layers: MadeLayer[], { baseLayers = 0, settings = {}, packaged = [] }: Known = {}) {
  const merged = mergeLayers(layers.map(({ entries }) => entries));
  const isPackaged = ({ path }: FileEntry): boolean => packaged.includes(path);
  return adviseImage({ layers, baseLayers, settings, merged, isPackaged }, new Set());
}

const find = (layers: MadeLayer[], known?: Known): string[] => advise(layers, known).map(({ rule }) => rule.id);

const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'.repeat(4)}\n-----END OPENSSH PRIVATE KEY-----\n`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa'.repeat(8)}\n-----END CERTIFICATE-----\n`;
const SERVICE = { ENTRYPOINT: '["/server"]' };
const NPM_LIST = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    'node_modules/express': { version: '5.1.0' },
    'node_modules/typescript': { version: '5.9.2', dev: true },
    'node_modules/express/node_modules/debug': { version: '4.4.0' },
  },
});
const npm = (...more: [FileEntry, string | null][]): MadeLayer =>
  layer(
    file('/app/node_modules/.package-lock.json', NPM_LIST),
    file('/app/node_modules/express/index.js', 5_000_000),
    ...more,
  );

const FOUND: [string, MadeLayer[], Known][] = [
  ['private-key', [layer(file('/root/.ssh/id_ed25519', KEY))], { baseLayers: null }],
  ['private-key', [layer(file('/etc/tls/server.pem', `${CERTIFICATE}${KEY.replace('OPENSSH ', 'RSA ')}`))], {}],
  ['private-key', [layer(file('/deploy_key', KEY)), gone('/deploy_key')], {}],
  ['access-token', [layer(file('/root/.npmrc', '//registry.npmjs.org/:_authToken=npm_0123456789abcdef\n'))], {}],
  ['access-token', [layer(file('/root/.git-credentials', 'https://ann:ghp_0123456789@github.com\n'))], {}],
  ['access-token', [layer(file('/root/.docker/config.json', '{"auths":{"ghcr.io":{"auth":"YW5uOnNlY3JldA=="}}}'))], {}],
  [
    'git-directory',
    [layer(file('/app/.git/HEAD', 'ref: refs/heads/main\n'), file('/app/.git/objects/ab/cd', 9000))],
    {},
  ],
  ['hidden-files', [layer(file('/app/data', 3_000_000)), gone('/app/data')], {}],
  ['hidden-files', [layer(file('/app/data', 3_000_000)), layer(file('/app/data', 3_000_000, { uid: 7 }))], {}],
  ['npm-development', [npm(file('/app/node_modules/typescript/lib/tsc.js', 9_000_000))], {}],
  [
    'package-cache-shipped',
    [layer(file('/var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_main_binary-amd64_Packages.lz4', 9_000_000))],
    {},
  ],
  ['package-cache-shipped', [layer(file('/root/.npm/_cacache/content-v2/sha512/aa/bb/cc', 2_000_000))], {}],
  ['package-cache-shipped', [layer(file('/var/cache/apk/APKINDEX.066df28d.tar.gz', 2_000_000))], {}],
  ['setuid-file', [layer(file('/usr/bin/sudo', 90_000, { mode: 0o4755 }))], {}],
  [
    'duplicate-files',
    [
      layer(file('/a', 3_000_000, { contentHash: 'f'.repeat(32) })),
      layer(file('/b', 3_000_000, { contentHash: 'f'.repeat(32) })),
    ],
    {},
  ],
  ['source-maps', [layer(file('/app/dist/main.js', 90), file('/app/dist/main.js.map', 900_000))], {}],
  ['test-files', [layer(file('/app/store_test.go', 90_000), file('/app/testdata/big.json', 90_000))], {}],
  ['documentation-shipped', [layer(file('/usr/share/man/man1/openssl.1.gz', 2_000_000))], {}],
  ['python-bytecode', [layer(file('/app/x.py', 900), file('/app/__pycache__/x.cpython-312.pyc', 6_000_000))], {}],
  ['compiler-left', [layer(file('/usr/lib/gcc/x86_64-linux-gnu/12/cc1', 30_000_000))], { settings: SERVICE }],
  ['unstripped-program', [layer(symbols('/server'))], {}],
  [
    'compiler-left',
    [layer(file('/usr/local/go/pkg/tool/linux_amd64/compile', 30_000_000))],
    { settings: SERVICE, baseLayers: 1 },
  ],
];

describe('what is found', () => {
  test.each(FOUND)('%s %#', (id, layers, known) => {
    expect(find(layers, known)).toEqual([id]);
  });

  test('is each rule at least once', () => {
    expect(new Set(FOUND.map(([id]) => id))).toEqual(new Set(IMAGE_RULES.map(({ id }) => id)));
  });
});

describe('traps: nothing is found', () => {
  test.each<[string, MadeLayer[], Known]>([
    [
      'a bundle of public certificates',
      [layer(file('/etc/ssl/certs/ca-certificates.crt', CERTIFICATE), file('/etc/ssl/cert.pem', CERTIFICATE))],
      {},
    ],
    [
      'a public key',
      [
        layer(
          file(
            '/root/.ssh/id_ed25519.pub',
            'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
          ),
        ),
      ],
      {},
    ],
    [
      'a text that speaks of keys',
      [
        layer(
          file('/app/README', 'Put it between\n-----BEGIN RSA PRIVATE KEY-----\nand\n-----END RSA PRIVATE KEY-----\n'),
        ),
      ],
      {},
    ],
    [
      "a package's key for its tests",
      [layer(file('/app/node_modules/tls/key.pem', KEY), file('/usr/lib/python3.11/test/keycert.pem', KEY))],
      {},
    ],
    ['a key of the base', [layer(file('/etc/key.pem', KEY))], { baseLayers: 1 }],
    ['a key of a package', [layer(file('/etc/key.pem', KEY))], { packaged: ['/etc/key.pem'] }],
    [
      'the name of a variable that has the token',
      [
        layer(
          file('/app/.npmrc', '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nregistry=https://registry.npmjs.org/\n'),
        ),
      ],
      {},
    ],
    [
      'a list of registries without a login',
      [layer(file('/root/.docker/config.json', '{"auths":{"ghcr.io":{}},"credsStore":"pass"}'))],
      {},
    ],
    [
      'a submodule, whose .git is a file',
      [layer(file('/app/.git', 'gitdir: ../.git/modules/app\n'), file('/app/.gitignore', 'node_modules\n'))],
      {},
    ],
    [
      'what a layer of ours hides of the base',
      [layer(file('/usr/share/big', 9_000_000)), gone('/usr/share/big')],
      { baseLayers: 1 },
    ],
    ['npm packages of production alone', [npm()], {}],
    ['packages for development that are deleted, but for the list', [npm()], {}],
    [
      'an empty folder for the lists of apt',
      [layer(file('/var/lib/apt/lists/lock', 0), file('/var/lib/apt/lists/auxfiles', 0))],
      {},
    ],
    [
      'a setuid file of the base, and its upgrade',
      [layer(file('/usr/bin/su', 70_000, { mode: 0o4755 })), layer(file('/usr/bin/su', 71_000, { mode: 0o4755 }))],
      { baseLayers: 1 },
    ],
    [
      'setuid on what cannot be run, setgid on a folder',
      [layer(file('/x', 1, { mode: 0o4644 }), [{ ...file('/var/mail', 0)[0], type: 'directory', mode: 0o2775 }, null])],
      {},
    ],
    ['hard links', [layer(file('/a', 3_000_000), [{ ...file('/b', 0)[0], type: 'hardlink', link: '/a' }, null])], {}],
    ['two files of one size', [layer(file('/a', 3_000_000), file('/b', 3_000_000))], {}],
    [
      'two small files that are the same',
      [layer(file('/a', 300, { contentHash: 'f'.repeat(32) }), file('/b', 300, { contentHash: 'f'.repeat(32) }))],
      {},
    ],
    [
      'a map of something that is no script',
      [layer(file('/app/world.map', 9_000_000), file('/app/orphan.js.map', 9_000_000))],
      {},
    ],
    [
      'source maps that Node reads',
      [layer(file('/app/main.js', 90), file('/app/main.js.map', 900_000))],
      { settings: { CMD: '["node","--enable-source-maps","main.js"]' } },
    ],
    [
      'a program of a package that is named test',
      [layer(file('/app/test', 9_000_000), file('/usr/bin/test', 900_000), file('/app/test/main', 900_000))],
      {},
    ],
    ["a dependency's tests", [layer(file('/app/node_modules/x/__tests__/big.json', 900_000))], {}],
    ['documentation of the base', [layer(file('/usr/share/doc/big', 9_000_000))], { baseLayers: 1 }],
    [
      "a library of a package, and of Python's",
      [layer(symbols('/usr/lib/libx.so'), symbols('/usr/lib/python3/dist-packages/x.so'))],
      { packaged: ['/usr/lib/libx.so'] },
    ],
    ['licences', [layer(file('/usr/share/doc/openssl/copyright', 2_000_000))], {}],
    ['a program that is bytecode alone', [layer(file('/app/__pycache__/x.cpython-312.pyc', 9_000_000))], {}],
    [
      'an image to build in',
      [layer(file('/usr/local/go/pkg/tool/linux_amd64/compile', 30_000_000))],
      { settings: { CMD: '["bash"]' } },
    ],
    [
      'headers of a library without a compiler',
      [layer(file('/usr/include/linux/big.h', 9_000_000))],
      { settings: SERVICE },
    ],
  ])('%s', (_, layers, known) => {
    expect(find(layers, known)).toEqual([]);
  });

  test('without a base that is known, only secrets are looked for', () => {
    const layers = [layer(file('/usr/bin/sudo', 90_000, { mode: 0o4755 }), file('/usr/share/man/x', 9_000_000))];
    expect(find(layers, { baseLayers: null })).toEqual([]);
    expect(find(layers, { baseLayers: 0 })).toEqual(['setuid-file', 'documentation-shipped']);
  });
});

test('what npm installed for development alone is counted by package, what is nested in another by its own', () => {
  const list = JSON.stringify({
    packages: { 'node_modules/a': { dev: true }, 'node_modules/b': {}, 'node_modules/b/node_modules/c': { dev: true } },
  });
  const [finding] = advise([
    layer(
      file('/app/node_modules/.package-lock.json', list),
      file('/app/node_modules/a/x.js', 100_000),
      file('/app/node_modules/a/lib/y.js', 100_000),
      file('/app/node_modules/b/x.js', 100_000),
      file('/app/node_modules/b/node_modules/c/x.js', 100_000),
    ),
  ]);
  expect(finding?.files.map(({ path }) => path)).toEqual([
    '/app/node_modules/a/',
    '/app/node_modules/b/node_modules/c/',
  ]);
  expect(finding?.bytes).toBe(3 * (512 + 100_352));
});

test('a secret is told by its path alone', () => {
  const [finding] = advise([layer(file('/deploy_key', KEY)), gone('/deploy_key')]);
  expect(finding).toMatchObject({ level: 'high', bytes: null, files: [{ path: '/deploy_key', layer: 0 }] });
  expect(JSON.stringify(finding)).not.toContain('b3BlbnNz');
});

test('a secret is told of the layer that brought it, though a later one changes its owner', () => {
  const findings = advise([layer(file('/deploy_key', KEY)), layer(file('/deploy_key', KEY, { uid: 1000 }))]);
  expect(findings.find(({ rule }) => rule.id === 'private-key')?.files).toMatchObject([{ layer: 0 }]);
});

test('worst first, then the most bytes; --ignore leaves a rule out', () => {
  const layers = [
    layer(
      file('/usr/share/man/x', 2_000_000),
      file('/root/.npm/_cacache/x', 900_000),
      file('/a', 3_000_000, { contentHash: 'f'.repeat(32) }),
      file('/b', 3_000_000, { contentHash: 'f'.repeat(32) }),
      file('/id_rsa', KEY),
    ),
  ];
  expect(find(layers)).toEqual(['private-key', 'package-cache-shipped', 'duplicate-files', 'documentation-shipped']);
});
