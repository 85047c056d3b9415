/** Of a repository and what is taken of it, whatever way to it is written down. Untrusted text. */
export interface GitAddress {
  /** Host and path: `github.com/acme/api.git`. */
  readonly repository: string;
  /** Branch, tag or commit; '' for the branch that it has by default; `null`: it is told in a way that is not read here. */
  readonly ref: string | null;
  /** '' for the root. */
  readonly folder: string;
}

/** `https://github.com/acme/api.git#main:folder`, `git@github.com:acme/api.git`, … (Docker's documentation, "Git repositories"). */
export function parseGitAddress(text: string): GitAddress {
  const [address = '', fragment = ''] = text.split('#', 2);
  const [path = '', query] = address.split('?', 2);
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(path);
  const rest = path.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^/@]*@/, '');
  const [, ref = '', folder = ''] = /^([^:]*):?(.*)$/s.exec(fragment) ?? [];
  return {
    repository: isUrl ? rest : rest.replace(/^([^/:]+):/, '$1/'),
    ref: query === undefined ? ref : null,
    folder: folder.replace(/^\/+|\/+$/g, ''),
  };
}
