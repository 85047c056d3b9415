// JavaScript, since a thread starts with its file as it is, and Node 20 reads no other.
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as zlib from 'node:zlib';

/**
 * The thread of `lay-out-in-thread.ts`: is told a pack, what of it goes where, and into which file; posts how many bytes are
 * in the file then, or why none are.
 */

const { constants } = zlib;
const { blockBytes, contentsBytes, roomBytes } = workerData;
const usual = Buffer.allocUnsafeSlow(contentsBytes + 1);
const room = Buffer.allocUnsafeSlow(roomBytes);
const zeros = Buffer.alloc(blockBytes);
/** Where a piece is full, another is asked for, though nothing is left. */
const SPARE_BYTES = 64;
const UNPACK = {
  none: (packed) => packed,
  brotli: (packed, bytes) =>
    unpack(packed, bytes, constants.BROTLI_OPERATION_FINISH, zlib.BrotliDecompress, zlib.brotliDecompressSync),
  zstd: (packed, bytes) => unpack(packed, bytes, constants.ZSTD_e_end, zlib.ZstdDecompress, zlib.zstdDecompressSync),
};

parentPort.on('message', ({ packed, packing, contentBytes, headers, parts, file }) => {
  try {
    const contents = UNPACK[packing](packed, contentBytes);
    if (contents.length !== contentBytes) throw new Error(`it has ${contents.length} bytes in it`);
    parentPort.postMessage(layOut(contents, headers, parts, file));
  } catch (error) {
    parentPort.postMessage({ failure: error.message, isOfPack: error.syscall === undefined });
  }
});

/** `parts`: of each entry, bytes of its header, and where its content begins and how long it is. */
function layOut(contents, headers, parts, file) {
  let written = 0;
  let filled = 0;
  const put = (bytes, from, length) => {
    for (let at = from; at < from + length;) {
      const piece = Math.min(room.length - filled, from + length - at);
      room.set(bytes.subarray(at, at + piece), filled);
      filled += piece;
      at += piece;
      if (filled === room.length) flush();
    }
  };
  const flush = () => {
    for (let at = 0; at < filled;) {
      const length = writeSync(file, room, at, filled - at, written);
      at += length;
      written += length;
    }
    filled = 0;
  };
  let header = 0;
  for (let at = 0; at < parts.length; at += 3) {
    put(headers, header, parts[at]);
    put(contents, parts[at + 1], parts[at + 2]);
    put(zeros, 0, (blockBytes - (parts[at + 2] % blockBytes)) % blockBytes);
    header += parts[at];
  }
  flush();
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
