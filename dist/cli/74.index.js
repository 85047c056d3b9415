export const id = 74;
export const ids = [74];
export const modules = {

/***/ 2074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBuild: () => (/* reexport */ openBuild)
});

// EXTERNAL MODULE: ./build/chunk-25QIRALJ.js
var chunk_25QIRALJ = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/chunk-SHEZL74J.js
var chunk_SHEZL74J = __webpack_require__(8629);
// EXTERNAL MODULE: ./build/chunk-SM2RTURA.js
var chunk_SM2RTURA = __webpack_require__(8088);
// EXTERNAL MODULE: ./build/chunk-4SUYAJNO.js
var chunk_4SUYAJNO = __webpack_require__(2921);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-BEAOLFJV.js









// src/image/builder.ts
var RECORD_BYTES = 8 * 1024 * 1024;
var Text = (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), "");
var RecordSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  Status: (0,chunk_RAPRRMAO/* string */.Yj)(),
  Error: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* object */.Ik)({ Message: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)()) })),
  Attachments: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ Digest: (0,chunk_RAPRRMAO/* string */.Yj)(), Type: Text, Platform: Text })))
});
function openBuild(docker, key) {
  const name = `build:${key.builder === null ? "" : `${key.builder}/`}${key.id}`;
  const fetchBounded = async (descriptor, maxBytes) => await (0,chunk_SHEZL74J/* fetchDescribed */.q)(
    descriptor,
    { maxBytes, what: name },
    async () => await fetchContent(docker, key, descriptor.digest, maxBytes, name)
  );
  return {
    name,
    async fetchRoot() {
      const root = chooseRoot(await fetchRecord(docker, key, name), name);
      const bytes = await fetchContent(docker, key, root.digest, chunk_72EB4EJK/* LIMITS */.b.manifestBytes, name);
      (0,chunk_SHEZL74J/* checkBytes */.A)(bytes, root, name);
      return { ...root, bytes };
    },
    async fetchManifest(descriptor) {
      const { mediaType, digest } = descriptor;
      return { mediaType, digest, bytes: await fetchBounded(descriptor, chunk_72EB4EJK/* LIMITS */.b.manifestBytes) };
    },
    fetchBlob: async (descriptor) => await fetchBounded(descriptor, chunk_72EB4EJK/* LIMITS */.b.configBytes)
  };
}
async function fetchRecord(docker, key, name) {
  const args = ["buildx", "history", "inspect", ...builderArgs(key), "--format", "json", key.id];
  const answer = await (0,chunk_25QIRALJ/* askDocker */.a)(docker, args, { maxBytes: RECORD_BYTES });
  if (answer.kind === "failed") throw refusal(name, answer.said);
  return (0,chunk_4SUYAJNO/* parseJson */.q)(answer.stdout, RecordSchema, name);
}
function chooseRoot(build, name) {
  if (build.Status === "running") {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("BUILD_NOT_FOUND", `${name} has not ended`, { hint: "Ask again when it has." });
  }
  if (build.Status !== "completed") {
    const why = build.Error?.Message ?? "";
    throw new chunk_NQNT2RXN/* PlimsollError */.nN(
      "BUILD_FAILED",
      `${name} made no image (${build.Status})${why && `: ${why.slice(0, 600)}`}`,
      {
        hint: 'Build again, or name a build that went through: see "docker buildx history ls".'
      }
    );
  }
  const made = (build.Attachments ?? []).flatMap(
    ({ Digest: digest, Type: mediaType, Platform: platform }) => (0,chunk_KASAIAVU/* isDigest */.B)(digest) ? [{ digest, mediaType, isWhole: platform === "" }] : []
  );
  const root = made.find(({ mediaType }) => (0,chunk_SM2RTURA/* isIndexType */.$U)(mediaType)) ?? made.find(({ mediaType, isWhole }) => (0,chunk_SM2RTURA/* isManifestType */.Q3)(mediaType) && isWhole) ?? made.find(({ mediaType }) => (0,chunk_SM2RTURA/* isManifestType */.Q3)(mediaType));
  if (root === void 0) throw noImage(name);
  return { digest: root.digest, mediaType: root.mediaType };
}
async function fetchContent(docker, key, digest, maxBytes, name) {
  const args = ["buildx", "history", "inspect", "attachment", ...builderArgs(key), key.id, digest];
  const answer = await (0,chunk_25QIRALJ/* askDocker */.a)(docker, args, { maxBytes });
  if (answer.kind === "failed") throw refusal(name, answer.said);
  return answer.stdout;
}
function builderArgs({ builder }) {
  return builder === null ? [] : ["--builder", builder];
}
function refusal(name, said) {
  if (/no record found|no builder .* found/.test(said)) {
    return new chunk_NQNT2RXN/* PlimsollError */.nN("BUILD_NOT_FOUND", `${name}: ${said}`, {
      hint: 'See "docker buildx ls" for the builders, and "docker buildx history ls --builder NAME" for what one remembers.'
    });
  }
  return (0,chunk_25QIRALJ/* dockerFailed */.i)(name, said);
}
function noImage(name) {
  return new chunk_NQNT2RXN/* PlimsollError */.nN("IMAGE_NOT_FOUND", `${name} went through, and the builder kept no image of it`, {
    hint: 'Build with "--output type=image,name=x,push=false", which keeps it in the builder. The "docker" driver does so with the containerd image store only; without it, name the image: docker:NAME. Buildx before 0.21 does not tell.'
  });
}



;// CONCATENATED MODULE: ./build/builder-JKSOQEEE.js













/***/ }),

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




/***/ })

};
