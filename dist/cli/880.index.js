export const id = 880;
export const ids = [880];
export const modules = {

/***/ 4701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ M),
/* harmony export */   b: () => (/* binding */ X)
/* harmony export */ });
/* harmony import */ var _chunk_HT7SI4FU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3204);
/* harmony import */ var _chunk_5RRRQLFD_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(854);
/* harmony import */ var _chunk_QXAVIL6M_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1300);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9435);
/* harmony import */ var _chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8249);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6096);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4339);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9827);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7884);
function M(e,t){return e===t||f(e)!==null&&f(e)===f(t)}function f(e){if(!/[:/]/.test(e))return null;try{return (0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_6__.b)((0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_6__.a)(e))}catch{return null}}var u=20;function $(e,t,i){let n=e.filter(({annotations:s})=>s["vnd.docker.reference.type"]===void 0),r=t===null?n:n.filter(s=>d(s).some(p=>M(p,t))),[o]=r;if(o===void 0){let s=t===null?"holds no image":`holds no image ${JSON.stringify(t.slice(0,200))}`;throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__.a("IMAGE_NOT_FOUND",`${i} ${s}`,{hint:N(n)})}if(r.every(({digest:s})=>s===o.digest))return o;if(r.length===e.length&&L(r))return"all";throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__.a("IMAGE_NOT_FOUND",`${i} holds ${r.length} images`,{hint:`Name one of them after a colon. ${N(r)}`})}function d({annotations:e}){return[e["io.containerd.image.name"],e["org.opencontainers.image.ref.name"]].flatMap(i=>i?[i]:[])}function L(e){let t=e.map(({platform:n})=>n===null?null:(0,_chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__.c)((0,_chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__.b)(n))),i=e.map(n=>d(n).join(`
`));return!t.includes(null)&&new Set(t).size===e.length&&new Set(i).size===1}function N(e){if(e.length===0)return"";let t=[...new Set(e.map(n=>(d(n)[0]??n.digest).slice(0,200)))],i=t.length>u?`, and ${t.length-u} more`:"";return`It holds ${t.slice(0,u).join(", ")}${i}.`}function X(e,t,i){return{name:e,async fetchRoot(){let n=await t.read("index.json",_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__.a.manifestBytes);if(n===null)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__.a("IMAGE_INVALID",`${e} is no OCI layout: it has no index.json`,{hint:'An OCI layout is what "docker buildx build --output type=oci" writes; a file of "docker save" is docker-archive:FILE.'});let r=(0,_chunk_5RRRQLFD_js__WEBPACK_IMPORTED_MODULE_1__.a)(n,_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_3__.a,`${e}, index.json`);if(r.kind!=="index")throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__.a("IMAGE_INVALID",`${e}: index.json is no index`);let o=$(r.entries,i,e);return o==="all"?{mediaType:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_3__.a,digest:(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_5__.a)(n),bytes:n}:await O(await x(t,o,e),t,e)},fetchManifest:async n=>await x(t,n,e),fetchBlob:async n=>await E(t,n,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__.a.configBytes,e),async openBlob(n){let r=await t.stream(y(n.digest));if(r===null)throw S(e,n.digest);return (0,_chunk_QXAVIL6M_js__WEBPACK_IMPORTED_MODULE_2__.a)(r,n,e)}}}async function x(e,t,i){let n=await E(e,t,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__.a.manifestBytes,i);return{mediaType:t.mediaType,digest:t.digest,bytes:n}}async function E(e,t,i,n){return await (0,_chunk_HT7SI4FU_js__WEBPACK_IMPORTED_MODULE_0__.b)(t,{maxBytes:i,what:n},async()=>{let r=await e.read(y(t.digest),i);if(r!==null)return r;throw S(n,t.digest)})}function S(e,t){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__.a("IMAGE_INVALID",`${e}: the blob ${t} is missing`)}function y(e){return`blobs/${e.replace(":","/")}`}async function O(e,t,i){if(!(0,_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_3__.e)(e.mediaType))return e;let n=(0,_chunk_5RRRQLFD_js__WEBPACK_IMPORTED_MODULE_1__.a)(e.bytes,e.mediaType,i);if(n.kind!=="index")return e;let r=[];for(let s of n.entries)s.size<=_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__.a.manifestBytes&&await t.read(y(s.digest),_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_7__.a.manifestBytes)!==null&&r.push(s);if(r.length===n.entries.length)return e;let o={mediaType:e.mediaType,annotations:n.annotations,manifests:r.map(T)};return{...e,bytes:Buffer.from(JSON.stringify({schemaVersion:2,...o}))}}function T({platform:e,...t}){if(e===null)return t;let{os:i,architecture:n,variant:r,osVersion:o}=e;return{...t,platform:{os:i,architecture:n,variant:r,"os.version":o}}}


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

/***/ 9880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openOciLayout: () => (/* reexport */ b)
});

// EXTERNAL MODULE: ./build/chunk-5GNZBONR.js
var chunk_5GNZBONR = __webpack_require__(4701);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-WNJLG6EV.js
var m=256*1024;function b({name:t,directory:r,tag:n}){return (0,chunk_5GNZBONR.b)(t,E(r,t),n)}function E(t,r){let n=async(e,a)=>{try{let i=await (0,promises_.realpath)(t),o=await g((0,external_node_path_.join)(i,e));if(o===null)return null;if(!o.startsWith(i.endsWith(external_node_path_.sep)?i:`${i}${external_node_path_.sep}`))throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${r}: ${e} leads out of the folder`);return await a(await (0,promises_.open)(o,external_node_fs_.constants.O_RDONLY|external_node_fs_.constants.O_NONBLOCK),`${r}: ${e}`)}catch(i){throw (0,chunk_2JQFL2HQ.b)("FILE_UNREADABLE",r,i,"An OCI layout is a folder with an index.json; a tar file of one is oci-archive:FILE.")}};return{read:async(e,a)=>await n(e,async(i,o)=>await p(i,a,o)),stream:async e=>await n(e,I)}}async function I(t,r){if(!(await t.stat()).isFile())throw await t.close(),new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${r} is no file`);return t.createReadStream({highWaterMark:m})}async function p(t,r,n){try{let e=await t.stat();if(!e.isFile())throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${n} is no file`);if(e.size>r)throw new chunk_2JQFL2HQ.a("LIMIT_EXCEEDED",`${n} has ${e.size} bytes; ${r} are read`);let a=new Uint8Array(e.size),{bytesRead:i}=await t.read(a,0,e.size,0);return a.subarray(0,i)}finally{await t.close()}}async function g(t){try{return await (0,promises_.realpath)(t)}catch(r){if(L(r))return null;throw r}}function L(t){return typeof t=="object"&&t!==null&&"code"in t&&A.includes(String(t.code))}var A=["ENOENT","ENOTDIR"];

// EXTERNAL MODULE: ./build/chunk-HT7SI4FU.js
var chunk_HT7SI4FU = __webpack_require__(3204);
// EXTERNAL MODULE: ./build/chunk-5RRRQLFD.js
var chunk_5RRRQLFD = __webpack_require__(854);
// EXTERNAL MODULE: ./build/chunk-2IGR4QCW.js
var chunk_2IGR4QCW = __webpack_require__(1635);
// EXTERNAL MODULE: ./build/chunk-QXAVIL6M.js
var chunk_QXAVIL6M = __webpack_require__(1300);
// EXTERNAL MODULE: ./build/chunk-G43BN6HQ.js
var chunk_G43BN6HQ = __webpack_require__(9435);
// EXTERNAL MODULE: ./build/chunk-7DAV6IQU.js
var chunk_7DAV6IQU = __webpack_require__(617);
// EXTERNAL MODULE: ./build/chunk-7BAVLV56.js
var chunk_7BAVLV56 = __webpack_require__(8249);
// EXTERNAL MODULE: ./build/chunk-CQMZEF37.js
var chunk_CQMZEF37 = __webpack_require__(6096);
// EXTERNAL MODULE: ./build/chunk-SIXMUVB5.js
var chunk_SIXMUVB5 = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/chunk-2C25EDUM.js
var chunk_2C25EDUM = __webpack_require__(163);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-BS5NKO3B.js
var chunk_BS5NKO3B = __webpack_require__(6057);
;// CONCATENATED MODULE: ./build/oci-layout-CKTYX2IX.js



/***/ })

};
