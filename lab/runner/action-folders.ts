import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { bundleActions } from '../actions/bundle.ts';
import { listUses } from './uses.ts';

export interface ActionFolderOptions {
  /** Text of the workflow. */
  readonly workflow: string;
  /** The work tree, for actions that are named `./…`. */
  readonly workspace: string;
  /** Our own action by the text after `uses:`, and the folder that has its action.yml and dist/. */
  readonly own: Readonly<Record<string, string>>;
  /** Folder with a work tree of each real action that is to run instead of its stand-in, named as its repository is. */
  readonly real: string | null;
  /** Where copies go. */
  readonly into: string;
}

/** All that our own action consists of: the runner copies it for each step, so nothing else goes along. */
const OWN_PARTS = ['action.yml', 'compare', 'comment', 'dist', '.github/workflows/build.yml'];
const OWN_MANIFESTS = ['action.yml', 'compare/action.yml', 'comment/action.yml', '.github/workflows/build.yml'];

/**
 * A folder for every action that the workflow names, or that an action of ours names in turn: `docker/login-action@<pin>`
 * to folder. The pins are read where they are written, in action.yml.
 *
 * @throws PlimsollError USAGE for an action that there is no folder for: it would be downloaded.
 */
export async function findActionFolders(options: ActionFolderOptions): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = new Set<string>();
  const addNested = async (folder: string, manifests: readonly string[]): Promise<void> => {
    for (const manifest of manifests) {
      const text = await readFile(path.join(folder, manifest), 'utf8').catch(() => '');
      for (const uses of listUses(text)) wanted.add(uses);
    }
  };
  for (const uses of listUses(options.workflow)) {
    if (uses.startsWith('./')) await addNested(path.join(options.workspace, uses), ['action.yml']);
    else wanted.add(uses);
  }
  for (const [name, folder] of Object.entries(options.own)) {
    await addNested(folder, OWN_MANIFESTS);
    found.set(name, await pack(folder, path.join(options.into, name.replaceAll('/', '_'))));
  }
  const places = [...(options.real === null ? [] : [options.real]), await bundleActions()];
  for (const uses of wanted) {
    const { repository, name } = parseUses(uses);
    if (found.has(repository) || uses.startsWith('./')) continue;
    found.set(repository, await findForeign(uses, name, places));
  }
  return found;
}

async function findForeign(uses: string, name: string, places: readonly string[]): Promise<string> {
  for (const place of places) {
    const folder = path.join(place, name);
    if (await isThere(path.join(folder, 'action.yml'))) return folder;
  }
  throw new PlimsollError('USAGE', `There is no stand-in for the action ${uses}, and nothing is downloaded.`, {
    hint: `Name its folder in \`own\`, or add lab/actions/${name}.`,
  });
}

/** `docker/login-action@v4` and `acme/plimsoll/compare@v1` name a repository at a ref, and perhaps a folder in it. */
function parseUses(uses: string): { repository: string; name: string } {
  const [place = '', ref = ''] = uses.split('@');
  const [owner = '', name = ''] = place.split('/');
  return { repository: `${owner}/${name}@${ref}`, name };
}

async function pack(folder: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  for (const part of OWN_PARTS) {
    const source = path.join(folder, part);
    if (await isThere(source)) await cp(source, path.join(into, part), { recursive: true });
  }
  return into;
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
