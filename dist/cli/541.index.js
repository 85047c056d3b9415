export const id = 541;
export const ids = [541];
export const modules = {

/***/ 1912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ fetchBlob)
/* harmony export */ });
/* harmony import */ var _chunk_W4NDO5UB_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4040);
/* harmony import */ var _chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(254);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2587);






// src/image/registry/fetch-blob.ts
async function fetchBlob(client, { registry, repository }, { digest, size }) {
  const what = `${registry}/${repository}, blob ${digest}`;
  if (size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${size} bytes; ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes} are read`);
  }
  const call = {
    method: "GET",
    registry,
    repository,
    path: `/v2/${repository}/blobs/${digest}`,
    what,
    access: "pull",
    // One more, so that too many are seen as such.
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.configBytes + 1
  };
  const answer = await client.fetch(call);
  if (answer.status !== 200) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__/* .explainAnswer */ .iJ)(answer, (0,_chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_1__/* .describeCall */ .G)(call));
  if (answer.bytes.length !== size || (0,_chunk_W4NDO5UB_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(answer.bytes, digest) !== digest) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${answer.url.host} sends other bytes than those`, {
      hint: "A proxy in between may have changed them; try again."
    });
  }
  return answer.bytes;
}




/***/ }),

/***/ 7612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fetchManifest)
/* harmony export */ });
/* harmony import */ var _chunk_W4NDO5UB_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4040);
/* harmony import */ var _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
/* harmony import */ var _chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(254);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5615);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6794);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2587);









// src/image/registry/fetch-manifest.ts
async function fetchManifest(client, { registry, repository }, target) {
  const [tag, digest] = "tag" in target ? [target.tag, null] : [null, target.digest];
  const call = {
    method: "GET",
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag ?? digest}`,
    what: (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .F)({ registry, repository, tag, digest }),
    access: "pull",
    headers: { accept: _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MANIFESTS */ .bb },
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_6__/* .LIMITS */ .b.manifestBytes
  };
  const answer = await client.fetch(call);
  if ((0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(answer)) return null;
  if (answer.status !== 200) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .explainAnswer */ .iJ)(answer, (0,_chunk_PDKWOHEL_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCall */ .G)(call));
  const mediaType = (answer.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "text/html") throw invalid(call.what, `${answer.url.host} answers with a web page`);
  const stated = answer.headers["docker-content-digest"];
  const expected = digest ?? (typeof stated === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_5__/* .isDigest */ .B)(stated) ? stated : null);
  const actual = (0,_chunk_W4NDO5UB_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(answer.bytes, expected ?? void 0);
  if (expected !== null && actual !== expected) {
    throw invalid(call.what, `${answer.url.host} sends other bytes than those of ${expected}`);
  }
  return { mediaType, digest: actual, bytes: answer.bytes };
}
function invalid(what, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${why}`, {
    hint: "A proxy in between may have changed them; try again."
  });
}




/***/ }),

/***/ 4040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(365);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);


// src/image/digest-of.ts

function digestOf(bytes, like) {
  const algorithm = like?.startsWith("sha512:") ? "sha512" : "sha256";
  return (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(`${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)(algorithm).update(bytes).digest("hex")}`);
}




/***/ }),

/***/ 3541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRegistrySource: () => (/* reexport */ openRegistrySource)
});

// EXTERNAL MODULE: ./build/chunk-3OOBZ3BD.js
var chunk_3OOBZ3BD = __webpack_require__(1912);
// EXTERNAL MODULE: ./build/chunk-6EA37SFE.js
var chunk_6EA37SFE = __webpack_require__(7612);
// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-4Y56EYU2.js





// src/image/registry/registry-source.ts
function openRegistrySource(client, reference, name) {
  const { tag, digest } = reference;
  return {
    name: name ?? (0,chunk_VY7GW57L/* formatReference */.F)(reference),
    // Given both, the digest is what counts, as for container engines.
    fetchRoot: async () => await (0,chunk_6EA37SFE/* fetchManifest */.C)(client, reference, digest === null ? { tag: tag ?? "latest" } : { digest }),
    async fetchManifest(descriptor) {
      const manifest = await (0,chunk_6EA37SFE/* fetchManifest */.C)(client, reference, { digest: descriptor.digest });
      if (manifest !== null) return manifest;
      throw new chunk_NQNT2RXN/* PlimsollError */.nN(
        "REGISTRY_NOT_FOUND",
        `${(0,chunk_VY7GW57L/* formatReference */.F)(reference)} names the manifest ${descriptor.digest}, and the registry has it not`,
        { hint: "A job that deletes untagged versions takes such away: build and push again." }
      );
    },
    fetchBlob: async (descriptor) => await (0,chunk_3OOBZ3BD/* fetchBlob */.s)(client, reference, descriptor)
  };
}



// EXTERNAL MODULE: ./build/chunk-W4NDO5UB.js
var chunk_W4NDO5UB = __webpack_require__(4040);
// EXTERNAL MODULE: ./build/chunk-WJTX36XS.js
var chunk_WJTX36XS = __webpack_require__(2827);
// EXTERNAL MODULE: ./build/chunk-PDKWOHEL.js
var chunk_PDKWOHEL = __webpack_require__(254);
// EXTERNAL MODULE: ./build/chunk-ATKXFF4U.js
var chunk_ATKXFF4U = __webpack_require__(5615);
// EXTERNAL MODULE: ./build/chunk-NAYRG3EA.js
var chunk_NAYRG3EA = __webpack_require__(8224);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
;// CONCATENATED MODULE: ./build/registry-source-LGFNOF6J.js

















/***/ })

};
