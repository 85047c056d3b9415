export const id = 82;
export const ids = [82];
export const modules = {

/***/ 1635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ x),
/* harmony export */   b: () => (/* binding */ z)
/* harmony export */ });
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(163);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6057);
var n=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.f)(/^[\w.-]{0,64}$/,"not a word of a platform")),x=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)()),{}),z=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.t)({mediaType:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.d)(255)),digest:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.m)(s=>typeof s=="string"&&(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_0__.a)(s),"not a digest"),size:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.s)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.g)("not a size"),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.e)(0,"a negative size")),annotations:x,platform:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.t)({os:n,architecture:n,variant:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)(n),"os.version":(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)())}))}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.h)(({mediaType:s,digest:d,size:f,annotations:D,platform:t})=>({mediaType:s,digest:d,size:f,annotations:D,platform:t?.os&&t.architecture?{os:t.os,architecture:t.architecture,variant:t.variant??null,osVersion:t["os.version"]??null}:null})));


/***/ }),

/***/ 4016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ a)
/* harmony export */ });
function a(n){let t=new Map(n.layers.map(e=>[e.digest,e.downloadBytes]));return n.config.size+[...t.values()].reduce((e,r)=>e+r,0)}


/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ p),
/* harmony export */   b: () => (/* binding */ A),
/* harmony export */   c: () => (/* binding */ S),
/* harmony export */   d: () => (/* binding */ b)
/* harmony export */ });
/* harmony import */ var _chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2190);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2088);
function b(e,r){(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh)((0,_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__.a)(e).join(" "));for(let n of r.flatMap(_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__.a))(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(n);(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4)()}var v=/^(|.*?(?:[^0-9.]|[^0-9.]\.))(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;function p(e){let r=e.slice(0,256).replace(/[^a-zA-Z0-9._+-]+/g,"-").replace(/^[.-]+/,""),[,n,o]=v.exec(r)??[];if(n===void 0||o===void 0)return null;let t=semver__WEBPACK_IMPORTED_MODULE_2__.parse(o,{loose:!0});return t===null?null:{prefix:n.replace(/(^|[^0-9A-Za-z])v$/,"$1").replaceAll("+","-"),version:t.version,isStable:t.prerelease.length===0}}function A(e,r){return semver__WEBPACK_IMPORTED_MODULE_2__.prerelease(e.version)!==null?!1:!r.map(p).some(n=>n?.isStable===!0&&n.prefix===e.prefix&&semver__WEBPACK_IMPORTED_MODULE_2__.gt(n.version,e.version))}function S(e,r){let{version:n}=e,o=r.flatMap(i=>{let u=p(i);return u===null?[]:[{tag:i,...u}]}),t=o.filter(({prefix:i})=>i===e.prefix);if(n!==null)return a(t.filter(i=>semver__WEBPACK_IMPORTED_MODULE_2__.lt(i.version,n)));let f=t.length>0||new Set(o.map(({prefix:i})=>i)).size>1?t:o;return a(f.filter(({isStable:i})=>i))??a(f)}function a(e){let r=null;for(let n of e)(r===null||semver__WEBPACK_IMPORTED_MODULE_2__.gt(n.version,r.version))&&(r=n);return r?.tag??null}


/***/ }),

/***/ 1860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Ee),
/* harmony export */   b: () => (/* binding */ Pe)
/* harmony export */ });
/* harmony import */ var _chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7969);
/* harmony import */ var _chunk_5GTU4KWU_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4016);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9435);
/* harmony import */ var _chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(159);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6096);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4339);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2811);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7884);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8500);
function x({version:e,name:r,image:t,commit:i,build:o,nowMs:n}){return{schemaVersion:1,plimsoll:e,name:r,image:t.digest,commit:i,createdAt:new Date(n).toISOString(),build:o===null?null:{durationMs:o.durationMs,steps:o.steps,cache:{importMs:o.cache.importMs,exportMs:o.cache.exportMs}},origins:o?.origins??[],platforms:t.platforms.map(s=>({platform:s.platform,manifest:s.manifestDigest,downloadBytes:(0,_chunk_5GTU4KWU_js__WEBPACK_IMPORTED_MODULE_10__.a)(s)}))}}async function h(e,{registry:r,repository:t},i){let o=(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_4__.a)(i),n={registry:r,repository:t,what:`${r}/${t}, blob ${o}`,access:"push"},s={...n,method:"HEAD",path:`/v2/${t}/blobs/${o}`};for(let a=1;;a+=1){let d=await e.fetch(s);if(d.status===200)return{digest:o,size:i.length};if(d.status!==404)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__.g)(d,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_3__.c)(s));let f={...n,method:"POST",path:`/v2/${t}/blobs/uploads/`},p=await e.fetch(f);if(p.status!==202)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__.g)(p,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_3__.c)(f));let E={...n,method:"PUT",path:H(p,o,n.what),headers:{"content-type":"application/octet-stream"},body:i,isRepeatable:!1},c=await v(e,E);if(!(c instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a)&&z(c))return{digest:o,size:i.length};let P=c instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a?c:(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__.g)(c,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_3__.c)(E)),Y=c instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a?void 0:c.headers["retry-after"],T=(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__.m)(e.policy,a,Y,Date.now(),Math.random());if(T===null||!U.has(P.code))throw P;await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_11__.setTimeout)(T)}}var U=new Set(["REGISTRY_UNREACHABLE","REGISTRY_INVALID","REGISTRY_FAILED","REGISTRY_RATE_LIMITED","REGISTRY_NOT_FOUND"]);async function v(e,r){try{return await e.fetch(r)}catch(t){if(t instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a)return t;throw t}}function z({status:e}){return e===201||e===204}function H(e,r,t){let{location:i}=e.headers;if(i===void 0)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a("REGISTRY_INVALID",`${t}: ${e.url.host} opened an upload and does not say where`);let o=(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_6__.d)(i,e.url);return o.search+=`${o.search===""?"?":"&"}digest=${encodeURIComponent(r)}`,o}async function L(e,r,t,i){try{let o=await h(e,r,(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.b)(i));await h(e,r,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.d.bytes);let n=(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.e)(o,t,i.createdAt),s=await (0,_chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_2__.a)(e,r,{mediaType:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_1__.b,bytes:n,tag:null});if(s.knowsSubject)return F(r,{tag:null,digest:s.digest});let a=(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.f)(t.digest);return await V(e,r,{mediaType:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_1__.b,bytes:n,tag:a}),F(r,{tag:a,digest:null})}catch(o){let{message:n,hint:s}=(0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.b)("REGISTRY_FAILED","the registry",o);return{kind:"failed",note:{code:"record-not-written",message:`The record of this image could not be kept, so later comparisons will not know its steps and times: ${n}`,hint:s}}}}async function V(e,r,t){try{await (0,_chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_2__.a)(e,r,t)}catch(i){if(!(i instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a)||i.code!=="TAG_IMMUTABLE")throw i}}function F({registry:e,repository:r},t){return{kind:"written",reference:(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_5__.b)({registry:e,repository:r,...t})}}var I="record.json";async function Ee(e,r,t){if(t.image?.kind!=="read")return;let i=x({version:_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_3__.a,name:r.name,image:t.image.image,commit:r.commit,build:t.build,nowMs:Date.now()});await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_9__.join)(e,I),(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.b)(i),{mode:384})}async function Pe(e,r,{repository:t,digest:i,fetchManifest:o}){try{let n=(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_5__.a)(t),s=(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.c)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_8__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_9__.join)(e,I)),I),a=await o();if(a===null)throw new Error(`${t}@${i} is not in the registry`);let{mediaType:d,bytes:f}=a,p=await L(r,n,{mediaType:d,digest:i,size:f.length},s);return p.kind==="failed"?[p.note]:[]}catch(n){let{message:s,hint:a}=(0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.b)("REGISTRY_FAILED","the record of this build was not kept",n);return[{code:"record-not-written",message:s,hint:a}]}}


/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ p)
/* harmony export */ });
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
function p(c,i,s){let r;try{r=JSON.parse(new TextDecoder("utf-8",{fatal:!0}).decode(c))}catch(l){throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${s} is not JSON`,{cause:l})}let e=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.D)(i,r,{abortEarly:!0});if(e.success)return e.output;let[o]=e.issues,u=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.a)(o)??"";throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${s} is malformed${u===""?"":` at ${u.slice(0,80)}`}: ${o.message.slice(0,160)}`)}


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ D),
/* harmony export */   b: () => (/* binding */ _)
/* harmony export */ });
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9435);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6096);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4339);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(163);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9827);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7884);
async function D(l,{registry:r,repository:s},{digest:e,size:i}){let o=`${r}/${s}, blob ${e}`;if(i>_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__.a.configBytes)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a("LIMIT_EXCEEDED",`${o} has ${i} bytes; ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__.a.configBytes} are read`);let n={method:"GET",registry:r,repository:s,path:`/v2/${s}/blobs/${e}`,what:o,access:"pull",maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__.a.configBytes+1},t=await l.fetch(n);if(t.status!==200)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_5__.g)(t,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__.c)(n));if(t.bytes.length!==i||(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_2__.a)(t.bytes,e)!==e)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a("REGISTRY_INVALID",`${o}: ${t.url.host} sends other bytes than those`,{hint:"A proxy in between may have changed them; try again."});return t.bytes}async function _(l,{registry:r,repository:s},e){let[i,o]="tag"in e?[e.tag,null]:[null,e.digest],n={method:"GET",registry:r,repository:s,path:`/v2/${s}/manifests/${i??o}`,what:(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_3__.b)({registry:r,repository:s,tag:i,digest:o}),access:"pull",headers:{accept:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_0__.d},maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__.a.manifestBytes},t=await l.fetch(n);if((0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_5__.f)(t))return null;if(t.status!==200)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_5__.g)(t,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__.c)(n));let g=(t.headers["content-type"]??"").split(";")[0]?.trim().toLowerCase()??"";if(g==="text/html")throw C(n.what,`${t.url.host} answers with a web page`);let y=t.headers["docker-content-digest"],m=o??(typeof y=="string"&&(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_4__.a)(y)?y:null),d=(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_2__.a)(t.bytes,m??void 0);if(m!==null&&d!==m)throw C(n.what,`${t.url.host} sends other bytes than those of ${m}`);return{mediaType:g,digest:d,bytes:t.bytes}}function C(l,r){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_7__.a("REGISTRY_INVALID",`${l}: ${r}`,{hint:"A proxy in between may have changed them; try again."})}


/***/ }),

/***/ 1915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ A)
/* harmony export */ });
/* harmony import */ var _chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7969);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7417);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7884);
var I=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__.t)({tags:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__.x)()),[])});async function A(n,{registry:i,repository:s}){let t={method:"GET",registry:i,repository:s,what:`the tags of ${i}/${s}`,access:"pull",maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPageBytes},a=new Set,o=`/v2/${s}/tags/list`,l=`${o}?n=${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagsOfPage}`;for(let f=0;f<_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPages;f+=1){let e=await n.fetch({...t,path:l});if(e.status===413&&f===0&&(e=await n.fetch({...t,path:o})),(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_2__.f)(e))return[...a];if(e.status!==200)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_2__.g)(e,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__.c)({...t,path:l}));for(let E of d(e.bytes,t.what))a.add(E);let c=(0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_0__.a)(e.headers.link,e.url);if(c===null)return[...a];l=`${o}${c.search}`}throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__.a("LIMIT_EXCEEDED",`${t.what} fill more than ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPages} pages`)}function d(n,i){let s=null;try{s=JSON.parse(Buffer.from(n).toString("utf8"))}catch{}let t=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_4__.D)(I,s);if(!t.success)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__.a("REGISTRY_INVALID",`${i} came as something else than a list`);return t.output.tags.filter(a=>/^\w[\w.-]{0,127}$/.test(a))}


/***/ }),

/***/ 8029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ N),
/* harmony export */   b: () => (/* binding */ R)
/* harmony export */ });
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var x=8388608,e=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.x)(),o=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.s)(),n=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.l)(),c=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.k)(e),i=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.q)(e),E=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.A)("write",[(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({reference:e,write:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["always","once"])}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({reference:e,write:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("unless-newer"),branch:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({reference:e,write:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("if-highest"),prefix:e,version:e})]),P=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.A)("kind",[(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("commit"),commit:e,branchTag:i,why:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("merge-base"),base:e,head:e,branchTag:i,why:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("tag"),reference:e,why:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("release"),prefix:e,version:i,why:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("given"),reference:e,why:e}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("none"),why:e})]),S=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["max-size","max-increase"]),on:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["download","disk"]),text:e,platform:i,bytes:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.q)(o),percent:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.q)(o)}),A=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({schemaVersion:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)(1),startedAtMs:o,name:e,image:e,event:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["pull-request","merge-queue","branch","tag","other"]),name:e,repository:e,pullRequest:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({number:o,headSha:e,headRepository:i,baseRef:e,access:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["own","fork","dependabot"])}))}),commit:i,push:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({enabled:n,reason:e}),tags:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.k)(E),platforms:c,part:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.A)("kind",[(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("whole")}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("platforms")}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({kind:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.o)("merged"),digests:c})]),cache:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({from:c,to:c}),baseline:P,budgets:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.k)(S),overBudget:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["fail","warn","none"]),noise:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({bytes:o,percent:o}),overrideLabel:e,countDrift:n,details:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["auto","sizes","full"]),maxReadBytes:o,comment:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["auto","always","never","collect"]),report:n,strict:n,build:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({context:e,file:e,target:e,builder:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({name:e,isSetUp:n,driver:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.v)(["docker-container","docker","kubernetes","remote","cloud"])}),emulation:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({enabled:n,architectures:c}),login:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({enabled:n,registry:e,username:e}),exporter:e,layoutFolder:i,tags:c,labels:e,noCache:n,pull:n}),notes:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.t)({code:e,message:e,hint:e}))});async function N(l,m){let{mkdtemp:u,writeFile:s}=await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));try{let d=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await u((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(m,"plimsoll-")),"plan.json");return await s(d,`${JSON.stringify(l)}
`,{mode:384,flag:"wx"}),d}catch(d){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE",`${m}: the plan could not be written`,d)}}async function R(l){let{readFile:m,stat:u}=await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));try{let{size:s}=await u(l);if(s>x)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("FILE_UNREADABLE",`${l}: ${s} bytes are no plan`);return (0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_0__.B)(A,JSON.parse(await m(l,"utf8")))}catch(s){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE",`${l}: the plan could not be read`,s)}}


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ o),
/* harmony export */   b: () => (/* binding */ t),
/* harmony export */   c: () => (/* binding */ e),
/* harmony export */   d: () => (/* binding */ a),
/* harmony export */   e: () => (/* binding */ r),
/* harmony export */   f: () => (/* binding */ c),
/* harmony export */   g: () => (/* binding */ p),
/* harmony export */   h: () => (/* binding */ d)
/* harmony export */ });
var o="application/vnd.oci.image.index.v1+json",t="application/vnd.oci.image.manifest.v1+json",i="application/vnd.docker.distribution.manifest.list.v2+json",e="application/vnd.docker.distribution.manifest.v2+json",s=new Set(["application/vnd.oci.image.config.v1+json","application/vnd.docker.container.image.v1+json","application/octet-stream"]),a=[o,i,t,e].join(", ");function r(n){return n===o||n===i}function c(n){return n===t||n===e}function p(n){return/^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(n)}function d(n){return s.has(n)}


/***/ }),

/***/ 2608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ r),
/* harmony export */   b: () => (/* binding */ g)
/* harmony export */ });
/* harmony import */ var _chunk_VSICWRHU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1087);
var r={clock:_chunk_VSICWRHU_js__WEBPACK_IMPORTED_MODULE_0__.a,registry:{},github:{}};async function g(t,e,o,{clock:n,github:s}=r){if(t==="")return null;let{createOctokitApi:p}=await __webpack_require__.e(/* import() */ 987).then(__webpack_require__.bind(__webpack_require__, 5987));return await p({token:t,baseUrl:o.GITHUB_API_URL||"https://api.github.com",repository:e,clock:n,...s})}


/***/ }),

/***/ 1087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ n)
/* harmony export */ });
var n={nowMs:()=>Date.now(),sleep:async e=>{await new Promise(o=>setTimeout(o,e))},random:()=>Math.random()};


/***/ }),

/***/ 159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ P)
/* harmony export */ });
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6096);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4339);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2811);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7884);
async function P(t,{registry:r,repository:s},{mediaType:a,bytes:m,tag:n}){let o=(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_1__.a)(m),i={method:"PUT",registry:r,repository:s,path:`/v2/${s}/manifests/${n??o}`,what:(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_2__.b)({registry:r,repository:s,tag:n,digest:n===null?o:null}),access:"push",headers:{"content-type":a},body:m},e=await t.fetch(i);if(e.status!==201)throw n!==null&&y(e)?b(e,i):(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_3__.g)(e,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_0__.c)(i));let c=e.headers["docker-content-digest"];if(c!==void 0&&c!==o)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("REGISTRY_INVALID",`${i.what}: ${e.url.host} stored other bytes than were sent`);return{digest:o,knowsSubject:e.headers["oci-subject"]!==void 0}}var w=/immutab|cannot be overwritten|delete\/overwrite|does not allow updat|REGISTRY_DISALLOWED_OPERATION/i;function y({status:t,bytes:r}){return t>=400&&t<500&&w.test(Buffer.from(r.subarray(0,4096)).toString("utf8"))}function b(t,{what:r,registry:s}){let a=`${r} is there already, and its tags are immutable: ${s} refuses to move it: ${(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_3__.i)(t)}`;return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("TAG_IMMUTABLE",a,{hint:'Except tags that move (a branch, latest, buildcache-*) from the immutability of the repository, or list in "tags" only such as are written once.'})}


/***/ }),

/***/ 7969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ Q),
/* harmony export */   b: () => (/* binding */ ve),
/* harmony export */   c: () => (/* binding */ se),
/* harmony export */   d: () => (/* binding */ ye),
/* harmony export */   e: () => (/* binding */ Ne),
/* harmony export */   f: () => (/* binding */ oe),
/* harmony export */   g: () => (/* binding */ Ke)
/* harmony export */ });
/* harmony import */ var _chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);
/* harmony import */ var _chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1635);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(617);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6096);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(163);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7884);
function Q(e,r){for(let t of[e??[]].flat())for(let[,n="",s=""]of t.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(s)||!URL.canParse(n,r.href))continue;let i=new URL(n,r);if(i.origin===r.origin&&i.href!==r.href)return i}return null}var ae=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({artifactType:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.x)(),null)}),ce=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({schemaVersion:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.o)(2),mediaType:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.o)(_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_2__.a)),manifests:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.p)({}),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.h)(e=>({...(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.B)(ae,e),descriptor:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.B)(_chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_1__.b,e)})))),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_8__.a.indexEntries)),[])});async function ee(e,{registry:r,repository:t},n){let s={method:"GET",registry:r,repository:t,what:`the referrers of ${r}/${t}@${n}`,access:"pull",headers:{accept:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_2__.a},maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_8__.a.manifestBytes,followsRedirects:!1},i=[],a=`/v2/${t}/referrers/${n}`;for(let h=0;h<_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_8__.a.referrerPages;h+=1){let y=await e.fetch({...s,path:a});if(me(y.status))throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_7__.g)(y,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_4__.c)({...s,path:a}));let L=y.status===200?le(y,n):null;if(L===null)return h===0?null:i;i.push(...L);let $=Q(y.headers.link,y.url);if($===null)return i;a=$}return i}function me(e){return e===401||e===403||e===429||e>=500}function le({headers:e,bytes:r},t){if(e["content-type"]?.split(";")[0]?.trim()!==_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_2__.a||(0,_chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_5__.a)(r,t)===t)return null;try{return (0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.B)(ce,JSON.parse(Buffer.from(r).toString("utf8"))).manifests}catch{return null}}var j=1024*1024,te=5e3,ie=100,pe=1e3,re=200,u=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.s)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.g)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.e)(0)),p=e=>(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(e)),P=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.m)(e=>typeof e=="string"&&(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_6__.a)(e),"not a digest"),C=p(128),E=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({file:p(255),line:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)(u,(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.e)(1))})),fe=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({name:p(2e3),stage:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(p(256)),platform:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(C),status:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.v)(["cached","ran","failed"]),durationMs:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(u),source:E}),de=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.u)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({platform:C,base:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({reference:p(1024),digest:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(P),layers:u,source:E,request:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(p(64))})),layers:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({source:E,recipe:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)(p(64)),inputs:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({context:p(255),paths:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)(p(1024)),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(re))})),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(re)))})),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(pe))})),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(ie)),[]),ge=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({schemaVersion:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.o)(1),plimsoll:p(64),name:p(64),image:P,commit:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.f)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.c)()),build:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.q)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({durationMs:u,steps:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)(fe),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(te)),cache:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({importMs:u,exportMs:u})})),origins:de,platforms:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.C)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({platform:C,manifest:P,downloadBytes:u})),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.d)(ie))}),ue=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({schemaVersion:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.s)()});function ve(e){let r=Buffer.from(`${JSON.stringify(e)}
`),t=e.build?.steps.length??0;return e.build===null||r.length<=j&&t<=te?r:ve({...e,build:{...e.build,steps:[]}})}function se(e,r){let{schemaVersion:t}=(0,_chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_3__.a)(e,ue,r);if(t!==1)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_10__.a("IMAGE_INVALID",`${r} has schema version ${t}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,_chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_3__.a)(e,ge,r)}var v="application/vnd.plimsoll.record.v1+json";var ye={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_6__.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},he=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.t)({artifactType:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.x)()),subject:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)(_chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_1__.b),layers:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_9__.k)(_chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_1__.b),[])});function Ne(e,r,t){let{mediaType:n,digest:s,size:i}=ye,a={schemaVersion:2,mediaType:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_2__.b,artifactType:v,config:{mediaType:n,digest:s,size:i},layers:[{mediaType:v,digest:e.digest,size:e.size}],subject:{mediaType:r.mediaType,digest:r.digest,size:r.size},annotations:{"org.opencontainers.image.created":t}};return Buffer.from(JSON.stringify(a))}function ne(e,r){let{artifactType:t,subject:n,layers:s}=(0,_chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_3__.a)(e,he,r),[i]=s;return{record:t===v&&s.length===1&&i?.mediaType===v?{digest:i.digest,size:i.size}:null,subject:n?.digest??null}}function oe(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}async function Ke(e,r,t){try{let s=await (0,_chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_0__.b)(e,r,{tag:oe(t)})??await Re(e,r,t);return s===null?{kind:"none"}:await be(e,r,t,s)}catch(n){let{message:s,hint:i}=(0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_10__.b)("REGISTRY_FAILED","the registry",n);return T(`could not be read: ${s}`,i)}}async function Re(e,r,t){let n=await ee(e,r,t)??[],s=({descriptor:a})=>a.annotations["org.opencontainers.image.created"]??"",[i]=n.filter(({artifactType:a})=>a===v).sort((a,h)=>s(a)<s(h)?1:-1);return i===void 0?null:await (0,_chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_0__.b)(e,r,{digest:i.descriptor.digest})}async function be(e,r,t,{bytes:n,digest:s}){let i=ne(n,`manifest ${s}`);if(i.record===null)return T(`is something else: manifest ${s}`);if(i.subject!==t)return T(`is of another image: ${i.subject??"none"}`);if(i.record.size>j)return T(`has ${i.record.size} bytes`);let a=se(await (0,_chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_0__.a)(e,r,i.record),"the record");return a.image===t?{kind:"found",record:a}:T(`says that it is of another image: ${a.image}`)}function T(e,r=""){return{kind:"ignored",note:{code:"record-ignored",message:`What is kept beside the baseline ${e}. It is ignored: steps and times are not compared.`,hint:r}}}


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tagBuild: () => (/* binding */ Gt)
/* harmony export */ });
/* harmony import */ var _chunk_7BOBCCCD_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _chunk_FJBI5BPA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1915);
/* harmony import */ var _chunk_QJ3D2YBS_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2608);
/* harmony import */ var _chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7969);
/* harmony import */ var _chunk_VSICWRHU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1087);
/* harmony import */ var _chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _chunk_2IGR4QCW_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1635);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9435);
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(617);
/* harmony import */ var _chunk_6LSGQCTD_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(594);
/* harmony import */ var _chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2190);
/* harmony import */ var _chunk_I2MBHWX4_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5611);
/* harmony import */ var _chunk_EPQ6J2GF_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2501);
/* harmony import */ var _chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(159);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6096);
/* harmony import */ var _chunk_FYPDAM7M_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8029);
/* harmony import */ var _chunk_OURDASHP_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8896);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3736);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(4339);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(163);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(6057);
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(6651);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7884);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(6760);
function F(t){return async(r,n,e)=>{if(t===null)return!1;try{return await t.findMergeBase(n,r)===n&&await t.findMergeBase(e,r)===r}catch(i){if(i instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.a)return!1;throw i}}}async function K(t,r){let{registry:n,repository:e,tag:i}=r,s={method:"HEAD",registry:n,repository:e,path:`/v2/${e}/manifests/${i}`,what:(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_19__.b)({registry:n,repository:e,tag:i,digest:null}),access:"pull",headers:{accept:_chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_7__.d}},o=await t.fetch(s);if((0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_21__.f)(o))return null;let a=o.headers["docker-content-digest"];if(o.status===200&&typeof a=="string"&&(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_20__.a)(a))return a;if(o.status!==200&&o.status!==405)throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_21__.g)(o,(0,_chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_14__.c)(s));return(await (0,_chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_5__.b)(t,r,{tag:i}))?.digest??null}var Q=15*6e4,X=4*1024*1024;function Y(t,r,n){return{putManifest:async(e,i,{mediaType:s,bytes:o})=>{await (0,_chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_13__.a)(t,e,{mediaType:s,bytes:o,tag:i})},fetchDigest:async(e,i)=>await K(t,{...e,tag:i}),readRecord:async(e,i)=>{let s=await (0,_chunk_XVA73BD4_js__WEBPACK_IMPORTED_MODULE_3__.g)(t,e,i);return s.kind==="found"?s.record:null},listTags:async e=>await (0,_chunk_FJBI5BPA_js__WEBPACK_IMPORTED_MODULE_1__.a)(t,e),copyImage:async(e,i)=>{let o=["buildx","imagetools","create",...n===""?[]:["--builder",n],"--prefer-index=false","--tag",i,e],m=await (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_18__.a)(r,o,{maxBytes:X,timeoutMs:Q});if(m.kind==="failed")throw (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_18__.b)("docker buildx imagetools create",m.said)}}}async function W(t,{repository:r,tag:n},e,i,s){let o=await tt(r,n,e,i,t.write==="once");if(o!==null&&Z(o,e))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.a("INPUT_INVALID",`it stands for "${o.name??""}" of this very commit`,{hint:'A name gives an image its section in the comment, not a place: give each its own "image", or its own "tags".'});switch(t.write){case"always":return null;case"unless-newer":{let a=o?.commit??null;return a===null||e.commit===null||a===e.commit?null:await s(a,e.commit,t.branch)?`it stands for ${a.slice(0,7)}, a later commit of ${t.branch}`:null}case"once":return o===null?null:o.digest===e.digest?"":`it is written once, and stands for ${o.digest}`;case"if-highest":return (0,_chunk_6LSGQCTD_js__WEBPACK_IMPORTED_MODULE_9__.b)(t,await i.listTags(r))?null:`${t.version} is not the highest stable version in the registry`;default:return (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.c)(t)}}function Z(t,r){return t.name===null||t.name===r.name?!1:t.commit!==null&&t.commit===r.commit}async function tt(t,r,n,e,i){let s=null;try{s=await e.fetchDigest(t,r)}catch(a){if(i)throw a}if(s===null)return null;let o=s===n.digest?null:await e.readRecord(t,s);return{digest:s,name:o?.name??null,commit:o?.commit??null}}async function j(t,r,n,e){let i=[],s=[],o=[],a=[];for(let m of t)try{let c=await et(m,r,n,e);if(c===null)i.push(m.reference);else if(c!==""){let g=`${m.reference} stays where it is: ${c}`;m.write==="once"?s.push(g):o.push({code:"tag-kept",message:`${g}.`,hint:""})}}catch(c){let{code:g,message:f,hint:y}=(0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.b)("REGISTRY_FAILED",r.repository,c);a.push(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.a(g,`the tag ${m.reference} could not be written: ${f}`,{hint:y,cause:c}))}return{written:i,kept:s,notes:o,errors:a}}async function et(t,r,n,e){let{repository:i,tag:s}=rt(t.reference),o=(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_19__.a)(r.repository);if(i.registry!==o.registry||i.repository!==o.repository)return await n.copyImage(`${r.repository}@${r.digest}`,t.reference),null;let a=await W(t,{repository:i,tag:s},r,n,e);if(a!==null)return a;let m=await r.fetchManifest();if(m===null)throw new Error(`${r.digest} is not in the registry`);try{await n.putManifest(i,s,m)}catch(c){if(!(c instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_25__.a&&c.code==="TAG_IMMUTABLE")||await n.fetchDigest(i,s)!==r.digest)throw c}return null}function rt(t){let{registry:r,repository:n,tag:e}=(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_19__.a)(t);return{repository:{registry:r,repository:n},tag:e??"latest"}}async function Gt(t,r=_chunk_QJ3D2YBS_js__WEBPACK_IMPORTED_MODULE_2__.a){let n=t.PLIMSOLL_PLAN_FILE??"",e=await (0,_chunk_FYPDAM7M_js__WEBPACK_IMPORTED_MODULE_16__.b)(n),i=(0,_chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_20__.b)(t.PLIMSOLL_BUILD_DIGEST??"","the digest of the build step"),s=new _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_14__.b({env:t,...r.registry}),o=await (0,_chunk_QJ3D2YBS_js__WEBPACK_IMPORTED_MODULE_2__.b)(t.GITHUB_TOKEN??"",e.event.repository,t,r),a={path:"docker",env:t},m=t.PLIMSOLL_BUILDER||e.build.builder.name,{name:c,commit:g,image:f}=e,y=null,w={name:c,commit:g,repository:f,digest:i,fetchManifest:async()=>await(y??=(0,_chunk_EXBN7LPI_js__WEBPACK_IMPORTED_MODULE_5__.b)(s,(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_19__.a)(f),{digest:i}))},V=await (0,_chunk_7BOBCCCD_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,node_path__WEBPACK_IMPORTED_MODULE_26__.dirname)(n),s,w),q=Y(s,a,m),{written:d,kept:z,notes:J,errors:T}=await j(e.tags,w,q,F(o));return s.close(),(0,_chunk_OURDASHP_js__WEBPACK_IMPORTED_MODULE_17__.a)({tags:d.join(`
`)}),(0,_chunk_6LSGQCTD_js__WEBPACK_IMPORTED_MODULE_9__.d)("Tags",[...d.length===0?["none written"]:d,...z]),(0,_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_10__.c)([...V,...J]),(0,_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_10__.c)(T,"error"),T.length>0}


/***/ })

};
