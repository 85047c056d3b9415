import { GO_BUILD_INFO } from '../../layer/packages/text-marks.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';

/** A program as Go's linker describes it. Texts are untrusted. */
interface GoProgram {
  /** `go1.24.1` */
  readonly go: string;
  readonly main: { readonly name: string; readonly version: string } | null;
  /** Versions of the modules that are linked in, by path; where one is replaced, of what replaces it. */
  readonly modules: ReadonlyMap<string, string>;
}

/**
 * Programs that were installed under a released version of their main module. One that was built out of a work tree is
 * no package: its version says nothing, or names the commit, and so would change with every one.
 */
export function readGo(texts: PackageTexts): InstalledPackage[] {
  return [...texts].flatMap(([path, text]): InstalledPackage[] => {
    const main = readProgram(text)?.main ?? null;
    if (main === null || !RELEASED.test(main.version) || UNRELEASED.test(main.version)) return [];
    return [{ type: 'go', ...main, files: { kind: 'listed', paths: [path] } }];
  });
}

const RELEASED = /^v\d/;
/** A version that Go makes of a commit, or of files that are in none. */
const UNRELEASED = /[-.]\d{14}-[0-9a-f]{12}|\+dirty/;

/** As many modules are named; the others are counted. */
const MOST_NAMED = 5;

/**
 * What changed in a program that both sides have under one path: Go itself, then modules that changed version, came or
 * went. Its bytes cannot be shared out among them. `null`: nothing that is known.
 */
export function describeModules(before: string | undefined, after: string | undefined): string | null {
  const [old, now] = [readProgram(before), readProgram(after)];
  if (old === null || now === null) return null;
  const changed: string[] = [];
  const come: string[] = [];
  for (const [name, version] of now.modules) {
    const was = old.modules.get(name);
    if (was === undefined) come.push(`${name} ${version} is new`);
    else if (was !== version) changed.push(`${name} ${was} → ${version}`);
  }
  const gone = [...old.modules].filter(([name]) => !now.modules.has(name)).map(([name]) => `${name} is gone`);
  const go = old.go === now.go ? [] : [`Go ${old.go.replace(/^go/, '')} → ${now.go.replace(/^go/, '')}`];
  const all = [...go, ...changed, ...come, ...gone];
  if (all.length === 0) return null;
  const rest = all.length - MOST_NAMED;
  return [...all.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function readProgram(text: string | undefined): GoProgram | null {
  if (text?.startsWith(GO_BUILD_INFO) !== true) return null;
  let go = '';
  let main: GoProgram['main'] = null;
  const modules = new Map<string, string>();
  for (const line of text.slice(GO_BUILD_INFO.length).split('\n')) {
    const [kind, name = '', version = '', instead, insteadVersion = ''] = line.split('\t');
    if (kind === 'go') go = name;
    else if (kind === 'mod') main = { name, version };
    else if (kind === 'dep') modules.set(name, instead === undefined ? version : `${instead} ${insteadVersion}`.trim());
  }
  return { go, main, modules };
}
