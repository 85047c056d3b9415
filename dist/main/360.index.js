export const id = 360;
export const ids = [360];
export const modules = {

/***/ 3360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOctokitApi: () => (/* binding */ createOctokitApi)
/* harmony export */ });
/* harmony import */ var _chunk_F6JII3DO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(790);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);




// src/github/bounded-fetch.ts
var ANSWER = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(),
  statusText: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(),
  headers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)((value) => isObjectWith(value, Symbol.iterator)),
  body: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)((value) => isObjectWith(value, Symbol.asyncIterator)))
});
var WITHOUT_BODY = /* @__PURE__ */ new Set([204, 205, 304]);
function boundedFetch(fetch, limitBytes) {
  return async (url, options) => {
    const answer = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(ANSWER, await fetch(url, options));
    const bytes = await readBody(answer.body, limitBytes);
    return new Response(WITHOUT_BODY.has(answer.status) ? null : bytes, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers]
    });
  };
}
async function readBody(body, limitBytes) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new Error(`the answer is longer than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function isObjectWith(value, symbol) {
  return typeof value === "object" && value !== null && symbol in value;
}

// src/github/limits.ts
var LIMITS = {
  /** Of one answer: a page of a hundred comments of the longest kind, escaped. */
  answerBytes: 64 * 1024 * 1024,
  /** Of one try, from the first byte out to the last in. */
  exchangeMs: 2e4,
  /** Of one request, the first try included. */
  attempts: 4,
  /** Before the second try; twice as long before each further one. */
  firstRetryMs: 500,
  /** GitHub's advice where a secondary limit names no time ("Best practices for using the REST API"). */
  secondaryLimitMs: 6e4,
  /** The longest that a limit is waited for. */
  longestWaitMs: 9e4,
  /** Of all requests of one run, waiting included: after it nothing is tried twice. */
  totalMs: 24e4,
  pageSize: 100,
  /** Of one list; GitHub takes no more than 2,500 comments. */
  pages: 100,
  /** Of what of an error's text goes on into ours, in characters. */
  reasonCharacters: 300
};

// src/github/client.ts
var FAILURE = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(),
  message: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(),
  response: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ headers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)()) }))
});
var GONE = /* @__PURE__ */ new Set([404, 410]);
var GitHubClient = class {
  #send;
  #token;
  #clock;
  #spentMs = 0;
  constructor(send, token, clock) {
    this.#send = send;
    this.#token = token;
    this.#clock = clock;
  }
  async request(request) {
    const outcome = await this.#tryAll(request);
    if ("data" in outcome) return outcome;
    throw this.#describe(request, outcome);
  }
  /** `null` for 404 and 410. */
  async requestIfThere(request) {
    const outcome = await this.#tryAll(request);
    if ("data" in outcome) return outcome;
    if (outcome.status !== null && GONE.has(outcome.status)) return null;
    throw this.#describe(request, outcome);
  }
  /** All pages of a list, entry by entry, unchecked. */
  async *list(request) {
    for (let page = 1; page <= LIMITS.pages; page += 1) {
      const parameters = { ...request.parameters, per_page: LIMITS.pageSize, page };
      const { data, headers } = await this.request({ ...request, method: "GET", parameters });
      const entries = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)()), data);
      if (!entries.success) throw unreadable(request.purpose);
      yield* entries.output;
      const { link } = headers;
      const isLast = typeof link === "string" ? !link.includes('rel="next"') : entries.output.length < LIMITS.pageSize;
      if (isLast) return;
    }
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("GITHUB_FAILED", `GitHub: could not ${request.purpose}: over ${LIMITS.pages} pages`);
  }
  async #tryAll(request) {
    const startedMs = this.#clock.nowMs();
    try {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.#tryOnce(request);
        if ("data" in outcome || attempt === LIMITS.attempts) return outcome;
        const waitMs = decideWait(outcome, request.method, attempt, this.#clock);
        const spentMs = this.#spentMs + this.#clock.nowMs() - startedMs;
        if (waitMs === null || spentMs + waitMs > LIMITS.totalMs) return outcome;
        await this.#clock.sleep(waitMs);
      }
    } finally {
      this.#spentMs += this.#clock.nowMs() - startedMs;
    }
  }
  async #tryOnce({ method, path, parameters }) {
    try {
      const signal = AbortSignal.timeout(LIMITS.exchangeMs);
      return await this.#send(`${method} ${path}`, { ...parameters, request: { signal } });
    } catch (error) {
      const { output, success } = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(FAILURE, error);
      if (!success) return { status: null, message: String(error), headers: {}, cause: error };
      const { status, message, response } = output;
      return {
        status: response === void 0 ? null : status,
        message,
        headers: response?.headers ?? {},
        cause: error
      };
    }
  }
  #describe({ purpose, path }, failure) {
    const reason = failure.message.replaceAll(this.#token, "***").slice(0, LIMITS.reasonCharacters);
    const status = failure.status === null ? "" : `${failure.status} `;
    const isDenied = (failure.status === 403 || failure.status === 401) && !isRateLimit(failure);
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN(
      isDenied ? "GITHUB_DENIED" : "GITHUB_FAILED",
      `GitHub: could not ${purpose}: ${status}${reason}`,
      { hint: hintFor(failure, isDenied, path), cause: failure.cause }
    );
  }
};
function unreadable(purpose) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN(
    "GITHUB_FAILED",
    `GitHub: could not ${purpose}: the answer is not in the form that its documentation says`
  );
}
function hintFor({ status, message, headers }, isDenied, path) {
  if (isRateLimit({ status, message, headers })) return "The token has used up its requests: run the job again later.";
  if (status === 401) return "The token of github-token is not valid (any more).";
  if (!isDenied) return "";
  if (/\blocked\b/i.test(message)) return "The conversation is locked: the report is in the summary of the job.";
  return `Give the job the permission:
permissions:
  ${permissionFor(path)}`;
}
function permissionFor(path) {
  if (/\/(?:commits|compare)\b/.test(path)) return "contents: read";
  if (/\/actions\b/.test(path)) return "actions: read";
  return "pull-requests: write";
}
function decideWait(failure, method, attempt, clock) {
  if (isRateLimit(failure)) {
    const waitMs = readWait(failure.headers, clock.nowMs());
    return waitMs <= LIMITS.longestWaitMs ? waitMs : null;
  }
  const isPassing = failure.status === null || failure.status >= 500;
  if (!isPassing || method === "POST") return null;
  return LIMITS.firstRetryMs * 2 ** (attempt - 1) * (1 + clock.random() / 2);
}
function isRateLimit({ status, message, headers }) {
  if (status === 429) return true;
  if (status !== 403) return false;
  return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(message);
}
function readWait(headers, nowMs) {
  const retryAfter = Number(headers["retry-after"] ?? NaN);
  if (retryAfter >= 0) return retryAfter * 1e3;
  const resetMs = Number(headers["x-ratelimit-reset"] ?? NaN) * 1e3;
  if (headers["x-ratelimit-remaining"] === "0" && resetMs >= 0) return Math.max(0, resetMs - nowMs) + 1e3;
  return LIMITS.secondaryLimitMs;
}

// src/github/octokit-api.ts
var MOST_COMMIT_LISTS = 5;
var COMMENT = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  id: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(),
  body: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), ""),
  html_url: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(),
  user: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ login: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() }))
});
var COMMIT = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ sha: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), parents: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ sha: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() })) });
var COMPARISON = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ merge_base_commit: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ sha: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() }) });
var RUNS = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  workflow_runs: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ path: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), event: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()), conclusion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()) })
  )
});
var PULL_REQUEST = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  head: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ sha: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() }),
  state: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KI)(["open", "closed"]),
  labels: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() }))
});
var EVENT = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  event: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(),
  actor: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ login: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() })),
  label: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() }))
});
var USER = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ login: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() });
var VIEWER = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ data: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ viewer: USER }) });
async function createOctokitApi(options) {
  const { token, baseUrl } = options;
  const [owner = "", repo = ""] = options.repository.split("/");
  const { GitHub, defaults, getOctokitOptions } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
  const fetch = boundedFetch((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .function_ */ .A6)(), defaults.request?.fetch), LIMITS.answerBytes);
  const silent = () => void 0;
  const octokit = new GitHub(
    getOctokitOptions(token, {
      baseUrl,
      request: { fetch },
      log: { debug: silent, info: silent, warn: silent, error: silent }
    })
  );
  const client = new GitHubClient(
    async (route, parameters) => await octokit.request(route, parameters),
    token,
    options.clock ?? _chunk_F6JII3DO_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m
  );
  return new OctokitApi(client, baseUrl, { owner, repo });
}
var OctokitApi = class {
  #client;
  #baseUrl;
  #repository;
  constructor(client, baseUrl, repository) {
    this.#client = client;
    this.#baseUrl = baseUrl;
    this.#repository = repository;
  }
  async listFirstParents(commit, limit) {
    const parents = /* @__PURE__ */ new Map();
    const line = [];
    let next = commit;
    let lists = 0;
    while (next !== null && line.length < limit) {
      if (!parents.has(next)) {
        if (lists === MOST_COMMIT_LISTS) break;
        lists += 1;
        for (const { sha, parents: of } of await this.#listCommits(next)) parents.set(sha, of[0]?.sha ?? null);
        if (!parents.has(next)) break;
      }
      line.push(next);
      next = parents.get(next) ?? null;
    }
    return line;
  }
  async #listCommits(sha) {
    const purpose = `list the commits before ${sha}`;
    const answer = await this.#client.request({
      method: "GET",
      path: "/repos/{owner}/{repo}/commits",
      parameters: { ...this.#repository, sha, per_page: LIMITS.pageSize },
      purpose
    });
    return read((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)(COMMIT), answer, purpose);
  }
  async findMergeBase(base, head) {
    const purpose = `find where ${head} left ${base}`;
    const answer = await this.#client.requestIfThere({
      method: "GET",
      path: "/repos/{owner}/{repo}/compare/{basehead}",
      parameters: { ...this.#repository, basehead: `${base}...${head}`, per_page: 1 },
      purpose
    });
    return answer === null ? null : read(COMPARISON, answer, purpose).merge_base_commit.sha;
  }
  async listRuns(commit) {
    const purpose = `list the runs of ${commit}`;
    const answer = await this.#client.request({
      method: "GET",
      path: "/repos/{owner}/{repo}/actions/runs",
      parameters: { ...this.#repository, head_sha: commit, per_page: LIMITS.pageSize },
      purpose
    });
    return read(RUNS, answer, purpose).workflow_runs.map(({ path, event, status, conclusion }) => ({
      // A workflow of another ref has it behind an @.
      path: path.replace(/@.*$/, ""),
      event,
      isCompleted: status === "completed",
      conclusion: conclusion ?? null
    }));
  }
  async getPullRequest(number2) {
    const purpose = `read pull request ${number2}`;
    const answer = await this.#client.request({
      method: "GET",
      path: "/repos/{owner}/{repo}/pulls/{number}",
      parameters: { ...this.#repository, number: number2 },
      purpose
    });
    const { head, state, labels } = read(PULL_REQUEST, answer, purpose);
    return { headSha: head.sha, state, labels: labels.map(({ name }) => name) };
  }
  async findLabeler(number2, label) {
    const purpose = `read the events of pull request ${number2}`;
    const path = "/repos/{owner}/{repo}/issues/{number}/events";
    const wanted = label.toLowerCase();
    let labeler = null;
    try {
      for await (const entry of this.#client.list({ path, parameters: { ...this.#repository, number: number2 }, purpose })) {
        const event = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(EVENT, entry);
        if (!event.success || event.output.label?.name.toLowerCase() !== wanted) continue;
        if (event.output.event === "labeled") labeler = event.output.actor?.login ?? null;
        if (event.output.event === "unlabeled") labeler = null;
      }
    } catch (error) {
      if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) return null;
      throw error;
    }
    return labeler;
  }
  async listComments(number2) {
    const purpose = `read the comments of pull request ${number2}`;
    const path = "/repos/{owner}/{repo}/issues/{number}/comments";
    const comments = [];
    for await (const entry of this.#client.list({ path, parameters: { ...this.#repository, number: number2 }, purpose })) {
      comments.push(readComment({ data: entry, headers: {} }, purpose));
    }
    return comments;
  }
  async getComment(id) {
    const purpose = `read comment ${id}`;
    const answer = await this.#client.requestIfThere({ ...this.#comment(id), method: "GET", purpose });
    return answer === null ? null : readComment(answer, purpose);
  }
  async createComment(number2, body) {
    const purpose = `comment on pull request ${number2}`;
    const answer = await this.#client.request({
      method: "POST",
      path: "/repos/{owner}/{repo}/issues/{number}/comments",
      parameters: { ...this.#repository, number: number2, body },
      purpose
    });
    return readComment(answer, purpose);
  }
  async updateComment(id, body) {
    const purpose = `update comment ${id}`;
    const { path, parameters } = this.#comment(id);
    const request = { method: "PATCH", path, parameters: { ...parameters, body }, purpose };
    const answer = await this.#client.requestIfThere(request);
    return answer === null ? null : readComment(answer, purpose);
  }
  async deleteComment(id) {
    const purpose = `delete comment ${id}`;
    await this.#client.requestIfThere({ ...this.#comment(id), method: "DELETE", purpose });
  }
  #comment(id) {
    return { path: "/repos/{owner}/{repo}/issues/comments/{id}", parameters: { ...this.#repository, id } };
  }
  /** The workflow's own token and those of other apps have no user; who they are, GraphQL alone tells. */
  async getLogin() {
    const purpose = "read whose token it is";
    try {
      const answer = await this.#client.request({ method: "GET", path: "/user", parameters: {}, purpose });
      return read(USER, answer, purpose).login;
    } catch (error) {
      if (!(error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN)) throw error;
      return error.code === "GITHUB_DENIED" ? await this.#findAppLogin() : null;
    }
  }
  async #findAppLogin() {
    const path = `${this.#baseUrl.replace(/\/$/, "").replace(/\/api\/v3$/, "/api")}/graphql`;
    const parameters = { query: "{ viewer { login } }" };
    try {
      const answer = await this.#client.request({
        method: "POST",
        path,
        parameters,
        purpose: "read whose token it is"
      });
      const viewer = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(VIEWER, answer.data);
      if (!viewer.success) return null;
      const { login } = viewer.output.data.viewer;
      return login.endsWith("[bot]") ? login : `${login}[bot]`;
    } catch (error) {
      if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) return null;
      throw error;
    }
  }
};
function readComment(answer, purpose) {
  const { id, body, html_url, user } = read(COMMENT, answer, purpose);
  return { id, author: user?.login ?? "ghost", body, url: html_url };
}
function read(schema, { data }, purpose) {
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(schema, data);
  if (!result.success) throw unreadable(purpose);
  return result.output;
}



/***/ })

};
