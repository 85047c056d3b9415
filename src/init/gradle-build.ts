import { PlimsollError } from '../errors.ts';
import { readCatalog } from './gradle-catalog.ts';
import { findJava, limitJava, type WantedJava } from './gradle-java.ts';
import { isLayered } from './pom.ts';
import type { Project } from './project.ts';

/** What is read of a build of Gradle's. Its files are programs: what they say in the usual ways is found, and no more. */
export interface GradleBuild {
  /** The folder of the project that is started, with "/" at its end; `''` for the build's own. */
  readonly folder: string;
  /** Its build file, and what else of that folder Gradle reads before any source. */
  readonly files: readonly string[];
  /** Of all projects, each with "/" at its end. */
  readonly folders: readonly string[];
  readonly packed: 'application' | 'layered' | 'boot';
  readonly java: WantedJava | null;
  /** The newest Java that the Gradle of its wrapper runs on. */
  readonly newestJava: number | null;
  /** The class that starts, where one is named. */
  readonly main: string | null;
  /** Whether its start script gives the JVM options. */
  readonly hasOptions: boolean;
  /** Whether what is built is this one project alone, by files that are all known. */
  readonly isAlone: boolean;
}

/** A file that is a program, as text with what it takes from the catalog of versions put in. */
interface Script {
  readonly name: string;
  readonly text: string;
}

const FILES = ['build.gradle.kts', 'build.gradle'];
const SETTINGS = ['settings.gradle.kts', 'settings.gradle'];
const BESIDE = ['gradle.properties', 'gradle.lockfile'];

/** Throws `INPUT_INVALID` where no project is a program, or several are. */
export async function readGradle(project: Project): Promise<GradleBuild> {
  const fill = await readCatalog(project);
  const readScript = async (folder: string, names: readonly string[]): Promise<Script | null> => {
    const [name] = await findFiles(project, folder, names);
    if (name === undefined) return null;
    return { name, text: fill(stripComments((await project.read(`${folder}${name}`)) ?? '')) };
  };
  const settings = (await readScript('', SETTINGS))?.text ?? '';
  const top = (await readScript('', FILES))?.text ?? '';
  const folders: string[] = [];
  const programs: { readonly folder: string; readonly script: Script; readonly packed: GradleBuild['packed'] }[] = [];
  for (const folder of ['', ...listIncluded(settings)]) {
    const script = await readScript(folder, FILES);
    if (script !== null || (await project.list(folder.slice(0, -1))).length > 0) folders.push(folder);
    const packed = script === null ? null : findPacked(script.text, [top, settings]);
    if (script !== null && packed !== null) programs.push({ folder, script, packed });
  }
  const [first, ...others] = programs;
  if (first === undefined) {
    throw new PlimsollError('INPUT_INVALID', 'no project of this build is a program', {
      hint: "init looks for the plugins 'application' and 'org.springframework.boot'.",
    });
  }
  if (others.length > 0) {
    const names = programs.map(({ folder }) => folder.slice(0, -1) || 'the root project');
    throw new PlimsollError('INPUT_INVALID', `several projects of this build are programs: ${names.join(', ')}`, {
      hint: 'init writes for a build with one.',
    });
  }
  const { folder, script, packed } = first;
  const conventions = (await readConventions(project, settings)).map((text) => fill(text));
  const isKnown = !project.names.has('buildSrc') && ![settings, top, script.text].some((text) => READS.test(text));
  return {
    folder,
    files: [script.name, ...(await findFiles(project, folder, BESIDE))],
    folders,
    packed,
    java: findJava([script.text, top, ...conventions], settings),
    newestJava: await limitJava(project),
    main: /\bmainClass(?:Name)?(?:\.set\s*\(|\s*=)\s*['"]([\w.$]+)['"]/.exec(script.text)?.[1] ?? null,
    hasOptions: /\bapplicationDefaultJvmArgs\b/.test(script.text),
    isAlone: isKnown && folders.every((one) => one === '' || one === folder),
  };
}

/** What reads files that are not known here while the build is set up. */
const READS =
  /\bincludeBuild\b|\bapply[\s(]+from\b|\.(?:text|reader)\b|\b(?:readText|readLines|fileContents|inputStream|withInputStream|newInputStream|FileInputStream|withReader|newReader|FileReader)\b/;

/** Every word in quotation marks may be one: what is no folder with a build file is none. */
function listIncluded(settings: string): ReadonlySet<string> {
  if (!/\binclude\b/.test(settings)) return new Set();
  const words = settings.matchAll(/['"]:?([\w.-]+(?::[\w.-]+)*)['"]/g);
  return new Set([...words].map(([, path = '']) => `${path.replaceAll(':', '/')}/`));
}

/** The scripts that projects share as plugins, as `gradle init` lays them out for several projects. */
async function readConventions(project: Project, settings: string): Promise<readonly string[]> {
  const builds = [...settings.matchAll(/\bincludeBuild[\s(]+['"](?:\.\/)?([\w-][\w./-]*)['"]/g)];
  const texts: string[] = [];
  for (const build of ['buildSrc', ...builds.map(([, name = '']) => name)]) {
    for (const language of ['groovy', 'kotlin']) {
      const folder = `${build}/src/main/${language}`;
      for (const { name } of await project.list(folder)) {
        if (/\.gradle(?:\.kts)?$/.test(name))
          texts.push(stripComments((await project.read(`${folder}/${name}`)) ?? ''));
      }
    }
  }
  return texts;
}

/** Two slashes in an address are none. */
function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}

const BOOT_VERSION =
  /\borg\.springframework\.boot['"]\)?\s+version\s*\(?\s*['"]([0-9][^'"]*)['"]|\bspring-boot-gradle-plugin:([0-9][^'"]*)['"]/;

/** `others` are files that may say the version of a plugin for all projects. */
function findPacked(text: string, others: readonly string[]): GradleBuild['packed'] | null {
  const isBoot =
    /\bid[\s(]+['"]org\.springframework\.boot['"](?!.*apply\s+false)/.test(text) ||
    /\bapply[\s(]+plugin\s*[:=]\s*['"]org\.springframework\.boot['"]/.test(text) ||
    // Of a catalog that is not in the usual file.
    /\balias[\s(]+\w+\.plugins\.spring\.?boot\)?(?![\w.]|.*apply\s+false)/i.test(text);
  if (isBoot) {
    const [, version, ofClasspath] =
      [text, ...others].map((one) => BOOT_VERSION.exec(one)).find((found) => found !== null) ?? [];
    return isLayered(version ?? ofClasspath ?? null) ? 'layered' : 'boot';
  }
  const isApplication =
    /\bid[\s(]+['"]application['"]/.test(text) ||
    /\bapply[\s(]+plugin\s*[:=]\s*['"]application['"]/.test(text) ||
    /\bplugins\s*\{(?:[^}]*[\s;])?`?application`?[\s;}]/.test(text) ||
    /^\s*`?application`?\s*(?:\{|$)/m.test(text);
  return isApplication ? 'application' : null;
}

async function findFiles(project: Project, folder: string, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) if ((await project.read(`${folder}${name}`)) !== null) found.push(name);
  return found;
}
