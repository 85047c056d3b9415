import { readFile } from 'node:fs/promises';

import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** The blocks of a language in a Markdown file of this repository, in their order. */
export async function readBlocks(file: string, language: string): Promise<string[]> {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, is, block]) =>
    is === language && block !== undefined ? [block] : [],
  );
}

const KEEP_FILES = {
  if: "always() && steps.plimsoll.outputs.comparison-file != ''",
  env: { FILES: '${{ steps.plimsoll.outputs.comparison-file }} ${{ steps.plimsoll.outputs.comment-file }}' },
  run: 'cp $FILES "$LAB_OUT/"',
};

/**
 * A workflow as a document shows it, with what its steps need in the lab: the builder's network and upstream's images
 * for whatever sets one up, the registry and its password for whatever logs in, and `inputs` for `OWNER/plimsoll`. A
 * step behind it copies the comparison and the comment to the lab's folder.
 */
export function addInputs(workflow: string, inputs: Readonly<Record<string, string>>): string {
  const document = parseDocument(workflow);
  const jobs = document.get('jobs');
  for (const job of isMap(jobs) ? jobs.items : []) {
    if (isMap(job.value) && String(job.value.get('uses')).startsWith('OWNER/plimsoll/')) callWith(job.value, inputs);
    const steps = isMap(job.value) ? job.value.get('steps') : null;
    if (!isSeq(steps)) continue;
    for (const step of steps.items.filter(isMap)) {
      for (const [name, value] of Object.entries(choose(step, inputs))) step.setIn(['with', name], value);
    }
    const ours = steps.items.filter(isMap).find((step) => String(step.get('uses')).startsWith('OWNER/plimsoll'));
    if (ours === undefined) continue;
    ours.set('id', 'plimsoll');
    // Files of a run are gone with the runner; this step keeps them. compare/ may have written several.
    if (String(ours.get('uses')).startsWith('OWNER/plimsoll@')) steps.add(document.createNode(KEEP_FILES));
  }
  return String(document);
}

/** A job that is a workflow of ours gets what a step of ours does, the password as a secret. */
function callWith(job: YAMLMap, inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(inputs))
    job.setIn([name === 'password' ? 'secrets' : 'with', name], value);
}

/** What a step gets, by the action that it uses. */
function choose(step: YAMLMap, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const uses = String(step.get('uses'));
  const { image = '', username = '', password = '' } = inputs;
  if (uses.startsWith('OWNER/plimsoll@')) {
    const name = step.getIn(['with', 'name']);
    // As without `image` on ghcr.io: an image of a name lies below that of the repository.
    return { ...inputs, ...(typeof name === 'string' && image !== '' ? { image: `${image}/${name}` } : {}) };
  }
  if (uses.startsWith('docker/login-action@')) return { registry: image.replace(/\/.*$/, ''), username, password };
  if (uses.startsWith('docker/setup-buildx-action@')) {
    const names = ['driver-opts', 'buildkitd-config-inline'];
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
  }
  return {};
}
