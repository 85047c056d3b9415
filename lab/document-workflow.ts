import { readFile } from 'node:fs/promises';

import { isMap, isSeq, parseDocument } from 'yaml';

/** The blocks of a language in a Markdown file of this repository, in their order. */
export async function readBlocks(file: string, language: string): Promise<string[]> {
  const text = await readFile(new URL(`../${file}`, import.meta.url), 'utf8');
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
 * A workflow as a document shows it, with what its step needs in the lab: `inputs` are added to those that it has, and a
 * step behind it copies the comparison and the comment to the lab's folder.
 */
export function addInputs(workflow: string, inputs: Readonly<Record<string, string>>): string {
  const document = parseDocument(workflow);
  const jobs = document.get('jobs');
  for (const job of isMap(jobs) ? jobs.items : []) {
    const steps = isMap(job.value) ? job.value.get('steps') : null;
    if (!isSeq(steps)) continue;
    const ours = steps.items.filter(isMap).find((step) => String(step.get('uses')).startsWith('OWNER/plimsoll'));
    if (ours === undefined) continue;
    for (const [name, value] of Object.entries(inputs)) ours.setIn(['with', name], value);
    ours.set('id', 'plimsoll');
    // Files of a run are gone with the runner; this step keeps them.
    steps.add(document.createNode(KEEP_FILES));
  }
  return String(document);
}
