export const id = 291;
export const ids = [291];
export const modules = {

/***/ 1862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ o)
/* harmony export */ });
function o(n){let r=new Map(n.layers.map(e=>[e.digest,e.downloadBytes]));return n.config.size+[...r.values()].reduce((e,a)=>e+a,0)}


/***/ }),

/***/ 8274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ p),
/* harmony export */   b: () => (/* binding */ R),
/* harmony export */   c: () => (/* binding */ Z),
/* harmony export */   d: () => (/* binding */ h),
/* harmony export */   e: () => (/* binding */ A)
/* harmony export */ });
/* harmony import */ var _chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2190);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2088);
function h(n,r){(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh)((0,_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__.a)(n).join(" "));for(let e of r.flatMap(_chunk_XB3WCHJ7_js__WEBPACK_IMPORTED_MODULE_0__.a))(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(e);(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4)()}function A(n){for(let[r,e]of Object.entries(n))(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)(r,e)}var x=/^(|.*?(?:[^0-9.]|[^0-9.]\.))(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;function p(n){let r=n.slice(0,256).replace(/[^a-zA-Z0-9._+-]+/g,"-").replace(/^[.-]+/,""),[,e,o]=x.exec(r)??[];if(e===void 0||o===void 0)return null;let i=semver__WEBPACK_IMPORTED_MODULE_2__.parse(o,{loose:!0});return i===null?null:{prefix:e.replace(/(^|[^0-9A-Za-z])v$/,"$1").replaceAll("+","-"),version:i.version,isStable:i.prerelease.length===0}}function R(n,r){return semver__WEBPACK_IMPORTED_MODULE_2__.prerelease(n.version)!==null?!1:!r.map(p).some(e=>e?.isStable===!0&&e.prefix===n.prefix&&semver__WEBPACK_IMPORTED_MODULE_2__.gt(e.version,n.version))}function Z(n,r){let{version:e}=n,o=r.flatMap(t=>{let u=p(t);return u===null?[]:[{tag:t,...u}]}),i=o.filter(({prefix:t})=>t===n.prefix);if(e!==null)return a(i.filter(t=>semver__WEBPACK_IMPORTED_MODULE_2__.lt(t.version,e)));let f=i.length>0||new Set(o.map(({prefix:t})=>t)).size>1?i:o;return a(f.filter(({isStable:t})=>t))??a(f)}function a(n){let r=null;for(let e of n)(r===null||semver__WEBPACK_IMPORTED_MODULE_2__.gt(e.version,r.version))&&(r=e);return r?.tag??null}


/***/ }),

/***/ 2712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ne),
/* harmony export */   b: () => (/* binding */ V),
/* harmony export */   c: () => (/* binding */ $),
/* harmony export */   d: () => (/* binding */ G),
/* harmony export */   e: () => (/* binding */ g),
/* harmony export */   f: () => (/* binding */ C),
/* harmony export */   g: () => (/* binding */ ee),
/* harmony export */   h: () => (/* binding */ te),
/* harmony export */   i: () => (/* binding */ re)
/* harmony export */ });
/* harmony import */ var _chunk_RBKMAZ5K_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(909);
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1786);
/* harmony import */ var _chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4530);
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1905);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7884);
var V=1024*1024,E=5e3,_=100,l=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.r)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.f)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.d)(0)),p=e=>(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.c)(e)),A=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.l)(e=>typeof e=="string"&&(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_3__.a)(e),"not a digest"),L=p(128),B=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({name:p(2e3),stage:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)(p(256)),platform:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)(L),status:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.u)(["cached","ran","failed"]),durationMs:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)(l),source:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({file:p(255),line:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)(l,(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.d)(1))}))}),w=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({schemaVersion:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.n)(1),plimsoll:p(64),name:p(64),image:A,commit:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.e)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.b)()),build:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.p)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({durationMs:l,steps:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.j)(B),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.c)(E)),cache:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({importMs:l,exportMs:l})})),platforms:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.j)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({platform:L,manifest:A,downloadBytes:l})),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.c)(_))}),k=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({schemaVersion:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.r)()});function $(e){let t=Buffer.from(`${JSON.stringify(e)}
`),i=e.build?.steps.length??0;return e.build===null||t.length<=V&&i<=E?t:$({...e,build:{...e.build,steps:[]}})}function G(e,t){let{schemaVersion:i}=(0,_chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_2__.a)(e,k,t);if(i!==1)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__.a("IMAGE_INVALID",`${t} has schema version ${i}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,_chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_2__.a)(e,w,t)}var g="application/vnd.plimsoll.record.v1+json";var C={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_3__.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},N=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({artifactType:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.w)()),subject:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.q)(_chunk_RBKMAZ5K_js__WEBPACK_IMPORTED_MODULE_0__.b),layers:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.j)(_chunk_RBKMAZ5K_js__WEBPACK_IMPORTED_MODULE_0__.b),[])});function ee(e,t,i){let{mediaType:a,digest:c,size:s}=C,R={schemaVersion:2,mediaType:_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_1__.b,artifactType:g,config:{mediaType:a,digest:c,size:s},layers:[{mediaType:g,digest:e.digest,size:e.size}],subject:{mediaType:t.mediaType,digest:t.digest,size:t.size},annotations:{"org.opencontainers.image.created":i}};return Buffer.from(JSON.stringify(R))}function te(e,t){let{artifactType:i,subject:a,layers:c}=(0,_chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_2__.a)(e,N,t),[s]=c;return{record:i===g&&c.length===1&&s?.mediaType===g?{digest:s.digest,size:s.size}:null,subject:a?.digest??null}}function re(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}function ne(e,t){for(let i of[e??[]].flat())for(let[,a="",c=""]of i.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(c)||!URL.canParse(a,t.href))continue;let s=new URL(a,t);if(s.origin===t.origin&&s.href!==t.href)return s}return null}


/***/ }),

/***/ 8415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ S),
/* harmony export */   b: () => (/* binding */ Y),
/* harmony export */   c: () => (/* binding */ R),
/* harmony export */   d: () => (/* binding */ Se)
/* harmony export */ });
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
/* harmony import */ var _chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2270);
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1905);
/* harmony import */ var _chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4423);
/* harmony import */ var _chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(591);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6651);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7884);
var S="0.1.0";var H=/[!#$%&'*+.^_`|~0-9A-Za-z-]+/y,V=/"((?:[^"\\]|\\[^])*)"/y,f=/[ \t]*/y,v=/[^,]*/y;function M(o){let e=[],t=0,n=r=>{r.lastIndex=t;let s=r.exec(o);return s!==null&&(t=r.lastIndex),s};for(;t<o.length;){n(f);let r=n(H)?.[0];if(r===void 0){n(v),t+=1;continue}if(n(f),o[t]!=="="){e.push({scheme:r.toLowerCase(),parameters:new Map}),o[t]===","&&(t+=1);continue}t+=1,n(f);let a=n(V)?.[1]?.replace(/\\([^])/g,"$1")??n(H)?.[0];n(v),t+=1;let i=e.at(-1)?.parameters;a!==void 0&&i?.has(r.toLowerCase())===!1&&i.set(r.toLowerCase(),a)}return e}var y=class{#e;#n;#t=new Map;#o=null;#r={kind:"unknown"};constructor(e,t){this.#e=e,this.#n=t}async authorize(e){switch(this.#r.kind){case"unknown":return null;case"basic":return this.#r.header;case"bearer":return await this.#s(this.#r.request,e)}}async answer(e,t,n){let r=M(e.headers["www-authenticate"]??""),s=r.find(({scheme:l})=>l==="bearer");if(s!==void 0)return await this.#a(s,e,t,n);if(!r.some(({scheme:l})=>l==="basic"))return null;let a=await this.#i(),i=a===null?null:(0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.a)(a);return i===null||i===n?null:(this.#r={kind:"basic",header:i},i)}async#a(e,{url:t,network:n},r,s){let a={realm:X(e,t),service:e.parameters.get("service")??null,credential:await this.#i(),registry:{url:t,network:n}};this.#r={kind:"bearer",request:a};let i=this.#t.get(r);return i!==void 0&&`Bearer ${(await i).value}`===s&&this.#t.get(r)===i&&this.#t.delete(r),await this.#s(a,r)}async#s(e,t){let n=this.#t.get(t);return n!==void 0&&(await n).expiresAtMs<=Date.now()&&(n=void 0),n===void 0&&(n=this.#n({...e,scope:t}),this.#t.set(t,n),n.catch(()=>this.#t.delete(t))),`Bearer ${(await n).value}`}async#i(){return this.#o??=this.#e(),await this.#o}};function X({parameters:o},e){let t=o.get("realm")??"";if(!URL.canParse(t))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("REGISTRY_INVALID",`${e.host} names no token service that is a URL`);let n=new URL(t);return n.username="",n.password="",n}function D(o,e){let t=o==="docker.io"?"registry-1.docker.io":o;if(!URL.canParse(`https://${t}/`))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("INPUT_INVALID",`${JSON.stringify(o.slice(0,160))} is not a registry's host`);let[n,r]=[new URL(`https://${t}/`),new URL(`http://${t}/`)];return (0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_5__.b)(n.hostname)==="loopback"?[r,n]:e.includes(o)?[n,r]:[n]}function _(o){let e=(0,_chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_7__.a)(o);return e==="ECONNRESET"||e==="ECONNREFUSED"||e==="EPROTO"||/^(?:HPE_|ERR_SSL_)/.test(e)}var K=["https_proxy","http_proxy","all_proxy"].flatMap(o=>[o,o.toUpperCase()]),B=new Map;async function q(o){if(K.every(s=>!process.env[s]))return null;let{getProxyForUrl:e}=await __webpack_require__.e(/* import() */ 182).then(__webpack_require__.bind(__webpack_require__, 8182)),t=e(o.href);if(t==="")return null;let n=`${o.protocol} ${t}`,r=B.get(n)??await j(o.protocol,t);return B.set(n,r),r}async function j(o,e){let t={keepAlive:!0,maxSockets:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__.a.socketsPerHost};if(!URL.canParse(e)||!/^https?:$/.test(new URL(e).protocol))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("INPUT_INVALID",`the proxy for ${o.slice(0,-1)} in the environment is not an http or https URL`,{hint:"HTTPS_PROXY and HTTP_PROXY are as in http://proxy.example:3128."});return o==="https:"?new(await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(566)]).then(__webpack_require__.bind(__webpack_require__, 1566))).HttpsProxyAgent(e,t):new(await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(947)]).then(__webpack_require__.bind(__webpack_require__, 8947))).HttpProxyAgent(e,t)}var w=class{#e=new Map;#n;constructor(e=_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__.a){this.#n=e}async send(e){let{url:t,networks:n}=e,r=(0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_5__.b)(t.hostname),s=n===null?null:await J(t.hostname,r,n),{request:a}=t.protocol==="https:"?await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)):await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)),i=r==="loopback"?null:await q(t),l=i??await this.#t(t,n),c={method:e.method,headers:{...e.headers,...e.body===void 0?{}:{"content-length":e.body.length}},agent:l,...s===null||i!==null?{}:{lookup:s}},d=await Q(a(t,c),e.body,this.#n),{remoteAddress:h}=d.socket,G=()=>i!==null||h===void 0?r??"public":(0,_chunk_BQMYP5ED_js__WEBPACK_IMPORTED_MODULE_5__.a)(h);return{status:d.statusCode??0,headers:d.headers,body:d,network:G}}close(){for(let e of this.#e.values())e.destroy();this.#e.clear()}async#t(e,t){let n=`${e.protocol} ${t?.join()??"any"}`,r=this.#e.get(n);if(r!==void 0)return r;let s={keepAlive:!0,maxSockets:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__.a.socketsPerHost},a=e.protocol==="https:"?new(await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).Agent(s):new(await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).Agent(s),i=this.#e.get(n);return i!==void 0?i:(this.#e.set(n,a),a)}};async function J(o,e,t){let{guardLookup:n,refuseNetwork:r}=await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 4459));if(e!==null&&!t.includes(e))throw r(o,e);return n(t)}async function Q(o,e,{silenceMs:t,exchangeMs:n}){return await new Promise((r,s)=>{o.on("response",r),o.on("error",s),o.on("proxyConnect",({statusCode:l})=>{l!==200&&(s(Z(o.host,l)),o.destroy())});let a=(l,c)=>{o.destroy(Object.assign(new Error(`${l} within ${c/1e3} s`),{code:"ETIMEDOUT"}))};o.setTimeout(t,()=>{a("nothing came",t)});let i=setTimeout(a,n,"no whole answer came",n);o.on("close",()=>{clearTimeout(i)}),o.end(e)})}function Z(o,e){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("REGISTRY_UNREACHABLE",`${o} cannot be reached: the proxy refuses to connect (${e})`,{hint:e===407?"It wants a login: HTTPS_PROXY=http://user:password@proxy.example:3128.":"Is the host allowed there? NO_PROXY names hosts that are reached without it."})}var z=`plimsoll/${S}`,Y=class{policy;#e;#n;#t=new Map;#o;constructor(e){this.#e=e,this.policy={..._chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.j,...e.retry},this.#n=new w(e.patience),this.#o=(t,n)=>e.onRequest?.(t,`${n.origin}${n.pathname}`)}async fetch(e){try{let t=this.#r(e.registry),n=e.isRepeatable===!1?{...this.policy,attempts:1}:this.policy;return await (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.k)(n,async()=>await this.#a(t,e))}catch(t){throw (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.g)(t,R(e))}}close(){this.#n.close()}#r(e){let t=this.#t.get(e);if(t!==void 0)return t;let n={registry:e,transport:this.#n,policy:this.policy,userAgent:z,onRequest:this.#o},r={network:()=>"public",origins:D(e,this.#e.plainHttp??[]),authorizer:new y(async()=>await(await __webpack_require__.e(/* import() */ 5).then(__webpack_require__.bind(__webpack_require__, 5005))).findCredential(e,this.#e.env),async s=>await(await __webpack_require__.e(/* import() */ 408).then(__webpack_require__.bind(__webpack_require__, 9408))).fetchToken(n,s))};return this.#t.set(e,r),r}async#a(e,t){let[n,r]=e.origins;if(n===void 0)throw new Error("a registry without an address");let s=await this.#s(e,t,n);if(r===void 0||!s.isDoubtful)return g(s);let a=await this.#s(e,t,r);return a.isDoubtful?g(s):g(a)}async#s(e,t,n){try{let r=await this.#i(e,t,n),s=n.protocol==="http:"&&r.status===400;return s||(e.origins=[n]),{answer:r,isDoubtful:s}}catch(r){return{thrown:r,isDoubtful:_(r)}}}async#i(e,t,n){let r=typeof t.path=="string"?new URL(t.path,n):t.path,s=r.origin===n.origin,a=`repository:${t.repository}:${t.access==="push"?"pull,push":"pull"}`,i=s?await e.authorizer.authorize(a):null,l=s?null:(0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.c)(null,e.network()),c=await this.#l(t,r,i,l);if(c.url.origin===n.origin&&(e.network=c.network),c.status!==401||c.url.origin!==n.origin)return c;let d=await e.authorizer.answer(c,a,i);return d===null?c:await this.#l(t,r,d,l)}async#l(e,t,n,r){return await (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.b)(this.#n,{method:e.method,url:t,headers:{"user-agent":z,...e.headers},authorization:n,...e.body===void 0?{}:{body:e.body},maxBytes:e.maxBytes??_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__.a.answerBytes,followsRedirects:e.followsRedirects??(e.method==="GET"||e.method==="HEAD"),networks:r,onRequest:this.#o})}};function g(o){if("answer"in o)return o.answer;throw o.thrown}function R({what:o,registry:e,access:t}){return{what:o,registry:e,isPush:t==="push"}}async function Se(o,{registry:e,repository:t},n){let[r,s]="tag"in n?[n.tag,null]:[null,n.digest],a={method:"GET",registry:e,repository:t,path:`/v2/${t}/manifests/${r??s}`,what:(0,_chunk_KJXUFX3Y_js__WEBPACK_IMPORTED_MODULE_1__.b)({registry:e,repository:t,tag:r,digest:s}),access:"pull",headers:{accept:_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_0__.d},maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_4__.a.manifestBytes},i=await o.fetch(a);if((0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.e)(i))return null;if(i.status!==200)throw (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_3__.f)(i,R(a));let l=(i.headers["content-type"]??"").split(";")[0]?.trim().toLowerCase()??"";if(l==="text/html")throw F(a.what,`${i.url.host} answers with a web page`);let c=i.headers["docker-content-digest"],d=s??(typeof c=="string"&&(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_2__.a)(c)?c:null),h=(0,_chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_0__.i)(i.bytes,d??void 0);if(d!==null&&h!==d)throw F(a.what,`${i.url.host} sends other bytes than those of ${d}`);return{mediaType:l,digest:h,bytes:i.bytes}}function F(o,e){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_6__.a("REGISTRY_INVALID",`${o}: ${e}`,{hint:"A proxy in between may have changed them; try again."})}


/***/ }),

/***/ 6651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ a),
/* harmony export */   b: () => (/* binding */ g)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
var f=[["loopback","127.0.0.0/8"],["loopback","::1/128"],["loopback","0.0.0.0/8"],["loopback","::/128"],["link-local","169.254.0.0/16"],["link-local","fe80::/10"],["private","10.0.0.0/8"],["private","172.16.0.0/12"],["private","192.168.0.0/16"],["private","100.64.0.0/10"],["private","192.0.0.0/24"],["private","198.18.0.0/15"],["private","224.0.0.0/3"],["private","fc00::/7"],["private","fec0::/10"],["private","ff00::/8"]],d=["loopback","link-local","private"],s=new Map;function k(o){let e=s.get(o);if(e!==void 0)return e;let t=new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList;for(let[,r]of f.filter(([n])=>n===o)){let[n="",i]=r.split("/");t.addSubnet(n,Number(i),n.includes(":")?"ipv6":"ipv4")}return s.set(o,t),t}function a(o){let[e=""]=o.split("%"),t=(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(e);if(t===0)return"private";let r=t===6?b(e):null;return r!==null?a(r):d.find(n=>k(n).check(e,t===6?"ipv6":"ipv4"))??"public"}function g(o){let e=o.replace(/^\[|\]$/g,"").replace(/\.$/,"").toLowerCase();return e==="localhost"||e.endsWith(".localhost")?"loopback":(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(e)===0?null:a(e)}function b(o){let e=v(new URL(`http://[${o}]`).hostname.slice(1,-1)),t=n=>e[n]??0,r=(n,i)=>[n>>8,n&255,i>>8,i&255].join(".");return e.slice(0,5).every(n=>n===0)&&t(5)===65535||t(0)===100&&t(1)===65435?r(t(6),t(7)):t(0)===8194?r(t(1),t(2)):null}function v(o){let[e="",t]=o.split("::"),r=l=>l===""?[]:l.split(":").map(p=>parseInt(p,16));if(t===void 0)return r(e);let[n,i]=[r(e),r(t)];return[...n,...Array(Math.max(0,8-n.length-i.length)).fill(0),...i]}


/***/ }),

/***/ 4423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ B),
/* harmony export */   b: () => (/* binding */ F),
/* harmony export */   c: () => (/* binding */ $),
/* harmony export */   d: () => (/* binding */ P),
/* harmony export */   e: () => (/* binding */ Q),
/* harmony export */   f: () => (/* binding */ Z),
/* harmony export */   g: () => (/* binding */ ee),
/* harmony export */   h: () => (/* binding */ _),
/* harmony export */   i: () => (/* binding */ L),
/* harmony export */   j: () => (/* binding */ se),
/* harmony export */   k: () => (/* binding */ ae),
/* harmony export */   l: () => (/* binding */ G)
/* harmony export */ });
/* harmony import */ var _chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(591);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9827);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);
function B(e){return e.kind!=="password"?null:`Basic ${Buffer.from(`${e.username}:${e.password}`).toString("base64")}`}var S=new Set([301,302,303,307,308]);async function F(e,t){let{url:r,authorization:s,networks:o}=t;for(let n=0;;n+=1){t.onRequest(t.method,r);let a=await e.send({method:t.method,url:r,headers:{"accept-encoding":"identity",...t.headers,...s===null?{}:{authorization:s}},...t.body===void 0?{}:{body:t.body},networks:o}),{location:u}=a.headers;if(!t.followsRedirects||!S.has(a.status)||u===void 0)return await x(a,t,r);if(a.body.destroy(),n===_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.redirects)throw h(`${r.host} redirects more than ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.redirects} times`);let c=P(u,r);c.origin!==r.origin&&(s=null,o=$(o,a.network())),r=c}}function $(e,t){return e!==null?e:t==="public"?["public"]:["public",t]}function P(e,t){if(!URL.canParse(e,t.href))throw h(`${t.host} redirects to what is no URL`);let r=new URL(e,t);if(r.protocol!=="https:"&&r.protocol!=="http:")throw h(`${t.host} redirects to ${r.protocol}`);if(r.protocol==="http:"&&t.protocol==="https:")throw h(`${t.host} redirects from https to http`);return r.username="",r.password="",r.hash="",r}var p=class extends Error{};async function x(e,{method:t,maxBytes:r},s){let{status:o,headers:n,body:a,network:u}=e,c=o>=200&&o<300,m=c?r:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.answerBytes,E=[],w=0;if(t==="HEAD")a.resume();else{if(c&&Number(n["content-length"])>m)throw T(a,s,m);try{for await(let d of a)if(Buffer.isBuffer(d))if(w+=d.length,w<=m)E.push(d);else{if(c)throw T(a,s,m);break}}catch(d){throw d instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a?d:new p("the answer was cut",{cause:d})}}return{status:o,headers:n,bytes:Buffer.concat(E),url:s,network:u}}function T(e,t,r){return e.destroy(),new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("LIMIT_EXCEEDED",`${t.host} sends more than ${r} bytes for ${t.pathname}`)}function h(e){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_INVALID",`${e}: not followed`)}var N=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.s)({errors:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.j)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.s)({code:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)(),""),message:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)(),"")}))});function Q(e){return e.status===404&&!I(e)}function Z(e,{what:t,registry:r,isPush:s}){let o=_(e),{status:n}=e;return n===401||n===403?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_DENIED",`${t}: ${r} denied ${s?"the push":"access"}: ${o}`,{hint:L(r,s)}):n===407?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_UNREACHABLE",`${t}: the proxy wants a login (407)`,{hint:"Put it into HTTPS_PROXY: http://user:password@proxy.example:3128."}):I(e)&&n<500?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_INVALID",`${t}: ${e.url.host} answers like a web server, not like a registry (${n})`,{hint:"Is this the host of a registry?"}):n===404?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_NOT_FOUND",`${t} is not there: ${o}`,{hint:M}):n===429?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_RATE_LIMITED",`${t}: ${r} limits the rate of requests: ${o}`,{hint:`Wait and run again; a login (docker login ${r}) has a higher limit.`}):new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_FAILED",`${t}: ${r} failed: ${o}`,{hint:n>=500?"Try again later.":""})}function ee(e,{what:t,registry:r}){if(e instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a)return e;let{code:s,reason:o}=O(e);return e instanceof p?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_INVALID",`${t}: ${r} cut its answer short`,{cause:e}):s.startsWith("HPE_")?new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_INVALID",`${t}: ${r} does not answer in HTTP: ${o}`,{cause:e}):new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a("REGISTRY_UNREACHABLE",`${t}: ${r} cannot be reached: ${o}`,{hint:D(s),cause:e})}function _({status:e,bytes:t}){let r=null;try{r=JSON.parse(Buffer.from(t).toString("utf8"))}catch{}let s=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.C)(N,r),o=s.success?s.output.errors.slice(0,3).map(({code:n,message:a})=>`${n}: ${a}`):[];return[e,...o].join(", ").slice(0,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.reasonCharacters)}function I({headers:e,bytes:t}){return e["docker-distribution-api-version"]!==void 0?!1:/^text\/html\b/i.test(e["content-type"]??"")||/^\s*</.test(Buffer.from(t.subarray(0,64)).toString())}var M="A job that deletes untagged versions takes away what multi-platform images are made of: build and push again.";function L(e,t){return e!=="ghcr.io"?`Log in with an account that may ${t?"push":"pull"} (docker login ${e}); the image may not exist, too.`:t?`The job needs "packages: write", and the package must belong to this repository: set the label org.opencontainers.image.source, or give the repository access under "Manage Actions access" in the package's settings.`:`The job needs "packages: read" (at a terminal: docker login ghcr.io), and the package must exist and give this repository access: see "Manage Actions access" in the package's settings.`}function D(e){return/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(e)?"If its certificate is signed by an authority of your own, name that one in NODE_EXTRA_CA_CERTS.":/EPROTO|ERR_SSL/.test(e)?"Does it speak https? Plain http is used for loopback addresses only.":e==="ENOTFOUND"||e==="EAI_AGAIN"?"Is the host's name right? A proxy is set by HTTPS_PROXY.":"Is it up, and does a firewall or a proxy (HTTPS_PROXY, NO_PROXY) stand between?"}function O(e){let t=typeof e=="object"&&e!==null&&"errors"in e?e.errors:null,r=[e,...Array.isArray(t)?t.map(n=>n):[]],s=r.map(_chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_3__.a).find(n=>n!=="")??"",o=r.map(v).find(n=>n!=="")??"";return{code:s,reason:(o||s||"no reason given").slice(0,_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.reasonCharacters)}}function v(e){return typeof e!="object"||e===null||!("message"in e)?"":typeof e.message=="string"?e.message:""}var se={attempts:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.attempts,firstRetryMs:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.firstRetryMs,retryAfterMs:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.retryAfterMs,totalMs:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_0__.a.requestTotalMs},U=new Set([408,425,429,500,502,503,504]),k=new Set(["ECONNRESET","EPIPE","ETIMEDOUT","EAI_AGAIN","ENETRESET","ERR_STREAM_PREMATURE_CLOSE"]);async function ae(e,t){let r=performance.now();for(let s=1;;s+=1){let o=null,n=null;try{if(o=await t(),!U.has(o.status))return o}catch(c){n=c}let u=o!==null||Y(n)?G(e,s,o?.headers["retry-after"],Date.now(),Math.random()):null;if(u===null||performance.now()-r+u>e.totalMs){if(o!==null)return o;throw n}await C(u)}}function G(e,t,r,s,o){if(t>=e.attempts)return null;let n=e.firstRetryMs*2**(t-1)*(.5+o);if(r===void 0)return n;let a=/^\d+$/.test(r)?Number(r)*1e3:Date.parse(r)-s;return Number.isNaN(a)?n:a>e.retryAfterMs?null:Math.max(a,n)}function Y(e){if(e instanceof _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_2__.a)return!1;let t=typeof e=="object"&&e!==null&&"cause"in e?e.cause:null;return k.has((0,_chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_3__.a)(e))||k.has((0,_chunk_I6HZRDIE_js__WEBPACK_IMPORTED_MODULE_3__.a)(t))}async function C(e){await new Promise(t=>{setTimeout(t,e)})}


/***/ }),

/***/ 636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ye),
/* harmony export */   B: () => (/* binding */ ae),
/* harmony export */   C: () => (/* binding */ he),
/* harmony export */   a: () => (/* binding */ oe),
/* harmony export */   b: () => (/* binding */ $),
/* harmony export */   c: () => (/* binding */ G),
/* harmony export */   d: () => (/* binding */ T),
/* harmony export */   e: () => (/* binding */ X),
/* harmony export */   f: () => (/* binding */ L),
/* harmony export */   g: () => (/* binding */ V),
/* harmony export */   h: () => (/* binding */ fe),
/* harmony export */   j: () => (/* binding */ J),
/* harmony export */   k: () => (/* binding */ Z),
/* harmony export */   l: () => (/* binding */ B),
/* harmony export */   m: () => (/* binding */ U),
/* harmony export */   n: () => (/* binding */ W),
/* harmony export */   o: () => (/* binding */ K),
/* harmony export */   p: () => (/* binding */ H),
/* harmony export */   q: () => (/* binding */ Y),
/* harmony export */   r: () => (/* binding */ Q),
/* harmony export */   s: () => (/* binding */ ee),
/* harmony export */   t: () => (/* binding */ ne),
/* harmony export */   u: () => (/* binding */ re),
/* harmony export */   v: () => (/* binding */ ie),
/* harmony export */   w: () => (/* binding */ se),
/* harmony export */   x: () => (/* binding */ te),
/* harmony export */   y: () => (/* binding */ ue),
/* harmony export */   z: () => (/* binding */ le)
/* harmony export */ });
/* unused harmony export i */
var x,O={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function d(n){return!n&&!x?O:{lang:n?.lang??x?.lang,message:n?.message,abortEarly:n?.abortEarly??x?.abortEarly,abortPipeEarly:n?.abortPipeEarly??x?.abortPipeEarly}}var q;function P(n){return q?.get(n)}var N;function S(n){return N?.get(n)}var C;function F(n,r){return C?.get(n)?.get(r)}function m(n){let r=typeof n;return r==="string"?`"${n}"`:r==="number"||r==="bigint"||r==="boolean"?`${n}`:r==="object"||r==="function"?(n&&Object.getPrototypeOf(n)?.constructor?.name)??"null":r}function p(n,r,e,i,t){let s=t&&"input"in t?t.input:e.value,u=t?.expected??n.expects??null,o=t?.received??m(s),l={kind:n.kind,type:n.type,input:s,expected:u,received:o,message:`Invalid ${r}: ${u?`Expected ${u} but r`:"R"}eceived ${o}`,requirement:n.requirement,path:t?.path,issues:t?.issues,lang:i.lang,abortEarly:i.abortEarly,abortPipeEarly:i.abortPipeEarly},c=n.kind==="schema",f=t?.message??n.message??F(n.reference,l.lang)??(c?S(l.lang):null)??i.message??P(l.lang);f!==void 0&&(l.message=typeof f=="function"?f(l):f),c&&(e.typed=!1),e.issues?e.issues.push(l):e.issues=[l]}function R(n,r){return n===r||Number.isNaN(n)&&Number.isNaN(r)}function I(n,r){return Object.prototype.hasOwnProperty.call(n,r)&&r!=="__proto__"&&r!=="prototype"&&r!=="constructor"}function E(n,r){let e=[...new Set(n)];return e.length>1?`(${e.join(` ${r} `)})`:e[0]??"never"}function y(n){return n["~standard"]={version:1,vendor:"valibot",validate:r=>n["~run"]({value:r},d())},n}function oe(n){if(n.path){let r="";for(let e of n.path)if(typeof e.key=="string"||typeof e.key=="number")r?r+=`.${e.key}`:r+=e.key;else return null;return r}return null}var M=class extends Error{constructor(n){super(n[0].message),this.name="ValiError",this.issues=n}};var ce=new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$","u");var z=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;function $(n){return{kind:"validation",type:"iso_timestamp",reference:$,async:!1,expects:null,requirement:z,message:n,"~run"(r,e){return r.typed&&!this.requirement.test(r.value)&&p(this,"timestamp",r,e),r}}}function G(n,r){return{kind:"validation",type:"max_length",reference:G,async:!1,expects:`<=${n}`,requirement:n,message:r,"~run"(e,i){return e.typed&&e.value.length>this.requirement&&p(this,"length",e,i,{received:`${e.value.length}`}),e}}}function T(n,r){return{kind:"validation",type:"min_value",reference:T,async:!1,expects:`>=${n instanceof Date?n.toJSON():m(n)}`,requirement:n,message:r,"~run"(e,i){return e.typed&&!(e.value>=this.requirement)&&p(this,"value",e,i,{received:e.value instanceof Date?e.value.toJSON():m(e.value)}),e}}}function X(n,r){return{kind:"validation",type:"regex",reference:X,async:!1,expects:`${n}`,requirement:n,message:r,"~run"(e,i){return e.typed&&!this.requirement.test(e.value)&&p(this,"format",e,i),e}}}function L(n){return{kind:"validation",type:"safe_integer",reference:L,async:!1,expects:null,requirement:Number.isSafeInteger,message:n,"~run"(r,e){return r.typed&&!this.requirement(r.value)&&p(this,"safe integer",r,e),r}}}function V(n){return{kind:"transformation",type:"transform",reference:V,async:!1,operation:n,"~run"(r){return r.value=this.operation(r.value),r}}}var j={abortEarly:!0};function _(n,r,e){return typeof n.fallback=="function"?n.fallback(r,e):n.fallback}function fe(n,r){return y({...n,fallback:r,"~run"(e,i){let t=n["~run"](e,i);return t.issues?{typed:!0,value:_(this,t,i)}:t}})}function k(n,r,e){return typeof n.default=="function"?n.default(r,e):n.default}function pe(n,r){return!n["~run"]({value:r},j).issues}function J(n,r){return y({kind:"schema",type:"array",reference:J,expects:"Array",async:!1,item:n,message:r,"~run"(e,i){let t=e.value;if(Array.isArray(t)){e.typed=!0,e.value=[];for(let s=0;s<t.length;s++){let u=t[s],o=this.item["~run"]({value:u},i);if(o.issues){let l={type:"array",origin:"value",input:t,key:s,value:u};for(let c of o.issues)c.path?c.path.unshift(l):c.path=[l],e.issues?.push(c);if(e.issues||(e.issues=o.issues),i.abortEarly){e.typed=!1;break}}o.typed||(e.typed=!1),e.value.push(o.value)}}else p(this,"type",e,i);return e}})}function Z(n){return y({kind:"schema",type:"boolean",reference:Z,expects:"boolean",async:!1,message:n,"~run"(r,e){return typeof r.value=="boolean"?r.typed=!0:p(this,"type",r,e),r}})}function B(n,r){return y({kind:"schema",type:"custom",reference:B,expects:"unknown",async:!1,check:n,message:r,"~run"(e,i){return this.check(e.value)?e.typed=!0:p(this,"type",e,i),e}})}function U(n){return y({kind:"schema",type:"function",reference:U,expects:"Function",async:!1,message:n,"~run"(r,e){return typeof r.value=="function"?r.typed=!0:p(this,"type",r,e),r}})}function W(n,r){return y({kind:"schema",type:"literal",reference:W,expects:m(n),async:!1,literal:n,message:r,"~run"(e,i){return R(e.value,this.literal)?e.typed=!0:p(this,"type",e,i),e}})}function K(n,r){return y({kind:"schema",type:"loose_object",reference:K,expects:"Object",async:!1,entries:n,message:r,"~run"(e,i){let t=e.value;if(t&&typeof t=="object"){e.typed=!0,e.value={};for(let s in this.entries){let u=this.entries[s];if(s in t||(u.type==="exact_optional"||u.type==="optional"||u.type==="nullish")&&u.default!==void 0){let o=s in t?t[s]:k(u),l=u["~run"]({value:o},i);if(l.issues){let c={type:"object",origin:"value",input:t,key:s,value:o};for(let f of l.issues)f.path?f.path.unshift(c):f.path=[c],e.issues?.push(f);if(e.issues||(e.issues=l.issues),i.abortEarly){e.typed=!1;break}}l.typed||(e.typed=!1),e.value[s]=l.value}else if(u.fallback!==void 0)e.value[s]=_(u);else if(u.type!=="exact_optional"&&u.type!=="optional"&&u.type!=="nullish"&&(p(this,"key",e,i,{input:void 0,expected:`"${s}"`,path:[{type:"object",origin:"key",input:t,key:s,value:t[s]}]}),i.abortEarly))break}if(!e.issues||!i.abortEarly)for(let s in t)I(t,s)&&!Object.prototype.hasOwnProperty.call(this.entries,s)&&(e.value[s]=t[s])}else p(this,"type",e,i);return e}})}function H(n,r){return y({kind:"schema",type:"nullable",reference:H,expects:`(${n.expects} | null)`,async:!1,wrapped:n,default:r,"~run"(e,i){return e.value===null&&(this.default!==void 0&&(e.value=k(this,e,i)),e.value===null)?(e.typed=!0,e):this.wrapped["~run"](e,i)}})}function Y(n,r){return y({kind:"schema",type:"nullish",reference:Y,expects:`(${n.expects} | null | undefined)`,async:!1,wrapped:n,default:r,"~run"(e,i){return(e.value===null||e.value===void 0)&&(this.default!==void 0&&(e.value=k(this,e,i)),e.value===null||e.value===void 0)?(e.typed=!0,e):this.wrapped["~run"](e,i)}})}function Q(n){return y({kind:"schema",type:"number",reference:Q,expects:"number",async:!1,message:n,"~run"(r,e){return typeof r.value=="number"&&!isNaN(r.value)?r.typed=!0:p(this,"type",r,e),r}})}function ee(n,r){return y({kind:"schema",type:"object",reference:ee,expects:"Object",async:!1,entries:n,message:r,"~run"(e,i){let t=e.value;if(t&&typeof t=="object"){e.typed=!0,e.value={};for(let s in this.entries){let u=this.entries[s];if(s in t||(u.type==="exact_optional"||u.type==="optional"||u.type==="nullish")&&u.default!==void 0){let o=s in t?t[s]:k(u),l=u["~run"]({value:o},i);if(l.issues){let c={type:"object",origin:"value",input:t,key:s,value:o};for(let f of l.issues)f.path?f.path.unshift(c):f.path=[c],e.issues?.push(f);if(e.issues||(e.issues=l.issues),i.abortEarly){e.typed=!1;break}}l.typed||(e.typed=!1),e.value[s]=l.value}else if(u.fallback!==void 0)e.value[s]=_(u);else if(u.type!=="exact_optional"&&u.type!=="optional"&&u.type!=="nullish"&&(p(this,"key",e,i,{input:void 0,expected:`"${s}"`,path:[{type:"object",origin:"key",input:t,key:s,value:t[s]}]}),i.abortEarly))break}}else p(this,"type",e,i);return e}})}function ne(n,r){return y({kind:"schema",type:"optional",reference:ne,expects:`(${n.expects} | undefined)`,async:!1,wrapped:n,default:r,"~run"(e,i){return e.value===void 0&&(this.default!==void 0&&(e.value=k(this,e,i)),e.value===void 0)?(e.typed=!0,e):this.wrapped["~run"](e,i)}})}function re(n,r){return y({kind:"schema",type:"picklist",reference:re,expects:E(n.map(m),"|"),async:!1,options:n,message:r,"~run"(e,i){return this.options.includes(e.value)?e.typed=!0:p(this,"type",e,i),e}})}function ie(n,r,e){return y({kind:"schema",type:"record",reference:ie,expects:"Object",async:!1,key:n,value:r,message:e,"~run"(i,t){let s=i.value;if(s&&typeof s=="object"){i.typed=!0,i.value={};for(let u in s)if(I(s,u)){let o=s[u],l=this.key["~run"]({value:u},t);if(l.issues){let f={type:"object",origin:"key",input:s,key:u,value:o};for(let h of l.issues)h.path=[f],i.issues?.push(h);if(i.issues||(i.issues=l.issues),t.abortEarly){i.typed=!1;break}}let c=this.value["~run"]({value:o},t);if(c.issues){let f={type:"object",origin:"value",input:s,key:u,value:o};for(let h of c.issues)h.path?h.path.unshift(f):h.path=[f],i.issues?.push(h);if(i.issues||(i.issues=c.issues),t.abortEarly){i.typed=!1;break}}(!l.typed||!c.typed)&&(i.typed=!1),l.typed&&(i.value[l.value]=c.value)}}else p(this,"type",i,t);return i}})}function se(n){return y({kind:"schema",type:"string",reference:se,expects:"string",async:!1,message:n,"~run"(r,e){return typeof r.value=="string"?r.typed=!0:p(this,"type",r,e),r}})}function D(n){let r;if(n)for(let e of n)if(r)for(let i of e.issues)r.push(i);else r=e.issues;return r}function te(n,r){return y({kind:"schema",type:"union",reference:te,expects:E(n.map(e=>e.expects),"|"),async:!1,options:n,message:r,"~run"(e,i){let t,s,u;for(let o of this.options){let l=o["~run"]({value:e.value},i);if(l.typed)if(l.issues)s?s.push(l):s=[l];else{t=l;break}else u?u.push(l):u=[l]}if(t)return t;if(s){if(s.length===1)return s[0];p(this,"type",e,i,{issues:D(s)}),e.typed=!0}else{if(u?.length===1)return u[0];p(this,"type",e,i,{issues:D(u)})}return e}})}function ue(){return y({kind:"schema",type:"unknown",reference:ue,expects:"unknown",async:!1,"~run"(n){return n.typed=!0,n}})}function le(n,r,e){return y({kind:"schema",type:"variant",reference:le,expects:"Object",async:!1,key:n,options:r,message:e,"~run"(i,t){let s=i.value;if(s&&typeof s=="object"){let u,o=0,l=this.key,c=[],f=(h,w)=>{for(let v of h.options){if(v.type==="variant")f(v,new Set(w).add(v.key));else{let A=!0,b=0;for(let a of w){let g=v.entries[a];if(a in s?g["~run"]({typed:!1,value:s[a]},j).issues:g.type!=="exact_optional"&&g.type!=="optional"&&g.type!=="nullish"){A=!1,l!==a&&(o<b||o===b&&a in s&&!(l in s))&&(o=b,l=a,c=[]),l===a&&c.push(v.entries[a].expects);break}b++}if(A){let a=v["~run"]({value:s},t);(!u||!u.typed&&a.typed)&&(u=a)}}if(u&&!u.issues)break}};if(f(this,new Set([this.key])),u)return u;p(this,"type",i,t,{input:s[l],expected:E(c,"|"),path:[{type:"object",origin:"value",input:s,key:l,value:s[l]}]})}else p(this,"type",i,t);return i}})}function ye(n,r,e){let i=n["~run"]({value:r},d(e));if(i.issues)throw new M(i.issues);return i.value}function ae(...n){return y({...n[0],pipe:n,"~run"(r,e){for(let i of n)if(i.kind!=="metadata"){if(r.issues&&(i.kind==="schema"||i.kind==="transformation")){r.typed=!1;break}(!r.issues||!e.abortEarly&&!e.abortPipeEarly)&&(r=i["~run"](r,e))}return r}})}function he(n,r,e){let i=n["~run"]({value:r},d(e));return{typed:i.typed,success:!i.issues,output:i.value,issues:i.issues}}


/***/ }),

/***/ 591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ n)
/* harmony export */ });
function n(e){return typeof e!="object"||e===null||!("code"in e)?"":typeof e.code=="string"?e.code:""}


/***/ }),

/***/ 1786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ o),
/* harmony export */   b: () => (/* binding */ e),
/* harmony export */   c: () => (/* binding */ r),
/* harmony export */   d: () => (/* binding */ g),
/* harmony export */   e: () => (/* binding */ d),
/* harmony export */   f: () => (/* binding */ f),
/* harmony export */   g: () => (/* binding */ l),
/* harmony export */   h: () => (/* binding */ m),
/* harmony export */   i: () => (/* binding */ I)
/* harmony export */ });
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1905);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
var o="application/vnd.oci.image.index.v1+json",e="application/vnd.oci.image.manifest.v1+json",s="application/vnd.docker.distribution.manifest.list.v2+json",r="application/vnd.docker.distribution.manifest.v2+json",p=new Set(["application/vnd.oci.image.config.v1+json","application/vnd.docker.container.image.v1+json","application/octet-stream"]),g=[o,s,e,r].join(", ");function d(t){return t===o||t===s}function f(t){return t===e||t===r}function l(t){return/^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(t)}function m(t){return p.has(t)}function I(t,a){let n=a?.startsWith("sha512:")?"sha512":"sha256";return (0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__.b)(`${n}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)(n).update(t).digest("hex")}`)}


/***/ }),

/***/ 2270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ T),
/* harmony export */   b: () => (/* binding */ k)
/* harmony export */ });
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1905);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
var d=2048,h=255,u="(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)",m=new RegExp(`^(?:${u}(?:\\.${u})*|\\[[a-fA-F0-9:]+\\])(?::([0-9]+))?$`),$=/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/,p=/^\w[\w.-]{0,127}$/;function T(e){if(e==="")throw n(e,"it is empty");if(e.length>d)throw n(e,"it is too long");if(e.includes("://"))throw n(e,"it is a URL","Leave the scheme out.");if(/^[0-9a-f]{64}$/.test(e))throw n(e,"it is an image ID","Name the repository before it.");let{registry:i,rest:r}=w(e),s=r.indexOf("@"),o=s===-1?r:r.slice(0,s),c=o.indexOf(":"),a=c===-1?o:o.slice(0,c),g=i==="docker.io"&&!a.includes("/")?`library/${a}`:a;return y(e,i),R(e,g),{registry:i,repository:g,tag:c===-1?null:A(e,o.slice(c+1)),digest:s===-1?null:E(e,r.slice(s+1))}}function k({registry:e,repository:i,tag:r,digest:s}){return`${e}/${i}${r===null?"":`:${r}`}${s===null?"":`@${s}`}`}function w(e){let i=e.indexOf("/"),r=e.slice(0,Math.max(i,0));return r==="localhost"||/[.:]/.test(r)||r!==r.toLowerCase()?{registry:r==="index.docker.io"?"docker.io":r,rest:e.slice(i+1)}:{registry:"docker.io",rest:e}}function y(e,i){let r=m.exec(i);if(r===null)throw n(e,`${t(i)} is not a registry's host`);if(r[1]!==void 0&&Number(r[1])>65535)throw n(e,`there is no port ${r[1]}`)}function R(e,i){if(i!==i.toLowerCase())throw n(e,`the repository ${t(i)} has upper case`,"Repositories are in lower case.");if(i.length>h)throw n(e,`the repository's name is longer than ${h} characters`);for(let r of i.split("/"))if(!$.test(r))throw n(e,`${t(r)} is not a part of a repository's name`)}function A(e,i){if(!p.test(i))throw n(e,`${t(i)} is not a tag`,'A tag has at most 128 letters, digits, "_", "." and "-", and begins with none of the last two.');return i}function E(e,i){if(!(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__.a)(i))throw n(e,`${t(i)} is not a digest`,'A digest is "sha256:" and 64 hexadecimal digits.');return i}function n(e,i,r="A reference is as in ghcr.io/acme/api:main."){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("INPUT_INVALID",`${t(e)} is not an image reference: ${i}`,{hint:r})}function t(e){return JSON.stringify(e.length>160?`${e.slice(0,160)}\u2026`:e)}


/***/ }),

/***/ 9266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ b)
/* harmony export */ });
/* harmony import */ var _chunk_6X7EEYW3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _chunk_7EGQ5PTH_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8415);
/* harmony import */ var _chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4423);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9827);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7884);
var C=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.s)({tags:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.j)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.w)()),[])});async function b(i,{registry:n,repository:e}){let t={method:"GET",registry:n,repository:e,what:`the tags of ${n}/${e}`,access:"pull",maxBytes:_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPageBytes},s=new Set,o=`/v2/${e}/tags/list?n=${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagsOfPage}`;for(let f=0;f<_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPages;f+=1){let a=await i.fetch({...t,path:o});if((0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_2__.e)(a))return[...s];if(a.status!==200)throw (0,_chunk_FSPA3WEB_js__WEBPACK_IMPORTED_MODULE_2__.f)(a,(0,_chunk_7EGQ5PTH_js__WEBPACK_IMPORTED_MODULE_1__.c)({...t,path:o}));for(let $ of E(a.bytes,t.what))s.add($);let g=(0,_chunk_6X7EEYW3_js__WEBPACK_IMPORTED_MODULE_0__.a)(a.headers.link,a.url);if(g===null)return[...s];o=g}throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__.a("LIMIT_EXCEEDED",`${t.what} fill more than ${_chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_3__.a.tagPages} pages`)}function E(i,n){let e=null;try{e=JSON.parse(Buffer.from(i).toString("utf8"))}catch{}let t=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_4__.C)(C,e);if(!t.success)throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_5__.a("REGISTRY_INVALID",`${n} came as something else than a list`);return t.output.tags.filter(s=>/^\w[\w.-]{0,127}$/.test(s))}


/***/ }),

/***/ 909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ x),
/* harmony export */   b: () => (/* binding */ z)
/* harmony export */ });
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1905);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(636);
var n=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.e)(/^[\w.-]{0,64}$/,"not a word of a platform")),x=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.v)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)()),{}),z=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.s)({mediaType:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.c)(255)),digest:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.l)(s=>typeof s=="string"&&(0,_chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_0__.a)(s),"not a digest"),size:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.B)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.r)(),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.f)("not a size"),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.d)(0,"a negative size")),annotations:x,platform:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.s)({os:n,architecture:n,variant:(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)(n),"os.version":(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.q)((0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.w)())}))}),(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_1__.g)(({mediaType:s,digest:d,size:f,annotations:D,platform:t})=>({mediaType:s,digest:d,size:f,annotations:D,platform:t?.os&&t.architecture?{os:t.os,architecture:t.architecture,variant:t.variant??null,osVersion:t["os.version"]??null}:null})));


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ p)
/* harmony export */ });
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7884);
function p(c,i,s){let r;try{r=JSON.parse(new TextDecoder("utf-8",{fatal:!0}).decode(c))}catch(l){throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${s} is not JSON`,{cause:l})}let e=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.C)(i,r,{abortEarly:!0});if(e.success)return e.output;let[o]=e.issues,u=(0,_chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_0__.a)(o)??"";throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_1__.a("IMAGE_INVALID",`${s} is malformed${u===""?"":` at ${u.slice(0,80)}`}: ${o.message.slice(0,160)}`)}


/***/ }),

/***/ 9827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ e)
/* harmony export */ });
var e={manifestBytes:4194304,configBytes:8388608,indexEntries:1e3,nestingDepth:3,layers:1e3,parallelPlatforms:8,answerBytes:1048576,reasonCharacters:300,tokenBytes:32768,redirects:5,attempts:4,firstRetryMs:400,retryAfterMs:3e4,requestTotalMs:6e4,silenceMs:2e4,exchangeMs:6e4,tagsOfPage:1e3,tagPageBytes:4194304,tagPages:100,referrerPages:10,socketsPerHost:8,dockerConfigBytes:4194304,credentialHelperMs:3e4,credentialHelperBytes:1048576,archiveEntries:2e4,archiveKeptBytes:67108864,archiveStreamBytes:274877906944};


/***/ }),

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ O)
/* harmony export */ });
var e=/^(?:INPUT_|PLIMSOLL_|ACTIONS_)/i,i=/TOKEN|PASSWORD|SECRET/i,s=/^(?:AWS|AZURE|GOOGLE|CLOUDSDK)_/;function O(n){return Object.fromEntries(Object.entries(n).flatMap(([t,r])=>r===void 0||e.test(t)?[]:i.test(t)&&!s.test(t)?[]:[[t,r]]))}


/***/ }),

/***/ 1905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ r),
/* harmony export */   b: () => (/* binding */ o)
/* harmony export */ });
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7884);
var e=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;function r(i){return e.test(i)}function o(i,s="digest"){if(!r(i))throw new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("IMAGE_INVALID",`${s}: ${JSON.stringify(i.slice(0,160))} is not a digest`,{hint:'A digest is "sha256:" and 64 hexadecimal digits.'});return i}


/***/ }),

/***/ 3736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ R),
/* harmony export */   b: () => (/* binding */ y)
/* harmony export */ });
/* harmony import */ var _chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9078);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7884);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);
var k=6e4,E=600;async function R(n,e,{maxBytes:i,timeoutMs:r=k}){let d=["docker",...e.slice(0,3)].join(" ");return await new Promise((l,s)=>{(0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile)(n.path,e,{env:(0,_chunk_V2JCWAA2_js__WEBPACK_IMPORTED_MODULE_2__.a)(n.env),encoding:"buffer",maxBuffer:i,timeout:r,killSignal:"SIGKILL",windowsHide:!0},(o,c,u)=>{if(o===null)l({kind:"done",stdout:c});else if(o.code==="ERR_CHILD_PROCESS_STDIO_MAXBUFFER")s(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("LIMIT_EXCEEDED",`${d}: the answer is larger than ${i} bytes`));else if(typeof o.code=="string")s(w(n.path,o));else if(o.killed===!0){let f='See whether "docker version" answers.';s(new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${d}: no answer within ${r/1e3} s`,{hint:f}))}else l({kind:"failed",said:Buffer.from(u).toString("utf8").trim().replace(/^ERROR: /,"").slice(-E)})})})}function y(n,e){let r=/unknown (?:command|flag)|is not a docker command/.test(e)?'Reading a build takes buildx 0.21 or newer: see "docker buildx version".':e.includes("Cannot connect to the Docker daemon")?"Start Docker, or set DOCKER_HOST.":"";return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${n}: ${e===""?"docker failed and said nothing":e}`,{hint:r})}function w(n,e){return new _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_0__.a("DOCKER_FAILED",`${n} could not be started: ${e.message}`,{hint:'Install Docker with Buildx, or put "docker" into the PATH.',cause:e})}


/***/ })

};
