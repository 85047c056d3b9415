export const id = 98;
export const ids = [98];
export const modules = {

/***/ 2098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchToken: () => (/* binding */ C)
/* harmony export */ });
/* harmony import */ var _chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2811);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6057);
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4515);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7884);
var E=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.x)()),S=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.t)({token:E,access_token:E,expires_in:(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.r)((0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.s)())}),$=60;async function C(e,o){let{realm:r,registry:t}=o;D(r,t.url);let s=Date.now(),n;try{n=await (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.l)(e.policy,async()=>await b(e,o))}catch(i){let a={what:`the token service of ${e.registry}`,registry:r.host,isPush:!1};throw (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.h)(i,a)}if(n.status!==200)throw G(n,o,e.registry);return U(n,s)}function D(e,o){let r=e.protocol==="http:"&&o.protocol==="http:",t=(0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_3__.b)(e.hostname)==="loopback"||e.hostname===o.hostname;if(!(e.protocol==="https:"||r&&t))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("REGISTRY_INVALID",`${o.host} sends us to a token service at ${e.protocol}//${e.host}, which is not https: not followed`)}async function b(e,o){let{realm:r,service:t,scope:s,credential:n,registry:i}=o,a=new URLSearchParams;t!==null&&a.set("service",t),a.set("scope",s);let d={authorization:null,maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_1__.a.answerBytes,followsRedirects:!1,networks:r.origin===i.url.origin?null:(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.c)(null,i.network()),onRequest:e.onRequest},m={"user-agent":e.userAgent,accept:"application/json"},l=new URL(r);if(n?.kind==="identity-token")return a.set("grant_type","refresh_token"),a.set("client_id","plimsoll"),a.set("refresh_token",n.token),await (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.b)(e.transport,{...d,method:"POST",url:l,headers:{...m,"content-type":"application/x-www-form-urlencoded"},body:Buffer.from(a.toString())});for(let[L,P]of a)l.searchParams.append(L,P);let x=n===null?null:(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.a)(n);return await (0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.b)(e.transport,{...d,method:"GET",url:l,headers:m,authorization:x})}function U({bytes:e,url:o},r){let t=(0,_chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_2__.D)(S,B(e)),s=t.success?t.output.token||t.output.access_token:void 0;if(!s||s.length>_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_1__.a.tokenBytes||!/^[\w.~+/=-]+$/.test(s))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("REGISTRY_INVALID",`${o.host} gave no token that can be used`);let n=t.success?t.output.expires_in:null,i=(n&&n>0?n:$)*1e3;return{value:s,expiresAtMs:r+i*.9}}function B(e){try{return JSON.parse(Buffer.from(e).toString("utf8"))}catch{return null}}function G(e,{credential:o,scope:r},t){let s=`the token service of ${t}`;if(e.status<500&&e.status!==429){let i=o===null?"without a login":"with the login that Docker keeps for it";return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a("REGISTRY_DENIED",`${s} refused access ${i}: ${(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.i)(e)}`,{hint:(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.j)(t,r.endsWith(",push"))})}let n=e.status===429?"REGISTRY_RATE_LIMITED":"REGISTRY_FAILED";return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_4__.a(n,`${s} gives no token: ${(0,_chunk_H7O2QLRJ_js__WEBPACK_IMPORTED_MODULE_0__.i)(e)}`,{hint:"Try again later."})}


/***/ })

};
