/** An answer of GitHub's REST API. */
export interface GitHubAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of a list, with the links to the others (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). */
export function paginate(items: readonly unknown[], url: URL): GitHubAnswer {
  const perPage = Math.min(MAX_PER_PAGE, readNumber(url, 'per_page') ?? DEFAULT_PER_PAGE);
  const page = readNumber(url, 'page') ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    body: items.slice((page - 1) * perPage, page * perPage),
  };
}

function readNumber(url: URL, name: string): number | null {
  const value = Number(url.searchParams.get(name));
  return Number.isInteger(value) && value > 0 ? value : null;
}
