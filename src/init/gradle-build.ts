import { coerce, lt } from 'semver';
import { PlimsollError } from '../errors.ts';
import { isLayered } from './pom.ts';
import type { Project } from './project.ts';

/** What is read of a build of Gradle's. Its files are programs: what they say in the usual ways is found, and no more. */
export interface GradleBuild {
  /** The folder of the project that is started, with "/" at its end; `''` for the build's own. */
  readonly folder: string;
  /** Its build file. */
  readonly file: string;
  readonly packed: 'application' | 'layered' | 'boot';
  readonly java: string | null;
  /** The class that starts, where one is named. */
  readonly main: string | null;
  /** Whether what is built is this one project alone, by files that are all known. */
  readonly isAlone: boolean;
}

const FILES = ['build.gradle.kts', 'build.gradle'];
const SETTINGS = ['settings.gradle.kts', 'settings.gradle'];

/** Throws `INPUT_INVALID` where no project is a program, or several are. */
export async function readGradle(project: Project): Promise<GradleBuild> {
  const settings = stripComments((await readFirst(project, '', SETTINGS))?.text ?? '');
  const included = [...settings.matchAll(/['"]:?([\w.-]+(?::[\w.-]+)*)['"]/g)].flatMap(([, path = '']) =>
    /\binclude\b/.test(settings) ? [`${path.replaceAll(':', '/')}/`] : [],
  );
  const builds: GradleBuild[] = [];
  const folders = new Set<string>();
  for (const folder of new Set(['', ...included])) {
    const found = await readFirst(project, folder, FILES);
    if (found === null) continue;
    folders.add(folder);
    const text = stripComments(found.text);
    const packed = findPacked(text);
    if (packed === null) continue;
    builds.push({
      folder,
      file: found.name,
      packed,
      java: findJava(text) ?? (await limitJava(project)),
      main: /\bmainClass(?:Name)?(?:\.set\s*\(|\s*=)\s*['"]([\w.$]+)['"]/.exec(text)?.[1] ?? null,
      isAlone: false,
    });
  }
  const [first, ...others] = builds;
  if (first === undefined) {
    throw new PlimsollError('INPUT_INVALID', 'no project of this build is a program', {
      hint: "init looks for the plugins 'application' and 'org.springframework.boot'.",
    });
  }
  if (others.length > 0) {
    const names = builds.map(({ folder }) => folder.slice(0, -1) || 'the root project');
    throw new PlimsollError('INPUT_INVALID', `several projects of this build are programs: ${names.join(', ')}`, {
      hint: 'init writes for a build with one.',
    });
  }
  const isKnown = !project.names.has('buildSrc') && !/\bincludeBuild\b|\bapply[\s(]+from\b/.test(settings);
  return { ...first, isAlone: isKnown && [...folders].every((folder) => folder === '' || folder === first.folder) };
}

/** Two slashes in an address are none. */
function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}

function findPacked(text: string): GradleBuild['packed'] | null {
  const boot =
    /\bid[\s(]+['"]org\.springframework\.boot['"]\)?(?:\s+version\s*\(?\s*['"]([^'"]+)['"])?(?!.*apply\s+false)/.exec(
      text,
    );
  if (boot !== null) return isLayered(boot[1] ?? null) ? 'layered' : 'boot';
  if (/\balias[\s(]+libs\.plugins\.spring\w*(?:\.\w+)*\)(?!.*apply\s+false)/i.test(text)) return 'boot';
  const isApplication =
    /\bid[\s(]+['"]application['"]/.test(text) ||
    /\bapply[\s(]+plugin\s*[:=]\s*['"]application['"]/.test(text) ||
    /^\s*`?application`?\s*(?:\{|$)/m.test(text);
  return isApplication ? 'application' : null;
}

function findJava(text: string): string | null {
  const [, version = null] =
    /(?:JavaLanguageVersion\.of|jvmToolchain)\s*\(\s*['"]?([0-9]+)/.exec(text) ??
    /\b(?:targetCompatibility|sourceCompatibility)\s*=\s*(?:JavaVersion\.(?:VERSION_|toVersion\()|['"])?(?:1[._])?([0-9]+)/.exec(
      text,
    ) ??
    [];
  return version;
}

/** An old Gradle does not run on a new Java (https://docs.gradle.org/current/userguide/compatibility.html). */
async function limitJava(project: Project): Promise<string | null> {
  const properties = (await project.read('gradle/wrapper/gradle-wrapper.properties')) ?? '';
  const [, text] = /^distributionUrl=.*gradle-([0-9][0-9.]*)/m.exec(properties) ?? [];
  const version = coerce(text);
  return version !== null && lt(version, '8.5.0') ? '17' : null;
}

async function readFirst(
  project: Project,
  folder: string,
  names: readonly string[],
): Promise<{ readonly name: string; readonly text: string } | null> {
  for (const name of names) {
    const text = await project.read(`${folder}${name}`);
    if (text !== null) return { name, text };
  }
  return null;
}
