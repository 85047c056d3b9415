export const id = 854;
export const ids = [854];
export const modules = {

/***/ 511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ fetchRecord)
/* harmony export */ });
/* harmony import */ var _chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4719);
/* harmony import */ var _chunk_ILW6DDBN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1526);
/* harmony import */ var _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9208);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8088);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2587);










// src/image/registry/fetch-referrers.ts
var TypeSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({ artifactType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)(), null) });
var IndexSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({
  schemaVersion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .eu)(2),
  mediaType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .eu)(_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .OCI_INDEX */ .$p)),
  manifests: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .pipe */ .Fs)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .pipe */ .Fs)(
        (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({}),
        (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .transform */ .pd)((entry) => ({ ...(0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .qg)(TypeSchema, entry), descriptor: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .qg)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_3__/* .DescriptorSchema */ .l, entry) }))
      )
    ),
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .maxLength */ .Ru)(_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__/* .LIMITS */ .b.indexEntries)
  )
});
async function fetchReferrers(client, { registry, repository }, subject) {
  const call = {
    method: "GET",
    registry,
    repository,
    what: `the referrers of ${registry}/${repository}@${subject}`,
    access: "pull",
    headers: { accept: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .OCI_INDEX */ .$p },
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__/* .LIMITS */ .b.manifestBytes,
    followsRedirects: false
  };
  const referrers = [];
  let path = `/v2/${repository}/referrers/${subject}`;
  for (let pages = 0; pages < _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__/* .LIMITS */ .b.referrerPages; pages += 1) {
    const answer = await client.fetch({ ...call, path });
    if (isRefusal(answer.status)) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_5__/* .explainAnswer */ .iJ)(answer, (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .GC)({ ...call, path }));
    const page = answer.status === 200 ? readPage(answer, subject) : null;
    if (page === null) return pages === 0 ? null : referrers;
    referrers.push(...page);
    const next = (0,_chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .nextPage */ .Zj)(answer.headers["link"], answer.url);
    if (next === null) return referrers;
    path = next;
  }
  return referrers;
}
function isRefusal(status) {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}
function readPage({ headers, bytes }, subject) {
  if (headers["content-type"]?.split(";")[0]?.trim() !== _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .OCI_INDEX */ .$p) return null;
  if ((0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes, subject) === subject) return null;
  try {
    return (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .qg)(IndexSchema, JSON.parse(Buffer.from(bytes).toString("utf8"))).manifests;
  } catch {
    return null;
  }
}

// src/record/fetch-record.ts
async function fetchRecord(client, repository, image) {
  try {
    const tagged = await (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .Cj)(client, repository, { tag: (0,_chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .nameRecordTag */ .jx)(image) });
    const manifest = tagged ?? await fetchReferrer(client, repository, image);
    return manifest === null ? { kind: "none" } : await readRecord(client, repository, image, manifest);
  } catch (error) {
    const { message, hint } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_8__/* .wrapError */ .J4)("REGISTRY_FAILED", "the registry", error);
    return ignore(`could not be read: ${message}`, hint);
  }
}
async function fetchReferrer(client, repository, image) {
  const referrers = await fetchReferrers(client, repository, image) ?? [];
  const createdAt = ({ descriptor }) => descriptor.annotations["org.opencontainers.image.created"] ?? "";
  const [newest] = referrers.filter(({ artifactType }) => artifactType === _chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPE */ .Bm).sort((a, b) => createdAt(a) < createdAt(b) ? 1 : -1);
  return newest === void 0 ? null : await (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .Cj)(client, repository, { digest: newest.descriptor.digest });
}
async function readRecord(client, repository, image, { bytes, digest }) {
  const manifest = (0,_chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRecordManifest */ .y0)(bytes, `manifest ${digest}`);
  if (manifest.record === null) return ignore(`is something else: manifest ${digest}`);
  if (manifest.subject !== image) return ignore(`is of another image: ${manifest.subject ?? "none"}`);
  if (manifest.record.size > _chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_RECORD_BYTES */ .W7) return ignore(`has ${manifest.record.size} bytes`);
  const record = (0,_chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRecord */ .Hh)(await (0,_chunk_ILW6DDBN_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchBlob */ .s)(client, repository, manifest.record), "the record");
  return record.image === image ? { kind: "found", record } : ignore(`says that it is of another image: ${record.image}`);
}
function ignore(why, hint = "") {
  const message = `What is kept beside the baseline ${why}. It is ignored: steps and times are not compared.`;
  return { kind: "ignored", note: { code: "record-ignored", message, hint } };
}




/***/ }),

/***/ 1853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ openBuild)
/* harmony export */ });
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2921);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2587);









// src/image/builder.ts
var RECORD_BYTES = 8 * 1024 * 1024;
var Text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)(), "");
var RecordSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ik)({
  Status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)(),
  Error: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ik)({ Message: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)()) })),
  Attachments: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ik)({ Digest: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)(), Type: Text, Platform: Text })))
});
function openBuild(docker, key) {
  const name = `build:${key.builder === null ? "" : `${key.builder}/`}${key.id}`;
  const fetchBounded = async (descriptor, maxBytes) => await (0,_chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchDescribed */ .q)(
    descriptor,
    { maxBytes, what: name },
    async () => await fetchContent(docker, key, descriptor.digest, maxBytes, name)
  );
  return {
    name,
    async fetchRoot() {
      const root = chooseRoot(await fetchRecord(docker, key, name), name);
      const bytes = await fetchContent(docker, key, root.digest, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes, name);
      (0,_chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_1__/* .checkBytes */ .A)(bytes, root, name);
      return { ...root, bytes };
    },
    async fetchManifest(descriptor) {
      const { mediaType, digest } = descriptor;
      return { mediaType, digest, bytes: await fetchBounded(descriptor, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes) };
    },
    fetchBlob: async (descriptor) => await fetchBounded(descriptor, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.configBytes)
  };
}
async function fetchRecord(docker, key, name) {
  const args = ["buildx", "history", "inspect", ...builderArgs(key), "--format", "json", key.id];
  const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes: RECORD_BYTES });
  if (answer.kind === "failed") throw refusal(name, answer.said);
  return (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(answer.stdout, RecordSchema, name);
}
function chooseRoot(build, name) {
  if (build.Status === "running") {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${name} has not ended`, { hint: "Ask again when it has." });
  }
  if (build.Status !== "completed") {
    const why = build.Error?.Message ?? "";
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN(
      "BUILD_FAILED",
      `${name} made no image (${build.Status})${why && `: ${why.slice(0, 600)}`}`,
      {
        hint: 'Build again, or name a build that went through: see "docker buildx history ls".'
      }
    );
  }
  const made = (build.Attachments ?? []).flatMap(
    ({ Digest: digest, Type: mediaType, Platform: platform }) => (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(digest) ? [{ digest, mediaType, isWhole: platform === "" }] : []
  );
  const root = made.find(({ mediaType }) => (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType)) ?? made.find(({ mediaType, isWhole }) => (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestType */ .Q3)(mediaType) && isWhole) ?? made.find(({ mediaType }) => (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestType */ .Q3)(mediaType));
  if (root === void 0) throw noImage(name);
  return { digest: root.digest, mediaType: root.mediaType };
}
async function fetchContent(docker, key, digest, maxBytes, name) {
  const args = ["buildx", "history", "inspect", "attachment", ...builderArgs(key), key.id, digest];
  const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes });
  if (answer.kind === "failed") throw refusal(name, answer.said);
  return answer.stdout;
}
function builderArgs({ builder }) {
  return builder === null ? [] : ["--builder", builder];
}
function refusal(name, said) {
  if (/no record found|no builder .* found/.test(said)) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${name}: ${said}`, {
      hint: 'See "docker buildx ls" for the builders, and "docker buildx history ls --builder NAME" for what one remembers.'
    });
  }
  return (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, said);
}
function noImage(name) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${name} went through, and the builder kept no image of it`, {
    hint: 'Build with "--output type=image,name=x,push=false", which keeps it in the builder. The "docker" driver does so with the containerd image store only; without it, name the image: docker:NAME. Buildx before 0.21 does not tell.'
  });
}




/***/ }),

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

/***/ 979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
// src/image/in-parallel.ts
async function inParallel(items, width, work) {
  const results = /* @__PURE__ */ new Map();
  const queue = items.entries();
  let isStopped = false;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (isStopped) return;
      try {
        results.set(index, await work(item));
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}




/***/ }),

/***/ 790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
// src/github/clock.ts
var systemClock = {
  nowMs: () => Date.now(),
  sleep: async (durationMs) => {
    await new Promise((resolve) => setTimeout(resolve, durationMs));
  },
  random: () => Math.random()
};




/***/ }),

/***/ 6508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   B5: () => (/* binding */ joinTexts),
/* harmony export */   EI: () => (/* binding */ formatInstruction),
/* harmony export */   F5: () => (/* binding */ tellStory),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   OW: () => (/* binding */ findMostGrown),
/* harmony export */   Ul: () => (/* binding */ formatByteChange),
/* harmony export */   V8: () => (/* binding */ formatSizeTable),
/* harmony export */   XX: () => (/* binding */ judgeSignificance),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   rl: () => (/* binding */ nameBaseline),
/* harmony export */   se: () => (/* binding */ formatNote),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* unused harmony export findReason */
// src/report/text.ts
function say(ours, ...values) {
  return {
    pieces: ours.flatMap((text, index) => {
      const value = values[index];
      const piece = { kind: "ours", text };
      if (value === void 0) return [piece];
      if (typeof value === "object") return [piece, ...value.pieces];
      return [piece, { kind: "foreign", text: String(value) }];
    })
  };
}
function code(untrusted) {
  return { pieces: [{ kind: "code", text: untrusted }] };
}
function joinTexts(texts, separator) {
  return {
    pieces: texts.flatMap(
      (text, index) => index === 0 ? text.pieces : [{ kind: "ours", text: separator }, ...text.pieces]
    )
  };
}

// src/compare/significance.ts
function judgeSignificance(comparison, noise) {
  if (comparison.verdict !== "pass") return "news";
  if (comparison.platforms.some((platform) => isNews(platform, noise))) return "news";
  const isSame = comparison.platforms.every((platform) => platform.layers.every(({ status }) => status === "same"));
  return isSame ? "unchanged" : "noise";
}
function isNews(platform, noise) {
  const { baseline, change } = platform.download;
  if (platform.status !== "compared" || baseline === null || change === null) return true;
  const bytes = Math.abs(change);
  return bytes > 0 && (bytes >= noise.bytes || bytes * 100 >= noise.percent * baseline);
}

// src/report/against.ts
function nameBaseline(context) {
  return context.baselineTitle === null ? say`the baseline` : code(context.baselineTitle);
}
function formatAgainst({ baseline }, context) {
  const name = nameBaseline(context);
  if (baseline.kind === "none" || baseline.commit === null) return name;
  return say`${name} ${shortCommit(baseline.commit)}`;
}
function formatProvenance(comparison, context) {
  const head = context.headSha ?? comparison.head.commit;
  const against = comparison.baseline.kind === "found" ? say`against ${formatAgainst(comparison, context)}, ${formatHow(comparison.baseline, context)}` : comparison.head.pushed ? say`no baseline: ${comparison.baseline.reason}` : say`no baseline`;
  return head === null ? against : say`${against} · head ${shortCommit(head)}`;
}
function shortCommit(commit) {
  return commit.slice(0, 7);
}
function isStandIn({ how, distance }) {
  return how === "ancestor" || how === "tag" && distance === null;
}
function formatHow(baseline, { baselineWhy }) {
  const wanted = say`${baselineWhy ?? "the commit that was wanted"}`;
  if (isStandIn(baseline)) {
    return baseline.distance === null ? say`the newest image there is; none was found for ${wanted}` : say`${plural(baseline.distance, "commit")} before ${wanted}; no nearer image was found`;
  }
  switch (baseline.how) {
    case "release":
      return say`${baselineWhy ?? "the previous release"}`;
    case "given":
      return say`as given`;
    default:
      return say`${baselineWhy ?? "as it was"}`;
  }
}
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/report/duration.ts
function formatDuration(durationMs) {
  const tenths = Math.round(Math.max(0, durationMs) / 100);
  if (tenths < 100) return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1e3);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return join(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
function join(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

// src/compare/instruction.ts
var SHELL = String.raw`\/bin\/(?:ba|a|da)?sh(?: -[a-z]+| pipefail)* -[a-z]*c`;
var CLASSIC_METADATA = new RegExp(`^${SHELL} #\\(nop\\)\\s+`);
var CLASSIC_RUN = new RegExp(`^${SHELL} `);
var BUILDKIT_RUN = new RegExp(`^RUN ${SHELL} `);
var RUN_FLAGS = /^RUN(?: --(?:mount|network|security|device)=\S+)+ /;
function formatInstruction(createdBy) {
  return createdBy.replace(/\s+/g, " ").trim().replace(/ # buildkit$/, "").replace(CLASSIC_METADATA, "").replace(CLASSIC_RUN, "RUN ").replace(BUILDKIT_RUN, "RUN ").replace(RUN_FLAGS, "RUN ").trim();
}

// src/report/build-line.ts
var MOST_STEPS = 2;
var WORTH_SAYING_MS = 1e3;
function formatBuildLine(build) {
  const { restored, cacheable } = build.cache;
  const time = build.durationMs === null ? null : say`Built in ${formatDuration(build.durationMs)}`;
  const fromCache = say`${restored} of ${plural(cacheable, "step")} from the cache.`;
  const lost = findLostSteps(build);
  const sentences = [
    ...cacheable === 0 ? [say`.`] : [time === null ? fromCache : say`, ${fromCache}`],
    ...lost.slice(0, MOST_STEPS).map(({ name, durationMs }) => say`${code(name)} lost its cache: ${formatDuration(durationMs)}.`),
    ...lost.length > MOST_STEPS ? [say`So did ${plural(lost.length - MOST_STEPS, "other step")}.`] : []
  ];
  return { time, rest: joinTexts(sentences, " ") };
}
function findLostSteps(build) {
  const longest = /* @__PURE__ */ new Map();
  for (const step of build.steps) {
    if (step.status !== "ran" || step.baseline?.status !== "cached" || step.durationMs === null) continue;
    const name = formatInstruction(step.name);
    longest.set(name, Math.max(longest.get(name) ?? 0, step.durationMs));
  }
  return [...longest].map(([name, durationMs]) => ({ name, durationMs })).filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS).toSorted((a, b) => b.durationMs - a.durationMs);
}

// src/report/bytes.ts
var UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
var MINUS = "\u2212";
function formatBytes(bytes) {
  const sign = bytes < 0 ? MINUS : "";
  let value = Math.abs(bytes);
  let unit = 0;
  while (value >= (unit === 0 ? 1e3 : 999.5) && unit < UNITS.length - 1) {
    value /= 1e3;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${sign}${value.toFixed(digits)} ${UNITS[unit] ?? ""}`;
}
function formatByteChange(bytes) {
  return bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}
function formatExactBytes(bytes) {
  const digits = String(Math.abs(bytes)).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${bytes < 0 ? MINUS : ""}${digits} B`;
}

// src/report/cause-rows.ts
var MOST_ROWS = 3;
var WORTH_A_WORD = 0.02;
function formatCauseRows(comparison) {
  const compared = comparison.platforms.filter(({ status }) => status === "compared");
  const groups = groupCauses(compared).toSorted((a, b) => weigh(b) - weigh(a));
  const floor = Math.max(...groups.map(weigh), 0) * WORTH_A_WORD;
  const worthy = groups.filter((group) => weigh(group) >= floor);
  const rows = worthy.slice(0, MOST_ROWS).map((group) => ({
    change: formatRange(group),
    what: say`${group.text}${formatWhere(group, compared)}`
  }));
  return { rows, left: worthy.length - rows.length };
}
function groupCauses(platforms) {
  const groups = /* @__PURE__ */ new Map();
  for (const platform of platforms) {
    const seen = /* @__PURE__ */ new Map();
    for (const cause of platform.causes) {
      const status = findStatus(cause, platform);
      const like = JSON.stringify([cause.kind, status, cause.detail]);
      const count = seen.get(like) ?? 0;
      seen.set(like, count + 1);
      const key = `${like} ${count}`;
      const group = groups.get(key) ?? { text: describeCause(cause, status), downloadBytes: /* @__PURE__ */ new Map() };
      group.downloadBytes.set(platform.platform, cause.downloadBytes);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
function findStatus(cause, platform) {
  return platform.layers.find((layer) => layer.digest === cause.layer && layer.status !== "same")?.status ?? null;
}
function describeCause(cause, status) {
  switch (cause.kind) {
    case "config":
      return say`the image's configuration`;
    case "recompressed":
      return say`${nameLayer(cause)}, the same content compressed otherwise`;
    default:
      if (status === "added") return say`${nameLayer(cause)}, a new layer`;
      if (status === "removed") return say`${nameLayer(cause)}, a layer that is gone`;
      return nameLayer(cause);
  }
}
function nameLayer(cause) {
  if (cause.detail !== "") return code(cause.detail);
  return say`layer ${code((cause.layer ?? "").replace(/^sha\d+:/, "").slice(0, 12))}`;
}
function weigh(group) {
  return Math.max(...[...group.downloadBytes.values()].map(Math.abs));
}
function formatRange(group) {
  const bytes = [...group.downloadBytes.values()];
  const least = formatByteChange(Math.min(...bytes));
  const most = formatByteChange(Math.max(...bytes));
  if (least === most) return say`${most}`;
  const [leastNumber, leastUnit] = least.split(" ");
  return leastUnit === most.split(" ")[1] ? say`${leastNumber ?? ""} to ${most}` : say`${least} to ${most}`;
}
function formatWhere(group, compared) {
  if (group.downloadBytes.size === compared.length) return say``;
  const names = [...group.downloadBytes.keys()];
  return names.length <= 2 ? say`, on ${names.join(" and ")} only` : say`, on ${names.length} of ${compared.length} platforms`;
}

// src/report/limit.ts
function describeLimit({ limit }) {
  const kind = limit.startsWith("max-size") ? "size" : "increase";
  const value = limit.replace(/^.*:\s*/, "").replace(/(\d)\s*%/g, "$1 %");
  return {
    kind,
    where: /^max-[a-z]+-on-disk/.test(limit) ? "size on disk" : "download",
    text: kind === "size" ? value : value.replace(/(^|and\s+)\+?(?=\d)/g, "$1+")
  };
}
function formatApart(measured, allowed) {
  if (measured === allowed || formatBytes(measured) !== formatBytes(allowed)) {
    return { measured: formatBytes(measured), allowed: null };
  }
  return { measured: formatExactBytes(measured), allowed: formatExactBytes(allowed) };
}

// src/report/percent.ts
function formatPercent(change, baseline) {
  if (baseline === null || baseline <= 0 || change === 0) return null;
  const percent = Math.abs(change) / baseline * 100;
  const digits = percentDigits(percent, change);
  if (digits === null) return null;
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${change < 0 ? "\u2212" : "+"}${grouped}${fraction === void 0 ? "" : `.${fraction}`} %`;
}
function percentDigits(percent, change) {
  if (percent < 5e-3) return null;
  if (percent < 0.095) return percent.toFixed(2);
  if (change < 0 && percent < 100 && percent >= 99) return Math.min(percent, 99.9).toFixed(1);
  return percent.toFixed(percent < 9.95 ? 1 : 0);
}

// src/report/why-not-compared.ts
function formatWhyNotCompared(comparison) {
  const { baseline, platforms } = comparison;
  if (platforms.some(({ status }) => status === "compared")) return null;
  const note = findReason(comparison);
  if (note !== null) return formatNote(note);
  return formatNote({ message: baseline.kind === "none" ? baseline.reason : "no platform is in both", hint: "" });
}
function findReason({ baseline, notes, platforms, verdict }) {
  if (platforms.some(({ status }) => status === "compared")) return null;
  const [first] = notes;
  if (first === void 0) return null;
  const isAboutBaseline = baseline.kind === "none" && platforms.length > 0;
  if (isAboutBaseline) return first.message === baseline.reason ? first : null;
  return verdict === "no-baseline" ? null : first;
}
function formatNote({ message, hint }) {
  const text = message.trim();
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return hint === "" ? say`${sentence}` : say`${sentence} ${hint}`;
}

// src/report/headline.ts
function formatHeadline(comparison, context) {
  const { name } = comparison;
  const rest = { because: null, budget: null };
  const budget = findWorstBudget(comparison.budgets);
  if (budget !== null) {
    const icon = budget.verdict === "over" && budget.enforced ? "over" : "warning";
    return { ...rest, icon, text: say`${name}: ${formatBroken(budget, comparison, context)}`, budget };
  }
  const quiet = formatQuiet(comparison, context);
  if (quiet !== null) return { ...rest, icon: "none", text: quiet };
  const because = formatWhyNotCompared(comparison);
  if (because === null) {
    const icon = comparison.budgets.length === 0 ? "none" : comparison.verdict === "pass" ? "within" : "warning";
    return { ...rest, icon, text: say`${name}: ${formatCompared(comparison, context)}` };
  }
  if (comparison.verdict === "not-compared") {
    return { ...rest, icon: "warning", text: say`${name}: could not be compared:`, because };
  }
  return comparison.head.pushed ? { ...rest, icon: "none", text: say`${name}: baseline recorded.` } : { ...rest, icon: "none", text: say`${name}: nothing to compare with yet:`, because };
}
function formatQuiet(comparison, context) {
  const against = say`against ${formatAgainst(comparison, context)}`;
  switch (judgeSignificance(comparison, context.noise)) {
    case "unchanged":
      return say`${comparison.name}: no change ${against}`;
    case "noise": {
      const change = findMostChanged(comparison)?.download.change ?? 0;
      const bytes = change === 0 ? say`` : say`, ${formatByteChange(change)}`;
      return say`${comparison.name}: next to no change ${against}${bytes}`;
    }
    case "news":
      return null;
  }
}
function findMostGrown(comparison) {
  return sortByChange(comparison)[0] ?? null;
}
function findMostChanged(comparison) {
  const sorted = sortByChange(comparison);
  const most = sorted[0] ?? null;
  return most !== null && changeOf(most) > 0 ? most : sorted.at(-1) ?? null;
}
function sortByChange({ platforms }) {
  return platforms.filter(({ status }) => status === "compared").toSorted((a, b) => changeOf(b) - changeOf(a));
}
function changeOf({ download }) {
  return download.change ?? 0;
}
function findWorstBudget(budgets) {
  const excess = (budget) => (budget.measured ?? 0) / Math.max(1, budget.allowed ?? 0);
  const rank = (budget) => budget.verdict === "overridden" ? 2 : budget.enforced ? 0 : 1;
  const broken = budgets.filter(({ verdict }) => verdict === "over" || verdict === "overridden");
  return broken.toSorted((a, b) => rank(a) - rank(b) || excess(b) - excess(a))[0] ?? null;
}
function formatBroken(budget, comparison, context) {
  const limit = describeLimit(budget);
  const platform = comparison.platforms.find((candidate) => candidate.platform === budget.platform);
  const measured = budget.measured ?? 0;
  const apart = formatApart(measured, budget.allowed ?? 0);
  const judged = comparison.budgets.filter((other) => other.limit === budget.limit);
  const changes = judged.map((other) => other.measured ?? 0);
  const isForAll = judged.length === comparison.platforms.length && judged.every(({ verdict }) => verdict === budget.verdict) && (areAlike(changes) || measured === Math.max(...changes));
  const where = isForAll ? say`` : say` on ${code(budget.platform)}`;
  const upTo = isForAll && !areAlike(changes) ? say`up to ` : say``;
  const sizes = limit.where === "download" ? platform?.download : platform?.onDisk;
  const bound = apart.allowed === null ? say`Limit: ${limit.text}` : say`Limit: ${limit.text}, here ${apart.allowed}`;
  const lifted = budget.verdict === "overridden" ? formatLifted(context) : say`.`;
  return limit.kind === "size" ? say`the ${limit.where} is ${upTo}${apart.measured}${where}. ${bound}${lifted}` : say`${subject(context)} adds ${upTo}${apart.measured}${inPercent(measured, sizes?.baseline ?? null)} to the ${limit.where}${where}. ${bound}${lifted}`;
}
function formatLifted({ overrideLabel, overriddenBy }) {
  const label = overrideLabel === null ? say`a label` : say`the label ${code(overrideLabel)}`;
  return overriddenBy === null ? say`, lifted by ${label}.` : say`, lifted by ${label} that ${code(overriddenBy)} put there.`;
}
function formatCompared(comparison, context) {
  const platform = findMostChanged(comparison);
  const change = platform?.download.change ?? 0;
  const moves = formatPlatformMoves(comparison);
  const parts = [
    ...platform === null || change === 0 ? [] : [formatChange(platform, change, comparison, context)],
    ...moves
  ];
  if (parts.length === 0) parts.push(say`${subject(context)} leaves the download as large as it was`);
  const limit = comparison.budgets.map(describeLimit).find((candidate, index) => {
    const budget = comparison.budgets[index];
    return candidate.kind === "increase" && candidate.where === "download" && budget?.platform === platform?.platform;
  });
  const bound = limit === void 0 || change <= 0 ? say`` : say` Limit: ${limit.text}.`;
  return say`${joinTexts(parts, "; ")}.${bound}`;
}
function formatChange(platform, change, comparison, context) {
  const percent = inPercent(change, platform.download.baseline);
  const compared = comparison.platforms.filter(({ status }) => status === "compared");
  const changes = compared.map(({ download }) => download.change ?? 0);
  const isEverywhere = changes.every((other) => Math.sign(other) === Math.sign(change));
  const where = isEverywhere ? say`` : say` on ${code(platform.platform)}`;
  const upTo = isEverywhere && !areAlike(changes) ? say`up to ` : say``;
  return change > 0 ? say`${subject(context)} adds ${upTo}${formatBytes(change)}${percent} to the download${where}` : say`${subject(context)} takes ${upTo}${formatBytes(-change)}${percent} off the download${where}`;
}
function areAlike(changes) {
  const sizes = changes.map(Math.abs);
  return Math.min(...sizes) >= 0.8 * Math.max(...sizes);
}
function inPercent(change, baseline) {
  const percent = formatPercent(change, baseline);
  return percent === null ? say`` : say` (${percent})`;
}
function formatPlatformMoves(comparison) {
  const tell = (status, what) => {
    const names = comparison.platforms.filter((platform) => platform.status === status);
    if (names.length === 0) return [];
    const list = joinTexts(
      names.map(({ platform }) => code(platform)),
      ", "
    );
    return [say`${list} ${names.length === 1 ? "is" : "are"} ${what}`];
  };
  return [...tell("added", "new"), ...tell("removed", "no longer built")];
}
function subject(context) {
  return say`this ${context.subject}`;
}

// src/report/story.ts
var MOST_NOTES = 2;
function tellStory(comparison, context) {
  const headline = formatHeadline(comparison, context);
  const isFailing = comparison.budgets.some(({ verdict, enforced }) => verdict === "over" && enforced);
  return {
    headline,
    reasons: formatReasons(comparison, headline),
    broken: formatOtherBroken(comparison, headline.budget),
    causes: formatCauseRows(comparison),
    build: comparison.build === null ? null : formatBuildLine(comparison.build),
    notes: formatNotes(comparison),
    advice: isFailing && context.overrideLabel !== null ? say`Intended? Add the label ${code(context.overrideLabel)} and run this job again.` : null,
    provenance: formatProvenance(comparison, context)
  };
}
function formatReasons(comparison, headline) {
  const { budgets, verdict } = comparison;
  const why = formatWhyNotCompared(comparison);
  const isOnlyWarning = verdict === "over" && !budgets.some((budget) => budget.verdict === "over" && budget.enforced);
  return [
    ...why === null || headline.budget === null ? [] : [say`Not compared: ${why}`],
    ...isOnlyWarning ? [say`A warning only: ${formatLeniency(comparison)}.`] : []
  ];
}
function formatLeniency({ baseline }) {
  if (baseline.kind === "found" && isStandIn(baseline)) {
    return baseline.distance === null ? say`the baseline is not the commit that was wanted, and what came between may have changed the image` : say`the baseline is ${plural(baseline.distance, "commit")} too old, and what came between may have changed the image`;
  }
  return say`limits fail pull requests and releases`;
}
function formatOtherBroken({ budgets }, said) {
  const platforms = /* @__PURE__ */ new Map();
  for (const budget of budgets) {
    if (budget.verdict !== "over" && budget.verdict !== "overridden" || budget.limit === said?.limit) continue;
    const format = describeLimit(budget).kind === "size" ? formatBytes : formatByteChange;
    const measured = say`${format(budget.measured ?? 0)} on ${code(budget.platform)}`;
    platforms.set(budget.limit, [...platforms.get(budget.limit) ?? [], measured]);
  }
  return [...platforms].map(([limit, measured]) => say`Also over ${code(limit)}: ${joinTexts(measured, ", ")}.`);
}
function formatNotes(comparison) {
  const reason = findReason(comparison);
  return comparison.notes.filter((note) => note.hint !== "" && note !== reason).slice(0, MOST_NOTES).map((note) => say`Note: ${formatNote(note)}`);
}

// src/report/size-table.ts
function formatSizeTable({ platforms, baseline }, context, measure = "download") {
  if (baseline.kind === "none") {
    return {
      head: [say`platform`, measure === "download" ? say`download` : say`on disk`],
      rows: platforms.map((platform) => [say`${platform.platform}`, formatSide(platform[measure].head)])
    };
  }
  return {
    head: [say`platform`, nameBaseline(context), say`this ${context.subject}`, say``],
    rows: platforms.map((platform) => [
      say`${platform.platform}`,
      formatSide(platform[measure].baseline),
      formatSide(platform[measure].head),
      formatSizeChange(platform.status, platform[measure])
    ])
  };
}
function formatSide(bytes) {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}
function formatSizeChange(status, { baseline, change }) {
  if (status !== "compared") return status === "added" ? say`new` : say`gone`;
  if (change === null) return say`not known`;
  if (change === 0) return say`no change`;
  const percent = formatPercent(change, baseline);
  return percent === null ? say`${formatByteChange(change)}` : say`${formatByteChange(change)} (${percent})`;
}




/***/ }),

/***/ 9039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ mark),
/* harmony export */   Mt: () => (/* binding */ renderStoryParts),
/* harmony export */   kE: () => (/* binding */ renderMarkdownBlocks),
/* harmony export */   u3: () => (/* binding */ formatLink),
/* harmony export */   wQ: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7726);
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6508);
/* harmony import */ var _chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2587);





// src/report/markdown.ts
var MOST_CHARACTERS = { foreign: 500, code: 120 };
var Markdown = class _Markdown {
  #text;
  constructor(text) {
    this.#text = text;
  }
  toString() {
    return this.#text;
  }
  static of(ours, values) {
    const pieces = ours.map((piece, index) => {
      const value = values[index];
      if (value === void 0) return piece;
      if (typeof value === "number") return `${piece}${value}`;
      return piece + (value instanceof _Markdown ? value.#text : value.pieces.map(encodePiece).join(""));
    });
    return new _Markdown(pieces.join(""));
  }
  static join(parts, separator) {
    return new _Markdown(parts.map((part) => part.#text).join(separator));
  }
};
function mark(ours, ...values) {
  return Markdown.of(ours, values);
}
function encodePiece(piece) {
  if (piece.kind === "ours") return piece.text;
  const encoded = encode((0,_chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_2__/* .makeVisible */ .X)(piece.text, MOST_CHARACTERS[piece.kind]));
  return piece.kind === "code" ? `<code>${encoded}</code>` : encoded;
}
function encode(visible) {
  const entity = (character) => `&#${character.charCodeAt(0)};`;
  return visible.replace(/[#$&*<>@[\\\]^_`{|}~]/g, entity).replace(/&#(?:64|35);/g, "$&<wbr>").replace(/:(?=\/\/)/g, ":<wbr>").replace(/\b(www|gh)(?=[.-])/gi, "$1<wbr>").replace(/^[-+=](?=[-+=\s]|$)/, entity).replace(/^(\d+)([.)])(?=\s|$)/, (_, digits, mark2) => digits + entity(mark2));
}

// src/report/link.ts
var PLAIN_ADDRESS = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./?=&%-]*)?$/;
function formatLink(label, address) {
  if (!PLAIN_ADDRESS.test(address)) return mark`${label}`;
  return mark`[${label}](${{ pieces: [{ kind: "ours", text: address }] }})`;
}

// src/report/table.ts
function formatTable(head, rows, words = 1) {
  const rule = Markdown.join(
    head.map((_, column) => column < words ? mark`---|` : mark`--:|`),
    ""
  );
  return Markdown.join([formatRow(head), mark`|${rule}`, ...rows.map(formatRow)], "\n");
}
function formatRow(cells) {
  return mark`|${Markdown.join(
    cells.map((cell) => mark` ${cell} |`),
    ""
  )}`;
}

// src/report/story-parts.ts
function renderStoryParts(story, comparison, context) {
  const parts = [{ importance: 0, text: renderHeadline(story) }];
  const add = (importance, lines, separator = "\n") => {
    if (lines.length > 0) parts.push({ importance, text: Markdown.join(lines, separator) });
  };
  const sentences = (texts) => texts.map((text) => mark`${text}`);
  add(1, sentences(story.reasons), " ");
  const sizes = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSizeTable */ .V8)(comparison, context);
  if (sizes.rows.length > 0) add(2, [formatTable(sizes.head, sizes.rows)]);
  add(3, sentences(story.broken), " ");
  add(4, renderCauses(story));
  add(5, renderBuild(story));
  add(3, sentences(story.notes), "\n\n");
  if (story.advice !== null) add(1, [mark`${story.advice}`]);
  add(2, [mark`<sub>${story.provenance}${renderRun(context)}</sub>`]);
  return parts;
}
function renderHeadline({ headline: { icon, text, because } }) {
  const bold = because === null ? mark`**${text}**` : mark`**${text}** ${because}`;
  switch (icon) {
    case "over":
      return mark`❌ ${bold}`;
    case "warning":
      return mark`⚠️ ${bold}`;
    case "within":
      return mark`✅ ${bold}`;
    case "none":
      return bold;
  }
}
function renderCauses({ causes: { rows, left } }) {
  const lines = rows.map(({ change, what }) => mark`- **${change}** ${what}`);
  if (left > 0) lines.push(mark`- ${left} smaller ${left === 1 ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`cause` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`causes`}, in the details`);
  return lines;
}
function renderBuild({ build }) {
  if (build === null) return [];
  return [build.time === null ? mark`${build.rest}` : mark`**${build.time}**${build.rest}`];
}
function renderRun({ run }) {
  return run === null ? mark`` : mark` · ${formatLink((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`run ${run.number}`, run.url)}`;
}

// src/report/markdown-block.ts
function renderMarkdownBlocks(blocks) {
  return Markdown.join(blocks.map(renderBlock), "\n\n");
}
function renderBlock(block) {
  switch (block.kind) {
    case "paragraph":
      return mark`${block.text}`;
    case "list":
      return Markdown.join(
        block.items.map((item) => mark`- ${item}`),
        "\n"
      );
    case "table":
      return formatTable(block.head, block.rows, block.words);
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .assertNever */ .xb)(block);
  }
}

// src/report/comment.ts
var MOST_ROWS = 10;
function renderComment(comparison, context) {
  const story = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .tellStory */ .F5)(comparison, context);
  if ((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeSignificance */ .XX)(comparison, context.noise) !== "news") {
    return [{ importance: 0, text: mark`${story.headline.text}` }];
  }
  const isCompared = comparison.platforms.some(({ status }) => status === "compared");
  if (comparison.verdict === "not-compared" && !isCompared) {
    return [{ importance: 0, text: renderHeadline(story) }];
  }
  const parts = renderStoryParts(story, comparison, context);
  return [...parts.slice(0, -1), { importance: 9, text: renderFold(comparison, context) }, ...parts.slice(-1)];
}
function renderFold(comparison, context) {
  const details = (0,_chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDetails */ .S)(comparison, context, MOST_ROWS);
  const titles = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(
    details.map(({ title }) => title),
    ", "
  );
  const texts = details.map(({ title, blocks }) => mark`**${title}**\n\n${renderMarkdownBlocks(blocks)}`);
  return mark`<details><summary>Details: ${titles}</summary>\n\n${Markdown.join(texts, "\n\n")}\n\n</details>`;
}




/***/ }),

/***/ 2266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ fetchBuildSummary),
/* harmony export */   Wv: () => (/* binding */ explainNoRecord),
/* harmony export */   lT: () => (/* binding */ readBuild)
/* harmony export */ });
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(979);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2921);
/* harmony import */ var _chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2096);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(481);









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
  return (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizePlatform */ .FL)({ os: os.replace(/\(.*$/, ""), architecture, variant: variant ?? null }));
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
  const platforms = summary.platforms.map((platform) => (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .Y8)(platform)));
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
var SummarySchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  Status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KI)(["running", "completed", "failed", "canceled"]),
  StartedAt: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pd)(Date.parse), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeInteger */ .Y2)("not a time")),
  Duration: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(), 0),
  Platform: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()), []),
  Attachments: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ Digest: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), Type: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), "") })), []),
  BuildArgs: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ Name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), Value: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), "") })), []),
  Error: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ Message: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), "") }))
});
async function fetchBuildSummary(docker, key) {
  const builder = key.builder === null ? [] : ["--builder", key.builder];
  const args = ["buildx", "history", "inspect", ...builder, key.id, "--format", "json"];
  const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes: MOST_BYTES });
  const name = `build ${key.id}`;
  if (answer.kind === "failed") {
    if (answer.said.includes("no record found")) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${name}: ${answer.said}`);
    throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, answer.said);
  }
  return parseBuildSummary(answer.stdout, name);
}
function parseBuildSummary(json, what) {
  const { Status, StartedAt, Duration, Platform, Attachments, BuildArgs, Error: Error2 } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(json, SummarySchema, what);
  return {
    status: Status,
    startedAtMs: StartedAt,
    durationMs: Math.max(0, Math.round(Duration / 1e6)),
    platforms: Platform,
    digests: Attachments.map(({ Digest }) => Digest),
    provenances: Attachments.filter(({ Type }) => Type.startsWith(PROVENANCE)).map(({ Digest }) => Digest).filter(_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B),
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
var Digests = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)());
var Position = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ line: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeInteger */ .Y2)()), 0) });
var Source = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  locations: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
        locations: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(
          (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(
            (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
              sourceIndex: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(), 0),
              ranges: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(
                (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ start: Position, end: Position })), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru)(MOST_LINES)),
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
  infos: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ filename: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), data: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)() })), [])
});
var ProvenanceSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KC)([
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
      buildDefinition: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
        internalParameters: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ buildConfig: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ digestMapping: Digests }) })
      }),
      runDetails: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ metadata: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ buildkit_metadata: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ source: Source }) }) })
    }),
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pd)(({ buildDefinition, runDetails }) => ({
      stepOf: buildDefinition.internalParameters.buildConfig.digestMapping,
      source: runDetails.metadata.buildkit_metadata.source
    }))
  ),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
      buildConfig: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ digestMapping: Digests }),
      metadata: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ "https://mobyproject.org/buildkit@v1#metadata": (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ source: Source }) })
    }),
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pd)(({ buildConfig, metadata }) => ({
      stepOf: buildConfig.digestMapping,
      source: metadata["https://mobyproject.org/buildkit@v1#metadata"].source
    }))
  )
]);
function parseProvenance(bytes, what) {
  const { stepOf, source } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes, ProvenanceSchema, what);
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
  const found = await (0,_chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_6__/* .inParallel */ .H)(provenances.slice(0, MOST_PLATFORMS), PLATFORMS_AT_ONCE, async (digest) => {
    try {
      const args = ["buildx", "history", "inspect", "attachment", ...builder, key.id, digest];
      const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes: MOST_BYTES2 });
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
var text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)(
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pd)((value) => value.slice(0, LONGEST_TEXT))
);
var time = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pd)(Date.parse), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeInteger */ .Y2)("not a time"));
var LineSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  vertexes: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
        digest: text,
        inputs: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(text)),
        name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(text, ""),
        started: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(time),
        completed: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(time),
        cached: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zM)()),
        error: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(text, "")
      })
    )
  )
});
function collectVertices() {
  const gathered = /* @__PURE__ */ new Map();
  return {
    addLine(line) {
      const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL)(LineSchema, parseJson2(line));
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
  const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_7__.spawn)(docker.path, args, {
    env: (0,_chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutSecrets */ .c)(docker.env),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true
  });
  const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_8__.createInterface)({ input: child.stderr });
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
  if (failure !== null) throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, failure.message);
  if (bytes > limits.maxBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${name}: the answer is larger than ${limits.maxBytes} bytes`);
  }
  if (code === null) throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, `no answer within ${limits.timeoutMs / 1e3} s`);
  if (said.includes("no record found")) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${name}: ${said.trim()}`);
  throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, said.trim());
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
  return { code, message: `${WHAT}: ${message}`, hint: thrown instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN ? thrown.hint : "" };
}
async function readBuildxVersion(docker) {
  try {
    const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, ["buildx", "version"], { maxBytes: 65536 });
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




/***/ }),

/***/ 2551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2921);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5060);





// src/image/strip-build-arguments.ts
var PREFIX = /^(RUN )?\|(\d{1,4}) /;
var SHELLS = new Set("sh bash ash dash zsh ksh fish busybox cmd powershell pwsh".split(" "));
function stripBuildArguments(createdBy, shell) {
  const prefix = PREFIX.exec(createdBy);
  if (prefix === null) return createdBy;
  const [whole, keyword = "", count = "0"] = prefix;
  const start = skipNames(createdBy, whole.length, Number(count));
  const found = [findExact(createdBy, start, shell), findShell(createdBy, start)].filter((index) => index !== -1);
  return keyword + (found.length === 0 ? "\u2026" : createdBy.slice(Math.min(...found)));
}
function skipNames(text, start, count) {
  const names = /(?:^|(?<=\s))[^\s=]+=/g;
  names.lastIndex = start;
  for (let left = count; left > 0; left -= 1) {
    if (names.exec(text) === null) return text.length;
    start = names.lastIndex;
  }
  return start;
}
function findExact(text, start, shell) {
  if (shell.length === 0) return -1;
  const index = text.indexOf(` ${shell.join(" ")} `, Math.max(start - 1, 0));
  return index === -1 ? -1 : index + 1;
}
function findShell(text, start) {
  const words = /\S+/g;
  words.lastIndex = start;
  let candidate = -1;
  let isOptionsValue = false;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [word] = match;
    if (candidate !== -1 && /^(?:-\w*c|\/c|-command)$/i.test(word)) return candidate;
    if (isShell(word) && /(?:^|\s)$/.test(text.slice(Math.max(match.index - 1, 0), match.index))) {
      if (candidate === -1) candidate = match.index;
    } else if (!isOptionsValue && !/^[-/]/.test(word)) {
      candidate = -1;
    }
    isOptionsValue = /^-\w*o$/.test(word);
  }
  return -1;
}
function isShell(word) {
  const name = word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1).toLowerCase();
  return SHELLS.has(name.endsWith(".exe") ? name.slice(0, -4) : name);
}

// src/image/config.ts
var Word = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yG)(/^[\w.-]{0,64}$/, "not a word of a platform")));
var ConfigSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
  os: Word,
  architecture: Word,
  variant: Word,
  config: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
      Labels: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)())),
      Shell: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)()))
    })
  ),
  rootfs: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
    diff_ids: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .Ie)((value) => typeof value === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(value), "not a digest")),
      []
    )
  }),
  history: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({ created_by: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)()), empty_layer: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM)()) })))
});
function parseConfig(bytes, what) {
  const { os, architecture, variant, config, rootfs, history } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(bytes, ConfigSchema, what);
  const diffIDs = rootfs.diff_ids;
  const shell = config?.Shell ?? [];
  const instructions = (history ?? []).filter((step) => step.empty_layer !== true);
  return {
    platform: architecture ? (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizePlatform */ .FL)({ os: os || "linux", architecture, variant: variant ?? null }) : null,
    diffIDs,
    createdBy: instructions.length === diffIDs.length ? instructions.map((step) => stripBuildArguments(step.created_by ?? "", shell)) : diffIDs.map(() => ""),
    labels: config?.Labels ?? {}
  };
}




/***/ }),

/***/ 1526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ fetchBlob)
/* harmony export */ });
/* harmony import */ var _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9208);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8088);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2587);






// src/image/registry/fetch-blob.ts
async function fetchBlob(client, { registry, repository }, { digest, size }) {
  const what = `${registry}/${repository}, blob ${digest}`;
  if (size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${size} bytes; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes} are read`);
  }
  const call = {
    method: "GET",
    registry,
    repository,
    path: `/v2/${repository}/blobs/${digest}`,
    what,
    access: "pull",
    // One more, so that too many are seen as such.
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes + 1
  };
  const answer = await client.fetch(call);
  if (answer.status !== 200) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__/* .explainAnswer */ .iJ)(answer, (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCall */ .GC)(call));
  if (answer.bytes.length !== size || (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(answer.bytes, digest) !== digest) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${answer.url.host} sends other bytes than those`, {
      hint: "A proxy in between may have changed them; try again."
    });
  }
  return answer.bytes;
}




/***/ }),

/***/ 6492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ readFirstImage),
/* harmony export */   ar: () => (/* binding */ formatReportOutputs),
/* harmony export */   mY: () => (/* binding */ compareAndPublish),
/* harmony export */   o6: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _chunk_WGLEPDPP_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7939);
/* harmony import */ var _chunk_4XWO5UGZ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(511);
/* harmony import */ var _chunk_F6JII3DO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(790);
/* harmony import */ var _chunk_GHLTOZOB_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4721);
/* harmony import */ var _chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5991);
/* harmony import */ var _chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7093);
/* harmony import */ var _chunk_HAG7M56V_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1197);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6785);
/* harmony import */ var _chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9039);
/* harmony import */ var _chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7726);
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6508);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2587);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6760);















// src/phase/describe-report.ts
function describeReport(plan, baseline, override, environment) {
  const { pullRequest } = plan.event;
  return {
    subject: pullRequest === null ? "build" : "change",
    baselineTitle: pullRequest?.baseRef ?? nameBaseline(plan, baseline),
    baselineWhy: plan.baseline.why,
    headSha: pullRequest?.headSha ?? null,
    run: readRun(environment),
    overrideLabel: pullRequest === null || plan.overrideLabel === "" ? null : plan.overrideLabel,
    overriddenBy: override.by,
    noise: plan.noise
  };
}
function nameBaseline(plan, baseline) {
  const query = plan.baseline;
  if (query.kind === "commit" || query.kind === "merge-base") return query.branchTag;
  if (baseline.kind !== "found") return null;
  const own = `${plan.image}:`;
  return baseline.reference.startsWith(own) ? baseline.reference.slice(own.length) : baseline.reference;
}
function readRun(environment) {
  const number2 = Number(environment["GITHUB_RUN_NUMBER"]);
  const id = environment["GITHUB_RUN_ID"] ?? "";
  if (!Number.isSafeInteger(number2) || !/^\d+$/.test(id)) return null;
  const server = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
  return { number: number2, url: `${server}/${environment["GITHUB_REPOSITORY"] ?? ""}/actions/runs/${id}` };
}

// src/report/comment-section.ts
var COUNT = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .safeInteger */ .Y2)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .minValue */ .Ww)(0));
var SECTION_DATA = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ik)({
  name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .regex */ .yG)(/^[a-z0-9][a-z0-9._-]{0,62}$/)),
  verdict: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .picklist */ .KI)(["over", "overridden", "not-compared", "no-baseline", "pass"]),
  significance: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .picklist */ .KI)(["news", "noise", "unchanged"]),
  grewBytes: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .safeInteger */ .Y2)())),
  headSha: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .regex */ .yG)(/^[0-9a-f]{40,64}$/))),
  runId: COUNT,
  runAttempt: COUNT,
  leftOut: COUNT
});
function makeSection(comparison, parts, context, run) {
  const headSha = context.headSha ?? comparison.head.commit;
  return {
    data: {
      name: comparison.name,
      verdict: comparison.verdict,
      significance: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .judgeSignificance */ .XX)(comparison, context.noise),
      grewBytes: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .findMostGrown */ .OW)(comparison)?.download.change ?? null,
      headSha,
      runId: run.id,
      runAttempt: run.attempt,
      leftOut: 0
    },
    parts: parts.map(({ importance, text }) => ({ importance, text: text.toString() }))
  };
}

// src/report/comment-marker.ts
var COMMENT = "<!-- plimsoll:comment -->";
var END = "<!-- plimsoll:end -->";
var SECTION = /^<!-- plimsoll:section (\{.*\}) -->$/;
var PART = /^<!-- plimsoll:part (\d{1,2}) -->$/;
function formatMarker(marker) {
  switch (marker.kind) {
    case "comment":
      return COMMENT;
    case "section": {
      const json = JSON.stringify(marker.data).replace(/</g, "\\u003c").replace(/>/g, "\\u003e").replace(/-(?=-)/g, "\\u002d");
      return `<!-- plimsoll:section ${json} -->`;
    }
    case "part":
      return `<!-- plimsoll:part ${marker.importance} -->`;
    case "end":
      return END;
  }
}
function parseMarker(line) {
  if (line === COMMENT) return { kind: "comment" };
  if (line === END) return { kind: "end" };
  const importance = PART.exec(line)?.[1];
  if (importance !== void 0) return { kind: "part", importance: Number(importance) };
  const json = SECTION.exec(line)?.[1];
  if (json === void 0) return null;
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__/* .safeParse */ .xL)(SECTION_DATA, parseJson(json));
  return result.success ? { kind: "section", data: result.output } : null;
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/report/comment-body.ts
var MOST_COMMENT_CHARACTERS = 65e3;
var MOST_NAMES = 50;
function renderCommentBody(sections, context, mostCharacters = MOST_COMMENT_CHARACTERS) {
  let kept = [...sections].sort(compareSections);
  let body = assemble(kept, 0, context);
  while (body.length > mostCharacters && kept.length > 0) {
    kept = dropLeastImportant(kept, body.length - mostCharacters);
    body = assemble(kept, sections.length - kept.length, context);
  }
  return body;
}
function compareSections({ data: a }, { data: b }) {
  return Number(a.significance !== "news") - Number(b.significance !== "news") || (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .rankVerdict */ .uA)(a.verdict) - (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .rankVerdict */ .uA)(b.verdict) || (b.grewBytes ?? -Infinity) - (a.grewBytes ?? -Infinity) || (a.name < b.name ? -1 : 1);
}
function assemble(sections, missing, context) {
  const isAlone = sections.length + missing === 1;
  const isShown = (section) => section.data.significance === "news" || isAlone && section.parts.length > 0;
  const shown = sections.filter(isShown);
  const listed = sections.filter((section) => !isShown(section));
  const blocks = [
    formatMarker({ kind: "comment" }),
    shown.map((section) => renderSection(section, section.parts, context)).join("\n\n---\n\n"),
    ...listed.map((section) => renderSection(section, [], context)),
    ...listLines(listed).map((line) => (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .mark */ .Gy)`${line}`.toString()),
    renderLeftOut(sections, missing, context)?.toString() ?? ""
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}
function renderSection(section, parts, { headSha }) {
  const { data } = section;
  const staleSha = headSha !== null && data.headSha !== headSha && parts.length > 0 ? data.headSha : null;
  return [
    formatMarker({ kind: "section", data }),
    ...staleSha === null ? [] : [(0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .mark */ .Gy)`<sub>As of ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .shortCommit */ .Ax)(staleSha)}`}: the head is another commit by now.</sub>`.toString()],
    ...parts.flatMap(({ importance, text }) => [formatMarker({ kind: "part", importance }), text]),
    formatMarker({ kind: "end" })
  ].join("\n\n");
}
function listLines(sections) {
  const list = (significance, what) => {
    const names = sections.filter(({ data }) => data.significance === significance).map(({ data }) => data.name);
    if (names.length === 0) return [];
    const shown = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .joinTexts */ .B5)(
      names.slice(0, MOST_NAMES).map((name) => (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`${name}`),
      ", "
    );
    const rest = names.length > MOST_NAMES ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)` and ${names.length - MOST_NAMES} more` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)``;
    return [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .plural */ .LS)(names.length, "image")} ${what}: ${shown}${rest}`];
  };
  return [...list("unchanged", "unchanged"), ...list("noise", "with next to no change")];
}
function renderLeftOut(sections, missing, context) {
  const parts = sections.reduce((sum, { data }) => sum + data.leftOut, 0);
  if (parts === 0 && missing === 0) return null;
  const what = [
    ...parts > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .plural */ .LS)(parts, "part")}`] : [],
    ...missing > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .plural */ .LS)(missing, "image")}`] : []
  ];
  const summary = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .cv)`the job's summary`;
  const link = context.summaryUrl === null ? (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .mark */ .Gy)`${summary}` : (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .formatLink */ .u3)(summary, context.summaryUrl);
  return (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .mark */ .Gy)`Left out, to stay within GitHub's limit of a comment: ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .joinTexts */ .B5)(what, " and ")}. All of it is in ${link}.`;
}
function dropLeastImportant(sections, excess) {
  const candidates = sections.flatMap(({ parts }, place) => parts.map((part, index) => ({ part, place, index }))).filter(({ part }) => part.importance > 0).sort((a, b) => b.part.importance - a.part.importance || b.place - a.place);
  if (candidates.length === 0) return sections.slice(0, -1);
  const dropped = sections.map(() => /* @__PURE__ */ new Set());
  let left = excess;
  for (const { part, place, index } of candidates) {
    if (left <= 0) break;
    dropped[place]?.add(index);
    left -= part.text.length;
  }
  return sections.map((section, place) => {
    const parts = section.parts.filter((_, index) => dropped[place]?.has(index) !== true);
    const leftOut = section.data.leftOut + section.parts.length - parts.length;
    return { data: { ...section.data, leftOut }, parts };
  });
}

// src/report/merge-section.ts
function mergeSection(sections, fresh) {
  const place = sections.findIndex(({ data }) => data.name === fresh.data.name);
  const present = sections[place];
  if (present === void 0) return [...sections, fresh];
  return isNewer(present.data, fresh.data) ? [...sections] : sections.with(place, fresh);
}
function isNewer(a, b) {
  return a.runId > b.runId || a.runId === b.runId && a.runAttempt > b.runAttempt;
}

// src/report/parse-comment-body.ts
var MOST_CHARACTERS = 1e5;
function parseCommentBody(body) {
  const lines = body.slice(0, MOST_CHARACTERS).split(/\r?\n/);
  if (parseMarker(lines[0]?.trim() ?? "")?.kind !== "comment") return null;
  let sections = [];
  let open = null;
  for (const line of lines) {
    const marker = parseMarker(line);
    switch (marker?.kind) {
      case "section":
        open = { data: marker.data, parts: [] };
        break;
      case "part":
        open?.parts.push({ importance: marker.importance, lines: [] });
        break;
      case "end":
        if (open !== null) {
          const parts = open.parts.map((part) => ({ importance: part.importance, text: part.lines.join("\n").trim() }));
          sections = mergeSection(sections, { data: open.data, parts });
        }
        open = null;
        break;
      default:
        open?.parts.at(-1)?.lines.push(line);
    }
  }
  return sections;
}

// src/publish/shared-comment.ts
var MOST_ROUNDS = 20;
var SETTLE_MS = 1500;
var MOST_FAILED_CREATIONS = 2;
var SharedComment = class {
  #api;
  #options;
  #clock;
  /** The login that comments of ours have; asked for where it matters. */
  #author = null;
  /** Every section that was read, the newest of each name. */
  #seen = [];
  #written = null;
  #outcome = "unchanged";
  #failedCreations = 0;
  constructor(api, options, clock) {
    this.#api = api;
    this.#options = options;
    this.#clock = clock;
  }
  /** `null`: there is no comment, and none is to be started. Throws what the API throws. */
  async put(mayStart) {
    let last = null;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const [kept, ...others] = await this.#findOurs();
      if (kept === void 0 && !mayStart) return null;
      if (kept === void 0) {
        last = await this.#create();
      } else if (this.#written === null && this.#isSuperseded()) {
        return { kind: "superseded", url: kept.url };
      } else if (this.#isToBeWritten(kept)) {
        last = await this.#update(kept.id);
      } else {
        for (const { id } of others) await this.#remove(id);
        if (this.#written === null || kept.body === last) {
          return { kind: this.#isSuperseded() ? "superseded" : this.#outcome, url: kept.url };
        }
        last = kept.body;
      }
      await this.#clock.sleep(SETTLE_MS * (1 + this.#clock.random() / 2));
    }
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN(
      "GITHUB_FAILED",
      `the comment on pull request ${this.#options.pullRequest} is written over and over by other jobs`,
      { hint: 'Set the input "comment" to "collect", and let one job write it (comment/).' }
    );
  }
  /** Comments of ours, the oldest first; their sections are seen then. */
  async #findOurs() {
    const listed = await this.#api.listComments(this.#options.pullRequest);
    const marked = listed.filter(({ body }) => parseCommentBody(body) !== null);
    if (marked.length > 0) this.#author ??= await this.#api.getLogin() ?? "github-actions[bot]";
    const ours = marked.filter(({ author }) => author === this.#author);
    const mine = this.#written;
    if (mine !== null && !ours.some(({ id }) => id === mine.id)) {
      const late = await this.#api.getComment(mine.id);
      if (late !== null) ours.push(late);
    }
    ours.sort((a, b) => a.id - b.id);
    for (const { body } of ours) this.#see(body);
    return ours;
  }
  #see(body) {
    for (const section of parseCommentBody(body) ?? []) this.#seen = mergeSection(this.#seen, section);
  }
  #isSuperseded() {
    const { section, headSha } = this.#options;
    const present = this.#seen.find(({ data }) => data.name === section.data.name);
    if (present === void 0) return false;
    const isOfHead = headSha !== null && present.data.headSha === headSha && section.data.headSha !== headSha;
    return isOfHead || isOlder(section, present);
  }
  #render() {
    const { section, headSha, summaryUrl } = this.#options;
    const sections = this.#isSuperseded() ? this.#seen : mergeSection(this.#seen, section);
    return renderCommentBody(sections, { headSha, summaryUrl });
  }
  /** Before the first writing, any difference counts; after it, other writers' words for the same sections are as good. */
  #isToBeWritten(kept) {
    const body = this.#render();
    if (this.#written === null) return kept.body !== body;
    const present = parseCommentBody(kept.body) ?? [];
    return (parseCommentBody(body) ?? []).some((wanted) => {
      const found = present.find(({ data }) => data.name === wanted.data.name);
      return found === void 0 || isOlder(found, wanted);
    });
  }
  async #create() {
    try {
      this.#written = await this.#api.createComment(this.#options.pullRequest, this.#render());
    } catch (error) {
      this.#failedCreations += 1;
      const isPassing = error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN && error.code === "GITHUB_FAILED";
      if (!isPassing || this.#failedCreations === MOST_FAILED_CREATIONS) throw error;
      return null;
    }
    this.#author = this.#written.author;
    this.#outcome = "created";
    return this.#written.body;
  }
  /** The comment is read once more right before: a list of many pages is old when its last page comes. `null`: it is gone. */
  async #update(id) {
    const fresh = await this.#api.getComment(id);
    if (fresh === null) return null;
    this.#see(fresh.body);
    const updated = await this.#api.updateComment(id, this.#render());
    if (updated === null) return null;
    this.#written = updated;
    if (this.#outcome === "unchanged") this.#outcome = "updated";
    return updated.body;
  }
  /** One comment too many does no harm: whoever may not delete leaves it. */
  async #remove(id) {
    try {
      await this.#api.deleteComment(id);
    } catch (error) {
      if (!(error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN)) throw error;
    }
  }
};
function isOlder(section, other) {
  return !mergeSection([other], section).includes(section);
}

// src/publish/publish-comment.ts
async function publishComment(api, request, clock) {
  if (!isPosted(request.mode)) return { kind: "none" };
  try {
    const headSha = await readHead(api, request.pullRequest);
    const mayStart = request.mode === "always" || request.section.data.significance === "news";
    const shared = new SharedComment(api, { ...request, headSha }, clock);
    return await shared.put(mayStart) ?? { kind: "none" };
  } catch (error) {
    if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN && error.code === "GITHUB_DENIED") return refused(error, request.isFork);
    if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN && error.code === "GITHUB_FAILED") {
      return { kind: "failed", note: { code: "comment-failed", message: error.message, hint: error.hint } };
    }
    throw error;
  }
}
function isPosted(mode) {
  switch (mode) {
    case "auto":
    case "always":
      return true;
    case "never":
    case "collect":
      return false;
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(mode);
  }
}
async function readHead(api, pullRequest) {
  try {
    return (await api.getPullRequest(pullRequest)).headSha;
  } catch (error) {
    if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN) return null;
    throw error;
  }
}
function refused({ message, hint }, isFork) {
  const forFork = "The token of a pull request from a fork may not comment: the report is in the summary of the job. A second workflow on workflow_run can post it (comment/).";
  return { kind: "denied", note: { code: "comment-denied", message, hint: isFork ? forFork : hint } };
}

// src/phase/post-comment.ts
async function postComment(comparison, context, plan, github, environment) {
  const { pullRequest, repository } = plan.event;
  if (pullRequest === null || github === null) return { url: null, notes: [] };
  const run = { id: readCount(environment["GITHUB_RUN_ID"]), attempt: readCount(environment["GITHUB_RUN_ATTEMPT"]) };
  const published = await publishComment(
    github,
    {
      pullRequest: pullRequest.number,
      isFork: pullRequest.headRepository?.toLowerCase() !== repository.toLowerCase(),
      mode: plan.comment,
      section: makeSection(comparison, (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .renderComment */ .wQ)(comparison, context), context, run),
      summaryUrl: context.run?.url ?? null
    },
    _chunk_F6JII3DO_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m
  );
  switch (published.kind) {
    case "created":
    case "updated":
    case "unchanged":
    case "superseded":
      return { url: published.url, notes: [] };
    case "none":
      return { url: null, notes: [] };
    case "denied":
    case "failed":
      return { url: null, notes: [published.note] };
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(published);
  }
}
function readCount(text) {
  const count = Number(text);
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

// src/phase/read-override.ts
async function readOverride(plan, github) {
  const { pullRequest } = plan.event;
  const none = { isOverridden: false, by: null, notes: [] };
  if (pullRequest === null || github === null || plan.budgets.length === 0 || plan.overrideLabel === "") return none;
  try {
    const { labels } = await github.getPullRequest(pullRequest.number);
    const label = labels.find((name) => name.toLowerCase() === plan.overrideLabel.toLowerCase());
    if (label === void 0) return none;
    return { isOverridden: true, by: await github.findLabeler(pullRequest.number, label), notes: [] };
  } catch (error) {
    const { message, hint } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .wrapError */ .J4)("GITHUB_FAILED", "the labels of the pull request could not be read", error);
    return { ...none, notes: [{ code: "labels-unreadable", message, hint }] };
  }
}

// src/phase/write-report-files.ts


async function writeReportFiles(comparison, context, { folder, withPage }) {
  const files = {
    comparison: (0,node_path__WEBPACK_IMPORTED_MODULE_15__.join)(folder, "comparison.json"),
    comment: (0,node_path__WEBPACK_IMPORTED_MODULE_15__.join)(folder, "comment.md"),
    report: withPage ? (0,node_path__WEBPACK_IMPORTED_MODULE_15__.join)(folder, `${comparison.name}.html`) : null
  };
  const parts = (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .renderComment */ .wQ)(comparison, context).map(({ text }) => text.toString());
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.writeFile)(files.comparison, `${JSON.stringify(comparison, null, 2)}
`);
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.writeFile)(files.comment, `${parts.join("\n\n")}
`);
  if (files.report !== null) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.writeFile)(files.report, (0,_chunk_WGLEPDPP_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPage */ .C)(comparison, context));
  return files;
}

// src/baseline/explain-missing.ts
async function explainMissing(commit, github, workflow) {
  try {
    return describe(commit.slice(0, 7), chooseRuns(await github.listRuns(commit), workflow));
  } catch {
    return null;
  }
}
function chooseRuns(runs, workflow) {
  const pushing = runs.filter(({ event }) => !event.startsWith("pull_request"));
  const own = pushing.find(({ path }) => path === workflow);
  return own === void 0 ? pushing : [own];
}
function describe(commit, runs) {
  const code = "baseline-missing";
  const has = (conclusion) => runs.some((run) => run.conclusion === conclusion);
  if (runs.length === 0) {
    return {
      code,
      message: `nothing was built for ${commit}`,
      hint: 'A path filter, "[skip ci]" or a push with the token of a workflow leaves a commit without a build.'
    };
  }
  if (runs.some(({ isCompleted }) => !isCompleted)) {
    return { code, message: `the build of ${commit} has not ended yet`, hint: "Run this job again when it has." };
  }
  if (has("cancelled")) {
    const hint = 'Run it again, and leave "cancel-in-progress" off for the branch that others are compared with.';
    return { code, message: `the build of ${commit} was cancelled`, hint };
  }
  if (has("failure") || has("timed_out") || has("startup_failure")) {
    return { code, message: `the build of ${commit} failed`, hint: "Mend it, or run it again." };
  }
  return {
    code,
    message: `the workflows on ${commit} went through and pushed no image of it`,
    hint: "Let the workflow that builds this image run on pushes to the branch, too."
  };
}

// src/baseline/found-baseline.ts
function noBaseline(reason, why = null) {
  if (why === null) return { kind: "none", reason, notes: [] };
  const message = `${reason}: ${why.message}`;
  return { kind: "none", reason: message, notes: [{ ...why, message }] };
}
function describeFailure(what, thrown) {
  const { message, hint } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .wrapError */ .J4)("NOT_COMPARED", what, thrown);
  return { code: "baseline-unreadable", message, hint };
}

// src/baseline/find-commit.ts
var MOST_ANCESTORS = 20;
var ANCESTORS_AT_ONCE = 5;
var MOST_SHORT_TAGS = 3;
var BROKEN = /* @__PURE__ */ new Set([
  "REGISTRY_NOT_FOUND",
  "IMAGE_INVALID",
  "IMAGE_NOT_FOUND",
  "LIMIT_EXCEEDED"
]);
async function findCommit(commit, branchTag, places) {
  const search = new CommitSearch(places);
  const exact = await search.readTag(`sha-${commit}`, commit);
  if (exact !== null) return { ...exact, how: "commit", distance: 0, isExact: true, notes: [] };
  const tags = await search.listTags();
  const short = await search.findShortTag(commit, tags ?? []);
  if (short !== null) return { ...short, how: "commit", distance: 0, isExact: true, notes: search.notes };
  const [ancestors, why] = await Promise.all([search.listAncestors(commit, tags), search.explain(commit, tags)]);
  const ancestor = await search.findAncestor(ancestors, tags);
  const notes = [...why === null ? [] : [why], ...search.notes];
  if (ancestor !== null) return { ...ancestor, how: "ancestor", isExact: false, notes };
  const isThere = branchTag !== null && (tags?.includes(branchTag) ?? true);
  const ofBranch = isThere ? await search.readTag(branchTag, null) : null;
  if (ofBranch !== null) {
    const isExact = ofBranch.commit === commit;
    return { ...ofBranch, how: "tag", distance: null, isExact, notes: isExact ? search.notes : notes };
  }
  const [note] = search.notes;
  return note === void 0 ? noBaseline(explainNone(commit, branchTag, tags ?? []), why) : { kind: "failed", note };
}
function explainNone(commit, branchTag, tags) {
  if (tags.length === 0) return "the repository has no image yet";
  const before = `the ${MOST_ANCESTORS} commits before it`;
  return branchTag === null ? `there is no image of commit ${commit.slice(0, 7)} or of ${before}` : `there is no image of commit ${commit.slice(0, 7)}, of ${before} or with the tag ${branchTag}`;
}
var CommitSearch = class {
  notes = [];
  #places;
  constructor(places) {
    this.#places = places;
  }
  /** `null`: there is no such tag, or what it stands for is broken. */
  async readTag(tag, commit) {
    const reference = `${this.#places.image}:${tag}`;
    try {
      const image = await this.#places.registry.readImage(reference);
      return image === null ? null : (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .describeImage */ .hu)(image, reference, commit);
    } catch (error) {
      if (!(error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .PlimsollError */ .nN) || !BROKEN.has(error.code)) throw error;
      this.notes.push(describeFailure(reference, error));
      return null;
    }
  }
  /** Some registries let read who may not list: `null` then, and tags are tried by name. */
  async listTags() {
    try {
      return await this.#places.registry.listTags();
    } catch (error) {
      this.notes.push(describeFailure("the tags of the image could not be listed", error));
      return null;
    }
  }
  /** A tag made of fewer digits may stand for another commit that begins alike: its label decides. */
  async findShortTag(commit, tags) {
    const candidates = tags.filter((tag) => isShortTagOf(tag, commit)).toSorted((a, b) => b.length - a.length);
    for (const tag of candidates.slice(0, MOST_SHORT_TAGS)) {
      const found = await this.readTag(tag, commit);
      if (found !== null && (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .readRevision */ .M7)(found.image) === commit) return found;
    }
    return null;
  }
  /** The first parents of a commit that may have an image, nearest first. */
  async listAncestors(commit, tags) {
    const isWorthIt = tags?.some((tag) => /^sha-[0-9a-f]{7,64}$/.test(tag)) ?? true;
    if (this.#places.github === null || !isWorthIt) return [];
    try {
      const line = await this.#places.github.listFirstParents(commit, MOST_ANCESTORS + 1);
      return line.slice(1, MOST_ANCESTORS + 1);
    } catch (error) {
      this.notes.push(describeFailure("the commits before it could not be listed", error));
      return [];
    }
  }
  /** The tags that are there say which ancestors are worth a request; where they are not known, each is, some at once. */
  async findAncestor(ancestors, tags) {
    const width = tags === null ? ANCESTORS_AT_ONCE : 1;
    for (let place = 0; place < ancestors.length; place += width) {
      const nearest = ancestors.slice(place, place + width);
      const found = await Promise.all(
        nearest.map(async (ancestor) => {
          if (tags?.includes(`sha-${ancestor}`) ?? true) return await this.readTag(`sha-${ancestor}`, ancestor);
          return await this.findShortTag(ancestor, tags ?? []);
        })
      );
      for (const [offset, image] of found.entries()) {
        if (image !== null) return { ...image, distance: place + offset + 1 };
      }
    }
    return null;
  }
  /** Why the commit has no image. On a first run there is nothing to explain. */
  async explain(commit, tags) {
    const { github, workflow } = this.#places;
    return github === null || tags?.length === 0 ? null : await explainMissing(commit, github, workflow);
  }
};
function isShortTagOf(tag, commit) {
  const digits = /^sha-([0-9a-f]{7,63})$/.exec(tag)?.[1];
  return digits !== void 0 && digits.length < commit.length && commit.startsWith(digits);
}

// src/baseline/find-baseline.ts
async function findBaseline(query, places) {
  try {
    switch (query.kind) {
      case "commit":
        return await findCommit(query.commit, query.branchTag, places);
      case "merge-base":
        return await findMergeBase(query, places);
      case "tag":
        return await findReference(query.reference, "tag", `${query.reference} is not there yet`, places);
      case "given":
        return await findReference(query.reference, "given", `${query.reference} is not there`, places);
      case "release":
        return await findRelease(query, places);
      case "none":
        return noBaseline(query.why);
      default:
        return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .assertNever */ .xb)(query);
    }
  } catch (error) {
    return { kind: "failed", note: describeFailure("the baseline could not be looked for", error) };
  }
}
async function findMergeBase(query, places) {
  const { base, head, branchTag } = query;
  const notes = [];
  let commit = null;
  try {
    commit = await places.github?.findMergeBase(base, head) ?? null;
  } catch (error) {
    notes.push(describeFailure(`GitHub could not be asked where ${head.slice(0, 7)} left ${base}`, error));
  }
  if (commit !== null) return await findCommit(commit, branchTag, places);
  const reason = `${base} and ${head.slice(0, 7)} have no commit in common that could be asked for`;
  const found = branchTag === null ? noBaseline(reason) : await findReference(`${places.image}:${branchTag}`, "tag", reason, places);
  if (found.kind === "found") return { ...found, distance: null, isExact: false, notes };
  const [note] = notes;
  return note === void 0 ? found : { kind: "failed", note };
}
async function findRelease(query, places) {
  const tag = (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_5__/* .findPreviousRelease */ .qI)(query, await places.registry.listTags());
  const prefix = query.prefix === "" ? "" : ` with the prefix ${query.prefix}`;
  const reason = query.version === null ? `there is no release${prefix} yet` : `there is no release below ${query.version}${prefix}`;
  if (tag === null) return noBaseline(reason);
  return await findReference(`${places.image}:${tag}`, "release", reason, places);
}
async function findReference(reference, how, reason, { registry }) {
  const image = await registry.readImage(reference);
  if (image === null) return noBaseline(reason);
  return { ...(0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .describeImage */ .hu)(image, reference, null), how, distance: 0, isExact: true, notes: [] };
}

// src/baseline/open-registry.ts
function openBaselineRegistry(client, image) {
  return {
    readImage: async (reference) => await (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)((0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .openRegistrySource */ .x9)(client, (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_7__/* .parseReference */ .Y)(reference))),
    listTags: async () => await (0,_chunk_GHLTOZOB_js__WEBPACK_IMPORTED_MODULE_3__/* .listTags */ .c)(client, (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_7__/* .parseReference */ .Y)(image))
  };
}

// src/publish/write-summary.ts

var MOST_BYTES = 1024 * 1024;
var TOO_LONG = "The report is left out: with it, the summary of this step would be above the 1 MiB that GitHub takes.\n";
async function writeSummary(file, markdown) {
  if (file === "") return null;
  try {
    const text = `
${markdown}${markdown.endsWith("\n") ? "" : "\n"}`;
    const left = MOST_BYTES - await readSize(file);
    if (Buffer.byteLength(text) <= left) {
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.appendFile)(file, text);
      return null;
    }
    if (Buffer.byteLength(TOO_LONG) < left) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.appendFile)(file, `
${TOO_LONG}`);
    return { code: "summary-left-out", message: TOO_LONG.trimEnd(), hint: "" };
  } catch (error) {
    const { message } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__/* .wrapError */ .J4)("FILE_UNREADABLE", "the summary could not be written", error);
    return { code: "summary-not-written", message, hint: "" };
  }
}
async function readSize(file) {
  try {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_14__.stat)(file)).size;
  } catch {
    return 0;
  }
}

// src/report/annotation.ts
function renderAnnotation(comparison, context) {
  const { headline, reasons, advice } = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .tellStory */ .F5)(comparison, context);
  const sentences = [headline.text, headline.because, ...reasons, advice].filter((text) => text !== null);
  const level = headline.icon === "over" ? "error" : headline.icon === "warning" ? "warning" : null;
  if (level === null) return null;
  return {
    level,
    message: (0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_8__/* .formatPlain */ .W)((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .joinTexts */ .B5)(sentences, " "))
  };
}

// src/report/summary.ts
var MOST_ROWS = 400;
var MOST_BYTES2 = 1e6;
function renderSummary(comparison, context) {
  const blocks = (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .renderStoryParts */ .Mt)((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .tellStory */ .F5)(comparison, context), comparison, context);
  const details = (0,_chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_10__/* .formatDetails */ .S)(comparison, context, MOST_ROWS).map(({ title, blocks: blocks2 }, index) => ({
    importance: 10 + index,
    text: (0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .mark */ .Gy)`<details><summary>${title}</summary>\n\n${(0,_chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_9__/* .renderMarkdownBlocks */ .kE)(blocks2)}\n\n</details>`
  }));
  return fitParts([...blocks.slice(0, -1), ...details, ...blocks.slice(-1)]);
}
function fitParts(parts) {
  const encoder = new TextEncoder();
  const kept = [...parts];
  const assemble2 = () => {
    const leftOut = parts.length - kept.length;
    const line = leftOut === 0 ? [] : [`Left out, to stay within GitHub's limit of a summary: ${leftOut} parts.`];
    return `${[...kept.map(({ text: text2 }) => text2.toString()), ...line].join("\n\n")}
`;
  };
  let text = assemble2();
  while (encoder.encode(text).length > MOST_BYTES2 && kept.length > 1) {
    const least = kept.reduce((a, b) => b.importance >= a.importance ? b : a);
    kept.splice(kept.indexOf(least), 1);
    text = assemble2();
  }
  return text;
}

// src/phase/compare-and-publish.ts
var LOG_WIDTH = 120;
async function compareAndPublish(plan, head, { registry, github, folder }, environment) {
  const baseline = await findBaseline(plan.baseline, {
    registry: openBaselineRegistry(registry, plan.image),
    github,
    image: plan.image,
    workflow: readWorkflowFile(environment)
  });
  const record = await readBaselineRecord(registry, baseline);
  const override = await readOverride(plan, github);
  const comparison = (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .compare */ .UD)({
    name: plan.name,
    image: plan.image,
    head: head.image,
    baseline,
    build: { head: head.build, baseline: record.kind === "found" ? record.record.build : null },
    rules: {
      budgets: plan.budgets,
      overBudget: plan.overBudget,
      countDrift: plan.countDrift,
      isOverridden: override.isOverridden
    },
    knownDiskBytes: /* @__PURE__ */ new Map(),
    notes: [
      ...baseline.kind === "failed" ? [] : baseline.notes,
      ...head.notes,
      ...record.kind === "ignored" ? [record.note] : [],
      ...override.notes
    ]
  });
  const context = describeReport(plan, baseline, override, environment);
  const files = await writeReportFiles(comparison, context, { folder, withPage: plan.report });
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_5__/* .printGroup */ .To)("Comparison", (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTerminal */ .bF)(comparison, context, { color: false, width: LOG_WIDTH }).split("\n"));
  const comment = await postComment(comparison, context, plan, github, environment);
  const summary = await writeSummary(environment["GITHUB_STEP_SUMMARY"] ?? "", renderSummary(comparison, context));
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_5__/* .printNotes */ .jX)([...comparison.notes, ...comment.notes, ...summary === null ? [] : [summary]]);
  const annotation = renderAnnotation(comparison, context);
  if (annotation !== null) (0,_chunk_HAG7M56V_js__WEBPACK_IMPORTED_MODULE_6__/* .printAnnotations */ .E)([annotation]);
  return { comparison, files, commentUrl: comment.url };
}
async function readBaselineRecord(registry, baseline) {
  if (baseline.kind !== "found") return { kind: "none" };
  return await (0,_chunk_4XWO5UGZ_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchRecord */ .K)(registry, (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_7__/* .parseReference */ .Y)(baseline.reference), baseline.image.digest);
}
function readWorkflowFile(environment) {
  return /^[^/]+\/[^/]+\/([^@]+)@/.exec(environment["GITHUB_WORKFLOW_REF"] ?? "")?.[1] ?? null;
}

// src/phase/open-github.ts
async function openGitHub(token, repository, environment) {
  if (token === "") return null;
  const { createOctokitApi } = await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 3360));
  return await createOctokitApi({
    token,
    baseUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
    repository
  });
}

// src/publish/report-outputs.ts
function formatReportOutputs(facts) {
  const { comparison, digest, files } = facts;
  const grown = comparison === null ? null : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_11__/* .findMostGrown */ .OW)(comparison);
  return {
    reference: digest === null ? "" : `${facts.image}@${digest}`,
    pushed: String(facts.isPushed),
    verdict: comparison?.verdict ?? "",
    size: formatNumber(comparison === null ? null : findSize(comparison, facts.platforms)),
    "size-change": formatNumber(grown?.download.change ?? null),
    "size-change-percent": formatPercent(grown?.download.change ?? null, grown?.download.baseline ?? null),
    "build-duration": formatNumber(facts.buildDurationMs === null ? null : facts.buildDurationMs / 1e3),
    baseline: comparison === null ? "" : formatBaseline(comparison.baseline),
    "comparison-file": files.comparison ?? "",
    "comment-file": files.comment ?? "",
    "report-file": files.report ?? "",
    "comment-url": facts.commentUrl ?? ""
  };
}
function findSize({ platforms }, planned) {
  const [first] = planned;
  const built = platforms.filter(({ status }) => status !== "removed");
  const wanted = first === void 0 ? built[0] : built.find(({ platform }) => platform === first);
  return wanted?.download.head ?? null;
}
function formatPercent(change, baseline) {
  if (change === null || baseline === null || baseline <= 0) return "";
  return formatNumber(Math.round(change / baseline * 1e4) / 100);
}
function formatBaseline(baseline) {
  if (baseline.kind === "none") return "";
  const name = baseline.reference.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
  return `${name}@${baseline.digest}`;
}
function formatNumber(value) {
  return value === null || !Number.isFinite(value) ? "" : String(value + 0);
}

// src/image/read-first-image.ts
async function readFirstImage(sources, absent) {
  let failure = absent;
  for (const source of sources) {
    try {
      const image = await (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_4__/* .readImage */ .AM)(source);
      if (image !== null) return image;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
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

/***/ 8629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checkBytes),
/* harmony export */   q: () => (/* binding */ fetchDescribed)
/* harmony export */ });
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8088);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/image/check-bytes.ts
function checkBytes(bytes, expected, what) {
  const { digest, size } = expected;
  if (size !== void 0 && bytes.length !== size) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: ${digest} has ${bytes.length} bytes; ${size} were announced`);
  }
  const actual = (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes, digest);
  if (actual !== digest) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: the bytes of ${digest} have another digest, ${actual}`);
  }
}

// src/image/fetch-described.ts
async function fetchDescribed({ digest, size }, { maxBytes, what }, fetch) {
  if (size > maxBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what}: ${digest} has ${size} bytes; ${maxBytes} are read`);
  }
  const bytes = await fetch();
  checkBytes(bytes, { digest, size }, what);
  return bytes;
}




/***/ }),

/***/ 7726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ formatDetails)
/* harmony export */ });
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6508);


// src/report/layer-blocks.ts
function formatLayerBlocks(platforms, context, mostRows) {
  return platforms.filter(({ status }) => status === "compared").flatMap(({ platform, layers }) => {
    const changed = layers.filter(({ status }) => status !== "same");
    const shown = new Set(changed.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, mostRows));
    const same = layers.length - changed.length;
    const left = changed.length - shown.size;
    const counts = [
      ...same > 0 || left === 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(same, "layer")} unchanged.`] : [],
      ...left > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, "smaller change")} not shown.`] : []
    ];
    const head = { kind: "paragraph", text: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platform}: ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(counts, " ")}` };
    if (shown.size === 0) return [head];
    const columns = [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`layer`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)``, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context), (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`this ${context.subject}`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`download`];
    const rows = changed.filter((layer) => shown.has(layer)).map(formatLayer);
    return [head, { kind: "table", head: columns, rows, words: 2 }];
  });
}
function formatLayer(layer) {
  const { before, after } = sides(layer);
  const name = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstruction */ .EI)(layer.createdBy);
  return [
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name === "" ? layer.digest.slice(0, 19) : name),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${layer.status}`,
    before === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(before)}`,
    after === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(after)}`,
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatByteChange */ .Ul)((after ?? 0) - (before ?? 0))}`
  ];
}
function weigh(layer) {
  const { before, after } = sides(layer);
  return Math.abs((after ?? 0) - (before ?? 0));
}
function sides(layer) {
  if (layer.status === "removed") return { before: layer.downloadBytes, after: null };
  return { before: layer.baseline?.downloadBytes ?? null, after: layer.downloadBytes };
}

// src/report/step-blocks.ts
function formatStepBlocks(steps, context, mostRows) {
  const ran = steps.filter(({ status }) => status !== "cached");
  const cached = steps.length - ran.length;
  const rows = groupSteps(ran.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0)));
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const counts = [
    ...cached > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(cached, "step")} came from the cache.`] : [],
    ...left > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, "shorter step")} not shown.`] : []
  ];
  const tail = counts.length === 0 ? [] : [{ kind: "paragraph", text: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(counts, " ") }];
  if (shown.length === 0) return tail;
  const table = {
    kind: "table",
    head: [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`step that ran`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`took`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`on ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)}`],
    rows: shown.map(({ name, platforms, took, before }) => [
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name),
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platforms.join(", ")}`,
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${took}`,
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${before}`
    ]),
    words: 2
  };
  return [table, ...tail];
}
function groupSteps(steps) {
  const rows = /* @__PURE__ */ new Map();
  for (const step of steps) {
    const name = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstruction */ .EI)(step.name);
    const took = step.durationMs === null ? "\u2013" : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(step.durationMs);
    const before = formatBefore(step);
    const key = JSON.stringify([name, took, before]);
    const row = rows.get(key) ?? { name, platforms: [], took, before };
    if (step.platform !== null) row.platforms.push(step.platform);
    rows.set(key, row);
  }
  return [...rows.values()];
}
function formatBefore({ baseline }) {
  if (baseline === null) return "\u2013";
  if (baseline.status === "cached") return "from the cache";
  return baseline.durationMs === null ? baseline.status : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(baseline.durationMs);
}

// src/report/details.ts
function formatDetails(comparison, context, mostRows) {
  const { platforms, build, budgets, notes } = comparison;
  const details = [];
  const add = (title, blocks) => void details.push({ title, blocks });
  if (platforms.some(({ status }) => status === "compared")) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`layers`, formatLayerBlocks(platforms, context, mostRows));
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what a node that has ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)} pulls`, [formatPulls(platforms)]);
  }
  if (platforms.some(({ onDisk }) => onDisk.head !== null)) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`size on disk`, [{ kind: "table", ...(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSizeTable */ .V8)(comparison, context, "onDisk"), words: 1 }]);
  }
  if (build !== null && build.steps.length > 0) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`steps`, formatStepBlocks(build.steps, context, mostRows));
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what the cache costs and saves`, [formatCache(build, context)]);
  }
  if (budgets.length > 0) add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`limits`, [formatLimits(comparison)]);
  add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what was compared`, [formatSides(comparison)]);
  if (notes.length > 0) add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`notes`, [{ kind: "list", items: notes.map(_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNote */ .se) }]);
  return details;
}
function formatPulls(platforms) {
  const rows = platforms.flatMap(
    ({ platform, pull, download }) => pull === null ? [] : [[(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platform}`, formatKnown(pull.bytes), formatKnown(download.head)]]
  );
  return { kind: "table", head: [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`pulls`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`of`], rows, words: 1 };
}
function formatCache({ cache, durationMs, baselineDurationMs }, context) {
  const items = [
    ...cache.importMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`reading it took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.importMs)}`],
    ...cache.exportMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`writing it took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.exportMs)}`],
    ...cache.savedMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`the restored steps took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.savedMs)} when they last ran, added up`],
    ...durationMs === null || baselineDurationMs === null ? [] : [
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`the build of ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)} took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(baselineDurationMs)}, this one ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(durationMs)}, on two machines`
    ]
  ];
  return { kind: "list", items };
}
function formatLimits({ budgets }) {
  const rows = budgets.map((budget) => [
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(budget.limit),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${budget.platform}`,
    formatKnown(budget.measured),
    formatKnown(budget.allowed),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${budget.verdict}`
  ]);
  const head = [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`limit`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`measured`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`allowed`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`verdict`];
  return { kind: "table", head, rows, words: 2 };
}
function formatSides({ baseline, head }) {
  const name = ({ reference, digest }) => digest === "" || reference.endsWith(digest) ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reference) : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reference)}, ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(digest)}`;
  const items = [...baseline.kind === "found" ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`baseline ${name(baseline)}`] : [], (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`head ${name(head)}`];
  return { kind: "list", items };
}
function formatKnown(bytes) {
  return bytes === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)}`;
}




/***/ }),

/***/ 491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2921);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);







// src/image/manifest.ts
var DocumentSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  schemaVersion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)()),
  mediaType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()),
  artifactType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()),
  annotations: _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .AnnotationsSchema */ .y,
  manifests: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .DescriptorSchema */ .l)),
  config: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .DescriptorSchema */ .l),
  layers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .DescriptorSchema */ .l))
});
function parseManifest(bytes, mediaType, what) {
  if ((0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1Type */ .hy)(mediaType)) throw refuseSchema1(what);
  const document = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, DocumentSchema, what);
  if (document.schemaVersion === 1 || (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1Type */ .hy)(document.mediaType ?? "")) throw refuseSchema1(what);
  const { manifests, config, layers } = document;
  if (manifests && (config ?? layers)) throw refuse(what, "is an index and a manifest at once");
  if (manifests) return readIndex(manifests, document, what, document.mediaType ?? mediaType);
  if (config && layers) return readImageManifest(config, layers, document, what, document.mediaType ?? mediaType);
  throw refuse(what, `is neither a manifest nor an index of an image (${document.mediaType ?? mediaType})`);
}
function readIndex(entries, { annotations }, what, mediaType) {
  if ((0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifestType */ .Q3)(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is an index`);
  if (entries.length > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.indexEntries) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${entries.length} entries; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.indexEntries} are read`);
  }
  return { kind: "index", entries, annotations };
}
function readImageManifest(config, layers, { annotations, artifactType }, what, mediaType) {
  if ((0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is a manifest`);
  if (!(0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .isImageConfigType */ .Ky)(config.mediaType)) return { kind: "artifact", type: artifactType ?? config.mediaType };
  if (layers.length > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.layers) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${layers.length} layers; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.layers} are read`);
  }
  return { kind: "image", config, layers, annotations };
}
function refuseSchema1(what) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is in Docker's old format (schema 1), which states no sizes`, {
    hint: "Push the image again with a Docker of this decade."
  });
}
function refuse(what, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} ${why.slice(0, 400)}`);
}




/***/ }),

/***/ 7939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderPage)
/* harmony export */ });
/* harmony import */ var _chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7726);
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6508);
/* harmony import */ var _chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2587);





// src/report/page.ts
var MOST_ROWS = 1e3;
var MOST_CHARACTERS = 2e3;
var STYLE = `
:root { color-scheme: light dark; --line: #8884; --over: #cf222e; --warning: #9a6700; --within: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --over: #f85149; --warning: #d29922; --within: #3fb950 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
h1.over { color: var(--over) } h1.warning { color: var(--warning) } h1.within { color: var(--within) }
table { border-collapse: collapse; margin: .5rem 0; display: block; overflow-x: auto }
th, td { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums }
th.words, td.words { text-align: left }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .85rem; opacity: .8 }`;
function renderPage(comparison, context) {
  const story = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .tellStory */ .F5)(comparison, context);
  const details = (0,_chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDetails */ .S)(comparison, context, MOST_ROWS).map(
    ({ title, blocks }) => `<section>
<h2>${encode(title)}</h2>
${blocks.map(renderBlock).join("\n")}
</section>`
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encodeText(comparison.name)}: Plimsoll</title>`,
    `<style>${STYLE}
</style>`,
    "</head>",
    "<body>",
    `<h1 class="${story.headline.icon}">${encode(story.headline.text)}</h1>`,
    ...openBlocks(story, comparison, context).map(renderBlock),
    ...details,
    `<footer>${encode(story.provenance)}${context.run === null ? "" : ` \xB7 run ${context.run.number}`}</footer>`,
    "</body>",
    "</html>",
    ""
  ].join("\n");
}
function openBlocks(story, comparison, context) {
  const { headline, causes, build } = story;
  const paragraphs = (texts) => texts.filter((text) => text !== null).map((text) => ({ kind: "paragraph", text }));
  const rows = causes.rows.map(({ change, what }) => (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${change} ${what}`);
  const left = causes.left === 0 ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${causes.left} smaller ${causes.left === 1 ? "cause" : "causes"}`];
  return [
    ...paragraphs([headline.because, ...story.reasons]),
    { kind: "table", ...(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSizeTable */ .V8)(comparison, context), words: 1 },
    ...paragraphs(story.broken),
    { kind: "list", items: [...rows, ...left] },
    ...paragraphs([build === null ? null : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${build.time ?? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)``}${build.rest}`, ...story.notes, story.advice])
  ];
}
function renderBlock(block) {
  switch (block.kind) {
    case "paragraph":
      return `<p>${encode(block.text)}</p>`;
    case "list":
      return block.items.length === 0 ? "" : `<ul>
${block.items.map((item) => `<li>${encode(item)}</li>`).join("\n")}
</ul>`;
    case "table": {
      if (block.rows.length === 0) return "";
      const row = (cells, tag) => `<tr>${cells.map((cell, column) => `<${tag}${column < block.words ? ' class="words"' : ""}>${encode(cell)}</${tag}>`).join("")}</tr>`;
      return ["<table>", row(block.head, "th"), ...block.rows.map((cells) => row(cells, "td")), "</table>"].join("\n");
    }
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .assertNever */ .xb)(block);
  }
}
function encode(text) {
  return text.pieces.map(encodePiece).join("");
}
function encodePiece(piece) {
  if (piece.kind === "ours") return encodeText(piece.text, false);
  return piece.kind === "code" ? `<code>${encodeText(piece.text)}</code>` : encodeText(piece.text);
}
function encodeText(text, isForeign = true) {
  const visible = isForeign ? (0,_chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_2__/* .makeVisible */ .X)(text, MOST_CHARACTERS) : text;
  return visible.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}




/***/ }),

/***/ 5991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   AU: () => (/* binding */ decideVerdict),
/* harmony export */   M7: () => (/* binding */ readRevision),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   VC: () => (/* binding */ failsJob),
/* harmony export */   bF: () => (/* binding */ renderTerminal),
/* harmony export */   hu: () => (/* binding */ describeImage),
/* harmony export */   uA: () => (/* binding */ rankVerdict),
/* harmony export */   x9: () => (/* binding */ openRegistrySource)
/* harmony export */ });
/* harmony import */ var _chunk_ILW6DDBN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1526);
/* harmony import */ var _chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6716);
/* harmony import */ var _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9208);
/* harmony import */ var _chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(979);
/* harmony import */ var _chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2551);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(491);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8088);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5592);
/* harmony import */ var _chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6785);
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6508);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2587);














// src/compare/verdict.ts
var PRECEDENCE = ["over", "overridden", "not-compared", "no-baseline", "pass"];
function decideVerdict(verdicts) {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
function failsJob(comparison, strict) {
  return comparison.budgets.some((budget) => budget.verdict === "over" && budget.enforced) || strict && comparison.verdict === "not-compared";
}
function rankVerdict(verdict) {
  return PRECEDENCE.indexOf(verdict);
}

// src/baseline/tagged-image.ts
var REVISION = "org.opencontainers.image.revision";
function describeImage(image, reference, commit) {
  return { kind: "found", image, reference, commit: readRevision(image) ?? commit };
}
function readRevision({ platforms }) {
  const said = platforms.map(({ labels }) => labels[REVISION] ?? "");
  return said.find((text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) ?? null;
}

// src/image/registry/registry-source.ts
function openRegistrySource(client, reference, name) {
  const { tag, digest } = reference;
  return {
    name: name ?? (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_5__/* .formatReference */ .F)(reference),
    // Given both, the digest is what counts, as for container engines.
    fetchRoot: async () => await (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .Cj)(client, reference, digest === null ? { tag: tag ?? "latest" } : { digest }),
    async fetchManifest(descriptor) {
      const manifest = await (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .Cj)(client, reference, { digest: descriptor.digest });
      if (manifest !== null) return manifest;
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN(
        "REGISTRY_NOT_FOUND",
        `${(0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_5__/* .formatReference */ .F)(reference)} names the manifest ${descriptor.digest}, and the registry has it not`,
        { hint: "A job that deletes untagged versions takes such away: build and push again." }
      );
    },
    fetchBlob: async (descriptor) => await (0,_chunk_ILW6DDBN_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchBlob */ .s)(client, reference, descriptor)
  };
}

// src/compare/budgets.ts
function judgeBudgets(platforms, rules) {
  if (rules.overBudget === "none") return [];
  return rules.budgets.flatMap(
    (budget) => platforms.filter((platform) => applies(budget, platform, rules)).map((platform) => {
      const measured = measure(budget, platform, rules.countDrift);
      const allowed = allow(budget, platform);
      return {
        limit: budget.text,
        platform: platform.platform,
        measured,
        allowed,
        verdict: judge(measured, allowed, rules),
        enforced: rules.overBudget === "fail" && (budget.kind === "max-size" || rules.isBaselineExact)
      };
    })
  );
}
function applies(budget, platform, rules) {
  const hasOwn = rules.budgets.some(
    ({ kind, on, platform: own }) => kind === budget.kind && on === budget.on && own === platform.platform
  );
  if (budget.platform === null ? hasOwn : budget.platform !== platform.platform) return false;
  if (platform.status === "removed") return false;
  return budget.kind === "max-size" || platform.status === "compared" || rules.withoutBaseline !== null;
}
function measure(budget, platform, countDrift) {
  const sizes = budget.on === "download" ? platform.download : platform.onDisk;
  if (budget.kind === "max-size") return sizes.head;
  if (sizes.change === null || countDrift) return sizes.change;
  let drift = 0;
  for (const cause of platform.causes) {
    if (cause.by !== "drift") continue;
    const bytes = budget.on === "download" ? cause.downloadBytes : cause.onDiskBytes;
    if (bytes === null) return null;
    drift += bytes;
  }
  return sizes.change - drift;
}
function allow(budget, platform) {
  const { baseline } = budget.on === "download" ? platform.download : platform.onDisk;
  const forms = [];
  if (budget.bytes !== null) forms.push(budget.bytes);
  if (budget.percent !== null) {
    if (baseline === null) return null;
    forms.push(shareOf(baseline, budget.percent));
  }
  return forms.length === 0 ? null : Math.max(...forms);
}
var DECIMALS = 10;
function shareOf(bytes, percent) {
  const scaled = BigInt(percent.toFixed(DECIMALS).replace(".", ""));
  return Number(BigInt(bytes) * scaled / (100n * 10n ** BigInt(DECIMALS)));
}
function judge(measured, allowed, rules) {
  if (measured === null || allowed === null) return rules.withoutBaseline ?? "not-compared";
  if (measured <= allowed) return "pass";
  return rules.isOverridden ? "overridden" : "over";
}

// src/compare/causes.ts
function findCauses(baseline, head, pairs, known) {
  const countBaseline = makeCounter(baseline?.layers ?? [], known);
  const countHead = makeCounter(head?.layers ?? [], known);
  const causes = pairs.map((pair) => {
    const before = pair.baseline === null ? NOTHING : countBaseline(pair.baseline);
    const after = pair.head === null ? NOTHING : countHead(pair.head);
    const layer = pair.head ?? pair.baseline;
    return {
      kind: pair.status === "recompressed" ? "recompressed" : "layer",
      by: null,
      downloadBytes: after.downloadBytes - before.downloadBytes,
      estimated: false,
      onDiskBytes: subtract(pair, after.onDiskBytes, before.onDiskBytes),
      layer: layer.digest,
      source: null,
      package: null,
      detail: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .formatInstruction */ .EI)(layer.createdBy)
    };
  });
  causes.push({
    kind: "config",
    by: null,
    downloadBytes: (head?.config.size ?? 0) - (baseline?.config.size ?? 0),
    estimated: false,
    onDiskBytes: 0,
    layer: null,
    source: null,
    package: null,
    detail: "image configuration"
  });
  return causes.filter((cause) => cause.downloadBytes !== 0 || cause.onDiskBytes !== 0);
}
var NOTHING = { downloadBytes: 0, onDiskBytes: 0 };
function makeCounter(layers, known) {
  const sizes = new Map(layers.map((layer) => [layer.digest, layer.downloadBytes]));
  const countedBlobs = /* @__PURE__ */ new Set();
  const countedStreams = /* @__PURE__ */ new Set();
  return (layer) => {
    const downloadBytes2 = countedBlobs.has(layer.digest) ? 0 : sizes.get(layer.digest) ?? 0;
    const onDiskBytes2 = countedStreams.has(layer.diffID) ? 0 : known.get(layer.diffID) ?? "unknown";
    countedBlobs.add(layer.digest);
    countedStreams.add(layer.diffID);
    return { downloadBytes: downloadBytes2, onDiskBytes: onDiskBytes2 };
  };
}
function subtract(pair, after, before) {
  if (after !== "unknown" && before !== "unknown") return after - before;
  return after === before && pair.head?.diffID === pair.baseline?.diffID ? 0 : null;
}

// src/compare/align.ts
var MOST_CELLS = 4e6;
function align(before, after) {
  const [rows, columns] = numberKeys(before, after);
  if ((rows.length + 1) * (columns.length + 1) > MOST_CELLS) return alignEnds(rows, columns);
  const width = columns.length + 1;
  const lengths = new Uint32Array((rows.length + 1) * width);
  const at = (row2, column2) => lengths[row2 * width + column2] ?? 0;
  for (let row2 = rows.length - 1; row2 >= 0; row2--) {
    for (let column2 = columns.length - 1; column2 >= 0; column2--) {
      lengths[row2 * width + column2] = rows[row2] === columns[column2] ? at(row2 + 1, column2 + 1) + 1 : Math.max(at(row2 + 1, column2), at(row2, column2 + 1));
    }
  }
  const pairs = [];
  let row = 0;
  let column = 0;
  while (row < rows.length && column < columns.length) {
    if (rows[row] === columns[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
function numberKeys(before, after) {
  const numbers = /* @__PURE__ */ new Map();
  const numberBy = (absent) => (key) => {
    if (key === null) return absent;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return [Int32Array.from(before, numberBy(-1)), Int32Array.from(after, numberBy(-2))];
}
function alignEnds(rows, columns) {
  const shorter = Math.min(rows.length, columns.length);
  const head = [];
  while (head.length < shorter && rows[head.length] === columns[head.length]) head.push([head.length, head.length]);
  const tail = [];
  while (head.length + tail.length < shorter) {
    const row = rows.length - 1 - tail.length;
    const column = columns.length - 1 - tail.length;
    if (rows[row] !== columns[column]) break;
    tail.push([row, column]);
  }
  return [...head, ...tail.reverse()];
}

// src/compare/pair-layers.ts
var TIES = [
  { status: "same", key: (layer) => `${layer.digest} ${layer.diffID}` },
  { status: "recompressed", key: (layer) => layer.diffID },
  // A layer that does not say where it comes from is tied to nothing.
  { status: "changed", key: (layer) => layer.createdBy === "" ? null : layer.createdBy }
];
function pairLayers(baseline, head, ties = TIES) {
  const [tie, ...weaker] = ties;
  if (tie === void 0) {
    return [
      ...baseline.map((layer) => ({ status: "removed", baseline: layer, head: null })),
      ...head.map((layer) => ({ status: "added", baseline: null, head: layer }))
    ];
  }
  const rows = [];
  let row = 0;
  let column = 0;
  const fillGap = (rowEnd, columnEnd) => {
    const gap = pairLayers(baseline.slice(row, rowEnd), head.slice(column, columnEnd), weaker);
    for (const pair of gap) rows.push(pair);
  };
  for (const [pairedRow, pairedColumn] of align(baseline.map(tie.key), head.map(tie.key))) {
    fillGap(pairedRow, pairedColumn);
    const before = baseline[pairedRow];
    const after = head[pairedColumn];
    if (before !== void 0 && after !== void 0) rows.push({ status: tie.status, baseline: before, head: after });
    row = pairedRow + 1;
    column = pairedColumn + 1;
  }
  fillGap(baseline.length, head.length);
  return rows;
}

// src/compare/sizes.ts
function compareSizes(baseline, head) {
  return { baseline, head, change: baseline === null || head === null ? null : head - baseline };
}
function pullBytes(head, baseline) {
  if (baseline === null) return (0,_chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_11__/* .downloadBytes */ .e)(head);
  const present = new Set(baseline.layers.map((layer) => layer.digest));
  return (0,_chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_11__/* .downloadBytes */ .e)({
    ...head,
    config: baseline.config.digest === head.config.digest ? { ...head.config, size: 0 } : head.config,
    layers: head.layers.filter((layer) => !present.has(layer.digest))
  });
}
function onDiskBytes(image, known) {
  let sum = 0;
  for (const diffID of new Set(image.layers.map((layer) => layer.diffID))) {
    const bytes = known.get(diffID);
    if (bytes === void 0) return null;
    sum += bytes;
  }
  return sum;
}

// src/compare/steps.ts
function compareBuilds(head, baseline) {
  const steps = compareSteps(head.steps, baseline?.steps ?? []);
  return {
    durationMs: head.durationMs,
    baselineDurationMs: baseline?.durationMs ?? null,
    steps,
    cache: {
      restored: steps.filter((step) => step.status === "cached").length,
      cacheable: steps.length,
      importMs: head.cache.importMs,
      exportMs: head.cache.exportMs,
      savedMs: baseline === null ? null : savedMs(steps)
    }
  };
}
function compareSteps(head, baseline) {
  const isNamed = [head, baseline].every((steps) => steps.every((step) => step.platform !== null));
  const keyOf = (step) => JSON.stringify([isNamed ? step.platform : null, step.stage, step.name]);
  const waiting = /* @__PURE__ */ new Map();
  for (const step of baseline) waiting.set(keyOf(step), [...waiting.get(keyOf(step)) ?? [], step]);
  return head.map((step) => {
    const before = waiting.get(keyOf(step))?.shift();
    return {
      name: step.name,
      platform: step.platform,
      status: step.status,
      durationMs: step.durationMs,
      source: step.source,
      baseline: before === void 0 ? null : { status: before.status, durationMs: before.durationMs },
      because: null
    };
  });
}
function savedMs(steps) {
  let sum = 0;
  for (const step of steps) {
    if (step.status !== "cached") continue;
    if (step.baseline?.status !== "ran" || step.baseline.durationMs === null) return null;
    sum += step.baseline.durationMs;
  }
  return sum;
}

// src/compare/compare.ts
function compare(input) {
  const head = input.head.kind === "read" ? input.head.image : null;
  const baseline = input.baseline.kind === "found" ? input.baseline.image : null;
  const platforms = head === null ? [] : comparePlatforms(baseline, head, input.knownDiskBytes);
  const made = judgeMade(input, platforms);
  const budgets = judgeBudgets(platforms, {
    ...input.rules,
    isBaselineExact: input.baseline.kind !== "found" || input.baseline.isExact,
    withoutBaseline: made.verdict === "pass" ? null : made.verdict
  });
  return {
    schemaVersion: 1,
    name: input.name,
    image: input.image,
    head: {
      reference: input.head.reference,
      digest: input.head.kind === "read" ? input.head.image.digest : input.head.digest,
      commit: input.head.commit,
      pushed: input.head.pushed
    },
    baseline: describeBaseline(input.baseline),
    platforms,
    build: input.build.head === null ? null : compareBuilds(input.build.head, input.build.baseline),
    budgets,
    verdict: decideVerdict([made.verdict, ...budgets.map((budget) => budget.verdict)]),
    notes: [...made.notes, ...input.notes, ...noteBudgets(input, platforms, budgets), ...noteCache(input.build.head)]
  };
}
function judgeMade({ head, baseline }, platforms) {
  if (head.kind === "failed") return { verdict: "not-compared", notes: [head.note] };
  if (baseline.kind === "failed") return { verdict: "not-compared", notes: [baseline.note] };
  if (baseline.kind === "none") return { verdict: "no-baseline", notes: [] };
  if (platforms.some((platform) => platform.status === "compared")) return { verdict: "pass", notes: [] };
  const list = (image) => image.platforms.map(({ platform }) => platform).join(", ");
  const note = {
    code: "no-common-platform",
    message: `the baseline has ${list(baseline.image)}, this build has ${list(head.image)}: no platform is in both`,
    hint: "Build for a platform that the baseline has too."
  };
  return { verdict: "not-compared", notes: [note] };
}
function describeBaseline(baseline) {
  switch (baseline.kind) {
    case "found": {
      const { kind, reference, image, commit, how, distance } = baseline;
      return { kind, reference, digest: image.digest, commit, how, distance };
    }
    case "none":
      return { kind: "none", reason: baseline.reason };
    case "failed":
      return { kind: "none", reason: baseline.note.message };
  }
}
function comparePlatforms(baseline, head, known) {
  const find = (image, platform) => image?.platforms.find((candidate) => candidate.platform === platform) ?? null;
  const names = new Set([...head.platforms, ...baseline?.platforms ?? []].map(({ platform }) => platform));
  return [...names].map((name) => comparePlatform(name, find(baseline, name), find(head, name), known));
}
function comparePlatform(platform, baseline, head, known) {
  const pairs = pairLayers(baseline?.layers ?? [], head?.layers ?? []);
  const sizesBy = (measure2) => compareSizes(baseline === null ? null : measure2(baseline), head === null ? null : measure2(head));
  return {
    platform,
    status: baseline === null ? "added" : head === null ? "removed" : "compared",
    download: sizesBy(_chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_11__/* .downloadBytes */ .e),
    onDisk: sizesBy((image) => onDiskBytes(image, known)),
    pull: head === null ? null : { bytes: pullBytes(head, baseline) },
    base: null,
    layers: pairs.map((pair) => describePair(pair, known)),
    files: null,
    causes: findCauses(baseline, head, pairs, known)
  };
}
function describePair(pair, known) {
  const describe = (layer) => ({
    digest: layer.digest,
    diffID: layer.diffID,
    downloadBytes: layer.downloadBytes,
    onDiskBytes: known.get(layer.diffID) ?? null
  });
  const shown = pair.head ?? pair.baseline;
  return {
    status: pair.status,
    ...describe(shown),
    createdBy: shown.createdBy,
    source: null,
    baseline: pair.head === null || pair.baseline === null ? null : describe(pair.baseline)
  };
}
function noteBudgets({ rules, head, notes: given }, platforms, budgets) {
  if (head.kind === "failed" || rules.overBudget === "none") return [];
  const notes = [];
  const onDisk = new Set(rules.budgets.filter(({ on }) => on === "disk").map(({ text }) => text));
  if (budgets.some((budget) => budget.measured === null && onDisk.has(budget.limit))) {
    notes.push({
      code: "on-disk-unknown",
      message: "a limit on the size on disk was not checked: not every layer was read",
      hint: "A limit on the download, max-size or max-increase, needs no layer to be read."
    });
  }
  const isSaid = given.some(({ code }) => code === "budget-without-platform");
  for (const { platform, text } of isSaid ? [] : rules.budgets) {
    if (platform !== null && !platforms.some((candidate) => candidate.platform === platform)) {
      notes.push({
        code: "budget-without-platform",
        message: `"${text}" was not checked: the image has no platform ${platform}`,
        hint: `The image has ${platforms.map((candidate) => candidate.platform).join(", ")}.`
      });
    }
  }
  return notes;
}
function noteCache(build) {
  const errors = new Set((build?.cache.errors ?? []).filter((error) => !/\bnot found\b|\b404\b/i.test(error)));
  return [...errors].map((error) => ({
    code: "cache-failed",
    message: `the build cache failed, and the build went on without it: ${error}`,
    hint: /\b(?:401|403|denied|unauthorized|forbidden|insufficient_scope)\b/i.test(error) ? 'The job needs "packages: write" to write a cache on ghcr.io, "packages: read" to read it.' : "The next build may be slower; if it happens again, look at the registry."
  }));
}

// src/report/terminal.ts
var STYLES = { over: "31", warning: "33", within: "32", none: "1", dim: "2" };
function renderTerminal(comparison, context, options) {
  const story = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .tellStory */ .F5)(comparison, context);
  const style = (name, text) => options.color ? `\x1B[${STYLES[name]}m${text}\x1B[0m` : text;
  const { rows, left } = story.causes;
  const blocks = [
    [
      style(story.headline.icon, (0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(story.headline.text)) + (story.headline.because === null ? "" : ` ${(0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(story.headline.because)}`),
      ...story.reasons.map(_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)
    ],
    formatColumns(listSizes(comparison, context), options.width, ["left"]),
    story.broken.map(_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W),
    formatColumns(
      [
        ...rows.map(({ change, what }) => [change, what]),
        ...left > 0 ? [[(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)``, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`and ${left} smaller ${left === 1 ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`cause` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`causes`}`]] : []
      ],
      options.width,
      ["right", "left"]
    ),
    story.build === null ? [] : [(0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(story.build.time === null ? story.build.rest : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`${story.build.time}${story.build.rest}`)],
    story.notes.map(_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W),
    story.advice === null ? [] : [(0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(story.advice)],
    [style("dim", (0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(story.provenance))]
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function listSizes(comparison, context) {
  const { head, rows } = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .formatSizeTable */ .V8)(comparison, context);
  if (rows.length === 0) return [];
  if (comparison.baseline.kind === "none") return [head, ...rows];
  const pulls = comparison.platforms.map(({ pull }) => pull === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(pull.bytes)}`);
  return [[...head, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)`to pull`], ...rows.map((row, index) => [...row, pulls[index] ?? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_8__/* .say */ .cv)``])];
}
function formatColumns(rows, width, sides) {
  const cells = rows.map((row) => row.map((cell) => Array.from((0,_chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPlain */ .W)(cell))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => {
    const line = row.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - cell.length);
      return sides[column] === "left" ? cell.join("") + padding : padding + cell.join("");
    });
    return cutLine(line.join("   ").trimEnd(), width);
  });
}
function cutLine(line, width) {
  const characters = Array.from(line);
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join("")}\u2026`;
}

// src/image/read-image.ts
async function readImage(source, options = {}) {
  const root = await source.fetchRoot();
  if (root === null) return null;
  const manifest = (0,_chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(root.bytes, root.mediaType, source.name);
  const read = await readPlatforms(source, manifest, root.digest, options.platforms ?? null);
  return { name: source.name, digest: root.digest, platforms: read, annotations: annotationsOf(manifest) };
}
async function readPlatforms(source, manifest, digest, wanted) {
  if (manifest.kind === "artifact") throw refuseArtifact(source, manifest.type);
  const all = manifest.kind === "image" ? [await readPlatform(source, manifest, digest, null)] : await readIndex(source, manifest, wanted);
  const found = /* @__PURE__ */ new Map();
  for (const platform of all) {
    if (platform !== null && !found.has(platform.platform)) found.set(platform.platform, platform);
  }
  const asked = [...found.values()].filter(({ platform }) => wanted?.includes(platform) ?? true);
  if (asked.length > 0) return asked;
  if (wanted === null) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name} has no image of any platform in it`);
  }
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${source.name} has no image for ${wanted.join(", ")}`, {
    hint: `It has ${listPlatforms(manifest, found)}.`
  });
}
function listPlatforms(manifest, found) {
  const named = manifest.kind === "index" ? manifest.entries.flatMap((entry) => platformOf(entry) ?? []) : [];
  const all = [.../* @__PURE__ */ new Set([...named, ...found.keys()])].filter((platform) => platform !== "unknown/unknown");
  return all.length === 0 ? "no other" : all.slice(0, 20).join(", ");
}
async function readIndex(source, index, wanted) {
  const seen = /* @__PURE__ */ new Set();
  const entries = (await flattenIndex(source, index.entries)).filter((entry) => {
    const platform = platformOf(entry);
    if (platform !== null && wanted !== null && !wanted.includes(platform)) return false;
    const key = platform ?? entry.digest;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return await (0,_chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_12__/* .inParallel */ .H)(entries, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.parallelPlatforms, async (entry) => {
    const { bytes, mediaType, digest } = await source.fetchManifest(entry);
    const manifest = (0,_chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(bytes, mediaType, `${source.name}, manifest ${digest}`);
    if (manifest.kind === "index") throw refuse(source, `manifest ${digest} is an index, and its entry says otherwise`);
    return manifest.kind === "image" ? await readPlatform(source, manifest, digest, platformOf(entry)) : null;
  });
}
async function flattenIndex(source, root) {
  let count = 0;
  const flatten = async (entries, depth) => {
    count += entries.length;
    if (count > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.indexEntries) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.indexEntries} entries in its indexes`);
    const flat = [];
    for (const entry of entries) {
      if (isAttestation(entry)) continue;
      if ((0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .isManifestType */ .Q3)(entry.mediaType)) flat.push(entry);
      if (!(0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndexType */ .$U)(entry.mediaType)) continue;
      if (depth === _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.nestingDepth) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.nestingDepth} indexes inside one another`);
      const { bytes, mediaType, digest } = await source.fetchManifest(entry);
      const nested = (0,_chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(bytes, mediaType, `${source.name}, index ${digest}`);
      if (nested.kind !== "index") throw refuse(source, `${digest} is no index, and its entry says so`);
      flat.push(...await flatten(nested.entries, depth + 1));
    }
    return flat;
  };
  return await flatten(root, 0);
}
function isAttestation(entry) {
  return entry.annotations["vnd.docker.reference.type"] !== void 0 || platformOf(entry) === "unknown/unknown";
}
function platformOf({ platform }) {
  return platform === null ? null : (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_6__/* .normalizePlatform */ .FL)(platform));
}
async function readPlatform(source, manifest, digest, named) {
  const what = `${source.name}, config ${manifest.config.digest}`;
  if (manifest.config.size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.configBytes) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__/* .LIMITS */ .b.configBytes} bytes in its config`);
  const config = (0,_chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfig */ .o)(await source.fetchBlob(manifest.config), what);
  const platform = named ?? (config.platform === null ? null : (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_6__/* .formatPlatform */ .Bq)(config.platform));
  if (platform === null)
    throw refuse(source, `neither its index nor config ${manifest.config.digest} says for which platform it is`);
  if (platform === "unknown/unknown") throw refuseArtifact(source, "an attestation");
  return {
    platform,
    manifestDigest: digest,
    config: { digest: manifest.config.digest, size: manifest.config.size },
    layers: pairLayers2(manifest, config, what),
    labels: config.labels,
    annotations: manifest.annotations
  };
}
function pairLayers2(manifest, config, what) {
  if (config.diffIDs.length !== manifest.layers.length) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN(
      "IMAGE_INVALID",
      `${what} names ${config.diffIDs.length} layers, and the manifest ${manifest.layers.length}`
    );
  }
  return manifest.layers.flatMap(({ digest, mediaType, size }, place) => {
    const diffID = config.diffIDs[place];
    if (diffID === void 0) return [];
    return [{ digest, diffID, mediaType, downloadBytes: size, createdBy: config.createdBy[place] ?? "" }];
  });
}
function annotationsOf(manifest) {
  return manifest.kind === "artifact" ? {} : manifest.annotations;
}
function refuseArtifact(source, type) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name} is no container image, but ${type.slice(0, 255)}`);
}
function refuse(source, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name}: ${why}`);
}
function exceeded(source, what) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_10__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${source.name} has more than ${what}`);
}




/***/ })

};
