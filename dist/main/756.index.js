export const id = 756;
export const ids = [756];
export const modules = {

/***/ 1756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareImages: () => (/* binding */ Xt)
});

// EXTERNAL MODULE: ./build/chunk-BHSMF4PC.js
var chunk_BHSMF4PC = __webpack_require__(5991);
// EXTERNAL MODULE: ./build/chunk-HR4AOVQW.js
var chunk_HR4AOVQW = __webpack_require__(1686);
// EXTERNAL MODULE: ./build/chunk-YLRO2LJ3.js
var chunk_YLRO2LJ3 = __webpack_require__(9453);
// EXTERNAL MODULE: ./build/chunk-VSICWRHU.js
var chunk_VSICWRHU = __webpack_require__(1087);
// EXTERNAL MODULE: ./build/chunk-GZL5VGNW.js
var chunk_GZL5VGNW = __webpack_require__(4784);
// EXTERNAL MODULE: ./build/chunk-NVCZHPAB.js
var chunk_NVCZHPAB = __webpack_require__(6680);
// EXTERNAL MODULE: ./build/chunk-6X7EEYW3.js
var chunk_6X7EEYW3 = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/chunk-G2GEIJ3O.js
var chunk_G2GEIJ3O = __webpack_require__(9834);
// EXTERNAL MODULE: ./build/chunk-RKZNO4B6.js
var chunk_RKZNO4B6 = __webpack_require__(2494);
;// CONCATENATED MODULE: ./build/chunk-PYCYMMZU.js
async function chunk_PYCYMMZU_o(r,i){let[,e,t=""]=/^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(r)??[];return t===""?null:await (0,chunk_G2GEIJ3O.c)(i,{builder:e??await d(i,t),id:t})}async function d(r,i){return(await (0,chunk_RKZNO4B6.a)(r,null)).find(e=>e.id===i)?.builder??""}

// EXTERNAL MODULE: ./build/chunk-VZ4G36PN.js
var chunk_VZ4G36PN = __webpack_require__(3736);
// EXTERNAL MODULE: ./build/chunk-NQUOM7WC.js
var chunk_NQUOM7WC = __webpack_require__(277);
// EXTERNAL MODULE: ./build/chunk-D5Q25BOO.js
var chunk_D5Q25BOO = __webpack_require__(6039);
// EXTERNAL MODULE: ./build/chunk-KJXUFX3Y.js
var chunk_KJXUFX3Y = __webpack_require__(2270);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-N2RJ4BXX.js
async function b(i,r){let[,n="",t=""]=/^(oci|oci-archive|docker-archive|docker|build):([^]*)$/.exec(i)??[];switch(k(i),n){case"oci":{let{openOciLayout:e}=await __webpack_require__.e(/* import() */ 378).then(__webpack_require__.bind(__webpack_require__, 5378)),{path:o,tag:a}=f(i,t,r.directory);return e({name:i,directory:o,tag:a})}case"oci-archive":case"docker-archive":{let{openArchive:e}=await __webpack_require__.e(/* import() */ 136).then(__webpack_require__.bind(__webpack_require__, 136)),{path:o,tag:a}=f(i,t,r.directory);return e({name:i,form:n==="oci-archive"?"oci":"docker",file:o,tag:a})}case"docker":{if(!/^[A-Za-z0-9][^\s]{0,2047}$/.test(t))throw s(i,"names no image of the engine");let{openEngineImage:e}=await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.bind(__webpack_require__, 4645));return e(r.docker,t)}case"build":return await I(i,t,r.docker);default:{let e=v(i);return (0,chunk_D5Q25BOO.g)(await r.registry(),e,i)}}}var l="An image is registry/name:tag@digest, oci:DIR[:TAG], oci-archive:FILE, docker-archive:FILE, docker:NAME or build:[BUILDER/][ID].",w=/^[a-z0-9]{25}$/,m=/^[A-Za-z0-9][\w.+-]{0,127}$/;async function I(i,r,n){let t=r.split("/"),e=t.at(-1)??"",o=t.length===1?null:t[0]??"";if(t.length>3||o!==null&&!m.test(o))throw s(i,"names no build");if(e!==""&&!w.test(e)){let p=o===null&&m.test(e)?`The last build of the builder ${e} is "build:${e}/".`:l;throw s(i,"has no ID of a build in it; one has 25 letters and digits",p)}let{openBuild:a}=await __webpack_require__.e(/* import() */ 229).then(__webpack_require__.bind(__webpack_require__, 229));if(e!=="")return a(n,{builder:o,id:e});let{latestBuild:d}=await __webpack_require__.e(/* import() */ 748).then(__webpack_require__.bind(__webpack_require__, 9748));return a(n,await d(n,o))}function f(i,r,n){if(r===""||r.startsWith(":"))throw s(i,"has no path in it");if(r.includes("\0"))throw s(i,"is no path");for(let t=r.length;t>0;t=r.lastIndexOf(":",t-1)){let e=(0,external_node_path_.resolve)(n,r.slice(0,t)),o=r.slice(t+1);if((t===r.length||o!=="")&&(0,external_node_fs_.existsSync)(e))return{path:e,tag:o||null}}return{path:(0,external_node_path_.resolve)(n,r),tag:null}}function k(i){if(i==="")throw s(i,"is empty");let r=/^([a-z][a-z0-9+.-]*):\/\//i.exec(i)?.[1];if(r!==void 0)throw s(i,"is a URL",`Leave "${r}://" out: registry/name:tag.`);if(/^[a-z]:[\\/]|^\.{0,2}[\\/]|^~|^\.{1,2}$/i.test(i))throw s(i,"is a path","Say what is there: oci:DIR, oci-archive:FILE or docker-archive:FILE.")}function v(i){try{return (0,chunk_KJXUFX3Y.a)(i)}catch(r){throw r instanceof chunk_2JQFL2HQ.a?new chunk_2JQFL2HQ.a(r.code,r.message,{hint:`${r.hint} ${l}`.trim(),cause:r}):r}}function s(i,r,n=l){return new chunk_2JQFL2HQ.a("INPUT_INVALID",`${JSON.stringify(i.slice(0,200))} ${r}`,{hint:n})}

// EXTERNAL MODULE: ./build/chunk-NGOXD4R5.js
var chunk_NGOXD4R5 = __webpack_require__(7703);
// EXTERNAL MODULE: ./build/chunk-2CPHD24G.js
var chunk_2CPHD24G = __webpack_require__(8490);
// EXTERNAL MODULE: ./build/chunk-XQXT7A77.js
var chunk_XQXT7A77 = __webpack_require__(2107);
// EXTERNAL MODULE: ./build/chunk-XLIVOJG3.js
var chunk_XLIVOJG3 = __webpack_require__(2122);
// EXTERNAL MODULE: ./build/chunk-RBKMAZ5K.js
var chunk_RBKMAZ5K = __webpack_require__(909);
// EXTERNAL MODULE: ./build/chunk-JI6HO6O7.js
var chunk_JI6HO6O7 = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/chunk-TJ7HKTUY.js
var chunk_TJ7HKTUY = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/chunk-32TG7IXU.js
var chunk_32TG7IXU = __webpack_require__(6733);
// EXTERNAL MODULE: ./build/chunk-63FI7KN4.js
var chunk_63FI7KN4 = __webpack_require__(5636);
// EXTERNAL MODULE: ./build/chunk-76WGCYVJ.js
var chunk_76WGCYVJ = __webpack_require__(9229);
// EXTERNAL MODULE: ./build/chunk-P3KGC7IG.js
var chunk_P3KGC7IG = __webpack_require__(131);
// EXTERNAL MODULE: ./build/chunk-7BAVLV56.js
var chunk_7BAVLV56 = __webpack_require__(8249);
// EXTERNAL MODULE: ./build/chunk-VW3HDY2R.js
var chunk_VW3HDY2R = __webpack_require__(1905);
// EXTERNAL MODULE: ./build/chunk-I2MBHWX4.js
var chunk_I2MBHWX4 = __webpack_require__(5611);
// EXTERNAL MODULE: ./build/chunk-6RDCSSVG.js
var chunk_6RDCSSVG = __webpack_require__(4666);
// EXTERNAL MODULE: ./build/chunk-6OWKDR4D.js
var chunk_6OWKDR4D = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/chunk-AVTCHO2L.js
var chunk_AVTCHO2L = __webpack_require__(687);
// EXTERNAL MODULE: ./build/chunk-EPQ6J2GF.js
var chunk_EPQ6J2GF = __webpack_require__(2501);
// EXTERNAL MODULE: ./build/chunk-FSPA3WEB.js
var chunk_FSPA3WEB = __webpack_require__(4423);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-FVPC45NN.js
var chunk_FVPC45NN = __webpack_require__(636);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js
var chunk_BQMYP5ED = __webpack_require__(6651);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/compare-KSO736VE.js
async function ue(e,t,i){let s=de(e),r={build:null,notes:[]};try{let{read:o,pushed:n,build:a}=await Ee(e,i);return{image:{kind:"read",reference:s,commit:t??(0,chunk_D5Q25BOO.e)(o),pushed:n,image:o},...a??r}}catch(o){let{code:n,message:a,hint:m}=(0,chunk_2JQFL2HQ.b)("NOT_COMPARED",`${s} could not be read`,o);if(n==="INPUT_INVALID")throw new chunk_2JQFL2HQ.a(n,`image: ${a}`,{hint:m,cause:o});let c={code:"head-unreadable",message:a,hint:m},p=e.place.kind==="built"?e.place.target.digest??"":"";return{image:{kind:"failed",reference:s,commit:t,pushed:!1,digest:p,note:c},...r}}}function de({place:e,repository:t}){switch(e.kind){case"registry":return e.reference;case"local":return e.text;case"built":return e.target.digest===null?t:`${t}@${e.target.digest}`;default:return (0,chunk_2JQFL2HQ.c)(e)}}async function Ee(e,{docker:t,registry:i,directory:s}){let{place:r}=e;switch(r.kind){case"registry":{let o=(0,chunk_D5Q25BOO.g)(i,(0,chunk_KJXUFX3Y.a)(r.reference));return{read:await (0,chunk_BHSMF4PC.c)([o],A(r.reference)),pushed:!0,build:null}}case"local":{let o=await b(r.text,{docker:t,registry:()=>Promise.resolve(i),directory:s});return{read:await (0,chunk_BHSMF4PC.c)([o],A(r.text)),pushed:!1,build:await chunk_PYCYMMZU_o(o.name,t)}}case"built":{let{build:o,digest:n}=r.target,a=de(e),m=[...o===null?[]:[(0,chunk_GZL5VGNW.a)(t,o)],...n===null?[]:[(0,chunk_D5Q25BOO.g)(i,(0,chunk_KJXUFX3Y.a)(a))]],c=await (0,chunk_BHSMF4PC.c)(m,A(a)),p=n!==null&&await Be(i,a);return{read:c,pushed:p,build:o===null?null:await (0,chunk_G2GEIJ3O.c)(t,o)}}default:return (0,chunk_2JQFL2HQ.c)(r)}}function A(e){return new chunk_2JQFL2HQ.a("IMAGE_NOT_FOUND",`${e}: there is no such image`,{hint:"Is the name right? A registry may say so of what you may not see, too: log in to it in a step before."})}async function Be(e,t){let{digest:i,...s}=(0,chunk_KJXUFX3Y.a)(t);return i===null?!1:await (0,chunk_2CPHD24G.c)(e,s,{digest:i}).then(r=>r!==null,()=>!1)}var ge=16*1024*1024,fe=50,P='the output "metadata" of docker/build-push-action or docker/bake-action',Ne=/^(?=.*[A-Za-z0-9])[\w.-]{1,128}$/,he=/^([A-Za-z0-9][\w.+-]{0,127})\/[A-Za-z0-9][\w.+-]{0,127}\/([a-z0-9]{25})$/,be=(0,chunk_FVPC45NN.t)((0,chunk_FVPC45NN.l)(e=>typeof e=="string"&&(0,chunk_VW3HDY2R.a)(e),"not a digest")),Ae=(0,chunk_FVPC45NN.s)({"buildx.build.ref":(0,chunk_FVPC45NN.t)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.e)(he,"not a build's name"))),"containerimage.digest":be,"containerimage.config.digest":be,"image.name":(0,chunk_FVPC45NN.t)((0,chunk_FVPC45NN.B)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.c)(1e5)),"")}),Oe=(0,chunk_FVPC45NN.v)((0,chunk_FVPC45NN.w)(),(0,chunk_FVPC45NN.y)());function Ie(e,t){if(Buffer.byteLength(t)>ge)throw (0,chunk_P3KGC7IG.a)(e,t,P,`It has over ${ge} bytes.`);let i=$e(e,t);if("buildx.build.ref"in i||"containerimage.digest"in i)return[ye(e,null,i)];let s=Object.entries(i).filter(([r])=>!/^(?:buildx|containerimage|image)\./.test(r));if(s.length===0)throw (0,chunk_P3KGC7IG.a)(e,t,P,"It names no build and no digest.");if(s.length>fe)throw new chunk_2JQFL2HQ.a("INPUT_INVALID",`${e}: has ${s.length} targets; it takes ${fe} at most`);return s.map(([r,o])=>{if(!Ne.test(r))throw (0,chunk_P3KGC7IG.a)(e,r,"names of targets as bake takes them");return ye(e,r,o)})}function $e(e,t){try{return (0,chunk_FVPC45NN.A)(Oe,JSON.parse(t))}catch{throw (0,chunk_P3KGC7IG.a)(e,t,P)}}function ye(e,t,i){let s=t===null?e:`${e}: ${t}`,r=(0,chunk_FVPC45NN.C)(Ae,i,{abortEarly:!0});if(!r.success){let[m]=r.issues,c=m.path?.map(({key:p})=>String(p)).join(": ")??"";throw (0,chunk_P3KGC7IG.a)(c===""?s:`${s}: ${c}`,Se(m.input),P)}let{output:o}=r,[,n,a]=he.exec(o["buildx.build.ref"]??"")??[];return{target:t,build:n===void 0||a===void 0?null:{builder:n,id:a},digest:o["containerimage.digest"]??null,imageId:o["containerimage.config.digest"]??null,...De(s,o["image.name"])}}function De(e,t){let s=t.split(",").filter(n=>n.trim()!=="").map(n=>(0,chunk_32TG7IXU.c)(`${e}: image.name`,n.trim(),"names of an image")),[r]=s;return r===void 0?{repository:null,tags:[]}:{repository:(0,chunk_32TG7IXU.f)(e,(0,chunk_KJXUFX3Y.b)({...r,tag:null,digest:null})),tags:s.filter(({tag:n})=>n!==null).map(chunk_KJXUFX3Y.b)}}function Se(e){return typeof e=="string"?e:e===void 0?"nothing":JSON.stringify(e)}var je=["builder","baseline","name","max-size","max-increase","max-size-on-disk","max-increase-on-disk","noise","override-label","details","max-read","comment","report","strict"],Le=/^(?:oci|oci-archive|docker-archive|docker|build):/;function ke(e){let t=r=>e[`INPUT_${r.toUpperCase()}`]??"",i=(0,chunk_32TG7IXU.g)(Object.fromEntries(je.map(r=>[(0,chunk_32TG7IXU.e)(r),t(r)]))),s=_e(t("image").trim(),t("metadata").trim(),i.builder);return{...i,subject:s,token:t("github-token")}}function _e(e,t,i){if(e===""==(t===""))throw new chunk_2JQFL2HQ.a("INPUT_INVALID",e===""?"image, metadata: neither is given; one is needed":"image, metadata: both are given; one is taken",{hint:'Set "image" to a reference, oci:DIR or build:, or "metadata" to the output of the build step.'});if(t!=="")return{kind:"metadata",targets:Ie("metadata",t)};if((0,chunk_VW3HDY2R.a)(e))return{kind:"digest",digest:e};if(e==="build:"&&i!=="")return{kind:"local",text:`build:${i}/`};if(Le.test(e))return{kind:"local",text:e};let r=(0,chunk_32TG7IXU.c)("image",e,'a reference, a digest, oci:DIR, or build: for the last build of "builder"');return{kind:"reference",reference:r.tag===null&&r.digest===null?{...r,tag:"latest"}:r}}function we(e,t,i,{name:s,repository:r}){let{budgets:o,countDrift:n,noise:a,overrideLabel:m,details:c,maxReadBytes:p,comment:l,report:T,strict:b}=e;return{name:s,image:r,event:(0,chunk_32TG7IXU.o)(t),platforms:[],baseline:(0,chunk_32TG7IXU.m)(e.baseline,t,{repository:r,workTree:i,isAtEvent:(0,chunk_32TG7IXU.h)(t,i),isBranchTagOverwritten:!0,tags:null}),overBudget:(0,chunk_32TG7IXU.p)(t.trigger),budgets:o,countDrift:n,noise:a,overrideLabel:m,details:c,maxReadBytes:p,comment:l,report:T,strict:b}}function Ce(e,t){let i=ze(e,t),s=i.find(({name:r},o)=>i.findIndex(n=>n.name===r)!==o);if(s!==void 0){let r=`metadata: more than one target is called ${JSON.stringify(s.name)} in the comment`;throw new chunk_2JQFL2HQ.a("INPUT_INVALID",r,{hint:"Upper and lower case are one in it: rename a target."})}return i}function ze({subject:e,name:t,baseline:i},s){let r=n=>(0,chunk_32TG7IXU.n)({image:null,name:n},s).repository,o=i.kind==="reference"?Me(i.reference):null;switch(e.kind){case"reference":{let{reference:n}=e,a=(0,chunk_32TG7IXU.f)("image",(0,chunk_KJXUFX3Y.b)({...n,tag:null,digest:null})),m={kind:"registry",reference:(0,chunk_KJXUFX3Y.b)(n)};return[{name:t??a.lastElement.slice(0,63),repository:a.text,place:m}]}case"digest":{let{text:n,lastElement:a}=r(t),m={kind:"registry",reference:`${n}@${e.digest}`};return[{name:t??a.slice(0,63),repository:n,place:m}]}case"local":{let{text:n,lastElement:a}=o??r(t);return[{name:t??a.slice(0,63),repository:n,place:e}]}case"metadata":{let n=e.targets.length===1;return e.targets.map(a=>{let m=n?t:Ue(a.target??"",t),{text:c,lastElement:p}=a.repository??(n?o:null)??r(m);return{name:m??p.slice(0,63),repository:c,place:{kind:"built",target:a}}})}default:return (0,chunk_2JQFL2HQ.c)(e)}}function Ue(e,t){return(t===null?e.replace(/^[^A-Za-z0-9]+/,""):`${t}-${e}`).toLowerCase().slice(0,63)}function Me(e){return (0,chunk_32TG7IXU.f)("baseline",e.replace(/@.*$/,"").replace(/:[^:/]*$/,""))}function compare_KSO736VE_I(e){return e.every(t=>t==="")?"":e.join(`
`)}function Re(e){let t=e.map(o=>o.outputs),i=o=>compare_KSO736VE_I(t.map(n=>n[o])),[s]=t.toSorted((o,n)=>x(n["size-change"])-x(o["size-change"])),[r]=t.toSorted((o,n)=>x(n["build-duration"])-x(o["build-duration"]));return{reference:i("reference"),pushed:String(t.every(({pushed:o})=>o==="true")),verdict:(0,chunk_D5Q25BOO.a)(e.map(({comparison:o})=>o.verdict)),size:s?.size??"","size-change":s?.["size-change"]??"","size-change-percent":s?.["size-change-percent"]??"","build-duration":r?.["build-duration"]??"",baseline:i("baseline"),"comparison-file":i("comparison-file"),"comment-file":i("comment-file"),"report-file":i("report-file"),"comment-url":t.find(o=>o["comment-url"]!=="")?.["comment-url"]??""}}function x(e){return e===""?-Number.MAX_VALUE:Number(e)}async function Xt(e){let t=ke(e),i=await (0,chunk_32TG7IXU.b)(e),s=Ce(t,i),r=e.GITHUB_WORKSPACE||process.cwd(),o=await (0,chunk_32TG7IXU.r)({context:".",eventSha:i.sha,directory:r,environment:e});(0,chunk_63FI7KN4.e)(o.notes);let n={path:"docker",env:e},a=new chunk_2CPHD24G.a({env:e}),m=await (0,chunk_BHSMF4PC.b)(t.token,i.repository,e),c=await (0,promises_.mkdtemp)((0,external_node_path_.join)(e.RUNNER_TEMP||r,"plimsoll-")),p=[];for(let l of s){let T=we(t,i,o,l),b=await ue(l,o.commit,{docker:n,registry:a,directory:r}),{image:O}=b;if(O.kind==="read"){let xe=O.image.platforms.map(({platform:Te})=>Te);(0,chunk_63FI7KN4.e)((0,chunk_32TG7IXU.q)(i.trigger,t.budgets,xe))}let $={registry:a,github:m,folder:(0,external_node_path_.join)(c,l.name)};await (0,promises_.mkdir)($.folder,{recursive:!0});let Pe=await (0,chunk_BHSMF4PC.a)(T,b,$,e);p.push(Ge(l,Pe,b.build?.durationMs??null))}return a.close(),(0,chunk_63FI7KN4.f)({...Re(p),digest:compare_KSO736VE_I(p.map(({comparison:l})=>l.head.digest)),imageid:compare_KSO736VE_I(s.map(({place:l})=>l.kind==="built"?l.target.imageId??"":"")),tags:p.flatMap(({tags:l})=>l).join(`
`),metadata:e.INPUT_METADATA??""}),p.some(({comparison:l})=>(0,chunk_D5Q25BOO.b)(l,t.strict))}function Ge({repository:e,place:t},i,s){let{digest:r,pushed:o}=i.comparison.head,n=(0,chunk_BHSMF4PC.d)({image:e,platforms:[],digest:(0,chunk_VW3HDY2R.a)(r)?r:null,isPushed:o,buildDurationMs:s,...i});return{...i,outputs:n,tags:o&&t.kind==="built"?t.target.tags:[]}}


/***/ })

};
