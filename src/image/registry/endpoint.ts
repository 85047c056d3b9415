import { PlimsollError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { networkOfHost } from './network.ts';

/**
 * Where a registry of a reference answers, in the order to try: https; on loopback http before it. A host that the user
 * lists as plain is asked over http where it has no https.
 */
export function registryOrigins(registry: string, plainHttp: readonly string[]): readonly URL[] {
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  if (!URL.canParse(`https://${host}/`)) {
    throw new PlimsollError('INPUT_INVALID', `${JSON.stringify(registry.slice(0, 160))} is not a registry's host`);
  }
  const [secure, plain] = [new URL(`https://${host}/`), new URL(`http://${host}/`)];
  if (networkOfHost(secure.hostname) === 'loopback') return [plain, secure];
  return plainHttp.includes(registry) ? [secure, plain] : [secure];
}

/** Whether an error says that the other side does not speak this protocol. */
export function isOtherProtocol(thrown: unknown): boolean {
  const code = errorCode(thrown);
  return code === 'ECONNRESET' || code === 'ECONNREFUSED' || code === 'EPROTO' || /^(?:HPE_|ERR_SSL_)/.test(code);
}
