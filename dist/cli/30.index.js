export const id = 30;
export const ids = [30];
export const modules = {

/***/ 8030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBuild: () => (/* reexport */ re)
});

// EXTERNAL MODULE: ./build/chunk-4TSUWTEG.js
var chunk_4TSUWTEG = __webpack_require__(8053);
// EXTERNAL MODULE: ./build/chunk-HT7SI4FU.js
var chunk_HT7SI4FU = __webpack_require__(3204);
// EXTERNAL MODULE: ./build/chunk-QXAVIL6M.js
var chunk_QXAVIL6M = __webpack_require__(1300);
// EXTERNAL MODULE: ./build/chunk-G43BN6HQ.js
var chunk_G43BN6HQ = __webpack_require__(9435);
// EXTERNAL MODULE: ./build/chunk-7DAV6IQU.js
var chunk_7DAV6IQU = __webpack_require__(617);
// EXTERNAL MODULE: ./build/chunk-VZ4G36PN.js
var chunk_VZ4G36PN = __webpack_require__(3736);
// EXTERNAL MODULE: ./build/chunk-SIXMUVB5.js
var chunk_SIXMUVB5 = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/chunk-2C25EDUM.js
var chunk_2C25EDUM = __webpack_require__(163);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-BS5NKO3B.js
var chunk_BS5NKO3B = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-CFYDUVCP.js
async function U(t,e,s){let n=s;for(let o of t)try{return await o.openBlob(e)}catch(r){n=r}throw n}var _=8*1024*1024,m=(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)(),""),K=(0,chunk_BS5NKO3B.t)({Ref:m,Status:(0,chunk_BS5NKO3B.x)(),Error:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.t)({Message:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)())})),Materials:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({URI:m}))),Attachments:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({Digest:(0,chunk_BS5NKO3B.x)(),Type:m,Platform:m})))});function re(t,e,s=()=>Promise.resolve([])){let n=`build:${e.builder===null?"":`${e.builder}/`}${e.id}`,o=async(r,i)=>await (0,chunk_HT7SI4FU.b)(r,{maxBytes:i,what:n},async()=>await M(t,e,r.digest,i,n));return{name:n,async fetchRoot(){let r=N(await $(t,e,n),n),i=await M(t,e,r.digest,chunk_UOOMGRKE.a.manifestBytes,n);return (0,chunk_HT7SI4FU.a)(i,r,n),{...r,bytes:i}},async fetchManifest(r){let{mediaType:i,digest:a}=r;return{mediaType:i,digest:a,bytes:await o(r,chunk_UOOMGRKE.a.manifestBytes)}},fetchBlob:async r=>await o(r,chunk_UOOMGRKE.a.configBytes),async openBlob(r){let i=await P(t,e,r,n);if(i!==null)return i;let{Materials:a}=await $(t,e,n),h=(a??[]).flatMap(({URI:O})=>L(O)??[]);return await U(await s(h),r,j(n,r.digest))}}}async function $(t,e,s){let n=["buildx","history","inspect",...b(e),"--format","json",e.place??e.id],o=await (0,chunk_VZ4G36PN.a)(t,n,{maxBytes:_});if(o.kind==="failed")throw B(s,o.said);let r=(0,chunk_7DAV6IQU.a)(o.stdout,K,s);if(e.place!==void 0&&r.Ref!==e.id)throw new chunk_2JQFL2HQ.a("BUILD_NOT_FOUND",`${s}: its place in the history has another build now`);return r}function N(t,e){if(t.Status==="running")throw new chunk_2JQFL2HQ.a("BUILD_NOT_FOUND",`${e} has not ended`,{hint:"Ask again when it has."});if(t.Status!=="completed"){let o=t.Error?.Message??"";throw new chunk_2JQFL2HQ.a("BUILD_FAILED",`${e} made no image (${t.Status})${o&&`: ${o.slice(0,600)}`}`,{hint:'Build again, or name a build that went through: see "docker buildx history ls".'})}let s=(t.Attachments??[]).flatMap(({Digest:o,Type:r,Platform:i})=>(0,chunk_2C25EDUM.a)(o)?[{digest:o,mediaType:r,isWhole:i===""}]:[]),n=s.find(({mediaType:o})=>(0,chunk_G43BN6HQ.e)(o))??s.find(({mediaType:o,isWhole:r})=>(0,chunk_G43BN6HQ.f)(o)&&r)??s.find(({mediaType:o})=>(0,chunk_G43BN6HQ.f)(o));if(n===void 0)throw k(e);return{digest:n.digest,mediaType:n.mediaType}}async function M(t,e,s,n,o){let r=["buildx","history","inspect","attachment",...b(e),e.place??e.id,s],i=await (0,chunk_VZ4G36PN.a)(t,r,{maxBytes:n});if(i.kind==="failed")throw B(o,i.said);return i.stdout}async function P(t,e,s,n){let o=["buildx","history","inspect","attachment",...b(e),e.id,s.digest],r=(0,chunk_4TSUWTEG.a)(t,o,{what:n,silenceMs:chunk_UOOMGRKE.a.exchangeMs,explain:(i,a)=>{let h=B(i,a);return h.code==="DOCKER_FAILED"&&/not ?found/i.test(a)?new y(a):h}});try{let i=await r.next();return (0,chunk_QXAVIL6M.a)(i.done===!0?[]:F(i.value,r),s,n)}catch(i){if(i instanceof y)return null;throw i}}var y=class extends Error{};async function*F(t,e){yield t,yield*e}function L(t){let[,e,s]=/^pkg:docker\/([^@?]+)(?:@([^?]+))?/.exec(t)??[];if(e===void 0)return null;try{let n=decodeURIComponent(e);return (0,chunk_SIXMUVB5.a)(s===void 0?n:`${n}:${decodeURIComponent(s)}`)}catch{return null}}function j(t,e){return new chunk_2JQFL2HQ.a("IMAGE_NOT_FOUND",`${t}: the builder holds no bytes of the layer ${e}`,{hint:"It lies where the base or the cache came from: is that registry still there, and may you read it?"})}function b({builder:t}){return t===null?[]:["--builder",t]}function B(t,e){return/no record found|no builder .* found/.test(e)?new chunk_2JQFL2HQ.a("BUILD_NOT_FOUND",`${t}: ${e}`,{hint:'See "docker buildx ls" for the builders, and "docker buildx history ls --builder NAME" for what one remembers.'}):(0,chunk_VZ4G36PN.b)(t,e)}function k(t){return new chunk_2JQFL2HQ.a("IMAGE_NOT_FOUND",`${t} went through, and the builder kept no image of it`,{hint:'Build with "--output type=image,name=x,push=false", which keeps it in the builder. The "docker" driver does so with the containerd image store only; without it, name the image: docker:NAME. Buildx before 0.21 does not tell.'})}

// EXTERNAL MODULE: ./build/chunk-CQMZEF37.js
var chunk_CQMZEF37 = __webpack_require__(6096);
;// CONCATENATED MODULE: ./build/builder-6K4OK6UK.js



/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ k)
/* harmony export */ });
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3736);
/* harmony import */ var _chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9078);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);
var y=600;async function*k(n,a,{what:c,silenceMs:l,explain:d=_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_0__.b}){let e=(0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.spawn)(n.path,a,{env:(0,_chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__.a)(n.env),stdio:["ignore","pipe","pipe"],windowsHide:!0}),t="";e.stderr.setEncoding("utf8").on("data",r=>{t=`${t}${r}`.slice(-y)});let p=new Promise(r=>{e.once("error",()=>{r(null)}),e.once("close",r)}),o=setTimeout(()=>e.kill("SIGKILL"),l),m=e.stdout;try{for await(let r of m)o.refresh(),yield r;if(await p!==0)throw d(c,t.trim().replace(/^ERROR: /,""))}finally{clearTimeout(o),e.kill("SIGKILL")}}


/***/ }),

/***/ 3204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ c),
/* harmony export */   b: () => (/* binding */ y)
/* harmony export */ });
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6096);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
function c(e,t,o){let{digest:r,size:i}=t;if(i!==void 0&&e.length!==i)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${o}: ${r} has ${e.length} bytes; ${i} were announced`);let n=(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_0__.a)(e,r);if(n!==r)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${o}: the bytes of ${r} have another digest, ${n}`)}async function y({digest:e,size:t},{maxBytes:o,what:r},i){if(t>o)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("LIMIT_EXCEEDED",`${r}: ${e} has ${t} bytes; ${o} are read`);let n=await i();return c(n,{digest:e,size:t},r),n}


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
