export const id = 593;
export const ids = [593];
export const modules = {

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
