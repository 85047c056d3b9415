export const id = 378;
export const ids = [378];
export const modules = {

/***/ 2173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ M),
/* harmony export */   b: () => (/* binding */ R)
/* harmony export */ });
/* harmony import */ var _chunk_NQUOM7WC_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(277);
/* harmony import */ var _chunk_XLIVOJG3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2122);
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1786);
/* harmony import */ var _chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2270);
/* harmony import */ var _chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8249);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9827);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7884);
function M(e,t){return e===t||m(e)!==null&&m(e)===m(t)}function m(e){if(!/[:/]/.test(e))return null;try{return (0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_3__.b)((0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_3__.a)(e))}catch{return null}}var u=20;function $(e,t,i){let n=e.filter(({annotations:s})=>s["vnd.docker.reference.type"]===void 0),r=t===null?n:n.filter(s=>d(s).some(y=>M(y,t))),[o]=r;if(o===void 0){let s=t===null?"holds no image":`holds no image ${JSON.stringify(t.slice(0,200))}`;throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("IMAGE_NOT_FOUND",`${i} ${s}`,{hint:N(n)})}if(r.every(({digest:s})=>s===o.digest))return o;if(r.length===e.length&&E(r))return"all";throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("IMAGE_NOT_FOUND",`${i} holds ${r.length} images`,{hint:`Name one of them after a colon. ${N(r)}`})}function d({annotations:e}){return[e["io.containerd.image.name"],e["org.opencontainers.image.ref.name"]].flatMap(i=>i?[i]:[])}function E(e){let t=e.map(({platform:n})=>n===null?null:(0,_chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__.c)((0,_chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_4__.b)(n))),i=e.map(n=>d(n).join(`
`));return!t.includes(null)&&new Set(t).size===e.length&&new Set(i).size===1}function N(e){if(e.length===0)return"";let t=[...new Set(e.map(n=>(d(n)[0]??n.digest).slice(0,200)))],i=t.length>u?`, and ${t.length-u} more`:"";return`It holds ${t.slice(0,u).join(", ")}${i}.`}function R(e,t,i){return{name:e,async fetchRoot(){let n=await t.read("index.json",_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__.a.manifestBytes);if(n===null)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("IMAGE_INVALID",`${e} is no OCI layout: it has no index.json`,{hint:'An OCI layout is what "docker buildx build --output type=oci" writes; a file of "docker save" is docker-archive:FILE.'});let r=(0,_chunk_XLIVOJG3_js__WEBPACK_IMPORTED_MODULE_1__.a)(n,_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_2__.a,`${e}, index.json`);if(r.kind!=="index")throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("IMAGE_INVALID",`${e}: index.json is no index`);let o=$(r.entries,i,e);return o==="all"?{mediaType:_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_2__.a,digest:(0,_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_2__.i)(n),bytes:n}:await B(await x(t,o,e),t,e)},fetchManifest:async n=>await x(t,n,e),fetchBlob:async n=>await S(t,n,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__.a.configBytes,e)}}async function x(e,t,i){let n=await S(e,t,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__.a.manifestBytes,i);return{mediaType:t.mediaType,digest:t.digest,bytes:n}}async function S(e,t,i,n){return await (0,_chunk_NQUOM7WC_js__WEBPACK_IMPORTED_MODULE_0__.b)(t,{maxBytes:i,what:n},async()=>{let r=await e.read(A(t.digest),i);if(r!==null)return r;throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("IMAGE_INVALID",`${n}: the blob ${t.digest} is missing`)})}function A(e){return`blobs/${e.replace(":","/")}`}async function B(e,t,i){if(!(0,_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_2__.e)(e.mediaType))return e;let n=(0,_chunk_XLIVOJG3_js__WEBPACK_IMPORTED_MODULE_1__.a)(e.bytes,e.mediaType,i);if(n.kind!=="index")return e;let r=[];for(let s of n.entries)s.size<=_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__.a.manifestBytes&&await t.read(A(s.digest),_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_5__.a.manifestBytes)!==null&&r.push(s);if(r.length===n.entries.length)return e;let o={mediaType:e.mediaType,annotations:n.annotations,manifests:r.map(L)};return{...e,bytes:Buffer.from(JSON.stringify({schemaVersion:2,...o}))}}function L({platform:e,...t}){if(e===null)return t;let{os:i,architecture:n,variant:r,osVersion:o}=e;return{...t,platform:{os:i,architecture:n,variant:r,"os.version":o}}}


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

/***/ 5378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOciLayout: () => (/* binding */ $)
/* harmony export */ });
/* harmony import */ var _chunk_7FQGZW7F_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2173);
/* harmony import */ var _chunk_NQUOM7WC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(277);
/* harmony import */ var _chunk_XLIVOJG3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2122);
/* harmony import */ var _chunk_RBKMAZ5K_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(909);
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1786);
/* harmony import */ var _chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4530);
/* harmony import */ var _chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2270);
/* harmony import */ var _chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8249);
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1905);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9827);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7884);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6760);
function $({name:t,directory:n,tag:e}){return (0,_chunk_7FQGZW7F_js__WEBPACK_IMPORTED_MODULE_0__.b)(t,E(n,t),e)}function E(t,n){return{async read(e,i){try{let r=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.realpath)(t),o=await m((0,node_path__WEBPACK_IMPORTED_MODULE_14__.join)(r,e));if(o===null)return null;if(!o.startsWith(r.endsWith(node_path__WEBPACK_IMPORTED_MODULE_14__.sep)?r:`${r}${node_path__WEBPACK_IMPORTED_MODULE_14__.sep}`))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_11__.a("IMAGE_INVALID",`${n}: ${e} leads out of the folder`);return await p(o,i,`${n}: ${e}`)}catch(r){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_11__.b)("FILE_UNREADABLE",n,r,"An OCI layout is a folder with an index.json; a tar file of one is oci-archive:FILE.")}}}}async function p(t,n,e){let i=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.open)(t,node_fs__WEBPACK_IMPORTED_MODULE_12__.constants.O_RDONLY|node_fs__WEBPACK_IMPORTED_MODULE_12__.constants.O_NONBLOCK);try{let r=await i.stat();if(!r.isFile())throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_11__.a("IMAGE_INVALID",`${e} is no file`);if(r.size>n)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_11__.a("LIMIT_EXCEEDED",`${e} has ${r.size} bytes; ${n} are read`);let o=new Uint8Array(r.size),{bytesRead:f}=await i.read(o,0,r.size,0);return o.subarray(0,f)}finally{await i.close()}}async function m(t){try{return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.realpath)(t)}catch(n){if(I(n))return null;throw n}}function I(t){return typeof t=="object"&&t!==null&&"code"in t&&L.includes(String(t.code))}var L=["ENOENT","ENOTDIR"];


/***/ })

};
