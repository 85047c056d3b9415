export const id = 593;
export const ids = [593];
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

/***/ 9593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   latestBuild: () => (/* binding */ latestBuild)
/* harmony export */ });
/* harmony import */ var _chunk_PLB7MWMH_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2672);
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5634);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2921);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2587);







// src/image/latest-build.ts
async function latestBuild(docker, builder) {
  const [newest] = (await (0,_chunk_PLB7MWMH_js__WEBPACK_IMPORTED_MODULE_0__/* .listBuilds */ .Y)(docker, builder)).filter(({ isCompleted }) => isCompleted).sort((a, b) => b.endedAtMs - a.endedAtMs);
  if (newest !== void 0) return { builder: newest.builder, id: newest.id };
  const name = `build:${builder === null ? "" : `${builder}/`}`;
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("BUILD_NOT_FOUND", `${name}: this builder remembers no build that went through`, {
    hint: 'Build first, or name the builder: build:NAME/. "docker buildx ls" lists them.'
  });
}



/***/ })

};
