/** What a header block says; numbers go in as octal, unless they are given as the field's bytes. */
export interface Member {
  readonly path: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** `0` file, `5` directory, `2` symlink, `1` hard link, `x` PAX, `L` GNU's long name… */
  readonly flag?: string;
  readonly link?: string;
  /** What the header says, where it is not the content's length. */
  readonly size?: number | Uint8Array;
  readonly uid?: number | Uint8Array;
  readonly mode?: number;
  readonly format?: 'ustar' | 'gnu' | 'v7' | 'star';
  readonly prefix?: string;
  /** Last touch on the block, before its checksum is made. */
  readonly edit?: (block: Buffer) => void;
}

const MAGIC = { ustar: 'ustar\x0000', gnu: 'ustar  \0', v7: '', star: 'ustar\x0000' };

/** A tar archive, made by the book: a header a member, content padded to 512 bytes, two blocks of zeros. */
export function makeTar(members: readonly Member[], { end = true } = {}): Buffer {
  return Buffer.concat([...members.flatMap(makeMember), ...(end ? [Buffer.alloc(1024)] : [])]);
}

/** A PAX header for the next member, or with `g` for all that follow. */
export function makePax(records: Readonly<Record<string, string>>, flag: 'x' | 'g' = 'x'): Member {
  return { path: 'PaxHeaders/x', flag, content: Object.entries(records).map(paxRecord).join('') };
}

/** A number in base 256. */
export function base256(value: bigint, width: number): Buffer {
  const field = Buffer.from(value.toString(16).padStart(width * 2, '0'), 'hex');
  field[0] = (field[0] ?? 0) | 0x80;
  return field;
}

function makeMember(member: Member): Buffer[] {
  const content = Buffer.from(member.content ?? '');
  const format = member.format ?? 'ustar';
  const block = Buffer.alloc(512);
  put(block, 0, Buffer.from(member.path));
  put(block, 100, octal(member.mode ?? 0o644, 8));
  put(block, 108, octal(member.uid ?? 0, 8));
  put(block, 116, octal(0, 8));
  put(block, 124, octal(member.size ?? content.length, 12));
  put(block, 136, octal(0, 12));
  put(block, 156, Buffer.from(member.flag ?? '0'));
  put(block, 157, Buffer.from(member.link ?? ''));
  put(block, 257, Buffer.from(MAGIC[format], 'latin1'));
  put(block, 345, Buffer.from(member.prefix ?? ''));
  if (format === 'star') put(block, 508, Buffer.from('tar\0'));
  block.fill(0x20, 148, 156);
  member.edit?.(block);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(block, 148, Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `));
  return [block, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
}

function put(block: Buffer, at: number, bytes: Uint8Array): void {
  block.set(bytes.subarray(0, 512 - at), at);
}

function octal(value: number | Uint8Array, width: number): Uint8Array {
  return typeof value === 'number' ? Buffer.from(`${value.toString(8).padStart(width - 1, '0')}\0`) : value;
}

function paxRecord([key, value]: [string, string]): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  // The length counts its own digits.
  const digits = [1, 2, 3, 4, 5, 6, 7].find((count) => String(bytes + count).length === count) ?? 0;
  return `${bytes + digits}${rest}`;
}
