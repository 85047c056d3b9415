export const id = 802;
export const ids = [802];
export const modules = {

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareImages: () => (/* binding */ ar)
});

// EXTERNAL MODULE: ./build/chunk-V52SODGQ.js
var chunk_V52SODGQ = __webpack_require__(859);
// EXTERNAL MODULE: ./build/chunk-IMYU3XPU.js
var chunk_IMYU3XPU = __webpack_require__(7146);
;// CONCATENATED MODULE: ./build/chunk-42LNQ6FS.js
async function chunk_42LNQ6FS_o(r,i){let[,e,t=""]=/^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(r)??[];return t===""?null:await (0,chunk_V52SODGQ.e)(i,{builder:e??await d(i,t),id:t})}async function d(r,i){return(await (0,chunk_IMYU3XPU.a)(r,null)).find(e=>e.id===i)?.builder??""}

// EXTERNAL MODULE: ./build/chunk-KYG6POS4.js
var chunk_KYG6POS4 = __webpack_require__(6425);
// EXTERNAL MODULE: ./build/chunk-FJBI5BPA.js
var chunk_FJBI5BPA = __webpack_require__(1915);
// EXTERNAL MODULE: ./build/chunk-56IYG7KK.js
var chunk_56IYG7KK = __webpack_require__(7299);
// EXTERNAL MODULE: ./build/chunk-QJ3D2YBS.js
var chunk_QJ3D2YBS = __webpack_require__(2608);
// EXTERNAL MODULE: ./build/chunk-OM4YNUKF.js
var chunk_OM4YNUKF = __webpack_require__(4882);
// EXTERNAL MODULE: ./build/chunk-JFDNT2NX.js
var chunk_JFDNT2NX = __webpack_require__(1320);
// EXTERNAL MODULE: ./build/chunk-KODTPYIV.js
var chunk_KODTPYIV = __webpack_require__(6976);
// EXTERNAL MODULE: ./build/chunk-XVA73BD4.js
var chunk_XVA73BD4 = __webpack_require__(7969);
// EXTERNAL MODULE: ./build/chunk-VSICWRHU.js
var chunk_VSICWRHU = __webpack_require__(1087);
// EXTERNAL MODULE: ./build/chunk-CFYDUVCP.js
var chunk_CFYDUVCP = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/chunk-4TSUWTEG.js
var chunk_4TSUWTEG = __webpack_require__(8053);
// EXTERNAL MODULE: ./build/chunk-HT7SI4FU.js
var chunk_HT7SI4FU = __webpack_require__(3204);
// EXTERNAL MODULE: ./build/chunk-WWXFW6IG.js
var chunk_WWXFW6IG = __webpack_require__(139);
// EXTERNAL MODULE: ./build/chunk-SIXMUVB5.js
var chunk_SIXMUVB5 = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/chunk-2JQFL2HQ.js
var chunk_2JQFL2HQ = __webpack_require__(7884);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-3SWIUMVA.js
var k=["oci","oci-archive","docker-archive","docker","build"];function p(i){let r=k.find(o=>i.startsWith(`${o}:`));return r===void 0?null:{form:r,rest:i.slice(r.length+1)}}async function U(i,r){F(i);let o=p(i);if(o===null)return (0,chunk_WWXFW6IG.d)(await r.registry(),S(i),i);let{form:n,rest:t}=o;switch(n){case"oci":{let{openOciLayout:e}=await __webpack_require__.e(/* import() */ 671).then(__webpack_require__.bind(__webpack_require__, 4671)),{path:s,tag:c}=I(i,t,r.directory);return e({name:i,directory:s,tag:c})}case"oci-archive":case"docker-archive":{let{openArchive:e}=await __webpack_require__.e(/* import() */ 960).then(__webpack_require__.bind(__webpack_require__, 960)),{path:s,tag:c}=I(i,t,r.directory);return e({name:i,form:n==="oci-archive"?"oci":"docker",file:s,tag:c})}case"docker":{if(!/^[A-Za-z0-9][^\s]{0,2047}$/.test(t))throw a(i,"names no image of the engine");let{openEngineImage:e}=await __webpack_require__.e(/* import() */ 610).then(__webpack_require__.bind(__webpack_require__, 8229));return e(r.docker,t)}case"build":return await D(i,t,r);default:return (0,chunk_2JQFL2HQ.c)(n)}}var u="An image is registry/name:tag@digest, oci:DIR[:TAG], oci-archive:FILE, docker-archive:FILE, docker:NAME or build:[BUILDER/][ID].",$=/^[a-z0-9]{25}$/,w=/^[A-Za-z0-9][\w.+-]{0,127}$/;async function D(i,r,{docker:o,registry:n}){let t=r.split("/"),e=t.at(-1)??"",s=t.length===1?null:t[0]??"";if(t.length>3||s!==null&&!w.test(s))throw a(i,"names no build");if(e!==""&&!$.test(e)){let L=s===null&&w.test(e)?`The last build of the builder ${e} is "build:${e}/".`:u;throw a(i,"has no ID of a build in it; one has 25 letters and digits",L)}let{openBuild:c}=await __webpack_require__.e(/* import() */ 595).then(__webpack_require__.bind(__webpack_require__, 9595)),m=(0,chunk_WWXFW6IG.h)(n);if(e!=="")return c(o,{builder:s,id:e},m);let{latestBuild:v}=await __webpack_require__.e(/* import() */ 954).then(__webpack_require__.bind(__webpack_require__, 7954));return c(o,await v(o,s),m)}function I(i,r,o){if(r===""||r.startsWith(":"))throw a(i,"has no path in it");if(r.includes("\0"))throw a(i,"is no path");for(let n=r.length;n>0;n=r.lastIndexOf(":",n-1)){let t=(0,external_node_path_.resolve)(o,r.slice(0,n)),e=r.slice(n+1);if((n===r.length||e!=="")&&(0,external_node_fs_.existsSync)(t))return{path:t,tag:e||null}}return{path:(0,external_node_path_.resolve)(o,r),tag:null}}function F(i){if(i==="")throw a(i,"is empty");let r=/^([a-z][a-z0-9+.-]*):\/\//i.exec(i)?.[1];if(r!==void 0)throw a(i,"is a URL",`Leave "${r}://" out: registry/name:tag.`);if(/^[a-z]:[\\/]|^\.{0,2}[\\/]|^~|^\.{1,2}$/i.test(i))throw a(i,"is a path","Say what is there: oci:DIR, oci-archive:FILE or docker-archive:FILE.")}function S(i){try{return (0,chunk_SIXMUVB5.a)(i)}catch(r){throw r instanceof chunk_2JQFL2HQ.a?new chunk_2JQFL2HQ.a(r.code,r.message,{hint:`${r.hint} ${u}`.trim(),cause:r}):r}}function a(i,r,o=u){return new chunk_2JQFL2HQ.a("INPUT_INVALID",`${JSON.stringify(i.slice(0,200))} ${r}`,{hint:o})}

// EXTERNAL MODULE: ./build/chunk-WGHPHSJY.js
var chunk_WGHPHSJY = __webpack_require__(436);
// EXTERNAL MODULE: ./build/chunk-BOITQLJB.js
var chunk_BOITQLJB = __webpack_require__(5237);
// EXTERNAL MODULE: ./build/chunk-ZLFLLXMQ.js
var chunk_ZLFLLXMQ = __webpack_require__(5272);
// EXTERNAL MODULE: ./build/chunk-EXBN7LPI.js
var chunk_EXBN7LPI = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/chunk-5RRRQLFD.js
var chunk_5RRRQLFD = __webpack_require__(854);
// EXTERNAL MODULE: ./build/chunk-2IGR4QCW.js
var chunk_2IGR4QCW = __webpack_require__(1635);
// EXTERNAL MODULE: ./build/chunk-QXAVIL6M.js
var chunk_QXAVIL6M = __webpack_require__(1300);
// EXTERNAL MODULE: ./build/chunk-G43BN6HQ.js
var chunk_G43BN6HQ = __webpack_require__(9435);
// EXTERNAL MODULE: ./build/chunk-7DAV6IQU.js
var chunk_7DAV6IQU = __webpack_require__(617);
// EXTERNAL MODULE: ./build/chunk-C3KYCZ2H.js
var chunk_C3KYCZ2H = __webpack_require__(8523);
// EXTERNAL MODULE: ./build/chunk-AAAZYYJ2.js
var chunk_AAAZYYJ2 = __webpack_require__(8077);
// EXTERNAL MODULE: ./build/chunk-W7T3ZTXV.js
var chunk_W7T3ZTXV = __webpack_require__(7353);
// EXTERNAL MODULE: ./build/chunk-6LSGQCTD.js
var chunk_6LSGQCTD = __webpack_require__(594);
// EXTERNAL MODULE: ./build/chunk-WB6OQ3WS.js
var chunk_WB6OQ3WS = __webpack_require__(9770);
// EXTERNAL MODULE: ./build/chunk-XB3WCHJ7.js
var chunk_XB3WCHJ7 = __webpack_require__(2190);
// EXTERNAL MODULE: ./build/chunk-CMOW7HNM.js
var chunk_CMOW7HNM = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/chunk-AJIEE3XD.js
var chunk_AJIEE3XD = __webpack_require__(1547);
// EXTERNAL MODULE: ./build/chunk-7BAVLV56.js
var chunk_7BAVLV56 = __webpack_require__(8249);
// EXTERNAL MODULE: ./build/chunk-I2MBHWX4.js
var chunk_I2MBHWX4 = __webpack_require__(5611);
// EXTERNAL MODULE: ./build/chunk-EPQ6J2GF.js
var chunk_EPQ6J2GF = __webpack_require__(2501);
// EXTERNAL MODULE: ./build/chunk-PCOD5FLF.js
var chunk_PCOD5FLF = __webpack_require__(7417);
// EXTERNAL MODULE: ./build/chunk-CQMZEF37.js
var chunk_CQMZEF37 = __webpack_require__(6096);
// EXTERNAL MODULE: ./build/chunk-OURDASHP.js
var chunk_OURDASHP = __webpack_require__(8896);
// EXTERNAL MODULE: ./build/chunk-VZ4G36PN.js
var chunk_VZ4G36PN = __webpack_require__(3736);
// EXTERNAL MODULE: ./build/chunk-2C25EDUM.js
var chunk_2C25EDUM = __webpack_require__(163);
// EXTERNAL MODULE: ./build/chunk-H7O2QLRJ.js
var chunk_H7O2QLRJ = __webpack_require__(2811);
// EXTERNAL MODULE: ./build/chunk-UOOMGRKE.js
var chunk_UOOMGRKE = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/chunk-BS5NKO3B.js
var chunk_BS5NKO3B = __webpack_require__(6057);
// EXTERNAL MODULE: ./build/chunk-BQMYP5ED.js
var chunk_BQMYP5ED = __webpack_require__(6651);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/compare-ZUBWG3ET.js
async function ye(e,t,n){let i=be(e),r={build:null,notes:[]};try{let{read:o,pushed:s,build:a,sources:m}=await Se(e,n);return{image:{kind:"read",reference:i,commit:t??(0,chunk_WWXFW6IG.b)(o),pushed:s,image:o},sources:m,...a??r}}catch(o){let{code:s,message:a,hint:m}=(0,chunk_2JQFL2HQ.b)("NOT_COMPARED",`${i} could not be read`,o);if(s==="INPUT_INVALID")throw new chunk_2JQFL2HQ.a(s,`image: ${a}`,{hint:m,cause:o});let c={code:"head-unreadable",message:a,hint:m},p=e.place.kind==="built"?e.place.target.digest??"":"";return{image:{kind:"failed",reference:i,commit:t,pushed:!1,digest:p,note:c},sources:[],...r}}}function be({place:e,repository:t}){switch(e.kind){case"registry":return e.reference;case"local":return e.text;case"built":return e.target.digest===null?t:`${t}@${e.target.digest}`;default:return (0,chunk_2JQFL2HQ.c)(e)}}async function Se(e,{docker:t,registry:n,directory:i}){let{place:r}=e;switch(r.kind){case"registry":{let o=(0,chunk_WWXFW6IG.d)(n,(0,chunk_SIXMUVB5.a)(r.reference));return{read:await (0,chunk_KYG6POS4.b)([o],N(r.reference)),pushed:!0,build:null,sources:[o]}}case"local":{let o=await U(r.text,{docker:t,registry:()=>Promise.resolve(n),directory:i});return{read:await (0,chunk_KYG6POS4.b)([o],N(r.text)),pushed:!1,build:await chunk_42LNQ6FS_o(o.name,t),sources:[o]}}case"built":{let{build:o,digest:s}=r.target,a=be(e),m=[...o===null?[]:[(0,chunk_CFYDUVCP.a)(t,o,(0,chunk_WWXFW6IG.h)(()=>Promise.resolve(n)))],...s===null?[]:[(0,chunk_WWXFW6IG.d)(n,(0,chunk_SIXMUVB5.a)(a))]],c=await (0,chunk_KYG6POS4.b)(m,N(a)),p=s!==null&&await De(n,a);return{read:c,pushed:p,build:o===null?null:await (0,chunk_V52SODGQ.e)(t,o),sources:m}}default:return (0,chunk_2JQFL2HQ.c)(r)}}function N(e){return new chunk_2JQFL2HQ.a("IMAGE_NOT_FOUND",`${e}: there is no such image`,{hint:"Is the name right? A registry may say so of what you may not see, too: log in to it in a step before."})}async function De(e,t){let{digest:n,...i}=(0,chunk_SIXMUVB5.a)(t);return n===null?!1:await (0,chunk_EXBN7LPI.b)(e,i,{digest:n}).then(r=>r!==null,()=>!1)}var he=16*1024*1024,Ie=50,v='the output "metadata" of docker/build-push-action or docker/bake-action',$e=/^(?=.*[A-Za-z0-9])[\w.-]{1,128}$/,Ce=/^([A-Za-z0-9][\w.+-]{0,127})\/[A-Za-z0-9][\w.+-]{0,127}\/([a-z0-9]{25})$/,we=(0,chunk_BS5NKO3B.u)((0,chunk_BS5NKO3B.m)(e=>typeof e=="string"&&(0,chunk_2C25EDUM.a)(e),"not a digest")),Le=(0,chunk_BS5NKO3B.t)({"buildx.build.ref":(0,chunk_BS5NKO3B.u)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.f)(Ce,"not a build's name"))),"containerimage.digest":we,"containerimage.config.digest":we,"image.name":(0,chunk_BS5NKO3B.u)((0,chunk_BS5NKO3B.C)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.d)(1e5)),"")}),_e=(0,chunk_BS5NKO3B.w)((0,chunk_BS5NKO3B.x)(),(0,chunk_BS5NKO3B.z)());function Re(e,t){if(Buffer.byteLength(t)>he)throw (0,chunk_AJIEE3XD.a)(e,t,v,`It has over ${he} bytes.`);let n=je(e,t);if("buildx.build.ref"in n||"containerimage.digest"in n)return[ke(e,null,n)];let i=Object.entries(n).filter(([r])=>!/^(?:buildx|containerimage|image)\./.test(r));if(i.length===0)throw (0,chunk_AJIEE3XD.a)(e,t,v,"It names no build and no digest.");if(i.length>Ie)throw new chunk_2JQFL2HQ.a("INPUT_INVALID",`${e}: has ${i.length} targets; it takes ${Ie} at most`);return i.map(([r,o])=>{if(!$e.test(r))throw (0,chunk_AJIEE3XD.a)(e,r,"names of targets as bake takes them");return ke(e,r,o)})}function je(e,t){try{return (0,chunk_BS5NKO3B.B)(_e,JSON.parse(t))}catch{throw (0,chunk_AJIEE3XD.a)(e,t,v)}}function ke(e,t,n){let i=t===null?e:`${e}: ${t}`,r=(0,chunk_BS5NKO3B.D)(Le,n,{abortEarly:!0});if(!r.success){let[m]=r.issues,c=m.path?.map(({key:p})=>String(p)).join(": ")??"";throw (0,chunk_AJIEE3XD.a)(c===""?i:`${i}: ${c}`,Me(m.input),v)}let{output:o}=r,[,s,a]=Ce.exec(o["buildx.build.ref"]??"")??[];return{target:t,build:s===void 0||a===void 0?null:{builder:s,id:a},digest:o["containerimage.digest"]??null,imageId:o["containerimage.config.digest"]??null,...ze(i,o["image.name"])}}function ze(e,t){let i=t.split(",").filter(s=>s.trim()!=="").map(s=>(0,chunk_C3KYCZ2H.a)(`${e}: image.name`,s.trim(),"names of an image")),[r]=i;return r===void 0?{repository:null,tags:[]}:{repository:(0,chunk_C3KYCZ2H.e)(e,(0,chunk_SIXMUVB5.b)({...r,tag:null,digest:null})),tags:i.filter(({tag:s})=>s!==null).map(chunk_SIXMUVB5.b)}}function Me(e){return typeof e=="string"?e:e===void 0?"nothing":JSON.stringify(e)}var Ue=["builder","baseline","name","max-size","max-increase","max-size-on-disk","max-increase-on-disk","noise","override-label","details","max-read","comment","report","strict"];function Te(e){let t=r=>e[(0,chunk_AAAZYYJ2.h)(r)]??"",n=(0,chunk_C3KYCZ2H.f)(Object.fromEntries(Ue.map(r=>[(0,chunk_AAAZYYJ2.h)(r),t(r)]))),i=We(t("image").trim(),t("metadata").trim(),n.builder);return{...n,subject:i,token:e.GITHUB_TOKEN??""}}function We(e,t,n){if(e===""==(t===""))throw new chunk_2JQFL2HQ.a("INPUT_INVALID",e===""?"image, metadata: neither is given; one is needed":"image, metadata: both are given; one is taken",{hint:'Set "image" to a reference, oci:DIR or build:, or "metadata" to the output of the build step.'});if(t!=="")return{kind:"metadata",targets:Re("metadata",t)};if((0,chunk_2C25EDUM.a)(e))return{kind:"digest",digest:e};if(e==="build:"&&n!=="")return{kind:"local",text:`build:${n}/`};if(p(e)!==null)return{kind:"local",text:e};let r=(0,chunk_C3KYCZ2H.a)("image",e,'a reference, a digest, oci:DIR, or build: for the last build of "builder"');return{kind:"reference",reference:r.tag===null&&r.digest===null?{...r,tag:"latest"}:r}}function ve(e,t,n,{name:i,repository:r}){let{budgets:o,countDrift:s,noise:a,overrideLabel:m,details:c,maxReadBytes:p,comment:l,report:E,strict:y}=e;return{name:i,image:r,event:(0,chunk_C3KYCZ2H.i)(t),platforms:[],part:{kind:"whole"},baseline:(0,chunk_W7T3ZTXV.g)(e.baseline,t,{repository:r,workTree:n,isAtEvent:(0,chunk_C3KYCZ2H.g)(t,n),isBranchTagOverwritten:!0,movedTags:[],tags:null}),overBudget:(0,chunk_C3KYCZ2H.j)(t.trigger),budgets:o,countDrift:s,noise:a,overrideLabel:m,details:c,maxReadBytes:p,comment:l,report:E,strict:y}}function Pe(e,t){let n=Ve(e,t),i=n.find(({name:r},o)=>n.findIndex(s=>s.name===r)!==o);if(i!==void 0){let r=`metadata: more than one target is called ${JSON.stringify(i.name)} in the comment`;throw new chunk_2JQFL2HQ.a("INPUT_INVALID",r,{hint:"Upper and lower case are one in it: rename a target."})}return n}function Ve({subject:e,name:t,baseline:n},i){let r=s=>(0,chunk_C3KYCZ2H.h)({image:null,name:s},i).repository,o=n.kind==="reference"?Fe(n.reference):null;switch(e.kind){case"reference":{let{reference:s}=e,a=(0,chunk_C3KYCZ2H.e)("image",(0,chunk_SIXMUVB5.b)({...s,tag:null,digest:null})),m={kind:"registry",reference:(0,chunk_SIXMUVB5.b)(s)};return[{name:t??a.lastElement.slice(0,63),repository:a.text,place:m}]}case"digest":{let{text:s,lastElement:a}=r(t),m={kind:"registry",reference:`${s}@${e.digest}`};return[{name:t??a.slice(0,63),repository:s,place:m}]}case"local":{let{text:s,lastElement:a}=o??r(t);return[{name:t??a.slice(0,63),repository:s,place:e}]}case"metadata":{let s=e.targets.length===1;return e.targets.map(a=>{let m=s?t:Ge(a.target??"",t),{text:c,lastElement:p}=a.repository??(s?o:null)??r(m);return{name:m??p.slice(0,63),repository:c,place:{kind:"built",target:a}}})}default:return (0,chunk_2JQFL2HQ.c)(e)}}function Ge(e,t){return(t===null?e.replace(/^[^A-Za-z0-9]+/,""):`${t}-${e}`).toLowerCase().slice(0,63)}function Fe(e){return (0,chunk_C3KYCZ2H.e)("baseline",e.replace(/@.*$/,"").replace(/:[^:/]*$/,""))}function compare_ZUBWG3ET_I(e){return e.every(t=>t==="")?"":e.join(`
`)}function Ee(e){let t=e.map(o=>o.outputs),n=o=>compare_ZUBWG3ET_I(t.map(s=>s[o])),[i]=t.toSorted((o,s)=>P(s["size-change"])-P(o["size-change"])),[r]=t.toSorted((o,s)=>P(s["build-duration"])-P(o["build-duration"]));return{reference:n("reference"),pushed:String(t.every(({pushed:o})=>o==="true")),verdict:(0,chunk_BOITQLJB.a)(e.map(({comparison:o})=>o.verdict)),size:i?.size??"","size-change":i?.["size-change"]??"","size-change-percent":i?.["size-change-percent"]??"","build-duration":r?.["build-duration"]??"",baseline:n("baseline"),"comparison-file":n("comparison-file"),"comment-file":n("comment-file"),"report-file":n("report-file"),"collected-file":n("collected-file"),"comment-url":t.find(o=>o["comment-url"]!=="")?.["comment-url"]??""}}function P(e){return e===""?-Number.MAX_VALUE:Number(e)}var Ze=128;async function ar(e){let t=Te(e),n=await (0,chunk_AAAZYYJ2.e)(e),i=Pe(t,n);return await (0,chunk_56IYG7KK.k)(t.strict,async()=>await Ke(t,n,i,e))}async function Ke(e,t,n,i){let r=i.GITHUB_WORKSPACE||process.cwd(),o=await (0,chunk_C3KYCZ2H.l)({context:".",eventSha:t.sha,directory:r,environment:i});(0,chunk_XB3WCHJ7.c)(o.notes);let s={path:"docker",env:i},a=new chunk_PCOD5FLF.b({env:i}),m=await (0,chunk_QJ3D2YBS.b)(e.token,t.repository,i),c=await (0,promises_.mkdtemp)((0,external_node_path_.join)(i.RUNNER_TEMP||r,"plimsoll-")),p=[];for(let l of n){let E=ve(e,t,o,l),y=await ye(l,o.commit,{docker:s,registry:a,directory:r}),{image:S}=y;if(S.kind==="read"){let Oe=S.image.platforms.map(({platform:Ne})=>Ne);(0,chunk_XB3WCHJ7.c)((0,chunk_C3KYCZ2H.k)(t.trigger,e.budgets,Oe))}let{clock:Ae}=chunk_QJ3D2YBS.a,D={registry:a,github:m,clock:Ae,folder:(0,external_node_path_.join)(c,l.name),movedTags:[]};await (0,promises_.mkdir)(D.folder,{recursive:!0});let Be=await (0,chunk_KYG6POS4.a)(E,y,D,i);p.push(Ye(l,Be,y.build?.durationMs??null))}return a.close(),(0,chunk_OURDASHP.a)({...Ee(p),digest:compare_ZUBWG3ET_I(p.map(({comparison:l})=>l.head.digest)),imageid:compare_ZUBWG3ET_I(n.map(({place:l})=>l.kind==="built"?l.target.imageId??"":"")),tags:p.flatMap(({tags:l})=>l).join(`
`),"artifact-name":Xe(n),metadata:i.PLIMSOLL_METADATA??""}),p.some(({comparison:l})=>(0,chunk_BOITQLJB.b)(l,e.strict))}function Xe(e){return e.map(({name:t})=>t).join("+").slice(0,Ze)}function Ye({repository:e,place:t},n,i){let{digest:r,pushed:o}=n.comparison.head,s=(0,chunk_KYG6POS4.c)({image:e,platforms:[],digest:(0,chunk_2C25EDUM.a)(r)?r:null,isPushed:o,buildDurationMs:i,...n});return{...n,outputs:s,tags:o&&t.kind==="built"?t.target.tags:[]}}


/***/ })

};
