import { libraryName } from './base-image.ts';
import type { Reference } from '../image/reference.ts';

/** An image with the whole JDK; `jre` is the one that has the runtime of the same version, where there is one. */
export interface JdkImage {
  readonly jre: string | null;
}

/** `null` where it is none that is known. */
export function readJdkImage(image: Reference): JdkImage | null {
  const tag = image.tag ?? '';
  if (/jre|headless|windows|nanoserver/.test(tag)) return null;
  const name = libraryName(image);
  // By its digest alone it may be a JRE, but for these.
  if (image.tag === null && image.digest !== null && name !== 'maven' && name !== 'gradle') return null;
  const vendor =
    image.registry === 'docker.io' ? VENDORS.find(([repository]) => repository.test(image.repository)) : undefined;
  if (vendor !== undefined) return { jre: /^\d/.test(tag) ? vendor[1](image.repository, tag) : null };
  switch (name) {
    case 'eclipse-temurin':
      return { jre: isPublished(majorOf(tag)) ? `eclipse-temurin:${toJre(tag)}` : null };
    case 'sapmachine':
    case 'ibm-semeru-runtimes':
      return { jre: tag.includes('-jdk') ? `${name}:${toJre(tag)}` : null };
    case 'openjdk':
    case 'java':
    case 'amazoncorretto':
      return { jre: nameTemurin(majorOf(tag), tag) };
    case 'maven':
    case 'gradle':
      return {
        jre: nameTemurin(/(?:jdk|temurin|corretto|semeru|zulu|sapmachine|liberica)-?(\d+)/.exec(tag)?.[1], tag),
      };
    default:
      return null;
  }
}

const VENDORS: readonly (readonly [repository: RegExp, jre: (repository: string, tag: string) => string])[] = [
  [/^bellsoft\/liberica-openjdk-/, (repository, tag) => `${repository.replace('openjdk', 'openjre')}:${tag}`],
  [/^azul\/zulu-openjdk(?:-alpine|-debian)?$/, (repository, tag) => `${repository}:${tag}-jre`],
];

/** `21-jdk-alpine` and `21-alpine` -> `21-jre-alpine` */
function toJre(tag: string): string {
  return tag.includes('-jdk') ? tag.replace('-jdk', '-jre') : tag.replace(/^[^-]*/, '$&-jre');
}

/** `17.0.2-jdk-slim` -> 17, `8u402` -> 8 */
function majorOf(tag: string): string | undefined {
  return /^\d+/.exec(tag)?.[0];
}

function nameTemurin(major: string | undefined, tag: string): string | null {
  return isPublished(major) ? `eclipse-temurin:${major ?? ''}-jre${tag.includes('alpine') ? '-alpine' : ''}` : null;
}

/** Of the versions between those with long support, there is no JRE up to 16. */
function isPublished(major: string | undefined): boolean {
  return major === '8' || major === '11' || Number(major) >= 17;
}
