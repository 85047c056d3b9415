import * as v from 'valibot';
import { nativeArchitectures } from '../../image/native-architectures.ts';
import { normalizePlatform, parsePlatform, type Platform } from '../../image/platform.ts';
import type { Provenance } from '../origins/provenance.ts';

/** As the definition writes it. */
const Written = v.object({ OS: v.string(), Architecture: v.string(), Variant: v.nullish(v.string(), null) });

/** By the digest of the vertex: whether the program that it runs is emulated. Steps that run none are not in it. */
export function findEmulated({ graph, stepOf, builderPlatform }: Provenance): Map<string, boolean> {
  const own = readPlatform(builderPlatform ?? '');
  const found = new Map<string, boolean>();
  if (graph === null || own === null) return found;
  const emulated = new Map(
    graph.steps.flatMap(({ id, op, platform }): [string, boolean][] => {
      if (op.kind !== 'exec') return [];
      const written = v.safeParse(Written, platform);
      if (!written.success) return [];
      const { OS: os, Architecture: architecture, Variant: variant } = written.output;
      const isForeign = isEmulated(normalizePlatform({ os, architecture, variant }), own);
      return isForeign === null ? [] : [[id, isForeign]];
    }),
  );
  for (const [digest, step] of Object.entries(stepOf)) {
    const isForeign = emulated.get(step);
    if (isForeign !== undefined) found.set(digest, isForeign);
  }
  return found;
}

/** Whether a builder of platform `own` emulates what runs on `other`; `null`: that depends on its processor, or it is not known. */
export function isEmulatedOn(other: string | null, own: string | null): boolean | null {
  const [runs, builds] = [readPlatform(other ?? ''), readPlatform(own ?? '')];
  return runs === null || builds === null ? null : isEmulated(runs, builds);
}

function isEmulated(runs: Platform, own: Platform): boolean | null {
  if (nativeArchitectures(own.architecture).includes(runs.architecture)) return false;
  if (runs.os !== 'linux' || own.os !== 'linux') return null;
  // Some of arm64's processors run it by themselves.
  return runs.architecture === 'arm' && own.architecture === 'arm64' ? null : true;
}

function readPlatform(text: string): Platform | null {
  try {
    return text === '' ? null : parsePlatform(text);
  } catch {
    return null;
  }
}
