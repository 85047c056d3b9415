export const id = 972;
export const ids = [972];
export const modules = {

/***/ 6976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rt)
/* harmony export */ });
/* harmony import */ var _chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5272);
function R(o,r,n){return o.filter(({status:e})=>e==="compared").flatMap(({platform:e,layers:s})=>{let a=s.filter(({status:d})=>d!=="same"),m=new Set(a.toSorted((d,b)=>v(b)-v(d)).slice(0,n)),l=s.length-a.length,i=a.length-m.size,p=[...l>0||i===0?[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.f)(l,"layer")} unchanged.`]:[],...i>0?[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.f)(i,"smaller change")} not shown.`]:[]],w={kind:"paragraph",text:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${e}: ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.c)(p," ")}`};if(m.size===0)return[w];let u=[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`layer`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)``,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.d)(r),(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`this ${r.subject}`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`download`],y=a.filter(d=>m.has(d)).map(D);return[w,{kind:"table",head:u,rows:y,words:2}]})}function D(o){let{before:r,after:n}=T(o),e=(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.q)(o.createdBy);return[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(e===""?o.digest.slice(0,19):e),(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${o.status}`,r===null?(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`–`:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.g)(r)}`,n===null?(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`–`:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.g)(n)}`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.h)((n??0)-(r??0))}`]}function v(o){let{before:r,after:n}=T(o);return Math.abs((n??0)-(r??0))}function T(o){return o.status==="removed"?{before:o.downloadBytes,after:null}:{before:o.baseline?.downloadBytes??null,after:o.downloadBytes}}function L(o,r,n){let e=o.filter(({status:u})=>u!=="cached"),s=o.length-e.length,a=P(e.toSorted((u,y)=>(y.durationMs??0)-(u.durationMs??0))),m=a.slice(0,n),l=a.length-m.length,i=[...s>0?[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.f)(s,"step")} came from the cache.`]:[],...l>0?[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.f)(l,"shorter step")} not shown.`]:[]],p=i.length===0?[]:[{kind:"paragraph",text:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.c)(i," ")}];return m.length===0?p:[{kind:"table",head:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`step that ran`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`platform`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`took`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`on ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.d)(r)}`],rows:m.map(({name:u,platforms:y,took:d,before:b})=>[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(u),(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${y.join(", ")}`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${d}`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${b}`]),words:2},...p]}function P(o){let r=new Map;for(let n of o){let e=(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.q)(n.name),s=n.durationMs===null?"\u2013":(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(n.durationMs),a=j(n),m=JSON.stringify([e,s,a]),l=r.get(m)??{name:e,platforms:[],took:s,before:a};n.platform!==null&&l.platforms.push(n.platform),r.set(m,l)}return[...r.values()]}function j({baseline:o}){return o===null?"\u2013":o.status==="cached"?"from the cache":o.durationMs===null?o.status:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(o.durationMs)}function rt(o,r,n){let{platforms:e,build:s,budgets:a,notes:m}=o,l=[],i=(p,w)=>{l.push({title:p,blocks:w})};return e.some(({status:p})=>p==="compared")&&(i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`layers`,R(e,r,n)),i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`what a node that has ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.d)(r)} pulls`,[z(e)])),e.some(({onDisk:p})=>p.head!==null)&&i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`size on disk`,[{kind:"table",...(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.o)(o,r,"onDisk"),words:1}]),s!==null&&s.steps.length>0&&(i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`steps`,L(s.steps,r,n)),i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`what the cache costs and saves`,[I(s,r)])),a.length>0&&i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`limits`,[N(o)]),i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`what was compared`,[J(o)]),m.length>0&&i((0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`notes`,[{kind:"list",items:m.map(_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.j)}]),l}function z(o){let r=o.flatMap(({platform:n,pull:e,download:s})=>e===null?[]:[[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${n}`,C(e.bytes),C(s.head)]]);return{kind:"table",head:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`platform`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`pulls`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`of`],rows:r,words:1}}function I({cache:o,durationMs:r,baselineDurationMs:n},e){return{kind:"list",items:[...o.importMs===null?[]:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`reading it took ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(o.importMs)}`],...o.exportMs===null?[]:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`writing it took ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(o.exportMs)}`],...o.savedMs===null||o.restored===0?[]:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`the restored steps took ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(o.savedMs)} when they last ran, added up`],...r===null||n===null?[]:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`the build of ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.d)(e)} took ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(n)}, this one ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.p)(r)}, on two machines`]]}}function N({budgets:o}){let r=o.map(e=>[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(e.limit),(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${e.platform}`,C(e.measured),C(e.allowed),(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${e.verdict}`]);return{kind:"table",head:[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`limit`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`platform`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`measured`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`allowed`,(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`verdict`],rows:r,words:2}}function J({baseline:o,head:r}){let n=({reference:s,digest:a})=>a===""||s.endsWith(a)?(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(s):(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(s)}, ${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.b)(a)}`;return{kind:"list",items:[...o.kind==="found"?[(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`baseline ${n(o)}`]:[],(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`head ${n(r)}`]}}function C(o){return o===null?(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`–`:(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.a)`${(0,_chunk_ZLFLLXMQ_js__WEBPACK_IMPORTED_MODULE_0__.g)(o)}`}


/***/ }),

/***/ 9972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writePage: () => (/* binding */ l)
});

// EXTERNAL MODULE: ./build/chunk-KODTPYIV.js
var chunk_KODTPYIV = __webpack_require__(6976);
// EXTERNAL MODULE: ./build/chunk-ZLFLLXMQ.js
var chunk_ZLFLLXMQ = __webpack_require__(5272);
// EXTERNAL MODULE: ./build/chunk-EPQ6J2GF.js
var chunk_EPQ6J2GF = __webpack_require__(2501);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
;// CONCATENATED MODULE: ./build/chunk-OM4YNUKF.js
var v=1e3,b=2e3,x=`
:root { color-scheme: light dark; --line: #8884; --over: #cf222e; --warning: #9a6700; --within: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --over: #f85149; --warning: #d29922; --within: #3fb950 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
h1.over { color: var(--over) } h1.warning { color: var(--warning) } h1.within { color: var(--within) }
table { border-collapse: collapse; margin: .5rem 0; display: block; overflow-x: auto }
th, td { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums }
th.words, td.words { text-align: left }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .85rem; opacity: .8 }`;function z(e,t){let r=(0,chunk_ZLFLLXMQ.r)(e,t),n=(0,chunk_KODTPYIV.a)(e,t,v).map(({title:i,blocks:s})=>`<section>
<h2>${a(i)}</h2>
${s.map(w).join(`
`)}
</section>`);return["<!DOCTYPE html>",'<html lang="en">',"<head>",'<meta charset="utf-8">',`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,'<meta name="viewport" content="width=device-width, initial-scale=1">',`<title>${c(e.name)}: Plimsoll</title>`,`<style>${x}
</style>`,"</head>","<body>",`<h1 class="${r.headline.icon}">${a(r.headline.text)}</h1>`,...C(r,e,t).map(w),...n,`<footer>${a(r.provenance)}${t.run===null?"":` \xB7 run ${t.run.number}`}</footer>`,"</body>","</html>",""].join(`
`)}function C(e,t,r){let{headline:n,causes:o,build:i}=e,s=d=>d.filter(l=>l!==null).map(l=>({kind:"paragraph",text:l})),$=o.rows.map(({change:d,what:l})=>(0,chunk_ZLFLLXMQ.a)`${d} ${l}`),y=o.left===0?[]:[(0,chunk_ZLFLLXMQ.a)`${o.left} smaller ${o.left===1?"cause":"causes"}`];return[...s([n.because,...e.reasons]),{kind:"table",...(0,chunk_ZLFLLXMQ.o)(t,r),words:1},...s(e.broken),{kind:"list",items:[...$,...y]},...s([i===null?null:(0,chunk_ZLFLLXMQ.a)`${i.time??(0,chunk_ZLFLLXMQ.a)``}${i.rest}`,...e.notes,e.advice])]}function w(e){switch(e.kind){case"paragraph":return`<p>${a(e.text)}</p>`;case"list":return e.items.length===0?"":`<ul>
${e.items.map(t=>`<li>${a(t)}</li>`).join(`
`)}
</ul>`;case"table":{if(e.rows.length===0)return"";let t=(r,n)=>`<tr>${r.map((o,i)=>`<${n}${i<e.words?' class="words"':""}>${a(o)}</${n}>`).join("")}</tr>`;return["<table>",t(e.head,"th"),...e.rows.map(r=>t(r,"td")),"</table>"].join(`
`)}default:return (0,chunk_2JQFL2HQ.c)(e)}}function a(e){return e.pieces.map(T).join("")}function T(e){return e.kind==="ours"?c(e.text,!1):e.kind==="code"?`<code>${c(e.text)}</code>`:c(e.text)}function c(e,t=!0){return(t?(0,chunk_EPQ6J2GF.a)(e,b):e).replace(/[&<>"']/g,n=>`&#${n.charCodeAt(0)};`)}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/write-page-BCEKYQ75.js
async function l(e,m,r,{directory:i}){try{await (0,promises_.writeFile)((0,external_node_path_.resolve)(i,r),z(e,m))}catch(p){throw (0,chunk_2JQFL2HQ.b)("FILE_UNWRITABLE",`--html ${r}`,p)}}


/***/ })

};
