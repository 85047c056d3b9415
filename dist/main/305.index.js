export const id = 305;
export const ids = [305];
export const modules = {

/***/ 5592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ normalizePlatform),
/* harmony export */   Y8: () => (/* binding */ parsePlatform)
/* harmony export */ });
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2587);


// src/image/platform.ts
var WORD = /^[A-Za-z0-9_.-]{1,64}$/;
var OS = /^([A-Za-z0-9_-]{1,64})(?:\([A-Za-z0-9_.%+-]{0,64}\))?$/;
var ARCHITECTURES = new Set(
  "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm".split(" ")
);
function parsePlatform(text) {
  const [first = "", second, third, ...more] = text.length > 256 ? [""] : text.split("/");
  const os = OS.exec(first)?.[1];
  if (os === void 0 || more.length > 0) throw refuse(text);
  if (second === void 0) {
    const platform = normalizePlatform({ os: "linux", architecture: first, variant: null });
    if (!ARCHITECTURES.has(platform.architecture)) throw refuse(text);
    return platform;
  }
  if (!WORD.test(second) || third !== void 0 && !WORD.test(third)) throw refuse(text);
  return normalizePlatform({ os, architecture: second, variant: third ?? null });
}
function normalizePlatform(written) {
  const os = written.os.toLowerCase();
  const [architecture, variant] = normalizeArchitecture(
    written.architecture.toLowerCase(),
    (written.variant ?? "").toLowerCase()
  );
  return { os: os === "macos" ? "darwin" : os, architecture, variant: variant === "" ? null : variant };
}
function formatPlatform({ os, architecture, variant }) {
  return [os, architecture, ...variant === null ? [] : [variant]].join("/");
}
function normalizeArchitecture(architecture, variant) {
  switch (architecture) {
    case "i386":
      return ["386", ""];
    case "x86_64":
    case "x86-64":
    case "amd64":
      return ["amd64", variant === "v1" ? "" : variant];
    case "aarch64":
    case "arm64":
      return ["arm64", variant === "8" || variant === "v8" ? "" : variant];
    case "armhf":
      return ["arm", "v7"];
    case "armel":
      return ["arm", "v6"];
    case "arm":
      if (variant === "") return ["arm", "v7"];
      return ["arm", /^[5-8]$/.test(variant) ? `v${variant}` : variant];
    default:
      return [architecture, variant];
  }
}
function refuse(text) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("INPUT_INVALID", `${JSON.stringify(text.slice(0, 160))} is not a platform`, {
    hint: "A platform is an operating system and an architecture, as in linux/amd64 or linux/arm/v7."
  });
}




/***/ }),

/***/ 9348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential)
/* harmony export */ });
/* harmony import */ var _chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4858);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);





// src/image/registry/docker-config.ts



var Text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), "");
var EntrySchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ auth: Text, username: Text, password: Text, identitytoken: Text }));
var ConfigSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  auths: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), EntrySchema), {}),
  credHelpers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()), {}),
  credsStore: Text
});
var DOCKER_HUB = "https://index.docker.io/v1/";
async function findCredential(registry, env) {
  const file = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(env["DOCKER_CONFIG"] || (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(env["HOME"] || (0,node_os__WEBPACK_IMPORTED_MODULE_4__.homedir)(), ".docker"), "config.json");
  const config = await readConfig(file);
  if (config === null) return null;
  const server = registry === "docker.io" ? DOCKER_HUB : registry;
  const helper = Object.entries(config.credHelpers).find(([key]) => isFor(key, registry))?.[1] ?? config.credsStore;
  if (helper !== "") {
    const { askCredentialHelper } = await __webpack_require__.e(/* import() */ 87).then(__webpack_require__.bind(__webpack_require__, 9087));
    const kept = await askCredentialHelper(helper, server, env);
    if (kept !== null) return kept;
  }
  return readEntry(config, registry, file);
}
async function readConfig(file) {
  let text;
  try {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(file);
    if (size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.dockerConfigBytes) throw refuse(file, `has more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.dockerConfigBytes} bytes`);
    text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(file, "utf8");
  } catch (error) {
    if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) throw error;
    const code = (0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .C)(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw refuse(file, `cannot be read (${code})`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(file, "is not JSON");
  }
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(ConfigSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw refuse(file, `is malformed at ${((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .Bu)(result.issues[0]) ?? "its top").slice(0, 200)}`);
}
function readEntry(config, registry, file) {
  const entries = Object.entries(config.auths).filter(([key]) => isFor(key, registry));
  entries.sort(([a], [b]) => a.length - b.length);
  for (const [key, entry] of entries) {
    const credential = entry ? readAuth(entry, key, file) : null;
    if (credential !== null) return credential;
  }
  return null;
}
function readAuth(entry, key, file) {
  if (entry.identitytoken !== "") return { kind: "identity-token", token: entry.identitytoken };
  if (entry.auth === "") {
    const { username, password } = entry;
    return username === "" ? null : { kind: "password", username, password };
  }
  const text = Buffer.from(entry.auth, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(entry.auth) || colon < 1) {
    throw refuse(file, `has an "auth" for ${key.slice(0, 200)} that is not "user:password" in base64`);
  }
  return { kind: "password", username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, "") };
}
function isFor(key, registry) {
  const host = key.replace(/^https?:\/\//, "").split("/")[0]?.toLowerCase();
  if (registry !== "docker.io") return host === registry.toLowerCase();
  return host === "index.docker.io" || host === "docker.io" || host === "registry-1.docker.io";
}
function refuse(file, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("CREDENTIALS_INVALID", `the Docker configuration ${file} ${why}`, {
    hint: 'Mend it, or move it away and run "docker login" again.'
  });
}




/***/ }),

/***/ 2305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planBuild: () => (/* binding */ planBuild)
});

// EXTERNAL MODULE: ./build/chunk-6KBBJK6W.js
var chunk_6KBBJK6W = __webpack_require__(3209);
// EXTERNAL MODULE: ./build/chunk-BWEDM4BU.js
var chunk_BWEDM4BU = __webpack_require__(5592);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-HTDIX6X5.js



// src/plan/invalid-input.ts
var SHOWN_CHARACTERS = 160;
function invalidInput(name, got, takes, hint = "") {
  return new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", `${name}: got ${quote(got)}; it takes ${takes}`, { hint });
}
function quote(text) {
  return text.length > SHOWN_CHARACTERS ? `${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}\u2026` : JSON.stringify(text);
}

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

// src/plan/input-platform.ts
function parseInputPlatform(input, text, takes) {
  try {
    return (0,chunk_BWEDM4BU/* formatPlatform */.Bq)((0,chunk_BWEDM4BU/* parsePlatform */.Y8)(text));
  } catch {
    throw invalidInput(input, text, takes);
  }
}

// src/plan/platform-list.ts
function parsePlatformList(input, text) {
  const takes = "platforms with commas between, as in linux/amd64,linux/arm64";
  return [...new Set(parseList(text).map((platform) => parseInputPlatform(input, platform, takes)))];
}



;// CONCATENATED MODULE: ./build/chunk-EFTNGYSO.js


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



// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-O4TZE7S3.js
var chunk_O4TZE7S3 = __webpack_require__(4317);
// EXTERNAL MODULE: ./build/chunk-VKXIAP6H.js
var chunk_VKXIAP6H = __webpack_require__(7073);
// EXTERNAL MODULE: ./build/chunk-O4SRCT7H.js
var chunk_O4SRCT7H = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-XD2FGNJF.js
var chunk_XD2FGNJF = __webpack_require__(6503);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/plan-3A2RUPVZ.js















// src/plan/event-payload.ts
var MAX_PAYLOAD_BYTES = 26214400;
var plan_3A2RUPVZ_text = orNull((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* maxLength */.Ru)(1024)));
var flag = orNull((0,chunk_RAPRRMAO/* boolean */.zM)());
var count = orNull((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* number */.ai)(), (0,chunk_RAPRRMAO/* safeInteger */.Y2)(), (0,chunk_RAPRRMAO/* minValue */.Ww)(1)));
var sha = orNull((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* regex */.yG)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)));
var repository = orNull((0,chunk_RAPRRMAO/* object */.Ik)({ full_name: plan_3A2RUPVZ_text, fork: flag, default_branch: plan_3A2RUPVZ_text }));
var Payload = (0,chunk_RAPRRMAO/* object */.Ik)({
  action: plan_3A2RUPVZ_text,
  number: count,
  before: sha,
  forced: flag,
  deleted: flag,
  repository,
  pull_request: orNull(
    (0,chunk_RAPRRMAO/* object */.Ik)({
      number: count,
      state: plan_3A2RUPVZ_text,
      head: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ sha, ref: plan_3A2RUPVZ_text, repo: repository })),
      base: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ ref: plan_3A2RUPVZ_text }))
    })
  ),
  merge_group: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ base_sha: sha, base_ref: plan_3A2RUPVZ_text })),
  release: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ tag_name: plan_3A2RUPVZ_text, prerelease: flag })),
  head_commit: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ id: sha })),
  workflow_run: orNull((0,chunk_RAPRRMAO/* object */.Ik)({ event: plan_3A2RUPVZ_text, head_repository: repository }))
});
function parseEventPayload(value) {
  return (0,chunk_RAPRRMAO/* parse */.qg)(Payload, typeof value === "object" && value !== null ? value : {});
}
async function readEventPayload(path) {
  const { readFile, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
  try {
    const { size } = await stat(path);
    if (size > MAX_PAYLOAD_BYTES) {
      throw new chunk_NQNT2RXN/* PlimsollError */.nN("FILE_UNREADABLE", `GITHUB_EVENT_PATH: ${path} has ${size} bytes`, {
        hint: `An event has at most ${MAX_PAYLOAD_BYTES} bytes.`
      });
    }
    return parseEventPayload(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw (0,chunk_NQNT2RXN/* wrapError */.J4)("FILE_UNREADABLE", `GITHUB_EVENT_PATH: ${path} could not be read`, error);
  }
}
function orNull(schema) {
  return (0,chunk_RAPRRMAO/* fallback */.Np)((0,chunk_RAPRRMAO/* nullable */.me)(schema), null);
}

// src/plan/event.ts
var QUEUE_BRANCH = /^gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40,64}$/;
function parseEvent(environment, payload) {
  const name = environment["GITHUB_EVENT_NAME"] ?? "";
  const repository2 = environment["GITHUB_REPOSITORY"] ?? "";
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository2) || !/^\w{1,100}$/.test(name)) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN(
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
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("EVENT_REFUSED", "pull_request: the file GITHUB_EVENT_PATH holds no pull request", {
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
  return new chunk_NQNT2RXN/* PlimsollError */.nN(
    "EVENT_REFUSED",
    "pull_request_target: it would build the code of a pull request with a token that writes and with all secrets",
    {
      hint: 'Use two workflows: build on "pull_request" with "comment: collect", which needs no secret and no write; then post on "workflow_run" with the action in "comment/", which runs no code of the pull request (docs/workflows.md).'
    }
  );
}

// src/plan/format-plan.ts
var MAX_ANCESTORS = 20;
function formatPlan(plan) {
  const { build } = plan;
  return [
    `image      ${plan.image} (${plan.name}) for ${plan.platforms.join(", ")}`,
    `commit     ${plan.commit ?? "not known"}`,
    `context    ${[build.context || "the repository", build.file, build.target].filter((part) => part !== "").join(", ")}`,
    `builder    ${build.builder.name}${build.builder.isSetUp ? ` (${build.builder.driver}, set up here)` : ""}`,
    `emulation  ${build.emulation.enabled ? build.emulation.architectures.join(", ") || "all" : "none"}`,
    `login      ${build.login.enabled ? `${build.login.registry} as ${build.login.username}` : "none"}`,
    `push       ${plan.push.enabled ? "yes" : "no"}: ${plan.push.reason}`,
    ...formatList("tags", plan.tags.map(formatTag)),
    ...formatList("cache from", plan.cache.from),
    ...formatList("cache to", plan.cache.to),
    `baseline   ${formatBaseline(plan.baseline)}`,
    ...formatList(
      "budgets",
      plan.budgets.map(({ text: text2 }) => text2)
    ),
    ...plan.budgets.length === 0 ? [] : [`over       ${formatOverBudget(plan.overBudget)}`]
  ];
}
function formatList(title, values) {
  return values.map((value, place) => `${(place === 0 ? title : "").padEnd(10)} ${value}`);
}
function formatTag(tag) {
  switch (tag.write) {
    case "always":
      return tag.reference;
    case "once":
      return `${tag.reference} (unless it is there)`;
    case "if-highest":
      return `${tag.reference} (if ${tag.version} is the highest)`;
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(tag);
  }
}
function formatBaseline(query) {
  const thenTag = "branchTag" in query && query.branchTag !== null ? `, then the tag ${query.branchTag}` : "";
  switch (query.kind) {
    case "commit":
      return `${query.commit}, ${query.why}; up to ${MAX_ANCESTORS} first parents before it${thenTag}`;
    case "merge-base":
      return `the merge base of ${query.base} and ${query.head}, ${query.why}; up to ${MAX_ANCESTORS} first parents before it${thenTag}`;
    case "tag":
    case "given":
      return `${query.reference}, ${query.why}`;
    case "release":
      return `${query.why}: the highest version${query.version === null ? "" : ` below ${query.version}`}${query.prefix === "" ? "" : ` of ${query.prefix}`}`;
    case "none":
      return `none: ${query.why}`;
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(query);
  }
}
function formatOverBudget(over) {
  return { fail: "the job fails", warn: "a warning", none: "nothing: budgets do not apply to this event" }[over];
}

// src/plan/input-reference.ts
function parseInputReference(input, text2, takes) {
  try {
    return (0,chunk_VY7GW57L/* parseReference */.Y)(text2);
  } catch (error) {
    throw invalidInput(input, text2, takes, error instanceof chunk_NQNT2RXN/* PlimsollError */.nN ? `${error.message}. ${error.hint}` : "");
  }
}

// src/plan/baseline-input.ts
var plan_3A2RUPVZ_FORM = "auto, release, a commit of 40 hexadecimal digits, a tag, a reference with a tag or a digest, or a digest";
function parseBaselineInput(input, text2) {
  if (text2 === "auto" || text2 === "release") return { kind: text2 };
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text2)) return { kind: "commit", commit: text2 };
  if ((0,chunk_KASAIAVU/* isDigest */.B)(text2)) return { kind: "digest", digest: text2 };
  if (/^\w[\w.-]{0,127}$/.test(text2)) return { kind: "tag", tag: text2 };
  if (/^sha\d+:/.test(text2)) throw invalidInput(input, text2, plan_3A2RUPVZ_FORM);
  return { kind: "reference", reference: parseWholeReference(input, text2) };
}
function parseWholeReference(input, text2) {
  const reference = parseInputReference(input, text2, plan_3A2RUPVZ_FORM);
  if (reference.tag === null && reference.digest === null)
    throw invalidInput(input, text2, plan_3A2RUPVZ_FORM, "Add a tag or a digest.");
  return (0,chunk_VY7GW57L/* formatReference */.F)(reference);
}

// src/plan/choice.ts
function parseChoice(name, text2, words) {
  const found = words.find((word) => word === text2.trim());
  if (found === void 0) throw invalidInput(name, text2, listWords(words));
  return found;
}
function parseBoolean(name, text2) {
  const found = readBoolean(text2.trim());
  if (found === null) throw invalidInput(name, text2, "true or false");
  return found;
}
function parseBooleanOr(name, text2, words) {
  const found = readBoolean(text2.trim()) ?? words.find((word) => word === text2.trim());
  if (found === void 0) throw invalidInput(name, text2, listWords([...words, "true", "false"]));
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
  const options = text2.split(/[\r\n]+/).filter((line) => line.trim() !== "").flatMap((line) => parseCsvFields(input, line.trim())).map((option) => option.trim()).filter((option) => option !== "");
  for (const option of options) {
    const [key = ""] = option.split("=", 1);
    if (!/^[A-Za-z][A-Za-z0-9._[\]/-]*=/.test(option)) {
      throw invalidInput(input, option, "key=value with commas between, as in compression=zstd,rewrite-timestamp=true");
    }
    if (OWN_ATTRIBUTES.has(key.toLowerCase())) {
      throw invalidInput(
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
  return formatCsvFields(["type=image", ...describeRoute(repository2, route), ...options]);
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
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(route);
  }
}

// src/plan/given-tags.ts
var FORM2 = "full references with a tag, as in ghcr.io/acme/api:edge, one per line";
var RULE_HINT = 'That is a rule of docker/metadata-action: run it in a step before, and hand over what it makes, as in "tags: ${{ steps.meta.outputs.tags }}".';
function parseGivenTags(input, text2) {
  const values = parseList(text2);
  const rule = values.find((value) => /^type\s*=/.test(value));
  if (rule !== void 0) throw invalidInput(input, rule, FORM2, RULE_HINT);
  const tags = values.map((value) => parseTag(input, value));
  return tags.length === 0 ? null : [...new Set(tags)];
}
function parseTag(input, text2) {
  const reference = parseInputReference(input, text2, FORM2);
  if (reference.tag === null || reference.digest !== null) throw invalidInput(input, text2, FORM2);
  return (0,chunk_VY7GW57L/* formatReference */.F)(reference);
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
  const limit = readLimit(text2);
  if (limit === null) throw invalidInput(name, text2, "a size, a percent, or both, as in 50 kB and 0.5%");
  return { bytes: limit.bytes ?? NO_CONDITION, percent: limit.percent ?? NO_CONDITION };
}

// src/plan/repository.ts
var FORM3 = "a repository without tag, as in ghcr.io/acme/api";
function parseRepository(input, text2) {
  const lowered = text2.toLowerCase();
  const reference = parseInputReference(input, lowered, FORM3);
  if (reference.tag !== null || reference.digest !== null) {
    throw invalidInput(input, text2, FORM3, 'Tags go into the input "tags".');
  }
  return {
    text: (0,chunk_VY7GW57L/* formatReference */.F)(reference),
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
      if (!(error instanceof chunk_NQNT2RXN/* PlimsollError */.nN)) throw error;
      problems.push(error);
      return parse2(name, fallback2);
    }
  }
  const inputs = {
    image: read("image", orNull2(parseRepository)),
    name: read("name", orNull2(parseName)),
    login: read("login", (name, text2) => parseBooleanOr(name, text2, ["auto"])),
    username: read("username", plan_3A2RUPVZ_parseLine),
    isPasswordGiven: environment["PLIMSOLL_PASSWORD_GIVEN"] === "true",
    context: read("context", (_, text2) => text2.trim()),
    file: read("file", asWritten),
    target: read("target", asWritten),
    platforms: read("platforms", parsePlatformList),
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
    builder: read("builder", plan_3A2RUPVZ_parseLine),
    driver: read("driver", (name, text2) => parseChoice(name, text2, DRIVERS)),
    endpoint: read("endpoint", asWritten),
    append: read("append", asWritten),
    builderSettings: ["driver-opts", "buildkitd-flags", "buildkitd-config", "buildkitd-config-inline"].map(
      (name) => read(name, asWritten)
    ),
    qemu: read("qemu", (name, text2) => parseBooleanOr(name, text2, ["auto"])),
    baseline: read("baseline", (name, text2) => parseBaselineInput(name, text2.trim())),
    budgets: ["max-size", "max-increase", "max-size-on-disk", "max-increase-on-disk"].flatMap(
      (input) => read(input, (_, text2) => parseBudgets(input, text2))
    ),
    countDrift: read("count-drift", parseBoolean),
    noise: read("noise", parseNoise),
    overrideLabel: read("override-label", plan_3A2RUPVZ_parseLine),
    details: read("details", (name, text2) => parseChoice(name, text2, DETAILS)),
    maxReadBytes: read("max-read", parseByteSize),
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
function plan_3A2RUPVZ_parseLine(name, text2) {
  if (text2.length > 255 || new RegExp("\\p{Cc}", "u").test(text2)) throw invalidInput(name, text2, "one line of at most 255 characters");
  return text2.trim();
}
function parseName(name, text2) {
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(text2)) {
    throw invalidInput(name, text2, 'up to 63 of a-z, 0-9, ".", "_" and "-", a letter or digit first');
  }
  return text2;
}
function orNull2(parse2) {
  return (name, text2) => text2.trim() === "" ? null : parse2(name, text2.trim());
}
function joinProblems(problems) {
  const hints = problems.map(({ hint }) => hint).filter((hint) => hint !== "");
  return new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", problems.map(({ message }) => message).join("\n"), {
    hint: hints.join("\n")
  });
}

// src/plan/plan-outputs.ts
function formatPlanOutputs(plan, planFile) {
  const { build } = plan;
  return {
    name: plan.name,
    qemu: String(build.emulation.enabled),
    "qemu-platforms": build.emulation.architectures.join(","),
    "setup-builder": String(build.builder.isSetUp),
    builder: build.builder.name,
    login: String(build.login.enabled),
    registry: build.login.registry,
    username: build.login.username,
    "no-cache": String(build.noCache),
    pull: String(build.pull),
    labels: build.labels,
    "cache-from": plan.cache.from.join("\n"),
    "cache-to": plan.cache.to.join("\n"),
    outputs: build.exporter,
    "build-tags": build.tags.join("\n"),
    push: String(plan.push.enabled),
    "plan-file": planFile
  };
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
  const suffix = `-${(0,external_node_crypto_.createHash)("sha256").update(identity).digest("hex").slice(0, 8)}`;
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
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
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
  const version = (0,chunk_6KBBJK6W/* parseVersionTag */._Q)(trigger.tag);
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
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(input);
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
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
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
  const version = trigger.kind === "tag" ? (0,chunk_6KBBJK6W/* parseVersionTag */._Q)(trigger.tag) : null;
  return { kind: "release", prefix: version?.prefix ?? "", version: version?.version ?? null, why };
}
function chooseMovingTag(branchTag, source) {
  if (source.isBranchTagOverwritten) return null;
  const own = `${source.repository}:`;
  const ofBranch = branchTag === null ? null : own + branchTag;
  if (source.tags === null || ofBranch !== null && source.tags.includes(ofBranch)) return ofBranch;
  return source.tags.find((tag) => tag.startsWith(own) && !tag.startsWith(`${own}sha-`)) ?? ofBranch;
}

// src/plan/builder.ts

function planBuilder(inputs, job) {
  const { builder, driver, builderSettings, endpoint, append } = inputs;
  if (builder !== "") return { name: builder, isSetUp: false, driver: builder === "default" ? "docker" : driver };
  const identity = JSON.stringify([job, driver, builderSettings, endpoint, append]);
  return {
    name: `plimsoll-${(0,external_node_crypto_.createHash)("sha256").update(identity).digest("hex").slice(0, 12)}`,
    isSetUp: true,
    driver
  };
}

// src/plan/cache.ts
function planCache(inputs, image, event, push) {
  if (inputs.cacheFrom !== "" || inputs.cacheTo !== "") return keepWritable(inputs, push.mayWrite);
  if (inputs.cache === "false") return { from: [], to: [], notes: [] };
  const { own, base } = nameCaches(inputs.cache, image, event);
  const isWritten = event.trigger.kind === "pull-request" ? push.mayWrite : push.enabled && inputs.cache !== "read";
  return {
    from: [.../* @__PURE__ */ new Set([own, base])].filter((tag) => tag !== null).map((tag) => `type=registry,ref=${tag}`),
    // A cache that cannot be written is said, and never fails the build (facts/buildkit.md, "Failures").
    to: own !== null && isWritten ? [`type=registry,ref=${own},mode=max,ignore-error=true`] : [],
    notes: []
  };
}
function nameCaches(cache, image, event) {
  const ofBranch = (branch) => branch === null ? null : `${image.repository}:${nameBranchCache(image.name, branch)}`;
  const { trigger } = event;
  switch (trigger.kind) {
    case "pull-request": {
      const own = `${image.repository}:${CACHE_TAG_PREFIX}${image.name}-pr-${trigger.number}`;
      return { own: cache === "pr" ? own : null, base: ofBranch(trigger.baseRef) };
    }
    case "branch":
      return { own: ofBranch(trigger.branch), base: ofBranch(event.defaultBranch) };
    case "merge-queue":
      return { own: null, base: ofBranch(trigger.targetBranch ?? event.defaultBranch) };
    case "tag":
    case "other":
      return { own: null, base: ofBranch(event.defaultBranch) };
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
  }
}
function keepWritable(inputs, mayWrite) {
  const from = splitLines(inputs.cacheFrom);
  const to = splitLines(inputs.cacheTo);
  if (mayWrite) return { from, to, notes: [] };
  const kept = to.filter((line) => /(?:^|,)\s*type=(?!registry\b)/.test(line));
  const note2 = {
    code: "cache-not-written",
    message: "cache-to: the registry may not be written from here, so nothing is cached there.",
    hint: ""
  };
  return { from, to: kept, notes: kept.length === to.length ? [] : [note2] };
}
function splitLines(text2) {
  return text2.split(/\r?\n/).filter((line) => line.trim() !== "");
}
function nameBranchCache(name, branch) {
  const identity = `${name}
${branch}`;
  const tag = `${CACHE_TAG_PREFIX}${name}-${branch.replace(/[^a-zA-Z0-9._-]+/g, "-")}`;
  return /-pr-\d+$/.test(tag) ? appendHash(tag, identity) : shortenTag(tag, identity);
}

// src/plan/emulation.ts
var RUNS = {
  amd64: ["amd64", "386"],
  arm64: ["arm64"],
  arm: ["arm"],
  "386": ["386"]
};
function planEmulation(inputs, runnerArchitecture) {
  const own = RUNS[runnerArchitecture] ?? [runnerArchitecture];
  const foreign = inputs.platforms.map((platform) => platform.split("/")).filter(([os, architecture = ""]) => os === "linux" && !own.includes(architecture)).map(([, architecture = ""]) => architecture);
  const enabled = inputs.qemu === "auto" ? foreign.length > 0 && buildsOnRunner(inputs) : inputs.qemu;
  return { enabled, architectures: enabled ? [...new Set(foreign)] : [] };
}
function buildsOnRunner(inputs) {
  if (inputs.builder !== "" || inputs.append !== "") return false;
  if (inputs.driver !== "docker-container" && inputs.driver !== "docker") return false;
  return !/^(?:tcp|ssh|https?):\/\/(?!127\.|localhost\b|\[::1\])/.test(inputs.endpoint);
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
    throw new chunk_NQNT2RXN/* PlimsollError */.nN(
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

// src/plan/labels.ts
var QUOTED = /"((?:[^"]|"")*)"/g;
function planLabels(event, commit, nowMs, userText) {
  const own = {
    "org.opencontainers.image.source": `${event.serverUrl}/${event.repository}`,
    ...commit === null ? {} : { "org.opencontainers.image.revision": commit },
    "org.opencontainers.image.created": new Date(nowMs).toISOString().replace(/\.\d+Z$/, "Z")
  };
  const lines = Object.entries(own).map(([key, value]) => `${key}=${value}`);
  return {
    text: [...lines, ...userText === "" ? [] : [userText]].join(findLineBreak(userText)),
    values: { ...own, ...readLabels(userText) }
  };
}
function findLineBreak(text2) {
  return /\r\n|[\r\n]/.exec(text2.replace(QUOTED, ""))?.[0] ?? "\n";
}
function readLabels(text2) {
  const labels = /* @__PURE__ */ new Map();
  for (const [record] of text2.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g)) {
    const label = record.trim().replace(QUOTED, (_, quoted) => quoted.replaceAll('""', '"'));
    const equals = label.indexOf("=");
    if (equals === -1) labels.set(label, "");
    else labels.set(label.slice(0, equals), label.slice(equals + 1));
  }
  labels.delete("");
  return Object.fromEntries(labels);
}

// src/plan/login.ts
function planLogin(inputs, registry, event, hasCredential2) {
  const takesOwnToken = registry === "ghcr.io" && event.serverUrl === "https://github.com";
  const username = inputs.username || (takesOwnToken ? event.actor : "");
  const login = (enabled, notes = []) => ({
    enabled,
    registry,
    username,
    notes
  });
  if (inputs.login === false || inputs.login === "auto" && hasCredential2) return login(false);
  if (username !== "" && (inputs.isPasswordGiven || takesOwnToken)) return login(true);
  const missing = username === "" ? "username" : "password";
  const message = `login: there is no ${missing} for ${registry}`;
  const hint = `Set "username" and "password", or log in to ${registry} in a step before.`;
  if (inputs.login === true && event.mayWrite) throw new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", message, { hint });
  if (!event.isPushed || /^(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(registry)) return login(false);
  return login(false, [{ code: "not-logged-in", message: `${message}: nothing logs in.`, hint }]);
}

// src/plan/push-decision.ts
function decidePush(wanted, event) {
  const refusal = findRefusal(event, wanted);
  const mayWrite = refusal === null;
  if (wanted === false) return { enabled: false, reason: "push: false", mayWrite, notes: [] };
  if (mayWrite) return { ...byEvent2(wanted, event), mayWrite, notes: [] };
  if (wanted === "auto") return { enabled: false, reason: refusal, mayWrite, notes: [] };
  if (event.trigger.kind !== "pull-request") {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("PUSH_REFUSED", `push: true, but ${refusal}`, {
      hint: 'Set "push: auto", which pushes where it can, or "push: false".'
    });
  }
  const note2 = { code: "push-refused", message: `push: true, but ${refusal}: nothing is pushed.`, hint: "" };
  return { enabled: false, reason: refusal, mayWrite, notes: [note2] };
}
function findRefusal(event, wanted) {
  const { trigger } = event;
  if (event.isFork) return `${event.repository} is a fork, and a fork pushes nothing`;
  switch (trigger.kind) {
    case "pull-request":
      if (isFromFork(trigger, event.repository)) return "the pull request comes from a fork, whose token only reads";
      if (isDependabot(event)) return "Dependabot's token only reads";
      return trigger.isClosed ? "the pull request is closed" : null;
    case "branch":
      return wanted !== true && isDependabot(event) && trigger.branch.startsWith("dependabot/") ? "the branch is Dependabot's, whose token only reads" : null;
    case "other":
      return trigger.isUntrusted ? `${event.name} runs on code that may be under review` : null;
    case "merge-queue":
    case "tag":
      return null;
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
  }
}
function byEvent2(wanted, event) {
  if (wanted === true) return { enabled: true, reason: "push: true" };
  const { trigger } = event;
  switch (trigger.kind) {
    case "pull-request":
      return { enabled: false, reason: "a pull request pushes nothing" };
    case "merge-queue":
      return { enabled: false, reason: "the merge queue pushes nothing" };
    case "branch":
      return { enabled: true, reason: trigger.by === "push" ? "a push to a branch" : `${event.name} on a branch` };
    case "tag":
      return { enabled: true, reason: trigger.by === "release" ? "a release" : `${event.name} of a tag` };
    case "other":
      return { enabled: false, reason: trigger.why };
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
  }
}
function isDependabot(event) {
  return event.actor === "dependabot[bot]";
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
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(trigger);
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

// src/plan/push-route.ts
function planPushRoute(isPushed, isDockerDriver, tags) {
  if (!isPushed) return { kind: "none" };
  if (!isDockerDriver) return { kind: "by-digest" };
  const moved = tags.filter(({ write }) => write === "always");
  const carriers = (moved.length > 0 ? moved : tags.slice(0, 1)).map(({ reference }) => reference);
  if (carriers.length === 0) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("PUSH_REFUSED", "driver: docker does not push by digest, and there is no tag to push by", {
      hint: 'Name one in "tags", or use "driver: docker-container".'
    });
  }
  const note2 = {
    code: "tags-written-by-push",
    message: `The docker driver does not push by digest: the push itself writes ${carriers.join(", ")}, before the comparison.`,
    hint: 'With "driver: docker-container", no tag moves to an image that is over its budget.'
  };
  return { kind: "by-tag", tags: carriers, note: note2 };
}

// src/plan/plan.ts
async function makePlan(inputs, event, workTree, surroundings) {
  const image = planImage(inputs, event);
  const repository2 = image.repository.text;
  const { commit } = workTree;
  const isAt = isAtEvent(event, workTree);
  const push = decidePush(inputs.push, event);
  const tags = push.enabled ? planTags(event, { repository: repository2, given: inputs.tags, commit, isAtEvent: isAt }) : { tags: [], notes: [] };
  const builder = planBuilder(inputs, surroundings.runner.job);
  const route = planPushRoute(push.enabled, builder.driver === "docker", tags.tags);
  const platforms = inputs.platforms.length > 0 ? inputs.platforms : [`linux/${surroundings.runner.architecture}`];
  const labels = planLabels(event, commit, surroundings.nowMs, inputs.labels);
  const cacheImage = inputs.cacheImage?.text ?? repository2;
  const cache = planCache(inputs, { name: image.name, repository: cacheImage }, event, push);
  const { registry } = image.repository;
  const hasCredential2 = inputs.login === "auto" && await surroundings.hasCredential(registry);
  const login = planLogin(
    inputs,
    registry,
    { ...event, mayWrite: push.mayWrite, isPushed: push.enabled },
    hasCredential2
  );
  const baseline = planBaseline(inputs.baseline, event, {
    repository: repository2,
    workTree,
    isAtEvent: isAt,
    isBranchTagOverwritten: route.kind === "by-tag",
    tags: inputs.tags
  });
  return {
    schemaVersion: 1,
    startedAtMs: surroundings.nowMs,
    name: image.name,
    image: repository2,
    event: describeEvent(event),
    commit,
    push: { enabled: push.enabled, reason: push.reason },
    tags: tags.tags,
    labels: labels.values,
    platforms,
    cache: { from: cache.from, to: cache.to },
    cacheImage,
    baseline,
    budgets: inputs.budgets,
    overBudget: decideOverBudget(event.trigger),
    noise: inputs.noise,
    overrideLabel: inputs.overrideLabel,
    countDrift: inputs.countDrift,
    details: inputs.details,
    maxReadBytes: inputs.maxReadBytes,
    comment: inputs.comment,
    report: inputs.report,
    strict: inputs.strict,
    build: {
      context: inputs.context,
      file: inputs.file,
      target: inputs.target,
      builder,
      emulation: planEmulation(inputs, surroundings.runner.architecture),
      login: { enabled: login.enabled, registry, username: login.username },
      exporter: formatExporter(repository2, route, inputs.exporterOptions),
      tags: route.kind === "by-tag" ? route.tags : [],
      labels: labels.text,
      noCache: inputs.noCache,
      pull: inputs.pull
    },
    notes: [
      ...image.notes,
      ...workTree.notes,
      ...push.notes,
      ...tags.notes,
      ...route.kind === "by-tag" ? [route.note] : [],
      ...cache.notes,
      ...login.notes,
      ...noteBudgets(event.trigger, inputs.budgets, platforms)
    ]
  };
}
function describeEvent({ name, repository: repository2, trigger }) {
  const { kind } = trigger;
  if (kind !== "pull-request") return { kind, name, repository: repository2, pullRequest: null };
  const { number: number2, headSha, headRepository, baseRef } = trigger;
  return { kind, name, repository: repository2, pullRequest: { number: number2, headSha, headRepository, baseRef } };
}

// src/plan/runner.ts
var ARCHITECTURES = { X64: "amd64", X86: "386", ARM64: "arm64", ARM: "arm" };
function parseRunner(environment, fallback2) {
  const named = environment["RUNNER_ARCH"] ?? fallback2.toUpperCase();
  const names = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_NAME", "RUNNER_TEMP"];
  return {
    architecture: ARCHITECTURES[named.toUpperCase()] ?? named.toLowerCase(),
    job: names.map((name) => environment[name] ?? "").join("\n")
  };
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
    return await readHead((0,external_node_path_.resolve)(options.directory, context), options);
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
    (0,external_node_child_process_.execFile)(
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

// src/phase/plan.ts
async function planBuild(environment) {
  const inputs = parseInputs(environment);
  const eventPath = environment["GITHUB_EVENT_PATH"] ?? "";
  const payload = eventPath === "" ? parseEventPayload(null) : await readEventPayload(eventPath);
  const event = parseEvent(environment, payload);
  const directory = environment["GITHUB_WORKSPACE"] || process.cwd();
  const workTree = await readWorkTree({ context: inputs.context, eventSha: event.sha, directory, environment });
  const plan = await makePlan(inputs, event, workTree, {
    nowMs: Date.now(),
    runner: parseRunner(environment, process.arch),
    hasCredential: (registry) => hasCredential(registry, environment)
  });
  const file = await (0,chunk_6KBBJK6W/* writePlanFile */.J)(plan, environment["RUNNER_TEMP"] || directory);
  (0,chunk_6KBBJK6W/* writeOutputs */.Kn)(formatPlanOutputs(plan, file));
  (0,chunk_6KBBJK6W/* printGroup */.To)("Plan", formatPlan(plan));
  (0,chunk_6KBBJK6W/* printNotes */.jX)(plan.notes);
}
async function hasCredential(registry, environment) {
  return await (0,chunk_O4SRCT7H/* findCredential */.L)(registry, environment).then(
    (credential) => credential !== null,
    () => false
  );
}



/***/ })

};
