export const id = 273;
export const ids = [273];
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

/***/ 4009:
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
    const { askCredentialHelper } = await __webpack_require__.e(/* import() */ 54).then(__webpack_require__.bind(__webpack_require__, 7054));
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

/***/ 9898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ writePlanFile),
/* harmony export */   w: () => (/* binding */ readPlanFile)
/* harmony export */ });
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



// src/plan/plan-file.ts

var MAX_PLAN_BYTES = 8388608;
var text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)();
var number2 = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)();
var boolean2 = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)();
var texts = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO)(text);
var textOrNull = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)(text);
var TagSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Ox)("write", [
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ reference: text, write: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["always", "once"]) }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ reference: text, write: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("if-highest"), prefix: text, version: text })
]);
var BaselineSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Ox)("kind", [
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("commit"), commit: text, branchTag: textOrNull, why: text }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("merge-base"), base: text, head: text, branchTag: textOrNull, why: text }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("tag"), reference: text, why: text }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("release"), prefix: text, version: textOrNull, why: text }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("given"), reference: text, why: text }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("none"), why: text })
]);
var BudgetSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
  kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["max-size", "max-increase"]),
  on: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["download", "disk"]),
  text,
  platform: textOrNull,
  bytes: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)(number2),
  percent: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)(number2)
});
var PlanSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
  schemaVersion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(1),
  startedAtMs: number2,
  name: text,
  image: text,
  event: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    kind: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["pull-request", "merge-queue", "branch", "tag", "other"]),
    name: text,
    repository: text,
    pullRequest: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ number: number2, headSha: text, headRepository: textOrNull, baseRef: text }))
  }),
  commit: textOrNull,
  push: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ enabled: boolean2, reason: text }),
  tags: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO)(TagSchema),
  labels: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)(text, text),
  platforms: texts,
  cache: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ from: texts, to: texts }),
  cacheImage: text,
  baseline: BaselineSchema,
  budgets: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO)(BudgetSchema),
  overBudget: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["fail", "warn", "none"]),
  noise: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ bytes: number2, percent: number2 }),
  overrideLabel: text,
  countDrift: boolean2,
  details: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["auto", "sizes", "full"]),
  maxReadBytes: number2,
  comment: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["auto", "always", "never", "collect"]),
  report: boolean2,
  strict: boolean2,
  build: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    context: text,
    file: text,
    target: text,
    builder: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
      name: text,
      isSetUp: boolean2,
      driver: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KI)(["docker-container", "docker", "kubernetes", "remote", "cloud"])
    }),
    emulation: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ enabled: boolean2, architectures: texts }),
    login: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ enabled: boolean2, registry: text, username: text }),
    exporter: text,
    tags: texts,
    labels: text,
    noCache: boolean2,
    pull: boolean2
  }),
  notes: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ code: text, message: text, hint: text }))
});
async function writePlanFile(plan, directory) {
  const { mkdtemp, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
  try {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await mkdtemp((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, "plimsoll-")), "plan.json");
    await writeFile(path, `${JSON.stringify(plan)}
`, { mode: 384, flag: "wx" });
    return path;
  } catch (error) {
    throw (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapError */ .J4)("FILE_UNREADABLE", `${directory}: the plan could not be written`, error);
  }
}
async function readPlanFile(path) {
  const { readFile, stat } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
  try {
    const { size } = await stat(path);
    if (size > MAX_PLAN_BYTES) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("FILE_UNREADABLE", `${path}: ${size} bytes are no plan`);
    return (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(PlanSchema, JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapError */ .J4)("FILE_UNREADABLE", `${path}: the plan could not be read`, error);
  }
}




/***/ }),

/***/ 3273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planBuild: () => (/* binding */ planBuild)
/* harmony export */ });
/* harmony import */ var _chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8489);
/* harmony import */ var _chunk_FO6MY2YJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9898);
/* harmony import */ var _chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7093);
/* harmony import */ var _chunk_HAG7M56V_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1197);
/* harmony import */ var _chunk_443HKN4V_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7738);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(365);
/* harmony import */ var _chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6785);
/* harmony import */ var _chunk_CAPA74JW_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4009);
/* harmony import */ var _chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3798);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2587);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7598);
















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
      plan.budgets.map(({ text }) => text)
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
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(tag);
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
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(query);
  }
}
function formatOverBudget(over) {
  return { fail: "the job fails", warn: "a warning", none: "nothing: budgets do not apply to this event" }[over];
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

// src/plan/builder.ts

function planBuilder(inputs, job) {
  const { builder, driver, builderSettings, endpoint, append } = inputs;
  if (builder !== "") return { name: builder, isSetUp: false, driver: builder === "default" ? "docker" : driver };
  const identity = JSON.stringify([job, driver, builderSettings, endpoint, append]);
  return {
    name: `plimsoll-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_14__.createHash)("sha256").update(identity).digest("hex").slice(0, 12)}`,
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
      const own = `${image.repository}:${_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .CACHE_TAG_PREFIX */ .$y}${image.name}-pr-${trigger.number}`;
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
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(trigger);
  }
}
function keepWritable(inputs, mayWrite) {
  const from = splitLines(inputs.cacheFrom);
  const to = splitLines(inputs.cacheTo);
  if (mayWrite) return { from, to, notes: [] };
  const kept = to.filter((line) => /(?:^|,)\s*type=(?!registry\b)/.test(line));
  const note = {
    code: "cache-not-written",
    message: "cache-to: the registry may not be written from here, so nothing is cached there.",
    hint: ""
  };
  return { from, to: kept, notes: kept.length === to.length ? [] : [note] };
}
function splitLines(text) {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
function nameBranchCache(name, branch) {
  const identity = `${name}
${branch}`;
  const tag = `${_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .CACHE_TAG_PREFIX */ .$y}${name}-${branch.replace(/[^a-zA-Z0-9._-]+/g, "-")}`;
  return /-pr-\d+$/.test(tag) ? (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .appendHash */ .vR)(tag, identity) : (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenTag */ .Eu)(tag, identity);
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
function findLineBreak(text) {
  return /\r\n|[\r\n]/.exec(text.replace(QUOTED, ""))?.[0] ?? "\n";
}
function readLabels(text) {
  const labels = /* @__PURE__ */ new Map();
  for (const [record] of text.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g)) {
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
  if (inputs.login === true && event.mayWrite) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN("INPUT_INVALID", message, { hint });
  if (!event.isPushed || /^(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(registry)) return login(false);
  return login(false, [{ code: "not-logged-in", message: `${message}: nothing logs in.`, hint }]);
}

// src/plan/push-decision.ts
function decidePush(wanted, event) {
  const refusal = findRefusal(event, wanted);
  const mayWrite = refusal === null;
  if (wanted === false) return { enabled: false, reason: "push: false", mayWrite, notes: [] };
  if (mayWrite) return { ...byEvent(wanted, event), mayWrite, notes: [] };
  if (wanted === "auto") return { enabled: false, reason: refusal, mayWrite, notes: [] };
  if (event.trigger.kind !== "pull-request") {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN("PUSH_REFUSED", `push: true, but ${refusal}`, {
      hint: 'Set "push: auto", which pushes where it can, or "push: false".'
    });
  }
  const note = { code: "push-refused", message: `push: true, but ${refusal}: nothing is pushed.`, hint: "" };
  return { enabled: false, reason: refusal, mayWrite, notes: [note] };
}
function findRefusal(event, wanted) {
  const { trigger } = event;
  if (event.isFork) return `${event.repository} is a fork, and a fork pushes nothing`;
  switch (trigger.kind) {
    case "pull-request":
      if ((0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .isFromFork */ .ty)(trigger, event.repository)) return "the pull request comes from a fork, whose token only reads";
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
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(trigger);
  }
}
function byEvent(wanted, event) {
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
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(trigger);
  }
}
function isDependabot(event) {
  return event.actor === "dependabot[bot]";
}

// src/plan/push-route.ts
function planPushRoute(isPushed, isDockerDriver, tags) {
  if (!isPushed) return { kind: "none" };
  if (!isDockerDriver) return { kind: "by-digest" };
  const moved = tags.filter(({ write }) => write === "always");
  const carriers = (moved.length > 0 ? moved : tags.slice(0, 1)).map(({ reference }) => reference);
  if (carriers.length === 0) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN("PUSH_REFUSED", "driver: docker does not push by digest, and there is no tag to push by", {
      hint: 'Name one in "tags", or use "driver: docker-container".'
    });
  }
  const note = {
    code: "tags-written-by-push",
    message: `The docker driver does not push by digest: the push itself writes ${carriers.join(", ")}, before the comparison.`,
    hint: 'With "driver: docker-container", no tag moves to an image that is over its budget.'
  };
  return { kind: "by-tag", tags: carriers, note };
}

// src/plan/plan.ts
async function makePlan(inputs, event, workTree, surroundings) {
  const image = (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .planImage */ .Fz)(inputs, event);
  const repository = image.repository.text;
  const { commit } = workTree;
  const isAt = (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtEvent */ .a4)(event, workTree);
  const push = decidePush(inputs.push, event);
  const tags = push.enabled ? (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .planTags */ .Vd)(event, { repository, given: inputs.tags, commit, isAtEvent: isAt }) : { tags: [], notes: [] };
  const builder = planBuilder(inputs, surroundings.runner.job);
  const route = planPushRoute(push.enabled, builder.driver === "docker", tags.tags);
  const platforms = inputs.platforms.length > 0 ? inputs.platforms : [`linux/${surroundings.runner.architecture}`];
  const labels = planLabels(event, commit, surroundings.nowMs, inputs.labels);
  const cacheImage = inputs.cacheImage?.text ?? repository;
  const cache = planCache(inputs, { name: image.name, repository: cacheImage }, event, push);
  const { registry } = image.repository;
  const hasCredential2 = inputs.login === "auto" && await surroundings.hasCredential(registry);
  const login = planLogin(
    inputs,
    registry,
    { ...event, mayWrite: push.mayWrite, isPushed: push.enabled },
    hasCredential2
  );
  const baseline = (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .planBaseline */ .HP)(inputs.baseline, event, {
    repository,
    workTree,
    isAtEvent: isAt,
    isBranchTagOverwritten: route.kind === "by-tag",
    tags: inputs.tags
  });
  return {
    schemaVersion: 1,
    startedAtMs: surroundings.nowMs,
    name: image.name,
    image: repository,
    event: (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEvent */ .gN)(event),
    commit,
    push: { enabled: push.enabled, reason: push.reason },
    tags: tags.tags,
    labels: labels.values,
    platforms,
    cache: { from: cache.from, to: cache.to },
    cacheImage,
    baseline,
    budgets: inputs.budgets,
    overBudget: (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .decideOverBudget */ .Aq)(event.trigger),
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
      exporter: (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .formatExporter */ .Nf)(repository, route, inputs.exporterOptions),
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
      ...(0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .noteBudgets */ .fH)(event.trigger, inputs.budgets, platforms)
    ]
  };
}

// src/plan/runner.ts
var ARCHITECTURES = { X64: "amd64", X86: "386", ARM64: "arm64", ARM: "arm" };
function parseRunner(environment, fallback) {
  const named = environment["RUNNER_ARCH"] ?? fallback.toUpperCase();
  const names = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_NAME", "RUNNER_TEMP"];
  return {
    architecture: ARCHITECTURES[named.toUpperCase()] ?? named.toLowerCase(),
    job: names.map((name) => environment[name] ?? "").join("\n")
  };
}

// src/phase/plan.ts
async function planBuild(environment) {
  const inputs = (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .TL)(environment);
  const event = await (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .readEvent */ .j_)(environment);
  const directory = environment["GITHUB_WORKSPACE"] || process.cwd();
  const workTree = await (0,_chunk_S6V4MTHW_js__WEBPACK_IMPORTED_MODULE_0__/* .readWorkTree */ .gJ)({ context: inputs.context, eventSha: event.sha, directory, environment });
  const plan = await makePlan(inputs, event, workTree, {
    nowMs: Date.now(),
    runner: parseRunner(environment, process.arch),
    hasCredential: (registry) => hasCredential(registry, environment)
  });
  const file = await (0,_chunk_FO6MY2YJ_js__WEBPACK_IMPORTED_MODULE_1__/* .writePlanFile */ .J)(plan, environment["RUNNER_TEMP"] || directory);
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_2__/* .writeOutputs */ .Kn)(formatPlanOutputs(plan, file));
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_2__/* .printGroup */ .To)("Plan", formatPlan(plan));
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_2__/* .printNotes */ .jX)(plan.notes);
}
async function hasCredential(registry, environment) {
  return await (0,_chunk_CAPA74JW_js__WEBPACK_IMPORTED_MODULE_9__/* .findCredential */ .L)(registry, environment).then(
    (credential) => credential !== null,
    () => false
  );
}



/***/ })

};
