import { open } from 'node:fs/promises';
import { PlimsollError, wrapError } from './errors.ts';

/** Text of a file or a pipe. Throws `LIMIT_EXCEEDED` and `FILE_UNREADABLE`, naming `what` it is. */
export async function readBoundedFile(path: string, mostBytes: number, what: string): Promise<string> {
  try {
    const handle = await open(path);
    // A pipe has no size beforehand.
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of handle.createReadStream()) {
      if (!Buffer.isBuffer(part)) continue;
      parts.push(part);
      bytes += part.length;
      if (bytes > mostBytes) throw new PlimsollError('LIMIT_EXCEEDED', `${what} has more than ${mostBytes} bytes`);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', what, error);
  }
}
