export const id = 309;
export const ids = [309];
export const modules = {

/***/ 8309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRecord: () => (/* reexport */ Je)
});

// EXTERNAL MODULE: ./build/chunk-H6KL3T4K.js
var chunk_H6KL3T4K = __webpack_require__(3653);
// EXTERNAL MODULE: ./build/chunk-RBKMAZ5K.js
var chunk_RBKMAZ5K = __webpack_require__(909);
// EXTERNAL MODULE: ./build/chunk-JI6HO6O7.js
var chunk_JI6HO6O7 = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/chunk-TJ7HKTUY.js
var chunk_TJ7HKTUY = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/chunk-VW3HDY2R.js
var chunk_VW3HDY2R = __webpack_require__(1905);
// EXTERNAL MODULE: ./build/chunk-FSPA3WEB.js
var chunk_FSPA3WEB = __webpack_require__(4423);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-FVPC45NN.js
var chunk_FVPC45NN = __webpack_require__(636);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-XFF2WPJ3.js
function X(e,t){for(let r of[e??[]].flat())for(let[,o="",s=""]of r.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(s)||!URL.canParse(o,t.href))continue;let i=new URL(o,t);if(i.origin===t.origin&&i.href!==t.href)return i}return null}var ie=(0,chunk_FVPC45NN.s)({artifactType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)(),null)}),se=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.n)(2),mediaType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.n)(chunk_JI6HO6O7.a)),manifests:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.o)({}),(0,chunk_FVPC45NN.g)(e=>({...(0,chunk_FVPC45NN.A)(ie,e),descriptor:(0,chunk_FVPC45NN.A)(chunk_RBKMAZ5K.b,e)})))),(0,chunk_FVPC45NN.c)(chunk_UOOMGRKE.a.indexEntries))});async function H(e,{registry:t,repository:r},o){let s={method:"GET",registry:t,repository:r,what:`the referrers of ${t}/${r}@${o}`,access:"pull",headers:{accept:chunk_JI6HO6O7.a},maxBytes:chunk_UOOMGRKE.a.manifestBytes,followsRedirects:!1},i=[],n=`/v2/${r}/referrers/${o}`;for(let v=0;v<chunk_UOOMGRKE.a.referrerPages;v+=1){let g=await e.fetch({...s,path:n});if(oe(g.status))throw (0,chunk_FSPA3WEB.f)(g,(0,chunk_H6KL3T4K.c)({...s,path:n}));let O=g.status===200?ne(g,o):null;if(O===null)return v===0?null:i;i.push(...O);let C=X(g.headers.link,g.url);if(C===null)return i;n=C}return i}function oe(e){return e===401||e===403||e===429||e>=500}function ne({headers:e,bytes:t},r){if(e["content-type"]?.split(";")[0]?.trim()!==chunk_JI6HO6O7.a||(0,chunk_JI6HO6O7.i)(t,r)===r)return null;try{return (0,chunk_FVPC45NN.A)(se,JSON.parse(Buffer.from(t).toString("utf8"))).manifests}catch{return null}}var E=1024*1024,Q=5e3,ae=100,y=(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.r)(),(0,chunk_FVPC45NN.f)(),(0,chunk_FVPC45NN.d)(0)),h=e=>(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.c)(e)),K=(0,chunk_FVPC45NN.l)(e=>typeof e=="string"&&(0,chunk_VW3HDY2R.a)(e),"not a digest"),Z=h(128),ce=(0,chunk_FVPC45NN.s)({name:h(2e3),stage:(0,chunk_FVPC45NN.p)(h(256)),platform:(0,chunk_FVPC45NN.p)(Z),status:(0,chunk_FVPC45NN.u)(["cached","ran","failed"]),durationMs:(0,chunk_FVPC45NN.p)(y),source:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.s)({file:h(255),line:(0,chunk_FVPC45NN.B)(y,(0,chunk_FVPC45NN.d)(1))}))}),me=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.n)(1),plimsoll:h(64),name:h(64),image:K,commit:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.e)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.b)()),build:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.s)({durationMs:y,steps:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)(ce),(0,chunk_FVPC45NN.c)(Q)),cache:(0,chunk_FVPC45NN.s)({importMs:y,exportMs:y})})),platforms:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)((0,chunk_FVPC45NN.s)({platform:Z,manifest:K,downloadBytes:y})),(0,chunk_FVPC45NN.c)(ae))}),fe=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.r)()});function le(e){let t=Buffer.from(`${JSON.stringify(e)}
`),r=e.build?.steps.length??0;return e.build===null||t.length<=E&&r<=Q?t:le({...e,build:{...e.build,steps:[]}})}function ee(e,t){let{schemaVersion:r}=(0,chunk_TJ7HKTUY.a)(e,fe,t);if(r!==1)throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${t} has schema version ${r}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,chunk_TJ7HKTUY.a)(e,me,t)}var d="application/vnd.plimsoll.record.v1+json";var pe={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,chunk_VW3HDY2R.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},de=(0,chunk_FVPC45NN.s)({artifactType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)()),subject:(0,chunk_FVPC45NN.q)(chunk_RBKMAZ5K.b),layers:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.j)(chunk_RBKMAZ5K.b),[])});function Be(e,t,r){let{mediaType:o,digest:s,size:i}=pe,n={schemaVersion:2,mediaType:F,artifactType:d,config:{mediaType:o,digest:s,size:i},layers:[{mediaType:d,digest:e.digest,size:e.size}],subject:{mediaType:t.mediaType,digest:t.digest,size:t.size},annotations:{"org.opencontainers.image.created":r}};return Buffer.from(JSON.stringify(n))}function te(e,t){let{artifactType:r,subject:o,layers:s}=(0,chunk_TJ7HKTUY.a)(e,de,t),[i]=s;return{record:r===d&&s.length===1&&i?.mediaType===d?{digest:i.digest,size:i.size}:null,subject:o?.digest??null}}function re(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}async function Je(e,t,r){try{let s=await (0,chunk_H6KL3T4K.e)(e,t,{tag:re(r)})??await ge(e,t,r);return s===null?{kind:"none"}:await ue(e,t,r,s)}catch(o){let{message:s,hint:i}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the registry",o);return D(`could not be read: ${s}`,i)}}async function ge(e,t,r){let o=await H(e,t,r)??[],s=({descriptor:n})=>n.annotations["org.opencontainers.image.created"]??"",[i]=o.filter(({artifactType:n})=>n===d).sort((n,v)=>s(n)<s(v)?1:-1);return i===void 0?null:await (0,chunk_H6KL3T4K.e)(e,t,{digest:i.descriptor.digest})}async function ue(e,t,r,{bytes:o,digest:s}){let i=te(o,`manifest ${s}`);if(i.record===null)return D(`is something else: manifest ${s}`);if(i.subject!==r)return D(`is of another image: ${i.subject??"none"}`);if(i.record.size>E)return D(`has ${i.record.size} bytes`);let n=ee(await (0,chunk_H6KL3T4K.d)(e,t,i.record),"the record");return n.image===r?{kind:"found",record:n}:D(`says that it is of another image: ${n.image}`)}function D(e,t=""){return{kind:"ignored",note:{code:"record-ignored",message:`What is kept beside the baseline ${e}. It is ignored: steps and times are not compared.`,hint:t}}}

// EXTERNAL MODULE: ./build/chunk-KJXUFX3Y.js
var chunk_KJXUFX3Y = __webpack_require__(2270);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js + 1 modules
var chunk_BQMYP5ED = __webpack_require__(4515);
;// CONCATENATED MODULE: ./build/fetch-record-YM62Y6YQ.js



/***/ })

};
