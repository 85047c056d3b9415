import type { Project } from '../../../src/init/project.ts';

/** A project of these files, by their paths. */
export function makeProject(files: Readonly<Record<string, string>>): Project {
  const paths = Object.keys(files);
  return {
    names: new Set(paths.map((path) => path.split('/')[0] ?? '')),
    read: (path) => Promise.resolve(files[path.replace(/^\.\//, '')] ?? null),
    list(folder) {
      const prefix = folder === '.' ? '' : `${folder}/`;
      const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/'));
      const entries = new Map(below.map(([name = '', ...rest]) => [name, rest.length > 0]));
      return Promise.resolve([...entries].map(([name, isFolder]) => ({ name, isFolder })));
    },
  };
}
