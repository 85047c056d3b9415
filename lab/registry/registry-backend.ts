/** A registry as its front sees it: the process of Debian's package, or a container where Docker is. */
export interface RegistryBackend {
  readonly address: { readonly socketPath: string } | { readonly host: string; readonly port: number };
  readonly stop: () => Promise<void>;
}

export interface RegistryBackendOptions {
  readonly password?: { readonly username: string; readonly password: string } | undefined;
  readonly log: (line: string) => void;
}
