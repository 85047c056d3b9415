import { parse } from 'smol-toml';
import * as v from 'valibot';
import { parseManifest } from './parse-manifest.ts';
import type { Project } from './project.ts';

const FILE = 'gradle/libs.versions.toml';

const VERSION = v.union([v.string(), v.record(v.string(), v.unknown())]);

/** What is read of a catalog of versions (https://docs.gradle.org/current/userguide/version_catalogs.html). */
const SCHEMA = v.object({
  versions: v.optional(v.record(v.string(), VERSION), {}),
  plugins: v.optional(
    v.record(v.string(), v.union([v.string(), v.object({ id: v.string(), version: v.optional(VERSION) })])),
    {},
  ),
});

type Catalog = v.InferOutput<typeof SCHEMA>;

/**
 * What writes into a build file the versions and plugins that it takes from the catalog `libs`: `id("x") version "1"`.
 * Throws `INPUT_INVALID` where the catalog cannot be read.
 */
export async function readCatalog(project: Project): Promise<(text: string) => string> {
  const file = (await project.read(FILE)) ?? '';
  const catalog = parseManifest(FILE, () => v.parse(SCHEMA, parse(file)));
  const versions = new Map(
    Object.entries(catalog.versions).map(([name, version]) => [accessor(name), readVersion(version, catalog)]),
  );
  const plugins = new Map(
    Object.entries(catalog.plugins).map(([name, plugin]) => [accessor(name), writePlugin(plugin, catalog)]),
  );
  return (text) =>
    text
      .replace(/\balias[\s(]+libs\.plugins\.([\w.]+)\)?/g, (whole, name: string) => plugins.get(name) ?? whole)
      .replace(/\blibs\.versions\.([\w.]+)\.get\(\)/g, (whole, name: string) => {
        const version = versions.get(name) ?? null;
        return version === null ? whole : JSON.stringify(version);
      });
}

/** `spring-boot` is `libs.plugins.spring.boot`. */
function accessor(name: string): string {
  return name.replace(/[-_]/g, '.');
}

function writePlugin(plugin: Catalog['plugins'][string], catalog: Catalog): string {
  const [id = '', version = null] =
    typeof plugin === 'string'
      ? plugin.split(':')
      : [plugin.id, plugin.version === undefined ? null : readVersion(plugin.version, catalog)];
  return version === null
    ? `id(${JSON.stringify(id)})`
    : `id(${JSON.stringify(id)}) version ${JSON.stringify(version)}`;
}

/** One that only ranges are said of is not known. */
function readVersion(version: v.InferOutput<typeof VERSION>, { versions }: Catalog): string | null {
  if (typeof version === 'string') return version;
  const { ref, strictly, require, prefer } = version;
  const named = typeof ref === 'string' ? versions[ref] : undefined;
  const said = [named, require, prefer, strictly].find((one) => typeof one === 'string');
  return typeof said === 'string' ? said : null;
}
