export const id = 888;
export const ids = [888];
export const modules = {

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

/***/ 6888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeParts: () => (/* binding */ C)
/* harmony export */ });
/* harmony import */ var _chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(159);
/* harmony import */ var _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7417);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6096);
/* harmony import */ var _chunk_FYPDAM7M_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8029);
/* harmony import */ var _chunk_OURDASHP_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8896);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3736);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4339);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(163);
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6057);
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6651);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7884);
var P=4*1024*1024,h=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_10__.t)({mediaType:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_10__.x)()});async function w(e,t,r,s){let o=s.map(S=>`${r}@${S}`),i=await (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_5__.a)(e,["buildx","imagetools","create","--dry-run",...o],{maxBytes:P});if(i.kind==="failed")throw (0,_chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_5__.b)("docker buildx imagetools create",i.said);let m=Buffer.from(Buffer.from(i.stdout).toString("utf8").trimEnd(),"utf8"),{mediaType:v}=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_10__.B)(h,JSON.parse(m.toString("utf8"))),{digest:E}=await (0,_chunk_VWRALSFD_js__WEBPACK_IMPORTED_MODULE_0__.a)(t,(0,_chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_6__.a)(r),{mediaType:v,bytes:m,tag:null});return E}async function C(e){let t=await (0,_chunk_FYPDAM7M_js__WEBPACK_IMPORTED_MODULE_3__.b)(e.PLIMSOLL_PLAN_FILE??"");if(t.part.kind!=="merged")throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_12__.a("USAGE","there are no digests to merge");let r=new _chunk_PCOD5FLF_js__WEBPACK_IMPORTED_MODULE_1__.b({env:e}),o=await w({path:"docker",env:e},r,t.image,t.part.digests);r.close(),(0,_chunk_OURDASHP_js__WEBPACK_IMPORTED_MODULE_4__.a)({digest:o})}


/***/ })

};
