export const id = 116;
export const ids = [116];
export const modules = {

/***/ 7116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tagBuild: () => (/* binding */ tagBuild)
/* harmony export */ });
/* harmony import */ var _chunk_FLVXEI3U_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6468);
/* harmony import */ var _chunk_3TKGQNP3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6209);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2708);
/* harmony import */ var _chunk_6EA37SFE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7612);
/* harmony import */ var _chunk_W4NDO5UB_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4040);
/* harmony import */ var _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2827);
/* harmony import */ var _chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(254);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5615);
/* harmony import */ var _chunk_NAYRG3EA_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8224);
/* harmony import */ var _chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3209);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6794);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(365);
/* harmony import */ var _chunk_O4TZE7S3_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4317);
/* harmony import */ var _chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7073);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2340);
/* harmony import */ var _chunk_XD2FGNJF_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6503);
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5634);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2921);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2587);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6760);

























// src/phase/tags.ts


// src/image/registry/fetch-digest.ts
async function fetchDigest(client, reference) {
  const { registry, repository, tag } = reference;
  const call = {
    method: "HEAD",
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag}`,
    what: (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_10__/* .formatReference */ .F)({ registry, repository, tag, digest: null }),
    access: "pull",
    headers: { accept: _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_5__/* .ACCEPTED_MANIFESTS */ .bb }
  };
  const answer = await client.fetch(call);
  if ((0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_7__/* .isAbsent */ .W0)(answer)) return null;
  const stated = answer.headers["docker-content-digest"];
  if (answer.status === 200 && typeof stated === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_11__/* .isDigest */ .B)(stated)) return stated;
  if (answer.status !== 200 && answer.status !== 405) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_7__/* .explainAnswer */ .iJ)(answer, (0,_chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_6__/* .describeCall */ .G)(call));
  return (await (0,_chunk_6EA37SFE_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchManifest */ .C)(client, reference, { tag }))?.digest ?? null;
}

// src/publish/tag-registry.ts
var COPY_TIMEOUT_MS = 15 * 6e4;
var MOST_OUTPUT_BYTES = 4 * 1024 * 1024;
function openTagRegistry(client, docker, builder) {
  return {
    fetchManifest: async (repository, digest) => await (0,_chunk_6EA37SFE_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchManifest */ .C)(client, repository, { digest }),
    putManifest: async (repository, tag, { mediaType, bytes }) => {
      await (0,_chunk_FLVXEI3U_js__WEBPACK_IMPORTED_MODULE_0__/* .pushManifest */ .y6)(client, repository, { mediaType, bytes, tag });
    },
    fetchDigest: async (repository, tag) => await fetchDigest(client, { ...repository, tag }),
    listTags: async (repository) => await (0,_chunk_FLVXEI3U_js__WEBPACK_IMPORTED_MODULE_0__/* .listTags */ .cB)(client, repository),
    copyImage: async (source, target) => {
      const named = builder === "" ? [] : ["--builder", builder];
      const args = ["buildx", "imagetools", "create", ...named, "--prefer-index=false", "--tag", target, source];
      const limits = { maxBytes: MOST_OUTPUT_BYTES, timeoutMs: COPY_TIMEOUT_MS };
      const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_16__/* .askDocker */ .a)(docker, args, limits);
      if (answer.kind === "failed") throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_16__/* .dockerFailed */ .i)("docker buildx imagetools create", answer.said);
    }
  };
}

// src/publish/write-tags.ts
async function writeTags(tags, image, registry) {
  const pushed = new PushedImage(image.repository, image.digest, registry);
  const written = [];
  const notes = [];
  const errors = [];
  for (const tag of tags) {
    try {
      const reason = await findReasonToKeep(tag, image.digest, registry);
      if (reason === null) {
        await pushed.putTag(tag.reference);
        written.push(tag.reference);
      } else if (reason !== "") {
        notes.push({ code: "tag-kept", message: `${tag.reference} stays where it is: ${reason}.`, hint: "" });
      }
    } catch (error) {
      const { code, message, hint } = (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_19__/* .wrapError */ .J4)("REGISTRY_FAILED", image.repository, error);
      errors.push(
        new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_19__/* .PlimsollError */ .nN(code, `the tag ${tag.reference} could not be written: ${message}`, { hint, cause: error })
      );
    }
  }
  return { written, notes, errors };
}
async function findReasonToKeep(planned, digest, registry) {
  const { repository, tag } = parseTag(planned.reference);
  switch (planned.write) {
    case "always":
      return null;
    case "once": {
      const present = await registry.fetchDigest(repository, tag);
      if (present === null) return null;
      return present === digest ? "" : `it is written once, and stands for ${present}`;
    }
    case "if-highest": {
      const isHighest = (0,_chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__/* .isHighestStable */ .OO)(planned, await registry.listTags(repository));
      return isHighest ? null : `${planned.version} is not the highest stable version in the registry`;
    }
    default:
      return (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_19__/* .assertNever */ .xb)(planned);
  }
}
var PushedImage = class {
  #name;
  #digest;
  #registry;
  #manifest = null;
  constructor(name, digest, registry) {
    this.#name = name;
    this.#digest = digest;
    this.#registry = registry;
  }
  async putTag(reference) {
    const { repository, tag } = parseTag(reference);
    const own = (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_10__/* .parseReference */ .Y)(this.#name);
    if (repository.registry !== own.registry || repository.repository !== own.repository) {
      await this.#registry.copyImage(`${this.#name}@${this.#digest}`, reference);
      return;
    }
    this.#manifest ??= await this.#registry.fetchManifest(repository, this.#digest);
    if (this.#manifest === null) throw new Error(`${this.#digest} is not in the registry`);
    await this.#registry.putManifest(repository, tag, this.#manifest);
  }
};
function parseTag(reference) {
  const { registry, repository, tag } = (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_10__/* .parseReference */ .Y)(reference);
  return { repository: { registry, repository }, tag: tag ?? "latest" };
}

// src/phase/tags.ts
async function tagBuild(environment) {
  const planFile = environment["PLIMSOLL_PLAN_FILE"] ?? "";
  const plan = await (0,_chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__/* .readPlanFile */ .wr)(planFile);
  const digest = (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_11__/* .parseDigest */ .m)(environment["PLIMSOLL_BUILD_DIGEST"] ?? "", "the digest of the build step");
  const registry = new _chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_6__/* .RegistryClient */ .b({ env: environment });
  const docker = { path: "docker", env: environment };
  const builder = environment["PLIMSOLL_BUILDER"] || plan.build.builder.name;
  const record = await (0,_chunk_FLVXEI3U_js__WEBPACK_IMPORTED_MODULE_0__/* .pushRecordFile */ .KR)((0,node_path__WEBPACK_IMPORTED_MODULE_20__.dirname)(planFile), registry, plan.image, digest);
  const { written, notes, errors } = await writeTags(
    plan.tags,
    { repository: plan.image, digest },
    openTagRegistry(registry, docker, builder)
  );
  registry.close();
  (0,_chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__/* .writeOutputs */ .Kn)({ tags: written.join("\n") });
  (0,_chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__/* .printGroup */ .To)("Tags", written.length === 0 ? ["none written"] : written);
  (0,_chunk_6KBBJK6W_js__WEBPACK_IMPORTED_MODULE_9__/* .printNotes */ .jX)([...record, ...notes]);
  (0,_chunk_O4TZE7S3_js__WEBPACK_IMPORTED_MODULE_12__/* .printAnnotations */ .E)(
    errors.map(({ message, hint }) => ({ level: "error", message: hint === "" ? message : `${message}
${hint}` }))
  );
  return errors.length > 0;
}



/***/ })

};
