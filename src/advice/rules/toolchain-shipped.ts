import { libraryName, rootImage } from '../base-image.ts';
import { readCompileStep } from '../compile-step.ts';
import { readEntry } from '../entry.ts';
import { readJdkImage } from '../jdk-image.ts';
import type { Reference } from '../../image/reference.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const ENDS: Record<string, string> = {
  Go: 'gcr.io/distroless/static-debian12:nonroot',
  Rust: 'gcr.io/distroless/cc-debian12:nonroot',
  Java: 'gcr.io/distroless/java21-debian12:nonroot, or a JRE',
  '.NET': 'mcr.microsoft.com/dotnet/aspnet',
};

/** These start the tools themselves: an image for development, not for a service. */
const TOOLS =
  /^(?:sh|bash|go|cargo|mvn|mvnw|gradle|gradlew|air|reflex|sleep|tail|make|watchexec|cargo-watch|CompileDaemon|dlv)$/;

/** Found where the image that is shipped has the compiler in it, and starts what it compiled. */
export const toolchainShipped: Rule = {
  id: 'toolchain-shipped',
  level: 'high',
  title: 'The image ships the toolchain that built it',
  why: 'Compiler, standard library and package manager are several hundred MB that the service never runs, and most of what a scanner finds in it.',
  instead: 'Build in a first stage, and copy what it made into a second one.',
  check,
};

function check(subject: Subject): Finding[] {
  const image = rootImage(subject, subject.target);
  const entry = readEntry(subject);
  const language = image === null ? null : toolchainOf(image);
  if (language === null || entry === null || TOOLS.test(entry.program)) return [];
  // `dotnet run` and its like compile at the start.
  if (entry.program === 'dotnet' && /^(?:run|watch|test)$/.test(entry.words[1] ?? '')) return [];
  const found = subject.shipped
    .flatMap(({ instruction }) => subject.commandsOf(instruction) ?? [])
    .flatMap((command) => {
      const step = readCompileStep(command);
      return step?.language === language ? [{ step, command }] : [];
    });
  const compiled = found.find(({ step }) => startsOutput(step.output, entry.program, language));
  if (compiled === undefined) return [];
  const { line, lastLine } = subject.target.from;
  return [
    {
      line,
      lastLine,
      message: `The last stage has the ${language} toolchain in it; line ${compiled.command.place.line} compiles with it, and ${entry.program} runs without it.`,
      instead: `Build in a first stage, and copy what it made into a second one, on ${ENDS[language] ?? 'a small base'}.`,
      patch: null,
      paid: { kind: 'base' },
    },
  ];
}

function toolchainOf(image: Reference): string | null {
  if (image.registry === 'mcr.microsoft.com') return image.repository === 'dotnet/sdk' ? '.NET' : null;
  const name = libraryName(image);
  if (name === 'golang') return 'Go';
  if (name === 'rust') return 'Rust';
  return readJdkImage(image) === null ? null : 'Java';
}

/** Whether what is started is what was compiled, and not some tool that is in the image too. */
function startsOutput(output: string | null, program: string, language: string): boolean {
  if (language === 'Java') return program === 'java';
  if (language === '.NET' && program === 'dotnet') return true;
  return (
    output === null ||
    output.endsWith('/') ||
    output.endsWith('.') ||
    output.slice(output.lastIndexOf('/') + 1) === program
  );
}
