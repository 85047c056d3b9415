export const id = 975;
export const ids = [975];
export const modules = {

/***/ 5975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRecord: () => (/* reexport */ ae)
});

// EXTERNAL MODULE: ./build/chunk-RBKMAZ5K.js
var chunk_RBKMAZ5K = __webpack_require__(909);
// EXTERNAL MODULE: ./build/chunk-JI6HO6O7.js
var chunk_JI6HO6O7 = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/chunk-TJ7HKTUY.js
var chunk_TJ7HKTUY = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/chunk-VW3HDY2R.js
var chunk_VW3HDY2R = __webpack_require__(1905);
// EXTERNAL MODULE: ./build/chunk-FVPC45NN.js
var chunk_FVPC45NN = __webpack_require__(636);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-6X7EEYW3.js
var V=1024*1024,E=5e3,_=100,l=(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.r)(),(0,chunk_FVPC45NN.f)(),(0,chunk_FVPC45NN.d)(0)),p=e=>(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.c)(e)),A=(0,chunk_FVPC45NN.l)(e=>typeof e=="string"&&(0,chunk_VW3HDY2R.a)(e),"not a digest"),L=p(128),B=(0,chunk_FVPC45NN.s)({name:p(2e3),stage:(0,chunk_FVPC45NN.p)(p(256)),platform:(0,chunk_FVPC45NN.p)(L),status:(0,chunk_FVPC45NN.u)(["cached","ran","failed"]),durationMs:(0,chunk_FVPC45NN.p)(l),source:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.s)({file:p(255),line:(0,chunk_FVPC45NN.B)(l,(0,chunk_FVPC45NN.d)(1))}))}),w=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.n)(1),plimsoll:p(64),name:p(64),image:A,commit:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.e)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,"not a commit"))),createdAt:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.b)()),build:(0,chunk_FVPC45NN.p)((0,chunk_FVPC45NN.s)({durationMs:l,steps:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)(B),(0,chunk_FVPC45NN.c)(E)),cache:(0,chunk_FVPC45NN.s)({importMs:l,exportMs:l})})),platforms:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)((0,chunk_FVPC45NN.s)({platform:L,manifest:A,downloadBytes:l})),(0,chunk_FVPC45NN.c)(_))}),k=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.r)()});function $(e){let t=Buffer.from(`${JSON.stringify(e)}
`),i=e.build?.steps.length??0;return e.build===null||t.length<=V&&i<=E?t:$({...e,build:{...e.build,steps:[]}})}function G(e,t){let{schemaVersion:i}=(0,chunk_TJ7HKTUY.a)(e,k,t);if(i!==1)throw new chunk_2JQFL2HQ.a("IMAGE_INVALID",`${t} has schema version ${i}, which is not known here`,{hint:"Use the newest Plimsoll on all branches."});return (0,chunk_TJ7HKTUY.a)(e,w,t)}var g="application/vnd.plimsoll.record.v1+json";var C={mediaType:"application/vnd.oci.empty.v1+json",digest:(0,chunk_VW3HDY2R.b)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),size:2,bytes:Buffer.from("{}")},N=(0,chunk_FVPC45NN.s)({artifactType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)()),subject:(0,chunk_FVPC45NN.q)(chunk_RBKMAZ5K.b),layers:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.j)(chunk_RBKMAZ5K.b),[])});function ee(e,t,i){let{mediaType:a,digest:c,size:s}=C,R={schemaVersion:2,mediaType:z,artifactType:g,config:{mediaType:a,digest:c,size:s},layers:[{mediaType:g,digest:e.digest,size:e.size}],subject:{mediaType:t.mediaType,digest:t.digest,size:t.size},annotations:{"org.opencontainers.image.created":i}};return Buffer.from(JSON.stringify(R))}function te(e,t){let{artifactType:i,subject:a,layers:c}=(0,chunk_TJ7HKTUY.a)(e,N,t),[s]=c;return{record:i===g&&c.length===1&&s?.mediaType===g?{digest:s.digest,size:s.size}:null,subject:a?.digest??null}}function re(e){return`plimsoll-${e.slice(e.indexOf(":")+1,e.indexOf(":")+33)}`}function ne(e,t){for(let i of[e??[]].flat())for(let[,a="",c=""]of i.matchAll(/<([^<>]*)>([^<>]*)/g)){if(!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(c)||!URL.canParse(a,t.href))continue;let s=new URL(a,t);if(s.origin===t.origin&&s.href!==t.href)return s}return null}

// EXTERNAL MODULE: ./build/chunk-7IUBTAKV.js
var chunk_7IUBTAKV = __webpack_require__(7363);
// EXTERNAL MODULE: ./build/chunk-7EGQ5PTH.js
var chunk_7EGQ5PTH = __webpack_require__(8415);
// EXTERNAL MODULE: ./build/chunk-FSPA3WEB.js
var chunk_FSPA3WEB = __webpack_require__(4423);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/chunk-2IZJH4BY.js
var chunk_2IZJH4BY_N=(0,chunk_FVPC45NN.s)({artifactType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.w)(),null)}),chunk_2IZJH4BY_L=(0,chunk_FVPC45NN.s)({schemaVersion:(0,chunk_FVPC45NN.n)(2),mediaType:(0,chunk_FVPC45NN.q)((0,chunk_FVPC45NN.n)(chunk_JI6HO6O7.a)),manifests:(0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.j)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.o)({}),(0,chunk_FVPC45NN.g)(e=>({...(0,chunk_FVPC45NN.A)(chunk_2IZJH4BY_N,e),descriptor:(0,chunk_FVPC45NN.A)(chunk_RBKMAZ5K.b,e)})))),(0,chunk_FVPC45NN.c)(chunk_UOOMGRKE.a.indexEntries))});async function chunk_2IZJH4BY_(e,{registry:r,repository:t},s){let n={method:"GET",registry:r,repository:t,what:`the referrers of ${r}/${t}@${s}`,access:"pull",headers:{accept:chunk_JI6HO6O7.a},maxBytes:chunk_UOOMGRKE.a.manifestBytes,followsRedirects:!1},o=[],i=`/v2/${t}/referrers/${s}`;for(let f=0;f<chunk_UOOMGRKE.a.referrerPages;f+=1){let a=await e.fetch({...n,path:i});if(Y(a.status))throw (0,chunk_FSPA3WEB.f)(a,(0,chunk_7EGQ5PTH.c)({...n,path:i}));let h=a.status===200?j(a,s):null;if(h===null)return f===0?null:o;o.push(...h);let v=ne(a.headers.link,a.url);if(v===null)return o;i=v}return o}function Y(e){return e===401||e===403||e===429||e>=500}function j({headers:e,bytes:r},t){if(e["content-type"]?.split(";")[0]?.trim()!==chunk_JI6HO6O7.a||(0,chunk_JI6HO6O7.i)(r,t)===t)return null;try{return (0,chunk_FVPC45NN.A)(chunk_2IZJH4BY_L,JSON.parse(Buffer.from(r).toString("utf8"))).manifests}catch{return null}}async function ae(e,r,t){try{let n=await (0,chunk_7EGQ5PTH.d)(e,r,{tag:re(t)})??await chunk_2IZJH4BY_z(e,r,t);return n===null?{kind:"none"}:await chunk_2IZJH4BY_G(e,r,t,n)}catch(s){let{message:n,hint:o}=(0,chunk_2JQFL2HQ.b)("REGISTRY_FAILED","the registry",s);return c(`could not be read: ${n}`,o)}}async function chunk_2IZJH4BY_z(e,r,t){let s=await chunk_2IZJH4BY_(e,r,t)??[],n=({descriptor:i})=>i.annotations["org.opencontainers.image.created"]??"",[o]=s.filter(({artifactType:i})=>i===g).sort((i,f)=>n(i)<n(f)?1:-1);return o===void 0?null:await (0,chunk_7EGQ5PTH.d)(e,r,{digest:o.descriptor.digest})}async function chunk_2IZJH4BY_G(e,r,t,{bytes:s,digest:n}){let o=te(s,`manifest ${n}`);if(o.record===null)return c(`is something else: manifest ${n}`);if(o.subject!==t)return c(`is of another image: ${o.subject??"none"}`);if(o.record.size>V)return c(`has ${o.record.size} bytes`);let i=G(await (0,chunk_7IUBTAKV.a)(e,r,o.record),"the record");return i.image===t?{kind:"found",record:i}:c(`says that it is of another image: ${i.image}`)}function c(e,r=""){return{kind:"ignored",note:{code:"record-ignored",message:`What is kept beside the baseline ${e}. It is ignored: steps and times are not compared.`,hint:r}}}

// EXTERNAL MODULE: ./build/chunk-KJXUFX3Y.js
var chunk_KJXUFX3Y = __webpack_require__(2270);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js + 1 modules
var chunk_BQMYP5ED = __webpack_require__(4515);
;// CONCATENATED MODULE: ./build/fetch-record-HOC5Q32S.js



/***/ })

};
