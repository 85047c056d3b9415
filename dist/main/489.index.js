export const id = 489;
export const ids = [489];
export const modules = {

/***/ 7738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ parseBudgets),
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Jh: () => (/* binding */ formatCsvFields),
/* harmony export */   VX: () => (/* binding */ parsePlatformList),
/* harmony export */   aY: () => (/* binding */ invalidInput),
/* harmony export */   i2: () => (/* binding */ readLimit),
/* harmony export */   nH: () => (/* binding */ parseCsvFields),
/* harmony export */   nS: () => (/* binding */ parseByteSize)
/* harmony export */ });
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5592);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/plan/invalid-input.ts
var SHOWN_CHARACTERS = 160;
function invalidInput(name, got, takes, hint = "") {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("INPUT_INVALID", `${name}: got ${quote(got)}; it takes ${takes}`, { hint });
}
function quote(text) {
  return text.length > SHOWN_CHARACTERS ? `${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}\u2026` : JSON.stringify(text);
}

// src/plan/byte-size.ts
var UNITS = {
  B: 1n,
  kB: 1000n,
  MB: 1000000n,
  GB: 1000000000n,
  KiB: 1n << 10n,
  MiB: 1n << 20n,
  GiB: 1n << 30n
};
var FORM = /^(\d{1,16})(?:\.(\d{1,16}))?\s*([A-Za-z]{1,3})$/;
var BYTE_SIZE_FORM = "a size with its unit, as in 20 MB or 1.5 MiB (kB, MB, GB are 10^3; KiB, MiB, GiB are 2^10)";
function parseByteSize(name, text) {
  const bytes = readByteSize(text.trim());
  if (bytes === null) throw invalidInput(name, text, BYTE_SIZE_FORM);
  return bytes;
}
function readByteSize(text) {
  const [, whole, fraction = "", unit = ""] = FORM.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : void 0;
  if (whole === void 0 || factor === void 0) return null;
  const bytes = BigInt(whole + fraction) * factor / 10n ** BigInt(fraction.length);
  return bytes <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(bytes) : null;
}

// src/plan/input-platform.ts
function parseInputPlatform(input, text, takes) {
  try {
    return (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .Y8)(text));
  } catch {
    throw invalidInput(input, text, takes);
  }
}

// src/plan/limit.ts
function readLimit(text) {
  const limit = { bytes: null, percent: null };
  for (const part of text.trim().split(/\s+and\s+/)) {
    const percent = readPercent(part);
    const bytes = percent === null ? readByteSize(part) : null;
    if (percent !== null && limit.percent === null) limit.percent = percent;
    else if (bytes !== null && limit.bytes === null) limit.bytes = bytes;
    else return null;
  }
  return limit;
}
function readPercent(text) {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s*%$/.exec(text);
  return match === null ? null : Number(match[1]);
}

// src/plan/parse-budgets.ts
var PLATFORM_FORM = "a platform before the colon, as in linux/arm64: 22 MB";
var SIZE_FORM = "a size, as in 20 MB, and lines as in linux/arm64: 22 MB for single platforms";
var INCREASE_FORM = "a percent, a size, or both, as in 5%, 1 MB or 5% and 1 MB, and lines as in linux/arm64: 5% for single platforms";
function parseBudgets(input, text) {
  const budgets = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const budget = parseLine(input, line.trim());
    if (budgets.some(({ platform }) => platform === budget.platform)) {
      throw invalidInput(
        input,
        line.trim(),
        `one limit for ${budget.platform ?? "all platforms"}, and this is the second`
      );
    }
    budgets.push(budget);
  }
  return budgets;
}
function parseLine(input, line) {
  const kind = input.startsWith("max-size") ? "max-size" : "max-increase";
  const colon = line.indexOf(":");
  const limit = parseLimit(input, kind, line, line.slice(colon + 1));
  return {
    kind,
    on: input.endsWith("-on-disk") ? "disk" : "download",
    text: `${input}: ${line.replace(/\s+/g, " ")}`,
    platform: colon === -1 ? null : parseInputPlatform(input, line.slice(0, colon).trim(), PLATFORM_FORM),
    ...limit
  };
}
function parseLimit(input, kind, line, text) {
  const limit = readLimit(text);
  const takes = kind === "max-size" ? SIZE_FORM : INCREASE_FORM;
  if (limit === null) throw invalidInput(input, line, takes, /\bor\b/.test(text) ? OR_HINT : "");
  if (kind === "max-size" && limit.percent !== null) {
    throw invalidInput(input, line, takes, "A percent has no meaning in a maximum size: use max-increase.");
  }
  return limit;
}
var OR_HINT = 'There is no "or": "5% and 1 MB" is exceeded when both are; for either one, take the smaller limit.';

// src/plan/csv.ts
function parseCsvFields(name, line) {
  const fields = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (; ; ) {
    const match = field.exec(line);
    if (match === null) {
      throw invalidInput(
        name,
        line,
        "values with commas between them; one that holds a comma or a quote stands in quotes"
      );
    }
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") return fields;
  }
}
function formatCsvFields(fields) {
  return fields.map((field) => /[",\r\n]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field).join(",");
}
function parseList(text) {
  return text.split(/[\r\n,]+/).map(
    (value) => value.trim().replace(/^"(.*)"$/, "$1").trim()
  ).filter((value) => value !== "");
}

// src/plan/platform-list.ts
function parsePlatformList(input, text) {
  const takes = "platforms with commas between, as in linux/amd64,linux/arm64";
  return [...new Set(parseList(text).map((platform) => parseInputPlatform(input, platform, takes)))];
}




/***/ }),

/***/ 8489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ CACHE_TAG_PREFIX),
/* harmony export */   Aq: () => (/* binding */ decideOverBudget),
/* harmony export */   Eu: () => (/* binding */ shortenTag),
/* harmony export */   F0: () => (/* binding */ parseInputReference),
/* harmony export */   Fz: () => (/* binding */ planImage),
/* harmony export */   HP: () => (/* binding */ planBaseline),
/* harmony export */   Nf: () => (/* binding */ formatExporter),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   a4: () => (/* binding */ isAtEvent),
/* harmony export */   fH: () => (/* binding */ noteBudgets),
/* harmony export */   gJ: () => (/* binding */ readWorkTree),
/* harmony export */   gN: () => (/* binding */ describeEvent),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ty: () => (/* binding */ isFromFork),
/* harmony export */   vR: () => (/* binding */ appendHash)
/* harmony export */ });
/* harmony import */ var _chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7093);
/* harmony import */ var _chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7738);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6794);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7598);







// src/plan/event-payload.ts
var MAX_PAYLOAD_BYTES = 26214400;
var text = orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru)(1024)));
var flag = orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zM)());
var count = orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeInteger */ .Y2)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .minValue */ .Ww)(1)));
var sha = orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yG)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)));
var repository = orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ full_name: text, fork: flag, default_branch: text }));
var Payload = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  action: text,
  number: count,
  before: sha,
  forced: flag,
  deleted: flag,
  repository,
  pull_request: orNull(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
      number: count,
      state: text,
      head: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ sha, ref: text, repo: repository })),
      base: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ ref: text }))
    })
  ),
  merge_group: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ base_sha: sha, base_ref: text })),
  release: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ tag_name: text, prerelease: flag })),
  head_commit: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ id: sha })),
  workflow_run: orNull((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ event: text, head_repository: repository }))
});
function parseEventPayload(value) {
  return (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .parse */ .qg)(Payload, typeof value === "object" && value !== null ? value : {});
}
async function readEventPayload(path) {
  const { readFile, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
  try {
    const { size } = await stat(path);
    if (size > MAX_PAYLOAD_BYTES) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("FILE_UNREADABLE", `GITHUB_EVENT_PATH: ${path} has ${size} bytes`, {
        hint: `An event has at most ${MAX_PAYLOAD_BYTES} bytes.`
      });
    }
    return parseEventPayload(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .wrapError */ .J4)("FILE_UNREADABLE", `GITHUB_EVENT_PATH: ${path} could not be read`, error);
  }
}
function orNull(schema) {
  return (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .fallback */ .Np)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)(schema), null);
}

// src/plan/event.ts
var QUEUE_BRANCH = /^gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40,64}$/;
function parseEvent(environment, payload) {
  const name = environment["GITHUB_EVENT_NAME"] ?? "";
  const repository2 = environment["GITHUB_REPOSITORY"] ?? "";
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository2) || !/^\w{1,100}$/.test(name)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN(
      "EVENT_REFUSED",
      "GITHUB_REPOSITORY and GITHUB_EVENT_NAME do not name a repository and an event",
      {
        hint: 'Run this as a step of a workflow; at a terminal, use the command "plimsoll".'
      }
    );
  }
  if (name === "pull_request_target") throw refusePullRequestTarget();
  return {
    name,
    repository: repository2,
    serverUrl: (environment["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, ""),
    sha: parseSha(environment["GITHUB_SHA"]),
    actor: environment["GITHUB_ACTOR"] ?? "",
    isFork: payload.repository?.fork === true,
    defaultBranch: payload.repository?.default_branch ?? null,
    trigger: parseTrigger(name, environment["GITHUB_REF"] ?? "", payload, repository2)
  };
}
function isFromFork(trigger, repository2) {
  return trigger.headRepository?.toLowerCase() !== repository2.toLowerCase();
}
function parseTrigger(name, ref, payload, repository2) {
  switch (name) {
    case "pull_request":
      return parsePullRequest(ref, payload);
    case "merge_group":
      return {
        kind: "merge-queue",
        targetBranch: payload.merge_group?.base_ref?.replace(/^refs\/heads\//, "") ?? readQueueTarget(ref),
        baseSha: payload.merge_group?.base_sha ?? null
      };
    case "push":
    case "schedule":
    case "workflow_dispatch":
      return parseRef(name, ref, payload);
    case "release":
      return parseRelease(ref, payload);
    case "workflow_run": {
      const run = payload.workflow_run;
      const isOwn = run?.head_repository?.full_name === repository2;
      return {
        kind: "other",
        why: "workflow_run follows another workflow",
        isUntrusted: !isOwn || run.event === null || run.event.startsWith("pull_request")
      };
    }
    default:
      return {
        kind: "other",
        why: `${name} is no event that builds an image`,
        isUntrusted: name.startsWith("pull_request")
      };
  }
}
function parsePullRequest(ref, payload) {
  const pull = payload.pull_request;
  const number2 = pull?.number ?? payload.number ?? Number(/^refs\/pull\/(\d{1,10})\//.exec(ref)?.[1] ?? 0);
  const headSha = pull?.head?.sha ?? null;
  const baseRef = pull?.base?.ref ?? null;
  if (number2 === 0 || headSha === null || baseRef === null) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("EVENT_REFUSED", "pull_request: the file GITHUB_EVENT_PATH holds no pull request", {
      hint: "It holds number, head.sha and base.ref on GitHub; a runner of another make has to write them too."
    });
  }
  return {
    kind: "pull-request",
    number: number2,
    headSha,
    headRepository: pull?.head?.repo?.full_name ?? null,
    baseRef,
    isClosed: payload.action === "closed" || pull?.state === "closed"
  };
}
function parseRef(name, ref, payload) {
  const by = name === "workflow_dispatch" ? "dispatch" : name;
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  if (payload.deleted === true) return { kind: "other", why: "the push deleted its branch or tag", isUntrusted: false };
  if (tag !== void 0 && by !== "schedule") {
    return { kind: "tag", tag, by, isPrerelease: false, commit: payload.head_commit?.id ?? null };
  }
  if (branch === void 0) return { kind: "other", why: `${ref || "no ref"} is no branch or tag`, isUntrusted: false };
  if (branch.startsWith("gh-readonly-queue/")) {
    return { kind: "merge-queue", targetBranch: readQueueTarget(ref), baseSha: null };
  }
  const before = by === "push" && payload.before !== null && !/^0+$/.test(payload.before) ? payload.before : null;
  return { kind: "branch", branch, by, before, isForced: payload.forced === true };
}
function parseRelease(ref, payload) {
  const tag = payload.release?.tag_name ?? /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  if (tag === void 0) return { kind: "other", why: "the release names no tag", isUntrusted: false };
  if (payload.action === "deleted" || payload.action === "unpublished") {
    return { kind: "other", why: `the release was ${payload.action}`, isUntrusted: false };
  }
  return { kind: "tag", tag, by: "release", isPrerelease: payload.release?.prerelease === true, commit: null };
}
function readQueueTarget(ref) {
  return QUEUE_BRANCH.exec(ref.replace(/^refs\/heads\//, ""))?.[1] ?? null;
}
function parseSha(text2) {
  return text2 !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text2) ? text2 : null;
}
function refusePullRequestTarget() {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN(
    "EVENT_REFUSED",
    "pull_request_target: it would build the code of a pull request with a token that writes and with all secrets",
    {
      hint: 'Use two workflows: build on "pull_request" with "comment: collect", which needs no secret and no write; then post on "workflow_run" with the action in "comment/", which runs no code of the pull request (docs/workflows.md).'
    }
  );
}

// src/phase/read-event.ts
async function readEvent(environment) {
  const path = environment["GITHUB_EVENT_PATH"] ?? "";
  return parseEvent(environment, path === "" ? parseEventPayload(null) : await readEventPayload(path));
}

// src/plan/input-reference.ts
function parseInputReference(input, text2, takes) {
  try {
    return (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .Y)(text2);
  } catch (error) {
    throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, text2, takes, error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN ? `${error.message}. ${error.hint}` : "");
  }
}

// src/plan/baseline-input.ts
var FORM = "auto, release, a commit of 40 hexadecimal digits, a tag, a reference with a tag or a digest, or a digest";
function parseBaselineInput(input, text2) {
  if (text2 === "auto" || text2 === "release") return { kind: text2 };
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text2)) return { kind: "commit", commit: text2 };
  if ((0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(text2)) return { kind: "digest", digest: text2 };
  if (/^\w[\w.-]{0,127}$/.test(text2)) return { kind: "tag", tag: text2 };
  if (/^sha\d+:/.test(text2)) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, text2, FORM);
  return { kind: "reference", reference: parseWholeReference(input, text2) };
}
function parseWholeReference(input, text2) {
  const reference = parseInputReference(input, text2, FORM);
  if (reference.tag === null && reference.digest === null)
    throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, text2, FORM, "Add a tag or a digest.");
  return (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .F)(reference);
}

// src/plan/choice.ts
function parseChoice(name, text2, words) {
  const found = words.find((word) => word === text2.trim());
  if (found === void 0) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, listWords(words));
  return found;
}
function parseBoolean(name, text2) {
  const found = readBoolean(text2.trim());
  if (found === null) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, "true or false");
  return found;
}
function parseBooleanOr(name, text2, words) {
  const found = readBoolean(text2.trim()) ?? words.find((word) => word === text2.trim());
  if (found === void 0) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, listWords([...words, "true", "false"]));
  return found;
}
function readBoolean(text2) {
  if (/^(?:true|True|TRUE)$/.test(text2)) return true;
  if (/^(?:false|False|FALSE)$/.test(text2)) return false;
  return null;
}
function listWords(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

// src/plan/exporter.ts
var OWN_ATTRIBUTES = /* @__PURE__ */ new Set([
  "type",
  "name",
  "push",
  "push-by-digest",
  "name-canonical",
  "dest",
  "tar"
]);
function parseExporterOptions(input, text2) {
  const options = text2.split(/[\r\n]+/).filter((line) => line.trim() !== "").flatMap((line) => (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCsvFields */ .nH)(input, line.trim())).map((option) => option.trim()).filter((option) => option !== "");
  for (const option of options) {
    const [key = ""] = option.split("=", 1);
    if (!/^[A-Za-z][A-Za-z0-9._[\]/-]*=/.test(option)) {
      throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, option, "key=value with commas between, as in compression=zstd,rewrite-timestamp=true");
    }
    if (OWN_ATTRIBUTES.has(key.toLowerCase())) {
      throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(
        input,
        option,
        `attributes other than ${key}, which Plimsoll sets`,
        'Where the image goes is said by "image", "tags" and "push".'
      );
    }
  }
  return options;
}
function formatExporter(repository2, route, options) {
  return (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCsvFields */ .Jh)(["type=image", ...describeRoute(repository2, route), ...options]);
}
function describeRoute(repository2, route) {
  switch (route.kind) {
    case "none":
      return [`name=${repository2}`, "push=false"];
    case "by-digest":
      return [`name=${repository2}`, "push-by-digest=true", "name-canonical=true", "push=true"];
    case "by-tag":
      return ["push=true"];
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .xb)(route);
  }
}

// src/plan/given-tags.ts
var FORM2 = "full references with a tag, as in ghcr.io/acme/api:edge, one per line";
var RULE_HINT = 'That is a rule of docker/metadata-action: run it in a step before, and hand over what it makes, as in "tags: ${{ steps.meta.outputs.tags }}".';
function parseGivenTags(input, text2) {
  const values = (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E1)(text2);
  const rule = values.find((value) => /^type\s*=/.test(value));
  if (rule !== void 0) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, rule, FORM2, RULE_HINT);
  const tags = values.map((value) => parseTag(input, value));
  return tags.length === 0 ? null : [...new Set(tags)];
}
function parseTag(input, text2) {
  const reference = parseInputReference(input, text2, FORM2);
  if (reference.tag === null || reference.digest !== null) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, text2, FORM2);
  return (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .F)(reference);
}

// src/plan/input-table.ts
var INPUT_TABLE = {
  image: planned(),
  name: planned(),
  login: planned("auto"),
  username: planned(),
  password: handed(),
  context: planned("."),
  file: planned(),
  target: planned(),
  platforms: planned("linux/amd64,linux/arm64"),
  "build-args": handed(),
  "build-contexts": handed(),
  labels: planned(),
  annotations: handed(),
  secrets: handed(),
  "secret-envs": handed(),
  "secret-files": handed(),
  ssh: handed(),
  network: handed(),
  allow: handed(),
  "add-hosts": handed(),
  "shm-size": handed(),
  ulimit: handed(),
  "cgroup-parent": handed(),
  "no-cache": planned("false"),
  "no-cache-filters": handed(),
  pull: planned("false"),
  provenance: handed(),
  sbom: handed(),
  attests: handed(),
  "exporter-options": planned(),
  tags: planned(),
  push: planned("auto"),
  cache: planned("auto"),
  "cache-image": planned(),
  "cache-from": planned(),
  "cache-to": planned(),
  builder: planned(),
  driver: planned("docker-container"),
  "driver-opts": planned(),
  "buildkitd-flags": planned(),
  "buildkitd-config": planned(),
  "buildkitd-config-inline": planned(),
  endpoint: planned(),
  append: planned(),
  "buildx-version": handed(),
  qemu: planned("auto"),
  "qemu-image": handed("docker.io/tonistiigi/binfmt:latest"),
  baseline: planned("auto"),
  "max-size": planned(),
  "max-increase": planned(),
  "max-size-on-disk": planned(),
  "max-increase-on-disk": planned(),
  "count-drift": planned("false"),
  noise: planned("50 kB and 0.5%"),
  "override-label": planned("size-ok"),
  details: planned("auto"),
  "max-read": planned("500 MB"),
  comment: planned("auto"),
  report: planned("false"),
  "github-token": handed("${{ github.token }}"),
  strict: planned("false")
};
function environmentName(input) {
  return `PLIMSOLL_${input.toUpperCase().replaceAll("-", "_")}`;
}
function planned(value = "") {
  return { default: value, isPlanned: true };
}
function handed(value = "") {
  return { default: value, isPlanned: false };
}

// src/plan/noise.ts
var NO_CONDITION = Number.MAX_SAFE_INTEGER;
function parseNoise(name, text2) {
  const limit = (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimit */ .i2)(text2);
  if (limit === null) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, "a size, a percent, or both, as in 50 kB and 0.5%");
  return { bytes: limit.bytes ?? NO_CONDITION, percent: limit.percent ?? NO_CONDITION };
}

// src/plan/repository.ts
var FORM3 = "a repository without tag, as in ghcr.io/acme/api";
function parseRepository(input, text2) {
  const lowered = text2.toLowerCase();
  const reference = parseInputReference(input, lowered, FORM3);
  if (reference.tag !== null || reference.digest !== null) {
    throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(input, text2, FORM3, 'Tags go into the input "tags".');
  }
  return {
    text: (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .F)(reference),
    registry: reference.registry,
    lastElement: reference.repository.slice(reference.repository.lastIndexOf("/") + 1),
    wasLowered: lowered !== text2
  };
}

// src/plan/inputs.ts
var DRIVERS = ["docker-container", "docker", "kubernetes", "remote", "cloud"];
var CACHES = ["auto", "pr", "read", "false"];
var DETAILS = ["auto", "sizes", "full"];
var COMMENTS = ["auto", "always", "never", "collect"];
function parseInputs(environment) {
  const problems = [];
  function read(name, parse2) {
    const fallback2 = INPUT_TABLE[name].default;
    const given = environment[environmentName(name)] ?? fallback2;
    try {
      return parse2(name, given === "" && !hasMeaningEmpty(name) ? fallback2 : given);
    } catch (error) {
      if (!(error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN)) throw error;
      problems.push(error);
      return parse2(name, fallback2);
    }
  }
  const inputs = {
    image: read("image", orNull2(parseRepository)),
    name: read("name", orNull2(parseName)),
    login: read("login", (name, text2) => parseBooleanOr(name, text2, ["auto"])),
    username: read("username", parseLine),
    isPasswordGiven: environment["PLIMSOLL_PASSWORD_GIVEN"] === "true",
    context: read("context", (_, text2) => text2.trim()),
    file: read("file", asWritten),
    target: read("target", asWritten),
    platforms: read("platforms", _chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatformList */ .VX),
    labels: read("labels", asWritten),
    noCache: read("no-cache", parseBoolean),
    pull: read("pull", parseBoolean),
    exporterOptions: read("exporter-options", parseExporterOptions),
    tags: read("tags", parseGivenTags),
    push: read("push", (name, text2) => parseBooleanOr(name, text2, ["auto"])),
    cache: read(
      "cache",
      (name, text2) => parseChoice(name, /^\s*(?:False|FALSE)\s*$/.test(text2) ? "false" : text2, CACHES)
    ),
    cacheImage: read("cache-image", orNull2(parseRepository)),
    cacheFrom: read("cache-from", asWritten),
    cacheTo: read("cache-to", asWritten),
    builder: read("builder", parseLine),
    driver: read("driver", (name, text2) => parseChoice(name, text2, DRIVERS)),
    endpoint: read("endpoint", asWritten),
    append: read("append", asWritten),
    builderSettings: ["driver-opts", "buildkitd-flags", "buildkitd-config", "buildkitd-config-inline"].map(
      (name) => read(name, asWritten)
    ),
    qemu: read("qemu", (name, text2) => parseBooleanOr(name, text2, ["auto"])),
    baseline: read("baseline", (name, text2) => parseBaselineInput(name, text2.trim())),
    budgets: ["max-size", "max-increase", "max-size-on-disk", "max-increase-on-disk"].flatMap(
      (input) => read(input, (_, text2) => (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBudgets */ .C3)(input, text2))
    ),
    countDrift: read("count-drift", parseBoolean),
    noise: read("noise", parseNoise),
    overrideLabel: read("override-label", parseLine),
    details: read("details", (name, text2) => parseChoice(name, text2, DETAILS)),
    maxReadBytes: read("max-read", _chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .parseByteSize */ .nS),
    comment: read("comment", (name, text2) => parseChoice(name, text2, COMMENTS)),
    report: read("report", parseBoolean),
    strict: read("strict", parseBoolean)
  };
  if (problems.length > 0) throw joinProblems(problems);
  return inputs;
}
function hasMeaningEmpty(name) {
  return name === "context" || name === "platforms";
}
function asWritten(_, text2) {
  return text2;
}
function parseLine(name, text2) {
  if (text2.length > 255 || new RegExp("\\p{Cc}", "u").test(text2)) throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, "one line of at most 255 characters");
  return text2.trim();
}
function parseName(name, text2) {
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(text2)) {
    throw (0,_chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)(name, text2, 'up to 63 of a-z, 0-9, ".", "_" and "-", a letter or digit first');
  }
  return text2;
}
function orNull2(parse2) {
  return (name, text2) => text2.trim() === "" ? null : parse2(name, text2.trim());
}
function joinProblems(problems) {
  const hints = problems.map(({ hint }) => hint).filter((hint) => hint !== "");
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("INPUT_INVALID", problems.map(({ message }) => message).join("\n"), {
    hint: hints.join("\n")
  });
}

// src/plan/over-budget.ts
function decideOverBudget(trigger) {
  switch (trigger.kind) {
    case "pull-request":
      return trigger.isClosed ? "warn" : "fail";
    case "tag":
      return "fail";
    case "merge-queue":
    case "branch":
      return "warn";
    case "other":
      return "none";
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .xb)(trigger);
  }
}
function noteBudgets(trigger, budgets, platforms) {
  const notes = budgets.filter(({ platform }) => platform !== null && !platforms.includes(platform)).map(({ text: text2 }) => ({
    code: "budget-without-platform",
    message: `${text2}: this platform is not built, so the limit holds nothing.`,
    hint: `Built are ${platforms.join(", ")}.`
  }));
  if (trigger.kind !== "pull-request" || !trigger.isClosed) return notes;
  const message = `The pull request is closed: a broken budget warns, and what is pushed comes from the push to ${trigger.baseRef}.`;
  return [...notes, { code: "pull-request-closed", message, hint: "" }];
}

// src/plan/work-tree.ts


var MAX_FIRST_PARENTS = 21;
var GIT_TIMEOUT_MS = 1e4;
var MAX_GIT_OUTPUT_BYTES = 1048576;
async function readWorkTree(options) {
  const { context } = options;
  if (context === "" || context.startsWith("{{defaultContext}}")) return remote(options.eventSha, context);
  if (/^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(context)) {
    return remote(/#([0-9a-f]{40})(?::|$)/.exec(context)?.[1] ?? null, context);
  }
  try {
    return await readHead((0,node_path__WEBPACK_IMPORTED_MODULE_7__.resolve)(options.directory, context), options);
  } catch (error) {
    return { commit: null, parents: [], firstParents: [], branch: null, notes: [explain(error, context)] };
  }
}
async function readHead(directory, options) {
  const git = (...words) => runGit(directory, words, options);
  const described = (await git("rev-parse", "--show-superproject-working-tree", "--symbolic-full-name", "HEAD")).split(
    "\n"
  );
  const [first = "", second = ""] = described;
  if (second !== "") return readHead(first, options);
  const [listed, object2] = await Promise.all([
    git("rev-list", "--first-parent", `--max-count=${MAX_FIRST_PARENTS}`, "HEAD"),
    git("cat-file", "-p", "HEAD")
  ]);
  const firstParents = listed.split("\n").filter((line) => line !== "");
  const [header = ""] = object2.split("\n\n", 1);
  return {
    commit: firstParents[0] ?? null,
    parents: [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? ""),
    firstParents,
    branch: /^refs\/heads\/(.+)$/.exec(first)?.[1] ?? null,
    notes: []
  };
}
function runGit(directory, words, options) {
  const { PATH, HOME, XDG_CONFIG_HOME, SystemRoot } = options.environment;
  const environment = {
    PATH,
    HOME,
    XDG_CONFIG_HOME,
    SystemRoot,
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1"
  };
  const safe = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-C", directory];
  return new Promise((fulfil, reject) => {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_6__.execFile)(
      options.git ?? "git",
      [...safe, ...words],
      { env: environment, timeout: GIT_TIMEOUT_MS, maxBuffer: MAX_GIT_OUTPUT_BYTES, encoding: "utf8" },
      (error, stdout, stderr) => {
        if (error === null) fulfil(stdout);
        else
          reject(
            new Error(error.code === "ENOENT" ? "ENOENT" : stderr.slice(0, 1e3) || error.message, { cause: error })
          );
      }
    );
  });
}
function remote(commit, context) {
  const notes = commit === null ? [
    note(
      "context-is-remote",
      `The context ${JSON.stringify(context.slice(0, 200))} names no commit.`,
      REMOTE_HINT
    )
  ] : [];
  return { commit, parents: [], firstParents: commit === null ? [] : [commit], branch: null, notes };
}
var REMOTE_HINT = 'Name a commit behind "#", or check out the repository and give a path, for a baseline by commit.';
function explain(error, context) {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason === "ENOENT") {
    return note(
      "no-git",
      "git is not installed, so the commit that is built is not known.",
      "Install git before actions/checkout."
    );
  }
  if (reason.includes("dubious ownership")) {
    return note(
      "git-unsafe-directory",
      "git does not read the work tree, since another user owns it; the commit that is built is not known.",
      'Run `git config --global --add safe.directory "$GITHUB_WORKSPACE"` in a step before.'
    );
  }
  if (reason.includes("not a git repository")) {
    return note(
      "no-work-tree",
      `The context ${JSON.stringify(context.slice(0, 200))} is in no git work tree, so the commit that is built is not known.`,
      "Check the repository out with actions/checkout before this step."
    );
  }
  return note("git-failed", `The commit that is built is not known: ${reason.trim()}`, "");
}
function note(code, message, hint) {
  return { code, message, hint };
}

// src/plan/at-event.ts
function isAtEvent(event, workTree) {
  const { trigger } = event;
  if (workTree.commit === null || event.sha === null) return true;
  if (workTree.firstParents.includes(event.sha)) return true;
  if (trigger.kind === "branch") return workTree.branch === trigger.branch;
  return trigger.kind === "tag" && trigger.commit === workTree.commit;
}

// src/plan/tag-name.ts

var MAX_TAG_CHARACTERS = 128;
var CACHE_TAG_PREFIX = "buildcache-";
function cleanTagName(text2) {
  return shortenTag(text2.replace(/[^a-zA-Z0-9._-]+/g, "-").replace(/^[.-]+/, ""), text2);
}
function shortenTag(tag, identity) {
  return tag.length <= MAX_TAG_CHARACTERS ? tag : appendHash(tag, identity);
}
function appendHash(tag, identity) {
  const suffix = `-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
  return tag.slice(0, MAX_TAG_CHARACTERS - suffix.length) + suffix;
}
function whatTagIsKeptFor(tag) {
  if (tag === "latest") return "the highest release";
  if (tag.startsWith("pr-")) return "pull requests";
  if (tag.startsWith("sha-")) return "commits";
  if (tag.startsWith(CACHE_TAG_PREFIX)) return "the build cache";
  if (/^plimsoll-[0-9a-f]{32}$/.test(tag)) return "Plimsoll's records";
  if (/^sha(?:256|512)-[0-9a-f]{64}/.test(tag)) return "signatures and attestations";
  return null;
}

// src/plan/tags.ts
function planTags(event, source) {
  if (source.given !== null) {
    const tags = source.given.map((reference) => ({ reference, write: "always" }));
    return { tags, notes: noteLostBaseline(event, source.given, source.repository) };
  }
  const { trigger } = event;
  const at = (tag) => `${source.repository}:${tag}`;
  switch (trigger.kind) {
    case "pull-request":
      return { tags: [{ reference: at(`pr-${trigger.number}`), write: "always" }], notes: [] };
    case "branch": {
      const branch = planBranchTag(trigger.branch, source);
      return {
        tags: [
          ...branch.tag === null ? [] : [{ reference: at(branch.tag), write: "always" }],
          ...source.commit === null ? [] : [{ reference: at(`sha-${source.commit}`), write: "once" }]
        ],
        notes: branch.notes
      };
    }
    case "tag":
      return planReleaseTags(trigger, source);
    case "merge-queue":
    case "other":
      return { tags: [], notes: [] };
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .xb)(trigger);
  }
}
function nameBranchTag(branch) {
  const tag = cleanTagName(branch);
  return tag === "" || whatTagIsKeptFor(tag) !== null ? null : tag;
}
function planBranchTag(branch, source) {
  const tag = nameBranchTag(branch);
  if (tag === null) {
    const cleaned = cleanTagName(branch);
    const why = cleaned === "" ? "leaves no tag" : `would write "${cleaned}", which is kept for ${whatTagIsKeptFor(cleaned) ?? ""}`;
    const message2 = `The branch's name ${why}: the image gets no tag of its branch.`;
    return { tag, notes: [{ code: "branch-tag-reserved", message: message2, hint: 'Name another tag in the input "tags".' }] };
  }
  if (source.isAtEvent) return { tag, notes: [] };
  const message = `Another commit than that of the branch is checked out, so the tag "${tag}" stays where it is.`;
  const hint = 'To tag the image of another commit, name the tags in the input "tags".';
  return { tag: null, notes: [{ code: "other-commit", message, hint }] };
}
function noteLostBaseline(event, given, repository2) {
  const { trigger } = event;
  if (trigger.kind !== "branch" || trigger.by !== "push") return [];
  const branchTag = nameBranchTag(trigger.branch);
  const leadsHere = (tag) => tag === branchTag || /^sha-[0-9a-f]{7,64}$/.test(tag);
  const own = given.filter((tag) => tag.startsWith(`${repository2}:`)).map((tag) => tag.slice(repository2.length + 1));
  if (own.some(leadsHere)) return [];
  const message = "None of the given tags is of the branch or of the commit: a pull request finds no baseline by them.";
  return [{ code: "tags-without-baseline", message, hint: `Add "${repository2}:sha-\${{ github.sha }}" to "tags".` }];
}
function planReleaseTags(trigger, source) {
  const tag = cleanTagName(trigger.tag);
  const kept = tag === "latest" ? null : whatTagIsKeptFor(tag);
  if (tag === "" || kept !== null) {
    const message = tag === "" ? "The tag's name leaves no tag for the image." : `The tag "${tag}" is kept for ${kept ?? ""}: it is not written.`;
    return { tags: [], notes: [{ code: "tag-reserved", message, hint: 'Name another tag in the input "tags".' }] };
  }
  const version = (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(trigger.tag);
  const tags = [{ reference: `${source.repository}:${tag}`, write: "always" }];
  if (version?.isStable === true && !trigger.isPrerelease) {
    const { prefix, version: number2 } = version;
    tags.push({ reference: `${source.repository}:latest`, write: "if-highest", prefix, version: number2 });
  }
  const notes = source.isAtEvent ? [] : [
    {
      code: "other-commit",
      message: `Another commit than that of the tag "${tag}" is checked out; the image is tagged all the same.`,
      hint: ""
    }
  ];
  return { tags, notes };
}

// src/plan/baseline-query.ts
function planBaseline(input, event, source) {
  const { repository: repository2 } = source;
  switch (input.kind) {
    case "auto":
      return byEvent(event, source);
    case "release":
      return queryRelease(event, "baseline: release");
    case "commit":
      return { kind: "commit", commit: input.commit, branchTag: null, why: "baseline: a commit" };
    case "tag":
      return { kind: "given", reference: `${repository2}:${input.tag}`, why: "baseline: a tag" };
    case "digest":
      return { kind: "given", reference: `${repository2}@${input.digest}`, why: "baseline: a digest" };
    case "reference":
      return { kind: "given", reference: input.reference, why: "baseline: a reference" };
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .xb)(input);
  }
}
function byEvent(event, source) {
  const { trigger } = event;
  const [firstParent] = source.workTree.parents;
  switch (trigger.kind) {
    case "pull-request":
      return queryPullRequest(trigger, event, source);
    case "merge-queue": {
      const branchTag = trigger.targetBranch === null ? null : nameBranchTag(trigger.targetBranch);
      const commit = trigger.baseSha ?? firstParent;
      if (commit === void 0) return { kind: "none", why: "the base of the merge group is not known" };
      return { kind: "commit", commit, branchTag, why: "the base of the merge group" };
    }
    case "branch":
      return queryBranch(trigger, event, source);
    case "tag":
      return queryRelease(event, "the release before");
    case "other":
      return { kind: "none", why: trigger.why };
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .assertNever */ .xb)(trigger);
  }
}
function queryPullRequest(trigger, event, source) {
  const branchTag = nameBranchTag(trigger.baseRef);
  const { commit, parents, firstParents } = source.workTree;
  if (commit !== null && commit !== trigger.headSha) {
    const place = event.sha === null ? -1 : firstParents.indexOf(event.sha);
    const parent = place <= 0 ? parents[0] : firstParents[place + 1];
    const isMerge = parents.length === 2 && parents[1] === trigger.headSha;
    if (parent !== void 0 && (place >= 0 || isMerge)) {
      return { kind: "commit", commit: parent, branchTag, why: "the first parent of the merge commit" };
    }
  }
  const head = commit === trigger.headSha ? commit : nameKnownCommit(event, source.workTree) ?? trigger.headSha;
  return { kind: "merge-base", base: trigger.baseRef, head, branchTag, why: `where the head left ${trigger.baseRef}` };
}
function queryBranch(trigger, event, source) {
  const branchTag = source.isBranchTagOverwritten ? null : nameBranchTag(trigger.branch);
  const { commit, parents } = source.workTree;
  if (!source.isAtEvent) {
    const [firstParent] = parents;
    if (firstParent === void 0) return { kind: "none", why: "what is checked out has no known parent" };
    return { kind: "commit", commit: firstParent, branchTag: null, why: "the first parent of what is checked out" };
  }
  if (trigger.by !== "push") {
    const reference = chooseMovingTag(branchTag, source);
    if (reference !== null) return { kind: "tag", reference, why: "the branch's tag as it was" };
    if (commit === null) return { kind: "none", why: "the branch has no tag, and the commit is not known" };
    return { kind: "commit", commit, branchTag: null, why: "the image of this commit as it was" };
  }
  if (trigger.before !== null) {
    const why = trigger.isForced ? "what the branch had before the forced push" : "what the branch had before the push";
    return { kind: "commit", commit: trigger.before, branchTag, why };
  }
  const base = event.defaultBranch;
  const head = nameKnownCommit(event, source.workTree);
  if (base === null || base === trigger.branch || head === null) {
    const [firstParent] = parents;
    if (firstParent === void 0) return { kind: "none", why: "the branch is new" };
    return { kind: "commit", commit: firstParent, branchTag, why: "the first parent, since the branch is new" };
  }
  return {
    kind: "merge-base",
    base,
    head,
    branchTag: nameBranchTag(base),
    why: `where the new branch left ${base}`
  };
}
function nameKnownCommit(event, workTree) {
  const { commit, firstParents } = workTree;
  return event.sha !== null && (commit === null || firstParents.includes(event.sha)) ? event.sha : commit;
}
function queryRelease(event, why) {
  const { trigger } = event;
  const version = trigger.kind === "tag" ? (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(trigger.tag) : null;
  return { kind: "release", prefix: version?.prefix ?? "", version: version?.version ?? null, why };
}
function chooseMovingTag(branchTag, source) {
  if (source.isBranchTagOverwritten) return null;
  const own = `${source.repository}:`;
  const ofBranch = branchTag === null ? null : own + branchTag;
  if (source.tags === null || ofBranch !== null && source.tags.includes(ofBranch)) return ofBranch;
  return source.tags.find((tag) => tag.startsWith(own) && !tag.startsWith(`${own}sha-`)) ?? ofBranch;
}

// src/plan/planned-image.ts
var MAX_NAME_CHARACTERS = 63;
function planImage(inputs, event) {
  const repository2 = inputs.image ?? defaultRepository(inputs.name, event);
  return {
    repository: repository2,
    name: inputs.name ?? repository2.lastElement.slice(0, MAX_NAME_CHARACTERS),
    notes: repository2.wasLowered ? [
      {
        code: "image-lowered",
        message: `image: upper case was lowered to ${repository2.text}, since registries take lower case only.`,
        hint: ""
      }
    ] : []
  };
}
function defaultRepository(name, event) {
  if (event.serverUrl !== "https://github.com") {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN(
      "INPUT_INVALID",
      `image: is required on ${event.serverUrl}, whose registry is not ghcr.io`,
      {
        hint: 'Set "image" to a repository without tag, as in registry.example.com/acme/api.'
      }
    );
  }
  const own = `ghcr.io/${event.repository}`;
  return name === null ? parseRepository("image", own) : parseRepository("name", `${own}/${name}`);
}

// src/plan/describe-event.ts
function describeEvent({ name, repository: repository2, trigger }) {
  const { kind } = trigger;
  if (kind !== "pull-request") return { kind, name, repository: repository2, pullRequest: null };
  const { number: number2, headSha, headRepository, baseRef } = trigger;
  return { kind, name, repository: repository2, pullRequest: { number: number2, headSha, headRepository, baseRef } };
}




/***/ })

};
