import { PlimsollError } from '../errors.ts';
import { dockerfile } from './dockerfile-text.ts';
import { choosePython, readPyproject } from './pyproject.ts';
import { choosePythonStart } from './python-start.ts';
import { PYTHON_IGNORED, writePython } from './python.ts';
import type { Plan, Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** The project itself, or a folder of it, among what is required: it is not there before the source is. */
const OWN = /^\s*(?:-e\b|--editable\b|\.{1,2}(?:\/|\s*$))/m;

/** A program of Python's with requirements.txt. Throws `INPUT_INVALID` where nothing says what is started. */
export async function planPip(project: Project, wishes: Wishes): Promise<Plan> {
  const requirements = (await project.read('requirements.txt')) ?? '';
  if (OWN.test(requirements)) {
    throw new PlimsollError('INPUT_INVALID', 'requirements.txt requires the project itself', {
      hint: 'Leave that line out: the source is in the image, in the folder that the program starts in.',
    });
  }
  const pyproject = await readPyproject(project);
  const base = await choosePython(project, pyproject);
  const start = await choosePythonStart(project, pyproject, requirements, wishes);
  return {
    images: [base],
    write: (image) => writePython(image(base), BUILD, start),
    ignored: PYTHON_IGNORED,
    notes: [],
  };
}

const BUILD = dockerfile`
  RUN python -m venv /app/.venv
  WORKDIR /app
  COPY requirements*.txt ./
  RUN --mount=type=cache,target=/root/.cache/pip \\
      .venv/bin/pip install -r requirements.txt
`;
