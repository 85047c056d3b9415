export const id = 878;
export const ids = [878];
export const modules = {

/***/ 2878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDemo: () => (/* binding */ N)
/* harmony export */ });
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var g=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({name:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("plimsoll"),scripts:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({demo:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.x)()})});async function N(o){let r=(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(o)),"..","..");if(!await v(r))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("USAGE","the demo runs from a clone of Plimsoll, and this is none",{hint:"git clone the repository, and in it: npm ci && npm run demo."});let i=()=>{};process.on("SIGINT",i);try{return await new Promise((f,u)=>{let s=(0,node_child_process__WEBPACK_IMPORTED_MODULE_2__.spawn)("npm",["run","demo"],{cwd:r,stdio:"inherit"});s.once("error",n=>{u((0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE","npm could not be started",n,"npm comes with Node.js."))}),s.once("close",n=>{f(n??130)})})}finally{process.off("SIGINT",i)}}async function v(o){try{let r=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(o,"package.json"),"utf8");return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(o,"lab","demo.ts")),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.j)(g,JSON.parse(r))}catch{return!1}}


/***/ })

};
