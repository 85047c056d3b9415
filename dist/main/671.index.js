export const id = 671;
export const ids = [671];
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

/***/ 6375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ b)
/* harmony export */ });
/* harmony import */ var _chunk_5GNZBONR_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4701);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
var m=256*1024;function b({name:t,directory:r,tag:n}){return (0,_chunk_5GNZBONR_js__WEBPACK_IMPORTED_MODULE_0__.b)(t,E(r,t),n)}function E(t,r){let n=async(e,a)=>{try{let i=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(t),o=await g((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(i,e));if(o===null)return null;if(!o.startsWith(i.endsWith(node_path__WEBPACK_IMPORTED_MODULE_4__.sep)?i:`${i}${node_path__WEBPACK_IMPORTED_MODULE_4__.sep}`))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${r}: ${e} leads out of the folder`);return await a(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.open)(o,node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_RDONLY|node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_NONBLOCK),`${r}: ${e}`)}catch(i){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE",r,i,"An OCI layout is a folder with an index.json; a tar file of one is oci-archive:FILE.")}};return{read:async(e,a)=>await n(e,async(i,o)=>await p(i,a,o)),stream:async e=>await n(e,I)}}async function I(t,r){if(!(await t.stat()).isFile())throw await t.close(),new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${r} is no file`);return t.createReadStream({highWaterMark:m})}async function p(t,r,n){try{let e=await t.stat();if(!e.isFile())throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${n} is no file`);if(e.size>r)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("LIMIT_EXCEEDED",`${n} has ${e.size} bytes; ${r} are read`);let a=new Uint8Array(e.size),{bytesRead:i}=await t.read(a,0,e.size,0);return a.subarray(0,i)}finally{await t.close()}}async function g(t){try{return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(t)}catch(r){if(L(r))return null;throw r}}function L(t){return typeof t=="object"&&t!==null&&"code"in t&&A.includes(String(t.code))}var A=["ENOENT","ENOTDIR"];


/***/ }),

/***/ 4671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOciLayout: () => (/* reexport safe */ _chunk_WNJLG6EV_js__WEBPACK_IMPORTED_MODULE_0__.a)
/* harmony export */ });
/* harmony import */ var _chunk_WNJLG6EV_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6375);
/* harmony import */ var _chunk_5GNZBONR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4701);
/* harmony import */ var _chunk_HT7SI4FU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3204);
/* harmony import */ var _chunk_5RRRQLFD_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(854);
/* harmony import */ var _chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1635);
/* harmony import */ var _chunk_QXAVIL6M_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1300);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9435);
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(617);
/* harmony import */ var _chunk_7BAVLV56_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8249);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6096);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4339);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(163);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7884);



/***/ })

};
