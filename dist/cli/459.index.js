export const id = 459;
export const ids = [459];
export const modules = {

/***/ 4459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardLookup: () => (/* binding */ L),
/* harmony export */   refuseNetwork: () => (/* binding */ m)
/* harmony export */ });
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4515);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(610);
function L(e,r=node_dns__WEBPACK_IMPORTED_MODULE_2__.lookup){return(s,l,o)=>{r(s,{...l,all:!0},(i,u)=>{if(i!==null){o(i,"",0);return}let d=u.filter(({address:f})=>e.includes((0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_0__.a)(f))),[t]=d;t===void 0?o(m(s,(0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_0__.a)(u[0]?.address??"")),"",0):l.all===!0?o(null,d):o(null,t.address,t.family)})}}function m(e,r){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("REGISTRY_DENIED",`the registry sends us to ${e.slice(0,255)}, on a ${r} network that it is not on itself: not followed`)}


/***/ })

};
