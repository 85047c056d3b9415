import { findSubcommand, listOperands } from './command-line.ts';
import { outputOf } from './go-build.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** A command that makes programs out of sources. */
export interface CompileStep {
  readonly language: 'Go' | 'Rust' | 'Java' | '.NET';
  /** Where it writes the program, where the command says so. */
  readonly output: string | null;
}

/** Files that a program never reads when it runs: sources, and what is between them and it. */
export const BUILD_INPUTS: Readonly<Record<CompileStep['language'], RegExp>> = {
  Go: /\.go$|\/go\.(?:mod|sum|work)$|\/\.git\//,
  Rust: /\.(?:rs|rlib|rmeta)$|\/Cargo\.(?:toml|lock)$|\/target\/(?:[^/]+\/)*(?:incremental|\.fingerprint)\/|\/\.git\//,
  Java: /\.(?:java|kt|kts|scala|gradle)$|\/pom\.xml$|\/\.git\//,
  '.NET': /\.(?:cs|csproj|fs|fsproj|vb|vbproj|sln)$|\/obj\/|\/\.git\//,
};

const JVM_GOALS = /^(?:.*:)?(?:package|install|verify|build|assemble|bootJar|shadowJar|jar|installDist)$/;

export function readCompileStep(command: RunCommand): CompileStep | null {
  switch (command.program) {
    case 'go':
      return listOperands(command)[0]?.text === 'build' ? { language: 'Go', output: outputOf(command) } : null;
    case 'cargo':
      return findSubcommand(command, ['cargo'], ['build']) === null ? null : { language: 'Rust', output: null };
    case 'mvn':
    case 'mvnw':
    case 'gradle':
    case 'gradlew':
      return listOperands(command).some(({ text }) => JVM_GOALS.test(text)) ? { language: 'Java', output: null } : null;
    case 'dotnet':
      return findSubcommand(command, ['dotnet'], ['build', 'publish']) === null
        ? null
        : { language: '.NET', output: null };
    default:
      return null;
  }
}
