import { coerce, gte } from 'semver';
import { PlimsollError } from '../errors.ts';
import { childElements, elementsAt, elementsNamed, readXml, textAt } from './xml.ts';
import type { Project } from './project.ts';

/** What is read of pom.xml (https://maven.apache.org/pom.html), its own values put in. */
export interface Pom {
  /** The name of the jar in `target/`; `null` where it takes Maven itself to say it. */
  readonly jar: string | null;
  /** The release of Java's that it asks for. */
  readonly java: string | null;
  /** The class that starts, where one is named. */
  readonly main: string | null;
  readonly packed: Packed;
}

/**
 * What the jar is: with nothing but the project's own classes (`plain`); with those of its dependencies (`shaded`);
 * Spring Boot's, in layers that `jarmode=tools` takes apart (`layered`: from 3.3 on) or as it is (`boot`).
 */
export type Packed = 'plain' | 'shaded' | 'layered' | 'boot';

/** Throws `INPUT_INVALID` where it is no XML, has modules, or makes no jar. */
export async function readPom(project: Project): Promise<Pom> {
  const root = readXml((await project.read('pom.xml')) ?? '', 'pom.xml');
  if (elementsAt(root, 'modules', 'module').length > 0) {
    throw refuse('it has modules, and init writes for one', 'A module that starts alone can be a project of its own.');
  }
  const packaging = textAt(root, 'packaging') ?? 'jar';
  if (packaging !== 'jar') throw refuse(`its packaging is ${JSON.stringify(packaging)}`, 'init writes for jar.');

  const artifact = textAt(root, 'artifactId') ?? '';
  const version = textAt(root, 'version') ?? textAt(root, 'parent', 'version') ?? '';
  const values = new Map([
    ...elementsAt(root, 'properties').flatMap((one) =>
      childElements(one).map((child): [string, string] => [child.name, child.text.trim()]),
    ),
    ...['project.artifactId', 'artifactId'].map((name): [string, string] => [name, artifact]),
    ...['project.version', 'version'].map((name): [string, string] => [name, version]),
  ]);
  const fill = (text: string | null): string | null => fillIn(text, values);

  const plugins = elementsAt(root, 'build', 'plugins', 'plugin');
  const pluginOf = (name: string) => plugins.find((plugin) => textAt(plugin, 'artifactId') === name);
  const compiler = pluginOf('maven-compiler-plugin');
  const boot = pluginOf('spring-boot-maven-plugin');
  const ofParent = textAt(root, 'parent', 'artifactId') === 'spring-boot-starter-parent';
  const bootVersion = fill(
    (ofParent ? textAt(root, 'parent', 'version') : null) ?? (boot === undefined ? null : textAt(boot, 'version')),
  );
  return {
    jar: fill(textAt(root, 'build', 'finalName') ?? `${artifact}-${version}`),
    java: fill(
      values.get('maven.compiler.release') ??
        (compiler === undefined ? null : textAt(compiler, 'configuration', 'release')) ??
        values.get('java.version') ??
        values.get('maven.compiler.target') ??
        (compiler === undefined ? null : textAt(compiler, 'configuration', 'target')),
    ),
    main: fill(
      plugins.flatMap((plugin) => elementsNamed(plugin, 'mainClass'))[0]?.text.trim() ??
        values.get('exec.mainClass') ??
        values.get('mainClass') ??
        values.get('main.class') ??
        null,
    ),
    packed:
      boot !== undefined
        ? isLayered(bootVersion)
          ? 'layered'
          : 'boot'
        : pluginOf('maven-shade-plugin') === undefined
          ? 'plain'
          : 'shaded',
  };
}

/** Whether `jarmode=tools` is in the jar (https://docs.spring.io/spring-boot/reference/packaging/container-images/dockerfiles.html). */
export function isLayered(version: string | null): boolean {
  const known = coerce(version);
  return known !== null && gte(known, '3.3.0');
}

/** `null` where a value is left that is not known here. */
function fillIn(text: string | null, values: ReadonlyMap<string, string>): string | null {
  let filled = text ?? '';
  // A value may name another; a circle ends.
  for (let turn = 0; turn < 5 && filled.includes('${'); turn += 1) {
    filled = filled.replace(/\$\{([^}]+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  }
  return filled === '' || filled.includes('${') ? null : filled;
}

function refuse(why: string, hint: string): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `pom.xml: ${why}`, { hint });
}
