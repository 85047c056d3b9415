import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Makes dist/ out of src/: esbuild leaves out what of valibot is not used, which ncc does not; ncc packs the rest, with the licenses. */
rmSync('build', { recursive: true, force: true });
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts', 'src/cli.ts'],
  outdir: 'build',
  bundle: true,
  // ncc leaves chunks as they are.
  minify: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@actions/*', 'semver', '*-proxy-agent', 'proxy-from-env'],
});
for (const entry of ['main', 'cli']) {
  const out = `dist/${entry}`;
  execFileSync('npx', ['ncc', 'build', `build/${entry}.js`, '--minify', '--out', out, '--license', 'licenses.txt'], {
    stdio: 'inherit',
  });
  appendFileSync(`${out}/licenses.txt`, `\nvalibot\nMIT\n${readFileSync('node_modules/valibot/LICENSE.md', 'utf8')}`);
}
chmodSync('dist/cli/index.js', 0o755);
