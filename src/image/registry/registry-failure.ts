import * as v from 'valibot';
import { PlimsollError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { LIMITS } from '../limits.ts';
import { CutBody } from './exchange.ts';
import type { Answer } from './answer.ts';

const ErrorsSchema = v.object({
  errors: v.array(v.object({ code: v.nullish(v.string(), ''), message: v.nullish(v.string(), '') })),
});

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
    return new PlimsollError(
      'REGISTRY_DENIED',
      `${what}: ${registry} denied ${isPush ? 'the push' : 'access'}: ${said}`,
      {
        hint: hintDenied(registry, isPush),
      },
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
      hint: `Wait and run again; a login (docker login ${registry}) has a higher limit.`,
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

/** Status and the registry's own words, bounded. Untrusted text. */
export function describeAnswer({ status, bytes }: Answer): string {
  let value: unknown = null;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Its words are then left out: a web page says nothing here.
  }
  const parsed = v.safeParse(ErrorsSchema, value);
  const said = parsed.success ? parsed.output.errors.slice(0, 3).map(({ code, message }) => `${code}: ${message}`) : [];
  return [status, ...said].join(', ').slice(0, LIMITS.reasonCharacters);
}

function isHtml({ headers, bytes }: Answer): boolean {
  if (headers['docker-distribution-api-version'] !== undefined) return false;
  return (
    /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString())
  );
}

const GONE =
  'A job that deletes untagged versions takes away what multi-platform images are made of: build and push again.';

const NO_REPOSITORY =
  'Some registries (ECR, Artifact Registry, Artifactory) make no repository on a push: create it first.';

/** What to do about a denial. */
export function hintDenied(registry: string, isPush: boolean): string {
  if (registry !== 'ghcr.io') {
    return `Log in with an account that may ${isPush ? 'push' : 'pull'} (docker login ${registry}); the image may not exist, too.`;
  }
  return isPush
    ? 'The job needs "packages: write", and the package must belong to this repository: set the label org.opencontainers.image.source, or give the repository access under "Manage Actions access" in the package\'s settings.'
    : 'The job needs "packages: read" (at a terminal: docker login ghcr.io), and the package must exist and give this repository access: see "Manage Actions access" in the package\'s settings.';
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
