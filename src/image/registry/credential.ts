/** What a registry knows a user by. */
export type Credential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** Of OAuth 2: traded for bearer tokens (Azure's registry, `docker login` with a browser). */
  | { readonly kind: 'identity-token'; readonly token: string };

/** The value of an `Authorization` header, or `null` where it takes a token service. */
export function formatBasic(credential: Credential): string | null {
  if (credential.kind !== 'password') return null;
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
}
