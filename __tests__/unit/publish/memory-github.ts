import type { GitHubApi, IssueComment } from '../../../src/github/api.ts';
import { PlimsollError } from '../../../src/errors.ts';

/** How long a request takes, one way. */
export type Wait = () => Promise<void>;

type Method = 'listComments' | 'getComment' | 'createComment' | 'updateComment' | 'deleteComment' | 'getLogin';

/** One pull request's comments, as GitHub keeps them; each client writes under its own login. */
export class MemoryGitHub {
  comments: IssueComment[] = [];
  headSha = 'a'.repeat(40);
  /** What was written, in order. */
  readonly writes: string[] = [];
  #nextId = 1;

  add(author: string, body: string): IssueComment {
    const id = this.#nextId;
    this.#nextId += 1;
    const comment = { id, author, body, url: `https://github.com/acme/api/pull/7#issuecomment-${id}` };
    this.comments.push(comment);
    return comment;
  }

  /** `before` runs when a request arrives: it plays the others, or throws as a refusal. */
  client(
    options: {
      author?: string;
      login?: string | null;
      wait?: Wait;
      before?: (method: Method) => void;
    } = {},
  ): Pick<GitHubApi, Method | 'getPullRequest'> {
    const { author = 'github-actions[bot]', login = null } = options;
    const serve = async <Result>(method: Method, work: () => Result): Promise<Result> => {
      await options.wait?.();
      options.before?.(method);
      const result = work();
      await options.wait?.();
      return result;
    };
    return {
      getPullRequest: () => Promise.resolve({ headSha: this.headSha, state: 'open', labels: [] }),
      getLogin: async () => await serve('getLogin', () => login),
      listComments: async () => await serve('listComments', () => this.comments.map((comment) => ({ ...comment }))),
      getComment: async (id) => await serve('getComment', () => this.#copy(id)),
      createComment: async (_, body) =>
        await serve('createComment', () => {
          checkLength(body);
          this.writes.push('create');
          return { ...this.add(author, body) };
        }),
      updateComment: async (id, body) =>
        await serve('updateComment', () => {
          checkLength(body);
          const comment = this.comments.find((candidate) => candidate.id === id);
          if (comment === undefined) return null;
          this.writes.push(`update ${id}`);
          comment.body = body;
          return { ...comment };
        }),
      deleteComment: async (id) => {
        await serve('deleteComment', () => {
          this.writes.push(`delete ${id}`);
          this.comments = this.comments.filter((comment) => comment.id !== id);
        });
      },
    };
  }

  #copy(id: number): IssueComment | null {
    const comment = this.comments.find((candidate) => candidate.id === id);
    return comment === undefined ? null : { ...comment };
  }
}

function checkLength(body: string): void {
  if (body.length > 65_536) throw new PlimsollError('GITHUB_FAILED', 'GitHub: could not comment: 422 body is too long');
}
