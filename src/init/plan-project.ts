import { assertNever } from '../errors.ts';
import { planCargo } from './cargo.ts';
import { planGo } from './go.ts';
import { planNpm } from './npm.ts';
import { planPip } from './pip.ts';
import { planUv } from './uv.ts';
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
    default:
      return assertNever(kind);
  }
}
