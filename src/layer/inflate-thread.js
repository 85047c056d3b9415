// JavaScript, since a thread starts with its file as it is, and Node 20 reads no other.
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { constants, createGunzip, createInflateRaw } from 'node:zlib';

/**
 * The thread of `inflate-in-thread.ts`, which says what the two share: takes pieces of gzip past its first header, and posts
 * for each piece that it inflated how many bytes it has; at the end the digest of all, or why there is none.
 */

const { PLACES, ROOM } = workerData;
const counters = new Int32Array(workerData.counters);
const input = divide(workerData.input, workerData.slots);
const output = divide(workerData.output, workerData.slots);
const tar = createHash(workerData.algorithm);
const TRAILER_BYTES = 8;
const MAGIC = [0x1f, 0x8b];
const NOTHING = new Uint8Array();

let asked = 0;
let made = 0;
let filled = 0;
let isAtEnd = false;

try {
  const trailer = readEnough(inflate(createInflateRaw(), NOTHING), TRAILER_BYTES + MAGIC.length);
  const next = trailer.subarray(TRAILER_BYTES);
  // Node's own reading of many members is much the faster: eStargz has one a file.
  if (MAGIC.every((byte, place) => next[place] === byte)) inflate(createGunzip(), next);
  if (filled > 0) post();
  parentPort.postMessage({ digest: tar.digest('hex') });
} catch (error) {
  parentPort.postMessage({ failure: error.message });
}

/** Inflates `bytes` and what follows, to the end of what `engine` reads or of all; gives what it did not use. */
function inflate({ _handle: handle, _writeState: left }, bytes) {
  let failure = null;
  handle.onerror = (message) => {
    failure = message;
  };
  for (let unused = bytes; ;) {
    const slot = output[made % output.length];
    waitUntil(PLACES.taken, (taken) => made - taken < output.length);
    handle.writeSync(constants.Z_NO_FLUSH, unused, 0, unused.length, slot, filled, slot.length - filled);
    if (failure !== null) throw new Error(failure);
    const [room, unusedBytes] = left;
    filled = slot.length - room;
    unused = unused.subarray(unused.length - unusedBytes);
    if (room === 0) post();
    else if (unused.length > 0) return unused;
    else {
      unused = nextPiece();
      if (unused.length === 0) return unused;
    }
  }
}

/** Fewer where the end comes before. */
function readEnough(bytes, count) {
  let enough = bytes;
  while (enough.length < count) {
    const kept = Uint8Array.from(enough);
    const piece = nextPiece();
    if (piece.length === 0) return kept;
    enough = Buffer.concat([kept, piece]);
  }
  return enough;
}

/** Is overwritten when the one after it is asked for; an empty one is the end. */
function nextPiece() {
  if (isAtEnd) return NOTHING;
  Atomics.store(counters, PLACES.used, asked);
  if (Atomics.exchange(counters, PLACES.isWaiting, 0) === 1) parentPort.postMessage(ROOM);
  waitUntil(PLACES.fed, (fed) => fed > asked);
  const place = asked % input.length;
  asked += 1;
  isAtEnd = counters[PLACES.lengths + place] === 0;
  return input[place].subarray(0, counters[PLACES.lengths + place]);
}

function post() {
  tar.update(output[made % output.length].subarray(0, filled));
  made += 1;
  parentPort.postMessage(filled);
  filled = 0;
}

function waitUntil(place, isEnough) {
  for (let value = Atomics.load(counters, place); !isEnough(value); value = Atomics.load(counters, place)) {
    Atomics.wait(counters, place, value);
  }
}

function divide(shared, count) {
  const bytes = shared.byteLength / count;
  return Array.from({ length: count }, (_, place) => Buffer.from(shared, place * bytes, bytes));
}
