export const id = 954;
export const ids = [954];
export const modules = {

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   latestBuild: () => (/* binding */ m)
/* harmony export */ });
/* harmony import */ var _chunk_IMYU3XPU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7146);
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(617);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3736);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7884);
async function m(o,t){let[e]=(await (0,_chunk_IMYU3XPU_js__WEBPACK_IMPORTED_MODULE_0__.a)(o,t)).filter(({isCompleted:i})=>i).sort((i,s)=>s.endedAtMs-i.endedAtMs);if(e!==void 0)return{builder:e.builder,id:e.id};let d=`build:${t===null?"":`${t}/`}`;throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("BUILD_NOT_FOUND",`${d}: this builder remembers no build that went through`,{hint:'Build first, or name the builder: build:NAME/. "docker buildx ls" lists them.'})}


/***/ })

};
