const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/** How much of a layer is taken in. Far above what honest layers need; beyond it stands `LIMIT_EXCEEDED`. */
export const LAYER_LIMITS = {
  /** Of a layer's tar stream. */
  diskBytes: 64 * GIB,
  /** From where on the ratio is looked at: gzip makes a thousandth of zeros, and so may an honest file of zeros. */
  ratioFromBytes: GIB,
  /** Of a tar stream to its blob. */
  ratio: 2000,
  /** Of one layer. */
  entries: 1_000_000,
  /** Of one layer's paths, links and extended attributes in sum: a header may give each entry a megabyte. */
  textCharacters: 128 * MIB,
  /** Layers that are read side by side: each costs a connection and its buffers. */
  parallelLayers: 4,
  /** Of an image's merged files, directories that no archive names included. */
  mergedFiles: 2_000_000,
  /** Linux takes 4,096. */
  pathCharacters: 4096,
  /** Zeros that the sparse files of a layer stand for: they are not in it, and hashed all the same. Builders write none. */
  sparseBytes: 256 * MIB,
  /** Of zstd, held in memory: what its program uses up to level 20, and the builders' library at its best. */
  windowBytes: 32 * MIB,
  /** Each begins anew. Where a layer can be read in parts, each file has one, and each 64 KiB of a large one. */
  zstdFrames: 2_000_000,
  /** Of what is kept of a layer's files to know its packages by: lists of files make most of it. */
  packageCharacters: 64 * MIB,
  /** Of rpm's database, held in memory until its end: 15 to 30 MB in images of many packages. A larger one is not read. */
  rpmDatabaseBytes: 64 * MIB,
  /** Of reading one layer, from the first byte to the last. */
  layerMs: 30 * 60_000,
} as const;
