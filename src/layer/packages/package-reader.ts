import { isJavaArchive, JavaArchive } from './java-archive.ts';
import { reducePackageData, reduceSystemData } from './package-data.ts';
import { LEAST_PROGRAM_BYTES, ProgramReader } from './program-reader.ts';
import { isRpmDatabase, RpmDatabase } from './rpm-database.ts';
import { openSecretReader } from './secret-reader.ts';
import type { PassingFile } from '../layer-parser.ts';

/** Takes a file as it passes by, and keeps of it what tells of packages. */
export interface PackageReader {
  /** The bytes are valid during the call only. */
  write(bytes: Uint8Array): void;
  /** After the last byte: a small text that depends on the content alone; `null` where it tells of none. */
  end(): string | null;
}

/** Who reads a file of a layer for what it tells of packages; `null`: nobody. */
export function openPackageReader(file: PassingFile): PackageReader | null {
  const reduce = file.size > MOST_DATA_BYTES ? null : reducePackageData(file.path);
  if (reduce !== null) return new WholeText(reduce);
  if (isJavaArchive(file.path)) return new JavaArchive(file.size);
  if (isRpmDatabase(file)) return new RpmDatabase(file.size);
  return file.size < LEAST_PROGRAM_BYTES ? openSecretReader(file) : new ProgramReader(file.size);
}

/** Who reads a file for what it tells of the system around the packages; `null`: nobody. */
export function openSystemReader(file: PassingFile): PackageReader | null {
  const reduce = file.size > MOST_DATA_BYTES ? null : reduceSystemData(file.path);
  return reduce === null ? null : new WholeText(reduce);
}

/** Of a file that is read as a whole; a larger one is taken for something else. */
const MOST_DATA_BYTES = 16 * 1024 * 1024;

class WholeText implements PackageReader {
  readonly #reduce: (text: string) => string | null;
  readonly #parts: Uint8Array[] = [];

  constructor(reduce: (text: string) => string | null) {
    this.#reduce = reduce;
  }

  write(bytes: Uint8Array): void {
    this.#parts.push(Uint8Array.from(bytes));
  }

  end(): string | null {
    return this.#reduce(Buffer.concat(this.#parts).toString('utf8'));
  }
}
