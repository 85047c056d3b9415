import { ElfSymbols } from './elf-symbols.ts';
import { GoBuildInfo, LEAST_GO_BYTES } from './go-build-info.ts';
import { PROGRAM } from './text-marks.ts';
import type { PackageReader } from './package-reader.ts';

/** A smaller one has nothing that it is worth to strip. */
export const LEAST_PROGRAM_BYTES = 64 * 1024;

/** A program or library: what Go's linker wrote into it, then a line `strip`, a tab and the bytes that `strip` would take away. */
export class ProgramReader implements PackageReader {
  readonly #go: GoBuildInfo | null;
  readonly #symbols: ElfSymbols;

  constructor(size: number) {
    this.#go = size < LEAST_GO_BYTES ? null : new GoBuildInfo();
    this.#symbols = new ElfSymbols(size);
  }

  write(bytes: Uint8Array): void {
    if (this.#symbols.isOther) return;
    this.#go?.write(bytes);
    this.#symbols.write(bytes);
  }

  end(): string | null {
    const text = this.#go?.end() ?? null;
    const bytes = this.#symbols.end() ?? 0;
    return bytes === 0 ? text : `${text ?? PROGRAM}\nstrip\t${bytes}`;
  }
}
