export const id = 508;
export const ids = [508];
export const modules = {

/***/ 19:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ b),
  b: () => (/* binding */ ke),
  c: () => (/* binding */ Ce)
});

// EXTERNAL MODULE: ./build/chunk-6X7EEYW3.js
var chunk_6X7EEYW3 = __webpack_require__(2712);
;// CONCATENATED MODULE: ./build/chunk-TK566QET.js
var chunk_TK566QET_o="0.1.0";

// EXTERNAL MODULE: ./build/chunk-54QHYZ6S.js
var chunk_54QHYZ6S = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/chunk-2CPHD24G.js
var chunk_2CPHD24G = __webpack_require__(8490);
// EXTERNAL MODULE: ./build/chunk-JI6HO6O7.js
var chunk_JI6HO6O7 = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/chunk-KJXUFX3Y.js
var chunk_KJXUFX3Y = __webpack_require__(2270);
// EXTERNAL MODULE: ./build/chunk-FSPA3WEB.js
var chunk_FSPA3WEB = __webpack_require__(4423);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/chunk-3FTUL7EI.js
function F({version:t,name:o,image:e,commit:n,build:r,nowMs:s}){return{schemaVersion:1,plimsoll:t,name:o,image:e.digest,commit:n,createdAt:new Date(s).toISOString(),build:r===null?null:{durationMs:r.durationMs,steps:r.steps,cache:{importMs:r.cache.importMs,exportMs:r.cache.exportMs}},platforms:e.platforms.map(i=>({platform:i.platform,manifest:i.manifestDigest,downloadBytes:(0,chunk_54QHYZ6S.a)(i)}))}}async function I(t,{registry:o,repository:e},n){let r=(0,chunk_JI6HO6O7.i)(n),s={registry:o,repository:e,what:`${o}/${e}, blob ${r}`,access:"push"},i={...s,method:"HEAD",path:`/v2/${e}/blobs/${r}`};for(let a=1;;a+=1){let m=await t.fetch(i);if(m.status===200)return{digest:r,size:n.length};if(m.status!==404)throw (0,chunk_FSPA3WEB.f)(m,(0,chunk_2CPHD24G.b)(i));let c={...s,method:"POST",path:`/v2/${e}/blobs/uploads/`},R=await t.fetch(c);if(R.status!==202)throw (0,chunk_FSPA3WEB.f)(R,(0,chunk_2CPHD24G.b)(c));let P={...s,method:"PUT",path:V(R,r,s.what),headers:{"content-type":"application/octet-stream"},body:n,isRepeatable:!1},p=await v(t,P);if(!(p instanceof chunk_2JQFL2HQ.a)&&z(p))return{digest:r,size:n.length};let T=p instanceof chunk_2JQFL2HQ.a?p:(0,chunk_FSPA3WEB.f)(p,(0,chunk_2CPHD24G.b)(P)),U=p instanceof chunk_2JQFL2HQ.a?void 0:p.headers["retry-after"],A=(0,chunk_FSPA3WEB.l)(t.policy,a,U,Date.now(),Math.random());if(A===null||!j.has(T.code))throw T;await (0,external_node_timers_promises_.setTimeout)(A)}}var j=new Set(["REGISTRY_UNREACHABLE","REGISTRY_INVALID","REGISTRY_FAILED","REGISTRY_RATE_LIMITED","REGISTRY_NOT_FOUND"]);async function v(t,o){try{return await t.fetch(o)}catch(e){if(e instanceof chunk_2JQFL2HQ.a)return e;throw e}}function z({status:t}){return t===201||t===204}function V(t,o,e){let{location:n}=t.headers;if(n===void 0)throw new chunk_2JQFL2HQ.a("REGISTRY_INVALID",`${e}: ${t.url.host} opened an upload and does not say where`);let r=(0,chunk_FSPA3WEB.d)(n,t.url);return r.search+=`${r.search===""?"?":"&"}digest=${encodeURIComponent(o)}`,r}async function b(t,{registry:o,repository:e},{mediaType:n,bytes:r,tag:s}){let i=(0,chunk_JI6HO6O7.i)(r),a={method:"PUT",registry:o,repository:e,path:`/v2/${e}/manifests/${s??i}`,what:(0,chunk_KJXUFX3Y.b)({registry:o,repository:e,tag:s,digest:s===null?i:null}),access:"push",headers:{"content-type":n},body:r},m=await t.fetch(a);if(m.status!==201)throw (0,chunk_FSPA3WEB.f)(m,(0,chunk_2CPHD24G.b)(a));let c=m.headers["docker-content-digest"];if(c!==void 0&&c!==i)throw new chunk_2JQFL2HQ.a("REGISTRY_INVALID",`${a.what}: ${m.url.host} stored other bytes than were sent`);return{digest:i,knowsSubject:m.headers["oci-subject"]!==void 0}}async function O(t,o,e,n){try{let r=await I(t,o,(0,chunk_6X7EEYW3.c)(n));await I(t,o,chunk_6X7EEYW3.f.bytes);let s=(0,chunk_6X7EEYW3.g)(r,e,n.createdAt),i=await b(t,o,{mediaType:chunk_JI6HO6O7.b,bytes:s,tag:null});if(i.knowsSubject)return L(o,{tag:null,digest:i.digest});let a=(0,chunk_6X7EEYW3.i)(e.digest);return await b(t,o,{mediaType:chunk_JI6HO6O7.b,bytes:s,tag:a}),L(o,{tag:a,digest:null})}catch(r){let{message:s,hint:i}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the registry",r);return{kind:"failed",note:{code:"record-not-written",message:`The record of this image could not be kept, so later comparisons will not know its steps and times: ${s}`,hint:i}}}}function L({registry:t,repository:o},e){return{kind:"written",reference:(0,chunk_KJXUFX3Y.b)({registry:t,repository:o,...e})}}var E="record.json";async function ke(t,o,e){if(e.image?.kind!=="read")return;let n=F({version:chunk_TK566QET_o,name:o.name,image:e.image.image,commit:o.commit,build:e.build,nowMs:Date.now()});await (0,promises_.writeFile)((0,external_node_path_.join)(t,E),(0,chunk_6X7EEYW3.c)(n),{mode:384})}async function Ce(t,o,e,n){try{let r=(0,chunk_KJXUFX3Y.a)(e),s=(0,chunk_6X7EEYW3.d)(await (0,promises_.readFile)((0,external_node_path_.join)(t,E)),E),i=await (0,chunk_2CPHD24G.c)(o,r,{digest:n});if(i===null)throw new Error(`${e}@${n} is not in the registry`);let{mediaType:a,bytes:m}=i,c=await O(o,r,{mediaType:a,digest:n,size:m.length},s);return c.kind==="failed"?[c.note]:[]}catch(r){let{message:s,hint:i}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the record of this build was not kept",r);return[{code:"record-not-written",message:s,hint:i}]}}


/***/ }),

/***/ 6797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ R),
/* harmony export */   b: () => (/* binding */ _)
/* harmony export */ });
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var E=8388608,e=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.w)(),o=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.r)(),n=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.k)(),b=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.j)(e),c=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.p)(e),P=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.z)("write",[(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({reference:e,write:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["always","once"])}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({reference:e,write:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("if-highest"),prefix:e,version:e})]),S=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.z)("kind",[(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("commit"),commit:e,branchTag:c,why:e}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("merge-base"),base:e,head:e,branchTag:c,why:e}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("tag"),reference:e,why:e}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("release"),prefix:e,version:c,why:e}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("given"),reference:e,why:e}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)("none"),why:e})]),A=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["max-size","max-increase"]),on:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["download","disk"]),text:e,platform:c,bytes:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.p)(o),percent:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.p)(o)}),B=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({schemaVersion:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.n)(1),startedAtMs:o,name:e,image:e,event:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({kind:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["pull-request","merge-queue","branch","tag","other"]),name:e,repository:e,pullRequest:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.p)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({number:o,headSha:e,headRepository:c,baseRef:e}))}),commit:c,push:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({enabled:n,reason:e}),tags:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.j)(P),labels:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.v)(e,e),platforms:b,cache:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({from:b,to:b}),cacheImage:e,baseline:S,budgets:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.j)(A),overBudget:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["fail","warn","none"]),noise:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({bytes:o,percent:o}),overrideLabel:e,countDrift:n,details:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["auto","sizes","full"]),maxReadBytes:o,comment:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["auto","always","never","collect"]),report:n,strict:n,build:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({context:e,file:e,target:e,builder:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({name:e,isSetUp:n,driver:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.u)(["docker-container","docker","kubernetes","remote","cloud"])}),emulation:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({enabled:n,architectures:b}),login:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({enabled:n,registry:e,username:e}),exporter:e,tags:b,labels:e,noCache:n,pull:n}),notes:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.j)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.s)({code:e,message:e,hint:e}))});async function R(i,m){let{mkdtemp:d,writeFile:l}=await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));try{let p=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await d((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(m,"plimsoll-")),"plan.json");return await l(p,`${JSON.stringify(i)}
`,{mode:384,flag:"wx"}),p}catch(p){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE",`${m}: the plan could not be written`,p)}}async function _(i){let{readFile:m,stat:d}=await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));try{let{size:l}=await d(i);if(l>E)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("FILE_UNREADABLE",`${i}: ${l} bytes are no plan`);return (0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.A)(B,JSON.parse(await m(i,"utf8")))}catch(l){throw (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.b)("FILE_UNREADABLE",`${i}: the plan could not be read`,l)}}


/***/ }),

/***/ 2508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tagBuild: () => (/* binding */ Dt)
/* harmony export */ });
/* harmony import */ var _chunk_3FTUL7EI_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19);
/* harmony import */ var _chunk_NVCZHPAB_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6680);
/* harmony import */ var _chunk_6X7EEYW3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2712);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3736);
/* harmony import */ var _chunk_2CPHD24G_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8490);
/* harmony import */ var _chunk_RBKMAZ5K_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(909);
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1786);
/* harmony import */ var _chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4530);
/* harmony import */ var _chunk_PBYFSZ5N_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6797);
/* harmony import */ var _chunk_63FI7KN4_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5636);
/* harmony import */ var _chunk_76WGCYVJ_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9229);
/* harmony import */ var _chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2270);
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1905);
/* harmony import */ var _chunk_I2MBHWX4_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5611);
/* harmony import */ var _chunk_EPQ6J2GF_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2501);
/* harmony import */ var _chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4423);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9827);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(636);
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(6651);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(7884);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6760);
async function N(r,i){let{registry:e,repository:t,tag:s}=i,o={method:"HEAD",registry:e,repository:t,path:`/v2/${t}/manifests/${s}`,what:(0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_11__.b)({registry:e,repository:t,tag:s,digest:null}),access:"pull",headers:{accept:_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_6__.d}},n=await r.fetch(o);if((0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_15__.e)(n))return null;let g=n.headers["docker-content-digest"];if(n.status===200&&typeof g=="string"&&(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_12__.a)(g))return g;if(n.status!==200&&n.status!==405)throw (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_15__.f)(n,(0,_chunk_2CPHD24G_js__WEBPACK_IMPORTED_MODULE_4__.b)(o));return(await (0,_chunk_2CPHD24G_js__WEBPACK_IMPORTED_MODULE_4__.c)(r,i,{tag:s}))?.digest??null}var Y=15*6e4,W=4*1024*1024;function U(r,i,e){return{fetchManifest:async(t,s)=>await (0,_chunk_2CPHD24G_js__WEBPACK_IMPORTED_MODULE_4__.c)(r,t,{digest:s}),putManifest:async(t,s,{mediaType:o,bytes:n})=>{await (0,_chunk_3FTUL7EI_js__WEBPACK_IMPORTED_MODULE_0__.a)(r,t,{mediaType:o,bytes:n,tag:s})},fetchDigest:async(t,s)=>await N(r,{...t,tag:s}),listTags:async t=>await (0,_chunk_NVCZHPAB_js__WEBPACK_IMPORTED_MODULE_1__.a)(r,t),copyImage:async(t,s)=>{let n=["buildx","imagetools","create",...e===""?[]:["--builder",e],"--prefer-index=false","--tag",s,t],a=await (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_3__.a)(i,n,{maxBytes:W,timeoutMs:Y});if(a.kind==="failed")throw (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_3__.b)("docker buildx imagetools create",a.said)}}}async function H(r,i,e){let t=new u(i.repository,i.digest,e),s=[],o=[],n=[],g=[];for(let a of r)try{let p=await j(a,i.digest,e);if(p===null)await t.putTag(a.reference),s.push(a.reference);else if(p!==""){let c=`${a.reference} stays where it is: ${p}`;a.write==="once"?o.push(c):n.push({code:"tag-kept",message:`${c}.`,hint:""})}}catch(p){let{code:c,message:l,hint:m}=(0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_19__.b)("REGISTRY_FAILED",i.repository,p);g.push(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_19__.a(c,`the tag ${a.reference} could not be written: ${l}`,{hint:m,cause:p}))}return{written:s,kept:o,notes:n,errors:g}}async function j(r,i,e){let{repository:t,tag:s}=G(r.reference);switch(r.write){case"always":return null;case"once":{let o=await e.fetchDigest(t,s);return o===null?null:o===i?"":`it is written once, and stands for ${o}`}case"if-highest":return (0,_chunk_63FI7KN4_js__WEBPACK_IMPORTED_MODULE_9__.b)(r,await e.listTags(t))?null:`${r.version} is not the highest stable version in the registry`;default:return (0,_chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_19__.c)(r)}}var u=class{#r;#t;#e;#s=null;constructor(i,e,t){this.#r=i,this.#t=e,this.#e=t}async putTag(i){let{repository:e,tag:t}=G(i),s=(0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_11__.a)(this.#r);if(e.registry!==s.registry||e.repository!==s.repository){await this.#e.copyImage(`${this.#r}@${this.#t}`,i);return}if(this.#s??=await this.#e.fetchManifest(e,this.#t),this.#s===null)throw new Error(`${this.#t} is not in the registry`);await this.#e.putManifest(e,t,this.#s)}};function G(r){let{registry:i,repository:e,tag:t}=(0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_11__.a)(r);return{repository:{registry:i,repository:e},tag:t??"latest"}}async function Dt(r){let i=r.PLIMSOLL_PLAN_FILE??"",e=await (0,_chunk_PBYFSZ5N_js__WEBPACK_IMPORTED_MODULE_8__.b)(i),t=(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_12__.b)(r.PLIMSOLL_BUILD_DIGEST??"","the digest of the build step"),s=new _chunk_2CPHD24G_js__WEBPACK_IMPORTED_MODULE_4__.a({env:r}),o={path:"docker",env:r},n=r.PLIMSOLL_BUILDER||e.build.builder.name,g=await (0,_chunk_3FTUL7EI_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,node_path__WEBPACK_IMPORTED_MODULE_20__.dirname)(i),s,e.image,t),{written:a,kept:p,notes:c,errors:l}=await H(e.tags,{repository:e.image,digest:t},U(s,o,n));return s.close(),(0,_chunk_63FI7KN4_js__WEBPACK_IMPORTED_MODULE_9__.f)({tags:a.join(`
`)}),(0,_chunk_63FI7KN4_js__WEBPACK_IMPORTED_MODULE_9__.d)("Tags",[...a.length===0?["none written"]:a,...p]),(0,_chunk_63FI7KN4_js__WEBPACK_IMPORTED_MODULE_9__.e)([...g,...c]),(0,_chunk_76WGCYVJ_js__WEBPACK_IMPORTED_MODULE_10__.b)(l.map(({message:m,hint:h})=>({level:"error",message:h===""?m:`${m}
${h}`}))),l.length>0}


/***/ })

};
