/**
 * Has an engine of node:zlib inflate into the same few buffers of `chunkBytes`, where it takes a new one for each piece: that
 * costs more than the inflating. The answer is told of each piece that is done with, in order. It stands in for a field
 * of Node's own that is nobody's promise; where that is called otherwise, all is as it was.
 */
export function reuseBuffers(engine: object, chunkBytes: number): (done: Uint8Array) => void {
  const free: Buffer[] = [];
  let current: unknown = Reflect.get(engine, '_outBuffer');
  Object.defineProperty(engine, '_outBuffer', {
    configurable: true,
    get: () => current,
    set: (fresh: unknown) => {
      current = free.pop() ?? fresh;
    },
  });
  return ({ buffer, byteOffset, length }) => {
    // The engine goes on to another buffer after the last piece of one.
    if (byteOffset + length !== chunkBytes || buffer.byteLength !== chunkBytes) return;
    if (!(buffer instanceof ArrayBuffer) || (current instanceof Buffer && current.buffer === buffer)) return;
    free.push(Buffer.from(buffer));
  };
}
