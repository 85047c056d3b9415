import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { formatJson } from './format-json.ts';
import { readBounded, readBuildContext } from '../build/context/read-build-context.ts';
import { tellNotes } from './tell-notes.ts';
import { useColor } from './use-color.ts';
import { advise, putCosts } from '../advice/advise.ts';
import { fix } from '../advice/fix.ts';
import { LEVELS } from '../advice/levels.ts';
import { RULES } from '../advice/rules.ts';
import { findStage, type Dockerfile, type Stage } from '../dockerfile/dockerfile.ts';
import { parseDockerfile } from '../dockerfile/parse-dockerfile.ts';
import { PlimsollError, wrapError } from '../errors.ts';
import { describeAdvice, formatAdvice, type ToldAdvice } from '../report/findings/advice.ts';
import { describeSarif } from '../report/findings/sarif.ts';
import type { AdviseArguments } from './advise-arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `plimsoll advise [DIR|DOCKERFILE]`: what makes the image larger or its build slower than it need be; with `--build` or
 * `--image` what that costs there. Builds nothing. Gives the exit code: 1 where there is a finding of `--fail-on`. Throws `INPUT_INVALID`, `FILE_UNREADABLE`
 * and `FILE_UNWRITABLE`.
 */
export async function runAdvise(asked: AdviseArguments, terminal: Terminal): Promise<0 | 1> {
  // Docker's rules are for Docker to know.
  const unknown = asked.ignored.find((id) => !id.startsWith('docker:') && !RULES.some((rule) => rule.id === id));
  if (unknown !== undefined)
    throw new PlimsollError('INPUT_INVALID', `--ignore: there is no rule ${JSON.stringify(unknown)}`);
  const path = await findFile(resolve(terminal.directory, asked.path), asked.path);
  const context = await readBuildContext(dirname(path), basename(path));
  const file = relative(terminal.directory, path).split(sep).join('/');
  const found = await readBounded(path, file);
  const freshBuilder = found.includes('type=cache') ? await findWorkflow(path, asked.target) : null;
  const read = (text: string): ToldAdvice => {
    const dockerfile = parse(file, text);
    const known = { platforms: asked.platforms, context, freshBuilder };
    return {
      file,
      text,
      advice: advise(dockerfile, findTarget(dockerfile, asked.target), known, new Set(asked.ignored)),
    };
  };
  let told = read(found);
  if (asked.fix) {
    const { text, fixed } = fix(told.text, told.advice);
    if (fixed.length > 0) await write(path, file, text);
    if (!asked.quiet) {
      for (const { rule, line } of fixed) await terminal.tell(`${file}:${line}: mended ${rule.id}`);
    }
    told = read(text);
  }
  const checked = await check(told, path, asked, terminal);
  told = checked.told;
  const { told: measured, notes } = await measure(told, asked, terminal);
  await terminal.print(format(measured, asked, terminal));
  if (!asked.quiet) await tellNotes([...checked.notes, ...notes], terminal);
  const { failOn } = asked;
  const worst = failOn === null ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return told.advice.some(({ level }) => worst.includes(level)) ? 1 : 0;
}

/** Loaded only where it is wanted. */
async function findWorkflow(path: string, target: string | null) {
  const { findFreshBuilder } = await import('./find-fresh-builder.ts');
  return await findFreshBuilder(path, target);
}

/** Loaded only where it is wanted. */
async function check(told: ToldAdvice, path: string, asked: AdviseArguments, { env }: Terminal) {
  if (!asked.check) return { told, notes: [] };
  const { addDockerChecks } = await import('./docker-checks.ts');
  const docker = { path: 'docker', env };
  const file = { path, folder: dirname(path), target: asked.target };
  const { advice, notes } = await addDockerChecks(told.advice, file, asked.ignored, docker);
  return { told: { ...told, advice }, notes };
}

/** Loaded only where it is wanted. */
async function measure(told: ToldAdvice, { image, target, quiet }: AdviseArguments, terminal: Terminal) {
  if (image === null) return { told, notes: [] };
  const { measureAdvice } = await import('./measure-advice.ts');
  const { measure, notes } = await measureAdvice({ ...told, target }, image, { quiet }, terminal);
  return { told: { ...told, advice: putCosts(told.advice, measure) }, notes };
}

function format(told: ToldAdvice, { output, color }: AdviseArguments, terminal: Terminal): string {
  if (output === 'json') return formatJson(describeAdvice(told));
  return output === 'sarif' ? formatJson(describeSarif(told)) : formatAdvice(told, useColor(color, terminal));
}

async function findFile(path: string, asked: string): Promise<string> {
  try {
    if (!(await stat(path)).isDirectory()) return path;
    const file = join(path, 'Dockerfile');
    if ((await stat(file)).isFile()) return file;
    throw new Error('its Dockerfile is no file');
  } catch (error) {
    const hint = 'advise takes a folder with a Dockerfile, or a Dockerfile; "plimsoll init" writes one.';
    throw wrapError('FILE_UNREADABLE', asked, error, hint);
  }
}

function parse(file: string, text: string): Dockerfile {
  const parsed = parseDockerfile(text);
  if (parsed.kind === 'parsed') return parsed.dockerfile;
  throw new PlimsollError('INPUT_INVALID', `${file}: ${parsed.why}`);
}

function findTarget(dockerfile: Dockerfile, name: string | null): Stage {
  const stage = name === null ? dockerfile.stages.at(-1) : findStage(dockerfile, name);
  if (stage === undefined || stage === null) {
    throw new PlimsollError('INPUT_INVALID', `--target: there is no stage ${JSON.stringify(name)}`);
  }
  return stage;
}

async function write(path: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw wrapError('FILE_UNWRITABLE', file, error);
  }
}
