export const id = 763;
export const ids = [763];
export const modules = {

/***/ 1763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askCredentialHelper: () => (/* binding */ C)
/* harmony export */ });
/* harmony import */ var _chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9078);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);
var k=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.t)({Username:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)(),Secret:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.x)()});async function C(e,r,a){let n=`the credential helper docker-credential-${e.slice(0,80)}`;if(!/^[\w.-]+$/.test(e))throw c(n,"is named with characters that no program has here");let{failure:i,stdout:t}=await S(`docker-credential-${e}`,r,a);if(i!==null){if(/credentials not found in native keychain|no usernames for|not logged in/i.test(t))return null;let w=t.trim().startsWith("{")?"":t.trim().slice(0,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.reasonCharacters);throw c(n,`failed for ${r}: ${w||i}`)}let s=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_1__.D)(k,$(t));if(!s.success)throw c(n,`gave no "Username" and "Secret" for ${r}`);let{Username:u,Secret:l}=s.output;return l===""?null:u==="<token>"?{kind:"identity-token",token:l}:{kind:"password",username:u,password:l}}async function S(e,r,a){return await new Promise(n=>{let i=(0,node_child_process__WEBPACK_IMPORTED_MODULE_3__.execFile)(e,["get"],{env:(0,_chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_4__.a)(a),timeout:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.credentialHelperMs,killSignal:"SIGKILL",maxBuffer:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.credentialHelperBytes,windowsHide:!0},(t,s)=>{t===null?n({failure:null,stdout:s}):t.code==="ENOENT"?n({failure:"it is not in the PATH",stdout:""}):t.killed===!0?n({failure:`no answer within ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.credentialHelperMs/1e3} s`,stdout:""}):n({failure:`it ended with ${String(t.code)}`,stdout:s})});i.stdin?.on("error",()=>{}),i.stdin?.end(r)})}function $(e){try{return JSON.parse(e)}catch{return null}}function c(e,r){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("CREDENTIALS_INVALID",`${e} ${r}`,{hint:'See "credsStore" and "credHelpers" in the Docker configuration, or run "docker login" again.'})}


/***/ })

};
