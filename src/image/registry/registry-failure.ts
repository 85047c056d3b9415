import { assertNever, PlimsollError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { LIMITS } from '../limits.ts';
import { describeAnswer, isHtml } from './describe-answer.ts';
import { CutBody } from './exchange.ts';
import type { Answer, Asker } from './answer.ts';

/** What was asked for, for the message: `ghcr.io/acme/api:main`, and whether it is a push. */
export interface Asked {
  readonly what: string;
  readonly registry: string;
  readonly isPush: boolean;
}

/** Whether a registry says that there is no such thing; a 404 page of some web server does not. */
export function isAbsent(answer: Answer): boolean {
  return answer.status === 404 && !isHtml(answer);
}

/** An answer that is no success, as an error. */
export function explainAnswer(answer: Answer, { what, registry, isPush }: Asked): PlimsollError {
  const said = describeAnswer(answer);
  const { status } = answer;
  if (status === 401 || status === 403) {
    const by = answer.asker === 'redirected' ? `${answer.url.host}, where ${registry} leads to,` : registry;
    return new PlimsollError(
      'REGISTRY_DENIED',
      `${what}: ${by} denied ${isPush ? 'the push' : 'access'}${describeAsker(answer.asker)}: ${said}`,
      { hint: hintDenied(registry, isPush, answer.asker) },
    );
  }
  if (status === 407) {
    return new PlimsollError('REGISTRY_UNREACHABLE', `${what}: the proxy wants a login (407)`, {
      hint: 'Put it into HTTPS_PROXY: http://user:password@proxy.example:3128.',
    });
  }
  if (isHtml(answer) && status < 500) {
    return new PlimsollError(
      'REGISTRY_INVALID',
      `${what}: ${answer.url.host} answers like a web server, not like a registry (${status})`,
      {
        hint: 'Is this the host of a registry?',
      },
    );
  }
  if (status === 404) {
    const hint = isPush ? NO_REPOSITORY : GONE;
    return new PlimsollError('REGISTRY_NOT_FOUND', `${what} is not there: ${said}`, { hint });
  }
  if (status === 429) {
    return new PlimsollError('REGISTRY_RATE_LIMITED', `${what}: ${registry} limits the rate of requests: ${said}`, {
      hint: hintLimited(registry, answer),
    });
  }
  return new PlimsollError('REGISTRY_FAILED', `${what}: ${registry} failed: ${said}`, {
    hint: status >= 500 ? 'Try again later.' : '',
  });
}

/** Whatever stood in the way of an answer, as an error. */
export function explainThrown(thrown: unknown, { what, registry }: Asked): PlimsollError {
  if (thrown instanceof PlimsollError) return thrown;
  const { code, reason } = readThrown(thrown);
  if (thrown instanceof CutBody) {
    return new PlimsollError('REGISTRY_INVALID', `${what}: ${registry} cut its answer short`, { cause: thrown });
  }
  if (code.startsWith('HPE_')) {
    return new PlimsollError('REGISTRY_INVALID', `${what}: ${registry} does not answer in HTTP: ${reason}`, {
      cause: thrown,
    });
  }
  return new PlimsollError('REGISTRY_UNREACHABLE', `${what}: ${registry} cannot be reached: ${reason}`, {
    hint: hintUnreachable(code),
    cause: thrown,
  });
}

const GONE =
  'A job that deletes untagged versions takes away what multi-platform images are made of: build and push again.';

const NO_REPOSITORY =
  'Some registries (ECR, Artifact Registry, Artifactory) make no repository on a push: create it first.';

/** Who was denied, after "denied access". */
export function describeAsker(asker: Asker): string {
  switch (asker) {
    case 'anonymous':
      return ' without a login';
    case 'login':
      return ' with the login that Docker keeps for it';
    case 'redirected':
      return '';
    default:
      return assertNever(asker);
  }
}

/** What to do about a denial. */
export function hintDenied(registry: string, isPush: boolean, asker: Asker): string {
  if (asker === 'redirected') {
    return `${registry} keeps its contents there, and no login is sent with it: does a firewall or a proxy let this host through?`;
  }
  if (registry !== 'ghcr.io') {
    const may = isPush ? 'push' : 'pull';
    const how = `docker login ${registry}, in a workflow docker/login-action`;
    const missing = `the ${isPush ? 'repository' : 'image'} may not exist, too.`;
    return asker === 'login'
      ? `Is its password or token still valid, and may the account ${may}? Log in anew (${how}); ${missing}`
      : `Log in with an account that may ${may} (${how}); ${missing}`;
  }
  return isPush
    ? 'The job needs "packages: write", and the package must belong to this repository: set the label org.opencontainers.image.source, or give the repository access under "Manage Actions access" in the package\'s settings.'
    : 'The job needs "packages: read" (at a terminal: docker login ghcr.io), and the package must exist and give this repository access: see "Manage Actions access" in the package\'s settings.';
}

function hintLimited(registry: string, { headers, asker }: Answer): string {
  const seconds = /^\d{1,6}$/.exec(headers['retry-after'] ?? '')?.[0];
  const wait = seconds === undefined ? 'Wait and run again' : `It asks to wait ${seconds} s: run again then`;
  return asker === 'anonymous' ? `${wait}; a login (docker login ${registry}) may have a higher limit.` : `${wait}.`;
}

function hintUnreachable(code: string): string {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return 'If its certificate is signed by an authority of your own, name that one in NODE_EXTRA_CA_CERTS.';
  }
  if (/EPROTO|ERR_SSL/.test(code)) return 'Does it speak https? Plain http is used for loopback addresses only.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return "Is the host's name right? A proxy is set by HTTPS_PROXY.";
  return 'Is it up, and does a firewall or a proxy (HTTPS_PROXY, NO_PROXY) stand between?';
}

/** Node hides several addresses' errors in one without a message. */
function readThrown(thrown: unknown): { code: string; reason: string } {
  const several = typeof thrown === 'object' && thrown !== null && 'errors' in thrown ? thrown.errors : null;
  const errors: unknown[] = [thrown, ...(Array.isArray(several) ? several.map((error: unknown) => error) : [])];
  const code = errors.map(errorCode).find((known) => known !== '') ?? '';
  const reason = errors.map(messageOf).find((message) => message !== '') ?? '';
  return { code, reason: (reason || code || 'no reason given').slice(0, LIMITS.reasonCharacters) };
}

function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return '';
  return typeof thrown.message === 'string' ? thrown.message : '';
}
