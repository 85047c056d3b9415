import { dockerfile, type DockerfileText } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import { choosePython, readPyproject, type Pyproject } from './pyproject.ts';
import { choosePythonStart } from './python-start.ts';
import { PYTHON_IGNORED, writePython } from './python.ts';
import type { Plan, Wishes } from './plan.ts';
import type { Project } from './project.ts';

const POETRY = 'poetry==2.5.1';

/** A project that Poetry installs. Throws `INPUT_INVALID` where nothing says what is started. */
export async function planPoetry(project: Project, wishes: Wishes): Promise<Plan> {
  const pyproject = await readPyproject(project);
  const base = await choosePython(project, pyproject);
  const dependencies = [
    ...(pyproject?.project?.dependencies ?? []),
    ...Object.keys(pyproject?.tool.poetry?.dependencies ?? {}),
  ].join('\n');
  const start = await choosePythonStart(project, pyproject, dependencies, wishes);
  const isLocked = project.names.has('poetry.lock');
  const build = dockerfile`
    RUN --mount=type=cache,target=/root/.cache/pip \\
        pip install ${POETRY}
    ENV POETRY_NO_INTERACTION=1 POETRY_VIRTUALENVS_CREATE=1 POETRY_VIRTUALENVS_IN_PROJECT=1
    WORKDIR /app
    COPY pyproject.toml ${writeLock('poetry.lock', isLocked)} ./
    RUN --mount=type=cache,target=/root/.cache/pypoetry \\
        poetry install --only main --no-root
    ${(await hasPackage(project, pyproject)) ? OWN : null}
  `;
  return {
    images: [base],
    write: (image) => writePython(image(base), build, start),
    ignored: PYTHON_IGNORED,
    notes: isLocked ? [] : [noLockNote('poetry.lock', 'poetry lock')],
  };
}

/** A package of its own is installed as a link to the source, which the last stage has in the same place. */
const OWN: DockerfileText = dockerfile`
  COPY . .
  RUN poetry install --only-root
`;

/** Whether there is one where Poetry looks for it: without, "poetry install" fails. */
async function hasPackage(project: Project, pyproject: Pyproject | null): Promise<boolean> {
  const poetry = pyproject?.tool.poetry;
  if (poetry?.['package-mode'] === false) return false;
  if (poetry?.packages !== undefined) return true;
  const module = (pyproject?.project?.name ?? poetry?.name ?? '').toLowerCase().replace(/[-.]+/g, '_');
  const places = [...(await project.list('src')), ...(await project.list('.'))];
  return module !== '' && places.some(({ name }) => name === module || name === `${module}.py`);
}
