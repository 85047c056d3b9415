export const id = 27;
export const ids = [27];
export const modules = {

/***/ 2708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DescriptorSchema),
/* harmony export */   y: () => (/* binding */ AnnotationsSchema)
/* harmony export */ });
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);



// src/image/descriptor.ts
var PlatformWord = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yG)(/^[\w.-]{0,64}$/, "not a word of a platform"));
var AnnotationsSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()), {});
var DescriptorSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)(
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
    mediaType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru)(255)),
    digest: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)((value) => typeof value === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(value), "not a digest"),
    size: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2)("not a size"), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Ww)(0, "a negative size")),
    annotations: AnnotationsSchema,
    platform: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
        os: PlatformWord,
        architecture: PlatformWord,
        variant: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)(PlatformWord),
        "os.version": (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)())
      })
    )
  }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pd)(({ mediaType, digest, size, annotations, platform }) => ({
    mediaType,
    digest,
    size,
    annotations,
    platform: platform?.os && platform.architecture ? {
      os: platform.os,
      architecture: platform.architecture,
      variant: platform.variant ?? null,
      osVersion: platform["os.version"] ?? null
    } : null
  }))
);




/***/ }),

/***/ 2921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/image/parse-json.ts
function parseJson(bytes, schema, what) {
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is not JSON`, { cause: error });
  }
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL)(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .Bu)(issue) ?? "";
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN(
    "IMAGE_INVALID",
    `${what} is malformed${field === "" ? "" : ` at ${field.slice(0, 80)}`}: ${issue.message.slice(0, 160)}`
  );
}




/***/ }),

/***/ 2340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ LIMITS)
/* harmony export */ });
// src/image/limits.ts
var KIB = 1024;
var MIB = 1024 * KIB;
var LIMITS = {
  /** Of a manifest or an index; registries refuse larger ones (OCI distribution spec, "Pushing Manifests"). */
  manifestBytes: 4 * MIB,
  /** Of an image's config: heredocs and build arguments in the history make large ones. */
  configBytes: 8 * MIB,
  /** Of all indexes of one image together, nested ones included. */
  indexEntries: 1e3,
  /** Indexes inside an index. */
  nestingDepth: 3,
  layers: 1e3,
  /** Manifests and configs of one image that are read side by side. */
  parallelPlatforms: 8,
  /** Of a registry's error text, a token's answer, a list of tags, an answer to a push. */
  answerBytes: 1 * MIB,
  /** Of what of an error's text goes on into ours, in characters. */
  reasonCharacters: 300,
  /** Of a bearer token; servers refuse longer header lines anyway. */
  tokenBytes: 32 * KIB,
  redirects: 5,
  /** Of one request to a registry, the first try included. */
  attempts: 4,
  /** Before the second try; twice as long before each further one. */
  firstRetryMs: 400,
  /** The longest that a registry's `Retry-After` is obeyed; a longer one ends the tries. */
  retryAfterMs: 3e4,
  /** After which no further try of a request is begun. */
  requestTotalMs: 6e4,
  /** Of silence on a connection, connecting included. */
  silenceMs: 2e4,
  /** Of one try, from the first byte out to the last in. */
  exchangeMs: 6e4,
  /** Asked for in one page; registries give what they like. */
  tagsOfPage: 1e3,
  tagPageBytes: 4 * MIB,
  tagPages: 100,
  referrerPages: 10,
  /** Sockets kept open to one host. */
  socketsPerHost: 8,
  dockerConfigBytes: 4 * MIB,
  credentialHelperMs: 3e4,
  credentialHelperBytes: 1 * MIB,
  /** Of an image archive: three a layer in Docker's old form. */
  archiveEntries: 2e4,
  /** JSON of an archive that is read as a stream, held in memory. */
  archiveKeptBytes: 64 * MIB,
  /** Of an archive that is read as a stream, inflated. */
  archiveStreamBytes: 256 * 1024 * MIB
};




/***/ }),

/***/ 3300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(365);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2921);
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
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .Ie)((value) => typeof value === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(value), "not a digest")),
      []
    )
  }),
  history: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({ created_by: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)()), empty_layer: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM)()) })))
});
function parseConfig(bytes, what) {
  const { os, architecture, variant, config, rootfs, history } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, ConfigSchema, what);
  const diffIDs = rootfs.diff_ids;
  const shell = config?.Shell ?? [];
  const instructions = (history ?? []).filter((step) => step.empty_layer !== true);
  return {
    platform: architecture ? (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)({ os: os || "linux", architecture, variant: variant ?? null }) : null,
    diffIDs,
    createdBy: instructions.length === diffIDs.length ? instructions.map((step) => stripBuildArguments(step.created_by ?? "", shell)) : diffIDs.map(() => ""),
    labels: config?.Labels ?? {}
  };
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

/***/ 6716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ downloadBytes)
/* harmony export */ });
// src/image/image.ts
function downloadBytes(image) {
  const blobs = new Map(image.layers.map((layer) => [layer.digest, layer.downloadBytes]));
  return image.config.size + [...blobs.values()].reduce((sum, bytes) => sum + bytes, 0);
}




/***/ }),

/***/ 1382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   by: () => (/* binding */ useColor),
/* harmony export */   j$: () => (/* binding */ openPlaces),
/* harmony export */   ot: () => (/* binding */ startProgress),
/* harmony export */   wU: () => (/* binding */ readSide)
/* harmony export */ });
/* harmony import */ var _chunk_TZEFPBFR_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9573);
/* harmony import */ var _chunk_HI6AAJID_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7582);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6794);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);





// src/command/format-json.ts
var UNSEEN = /[^\n\P{C}]|[\p{Zl}\p{Zp}]/gu;
function formatJson(value) {
  const text = JSON.stringify(value, null, 2).replace(
    UNSEEN,
    (character) => Array.from({ length: character.length }, (_, place) => escapeUnit(character.charCodeAt(place))).join("")
  ).replace(/##(?=\[)/g, `#${escapeUnit(35)}`);
  return `${text}
`;
}
function escapeUnit(unit) {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

// src/command/places.ts
function openPlaces(terminal, { verbose }) {
  let client = null;
  return {
    docker: { path: "docker", env: terminal.env },
    directory: terminal.directory,
    async registry() {
      const { RegistryClient } = await Promise.all(/* import() */[__webpack_require__.e(254), __webpack_require__.e(409)]).then(__webpack_require__.bind(__webpack_require__, 8409));
      client ??= new RegistryClient({
        env: terminal.env,
        userAgent: `plimsoll/${_chunk_HI6AAJID_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x}`,
        ...verbose ? { onRequest: (method, url) => void terminal.tell(`${method} ${url}`) } : {}
      });
      return client;
    },
    close: () => client?.close()
  };
}

// src/command/progress.ts
var PATIENCE_MS = 2e3;
var REDRAW_MS = 1e3;
function startProgress(terminal, { quiet, verbose }) {
  const pending = /* @__PURE__ */ new Map();
  if (quiet || verbose || terminal.env["CI"] || !terminal.isWatched()) {
    return { follow: async (_, work) => await work, end: () => void 0 };
  }
  const startedMs = performance.now();
  const draw = () => {
    const seconds = Math.round((performance.now() - startedMs) / 1e3);
    terminal.draw(`reading ${[...pending.values()].join(", ")} (${seconds} s)`);
  };
  let redraw = null;
  const begin = setTimeout(() => {
    draw();
    redraw = setInterval(draw, REDRAW_MS);
  }, PATIENCE_MS);
  return {
    async follow(untrusted, work) {
      const key = /* @__PURE__ */ Symbol();
      pending.set(key, untrusted);
      try {
        return await work;
      } finally {
        pending.delete(key);
      }
    },
    end() {
      clearTimeout(begin);
      if (redraw !== null) clearInterval(redraw);
      terminal.erase();
    }
  };
}

// src/image/open-source.ts


async function openSource(text, places) {
  const [, form = "", rest = ""] = /^(oci|oci-archive|docker-archive|docker|build):([^]*)$/.exec(text) ?? [];
  refuseOthers(text);
  switch (form) {
    case "oci": {
      const { openOciLayout } = await __webpack_require__.e(/* import() */ 39).then(__webpack_require__.bind(__webpack_require__, 2039));
      const { path, tag } = await splitPath(text, rest, places.directory);
      return openOciLayout({ name: text, directory: path, tag });
    }
    case "oci-archive":
    case "docker-archive": {
      const { openArchive } = await Promise.all(/* import() */[__webpack_require__.e(178), __webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__, 6346));
      const { path, tag } = await splitPath(text, rest, places.directory);
      return openArchive({ name: text, form: form === "oci-archive" ? "oci" : "docker", file: path, tag });
    }
    case "docker": {
      if (!/^[A-Za-z0-9][^\s]{0,2047}$/.test(rest)) throw refuse(text, "names no image of the engine");
      const { openEngineImage } = await Promise.all(/* import() */[__webpack_require__.e(178), __webpack_require__.e(503)]).then(__webpack_require__.bind(__webpack_require__, 7503));
      return openEngineImage(places.docker, rest);
    }
    case "build":
      return await openNamedBuild(text, rest, places.docker);
    default: {
      const reference = parseInRegistry(text);
      const { openRegistrySource } = await Promise.all(/* import() */[__webpack_require__.e(254), __webpack_require__.e(541)]).then(__webpack_require__.bind(__webpack_require__, 3541));
      return openRegistrySource(await places.registry(), reference, text);
    }
  }
}
var FORMS = "An image is registry/name:tag@digest, oci:DIR[:TAG], oci-archive:FILE, docker-archive:FILE, docker:NAME or build:[BUILDER/][ID].";
var BUILD_ID = /^[a-z0-9]{25}$/;
var BUILDER = /^[A-Za-z0-9][\w.+-]{0,127}$/;
async function openNamedBuild(text, rest, docker) {
  const parts = rest.split("/");
  const id = parts.at(-1) ?? "";
  const builder = parts.length === 1 ? null : parts[0] ?? "";
  if (parts.length > 3 || builder !== null && !BUILDER.test(builder)) throw refuse(text, "names no build");
  if (id !== "" && !BUILD_ID.test(id)) {
    const hint = builder === null && BUILDER.test(id) ? `The last build of the builder ${id} is "build:${id}/".` : FORMS;
    throw refuse(text, `has no ID of a build in it; one has 25 letters and digits`, hint);
  }
  const { openBuild } = await __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 9887));
  if (id !== "") return openBuild(docker, { builder, id });
  const { latestBuild } = await __webpack_require__.e(/* import() */ 997).then(__webpack_require__.bind(__webpack_require__, 8997));
  return openBuild(docker, await latestBuild(docker, builder));
}
async function splitPath(text, rest, directory) {
  if (rest === "" || rest.startsWith(":")) throw refuse(text, "has no path in it");
  if (rest.includes("\0")) throw refuse(text, "is no path");
  for (let end = rest.length; end > 0; end = rest.lastIndexOf(":", end - 1)) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.resolve)(directory, rest.slice(0, end));
    const tag = rest.slice(end + 1);
    if ((end === rest.length || tag !== "") && await isThere(path)) return { path, tag: tag || null };
  }
  return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_5__.resolve)(directory, rest), tag: null };
}
async function isThere(path) {
  return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.stat)(path).then(
    () => true,
    () => false
  );
}
function refuseOthers(text) {
  if (text === "") throw refuse(text, "is empty");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  if (scheme !== void 0) throw refuse(text, "is a URL", `Leave "${scheme}://" out: registry/name:tag.`);
  if (/^[a-z]:[\\/]|^\.{0,2}[\\/]|^~|^\.{1,2}$/i.test(text)) {
    throw refuse(text, "is a path", "Say what is there: oci:DIR, oci-archive:FILE or docker-archive:FILE.");
  }
}
function parseInRegistry(text) {
  try {
    return (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .Y)(text);
  } catch (error) {
    if (!(error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN)) throw error;
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN(error.code, error.message, { hint: `${error.hint} ${FORMS}`.trim(), cause: error });
  }
}
function refuse(text, why, hint = FORMS) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("INPUT_INVALID", `${JSON.stringify(text.slice(0, 200))} ${why}`, { hint });
}

// src/command/side.ts
async function readSide(wanted, places, progress) {
  return await progress.follow(wanted.text, read(wanted, places));
}
async function read({ role, text, platforms, withBuild }, places) {
  const source = await openSource(text, places);
  const [image, build] = await Promise.all([
    (0,_chunk_TZEFPBFR_js__WEBPACK_IMPORTED_MODULE_0__/* .readImage */ .A)(source, platforms.length === 0 ? {} : { platforms }),
    withBuild ? readBuildOf(source.name, places.docker) : null
  ]);
  if (image === null) throw notFound(role, text);
  return { name: source.name, image, reference: isInRegistry(text) ? (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .Y)(text) : null, build };
}
function isInRegistry(text) {
  return !/^(?:oci|oci-archive|docker-archive|docker|build):/.test(text);
}
async function readBuildOf(name, docker) {
  const [, builder, id = ""] = /^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(name) ?? [];
  if (id === "") return null;
  const { readBuild } = await __webpack_require__.e(/* import() */ 990).then(__webpack_require__.bind(__webpack_require__, 1990));
  return await readBuild(docker, { builder: builder ?? await nameCurrentBuilder(docker, id), id });
}
async function nameCurrentBuilder(docker, id) {
  const { listBuilds } = await __webpack_require__.e(/* import() */ 615).then(__webpack_require__.bind(__webpack_require__, 615));
  return (await listBuilds(docker, null)).find((build) => build.id === id)?.builder ?? "";
}
function notFound(role, text) {
  const hint = isInRegistry(text) ? `Is the name right? A registry may say so of what you may not see, too: docker login ${(0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .Y)(text).registry}.` : "Is the name right?";
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${role} ${text}: there is no such image`, { hint });
}

// src/command/use-color.ts
function useColor(asked, terminal) {
  if (asked !== "auto") return asked === "always";
  return terminal.columns() !== null && !terminal.env["NO_COLOR"] && terminal.env["TERM"] !== "dumb";
}




/***/ }),

/***/ 564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ parsePlatformList),
/* harmony export */   aY: () => (/* binding */ invalidInput),
/* harmony export */   zC: () => (/* binding */ parseInputPlatform)
/* harmony export */ });
/* unused harmony exports parseCsvFields, formatCsvFields, parseList */
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
    return (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .Y8)(text));
  } catch {
    throw invalidInput(input, text, takes);
  }
}

// src/plan/platform-list.ts
function parsePlatformList(input, text) {
  const takes = "platforms with commas between, as in linux/amd64,linux/arm64";
  return [...new Set(parseList(text).map((platform) => parseInputPlatform(input, platform, takes)))];
}




/***/ }),

/***/ 365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2587);


// src/image/digest.ts
var FORM = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
function isDigest(text) {
  return FORM.test(text);
}
function parseDigest(text, what = "digest") {
  if (!isDigest(text)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: ${JSON.stringify(text.slice(0, 160))} is not a digest`, {
      hint: 'A digest is "sha256:" and 64 hexadecimal digits.'
    });
  }
  return text;
}




/***/ }),

/***/ 9573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readImage)
/* harmony export */ });
/* harmony import */ var _chunk_7GIIHIG2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3300);
/* harmony import */ var _chunk_WA2YXKPE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4897);
/* harmony import */ var _chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(979);
/* harmony import */ var _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2827);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5592);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);








// src/image/read-image.ts
async function readImage(source, options = {}) {
  const root = await source.fetchRoot();
  if (root === null) return null;
  const manifest = (0,_chunk_WA2YXKPE_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(root.bytes, root.mediaType, source.name);
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
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name} has no image of any platform in it`);
  }
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${source.name} has no image for ${wanted.join(", ")}`, {
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
  return await (0,_chunk_CQLJIGHQ_js__WEBPACK_IMPORTED_MODULE_6__/* .inParallel */ .H)(entries, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.parallelPlatforms, async (entry) => {
    const { bytes, mediaType, digest } = await source.fetchManifest(entry);
    const manifest = (0,_chunk_WA2YXKPE_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(bytes, mediaType, `${source.name}, manifest ${digest}`);
    if (manifest.kind === "index") throw refuse(source, `manifest ${digest} is an index, and its entry says otherwise`);
    return manifest.kind === "image" ? await readPlatform(source, manifest, digest, platformOf(entry)) : null;
  });
}
async function flattenIndex(source, root) {
  let count = 0;
  const flatten = async (entries, depth) => {
    count += entries.length;
    if (count > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.indexEntries) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.indexEntries} entries in its indexes`);
    const flat = [];
    for (const entry of entries) {
      if (isAttestation(entry)) continue;
      if ((0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestType */ .Q3)(entry.mediaType)) flat.push(entry);
      if (!(0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(entry.mediaType)) continue;
      if (depth === _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.nestingDepth) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.nestingDepth} indexes inside one another`);
      const { bytes, mediaType, digest } = await source.fetchManifest(entry);
      const nested = (0,_chunk_WA2YXKPE_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(bytes, mediaType, `${source.name}, index ${digest}`);
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
  return platform === null ? null : (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizePlatform */ .FL)(platform));
}
async function readPlatform(source, manifest, digest, named) {
  const what = `${source.name}, config ${manifest.config.digest}`;
  if (manifest.config.size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.configBytes) throw exceeded(source, `${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.configBytes} bytes in its config`);
  const config = (0,_chunk_7GIIHIG2_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConfig */ .o)(await source.fetchBlob(manifest.config), what);
  const platform = named ?? (config.platform === null ? null : (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(config.platform));
  if (platform === null)
    throw refuse(source, `neither its index nor config ${manifest.config.digest} says for which platform it is`);
  if (platform === "unknown/unknown") throw refuseArtifact(source, "an attestation");
  return {
    platform,
    manifestDigest: digest,
    config: { digest: manifest.config.digest, size: manifest.config.size },
    layers: pairLayers(manifest, config, what),
    labels: config.labels,
    annotations: manifest.annotations
  };
}
function pairLayers(manifest, config, what) {
  if (config.diffIDs.length !== manifest.layers.length) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN(
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
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name} is no container image, but ${type.slice(0, 255)}`);
}
function refuse(source, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${source.name}: ${why}`);
}
function exceeded(source, what) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${source.name} has more than ${what}`);
}




/***/ }),

/***/ 6794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatReference),
/* harmony export */   Y: () => (/* binding */ parseReference)
/* harmony export */ });
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(365);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/image/reference.ts
var LONGEST = 2048;
var LONGEST_REPOSITORY = 255;
var LABEL = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)";
var HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`);
var PATH_ELEMENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
var TAG = /^\w[\w.-]{0,127}$/;
function parseReference(text) {
  if (text === "") throw refuse(text, "it is empty");
  if (text.length > LONGEST) throw refuse(text, "it is too long");
  if (text.includes("://")) throw refuse(text, "it is a URL", "Leave the scheme out.");
  if (/^[0-9a-f]{64}$/.test(text)) throw refuse(text, "it is an image ID", "Name the repository before it.");
  const { registry, rest } = splitRegistry(text);
  const at = rest.indexOf("@");
  const named = at === -1 ? rest : rest.slice(0, at);
  const colon = named.indexOf(":");
  const path = colon === -1 ? named : named.slice(0, colon);
  const repository = registry === "docker.io" && !path.includes("/") ? `library/${path}` : path;
  checkRegistry(text, registry);
  checkRepository(text, repository);
  return {
    registry,
    repository,
    tag: colon === -1 ? null : checkTag(text, named.slice(colon + 1)),
    digest: at === -1 ? null : checkDigest(text, rest.slice(at + 1))
  };
}
function formatReference({ registry, repository, tag, digest }) {
  return `${registry}/${repository}${tag === null ? "" : `:${tag}`}${digest === null ? "" : `@${digest}`}`;
}
function splitRegistry(text) {
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  const isRegistry = first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase();
  if (!isRegistry) return { registry: "docker.io", rest: text };
  return { registry: first === "index.docker.io" ? "docker.io" : first, rest: text.slice(slash + 1) };
}
function checkRegistry(text, registry) {
  const match = HOST.exec(registry);
  if (match === null) throw refuse(text, `${quote(registry)} is not a registry's host`);
  if (match[1] !== void 0 && Number(match[1]) > 65535) throw refuse(text, `there is no port ${match[1]}`);
}
function checkRepository(text, repository) {
  if (repository !== repository.toLowerCase()) {
    throw refuse(text, `the repository ${quote(repository)} has upper case`, "Repositories are in lower case.");
  }
  if (repository.length > LONGEST_REPOSITORY) {
    throw refuse(text, `the repository's name is longer than ${LONGEST_REPOSITORY} characters`);
  }
  for (const element of repository.split("/")) {
    if (!PATH_ELEMENT.test(element)) throw refuse(text, `${quote(element)} is not a part of a repository's name`);
  }
}
function checkTag(text, tag) {
  if (!TAG.test(tag)) {
    const hint = 'A tag has at most 128 letters, digits, "_", "." and "-", and begins with none of the last two.';
    throw refuse(text, `${quote(tag)} is not a tag`, hint);
  }
  return tag;
}
function checkDigest(text, digest) {
  if (!(0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest)) {
    throw refuse(text, `${quote(digest)} is not a digest`, 'A digest is "sha256:" and 64 hexadecimal digits.');
  }
  return digest;
}
function refuse(text, why, hint = "A reference is as in ghcr.io/acme/api:main.") {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("INPUT_INVALID", `${quote(text)} is not an image reference: ${why}`, { hint });
}
function quote(text) {
  return JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}\u2026` : text);
}




/***/ }),

/***/ 4897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2708);
/* harmony import */ var _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2340);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2921);
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
  if ((0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1Type */ .hy)(mediaType)) throw refuseSchema1(what);
  const document = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(bytes, DocumentSchema, what);
  if (document.schemaVersion === 1 || (0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1Type */ .hy)(document.mediaType ?? "")) throw refuseSchema1(what);
  const { manifests, config, layers } = document;
  if (manifests && (config ?? layers)) throw refuse(what, "is an index and a manifest at once");
  if (manifests) return readIndex(manifests, document, what, document.mediaType ?? mediaType);
  if (config && layers) return readImageManifest(config, layers, document, what, document.mediaType ?? mediaType);
  throw refuse(what, `is neither a manifest nor an index of an image (${document.mediaType ?? mediaType})`);
}
function readIndex(entries, { annotations }, what, mediaType) {
  if ((0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifestType */ .Q3)(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is an index`);
  if (entries.length > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.indexEntries) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${entries.length} entries; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.indexEntries} are read`);
  }
  return { kind: "index", entries, annotations };
}
function readImageManifest(config, layers, { annotations, artifactType }, what, mediaType) {
  if ((0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType)) throw refuse(what, `calls itself ${mediaType}, and is a manifest`);
  if (!(0,_chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .isImageConfigType */ .Ky)(config.mediaType)) return { kind: "artifact", type: artifactType ?? config.mediaType };
  if (layers.length > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.layers) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${layers.length} layers; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.layers} are read`);
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

/***/ 7656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ formatInstruction)
/* harmony export */ });
// src/compare/instruction.ts
var SHELL = String.raw`\/bin\/(?:ba|a|da)?sh(?: -[a-z]+| pipefail)* -[a-z]*c`;
var CLASSIC_METADATA = new RegExp(`^${SHELL} #\\(nop\\)\\s+`);
var CLASSIC_RUN = new RegExp(`^${SHELL} `);
var BUILDKIT_RUN = new RegExp(`^RUN ${SHELL} `);
var RUN_FLAGS = /^RUN(?: --(?:mount|network|security|device)=\S+)+ /;
function formatInstruction(createdBy) {
  return createdBy.replace(/\s+/g, " ").trim().replace(/ # buildkit$/, "").replace(CLASSIC_METADATA, "").replace(CLASSIC_RUN, "RUN ").replace(BUILDKIT_RUN, "RUN ").replace(RUN_FLAGS, "RUN ").trim();
}




/***/ }),

/***/ 2827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   Ky: () => (/* binding */ isImageConfigType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   bb: () => (/* binding */ ACCEPTED_MANIFESTS),
/* harmony export */   hy: () => (/* binding */ isSchema1Type)
/* harmony export */ });
/* unused harmony export OCI_MANIFEST */
// src/image/media-type.ts
var OCI_INDEX = "application/vnd.oci.image.index.v1+json";
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
var DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
var IMAGE_CONFIGS = /* @__PURE__ */ new Set([
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json",
  // Docker before 1.11 pushed configs under this one, and registries still hold them.
  "application/octet-stream"
]);
var ACCEPTED_MANIFESTS = [OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST].join(", ");
function isIndexType(mediaType) {
  return mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}
function isManifestType(mediaType) {
  return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST;
}
function isSchema1Type(mediaType) {
  return /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(mediaType);
}
function isImageConfigType(mediaType) {
  return IMAGE_CONFIGS.has(mediaType);
}




/***/ })

};
