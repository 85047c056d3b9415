export const id = 884;
export const ids = [884];
export const modules = {

/***/ 8548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ A)
/* harmony export */ });
/* harmony import */ var _chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(591);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);
var l=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),""),b=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.t)({auth:l,username:l,password:l,identitytoken:l})),S=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.t)({auths:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),b),{}),credHelpers:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.w)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)()),{}),credsStore:l}),N="https://index.docker.io/v1/";async function A(t,n){let o=(0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(n.DOCKER_CONFIG||(0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(n.HOME||(0,node_os__WEBPACK_IMPORTED_MODULE_4__.homedir)(),".docker"),"config.json"),e=await I(o);if(e===null)return null;let r=t==="docker.io"?N:t,i=Object.entries(e.credHelpers).find(([s])=>C(s,t))?.[1]??e.credsStore;if(i!==""){let{askCredentialHelper:s}=await __webpack_require__.e(/* import() */ 763).then(__webpack_require__.bind(__webpack_require__, 1763)),p=await s(i,r,n);if(p!==null)return p}return $(e,t,o)}async function I(t){let n;try{let{size:r}=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(t);if(r>_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.dockerConfigBytes)throw u(t,`has more than ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.dockerConfigBytes} bytes`);n=await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(t,"utf8")}catch(r){if(r instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a)throw r;let i=(0,_chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_6__.a)(r);if(i==="ENOENT"||i==="ENOTDIR")return null;throw u(t,`cannot be read (${i})`)}let o;try{o=JSON.parse(n)}catch{throw u(t,"is not JSON")}let e=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.D)(S,o,{abortEarly:!0});if(e.success)return e.output;throw u(t,`is malformed at ${((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.a)(e.issues[0])??"its top").slice(0,200)}`)}function $(t,n,o){let e=Object.entries(t.auths).filter(([r])=>C(r,n));e.sort(([r],[i])=>r.length-i.length);for(let[r,i]of e){let s=i?x(i,r,o):null;if(s!==null)return s}return null}function x(t,n,o){if(t.identitytoken!=="")return{kind:"identity-token",token:t.identitytoken};if(t.auth===""){let{username:i,password:s}=t;return i===""?null:{kind:"password",username:i,password:s}}let e=Buffer.from(t.auth,"base64").toString("utf8"),r=e.indexOf(":");if(!/^[A-Za-z0-9+/_-]+={0,2}$/.test(t.auth)||r<1)throw u(o,`has an "auth" for ${n.slice(0,200)} that is not "user:password" in base64`);return{kind:"password",username:e.slice(0,r),password:e.slice(r+1).replace(/\0+$/,"")}}function C(t,n){let o=t.replace(/^https?:\/\//,"").split("/")[0]?.toLowerCase();return n!=="docker.io"?o===n.toLowerCase():o==="index.docker.io"||o==="docker.io"||o==="registry-1.docker.io"}function u(t,n){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("CREDENTIALS_INVALID",`the Docker configuration ${t} ${n}`,{hint:'Mend it, or move it away and run "docker login" again.'})}


/***/ }),

/***/ 6884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findCredential: () => (/* reexport safe */ _chunk_TGEFDQTI_js__WEBPACK_IMPORTED_MODULE_0__.a)
/* harmony export */ });
/* harmony import */ var _chunk_TGEFDQTI_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8548);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7884);



/***/ })

};
