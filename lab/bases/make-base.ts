import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { hasCode } from '../machine/has-code.ts';
import { layoutLayers } from './layout-layers.ts';
import type { Layer, LayerOptions } from './layer.ts';
import { packLayer } from './layer.ts';
import { writeLayout, type ContainerDefaults, type PlatformImage } from './layout.ts';

/** Debian's and OCI's name of an architecture. */
export type Architecture = 'amd64' | 'arm64';

export interface BaseRecipe {
  /** In the cache: `golang-alpine`. */
  readonly name: string;
  /** All that the contents depend on beside the recipe: versions, the machine's own files. */
  readonly inputs: unknown;
  readonly architectures: readonly Architecture[];
  readonly defaults: ContainerDefaults;
  readonly makeLayers: (tools: BaseTools) => Promise<readonly Layer[]>;
}

export interface BaseTools {
  readonly architecture: Architecture;
  readonly log: (line: string) => void;
  /** A new empty folder, removed in the end. */
  readonly makeFolder: () => Promise<string>;
  readonly pack: (options: Omit<LayerOptions, 'layout'>) => Promise<Layer>;
  /** The layers of another base, made before where it is not there. */
  readonly layersOf: (recipe: BaseRecipe, architecture: Architecture) => Promise<readonly Layer[]>;
}

const LABELS = {
  'dev.plimsoll.lab':
    "Built by the lab from Debian's packages under an upstream name: not the upstream image, no musl.",
};

/** The folder of the OCI layout of a base image, made where the lab's cache has it not. */
export async function makeBase(recipe: BaseRecipe, log: (line: string) => void): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(recipe.inputs)).digest('hex').slice(0, 12);
  return await cached(`base-${recipe.name}-${key}`, async (layout) => {
    log(`base image ${recipe.name}: building it for ${recipe.architectures.join(' and ')}`);
    const scratch = await mkdtemp(join(tmpdir(), 'plimsoll-base-'));
    try {
      const images: PlatformImage[] = [];
      for (const architecture of recipe.architectures) {
        const layers = await recipe.makeLayers({
          architecture,
          log,
          makeFolder: async () => await mkdtemp(join(scratch, 'root-')),
          pack: async (options) => await packLayer({ ...options, layout }),
          layersOf: async (other, platform) => await borrowLayers(await makeBase(other, log), platform, layout),
        });
        const defaults = { ...recipe.defaults, Labels: { ...recipe.defaults.Labels, ...LABELS } };
        images.push({ architecture, layers, defaults });
      }
      await writeLayout(layout, recipe.name, images);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
}

async function borrowLayers(from: string, architecture: Architecture, to: string): Promise<readonly Layer[]> {
  const layers = await layoutLayers(from, architecture);
  for (const { digest } of layers) {
    const blob = join('blobs', 'sha256', digest.slice('sha256:'.length));
    await mkdir(dirname(join(to, blob)), { recursive: true });
    // A blob is never written again, so one file may stand in both.
    await link(join(from, blob), join(to, blob)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
  return layers;
}
