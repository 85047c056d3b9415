import { findCredential } from '../image/registry/docker-config.ts';
import { hintDenied } from '../image/registry/registry-failure.ts';
import { parseReference } from '../image/reference.ts';
import { printAnnotations } from '../publish/print-annotations.ts';
import type { Plan } from '../plan/plan.ts';
import type { Environment } from './environment.ts';

/** How BuildKit begins what it says where all was built and the registry did not take it. */
const PUSH = /^failed to push \S+: /;

/** In the words of containerd's resolver, and of the registries that it quotes. */
const DENIED = /\bdenied\b|insufficient_scope|authorization failed|unauthorized|\b(?:401|403)\b/i;
const UNKNOWN_AUTHORITY = /\bx509: /;

/**
 * Says what to do where a build went through and its push was refused: the build step shows the error alone. `error` is
 * the build's own, untrusted text; any other is left to the build step.
 */
export async function reportRefusedPush(
  { name, image }: Pick<Plan, 'name' | 'image'>,
  error: string,
  environment: Environment,
): Promise<void> {
  if (!PUSH.test(error)) return;
  const hint = await explain(parseReference(image).registry, error, environment);
  if (hint === null) return;
  const message = `${name}: it was built and not pushed: ${error}\n${hint}`;
  printAnnotations([{ level: 'error', message }]);
}

async function explain(registry: string, error: string, environment: Environment): Promise<string | null> {
  if (UNKNOWN_AUTHORITY.test(error)) {
    return `The builder does not know the authority that signed the certificate: set "buildkitd-config-inline" to [registry."${registry}"] with ca=["/path/of/ca.pem"], and NODE_EXTRA_CA_CERTS for the steps of Plimsoll.`;
  }
  if (!DENIED.test(error.replace(PUSH, ''))) return null;
  return hintDenied(registry, true, (await hasLogin(registry, environment)) ? 'login' : 'anonymous');
}

/** A login that cannot be read is one, too: it is what is to be looked at. */
async function hasLogin(registry: string, environment: Environment): Promise<boolean> {
  try {
    return (await findCredential(registry, environment)) !== null;
  } catch {
    return true;
  }
}
