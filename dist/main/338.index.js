export const id = 338;
export const ids = [338];
export const modules = {

/***/ 4338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openEngineImage: () => (/* binding */ openEngineImage)
/* harmony export */ });
/* harmony import */ var _chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5634);
/* harmony import */ var _chunk_PO7PMYFZ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2698);
/* harmony import */ var _chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6509);
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8629);
/* harmony import */ var _chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2551);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(491);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2921);
/* harmony import */ var _chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2096);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1421);

















// src/image/docker-engine.ts

var ID_BYTES = 4096;
var SILENCE_MS = 3e5;
var SAID_CHARACTERS = 600;
function openEngineImage(docker, imageName) {
  const name = `docker:${imageName}`;
  return (0,_chunk_PO7PMYFZ_js__WEBPACK_IMPORTED_MODULE_1__/* .openArchiveFiles */ .eq)(name, "docker", null, async () => {
    const id = await findId(docker, imageName, name);
    return id === null ? null : await save(docker, id, name);
  });
}
async function findId(docker, imageName, name) {
  const args = ["image", "inspect", "--format", "{{.Id}}", "--", imageName];
  const answer = await (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .askDocker */ .a)(docker, args, { maxBytes: ID_BYTES });
  if (answer.kind === "done") return Buffer.from(answer.stdout).toString("utf8").trim();
  if (/no such image/i.test(answer.said)) return null;
  throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, answer.said);
}
async function save(docker, id, name) {
  const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_15__.spawn)(docker.path, ["image", "save", "--", id], {
    env: (0,_chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_16__/* .withoutSecrets */ .c)(docker.env),
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said = `${said}${text}`.slice(-SAID_CHARACTERS);
  });
  const ended = new Promise((resolve) => {
    child.once("error", () => {
      resolve(null);
    });
    child.once("close", resolve);
  });
  const silence = setTimeout(() => child.kill("SIGKILL"), SILENCE_MS);
  try {
    const files = await (0,_chunk_PO7PMYFZ_js__WEBPACK_IMPORTED_MODULE_1__/* .scanArchiveStream */ .Op)(whileHeard(child.stdout, silence), name);
    if (await ended === 0) return files;
    throw (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, said.trim());
  } catch (error) {
    throw said === "" ? error : (0,_chunk_25QIRALJ_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerFailed */ .i)(name, said.trim());
  } finally {
    clearTimeout(silence);
    child.kill("SIGKILL");
  }
}
async function* whileHeard(chunks, silence) {
  for await (const chunk of chunks) {
    silence.refresh();
    yield chunk;
  }
}



/***/ })

};
