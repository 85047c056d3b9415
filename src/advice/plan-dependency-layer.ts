import { deleteLines, insertLines } from './edit.ts';
import { readCopied } from '../dockerfile/copied.ts';
import type { DependencyStep } from './dependency-step.ts';
import type { Patch } from './rule.ts';
import type { Subject } from './subject.ts';
import type { Step } from '../dockerfile/walk-chain.ts';

/** Scripts that npm runs when it installs, and that may need the source. */
const SCRIPTS = /"(?:preinstall|install|postinstall|preprepare|prepare|postprepare)"\s*:/;
const LOCAL = /"(?:file|link|workspace|portal|patch):|"workspaces"\s*:|"patchedDependencies"\s*:/;

/** Files that name the dependencies and are all that the step reads; `null` where that cannot be told. */
function listManifests(
  { context }: Subject,
  { ecosystem, kind }: DependencyStep,
  words: readonly string[],
): string[] | null {
  if (context === null) return null;
  const { names, texts } = context;
  if (ecosystem === 'go') {
    const module = texts.get('go.mod');
    const isAlone =
      module !== undefined && !/=>\s*\.{0,2}\//.test(module) && !names.has('go.work') && !names.has('vendor');
    return isAlone && names.has('go.sum') ? ['go.mod', 'go.sum'] : null;
  }
  if (kind === 'build') return null;
  if (ecosystem === 'npm' && words[0] === 'npm') {
    const manifest = texts.get('package.json');
    if (manifest === undefined || SCRIPTS.test(manifest) || LOCAL.test(manifest)) return null;
    const settings = names.has('.npmrc') ? ['.npmrc'] : [];
    return names.has('package-lock.json') ? ['package.json', 'package-lock.json', ...settings] : null;
  }
  if (ecosystem === 'pip') {
    const name = words[words.indexOf('-r') + 1] ?? '';
    const list =
      /^[\w.-]+\.txt$/.test(name) && words.filter((word) => word === '-r').length === 1 ? texts.get(name) : undefined;
    const isAlone =
      list !== undefined && !/^\s*(?:-e|-r|-c|--editable|--requirement|--constraint|\.|file:|\/)/m.test(list);
    return isAlone && !list.includes('@ file:') && !/^\s*[\w-]+\/|\.whl\s*$|\.tar\.gz\s*$/m.test(list) ? [name] : null;
  }
  return null;
}

/**
 * Copies what names the dependencies and fetches them before the source is copied: an own layer. `null` where the step does
 * more than that, or reads more.
 */
export function planDependencyLayer(subject: Subject, copied: Step, run: Step, found: DependencyStep): Patch | null {
  const commands = subject.commandsOf(run.instruction) ?? [];
  const [command] = commands;
  if (command === undefined) return null;
  const words = [command.program, ...command.arguments.map(({ text }) => text)];
  const manifests = listManifests(subject, found, words);
  const copy = readCopied(copied, subject.dockerfile.escape);
  if (manifests === null || copy === null || copied.stage !== run.stage || copy.sources.length !== 1) return null;
  // What is fetched lies where the step runs: the source has to come to the same folder.
  if (copy.target === null || copy.target !== run.workdir || copied.workdir !== run.workdir) return null;
  const flags = copied.instruction.flags.filter(({ name }) => name === 'chown');
  if (copied.instruction.flags.length > flags.length || copied.instruction.keyword !== 'COPY') return null;
  const chown = flags.map(({ value }) => `--chown=${value} `).join('');
  const files = `COPY ${chown}${manifests.join(' ')} ./`;
  const { line } = copied.instruction;
  if (found.ecosystem === 'go') {
    return {
      edits: [insertLines(line, [files, 'RUN go mod download'])],
      isSafe: found.kind === 'build' && commands.length === 1,
    };
  }
  if (commands.length > 1 || command.redirects.length > 0 || run.instruction.heredocs.length > 0) return null;
  if (isEnvironmentSetBetween(copied, run)) return null;
  const { line: first, lastLine } = run.instruction;
  const moved = subject.dockerfile.lines.slice(first - 1, lastLine);
  // A .dockerignore that lets node_modules in would put those of the author's machine over the installed ones.
  const isSafe = !subject.context?.names.has('node_modules');
  return { edits: [insertLines(line, [files, ...moved]), deleteLines(first, lastLine)], isSafe };
}

/** Whether something between the two changes what the step does. */
function isEnvironmentSetBetween({ instruction: copied, stage }: Step, { instruction: run }: Step): boolean {
  return stage.instructions.some(
    ({ line, keyword }) =>
      line > copied.line &&
      line < run.line &&
      !['LABEL', 'EXPOSE', 'CMD', 'ENTRYPOINT', 'STOPSIGNAL'].includes(keyword),
  );
}
