export const id = 954;
export const ids = [954];
export const modules = {

/***/ 7146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ S)
/* harmony export */ });
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(617);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3736);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7884);
var L=8*1024*1024,v=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.h)(Date.parse),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.g)("not a time")),x=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.t)({ref:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.f)(/^[^/\s]+\/[^/\s]+\/[a-z0-9]+$/,"not a build's name")),status:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.x)(),created_at:v,completed_at:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.r)(v)});async function S(i,s){let o=["buildx","history","ls",...s===null?[]:["--builder",s],"--format","json"],e=await (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_1__.a)(i,o,{maxBytes:L});if(e.kind==="failed"){let t=s===null?"the builds of the current builder":`the builds of builder ${s}`;throw/no builder .* found/.test(e.said)?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_3__.a("BUILD_NOT_FOUND",`${t}: ${e.said}`,{hint:'"docker buildx ls" lists builders.'}):(0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_1__.b)(t,e.said)}return Buffer.from(e.stdout).toString("utf8").split(`
`).filter(t=>t.trim()!=="").map(_).sort((t,n)=>n.startedAtMs-t.startedAtMs)}function _(i){let s='a line of "docker buildx history ls"',{ref:a,status:o,created_at:e,completed_at:t}=(0,_chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_0__.a)(Buffer.from(i),x,s),[n="",B="",k=""]=a.split("/"),w=o.toLowerCase()==="completed";return{builder:n,node:B,id:k,isCompleted:w,startedAtMs:e,endedAtMs:t??0}}


/***/ }),

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ O)
/* harmony export */ });
var e=/^(?:INPUT_|PLIMSOLL_|ACTIONS_)/i,i=/TOKEN|PASSWORD|SECRET/i,s=/^(?:AWS|AZURE|GOOGLE|CLOUDSDK)_/;function O(n){return Object.fromEntries(Object.entries(n).flatMap(([t,r])=>r===void 0||e.test(t)?[]:i.test(t)&&!s.test(t)?[]:[[t,r]]))}


/***/ }),

/***/ 3736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ R),
/* harmony export */   b: () => (/* binding */ y)
/* harmony export */ });
/* harmony import */ var _chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9078);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7884);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);
var k=6e4,E=600;async function R(n,e,{maxBytes:i,timeoutMs:r=k}){let d=["docker",...e.slice(0,3)].join(" ");return await new Promise((l,s)=>{(0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile)(n.path,e,{env:(0,_chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__.a)(n.env),encoding:"buffer",maxBuffer:i,timeout:r,killSignal:"SIGKILL",windowsHide:!0},(o,c,u)=>{if(o===null)l({kind:"done",stdout:c});else if(o.code==="ERR_CHILD_PROCESS_STDIO_MAXBUFFER")s(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("LIMIT_EXCEEDED",`${d}: the answer is larger than ${i} bytes`));else if(typeof o.code=="string")s(w(n.path,o));else if(o.killed===!0){let f='See whether "docker version" answers.';s(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${d}: no answer within ${r/1e3} s`,{hint:f}))}else l({kind:"failed",said:Buffer.from(u).toString("utf8").trim().replace(/^ERROR: /,"").slice(-E)})})})}function y(n,e){let r=/unknown (?:command|flag)|is not a docker command/.test(e)?'Reading a build takes buildx 0.21 or newer: see "docker buildx version".':e.includes("Cannot connect to the Docker daemon")?"Start Docker, or set DOCKER_HOST.":"";return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${n}: ${e===""?"docker failed and said nothing":e}`,{hint:r})}function w(n,e){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${n} could not be started: ${e.message}`,{hint:'Install Docker with Buildx, or put "docker" into the PATH.',cause:e})}


/***/ }),

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
