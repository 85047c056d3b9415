/** What stands around the modules (Go's `modload`). */
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');

/** Go's build info as it lies in a program from Go 1.18 on (`debug/buildinfo`). */
export function makeBuildInfo(go: string, lines: readonly string[]): Buffer {
  const modules = Buffer.concat([START, Buffer.from(`${lines.join('\n')}\n`), END]);
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:', 'latin1');
  header[15] = 2;
  return Buffer.concat([header, withLength(Buffer.from(go)), withLength(modules)]);
}

function withLength(bytes: Buffer): Buffer {
  const varint: number[] = [];
  let size = bytes.length;
  for (; size >= 0x80; size = Math.floor(size / 0x80)) varint.push((size % 0x80) | 0x80);
  return Buffer.concat([Buffer.from([...varint, size]), bytes]);
}

/** A program with something at an offset. */
export function makeProgram(size: number, ...parts: readonly { offset: number; bytes: Buffer }[]): Buffer {
  const program = Buffer.alloc(size, 0x90);
  program.write('\x7fELF', 'latin1');
  for (const { offset, bytes } of parts) bytes.copy(program, offset);
  return program;
}
