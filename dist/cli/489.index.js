export const id = 489;
export const ids = [489];
export const modules = {

/***/ 1489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDemo: () => (/* binding */ runDemo)
/* harmony export */ });
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);



// src/command/demo.ts



var PackageSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)("plimsoll"), scripts: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ demo: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj)() }) });
async function runDemo(program) {
  const root = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(program)), "..", "..");
  if (!await isClone(root)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("USAGE", "the demo runs from a clone of Plimsoll, and this is none", {
      hint: "git clone the repository, and in it: npm ci && npm run demo."
    });
  }
  const ignore = () => void 0;
  process.on("SIGINT", ignore);
  try {
    return await new Promise((resolve, reject) => {
      const npm = (0,node_child_process__WEBPACK_IMPORTED_MODULE_2__.spawn)("npm", ["run", "demo"], { cwd: root, stdio: "inherit" });
      npm.once("error", (error) => {
        reject((0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapError */ .J4)("FILE_UNREADABLE", "npm could not be started", error, "npm comes with Node.js."));
      });
      npm.once("close", (code) => {
        resolve(code ?? 130);
      });
    });
  } finally {
    process.off("SIGINT", ignore);
  }
}
async function isClone(root) {
  try {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, "package.json"), "utf8");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, "lab", "demo.ts"));
    return (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__.is)(PackageSchema, JSON.parse(text));
  } catch {
    return false;
  }
}



/***/ })

};
