/** Ours, the runner's and GitHub's. */
const OURS = /^(?:INPUT_|PLIMSOLL_|ACTIONS_)/i;
const SECRET = /TOKEN|PASSWORD|SECRET/i;
/** What remote builders and credential helpers of clouds log in with. */
const OF_CLOUDS = /^(?:AWS|AZURE|GOOGLE|CLOUDSDK)_/;

/** The environment for a child that needs no token: without ours, and without what calls itself a secret. */
export function withoutSecrets(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || OURS.test(name)) return [];
      return SECRET.test(name) && !OF_CLOUDS.test(name) ? [] : [[name, value]];
    }),
  );
}
