/**
 * The address of the next page by a `Link` header (RFC 8288), on the origin of the page that has it; `null`: there is
 * none, or it leads elsewhere.
 */
export function nextPage(link: string | string[] | undefined, page: URL): URL | null {
  for (const text of [link ?? []].flat()) {
    for (const [, target = '', parameters = ''] of text.matchAll(/<([^<>]*)>([^<>]*)/g)) {
      if (!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(parameters) || !URL.canParse(target, page.href))
        continue;
      const url = new URL(target, page);
      if (url.origin === page.origin && url.href !== page.href) return url;
    }
  }
  return null;
}
