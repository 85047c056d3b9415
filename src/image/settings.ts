import * as v from 'valibot';

/**
 * What a container of the image runs with, by the Dockerfile's instruction that sets it. Values are canonical JSON, to
 * be compared and not to be shown: an environment may hold what is nobody's business. Labels and times are not here.
 */
export type Settings = Readonly<Record<string, string>>;

/** Fields of an OCI config's `config` (OCI image spec, config.md; `Healthcheck`, `OnBuild` and `Shell` are Docker's). */
const INSTRUCTIONS = {
  User: 'USER',
  ExposedPorts: 'EXPOSE',
  Env: 'ENV',
  Entrypoint: 'ENTRYPOINT',
  Cmd: 'CMD',
  Volumes: 'VOLUME',
  WorkingDir: 'WORKDIR',
  StopSignal: 'STOPSIGNAL',
  Healthcheck: 'HEALTHCHECK',
  OnBuild: 'ONBUILD',
  Shell: 'SHELL',
} as const;

const Fields = v.record(v.string(), v.unknown());

/** A config's `config`, of any form, to what it sets. Builders write what is not set as nothing, as empty, or not at all. */
export function parseSettings(config: unknown): Settings {
  const fields = v.safeParse(Fields, config);
  if (!fields.success) return {};
  const settings: Record<string, string> = {};
  for (const [field, instruction] of Object.entries(INSTRUCTIONS)) {
    const text = JSON.stringify(sortKeys(fields.output[field] ?? null));
    if (!UNSET.has(text)) settings[instruction] = text;
  }
  return settings;
}

/** `/` is where a container starts that names no folder. */
const UNSET: ReadonlySet<string> = new Set(['null', '""', '[]', '{}', '"/"']);

/** Go and others write a map's keys in another order. */
function sortKeys(value: unknown): unknown {
  const fields = Array.isArray(value) ? null : v.safeParse(Fields, value);
  if (fields?.success !== true) return value;
  return Object.fromEntries(Object.entries(fields.output).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
