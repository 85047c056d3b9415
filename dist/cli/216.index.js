export const id = 216;
export const ids = [216];
export const modules = {

/***/ 9216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBuild: () => (/* reexport */ K)
});

// EXTERNAL MODULE: ./build/chunk-VZ4G36PN.js
var chunk_VZ4G36PN = __webpack_require__(3736);
// EXTERNAL MODULE: ./build/chunk-NQUOM7WC.js
var chunk_NQUOM7WC = __webpack_require__(277);
// EXTERNAL MODULE: ./build/chunk-JI6HO6O7.js
var chunk_JI6HO6O7 = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/chunk-TJ7HKTUY.js
var chunk_TJ7HKTUY = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/chunk-VW3HDY2R.js
var chunk_VW3HDY2R = __webpack_require__(1905);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-FVPC45NN.js
var chunk_FVPC45NN = __webpack_require__(636);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-GZL5VGNW.js
var I=8*1024*1024,D=(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)(),""),x=(0,chunk_FVPC45NN.s)({Status:(0,chunk_FVPC45NN.w)(),Error:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.s)({Message:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)())})),Attachments:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.j)((0,chunk_FVPC45NN.s)({Digest:(0,chunk_FVPC45NN.w)(),Type:D,Platform:D})))});function K(e,i){let r=`build:${i.builder===null?"":`${i.builder}/`}${i.id}`,n=async(t,o)=>await (0,chunk_NQUOM7WC.b)(t,{maxBytes:o,what:r},async()=>await v(e,i,t.digest,o,r));return{name:r,async fetchRoot(){let t=$(await E(e,i,r),r),o=await v(e,i,t.digest,chunk_UOOMGRKE.a.manifestBytes,r);return (0,chunk_NQUOM7WC.a)(o,t,r),{...t,bytes:o}},async fetchManifest(t){let{mediaType:o,digest:s}=t;return{mediaType:o,digest:s,bytes:await n(t,chunk_UOOMGRKE.a.manifestBytes)}},fetchBlob:async t=>await n(t,chunk_UOOMGRKE.a.configBytes)}}async function E(e,i,r){let n=["buildx","history","inspect",...T(i),"--format","json",i.id],t=await (0,chunk_VZ4G36PN.a)(e,n,{maxBytes:I});if(t.kind==="failed")throw S(r,t.said);return (0,chunk_TJ7HKTUY.a)(t.stdout,x,r)}function $(e,i){if(e.Status==="running")throw new chunk_2JQFL2HQ.a("BUILD_NOT_FOUND",`${i} has not ended`,{hint:"Ask again when it has."});if(e.Status!=="completed"){let t=e.Error?.Message??"";throw new chunk_2JQFL2HQ.a("BUILD_FAILED",`${i} made no image (${e.Status})${t&&`: ${t.slice(0,600)}`}`,{hint:'Build again, or name a build that went through: see "docker buildx history ls".'})}let r=(e.Attachments??[]).flatMap(({Digest:t,Type:o,Platform:s})=>(0,chunk_VW3HDY2R.a)(t)?[{digest:t,mediaType:o,isWhole:s===""}]:[]),n=r.find(({mediaType:t})=>(0,chunk_JI6HO6O7.e)(t))??r.find(({mediaType:t,isWhole:o})=>(0,chunk_JI6HO6O7.f)(t)&&o)??r.find(({mediaType:t})=>(0,chunk_JI6HO6O7.f)(t));if(n===void 0)throw k(i);return{digest:n.digest,mediaType:n.mediaType}}async function v(e,i,r,n,t){let o=["buildx","history","inspect","attachment",...T(i),i.id,r],s=await (0,chunk_VZ4G36PN.a)(e,o,{maxBytes:n});if(s.kind==="failed")throw S(t,s.said);return s.stdout}function T({builder:e}){return e===null?[]:["--builder",e]}function S(e,i){return/no record found|no builder .* found/.test(i)?new chunk_2JQFL2HQ.a("BUILD_NOT_FOUND",`${e}: ${i}`,{hint:'See "docker buildx ls" for the builders, and "docker buildx history ls --builder NAME" for what one remembers.'}):(0,chunk_VZ4G36PN.b)(e,i)}function k(e){return new chunk_2JQFL2HQ.a("IMAGE_NOT_FOUND",`${e} went through, and the builder kept no image of it`,{hint:'Build with "--output type=image,name=x,push=false", which keeps it in the builder. The "docker" driver does so with the containerd image store only; without it, name the image: docker:NAME. Buildx before 0.21 does not tell.'})}

;// CONCATENATED MODULE: ./build/builder-BVMK6MDH.js



/***/ }),

/***/ 277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ c),
/* harmony export */   b: () => (/* binding */ y)
/* harmony export */ });
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
function c(e,t,o){let{digest:r,size:i}=t;if(i!==void 0&&e.length!==i)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${o}: ${r} has ${e.length} bytes; ${i} were announced`);let n=(0,_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_0__.i)(e,r);if(n!==r)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${o}: the bytes of ${r} have another digest, ${n}`)}async function y({digest:e,size:t},{maxBytes:o,what:r},i){if(t>o)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("LIMIT_EXCEEDED",`${r}: ${e} has ${t} bytes; ${o} are read`);let n=await i();return c(n,{digest:e,size:t},r),n}


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


/***/ })

};
