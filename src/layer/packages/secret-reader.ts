import { anyOf } from './any-of.ts';
import { SECRET } from './text-marks.ts';
import type { PackageReader } from './package-reader.ts';

/** A larger file is no key and no list of logins. */
const MOST_BYTES = 64 * 1024 - 1;
const LEAST_BYTES = 24;

const BEGINNING = Buffer.from('-----BEGIN ');
const PRIVATE_KEY = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----\r?\n[\w+/=:, \r\n-]{40}/;

type Kind = 'private key' | 'token';

/** Names of files, and what stands in them where they hold a secret and not the name of a variable that has it. */
const NAMED: readonly (readonly [path: RegExp, kind: Kind, content: RegExp])[] = [
  [/\.(?:pem|key)$/, 'private key', PRIVATE_KEY],
  [/\.json$/, 'private key', /^\s*\{[^]*"type"\s*:\s*"service_account"[^]*"private_key"\s*:\s*"-----BEGIN /],
  [/\/\.npmrc$/, 'token', /^[^#;\n]*:_(?:authToken|password)\s*=\s*"?[^\s"$]{8}/m],
  [/\/\.git-credentials$/, 'token', /^https?:\/\/[^\s:/@]*:[^\s@/]{4,}@/m],
  [/\/\.netrc$/, 'token', /\bpassword\s+[^\s$]{4}/],
  [/\/\.docker\/config\.json$/, 'token', /"(?:auth|identitytoken)"\s*:\s*"[^"]{4}/],
  [/\/\.aws\/credentials$/, 'token', /^\s*aws_secret_access_key\s*=\s*[\w/+]{40}\s*$/m],
  [/\/\.pypirc$/, 'token', /^\s*password\s*[:=]\s*[^\s$%]{8}/m],
];

const ANY = anyOf(NAMED.map(([path]) => path));

/** Who looks into a small file for a private key or a token; `null`: nobody. What it keeps is the kind, and nothing of the content. */
export function openSecretReader({
  path,
  size,
}: {
  readonly path: string;
  readonly size: number;
}): PackageReader | null {
  if (size < LEAST_BYTES || size > MOST_BYTES) return null;
  return new SecretReader(ANY.test(path) ? NAMED.filter(([named]) => named.test(path)) : []);
}

class SecretReader implements PackageReader {
  readonly #named: typeof NAMED;
  readonly #parts: Buffer[] = [];
  #bytes = 0;
  #isOther = false;

  constructor(named: typeof NAMED) {
    this.#named = named;
  }

  write(bytes: Uint8Array): void {
    if (this.#isOther) return;
    // Most files are nothing of it, as their first bytes say.
    if (this.#bytes === 0 && this.#named.length === 0 && bytes[0] !== BEGINNING[0]) {
      this.#isOther = true;
      return;
    }
    this.#parts.push(Buffer.from(bytes));
    this.#bytes += bytes.length;
  }

  end(): string | null {
    if (this.#isOther) return null;
    const text = Buffer.concat(this.#parts).toString('latin1');
    if (text.startsWith(BEGINNING.toString()) && PRIVATE_KEY.test(text)) return `${SECRET}private key`;
    const found = this.#named.find(([, , content]) => content.test(text));
    return found === undefined ? null : `${SECRET}${found[1]}`;
  }
}
