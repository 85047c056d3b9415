export const id = 650;
export const ids = [650];
export const modules = {

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRecord: () => (/* reexport */ Ke)
});

// EXTERNAL MODULE: ./build/chunk-EXBN7LPI.js
var chunk_EXBN7LPI = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/chunk-2IGR4QCW.js
var chunk_2IGR4QCW = __webpack_require__(1635);
// EXTERNAL MODULE: ./build/chunk-G43BN6HQ.js
var chunk_G43BN6HQ = __webpack_require__(9435);
// EXTERNAL MODULE: ./build/chunk-7DAV6IQU.js
var chunk_7DAV6IQU = __webpack_require__(617);
// EXTERNAL MODULE: ./build/chunk-PCOD5FLF.js
var chunk_PCOD5FLF = __webpack_require__(7417);
// EXTERNAL MODULE: ./build/chunk-CQMZEF37.js
var chunk_CQMZEF37 = __webpack_require__(6096);
// EXTERNAL MODULE: ./build/chunk-2C25EDUM.js
var chunk_2C25EDUM = __webpack_require__(163);
// EXTERNAL MODULE: ./build/chunk-H7O2QLRJ.js
var chunk_H7O2QLRJ = __webpack_require__(2811);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-BS5NKO3B.js
var chunk_BS5NKO3B = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-XVA73BD4.js
function Q(e,r){for(let t of[e??[]].flat())for(let[,n="",s=""]of t.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(s)||!URL.canParse(n,r.href))continue;let i=new URL(n,r);if(i.origin===r.origin&&i.href!==r.href)return i}return null}var ae=(0,chunk_BS5NKO3B.t)({artifactType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)(),null)}),ce=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.o)(2),mediaType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.o)(chunk_G43BN6HQ.a)),manifests:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.p)({}),(0,chunk_BS5NKO3B.h)(e=>({...(0,chunk_BS5NKO3B.B)(ae,e),descriptor:(0,chunk_BS5NKO3B.B)(chunk_2IGR4QCW.b,e)})))),(0,chunk_BS5NKO3B.d)(chunk_UOOMGRKE.a.indexEntries)),[])});async function ee(e,{registry:r,repository:t},n){let s={method:"GET",registry:r,repository:t,what:`the referrers of ${r}/${t}@${n}`,access:"pull",headers:{accept:chunk_G43BN6HQ.a},maxBytes:chunk_UOOMGRKE.a.manifestBytes,followsRedirects:!1},i=[],a=`/v2/${t}/referrers/${n}`;for(let h=0;h<chunk_UOOMGRKE.a.referrerPages;h+=1){let y=await e.fetch({...s,path:a});if(me(y.status))throw (0,chunk_H7O2QLRJ.g)(y,(0,chunk_PCOD5FLF.c)({...s,path:a}));let L=y.status===200?le(y,n):null;if(L===null)return h===0?null:i;i.push(...L);let $=Q(y.headers.link,y.url);if($===null)return i;a=$}return i}function me(e){return e===401||e===403||e===429||e>=500}function le({headers:e,bytes:r},t){if(e["content-type"]?.split(";")[0]?.trim()!==chunk_G43BN6HQ.a||(0,chunk_CQMZEF37.a)(r,t)===t)return null;try{return (0,chunk_BS5NKO3B.B)(ce,JSON.parse(Buffer.from(r).toString("utf8"))).manifests}catch{return null}}var j=1024*1024,te=5e3,ie=100,pe=1e3,re=200,u=(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.s)(),(0,chunk_BS5NKO3B.g)(),(0,chunk_BS5NKO3B.e)(0)),p=e=>(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.d)(e)),P=(0,chunk_BS5NKO3B.m)(e=>typeof e=="string"&&(0,chunk_2C25EDUM.a)(e),"not a digest"),C=p(128),E=(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.t)({file:p(255),line:(0,chunk_BS5NKO3B.C)(u,(0,chunk_BS5NKO3B.e)(1))})),fe=(0,chunk_BS5NKO3B.t)({name:p(2e3),stage:(0,chunk_BS5NKO3B.q)(p(256)),platform:(0,chunk_BS5NKO3B.q)(C),status:(0,chunk_BS5NKO3B.v)(["cached","ran","failed"]),durationMs:(0,chunk_BS5NKO3B.q)(u),source:E}),de=(0,chunk_BS5NKO3B.u)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({platform:C,base:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.t)({reference:p(1024),digest:(0,chunk_BS5NKO3B.q)(P),layers:u,source:E,request:(0,chunk_BS5NKO3B.q)(p(64))})),layers:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({source:E,recipe:(0,chunk_BS5NKO3B.q)(p(64)),inputs:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({context:p(255),paths:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)(p(1024)),(0,chunk_BS5NKO3B.d)(re))})),(0,chunk_BS5NKO3B.d)(re)))})),(0,chunk_BS5NKO3B.d)(pe))})),(0,chunk_BS5NKO3B.d)(ie)),[]),ge=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.o)(1),plimsoll:p(64),name:p(64),image:P,commit:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.f)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.c)()),build:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.t)({durationMs:u,steps:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)(fe),(0,chunk_BS5NKO3B.d)(te)),cache:(0,chunk_BS5NKO3B.t)({importMs:u,exportMs:u})})),origins:de,platforms:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({platform:C,manifest:P,downloadBytes:u})),(0,chunk_BS5NKO3B.d)(ie))}),ue=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.s)()});function ve(e){let r=Buffer.from(`${JSON.stringify(e)}
`),t=e.build?.steps.length??0;return e.build===null||r.length<=j&&t<=te?r:ve({...e,build:{...e.build,steps:[]}})}function se(e,r){let{schemaVersion:t}=(0,chunk_7DAV6IQU.a)(e,ue,r);if(t!==1)throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${r} has schema version ${t}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,chunk_7DAV6IQU.a)(e,ge,r)}var v="application/vnd.plimsoll.record.v1+json";var ye={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,chunk_2C25EDUM.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},he=(0,chunk_BS5NKO3B.t)({artifactType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)()),subject:(0,chunk_BS5NKO3B.r)(chunk_2IGR4QCW.b),layers:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.k)(chunk_2IGR4QCW.b),[])});function Ne(e,r,t){let{mediaType:n,digest:s,size:i}=ye,a={schemaVersion:2,mediaType:H,artifactType:v,config:{mediaType:n,digest:s,size:i},layers:[{mediaType:v,digest:e.digest,size:e.size}],subject:{mediaType:r.mediaType,digest:r.digest,size:r.size},annotations:{"org.opencontainers.image.created":t}};return Buffer.from(JSON.stringify(a))}function ne(e,r){let{artifactType:t,subject:n,layers:s}=(0,chunk_7DAV6IQU.a)(e,he,r),[i]=s;return{record:t===v&&s.length===1&&i?.mediaType===v?{digest:i.digest,size:i.size}:null,subject:n?.digest??null}}function oe(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}async function Ke(e,r,t){try{let s=await (0,chunk_EXBN7LPI.b)(e,r,{tag:oe(t)})??await Re(e,r,t);return s===null?{kind:"none"}:await be(e,r,t,s)}catch(n){let{message:s,hint:i}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the registry",n);return T(`could not be read: ${s}`,i)}}async function Re(e,r,t){let n=await ee(e,r,t)??[],s=({descriptor:a})=>a.annotations["org.opencontainers.image.created"]??"",[i]=n.filter(({artifactType:a})=>a===v).sort((a,h)=>s(a)<s(h)?1:-1);return i===void 0?null:await (0,chunk_EXBN7LPI.b)(e,r,{digest:i.descriptor.digest})}async function be(e,r,t,{bytes:n,digest:s}){let i=ne(n,`manifest ${s}`);if(i.record===null)return T(`is something else: manifest ${s}`);if(i.subject!==t)return T(`is of another image: ${i.subject??"none"}`);if(i.record.size>j)return T(`has ${i.record.size} bytes`);let a=se(await (0,chunk_EXBN7LPI.a)(e,r,i.record),"the record");return a.image===t?{kind:"found",record:a}:T(`says that it is of another image: ${a.image}`)}function T(e,r=""){return{kind:"ignored",note:{code:"record-ignored",message:`What is kept beside the baseline ${e}. It is ignored: steps and times are not compared.`,hint:r}}}

// EXTERNAL MODULE: ./build/chunk-SIXMUVB5.js
var chunk_SIXMUVB5 = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js + 1 modules
var chunk_BQMYP5ED = __webpack_require__(4515);
;// CONCATENATED MODULE: ./build/fetch-record-B5MHTIIP.js



/***/ })

};
