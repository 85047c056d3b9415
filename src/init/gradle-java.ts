import { coerce, gte } from 'semver';
import type { Project } from './project.ts';

/** The Java that a build asks for. */
export interface WantedJava {
  readonly release: string;
  /** Whether it is compiled by that release alone, and nothing but the image has it. */
  readonly isToolchain: boolean;
}

/** Of a build's files, the nearest first. */
export function findJava(texts: readonly string[], settings: string): WantedJava | null {
  const isFetched = /\bfoojay-resolver|\btoolchainManagement\b/.test(settings);
  for (const text of texts) {
    const [, toolchain] = /\b(?:JavaLanguageVersion\.of|jvmToolchain)\s*\(\s*['"]?([0-9]+)/.exec(text) ?? [];
    if (toolchain !== undefined) return { release: toolchain, isToolchain: !isFetched };
    const [, release] =
      /\b(?:targetCompatibility|sourceCompatibility)\s*=\s*(?:JavaVersion\.(?:VERSION_|toVersion\(\s*['"]?)|['"])?(?:1[._])?([0-9]+)/.exec(
        text,
      ) ??
      /\boptions\.release(?:\.set\s*\(|\s*=)\s*['"]?([0-9]+)/.exec(text) ??
      [];
    if (release !== undefined) return { release, isToolchain: false };
  }
  return null;
}

/** Releases with long support, and the first Gradle that runs on each (https://docs.gradle.org/current/userguide/compatibility.html). */
const RUNS_ON = [
  { java: 25, gradle: '9.1.0' },
  { java: 21, gradle: '8.5.0' },
  { java: 17, gradle: '7.3.0' },
  { java: 11, gradle: '5.0.0' },
] as const;

/** The newest Java that the Gradle of the wrapper runs on; `null` where there is none. */
export async function limitJava(project: Project): Promise<number | null> {
  const properties = (await project.read('gradle/wrapper/gradle-wrapper.properties')) ?? '';
  const [, text] = /^distributionUrl=.*gradle-([0-9][0-9.]*)/m.exec(properties) ?? [];
  const version = coerce(text);
  if (version === null) return null;
  return RUNS_ON.find(({ gradle }) => gte(version, gradle))?.java ?? 8;
}
