const MIB = 1024 * 1024;

/** How much of cache mounts is carried. What goes beyond is left where it is, and a note says so. */
export const MOUNT_LIMITS = {
  /** Of all mounts of a set together, unpacked. */
  bytes: 4096 * MIB,
  /** Files, folders and links of all mounts together. */
  entries: 300_000,
  mounts: 32,
  /** Of what a builder's container tells of its files. */
  listBytes: 128 * MIB,
  /** A file is held in memory, to be hashed and packed. */
  fileBytes: 512 * MIB,
  /** Of a pack, unpacked; a larger file is one by itself. */
  packBytes: 32 * MIB,
  packs: 256,
  /** From that many on, the smallest are packed anew into one. */
  packsToMerge: 32,
  /** Packed and unpacked size of the table of contents. */
  tableBytes: 32 * MIB,
  tableTextBytes: 64 * MIB,
  pathBytes: 4096,
  /** Packs that are packed and sent side by side. */
  parallelPacks: 4,
  /** Packs that are fetched and unpacked while a new builder is asked where its mounts are. */
  packsAhead: 4,
  /** Programs that unpack files in the builder side by side. */
  parallelWriters: 2,
  /** Of all of restoring, and of all of saving. */
  totalMs: 10 * 60_000,
  /** Of what is asked of the builder at once: the helper's build, and looking for its marks. */
  askMs: 120_000,
} as const;
