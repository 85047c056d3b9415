import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';

/**
 * Makes dist/ out of src/: CommonJS, which Node starts sooner than modules, in a few files an entry, so that a command has
 * only that compiled which it needs: compiling all of it takes as long as half a start of Node.
 *
 * What the entry itself needs is in `index`. Of the other files each has what its modules need and no file before it has:
 * those modules are the ones that `import()` asks for. `shared` has what all of its modules need. What is left is in
 * `rest`.
 */
const ENTRIES = {
  cli: {
    index: ['src/cli.ts'],
    shared: ['src/command/compare.ts', 'src/command/inspect.ts'],
    compare: ['src/command/compare.ts'],
    inspect: ['src/command/inspect.ts'],
    registry: ['src/image/registry/docker-config.ts', 'src/image/registry/token.ts'],
    layers: [
      'src/layer/read-image-layers.ts',
      'src/layer/read-layers.ts',
      'src/record/fetch-record.ts',
      'src/record/open-layer-indexes.ts',
    ],
    origins: ['src/build/origins/find-origins.ts', 'src/baseline/find-told-changes.ts'],
    local: ['src/image/oci-layout.ts', 'src/image/archive.ts'],
    report: ['src/report/comment/comment.ts', 'src/report/worth-text.ts', 'src/command/write-page.ts'],
    builds: ['src/command/timeline.ts', 'src/image/builder.ts', 'src/image/latest-build.ts'],
    advise: ['src/command/advise.ts'],
    workflows: ['src/command/read-workflow.ts'],
    init: ['src/command/init.ts'],
  },
  main: {
    index: ['src/main.ts'],
    shared: ['src/phase/plan.ts', 'src/phase/report.ts'],
    plan: ['src/phase/plan.ts'],
    report: ['src/phase/report.ts'],
    github: ['node_modules/@actions/github/lib/utils.js'],
    registry: ['src/github/octokit-api.ts', 'src/image/registry/docker-config.ts', 'src/image/registry/token.ts'],
    layers: ['src/layer/read-layers.ts', 'src/record/make-layer-indexes.ts', 'src/record/open-layer-indexes.ts'],
    advice: ['src/advice/advise.ts', 'src/advice/find-in-change.ts', 'src/dockerfile/parse-dockerfile.ts'],
    mounts: ['src/phase/restore-mounts.ts', 'src/phase/save-mounts.ts'],
  },
};

const THREADS = {
  cli: ['src/layer/inflate-thread.js'],
  main: ['src/layer/inflate-thread.js', 'src/mounts/lay-out-thread.js'],
};
const TARGET = 'node20';

rmSync('dist', { recursive: true, force: true });
for (const [name, wanted] of Object.entries(ENTRIES)) await bundle(`dist/${name}`, wanted, THREADS[name]);
chmodSync('dist/cli/index.js', 0o755);

async function bundle(folder, wanted, threads) {
  const { chunks, metafile } = await split(wanted.index);
  for (const [name, text] of await join(chunks, gather(chunks, wanted))) write(folder, name, text);
  // Threads start with a file of their own.
  for (const thread of threads) {
    const { code } = await transform(readFileSync(thread, 'utf8'), { minify: true, target: TARGET, format: 'cjs' });
    write(folder, basename(thread), code);
  }
  write(folder, 'package.json', '{"type":"commonjs"}\n');
  write(folder, 'licenses.txt', listPackages(metafile).map(describeLicense).join('\n\n'));
}

function write(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, text);
}

/** All modules, in as many chunks as there are ways to need one: by name their text, the module that `import()` asks for, and the chunks they need. */
async function split(entryPoints) {
  const { metafile, outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    platform: 'node',
    target: TARGET,
    write: false,
    splitting: true,
    format: 'esm',
    outdir: 'dist',
    metafile: true,
    plugins: [{ name: 'undici', setup: leaveOutUndici }],
  });
  const chunks = outputFiles.map(({ path, text }) => {
    const { entryPoint, imports } = metafile.outputs[`dist/${basename(path)}`];
    const needed = imports.filter(({ kind, external }) => kind === 'import-statement' && external !== true);
    return [basename(path), { text, module: entryPoint, needs: needed.map((one) => basename(one.path)) }];
  });
  return { metafile, chunks: new Map(chunks) };
}

/** @actions/core imports it for sign-ins of which we use none, and it does not say that it can be left out. */
function leaveOutUndici({ onResolve, resolve }) {
  onResolve(
    { filter: /^(?:undici|@actions\/http-client)(?:\/|$)/ },
    async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    },
  );
}

/** The file of each chunk, the entry's first. */
function gather(chunks, wanted) {
  const fileOf = new Map();
  for (const [file, modules] of Object.entries(wanted)) {
    const needed = modules.map((module) => listNeeded(chunks, module));
    const [first, ...others] = file === 'shared' ? needed : [new Set(needed.flatMap((one) => [...one]))];
    for (const chunk of first) {
      if (others.every((other) => other.has(chunk)) && !fileOf.has(chunk)) fileOf.set(chunk, file);
    }
  }
  for (const chunk of chunks.keys()) if (!fileOf.has(chunk)) fileOf.set(chunk, 'rest');
  return fileOf;
}

function listNeeded(chunks, module) {
  const needed = new Set([...chunks.keys()].filter((name) => chunks.get(name).module === module));
  if (needed.size === 0) throw new Error(`no import() asks for ${module}`);
  for (const name of needed) for (const other of chunks.get(name).needs) needed.add(other);
  return needed;
}

/** Text of the files, by name, each of its chunks: esbuild cannot be told which file a chunk is for, and Rollup can. */
async function join(chunks, fileOf) {
  const readChunks = {
    name: 'chunks',
    resolveId: (path) => (chunks.has(basename(path)) ? basename(path) : { id: path, external: true }),
    load: (chunk) => chunks.get(chunk).text,
  };
  const whole = await rollup({ input: [...fileOf.keys()][0], plugins: [readChunks], treeshake: false });
  const { output } = await whole.generate({
    format: 'cjs',
    interop: 'default',
    // In CommonJS it would have Node load its loader of modules.
    dynamicImportInCjs: false,
    manualChunks: (chunk) => fileOf.get(chunk),
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
  });
  const texts = output.map(async ({ fileName, code }) => [
    fileName,
    (await transform(code, { minify: true, target: TARGET })).code,
  ]);
  return await Promise.all(texts);
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
