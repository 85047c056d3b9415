export const id = 134;
export const ids = [134];
export const modules = {

/***/ 4134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRecord: () => (/* reexport */ Je)
});

// EXTERNAL MODULE: ./build/chunk-WRUQ3DZ3.js
var chunk_WRUQ3DZ3 = __webpack_require__(9921);
// EXTERNAL MODULE: ./build/chunk-2IGR4QCW.js
var chunk_2IGR4QCW = __webpack_require__(1635);
// EXTERNAL MODULE: ./build/chunk-G43BN6HQ.js
var chunk_G43BN6HQ = __webpack_require__(9435);
// EXTERNAL MODULE: ./build/chunk-7DAV6IQU.js
var chunk_7DAV6IQU = __webpack_require__(617);
// EXTERNAL MODULE: ./build/chunk-YRNOE3QL.js
var chunk_YRNOE3QL = __webpack_require__(2471);
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
;// CONCATENATED MODULE: ./build/chunk-R34TDF7I.js
function X(e,t){for(let r of[e??[]].flat())for(let[,o="",s=""]of r.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(s)||!URL.canParse(o,t.href))continue;let i=new URL(o,t);if(i.origin===t.origin&&i.href!==t.href)return i}return null}var ie=(0,chunk_BS5NKO3B.t)({artifactType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)(),null)}),se=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.o)(2),mediaType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.o)(chunk_G43BN6HQ.a)),manifests:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.p)({}),(0,chunk_BS5NKO3B.h)(e=>({...(0,chunk_BS5NKO3B.B)(ie,e),descriptor:(0,chunk_BS5NKO3B.B)(chunk_2IGR4QCW.b,e)})))),(0,chunk_BS5NKO3B.d)(chunk_UOOMGRKE.a.indexEntries)),[])});async function H(e,{registry:t,repository:r},o){let s={method:"GET",registry:t,repository:r,what:`the referrers of ${t}/${r}@${o}`,access:"pull",headers:{accept:chunk_G43BN6HQ.a},maxBytes:chunk_UOOMGRKE.a.manifestBytes,followsRedirects:!1},i=[],n=`/v2/${r}/referrers/${o}`;for(let v=0;v<chunk_UOOMGRKE.a.referrerPages;v+=1){let u=await e.fetch({...s,path:n});if(oe(u.status))throw (0,chunk_H7O2QLRJ.g)(u,(0,chunk_YRNOE3QL.c)({...s,path:n}));let O=u.status===200?ne(u,o):null;if(O===null)return v===0?null:i;i.push(...O);let C=X(u.headers.link,u.url);if(C===null)return i;n=C}return i}function oe(e){return e===401||e===403||e===429||e>=500}function ne({headers:e,bytes:t},r){if(e["content-type"]?.split(";")[0]?.trim()!==chunk_G43BN6HQ.a||(0,chunk_CQMZEF37.a)(t,r)===r)return null;try{return (0,chunk_BS5NKO3B.B)(se,JSON.parse(Buffer.from(t).toString("utf8"))).manifests}catch{return null}}var E=1024*1024,Q=5e3,ae=100,y=(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.s)(),(0,chunk_BS5NKO3B.g)(),(0,chunk_BS5NKO3B.e)(0)),h=e=>(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.d)(e)),K=(0,chunk_BS5NKO3B.m)(e=>typeof e=="string"&&(0,chunk_2C25EDUM.a)(e),"not a digest"),Z=h(128),ce=(0,chunk_BS5NKO3B.t)({name:h(2e3),stage:(0,chunk_BS5NKO3B.q)(h(256)),platform:(0,chunk_BS5NKO3B.q)(Z),status:(0,chunk_BS5NKO3B.v)(["cached","ran","failed"]),durationMs:(0,chunk_BS5NKO3B.q)(y),source:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.t)({file:h(255),line:(0,chunk_BS5NKO3B.C)(y,(0,chunk_BS5NKO3B.e)(1))}))}),me=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.o)(1),plimsoll:h(64),name:h(64),image:K,commit:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.f)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.c)()),build:(0,chunk_BS5NKO3B.q)((0,chunk_BS5NKO3B.t)({durationMs:y,steps:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)(ce),(0,chunk_BS5NKO3B.d)(Q)),cache:(0,chunk_BS5NKO3B.t)({importMs:y,exportMs:y})})),platforms:(0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.k)((0,chunk_BS5NKO3B.t)({platform:Z,manifest:K,downloadBytes:y})),(0,chunk_BS5NKO3B.d)(ae))}),fe=(0,chunk_BS5NKO3B.t)({schemaVersion:(0,chunk_BS5NKO3B.s)()});function le(e){let t=Buffer.from(`${JSON.stringify(e)}
`),r=e.build?.steps.length??0;return e.build===null||t.length<=E&&r<=Q?t:le({...e,build:{...e.build,steps:[]}})}function ee(e,t){let{schemaVersion:r}=(0,chunk_7DAV6IQU.a)(e,fe,t);if(r!==1)throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${t} has schema version ${r}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,chunk_7DAV6IQU.a)(e,me,t)}var d="application/vnd.plimsoll.record.v1+json";var pe={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,chunk_2C25EDUM.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},de=(0,chunk_BS5NKO3B.t)({artifactType:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.x)()),subject:(0,chunk_BS5NKO3B.r)(chunk_2IGR4QCW.b),layers:(0,chunk_BS5NKO3B.r)((0,chunk_BS5NKO3B.k)(chunk_2IGR4QCW.b),[])});function Be(e,t,r){let{mediaType:o,digest:s,size:i}=pe,n={schemaVersion:2,mediaType:J,artifactType:d,config:{mediaType:o,digest:s,size:i},layers:[{mediaType:d,digest:e.digest,size:e.size}],subject:{mediaType:t.mediaType,digest:t.digest,size:t.size},annotations:{"org.opencontainers.image.created":r}};return Buffer.from(JSON.stringify(n))}function te(e,t){let{artifactType:r,subject:o,layers:s}=(0,chunk_7DAV6IQU.a)(e,de,t),[i]=s;return{record:r===d&&s.length===1&&i?.mediaType===d?{digest:i.digest,size:i.size}:null,subject:o?.digest??null}}function re(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}async function Je(e,t,r){try{let s=await (0,chunk_WRUQ3DZ3.b)(e,t,{tag:re(r)})??await ue(e,t,r);return s===null?{kind:"none"}:await ge(e,t,r,s)}catch(o){let{message:s,hint:i}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the registry",o);return D(`could not be read: ${s}`,i)}}async function ue(e,t,r){let o=await H(e,t,r)??[],s=({descriptor:n})=>n.annotations["org.opencontainers.image.created"]??"",[i]=o.filter(({artifactType:n})=>n===d).sort((n,v)=>s(n)<s(v)?1:-1);return i===void 0?null:await (0,chunk_WRUQ3DZ3.b)(e,t,{digest:i.descriptor.digest})}async function ge(e,t,r,{bytes:o,digest:s}){let i=te(o,`manifest ${s}`);if(i.record===null)return D(`is something else: manifest ${s}`);if(i.subject!==r)return D(`is of another image: ${i.subject??"none"}`);if(i.record.size>E)return D(`has ${i.record.size} bytes`);let n=ee(await (0,chunk_WRUQ3DZ3.a)(e,t,i.record),"the record");return n.image===r?{kind:"found",record:n}:D(`says that it is of another image: ${n.image}`)}function D(e,t=""){return{kind:"ignored",note:{code:"record-ignored",message:`What is kept beside the baseline ${e}. It is ignored: steps and times are not compared.`,hint:t}}}

// EXTERNAL MODULE: ./build/chunk-SIXMUVB5.js
var chunk_SIXMUVB5 = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js + 1 modules
var chunk_BQMYP5ED = __webpack_require__(4515);
;// CONCATENATED MODULE: ./build/fetch-record-5YZLK75T.js



/***/ })

};
