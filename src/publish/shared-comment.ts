import { PlimsollError } from '../errors.ts';
import type { GitHubApi, IssueComment } from '../github/api.ts';
import type { Clock } from '../github/clock.ts';
import { renderCommentBody } from '../report/comment/comment-body.ts';
import type { CommentSection } from '../report/comment/comment-section.ts';
import { mergeSection } from '../report/comment/merge-section.ts';
import { parseCommentBody } from '../report/comment/parse-comment-body.ts';

export type CommentApi = Pick<
  GitHubApi,
  'listComments' | 'getComment' | 'createComment' | 'updateComment' | 'deleteComment' | 'getLogin'
>;

export type SharedOutcome =
  | { kind: 'created' | 'updated' | 'unchanged'; url: string }
  /** A newer run, or one for the head as it is now, wrote its section already: it stays. */
  | { kind: 'superseded'; url: string };

export interface SharedCommentOptions {
  pullRequest: number;
  /** Of one name each. */
  sections: readonly CommentSection[];
  /** Head of the pull request as it is now. */
  headSha: string | null;
  summaryUrl: string | null;
}

/** Of reading, writing and looking again. Six jobs that write at once need about as many. */
const MOST_ROUNDS = 20;

/**
 * Longer than the time between another writer's reading and its writing: only after it is what was written known to stay.
 * Half of it at most is added by chance, so that writers do not go on in step.
 */
const SETTLE_MS = 1500;

/** Creations that may have failed: a comment that GitHub made while it answered with an error is found by the next look. */
const MOST_FAILED_CREATIONS = 2;

/**
 * One comment that several jobs write at once. GitHub has no compare-and-swap (facts/github.md), so each writer goes on
 * until a look after a while shows the comment as the writer left it, with every section that it has seen so far; each
 * guards what the others wrote, not only its own. Of several comments of ours the oldest is kept.
 */
export class SharedComment {
  readonly #api: CommentApi;
  readonly #options: SharedCommentOptions;
  readonly #clock: Clock;
  /** The login that comments of ours have; asked for where it matters. */
  #author: string | null = null;
  /** Every section that was read, the newest of each name. */
  #seen: CommentSection[] = [];
  #written: IssueComment | null = null;
  #outcome: 'created' | 'updated' | 'unchanged' = 'unchanged';
  #failedCreations = 0;

  constructor(api: CommentApi, options: SharedCommentOptions, clock: Clock) {
    this.#api = api;
    this.#options = options;
    this.#clock = clock;
  }

  /** `null`: there is no comment, and none is to be started. Throws what the API throws. */
  async put(mayStart: boolean): Promise<SharedOutcome | null> {
    let last: string | null = null;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const [kept, ...others] = await this.#findOurs();
      if (kept === undefined && !mayStart) return null;
      if (kept === undefined) {
        last = await this.#create();
      } else if (this.#written === null && this.#isSuperseded()) {
        return { kind: 'superseded', url: kept.url };
      } else if (this.#isToBeWritten(kept)) {
        last = await this.#update(kept.id);
      } else {
        for (const { id } of others) await this.#remove(id);
        if (this.#written === null || kept.body === last) {
          return { kind: this.#isSuperseded() ? 'superseded' : this.#outcome, url: kept.url };
        }
        last = kept.body;
      }
      await this.#clock.sleep(SETTLE_MS * (1 + this.#clock.random() / 2));
    }
    throw new PlimsollError(
      'GITHUB_FAILED',
      `the comment on pull request ${this.#options.pullRequest} is written over and over by other jobs`,
      { hint: 'Set the input "comment" to "never" in some of the jobs; their reports are in their summaries.' },
    );
  }

  /** Comments of ours, the oldest first; their sections are seen then. */
  async #findOurs(): Promise<IssueComment[]> {
    const listed = await this.#api.listComments(this.#options.pullRequest);
    const marked = listed.filter(({ body }) => parseCommentBody(body) !== null);
    // Anyone may write our marker.
    if (marked.length > 0) this.#author ??= (await this.#api.getLogin()) ?? 'github-actions[bot]';
    const ours = marked.filter(({ author }) => author === this.#author);
    const mine = this.#written;
    if (mine !== null && !ours.some(({ id }) => id === mine.id)) {
      // A list may be behind what was just written.
      const late = await this.#api.getComment(mine.id);
      if (late !== null) ours.push(late);
    }
    ours.sort((a, b) => a.id - b.id);
    for (const { body } of ours) this.#see(body);
    return ours;
  }

  #see(body: string): void {
    for (const section of parseCommentBody(body) ?? []) this.#seen = mergeSection(this.#seen, section);
  }

  #isSuperseded(): boolean {
    return this.#options.sections.every((section) => this.#isOvertaken(section));
  }

  #isOvertaken(section: CommentSection): boolean {
    const { headSha } = this.#options;
    const present = this.#seen.find(({ data }) => data.name === section.data.name);
    if (present === undefined) return false;
    const isOfHead = headSha !== null && present.data.headSha === headSha && section.data.headSha !== headSha;
    return isOfHead || isOlder(section, present);
  }

  #render(): string {
    const { sections, headSha, summaryUrl } = this.#options;
    const merged = sections.filter((section) => !this.#isOvertaken(section)).reduce(mergeSection, this.#seen);
    return renderCommentBody(merged, { headSha, summaryUrl });
  }

  /** Before the first writing, any difference counts; after it, other writers' words for the same sections are as good. */
  #isToBeWritten(kept: IssueComment): boolean {
    const body = this.#render();
    if (this.#written === null) return kept.body !== body;
    const present = parseCommentBody(kept.body) ?? [];
    // What did not fit is not in the body either, and is not missed.
    return (parseCommentBody(body) ?? []).some((wanted) => {
      const found = present.find(({ data }) => data.name === wanted.data.name);
      return found === undefined || isOlder(found, wanted);
    });
  }

  async #create(): Promise<string | null> {
    try {
      this.#written = await this.#api.createComment(this.#options.pullRequest, this.#render());
    } catch (error) {
      this.#failedCreations += 1;
      const isPassing = error instanceof PlimsollError && error.code === 'GITHUB_FAILED';
      if (!isPassing || this.#failedCreations === MOST_FAILED_CREATIONS) throw error;
      return null;
    }
    this.#author = this.#written.author;
    this.#outcome = 'created';
    return this.#written.body;
  }

  /** The comment is read once more right before: a list of many pages is old when its last page comes. `null`: it is gone. */
  async #update(id: number): Promise<string | null> {
    const fresh = await this.#api.getComment(id);
    if (fresh === null) return null;
    this.#see(fresh.body);
    const updated = await this.#api.updateComment(id, this.#render());
    if (updated === null) return null;
    this.#written = updated;
    if (this.#outcome === 'unchanged') this.#outcome = 'updated';
    return updated.body;
  }

  /** One comment too many does no harm: whoever may not delete leaves it. */
  async #remove(id: number): Promise<void> {
    try {
      await this.#api.deleteComment(id);
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
    }
  }
}

/** Of one name: whether the second comes from a later run. */
function isOlder(section: CommentSection, other: CommentSection): boolean {
  return !mergeSection([other], section).includes(section);
}
