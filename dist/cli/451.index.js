export const id = 451;
export const ids = [451];
export const modules = {

/***/ 5634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askDocker),
/* harmony export */   i: () => (/* binding */ dockerFailed)
/* harmony export */ });
/* harmony import */ var _chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2096);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);



// src/image/docker.ts

var TIMEOUT_MS = 6e4;
var SAID_CHARACTERS = 600;
async function askDocker(docker, args, { maxBytes, timeoutMs = TIMEOUT_MS }) {
  const what = ["docker", ...args.slice(0, 3)].join(" ");
  return await new Promise((resolve, reject) => {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile)(
      docker.path,
      args,
      // A hung plugin ignores a polite signal.
      {
        env: (0,_chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .c)(docker.env),
        encoding: "buffer",
        maxBuffer: maxBytes,
        timeout: timeoutMs,
        killSignal: "SIGKILL",
        windowsHide: true
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: "done", stdout });
        else if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
          reject(new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what}: the answer is larger than ${maxBytes} bytes`));
        } else if (typeof error.code === "string") {
          reject(couldNotStart(docker.path, error));
        } else if (error.killed === true) {
          const hint = 'See whether "docker version" answers.';
          reject(new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${what}: no answer within ${timeoutMs / 1e3} s`, { hint }));
        } else {
          resolve({
            kind: "failed",
            said: Buffer.from(stderr).toString("utf8").trim().replace(/^ERROR: /, "").slice(-SAID_CHARACTERS)
          });
        }
      }
    );
  });
}
function dockerFailed(what, said) {
  const isOld = /unknown (?:command|flag)|is not a docker command/.test(said);
  const hint = isOld ? 'Reading a build takes buildx 0.21 or newer: see "docker buildx version".' : said.includes("Cannot connect to the Docker daemon") ? "Start Docker, or set DOCKER_HOST." : "";
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${what}: ${said === "" ? "docker failed and said nothing" : said}`, {
    hint
  });
}
function couldNotStart(path, cause) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${path} could not be started: ${cause.message}`, {
    hint: 'Install Docker with Buildx, or put "docker" into the PATH.',
    cause
  });
}




/***/ }),

/***/ 2096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ withoutSecrets)
/* harmony export */ });
// src/image/without-secrets.ts
var OURS = /^(?:INPUT_|PLIMSOLL_|ACTIONS_)/i;
var SECRET = /TOKEN|PASSWORD|SECRET/i;
var OF_CLOUDS = /^(?:AWS|AZURE|GOOGLE|CLOUDSDK)_/;
function withoutSecrets(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      if (value === void 0 || OURS.test(name)) return [];
      return SECRET.test(name) && !OF_CLOUDS.test(name) ? [] : [[name, value]];
    })
  );
}




/***/ }),

/***/ 2672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ listBuilds)
/* harmony export */ });
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2921);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2587);





// src/image/list-builds.ts
var LIST_BYTES = 8 * 1024 * 1024;
var time = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pd)(Date.parse), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .safeInteger */ .Y2)("not a time"));
var LineSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik)({
  ref: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yG)(/^[^/\s]+\/[^/\s]+\/[a-z0-9]+$/, "not a build's name")),
  status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(),
  created_at: time,
  completed_at: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl)(time)
});
async function listBuilds(docker, builder) {
  const flags = builder === null ? [] : ["--builder", builder];
  const args = ["buildx", "history", "ls", ...flags, "--format", "json"];
  const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes: LIST_BYTES });
  if (answer.kind === "failed") {
    const what = builder === null ? "the builds of the current builder" : `the builds of builder ${builder}`;
    if (!/no builder .* found/.test(answer.said)) throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(what, answer.said);
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${what}: ${answer.said}`, {
      hint: '"docker buildx ls" lists builders.'
    });
  }
  return Buffer.from(answer.stdout).toString("utf8").split("\n").filter((line) => line.trim() !== "").map(parseLine).sort((a, b) => b.startedAtMs - a.startedAtMs);
}
function parseLine(line) {
  const what = 'a line of "docker buildx history ls"';
  const { ref, status, created_at, completed_at } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(Buffer.from(line), LineSchema, what);
  const [builder = "", node = "", id = ""] = ref.split("/");
  const isCompleted = status.toLowerCase() === "completed";
  return { builder, node, id, isCompleted, startedAtMs: created_at, endedAtMs: completed_at ?? 0 };
}




/***/ }),

/***/ 451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readNamedBuild: () => (/* reexport */ readNamedBuild)
});

// EXTERNAL MODULE: ./build/chunk-25QIRALJ.js
var chunk_25QIRALJ = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/chunk-CQLJIGHQ.js
var chunk_CQLJIGHQ = __webpack_require__(979);
// EXTERNAL MODULE: ./build/chunk-4SUYAJNO.js
var chunk_4SUYAJNO = __webpack_require__(2921);
// EXTERNAL MODULE: ./build/chunk-6A6LW3DQ.js
var chunk_6A6LW3DQ = __webpack_require__(2096);
// EXTERNAL MODULE: ./build/chunk-BWEDM4BU.js
var chunk_BWEDM4BU = __webpack_require__(5592);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./build/chunk-H4LLF4SK.js









// src/build/hide-arguments.ts
var SHORTEST_VALUE = 4;
function hideArguments(text2, buildArguments) {
  return buildArguments.filter(({ value }) => value.length >= SHORTEST_VALUE).toSorted((a, b) => b.value.length - a.value.length).reduce((hidden, { name, value }) => hidden.replaceAll(value, () => `$${name}`), text2);
}

// src/build/step-name.ts
var FORM = /^\[(?:([^\s\]/]+\/[^\s\]]+) )?(?:([^\s\]/]+) )?\s*(\d{1,5})\/\d{1,5}\] (\S[^]*)$/;
var CACHEABLE = /^(?:ONBUILD )?(?:RUN|COPY|ADD|WORKDIR)(?:\s|$)/;
function parseStepName(name) {
  const [, platform, stage, place, instruction] = FORM.exec(name) ?? [];
  if (place === void 0 || instruction === void 0) return null;
  return {
    platform: platform === void 0 ? null : readPlatform(platform),
    stage: stage ?? null,
    place: Number(place),
    instruction: instruction.trim(),
    isCacheable: CACHEABLE.test(instruction)
  };
}
function readPlatform(text2) {
  const [build = "", target] = text2.split("->");
  const own = build.split("/");
  const words = target?.split("/") ?? own;
  const isWhole = target === void 0 || words.length > 1 && !/^v\d/.test(words[1] ?? "");
  const [os = "", architecture = "", variant] = isWhole ? words : [own[0], ...words];
  return (0,chunk_BWEDM4BU/* formatPlatform */.Bq)((0,chunk_BWEDM4BU/* normalizePlatform */.FL)({ os: os.replace(/\(.*$/, ""), architecture, variant: variant ?? null }));
}

// src/build/union-ms.ts
function unionMs(intervals) {
  const ended = intervals.flatMap(({ startMs, endMs }) => endMs === null ? [] : [{ startMs, endMs }]).sort((a, b) => a.startMs - b.startMs);
  if (ended.length === 0) return null;
  let sum = 0;
  let doneMs = -Infinity;
  for (const { startMs, endMs } of ended) {
    sum += Math.max(0, endMs - Math.max(startMs, doneMs));
    doneMs = Math.max(doneMs, endMs);
  }
  return sum;
}

// src/build/assemble-steps.ts
var LONGEST_NAME = 2e3;
function assembleSteps(vertices, context) {
  const instructions = vertices.flatMap((vertex) => {
    const step = parseStepName(vertex.name);
    return step === null ? [] : [{ ...vertex, step }];
  });
  const order = orderPlatforms(instructions, context.platforms);
  const platformOf = findPlatforms(instructions, vertices, order);
  const stageRanks = rankStages(instructions, vertices);
  const sourceOf = findSources(instructions, context.sources);
  return instructions.flatMap((vertex) => {
    const status = statusOf(vertex);
    if (status === null || !vertex.step.isCacheable) return [];
    const platform = platformOf.get(vertex.digest) ?? vertex.step.platform;
    return [{ vertex, status, platform }];
  }).sort(
    (a, b) => order.indexOf(a.platform ?? "") - order.indexOf(b.platform ?? "") || (stageRanks.get(a.vertex.step.stage) ?? 0) - (stageRanks.get(b.vertex.step.stage) ?? 0) || a.vertex.step.place - b.vertex.step.place
  ).map(({ vertex, status, platform }) => {
    const source = sourceOf(vertex);
    return {
      name: nameStep(vertex.step, source, context.buildArguments).slice(0, LONGEST_NAME),
      stage: vertex.step.stage,
      platform,
      status,
      durationMs: unionMs(vertex.intervals),
      source: source === null ? null : { file: source.file, line: source.line }
    };
  });
}
function findSources(instructions, sources) {
  const twins = /* @__PURE__ */ new Map();
  const keyOf = ({ step }) => JSON.stringify([step.stage, step.place]);
  for (const vertex of instructions) {
    const source = sources.get(vertex.digest);
    if (source !== void 0) twins.set(keyOf(vertex), source);
  }
  return (vertex) => sources.get(vertex.digest) ?? twins.get(keyOf(vertex)) ?? null;
}
function nameStep({ instruction }, source, buildArguments) {
  const [keyword] = instruction.split(/\s/, 1);
  if (source !== null && source.instruction.split(/\s/, 1)[0] === keyword) return source.instruction;
  return hideArguments(instruction, buildArguments);
}
function statusOf({ isCached, error, intervals }) {
  if (error.endsWith("context canceled")) return null;
  if (error !== "") return "failed";
  if (isCached) return "cached";
  return intervals.some(({ endMs }) => endMs !== null) ? "ran" : null;
}
function orderPlatforms(instructions, platforms) {
  const named = instructions.flatMap(({ step }) => step.platform ?? []).sort();
  return [.../* @__PURE__ */ new Set([...platforms, ...named])];
}
function findPlatforms(instructions, vertices, order) {
  const inputs = new Map(vertices.map((vertex) => [vertex.digest, vertex.inputs]));
  const found = /* @__PURE__ */ new Map();
  for (const platform of order) {
    const waiting = instructions.filter(({ step }) => step.platform === platform).map(({ digest }) => digest);
    for (let digest = waiting.pop(); digest !== void 0; digest = waiting.pop()) {
      if (found.has(digest)) continue;
      found.set(digest, platform);
      waiting.push(...inputs.get(digest) ?? []);
    }
  }
  return found;
}
function rankStages(instructions, vertices) {
  const stageOf = new Map(instructions.map(({ digest, step }) => [digest, step.stage]));
  const ranks = /* @__PURE__ */ new Map();
  for (const [rank, digest] of sortByInputs(vertices).entries()) {
    const stage = stageOf.get(digest);
    if (stage !== void 0) ranks.set(stage, rank);
  }
  return ranks;
}
function sortByInputs(vertices) {
  const inputs = new Map(vertices.map((vertex) => [vertex.digest, vertex.inputs]));
  const begun = /* @__PURE__ */ new Set();
  const sorted = [];
  for (const { digest: root } of [...vertices].sort((a, b) => a.digest < b.digest ? -1 : 1)) {
    const path = [];
    const enter = (digest) => {
      if (begun.has(digest)) return;
      begun.add(digest);
      path.push({ digest, left: [...inputs.get(digest) ?? []].reverse() });
    };
    enter(root);
    for (let top = path.at(-1); top !== void 0; top = path.at(-1)) {
      const next = top.left.pop();
      if (next !== void 0) {
        enter(next);
        continue;
      }
      sorted.push(top.digest);
      path.pop();
    }
  }
  return sorted;
}

// src/build/assemble-build.ts
var IMPORT = "importing cache manifest from ";
var EXPORT = /^exporting (?:inline |content )?cache\b/;
var LONGEST_ERROR = 1e3;
function assembleBuild(key, summary, vertices, sources) {
  const imports = vertices.filter(({ name }) => name.startsWith(IMPORT));
  const exports = vertices.filter(({ name }) => EXPORT.test(name));
  const platforms = summary.platforms.map((platform) => (0,chunk_BWEDM4BU/* formatPlatform */.Bq)((0,chunk_BWEDM4BU/* parsePlatform */.Y8)(platform)));
  const errors = [...imports.filter(({ error }) => !isMissing(error)), ...exports].map(({ error }) => error).filter((error) => error !== "" && !summary.error?.includes(error));
  return {
    builder: key.builder,
    id: key.id,
    status: summary.status,
    startedAtMs: summary.startedAtMs,
    durationMs: summary.durationMs,
    steps: assembleSteps(vertices, { platforms, sources, buildArguments: summary.buildArguments }),
    cache: {
      importMs: unionMs(imports.flatMap(({ intervals }) => intervals)) ?? 0,
      exportMs: unionMs(exports.flatMap(({ intervals }) => intervals)) ?? 0,
      errors: errors.map((error) => hideArguments(error, summary.buildArguments).slice(0, LONGEST_ERROR))
    },
    error: summary.error === null ? null : hideArguments(summary.error, summary.buildArguments)
  };
}
function isMissing(error) {
  return error.endsWith(": not found");
}

// src/build/build-summary.ts
var MOST_BYTES = 8 * 1024 * 1024;
var LONGEST_ERROR2 = 4e3;
var PROVENANCE = "https://slsa.dev/provenance/";
var SummarySchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  Status: (0,chunk_RAPRRMAO/* picklist */.KI)(["running", "completed", "failed", "canceled"]),
  StartedAt: (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* transform */.pd)(Date.parse), (0,chunk_RAPRRMAO/* safeInteger */.Y2)("not a time")),
  Duration: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* number */.ai)(), 0),
  Platform: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* string */.Yj)()), []),
  Attachments: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ Digest: (0,chunk_RAPRRMAO/* string */.Yj)(), Type: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), "") })), []),
  BuildArgs: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ Name: (0,chunk_RAPRRMAO/* string */.Yj)(), Value: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), "") })), []),
  Error: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* object */.Ik)({ Message: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), "") }))
});
async function fetchBuildSummary(docker, key) {
  const builder = key.builder === null ? [] : ["--builder", key.builder];
  const args = ["buildx", "history", "inspect", ...builder, key.id, "--format", "json"];
  const answer = await (0,chunk_25QIRALJ/* askDocker */.a)(docker, args, { maxBytes: MOST_BYTES });
  const name = `build ${key.id}`;
  if (answer.kind === "failed") {
    if (answer.said.includes("no record found")) throw new chunk_NQNT2RXN/* PlimsollError */.nN("BUILD_NOT_FOUND", `${name}: ${answer.said}`);
    throw (0,chunk_25QIRALJ/* dockerFailed */.i)(name, answer.said);
  }
  return parseBuildSummary(answer.stdout, name);
}
function parseBuildSummary(json, what) {
  const { Status, StartedAt, Duration, Platform, Attachments, BuildArgs, Error: Error2 } = (0,chunk_4SUYAJNO/* parseJson */.q)(json, SummarySchema, what);
  return {
    status: Status,
    startedAtMs: StartedAt,
    durationMs: Math.max(0, Math.round(Duration / 1e6)),
    platforms: Platform,
    digests: Attachments.map(({ Digest }) => Digest),
    provenances: Attachments.filter(({ Type }) => Type.startsWith(PROVENANCE)).map(({ Digest }) => Digest).filter(chunk_KASAIAVU/* isDigest */.B),
    buildArguments: BuildArgs.map(({ Name, Value }) => ({ name: Name, value: Value })),
    error: Error2 ? Error2.Message.slice(0, LONGEST_ERROR2) : null
  };
}

// src/build/dockerfile-instruction.ts
var LONGEST_HEREDOC_LINE = 30;
function readInstruction(lines, firstLine, lastLine) {
  const escape = readEscape(lines);
  const range = lines.slice(firstLine - 1, lastLine);
  const words = [];
  let used = 0;
  for (const line of range) {
    used += 1;
    const trimmed = line.trim();
    if (words.length > 0 && (trimmed === "" || trimmed.startsWith("#"))) continue;
    const isContinued = trimmed.endsWith(escape);
    words.push(isContinued ? trimmed.slice(0, -1).trim() : trimmed);
    if (!isContinued) break;
  }
  const text2 = words.filter((word) => word !== "").join(" ").replace(/^[a-z]+/i, (keyword) => keyword.toUpperCase());
  if (!text2.includes("<<")) return text2;
  const body = range.slice(used).find((line) => line.trim() !== "" && !line.trim().startsWith("#!"));
  return body === void 0 ? text2 : `${text2} (${body.trim().slice(0, LONGEST_HEREDOC_LINE)}\u2026)`;
}
function readEscape(lines) {
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (name === void 0) return "\\";
    if (name.toLowerCase() === "escape") return value === "`" ? "`" : "\\";
  }
  return "\\";
}

// src/build/provenance.ts
var LONGEST_FILE = 255;
var MOST_LINES = 5e4;
var Digests = (0,chunk_RAPRRMAO/* record */.g1)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* string */.Yj)());
var Position = (0,chunk_RAPRRMAO/* object */.Ik)({ line: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* number */.ai)(), (0,chunk_RAPRRMAO/* safeInteger */.Y2)()), 0) });
var Source = (0,chunk_RAPRRMAO/* object */.Ik)({
  locations: (0,chunk_RAPRRMAO/* nullish */.cl)(
    (0,chunk_RAPRRMAO/* record */.g1)(
      (0,chunk_RAPRRMAO/* string */.Yj)(),
      (0,chunk_RAPRRMAO/* object */.Ik)({
        locations: (0,chunk_RAPRRMAO/* nullish */.cl)(
          (0,chunk_RAPRRMAO/* array */.YO)(
            (0,chunk_RAPRRMAO/* object */.Ik)({
              sourceIndex: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* number */.ai)(), 0),
              ranges: (0,chunk_RAPRRMAO/* nullish */.cl)(
                (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ start: Position, end: Position })), (0,chunk_RAPRRMAO/* maxLength */.Ru)(MOST_LINES)),
                []
              )
            })
          ),
          []
        )
      })
    ),
    {}
  ),
  infos: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ filename: (0,chunk_RAPRRMAO/* string */.Yj)(), data: (0,chunk_RAPRRMAO/* string */.Yj)() })), [])
});
var ProvenanceSchema = (0,chunk_RAPRRMAO/* union */.KC)([
  (0,chunk_RAPRRMAO/* pipe */.Fs)(
    (0,chunk_RAPRRMAO/* object */.Ik)({
      buildDefinition: (0,chunk_RAPRRMAO/* object */.Ik)({
        internalParameters: (0,chunk_RAPRRMAO/* object */.Ik)({ buildConfig: (0,chunk_RAPRRMAO/* object */.Ik)({ digestMapping: Digests }) })
      }),
      runDetails: (0,chunk_RAPRRMAO/* object */.Ik)({ metadata: (0,chunk_RAPRRMAO/* object */.Ik)({ buildkit_metadata: (0,chunk_RAPRRMAO/* object */.Ik)({ source: Source }) }) })
    }),
    (0,chunk_RAPRRMAO/* transform */.pd)(({ buildDefinition, runDetails }) => ({
      stepOf: buildDefinition.internalParameters.buildConfig.digestMapping,
      source: runDetails.metadata.buildkit_metadata.source
    }))
  ),
  (0,chunk_RAPRRMAO/* pipe */.Fs)(
    (0,chunk_RAPRRMAO/* object */.Ik)({
      buildConfig: (0,chunk_RAPRRMAO/* object */.Ik)({ digestMapping: Digests }),
      metadata: (0,chunk_RAPRRMAO/* object */.Ik)({ "https://mobyproject.org/buildkit@v1#metadata": (0,chunk_RAPRRMAO/* object */.Ik)({ source: Source }) })
    }),
    (0,chunk_RAPRRMAO/* transform */.pd)(({ buildConfig, metadata }) => ({
      stepOf: buildConfig.digestMapping,
      source: metadata["https://mobyproject.org/buildkit@v1#metadata"].source
    }))
  )
]);
function parseProvenance(bytes, what) {
  const { stepOf, source } = (0,chunk_4SUYAJNO/* parseJson */.q)(bytes, ProvenanceSchema, what);
  const files = source.infos.map(({ filename, data }) => ({
    file: filename.slice(0, LONGEST_FILE),
    lines: Buffer.from(data, "base64").toString("utf8").split(/\r?\n/)
  }));
  const sources = /* @__PURE__ */ new Map();
  for (const [digest, step] of Object.entries(stepOf)) {
    const location = source.locations[step]?.locations.at(0);
    const file = location === void 0 ? void 0 : files[location.sourceIndex];
    if (location === void 0 || file === void 0) continue;
    const line = Math.min(...location.ranges.map(({ start }) => start.line));
    if (!Number.isFinite(line) || line < 1) continue;
    const lastLine = Math.max(line, ...location.ranges.map(({ end }) => end.line));
    const instruction = readInstruction(file.lines, line, lastLine);
    if (instruction !== "") sources.set(digest, { file: file.file, line, instruction });
  }
  return sources;
}

// src/build/fetch-sources.ts
var MOST_BYTES2 = 32 * 1024 * 1024;
var PLATFORMS_AT_ONCE = 4;
var MOST_PLATFORMS = 20;
async function fetchSources(docker, key, provenances) {
  const builder = key.builder === null ? [] : ["--builder", key.builder];
  const found = await (0,chunk_CQLJIGHQ/* inParallel */.H)(provenances.slice(0, MOST_PLATFORMS), PLATFORMS_AT_ONCE, async (digest) => {
    try {
      const args = ["buildx", "history", "inspect", "attachment", ...builder, key.id, digest];
      const answer = await (0,chunk_25QIRALJ/* askDocker */.a)(docker, args, { maxBytes: MOST_BYTES2 });
      return answer.kind === "done" ? [...parseProvenance(answer.stdout, `provenance ${digest}`)] : [];
    } catch {
      return [];
    }
  });
  return new Map(found.flat());
}

// src/build/fetch-vertices.ts



// src/build/vertex.ts
var LONGEST_TEXT = 4096;
var MOST_VERTICES = 2e4;
var chunk_H4LLF4SK_text = (0,chunk_RAPRRMAO/* pipe */.Fs)(
  (0,chunk_RAPRRMAO/* string */.Yj)(),
  (0,chunk_RAPRRMAO/* transform */.pd)((value) => value.slice(0, LONGEST_TEXT))
);
var time = (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* transform */.pd)(Date.parse), (0,chunk_RAPRRMAO/* safeInteger */.Y2)("not a time"));
var LineSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  vertexes: (0,chunk_RAPRRMAO/* nullish */.cl)(
    (0,chunk_RAPRRMAO/* array */.YO)(
      (0,chunk_RAPRRMAO/* object */.Ik)({
        digest: chunk_H4LLF4SK_text,
        inputs: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)(chunk_H4LLF4SK_text)),
        name: (0,chunk_RAPRRMAO/* nullish */.cl)(chunk_H4LLF4SK_text, ""),
        started: (0,chunk_RAPRRMAO/* nullish */.cl)(time),
        completed: (0,chunk_RAPRRMAO/* nullish */.cl)(time),
        cached: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* boolean */.zM)()),
        error: (0,chunk_RAPRRMAO/* nullish */.cl)(chunk_H4LLF4SK_text, "")
      })
    )
  )
});
function collectVertices() {
  const gathered = /* @__PURE__ */ new Map();
  return {
    addLine(line) {
      const result = (0,chunk_RAPRRMAO/* safeParse */.xL)(LineSchema, parseJson2(line));
      if (!result.success) return false;
      for (const said of result.output.vertexes ?? []) {
        const known = gathered.get(said.digest);
        if (known === void 0 && gathered.size >= MOST_VERTICES) continue;
        const vertex = known ?? {
          digest: said.digest,
          inputs: [],
          name: "",
          ends: /* @__PURE__ */ new Map(),
          isCached: false,
          error: ""
        };
        gathered.set(said.digest, vertex);
        vertex.inputs = said.inputs ?? vertex.inputs;
        vertex.name = said.name || vertex.name;
        vertex.isCached ||= said.cached === true;
        vertex.error = said.error || vertex.error;
        if (typeof said.started === "number") {
          vertex.ends.set(said.started, said.completed ?? vertex.ends.get(said.started) ?? null);
        }
      }
      return true;
    },
    vertices: () => [...gathered.values()].map(({ ends, ...vertex }) => ({
      ...vertex,
      intervals: [...ends].map(([startMs, endMs]) => ({ startMs, endMs }))
    }))
  };
}
function parseJson2(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}

// src/build/fetch-vertices.ts
var MOST_BYTES3 = 256 * 1024 * 1024;
var TIMEOUT_MS = 6e4;
var SAID_CHARACTERS = 600;
async function fetchVertices(docker, key, limits = { maxBytes: MOST_BYTES3, timeoutMs: TIMEOUT_MS }) {
  const name = `the steps of build ${key.id}`;
  const builder = key.builder === null ? [] : ["--builder", key.builder];
  const args = ["buildx", "history", "logs", ...builder, key.id, "--progress", "rawjson"];
  const child = (0,external_node_child_process_.spawn)(docker.path, args, {
    env: (0,chunk_6A6LW3DQ/* withoutSecrets */.c)(docker.env),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true
  });
  const lines = (0,external_node_readline_.createInterface)({ input: child.stderr });
  const ended = new Promise((resolve) => {
    child.once("error", (failure2) => {
      resolve({ code: null, failure: failure2 });
    });
    child.once("exit", (code2) => {
      resolve({ code: code2, failure: null });
    });
  });
  let bytes = 0;
  const stop = () => {
    child.kill("SIGKILL");
    lines.close();
    child.stderr.destroy();
  };
  child.stderr.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes > limits.maxBytes) stop();
  });
  const timer = setTimeout(stop, limits.timeoutMs);
  const collector = collectVertices();
  let said = "";
  for await (const line of lines) {
    if (!collector.addLine(line)) said = `${said}
${line.slice(0, SAID_CHARACTERS)}`.slice(-SAID_CHARACTERS);
  }
  const { code, failure } = await ended;
  clearTimeout(timer);
  if (code === 0) return collector.vertices();
  if (failure !== null) throw (0,chunk_25QIRALJ/* dockerFailed */.i)(name, failure.message);
  if (bytes > limits.maxBytes) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("LIMIT_EXCEEDED", `${name}: the answer is larger than ${limits.maxBytes} bytes`);
  }
  if (code === null) throw (0,chunk_25QIRALJ/* dockerFailed */.i)(name, `no answer within ${limits.timeoutMs / 1e3} s`);
  if (said.includes("no record found")) throw new chunk_NQNT2RXN/* PlimsollError */.nN("BUILD_NOT_FOUND", `${name}: ${said.trim()}`);
  throw (0,chunk_25QIRALJ/* dockerFailed */.i)(name, said.trim());
}

// src/build/why-no-record.ts
var NEEDED = [0, 21];
var WHAT = "Steps and build times are not known, only sizes";
async function explainNoRecord(docker, thrown) {
  const code = "no-build-record";
  const version = await readBuildxVersion(docker);
  if (version !== null && isOlder(version, NEEDED)) {
    return {
      code,
      message: `${WHAT}: buildx ${version.join(".")} does not tell of past builds.`,
      hint: `Update buildx to ${NEEDED.join(".")} or newer, for example with the input "buildx-version".`
    };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/unknown (?:method|service)|Unimplemented|not implemented/i.test(message)) {
    return {
      code,
      message: `${WHAT}: this builder keeps no record of its builds.`,
      hint: 'Use "driver: docker-container", or a newer engine.'
    };
  }
  return { code, message: `${WHAT}: ${message}`, hint: thrown instanceof chunk_NQNT2RXN/* PlimsollError */.nN ? thrown.hint : "" };
}
async function readBuildxVersion(docker) {
  try {
    const answer = await (0,chunk_25QIRALJ/* askDocker */.a)(docker, ["buildx", "version"], { maxBytes: 65536 });
    if (answer.kind === "failed") return null;
    const [, major, minor] = / v?(\d{1,6})\.(\d{1,6})\./.exec(Buffer.from(answer.stdout).toString("utf8")) ?? [];
    return major === void 0 || minor === void 0 ? null : [Number(major), Number(minor)];
  } catch {
    return null;
  }
}
function isOlder(version, needed) {
  return version[0] < needed[0] || version[0] === needed[0] && version[1] < needed[1];
}

// src/build/read-build.ts
async function readBuild(docker, key, known) {
  try {
    const summary = known ?? await fetchBuildSummary(docker, key);
    const { status } = summary;
    if (status === "running") return { build: null, notes: [STILL_RUNNING] };
    const [{ vertices, notes }, sources] = await Promise.all([
      tryVertices(docker, key),
      fetchSources(docker, key, summary.provenances)
    ]);
    return { build: assembleBuild(key, { ...summary, status }, vertices, sources), notes };
  } catch (error) {
    return { build: null, notes: [await explainNoRecord(docker, error)] };
  }
}
var STILL_RUNNING = {
  code: "no-build-record",
  message: "Steps and build times are not known, only sizes: the build has not ended.",
  hint: "Ask again when it has."
};
async function tryVertices(docker, key) {
  try {
    return { vertices: await fetchVertices(docker, key), notes: [] };
  } catch (error) {
    return { vertices: [], notes: [await explainNoRecord(docker, error)] };
  }
}



// EXTERNAL MODULE: ./build/chunk-PLB7MWMH.js
var chunk_PLB7MWMH = __webpack_require__(2672);
;// CONCATENATED MODULE: ./build/chunk-UQVTBKBG.js



// src/build/read-named-build.ts
async function readNamedBuild(name, docker) {
  const [, builder, id = ""] = /^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(name) ?? [];
  if (id === "") return null;
  return await readBuild(docker, { builder: builder ?? await nameCurrentBuilder(docker, id), id });
}
async function nameCurrentBuilder(docker, id) {
  return (await (0,chunk_PLB7MWMH/* listBuilds */.Y)(docker, null)).find((build) => build.id === id)?.builder ?? "";
}



;// CONCATENATED MODULE: ./build/read-named-build-BP3ZNNHP.js














/***/ })

};
