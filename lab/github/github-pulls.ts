import { paginate, type GitHubAnswer } from './github-answer.ts';

/** What a pull request is beyond what the emulator knows: it has branches and commits of its own making only. */
export interface PullState {
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name` of the repository that the branch is in; another than the base's for a fork. */
  readonly headSlug: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly mergeSha: string | null;
}

/** An issue event of a pull request, https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#labeled */
export interface LabelEvent {
  readonly event: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly actor: string;
  readonly createdAt: string;
}

/** Puts into a pull request of the emulator's what was said of it here. */
export function amendPull(pull: unknown, states: ReadonlyMap<number, PullState>): unknown {
  if (!isRecord(pull) || typeof pull['number'] !== 'number') return pull;
  const state = states.get(pull['number']);
  if (state === undefined) return pull;
  return {
    ...pull,
    head: amendSide(pull['head'], state.headSha, state.headRef, state.headSlug),
    base: amendSide(pull['base'], state.baseSha, state.baseRef, null),
    merge_commit_sha: state.mergeSha,
  };
}

/** `slug`: a fork's, whose owner stands in `label` and in `repo`; null for the repository itself. */
function amendSide(side: unknown, sha: string, ref: string, slug: string | null): unknown {
  if (!isRecord(side)) return side;
  const repo = isRecord(side['repo']) ? side['repo'] : {};
  if (slug === null || slug === repo['full_name']) return { ...side, sha, ref };
  const [login = '', name = ''] = slug.split('/');
  return {
    ...side,
    sha,
    ref,
    label: `${login}:${ref}`,
    user: { ...(isRecord(side['user']) ? side['user'] : {}), login },
    repo: { ...repo, full_name: slug, name, fork: true, owner: { login } },
  };
}

/** `GET /pulls` with its filters `state`, `head=owner:branch` and `base`, over amended pull requests. */
export function listPulls(pulls: readonly unknown[], url: URL): GitHubAnswer {
  const wanted = (name: string): string | null => url.searchParams.get(name);
  const state = wanted('state') ?? 'open';
  const kept = pulls.filter((pull) => {
    if (!isRecord(pull) || !isRecord(pull['head']) || !isRecord(pull['base'])) return false;
    if (state !== 'all' && pull['state'] !== state) return false;
    if (wanted('head') !== null && pull['head']['label'] !== wanted('head')) return false;
    return wanted('base') === null || pull['base']['ref'] === wanted('base');
  });
  return paginate(kept, url);
}

/** `GET /issues/N/events` and `/timeline`, as far as labels go. */
export function listEvents(events: readonly LabelEvent[], api: string, url: URL): GitHubAnswer {
  return paginate(
    events.map((one, place) => ({
      id: place + 1,
      url: `${api}/issues/events/${place + 1}`,
      actor: { login: one.actor, type: one.actor.endsWith('[bot]') ? 'Bot' : 'User' },
      event: one.event,
      commit_id: null,
      commit_url: null,
      created_at: one.createdAt,
      label: { name: one.label, color: 'ededed' },
    })),
    url,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
