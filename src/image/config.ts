import * as v from 'valibot';
import { isDigest, type Digest } from './digest.ts';
import { nameLayers } from './name-layers.ts';
import { parseJson } from './parse-json.ts';
import { normalizePlatform, type Platform } from './platform.ts';
import { parseSettings, type Settings } from './settings.ts';

/** What is taken from an image's config (OCI image spec, config.md). */
export interface ImageConfig {
  /** `null` where it is not said. */
  readonly platform: Platform | null;
  /** Digests of the layers' tar streams, the base's first. */
  readonly diffIDs: readonly Digest[];
  /** What made each layer (`nameLayers`); empty where the history does not fit the layers (squashed, made without one). Untrusted text. */
  readonly createdBy: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly settings: Settings;
}

const Word = v.nullish(v.pipe(v.string(), v.regex(/^[\w.-]{0,64}$/, 'not a word of a platform')));

const ConfigSchema = v.object({
  os: Word,
  architecture: Word,
  variant: Word,
  config: v.nullish(
    v.looseObject({
      Labels: v.nullish(v.record(v.string(), v.string())),
      Shell: v.nullish(v.array(v.string())),
    }),
  ),
  rootfs: v.object({
    diff_ids: v.nullish(
      v.array(v.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest')),
      [],
    ),
  }),
  history: v.nullish(
    v.array(
      v.object({
        created_by: v.nullish(v.string()),
        comment: v.nullish(v.string()),
        empty_layer: v.nullish(v.boolean()),
      }),
    ),
  ),
});

/** Bytes of a config to what they say. Throws `IMAGE_INVALID`, naming `what`. */
export function parseConfig(bytes: Uint8Array, what: string): ImageConfig {
  const { os, architecture, variant, config, rootfs, history } = parseJson(bytes, ConfigSchema, what);
  const diffIDs = rootfs.diff_ids;
  const shell = config?.Shell ?? [];
  const instructions = (history ?? []).filter((step) => step.empty_layer !== true);
  return {
    platform: architecture ? normalizePlatform({ os: os || 'linux', architecture, variant: variant ?? null }) : null,
    diffIDs,
    createdBy: instructions.length === diffIDs.length ? nameLayers(instructions, shell) : diffIDs.map(() => ''),
    labels: config?.Labels ?? {},
    settings: parseSettings(config),
  };
}
