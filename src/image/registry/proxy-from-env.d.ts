/** The package has no types of its own. */
declare module 'proxy-from-env' {
  /** `''` where no proxy applies. Reads the process's environment. */
  export function getProxyForUrl(url: string): string;
}
