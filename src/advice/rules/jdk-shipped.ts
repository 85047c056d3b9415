import { rootImage } from '../base-image.ts';
import { readEntry } from '../entry.ts';
import { readJdkImage } from '../jdk-image.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Found where the image that is shipped has a JDK, compiles nothing, and starts Java. */
export const jdkShipped: Rule = {
  id: 'jdk-shipped',
  level: 'medium',
  title: 'A JDK is in the image, where a JRE runs the program',
  why: "The JDK has the compiler and the tools of Java beside what runs a program: its image is some 100 MB larger to pull. A program needs it only where it compiles Java as it runs, or is looked into with the JDK's tools.",
  instead: 'End on a JRE: eclipse-temurin has one of each version with long support.',
  check,
};

function check(subject: Subject): ReturnType<Rule['check']> {
  const image = rootImage(subject, subject.target);
  const entry = readEntry(subject);
  const jdk = image === null ? null : readJdkImage(image);
  if (jdk === null || entry?.program !== 'java') return [];
  // A source file is compiled as it starts.
  if (entry.words.some((word) => word.endsWith('.java')) || !startsProgram(entry.words) || mayNeedJdk(subject))
    return [];
  const { line, lastLine } = subject.target.from;
  return [
    {
      line,
      lastLine,
      message: 'The last stage has a JDK in it, compiles nothing, and starts java.',
      ...(jdk.jre === null ? {} : { instead: `End on ${jdk.jre}, the JRE of the same version.` }),
      patch: null,
    },
  ];
}

/** `-jar FILE`, or a class on a class path; not `java -version`. */
function startsProgram(words: readonly string[]): boolean {
  return words.includes('-jar') || words.slice(1).some((word) => /^(?:[a-z]\w*\.)+[A-Z]\w*$/.test(word));
}

/** Tools that a JRE has not, what is debugged, and what compiles or looks into programs as they run. */
const OF_THE_JDK =
  /\b(?:javac|jlink|jdeps|jmod|jpackage|jdb|jcmd|jmap|jstack|jstat|jinfo|jps|jconsole|javap|jshell|jwebserver|native-image|jdwp|tools\.jar|jdk\.(?:compiler|attach|jshell|jdi)|arthas|resin|async-profiler|hotswap\S*|kotlinc?|scalac?|groovyc?|sbt|ant|lein|clojure|mvnw?|gradlew?)\b/i;

/** Programs of a RUN that may compile, or are scripts that may. */
const MAY_COMPILE = /\.sh$|^jar$|^(?:make|cmake|python[0-9.]*|perl|java)$/;

function mayNeedJdk({ shipped, commandsOf }: Subject): boolean {
  return shipped.some(({ instruction }) => {
    const texts = [instruction.argument.text, ...instruction.heredocs.map(({ body }) => body.text)];
    if (instruction.keyword === 'ONBUILD' || texts.some((text) => OF_THE_JDK.test(text))) return true;
    if (instruction.keyword !== 'RUN') return false;
    const commands = commandsOf(instruction);
    return commands === null || commands.some(({ program }) => MAY_COMPILE.test(program));
  });
}
