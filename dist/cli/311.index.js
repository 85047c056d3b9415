export const id = 311;
export const ids = [311];
export const modules = {

/***/ 8311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findCredential: () => (/* reexport */ A)
});

// EXTERNAL MODULE: ./build/chunk-I6HZRDIE.js
var chunk_I6HZRDIE = __webpack_require__(591);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-BS5NKO3B.js
var chunk_BS5NKO3B = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-TGEFDQTI.js
var l=(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)(),""),b=(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.t)({auth:l,username:l,password:l,identitytoken:l})),S=(0,chunk_BS5NKO3B.t)({auths:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.w)((0,chunk_BS5NKO3B.x)(),b),{}),credHelpers:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.w)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.x)()),{}),credsStore:l}),N="https://index.docker.io/v1/";async function A(t,n){let o=(0,external_node_path_.join)(n.DOCKER_CONFIG||(0,external_node_path_.join)(n.HOME||(0,external_node_os_.homedir)(),".docker"),"config.json"),e=await I(o);if(e===null)return null;let r=t==="docker.io"?N:t,i=Object.entries(e.credHelpers).find(([s])=>C(s,t))?.[1]??e.credsStore;if(i!==""){let{askCredentialHelper:s}=await __webpack_require__.e(/* import() */ 763).then(__webpack_require__.bind(__webpack_require__, 1763)),p=await s(i,r,n);if(p!==null)return p}return $(e,t,o)}async function I(t){let n;try{let{size:r}=await (0,promises_.stat)(t);if(r>chunk_UOOMGRKE.a.dockerConfigBytes)throw u(t,`has more than ${chunk_UOOMGRKE.a.dockerConfigBytes} bytes`);n=await (0,promises_.readFile)(t,"utf8")}catch(r){if(r instanceof chunk_2JQFL2HQ.a)throw r;let i=(0,chunk_I6HZRDIE.a)(r);if(i==="ENOENT"||i==="ENOTDIR")return null;throw u(t,`cannot be read (${i})`)}let o;try{o=JSON.parse(n)}catch{throw u(t,"is not JSON")}let e=(0,chunk_BS5NKO3B.D)(S,o,{abortEarly:!0});if(e.success)return e.output;throw u(t,`is malformed at ${((0,chunk_BS5NKO3B.a)(e.issues[0])??"its top").slice(0,200)}`)}function $(t,n,o){let e=Object.entries(t.auths).filter(([r])=>C(r,n));e.sort(([r],[i])=>r.length-i.length);for(let[r,i]of e){let s=i?x(i,r,o):null;if(s!==null)return s}return null}function x(t,n,o){if(t.identitytoken!=="")return{kind:"identity-token",token:t.identitytoken};if(t.auth===""){let{username:i,password:s}=t;return i===""?null:{kind:"password",username:i,password:s}}let e=Buffer.from(t.auth,"base64").toString("utf8"),r=e.indexOf(":");if(!/^[A-Za-z0-9+/_-]+={0,2}$/.test(t.auth)||r<1)throw u(o,`has an "auth" for ${n.slice(0,200)} that is not "user:password" in base64`);return{kind:"password",username:e.slice(0,r),password:e.slice(r+1).replace(/\0+$/,"")}}function C(t,n){let o=t.replace(/^https?:\/\//,"").split("/")[0]?.toLowerCase();return n!=="docker.io"?o===n.toLowerCase():o==="index.docker.io"||o==="docker.io"||o==="registry-1.docker.io"}function u(t,n){return new chunk_2JQFL2HQ.a("CREDENTIALS_INVALID",`the Docker configuration ${t} ${n}`,{hint:'Mend it, or move it away and run "docker login" again.'})}

;// CONCATENATED MODULE: ./build/docker-config-ZLOKSSPH.js



/***/ })

};
