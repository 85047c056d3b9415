import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { formatJson } from './format-json.ts';
import { PlimsollError, wrapError } from '../errors.ts';
import { errorCode } from '../image/error-code.ts';
import { fetchDigest } from '../image/registry/fetch-digest.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { detectKind } from '../init/detect-kind.ts';
import { writeDockerignore } from '../init/dockerignore.ts';
import { findRepository } from '../init/find-repository.ts';
import { pinImages, type FindDigest, type PinnedImage } from '../init/pin-images.ts';
import { planProject } from '../init/plan-project.ts';
import { openProject } from '../init/project.ts';
import { workflowPath, writeWorkflow } from '../init/workflow.ts';
import { formatLogLines } from '../publish/log-lines.ts';
import type { Kind } from '../init/kinds.ts';
import type { InitArguments } from './init-arguments.ts';
import type { Terminal } from './terminal.ts';

/** A person waits: a registry that does not answer at once is done without. */
const PATIENCE = { silenceMs: 5000, exchangeMs: 10_000 };

interface File {
  /** For people, relative to where they are. */
  readonly name: string;
  readonly path: string;
  /** The folder that it is for. */
  readonly root: string;
  readonly text: string;
}

interface Written {
  readonly kind: Kind;
  readonly files: readonly { readonly path: string; readonly status: Status; readonly text: string }[];
  readonly images: readonly PinnedImage[];
  readonly notes: readonly string[];
  readonly next: string;
}

/** `kept`: it was there; `planned`: of `--dry-run`. */
type Status = 'written' | 'kept' | 'planned';

/**
 * `plimsoll init [DIR]`: a Dockerfile, a `.dockerignore` and the workflow for a project that has none. Builds and runs
 * nothing of the project's; asks registries for the digests of the base images. Throws `INPUT_INVALID`,
 * `FILE_UNREADABLE`, `FILE_UNWRITABLE`.
 */
export async function runInit(
  asked: InitArguments,
  terminal: Terminal,
  findDigest: FindDigest = askRegistries(terminal),
): Promise<0> {
  const folder = resolve(terminal.directory, asked.folder);
  const project = await openProject(folder, asked.folder);
  if (project.names.has('Dockerfile') && !asked.force) {
    throw new PlimsollError('INPUT_INVALID', `${asked.folder} has a Dockerfile already`, {
      hint: '"plimsoll advise" says what to change in it; --force writes another one over it.',
    });
  }
  const kind = asked.project ?? (await detectKind(project));
  const plan = await planProject(project, kind, asked);
  const repository = await findRepository(folder);
  // Before the registries are asked: all that may be refused is refused at once.
  plan.write((image) => image);
  const workflow = writeWorkflow(repository);
  const images = await pinImages(plan.images, findDigest);
  const pinned = new Map(images.map(({ image, digest }) => [image, digest === null ? image : `${image}@${digest}`]));
  const nameOf = (path: string): string => relative(terminal.directory, path).split(sep).join('/');
  const place = (root: string, inside: string, text: string): File => {
    const path = join(root, inside);
    return { name: nameOf(path), path, root, text };
  };
  const files = [
    place(folder, 'Dockerfile', plan.write((image) => pinned.get(image) ?? image).text),
    place(folder, '.dockerignore', writeDockerignore(plan.ignored)),
    place(repository.root, workflowPath(repository), workflow),
  ];
  const done: Written['files'][number][] = [];
  for (const file of files) {
    const status = asked.dryRun ? 'planned' : await write(file, asked.force);
    done.push({ path: file.name, status, text: file.text });
  }
  const next = `docker buildx build ${quoteForShell(nameOf(folder) || '.')}`;
  await tell({ kind, files: done, images, notes: plan.notes, next }, asked, terminal);
  return 0;
}

function askRegistries({ env }: Terminal): FindDigest {
  const client = new RegistryClient({ env, patience: PATIENCE, retry: { attempts: 1 } });
  return async (reference) => await fetchDigest(client, reference);
}

/** Never over a file that is there, unless it was asked for; nor through a link, which may lead out of the project. */
async function write({ name, path, root, text }: File, force: boolean): Promise<Status> {
  try {
    const folder = dirname(path);
    if (await isBehindLink(folder, root)) {
      throw new PlimsollError('FILE_UNWRITABLE', `${name}: its folder is a symbolic link, which is not followed`);
    }
    await mkdir(folder, { recursive: true });
    if (force) await rm(path, { force: true });
    await writeFile(path, text, { flag: 'wx' });
    return 'written';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'kept';
    throw wrapError('FILE_UNWRITABLE', name, error);
  }
}

async function isBehindLink(folder: string, root: string): Promise<boolean> {
  for (let one = folder; one !== root; one = dirname(one)) {
    const status = await lstat(one).catch(() => null);
    if (status?.isSymbolicLink() === true) return true;
  }
  return false;
}

async function tell(written: Written, { json, quiet, dryRun }: InitArguments, terminal: Terminal): Promise<void> {
  const { files, images, notes, next } = written;
  if (json) {
    await terminal.print(formatJson({ schemaVersion: 1, ...written }));
    return;
  }
  if (dryRun) {
    // Names of folders are of the project.
    for (const { path, text } of files) {
      await terminal.print(`${formatLogLines(`# ${path}\n${text}`).join('\n')}\n`);
    }
  }
  if (quiet) return;
  for (const { path, status } of files) {
    if (status === 'written') await terminal.tell(`wrote ${path}`);
    if (status === 'kept') await terminal.tell(`kept ${path}, which was there (--force writes over it)`);
  }
  const unpinned = images.filter(({ digest }) => digest === null);
  for (const { image, reason } of unpinned) {
    await terminal.tell(`${image} is named by its tag only, without a digest: ${reason ?? ''}`);
  }
  for (const note of notes) await terminal.tell(note);
  await terminal.tell(`next: ${next}`);
}

function quoteForShell(text: string): string {
  return /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
