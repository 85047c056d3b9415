export const id = 268;
export const ids = [268];
export const modules = {

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

/***/ 5679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y6: () => (/* binding */ pushManifest),
  KR: () => (/* binding */ pushRecordFile),
  PU: () => (/* binding */ writeRecordFile)
});

// EXTERNAL MODULE: ./build/chunk-SGQDSXGB.js
var chunk_SGQDSXGB = __webpack_require__(4719);
;// CONCATENATED MODULE: ./build/chunk-HI6AAJID.js
// src/version.ts
var VERSION = "0.1.0";



// EXTERNAL MODULE: ./build/chunk-EHJPBX5B.js
var chunk_EHJPBX5B = __webpack_require__(6716);
// EXTERNAL MODULE: ./build/chunk-JLIIIXMZ.js
var chunk_JLIIIXMZ = __webpack_require__(9208);
// EXTERNAL MODULE: ./build/chunk-SM2RTURA.js
var chunk_SM2RTURA = __webpack_require__(8088);
// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-ATKXFF4U.js
var chunk_ATKXFF4U = __webpack_require__(5615);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/chunk-OHZB4Z4Q.js









// src/phase/record-file.ts



// src/record/make-record.ts
function makeRecord({ version, name, image, commit, build, nowMs }) {
  return {
    schemaVersion: 1,
    plimsoll: version,
    name,
    image: image.digest,
    commit,
    createdAt: new Date(nowMs).toISOString(),
    build: build === null ? null : {
      durationMs: build.durationMs,
      steps: build.steps,
      cache: { importMs: build.cache.importMs, exportMs: build.cache.exportMs }
    },
    platforms: image.platforms.map((platform) => ({
      platform: platform.platform,
      manifest: platform.manifestDigest,
      downloadBytes: (0,chunk_EHJPBX5B/* downloadBytes */.e)(platform)
    }))
  };
}

// src/image/registry/push-blob.ts

async function pushBlob(client, { registry, repository }, bytes) {
  const digest = (0,chunk_SM2RTURA/* digestOf */.ol)(bytes);
  const common = { registry, repository, what: `${registry}/${repository}, blob ${digest}`, access: "push" };
  const head = { ...common, method: "HEAD", path: `/v2/${repository}/blobs/${digest}` };
  for (let attempt = 1; ; attempt += 1) {
    const known = await client.fetch(head);
    if (known.status === 200) return { digest, size: bytes.length };
    if (known.status !== 404) throw (0,chunk_ATKXFF4U/* explainAnswer */.iJ)(known, (0,chunk_JLIIIXMZ/* describeCall */.GC)(head));
    const post = { ...common, method: "POST", path: `/v2/${repository}/blobs/uploads/` };
    const session = await client.fetch(post);
    if (session.status !== 202) throw (0,chunk_ATKXFF4U/* explainAnswer */.iJ)(session, (0,chunk_JLIIIXMZ/* describeCall */.GC)(post));
    const put = {
      ...common,
      method: "PUT",
      path: locate(session, digest, common.what),
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
      isRepeatable: false
    };
    const outcome = await tryOnce(client, put);
    if (!(outcome instanceof chunk_NQNT2RXN/* PlimsollError */.nN) && isStored(outcome)) return { digest, size: bytes.length };
    const failure = outcome instanceof chunk_NQNT2RXN/* PlimsollError */.nN ? outcome : (0,chunk_ATKXFF4U/* explainAnswer */.iJ)(outcome, (0,chunk_JLIIIXMZ/* describeCall */.GC)(put));
    const retryAfter = outcome instanceof chunk_NQNT2RXN/* PlimsollError */.nN ? void 0 : outcome.headers["retry-after"];
    const delayMs = (0,chunk_ATKXFF4U/* retryDelayMs */.qO)(client.policy, attempt, retryAfter, Date.now(), Math.random());
    if (delayMs === null || !PASSING.has(failure.code)) throw failure;
    await (0,external_node_timers_promises_.setTimeout)(delayMs);
  }
}
var PASSING = /* @__PURE__ */ new Set([
  "REGISTRY_UNREACHABLE",
  "REGISTRY_INVALID",
  "REGISTRY_FAILED",
  "REGISTRY_RATE_LIMITED",
  "REGISTRY_NOT_FOUND"
]);
async function tryOnce(client, put) {
  try {
    return await client.fetch(put);
  } catch (error) {
    if (error instanceof chunk_NQNT2RXN/* PlimsollError */.nN) return error;
    throw error;
  }
}
function isStored({ status }) {
  return status === 201 || status === 204;
}
function locate(session, digest, what) {
  const { location } = session.headers;
  if (location === void 0) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("REGISTRY_INVALID", `${what}: ${session.url.host} opened an upload and does not say where`);
  }
  const url = (0,chunk_ATKXFF4U/* readLocation */.mb)(location, session.url);
  url.search += `${url.search === "" ? "?" : "&"}digest=${encodeURIComponent(digest)}`;
  return url;
}

// src/image/registry/push-manifest.ts
async function pushManifest(client, { registry, repository }, { mediaType, bytes, tag }) {
  const digest = (0,chunk_SM2RTURA/* digestOf */.ol)(bytes);
  const call = {
    method: "PUT",
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag ?? digest}`,
    what: (0,chunk_VY7GW57L/* formatReference */.F)({ registry, repository, tag, digest: tag === null ? digest : null }),
    access: "push",
    headers: { "content-type": mediaType },
    body: bytes
  };
  const answer = await client.fetch(call);
  if (answer.status !== 201) throw (0,chunk_ATKXFF4U/* explainAnswer */.iJ)(answer, (0,chunk_JLIIIXMZ/* describeCall */.GC)(call));
  const stated = answer.headers["docker-content-digest"];
  if (stated !== void 0 && stated !== digest) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("REGISTRY_INVALID", `${call.what}: ${answer.url.host} stored other bytes than were sent`);
  }
  return { digest, knowsSubject: answer.headers["oci-subject"] !== void 0 };
}

// src/record/write-record.ts
async function writeRecord(client, repository, subject, record) {
  try {
    const blob = await pushBlob(client, repository, (0,chunk_SGQDSXGB/* formatRecord */.bM)(record));
    await pushBlob(client, repository, chunk_SGQDSXGB/* EMPTY_CONFIG */.$v.bytes);
    const bytes = (0,chunk_SGQDSXGB/* formatRecordManifest */.Sx)(blob, subject, record.createdAt);
    const pushed = await pushManifest(client, repository, { mediaType: chunk_SM2RTURA/* OCI_MANIFEST */.EG, bytes, tag: null });
    if (pushed.knowsSubject) return written(repository, { tag: null, digest: pushed.digest });
    const tag = (0,chunk_SGQDSXGB/* nameRecordTag */.jx)(subject.digest);
    await pushManifest(client, repository, { mediaType: chunk_SM2RTURA/* OCI_MANIFEST */.EG, bytes, tag });
    return written(repository, { tag, digest: null });
  } catch (error) {
    const { message, hint } = (0,chunk_NQNT2RXN/* wrapError */.J4)("REGISTRY_FAILED", "the registry", error);
    return {
      kind: "failed",
      note: {
        code: "record-not-written",
        message: `The record of this image could not be kept, so later comparisons will not know its steps and times: ${message}`,
        hint
      }
    };
  }
}
function written({ registry, repository }, at) {
  return { kind: "written", reference: (0,chunk_VY7GW57L/* formatReference */.F)({ registry, repository, ...at }) };
}

// src/phase/record-file.ts
var NAME = "record.json";
async function writeRecordFile(folder, plan, head) {
  if (head.image?.kind !== "read") return;
  const record = makeRecord({
    version: VERSION,
    name: plan.name,
    image: head.image.image,
    commit: plan.commit,
    build: head.build,
    nowMs: Date.now()
  });
  await (0,promises_.writeFile)((0,external_node_path_.join)(folder, NAME), (0,chunk_SGQDSXGB/* formatRecord */.bM)(record), { mode: 384 });
}
async function pushRecordFile(folder, client, image, digest) {
  try {
    const repository = (0,chunk_VY7GW57L/* parseReference */.Y)(image);
    const record = (0,chunk_SGQDSXGB/* parseRecord */.Hh)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, NAME)), NAME);
    const subject = await (0,chunk_JLIIIXMZ/* fetchManifest */.Cj)(client, repository, { digest });
    if (subject === null) throw new Error(`${image}@${digest} is not in the registry`);
    const { mediaType, bytes } = subject;
    const written2 = await writeRecord(client, repository, { mediaType, digest, size: bytes.length }, record);
    return written2.kind === "failed" ? [written2.note] : [];
  } catch (error) {
    const { message, hint } = (0,chunk_NQNT2RXN/* wrapError */.J4)("REGISTRY_FAILED", "the record of this build was not kept", error);
    return [{ code: "record-not-written", message, hint }];
  }
}




/***/ }),

/***/ 1268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportBuild: () => (/* binding */ reportBuild)
/* harmony export */ });
/* harmony import */ var _chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6492);
/* harmony import */ var _chunk_WGLEPDPP_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7939);
/* harmony import */ var _chunk_4XWO5UGZ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(511);
/* harmony import */ var _chunk_F6JII3DO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(790);
/* harmony import */ var _chunk_BEAOLFJV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1853);
/* harmony import */ var _chunk_OHZB4Z4Q_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5679);
/* harmony import */ var _chunk_GHLTOZOB_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4721);
/* harmony import */ var _chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4719);
/* harmony import */ var _chunk_H4LLF4SK_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2266);
/* harmony import */ var _chunk_PLB7MWMH_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2672);
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5634);
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8629);
/* harmony import */ var _chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5991);
/* harmony import */ var _chunk_ILW6DDBN_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1526);
/* harmony import */ var _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9208);
/* harmony import */ var _chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2551);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(491);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2921);
/* harmony import */ var _chunk_FO6MY2YJ_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(9898);
/* harmony import */ var _chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(7093);
/* harmony import */ var _chunk_HAG7M56V_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(1197);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(365);
/* harmony import */ var _chunk_BVYD6UVW_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(6785);
/* harmony import */ var _chunk_GEX5LD5U_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9039);
/* harmony import */ var _chunk_SIHP6ESN_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7726);
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(6508);
/* harmony import */ var _chunk_5BHS3ACO_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3798);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(5060);
/* harmony import */ var _chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(6327);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(2587);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(6760);










































// src/phase/report.ts


// src/build/find-build.ts
var MOST_CANDIDATES = 10;
async function findBuild(docker, wanted) {
  try {
    const since = (await (0,_chunk_PLB7MWMH_js__WEBPACK_IMPORTED_MODULE_9__/* .listBuilds */ .Y)(docker, wanted.builder)).filter(
      ({ startedAtMs }) => startedAtMs >= wanted.startedAtMs
    );
    for (const { builder, id } of since.slice(0, MOST_CANDIDATES)) {
      const summary = await (0,_chunk_H4LLF4SK_js__WEBPACK_IMPORTED_MODULE_8__/* .fetchBuildSummary */ .LO)(docker, { builder, id });
      if (isOurs(summary, wanted.digest, since.length)) return { kind: "found", builder, id, summary };
    }
    return { kind: "none", note: explainNone(since) };
  } catch (error) {
    return { kind: "none", note: await (0,_chunk_H4LLF4SK_js__WEBPACK_IMPORTED_MODULE_8__/* .explainNoRecord */ .Wv)(docker, error) };
  }
}
function isOurs({ digests }, digest, candidates) {
  return digest === null || digests.includes(digest) || digests.length === 0 && candidates === 1;
}
function explainNone(since) {
  const nodes = new Set(since.map(({ node }) => node));
  if (nodes.size > 1) {
    return {
      code: "no-build-record",
      message: `Steps and build times are not known, only sizes: the build ran on ${nodes.size} nodes, each with a record of its part.`,
      hint: "Build each platform in a job of its own for times (docs/workflows.md)."
    };
  }
  return {
    code: "no-build-record",
    message: "Steps and build times are not known, only sizes: the builder has no record of this build.",
    hint: 'Its history may be off or too short: see "history" in the configuration of BuildKit.'
  };
}

// src/phase/read-head.ts
async function readHead(plan, places) {
  const { docker, builder, digest, isBuilt } = places;
  const wanted = { builder, startedAtMs: plan.startedAtMs, digest: digest === "" ? null : digest };
  const found = await findBuild(docker, wanted);
  const read = found.kind === "found" ? await (0,_chunk_H4LLF4SK_js__WEBPACK_IMPORTED_MODULE_8__/* .readBuild */ .lT)(docker, { builder: found.builder, id: found.id }, found.summary) : { build: null, notes: [found.note] };
  const reference = digest === "" ? plan.image : `${plan.image}@${digest}`;
  const isPushed = isBuilt && plan.push.enabled;
  if (!isBuilt) return { image: null, digest, isPushed, ...read };
  const common = { reference, commit: plan.commit, pushed: isPushed };
  try {
    const image = await readBuilt(found, reference, isPushed, places);
    return { image: { ...common, kind: "read", image }, digest, isPushed, ...read };
  } catch (error) {
    const { message, hint } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_35__/* .wrapError */ .J4)("NOT_COMPARED", "the image that was built could not be read", error);
    const note = { code: "head-unreadable", message, hint };
    return { image: { ...common, kind: "failed", digest, note }, digest, isPushed, ...read };
  }
}
async function readBuilt(found, reference, isPushed, places) {
  const sources = [
    ...found.kind === "found" ? [(0,_chunk_BEAOLFJV_js__WEBPACK_IMPORTED_MODULE_4__/* .openBuild */ .V)(places.docker, found)] : [],
    ...isPushed ? [(0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_12__/* .openRegistrySource */ .x9)(places.registry, (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_23__/* .parseReference */ .Y)(reference))] : []
  ];
  const absent = new Error(found.kind === "none" ? found.note.message : "the builder holds no image of it");
  return await (0,_chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirstImage */ .GB)(sources, absent);
}

// src/phase/report.ts
async function reportBuild(environment) {
  const planFile = environment["PLIMSOLL_PLAN_FILE"] ?? "";
  const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_36__.dirname)(planFile);
  const plan = await (0,_chunk_FO6MY2YJ_js__WEBPACK_IMPORTED_MODULE_20__/* .readPlanFile */ .w)(planFile);
  const registry = new _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_14__/* .RegistryClient */ .bP({ env: environment });
  const github = await (0,_chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__/* .openGitHub */ .o6)(environment["GITHUB_TOKEN"] ?? "", plan.event.repository, environment);
  const head = await readHead(plan, {
    docker: { path: "docker", env: environment },
    registry,
    builder: environment["PLIMSOLL_BUILDER"] || plan.build.builder.name,
    digest: environment["PLIMSOLL_BUILD_DIGEST"] ?? "",
    isBuilt: environment["PLIMSOLL_BUILD_OUTCOME"] === "success"
  });
  const { image, build, notes } = head;
  const facts = {
    image: plan.image,
    platforms: plan.platforms,
    digest: (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_25__/* .isDigest */ .B)(head.digest) ? head.digest : null,
    isPushed: head.isPushed,
    buildDurationMs: build?.durationMs ?? null
  };
  if (image === null) {
    const files = { comparison: null, comment: null, report: null };
    (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_21__/* .writeOutputs */ .Kn)((0,_chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReportOutputs */ .ar)({ ...facts, comparison: null, files, commentUrl: null }));
    return false;
  }
  const published = await (0,_chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__/* .compareAndPublish */ .mY)(plan, { image, build, notes }, { registry, github, folder }, environment);
  registry.close();
  if (head.isPushed) await (0,_chunk_OHZB4Z4Q_js__WEBPACK_IMPORTED_MODULE_5__/* .writeRecordFile */ .PU)(folder, plan, head);
  (0,_chunk_5L6HRAP7_js__WEBPACK_IMPORTED_MODULE_21__/* .writeOutputs */ .Kn)((0,_chunk_O32TVUZK_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReportOutputs */ .ar)({ ...facts, ...published }));
  return (0,_chunk_Z2EIE2IC_js__WEBPACK_IMPORTED_MODULE_12__/* .failsJob */ .VC)(published.comparison, plan.strict);
}



/***/ })

};
