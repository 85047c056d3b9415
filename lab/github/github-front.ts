import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { paginate, type GitHubAnswer } from './github-answer.ts';
import { answerCommits } from './github-commits.ts';
import { KEY_HEADER } from './github-hands.ts';
import { amendPull, isRecord, listEvents, listPulls, type LabelEvent, type PullState } from './github-pulls.ts';
import type { GitHubFaultHook, GitHubRequest } from './github-request.ts';

/** What the front knows and the emulator behind it does not. */
export interface GitHubState {
  readonly pulls: Map<number, PullState>;
  readonly events: Map<number, LabelEvent[]>;
  readonly runs: unknown[];
  readonly requests: GitHubRequest[];
}

export interface GitHubFrontOptions {
  readonly slug: string;
  /** Whose each token is. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Folder of the git repository that commits are read from; without one there are none. */
  readonly repository: string | undefined;
  readonly state: GitHubState;
  readonly fault: GitHubFaultHook;
  /** Sent with requests of the lab itself, which are neither recorded nor disturbed. */
  readonly key: string;
}

export const BOT = 'github-actions[bot]';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** https://github.com/orgs/community/discussions/27190; counted in UTF-16 units, the strictest way to count. */
const MAX_COMMENT_CHARACTERS = 65_536;
const DOCS = 'https://docs.github.com/rest';

interface Request {
  readonly entry: GitHubRequest;
  readonly url: URL;
  readonly raw: Buffer;
  readonly authorization: string;
}

type Emulator = (method: string, path: string, request: Request) => Promise<GitHubAnswer>;

/**
 * A server that answers as GitHub does: it refuses, limits, records and misbehaves by itself, answers what the emulator
 * cannot (commits, comparisons, label events of pull requests, runs), and hands the rest through.
 * `emulatorUrl` is asked when the first request comes.
 */
export function createGitHubFront(
  options: GitHubFrontOptions,
  emulatorUrl: () => string,
): ReturnType<typeof createServer> {
  return createServer((incoming, outgoing) => {
    serve(options, emulatorUrl(), incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end(JSON.stringify({ message: `the lab's GitHub failed: ${String(error)}` }));
    });
  });
}

async function serve(
  options: GitHubFrontOptions,
  emulatorUrl: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readRequest(options, incoming);
  const isLab = incoming.headers[KEY_HEADER] === options.key;
  const requests = isLab ? [] : options.state.requests;
  const { entry } = request;
  const place = requests.push(entry) - 1;
  const send = (answer: GitHubAnswer): void => {
    requests[place] = { ...entry, status: answer.status };
    const isText = typeof answer.body === 'string';
    outgoing.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
    outgoing.end(answer.body === null ? undefined : isText ? answer.body : JSON.stringify(answer.body));
  };
  const fault = isLab ? null : options.fault(entry);
  switch (fault?.kind) {
    case 'answer':
      send(fault);
      return;
    case 'drop':
      outgoing.destroy();
      return;
    case 'lose':
      await answer(options, emulatorUrl, request);
      outgoing.destroy();
      return;
    case 'delay':
      await sleep(fault.delayMs);
      break;
    case undefined:
      break;
  }
  send(await answer(options, emulatorUrl, request));
}

async function readRequest(options: GitHubFrontOptions, incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
  const authorization = incoming.headers.authorization ?? '';
  const entry = {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: parseJson(raw.toString('utf8')),
    login: options.tokens.get(authorization.replace(/^(bearer|token)\s+/i, '')) ?? null,
    status: 0,
  };
  return { entry, url, raw, authorization };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function answer(options: GitHubFrontOptions, emulatorUrl: string, request: Request): Promise<GitHubAnswer> {
  if (request.authorization !== '' && request.entry.login === null) return refuse(401, 'Bad credentials');
  // The workflow's token is an app's, and an app is no user.
  if (request.entry.path === '/user' && request.entry.login === BOT)
    return refuse(403, 'Resource not accessible by integration');
  const prefix = `/repos/${options.slug}`;
  const ask: Emulator = async (method, path, from) => await askEmulator(emulatorUrl, method, path, from);
  if (!request.entry.path.startsWith(`${prefix}/`))
    return await ask(request.entry.method, request.entry.path + request.url.search, request);
  const path = request.entry.path.slice(prefix.length);
  const own = request.entry.method === 'GET' ? await read(options, ask, request, path) : limit(request, path);
  if (own !== null) return own;
  const answered = await ask(request.entry.method, request.entry.path + request.url.search, request);
  noteLabels(options.state, request, path, answered);
  return { ...answered, body: amendComments(amendPulls(answered.body, options.state.pulls), options) };
}

/** What is read from here and not from the emulator. */
async function read(
  options: GitHubFrontOptions,
  ask: Emulator,
  request: Request,
  path: string,
): Promise<GitHubAnswer | null> {
  const api = `${request.url.origin}/repos/${options.slug}`;
  if (options.repository !== undefined) {
    const commits = await answerCommits(options.repository, api, path, request.url);
    if (commits !== null) return commits;
  }
  const events = /^\/issues\/(\d+)\/(events|timeline)$/.exec(path);
  if (events !== null) return listEvents(options.state.events.get(Number(events[1])) ?? [], api, request.url);
  if (path === '/pulls') {
    const all = await ask('GET', `${request.entry.path}?state=all&per_page=100`, request);
    if (!Array.isArray(all.body)) return all;
    return listPulls(
      all.body.map((pull: unknown) => amendPull(pull, options.state.pulls)),
      request.url,
    );
  }
  if (path === '/actions/runs') {
    const wanted = request.url.searchParams.get('head_sha');
    const runs = options.state.runs.filter((one) => wanted === null || (isRecord(one) && one['head_sha'] === wanted));
    const page = paginate(runs, request.url);
    return { ...page, body: { total_count: runs.length, workflow_runs: page.body } };
  }
  return null;
}

/** GitHub's limit, which the emulator does not hold. */
function limit(request: Request, path: string): GitHubAnswer | null {
  if (!/^\/issues\/(comments\/\d+|\d+\/comments)$/.test(path) || !isRecord(request.entry.body)) return null;
  const body = request.entry.body['body'];
  if (typeof body !== 'string' || body.length <= MAX_COMMENT_CHARACTERS) return null;
  const message = `Body is too long (maximum is ${MAX_COMMENT_CHARACTERS} characters)`;
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }];
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: DOCS, status: '422' } };
}

async function askEmulator(emulatorUrl: string, method: string, path: string, from: Request): Promise<GitHubAnswer> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (from.authorization !== '') headers.set('authorization', from.authorization);
  const hasBody = method !== 'GET' && from.raw.length > 0;
  const answered = await fetch(new URL(path, emulatorUrl), {
    method,
    headers,
    redirect: 'manual',
    ...(hasBody ? { body: new Uint8Array(from.raw) } : {}),
  });
  const text = await answered.text();
  const link = answered.headers.get('link')?.replaceAll(new URL(emulatorUrl).origin, from.url.origin);
  return {
    status: answered.status,
    ...(link === undefined ? {} : { headers: { link } }),
    body: text === '' ? null : (parseJson(text) ?? text),
  };
}

function noteLabels(state: GitHubState, request: Request, path: string, answered: GitHubAnswer): void {
  const found = /^\/issues\/(\d+)\/labels(?:\/([^/]+))?$/.exec(path);
  if (found === null || answered.status >= 300 || request.entry.login === null) return;
  const number = Number(found[1]);
  const given =
    isRecord(request.entry.body) && Array.isArray(request.entry.body['labels']) ? request.entry.body['labels'] : [];
  const isRemoved = request.entry.method === 'DELETE';
  const labels = isRemoved ? [decodeURIComponent(found[2] ?? '')] : given.filter((one) => typeof one === 'string');
  const events = state.events.get(number) ?? [];
  state.events.set(number, events);
  for (const label of labels) {
    const event = isRemoved ? 'unlabeled' : 'labeled';
    events.push({ event, label, actor: request.entry.login, createdAt: new Date().toISOString().replace(/\.\d+/, '') });
  }
}

function amendPulls(body: unknown, pulls: ReadonlyMap<number, PullState>): unknown {
  return isRecord(body) && 'head' in body ? amendPull(body, pulls) : body;
}

/** A comment on a pull request links to the pull request, and the workflow's token writes as an app. */
function amendComments(body: unknown, options: GitHubFrontOptions): unknown {
  if (Array.isArray(body)) return body.map((one: unknown) => amendComments(one, options));
  if (!isRecord(body) || typeof body['issue_url'] !== 'string' || !isRecord(body['user'])) return body;
  const number = Number(body['issue_url'].split('/').at(-1));
  const link = options.state.pulls.has(number) ? 'pull' : 'issues';
  const isBot = body['user']['login'] === BOT;
  return {
    ...body,
    html_url: `https://github.com/${options.slug}/${link}/${number}#issuecomment-${String(body['id'])}`,
    user: { ...body['user'], type: isBot ? 'Bot' : 'User' },
    performed_via_github_app: isBot ? { id: 15_368, slug: 'github-actions', name: 'GitHub Actions' } : null,
  };
}

function refuse(status: number, message: string): GitHubAnswer {
  return { status, body: { message, documentation_url: DOCS, status: String(status) } };
}
