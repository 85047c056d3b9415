import { expect, test } from '@jest/globals';
import { plan, npm, SERVER, VITE } from './plan-files.ts';

test('npm: the start script itself is started where it needs no shell', async () => {
  const start = async (script: string) => (await plan(npm({ scripts: { start: script } }))).text.split('\n').at(-2);
  expect(await start('node --enable-source-maps a.js')).toBe('CMD ["node", "--enable-source-maps", "a.js"]');
  expect(await start('node a.js && rm -rf "/"')).toBe('CMD ["npm", "start"]');
  expect(await start('next start')).toBe('CMD ["npm", "start"]');
  expect((await plan({ ...npm({ main: 'lib/x.js' }), 'lib/x.js': '' })).text).toContain('CMD ["node", "lib/x.js"]');
  expect((await plan({ ...npm({}), ...SERVER })).text).toContain('CMD ["node", "server.js"]');
  const odd = await plan(npm({}), { main: 'a"\n]RUN $(id)' });
  expect(odd.text.split('\n').at(-2)).toBe('CMD ["node", "a\\"\\n]RUN $(id)"]');
});

test('npm: what is built is shipped, and no dev dependency', async () => {
  const built = { scripts: { start: 'node dist/x.js', build: 'tsc' }, devDependencies: { typescript: '6' } };
  const files = { ...npm({ ...built, engines: { node: '>=22 <26' } }), 'package-lock.json': '{}' };
  const { text, ignored, images, notes } = await plan(files);
  expect(images).toEqual(['node:24-trixie-slim']);
  expect(text).toContain('FROM --platform=$BUILDPLATFORM node:24-trixie-slim AS build\n');
  expect(text).toContain('COPY --from=build /app/dist ./dist\n');
  expect(text).toContain('npm ci --omit=dev\n');
  expect(ignored).toContain('/dist');
  expect(notes).toEqual([]);
  const unknown = await plan({ ...npm({ ...built, scripts: { start: 'next start', build: 'next build' } }) });
  expect(unknown.text).toContain('RUN npm prune --omit=dev\n');
  expect(unknown.notes).toEqual([expect.stringContaining('There is no package-lock.json')]);
});

test('npm: a prepare script is not run, and credentials stay out', async () => {
  const manifest = { scripts: { start: 'node x.js', prepare: 'husky' }, dependencies: { a: '1' } };
  const { text, ignored, notes } = await plan({ ...npm(manifest), '.npmrc': '//x/:_authToken=secret\n' });
  expect(text).toContain(
    [
      'COPY package.json package-lock.json* ./',
      'RUN --mount=type=cache,target=/root/.npm \\',
      '    --mount=type=secret,id=npmrc,target=/app/.npmrc \\',
      '    npm pkg delete scripts.prepare && \\',
      '    npm install --omit=dev',
    ].join('\n'),
  );
  expect(ignored).toContain('.npmrc');
  expect(notes).toContainEqual(expect.stringContaining('.npmrc holds credentials'));
  const plain = await plan({ ...npm(manifest), '.npmrc': 'engine-strict=true\n' });
  expect(plain.text).toContain('COPY package.json package-lock.json* .npmrc ./\n');
  expect(plain.ignored).not.toContain('.npmrc');
});

test('pnpm: by the version that package.json names, with its settings, dependencies apart', async () => {
  const manifest = { scripts: { start: 'node dist/x.js', build: 'tsc' }, dependencies: { a: '1' } };
  const lock = { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
  const settings = { 'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - a\n', 'patches/a.patch': '' };
  const files = { ...npm({ ...manifest, packageManager: 'pnpm@10.4.0+sha512.abc' }), ...lock, ...settings };
  const { text, ignored, notes, images } = await plan(files);
  expect(images).toEqual(['node:26-trixie-slim']);
  expect(text).toContain('npm install --global pnpm@10.4.0\n');
  expect(text).toContain('COPY package.json pnpm-workspace.yaml pnpm-lock.yaml ./\nCOPY patches ./patches\n');
  expect(text).toContain('pnpm install --frozen-lockfile --store-dir=/pnpm/store\nCOPY . .\nRUN pnpm run build\n');
  expect(text).toContain('pnpm install --frozen-lockfile --prod --store-dir=/pnpm/store\n');
  expect(ignored).toContain('/dist');
  expect(notes).toEqual([]);
  const old = await plan({ ...npm(manifest), 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n" });
  expect(old.text).toContain('pnpm@8.15.9\n');
  const unlocked = await plan({ ...npm({ ...manifest, devEngines: { packageManager: { name: 'pnpm' } } }) });
  expect(unlocked.text).toContain('COPY package.json pnpm-lock.yaml* ./\n');
  expect(unlocked.notes).toEqual([expect.stringContaining('There is no pnpm-lock.yaml')]);
});

test('Yarn: 1 by its lock, 4 by its own settings or package.json; 4 installs into node_modules', async () => {
  const manifest = { scripts: { start: 'node x.js' }, dependencies: { a: '1' } };
  const classic = await plan({ ...npm(manifest), 'yarn.lock': '# yarn lockfile v1\n' });
  expect(classic.text).toContain('npm install --global --force yarn@1.22.22\n');
  expect(classic.text).toContain('yarn install --frozen-lockfile --production\n');
  const lock = { 'yarn.lock': '__metadata:\n  version: 8\n' };
  const modern = await plan({ ...npm(manifest), ...lock });
  expect(modern.text).toContain('YARN_NODE_LINKER=node-modules');
  expect(modern.text).toContain('@yarnpkg/cli-dist@4.18.1\n');
  expect(modern.text).toContain('yarn workspaces focus --all --production\n');
  const own = await plan({
    ...npm(manifest),
    ...lock,
    '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.5.3.cjs\n',
    '.yarn/releases/yarn-4.5.3.cjs': '',
  });
  expect(own.text).toContain('@yarnpkg/cli-dist@4.5.3\n');
  expect(own.text).toContain('COPY package.json .yarnrc.yml yarn.lock ./\nCOPY .yarn ./.yarn\n');
  const named = await plan({ ...npm({ ...manifest, packageManager: 'yarn@4.2.2' }), ...lock });
  expect(named.text).toContain('@yarnpkg/cli-dist@4.2.2\n');
  const both = { ...npm({ ...manifest, packageManager: 'yarn@4.2.2' }), ...lock, 'package-lock.json': '{}' };
  expect((await plan(both)).text).toContain('@yarnpkg/cli-dist@4.2.2\n');
});

test('Bun: it installs, builds and runs', async () => {
  const files = { ...npm({ module: 'index.ts', dependencies: { a: '1' } }), 'index.ts': '', 'bun.lock': '' };
  const { text, images } = await plan(files);
  expect(images).toEqual(['oven/bun:1.4-slim']);
  expect(text).toContain('bun install --frozen-lockfile --production\n');
  expect(text).toContain('USER bun\nCMD ["bun", "index.ts"]\n');
  const secret = await plan({ ...files, '.npmrc': '//x/:_authToken=y\n' });
  expect(secret.text).toContain('COPY package.json bun.lock ./\n');
  expect(secret.text).toContain('--mount=type=secret,id=npmrc,target=/app/.npmrc');
  expect(secret.ignored).toContain('.npmrc');
  const script = await plan({ ...npm({ scripts: { start: 'next start' } }), 'bun.lock': '' });
  expect(script.text).toContain('CMD ["bun", "run", "start"]\n');
});

test('a site that Vite makes is served, whoever installs its packages', async () => {
  const site = { ...npm(VITE), 'index.html': '', 'vite.config.ts': 'export default {}' };
  const { text, images, ignored } = await plan(site);
  expect(images).toEqual(['node:26-trixie-slim', 'nginxinc/nginx-unprivileged:1.30-alpine-slim']);
  expect(text).toContain('RUN npm run build\n\nFROM nginxinc/nginx-unprivileged:1.30-alpine-slim\n');
  expect(text).toContain('    listen 8080;\n');
  expect(text).toContain('COPY --from=build /app/dist /usr/share/nginx/html\nUSER 101:101\nEXPOSE 8080\n');
  expect(ignored).toContain('/dist');
  expect((await plan({ ...site, 'pnpm-lock.yaml': '' }, { port: 3000 })).text).toContain('    listen 3000;\n');
  const elsewhere = { ...site, 'vite.config.ts': "export default { build: { outDir: '../x' } }" };
  await expect(plan(elsewhere)).rejects.toThrow('package.json has no start script');
});
