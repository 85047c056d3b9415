import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Makes dist/ out of src/: CommonJS, a file an entry. Node starts that sooner than modules, it can leave what `import()`
 * asks for until then, built-ins included, and no file is read that is not needed. Libraries that are large and seldom
 * asked for are files of their own: GitHub's client is half of all the bytes.
 */
const CLIENT = '@actions/github/lib/utils';
const PARSER = 'dockerfile-ast';
const OWN_FILES = { [CLIENT]: './github.js', [PARSER]: './dockerfile.js' };

const plugin = {
  name: 'plimsoll',
  setup({ onResolve, resolve }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(OWN_FILES).join('|')})$`) }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: OWN_FILES[path], external: true },
    );
    // @actions/core imports it for sign-ins of which we use none, and it does not say that it can be left out.
    onResolve({ filter: /^undici$/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
await bundle('dist/main', { index: 'src/main.ts', github: CLIENT, dockerfile: PARSER });
await bundle('dist/cli', { index: 'src/cli.ts', dockerfile: PARSER });
chmodSync('dist/cli/index.js', 0o755);

async function bundle(outdir, entryPoints) {
  const { metafile } = await build({
    entryPoints,
    outdir,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    plugins: [plugin],
    metafile: true,
  });
  writeFileSync(`${outdir}/package.json`, '{"type":"commonjs"}\n');
  writeFileSync(`${outdir}/licenses.txt`, listPackages(metafile).map(describeLicense).join('\n\n'));
}

/** Folders of the packages that something is left of. */
function listPackages({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []) : [],
  );
  return [...new Set(folders)].sort();
}

function describeLicense(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? [] : [readFileSync(`${folder}/${file}`, 'utf8').trim()];
  return [`${name} ${version}`, license, ...text].join('\n') + '\n';
}
