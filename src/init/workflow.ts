import { PlimsollError } from '../errors.ts';

/** Where the workflow runs, and for what. */
export interface WorkflowPlace {
  /** The branch whose image pull requests are compared with. */
  readonly branch: string;
  /** The project's folder in its repository, with "/"; `''` for the repository itself. */
  readonly folder: string;
}

/** The path of the workflow in the repository: one for each folder that has an image. */
export function workflowPath({ folder }: WorkflowPlace): string {
  return `.github/workflows/image${folder === '' ? '' : `-${imageName(folder)}`}.yml`;
}

/**
 * The workflow of the README, which keeps what the Dockerfile's cache mounts hold; a folder of a repository has an image of its own. Throws `INPUT_INVALID` for one whose name
 * GitHub would take for an expression.
 */
export function writeWorkflow({ branch, folder }: WorkflowPlace): string {
  if (folder.includes('${{')) {
    throw new PlimsollError('INPUT_INVALID', `a workflow cannot name the folder ${JSON.stringify(folder)}`);
  }
  const own = folder === '' ? '' : `\n          name: ${quote(imageName(folder))}\n          context: ${quote(folder)}`;
  return `name: Image
on:
  push:
    branches: [${quote(branch)}]
  pull_request:
permissions:
  contents: read
  packages: write
  pull-requests: write
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/plimsoll@v1
        with:
          platforms: linux/amd64,linux/arm64${own}
          cache-mounts: true
          max-increase: 5%
`;
}

/** By contract.md's form of `name`. */
function imageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63);
  return name === '' ? 'image' : name;
}

/** A scalar of YAML: JSON is one too. */
function quote(text: string): string {
  return text === 'main' || text === 'master' ? text : JSON.stringify(text);
}
