/** Where a base image lies in a lab registry: `golang:1.26` -> `library/golang`, `gcr.io/distroless/x` -> `distroless/x`. */
export function basePlace(name: string): { readonly repository: string; readonly tag: string } {
  const [path = '', tag = ''] = name.replace(/^gcr\.io\//, '').split(':');
  return { repository: path.includes('/') ? path : `library/${path}`, tag };
}
