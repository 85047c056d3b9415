// JavaScript, since a thread starts with its file as it is, and Node 20 reads no other.
import { writevSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as zlib from 'node:zlib';

/**
 * The thread of `lay-out-in-thread.ts`: is told a pack, what of it goes where, and into which file; posts how many bytes are
 * in the file then, or why none are.
 */

const { constants } = zlib;
const { blockBytes, contentsBytes } = workerData;
const usual = Buffer.allocUnsafeSlow(contentsBytes + 1);
const zeros = Buffer.alloc(blockBytes);
/** Of a write: the system takes 1024 pieces and 2 GiB at once, and an entry, of up to 512 MiB, has three. */
const MOST = { pieces: 1020, bytes: 64 * 1024 * 1024 };
/** Where a piece is full, another is asked for, though nothing is left. */
const SPARE_BYTES = 64;
const UNPACK = {
  none: (packed) => packed,
  brotli: (packed, bytes) =>
    unpack(packed, bytes, constants.BROTLI_OPERATION_FINISH, zlib.BrotliDecompress, zlib.brotliDecompressSync),
  zstd: (packed, bytes) => unpack(packed, bytes, constants.ZSTD_e_end, zlib.ZstdDecompress, zlib.zstdDecompressSync),
};

parentPort.on('message', ({ packed, packing, contentBytes, headers, parts, file }) => {
  let isOfPack = true;
  try {
    const contents = UNPACK[packing](packed, contentBytes);
    if (contents.length !== contentBytes) throw new Error(`it has ${contents.length} bytes in it`);
    isOfPack = false;
    parentPort.postMessage(layOut(contents, headers, parts, file));
  } catch (error) {
    parentPort.postMessage({ failure: error.message, isOfPack });
  }
});

/** `parts`: of each entry, bytes of its header, and where its content begins and how long it is. */
function layOut(contents, headers, parts, file) {
  let written = 0;
  let header = 0;
  for (let at = 0; at < parts.length;) {
    const pieces = [];
    let bytes = 0;
    for (; at < parts.length && pieces.length < MOST.pieces && bytes < MOST.bytes; at += 3) {
      const [headerBytes, offset, size] = [parts[at], parts[at + 1], parts[at + 2]];
      const padding = (blockBytes - (size % blockBytes)) % blockBytes;
      pieces.push(headers.subarray(header, header + headerBytes), contents.subarray(offset, offset + size));
      if (padding > 0) pieces.push(zeros.subarray(0, padding));
      header += headerBytes;
      bytes += headerBytes + size + padding;
    }
    if (writevSync(file, pieces, written) < bytes) throw new Error('the disk is full');
    written += bytes;
  }
  return written;
}

/** By `Engine`, into memory that is used again; where its fields, which are nobody's promise, are not there, by `inNew`. */
function unpack(packed, bytes, end, Engine, inNew) {
  const engine = new Engine();
  const { _handle: handle, _writeState: left } = engine;
  if (typeof handle?.writeSync !== 'function' || !ArrayBuffer.isView(left)) {
    return inNew(packed, { maxOutputLength: Math.max(1, bytes), chunkSize: bytes + SPARE_BYTES });
  }
  // With room for one that is too many.
  const contents = bytes < usual.length ? usual.subarray(0, bytes + 1) : Buffer.allocUnsafeSlow(bytes + 1);
  let failure = null;
  handle.onerror = (message) => {
    failure = message;
  };
  handle.writeSync(end, packed, 0, packed.length, contents, 0, contents.length);
  engine.close();
  if (failure !== null) throw new Error(failure);
  return contents.subarray(0, contents.length - left[0]);
}
