import { assertNever } from '../errors.ts';
import { planBun } from './bun.ts';
import { planCargo } from './cargo.ts';
import { planComposer } from './composer.ts';
import { planDotnet } from './dotnet.ts';
import { planGo } from './go.ts';
import { planGradle } from './gradle.ts';
import { planMaven } from './maven.ts';
import { planNpm } from './npm.ts';
import { planPip } from './pip.ts';
import { planPnpm } from './pnpm.ts';
import { planPoetry } from './poetry.ts';
import { planUv } from './uv.ts';
import { planYarn } from './yarn.ts';
import type { Kind } from './kinds.ts';
import type { Plan, Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** What to write for a project of a kind. Throws `INPUT_INVALID`, with what it could not find out. */
export async function planProject(project: Project, kind: Kind, wishes: Wishes): Promise<Plan> {
  switch (kind) {
    case 'go':
      return await planGo(project, wishes);
    case 'npm':
      return await planNpm(project, wishes);
    case 'pip':
      return await planPip(project, wishes);
    case 'uv':
      return await planUv(project, wishes);
    case 'cargo':
      return await planCargo(project, wishes);
    case 'pnpm':
      return await planPnpm(project, wishes);
    case 'yarn':
      return await planYarn(project, wishes);
    case 'bun':
      return await planBun(project, wishes);
    case 'poetry':
      return await planPoetry(project, wishes);
    case 'maven':
      return await planMaven(project, wishes);
    case 'gradle':
      return await planGradle(project, wishes);
    case 'composer':
      return await planComposer(project, wishes);
    case 'dotnet':
      return await planDotnet(project, wishes);
    default:
      return assertNever(kind);
  }
}
