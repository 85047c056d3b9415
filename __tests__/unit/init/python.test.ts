import { expect, test } from '@jest/globals';
import { plan, PIP } from './plan-files.ts';

test('pip: a server among the requirements starts the application, and listens where it is told', async () => {
  const flask = await plan({ ...PIP, 'app.py': 'import flask\nweb = Flask(__name__)\n' }, { port: 80 });
  expect(flask.images).toEqual(['python:3.14-slim-trixie']);
  expect(flask.text).toContain('\nEXPOSE 80\nCMD ["gunicorn", "--bind", "0.0.0.0:80", "app:web"]\n');
  const alone = await plan({ 'requirements.txt': 'flask-gunicorn\n', 'app.py': 'web = Flask(__name__)\n' });
  expect(alone.text).toContain('CMD ["python", "app.py"]\n');
  const other = await plan({ ...PIP, '.python-version': '3.12.4\n' }, { main: 'a b.py' });
  expect(other.images).toEqual(['python:3.12-slim-trixie']);
  expect(other.text).toContain('CMD ["python", "a b.py"]\n');
});

test('uv: by the versions that requires-python lets in; a package of its own is installed', async () => {
  const project = (more: string) => ({ 'pyproject.toml': `[project]\nname = "x"\n${more}` });
  const { text, images, notes } = await plan({
    ...project('requires-python = ">=3.9,<3.13"\ndependencies = ["fastapi[standard]>=0.1"]\n'),
    'main.py': 'app: FastAPI = FastAPI()\n',
    'uv.lock': '',
  });
  expect(images).toEqual(['python:3.12-slim-trixie']);
  expect(text).toContain('uv sync --locked --no-dev --no-install-project\n');
  expect(text).toContain('EXPOSE 8000\nCMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "main:app"]\n');
  expect(text).not.toContain('--no-editable');
  expect(notes).toEqual([]);
  const script = await plan(project('scripts = { serve = "x:main" }\n[build-system]\n'));
  expect(script.text).toContain('uv sync --no-dev --no-editable\n');
  expect(script.text).toContain('CMD ["serve"]\n');
  expect(script.notes).toEqual([expect.stringContaining('There is no uv.lock')]);
});

test('Poetry: a package of its own is installed where there is one', async () => {
  const old =
    '[tool.poetry]\nname = "my-app"\n[tool.poetry.dependencies]\npython = "^3.11,<3.13"\nfastapi = "*"\nuvicorn = "*"\n';
  const files = { 'pyproject.toml': old, 'poetry.lock': '', 'main.py': 'app = FastAPI()\n' };
  const { text, images, notes } = await plan(files);
  expect(images).toEqual(['python:3.12-slim-trixie']);
  expect(text).toContain('COPY pyproject.toml poetry.lock ./\n');
  expect(text).toContain('poetry install --only main --no-root\n');
  expect(text).not.toContain('--only-root');
  expect(text).toContain('CMD ["uvicorn", "--host", "0.0.0.0", "--port", "8000", "main:app"]\n');
  expect(notes).toEqual([]);
  const own = await plan({
    'pyproject.toml': '[project]\nname = "my-app"\n[tool.poetry.scripts]\nserve = "my_app:main"\n',
    'src/my_app/__init__.py': '',
    'poetry.lock': '',
  });
  expect(own.text).toContain('COPY . .\nRUN poetry install --only-root\n');
  expect(own.text).toContain('CMD ["serve"]\n');
});
