import { chooseProgram } from './choose-program.ts';
import type { Project } from './project.ts';

/** More than a service has; a walk must end. */
const MOST_FILES = 2000;
const MOST_FOLDERS = 500;

const SOURCES = ['src/main/java', 'src/main/kotlin'];

/**
 * The one class with a `main` below a module's folder (`''`, or with `/` at its end), as the JVM names it. Throws
 * `INPUT_INVALID` where there is none, or several.
 */
export async function findMainClass(project: Project, module: string): Promise<string> {
  const found: string[] = [];
  for (const source of SOURCES) {
    for (const path of await listSources(project, `${module}${source}`)) {
      const name = readMainClass(path, (await project.read(path)) ?? '');
      if (name !== null) found.push(name);
    }
  }
  return chooseProgram(found, 'CLASS', {
    message: `no class in ${module}${SOURCES[0] ?? ''} has a main method`,
    hint: 'Say which class is started: --main com.example.App.',
  });
}

async function listSources(project: Project, top: string): Promise<readonly string[]> {
  const folders = [top];
  const files: string[] = [];
  for (const folder of folders) {
    for (const { name, isFolder } of await project.list(folder)) {
      if (isFolder && folders.length < MOST_FOLDERS) folders.push(`${folder}/${name}`);
      if (!isFolder && /\.(?:java|kt)$/.test(name) && files.length < MOST_FILES) files.push(`${folder}/${name}`);
    }
  }
  return files;
}

/** By the names that Java and Kotlin give: a file of Kotlin's with a `main` outside of classes is `FileKt`. */
function readMainClass(path: string, text: string): string | null {
  const [, folder = '', language = ''] = /([^/]+)\.(java|kt)$/.exec(path) ?? [];
  const isMain =
    language === 'java'
      ? /\bstatic\s+(?:final\s+)?void\s+main\s*\(/.test(text)
      : /^fun\s+main\s*\(/m.test(text) || /^suspend\s+fun\s+main\s*\(/m.test(text);
  if (!isMain) return null;
  const [, pack] = /^\s*package\s+([\w.]+)/m.exec(text) ?? [];
  const name = language === 'java' ? folder : `${folder.charAt(0).toUpperCase()}${folder.slice(1)}Kt`;
  return pack === undefined ? name : `${pack}.${name}`;
}
