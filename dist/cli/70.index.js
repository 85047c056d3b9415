export const id = 70;
export const ids = [70];
export const modules = {

/***/ 4342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ formatWhyNotCompared),
/* harmony export */   Uc: () => (/* binding */ findReason),
/* harmony export */   se: () => (/* binding */ formatNote)
/* harmony export */ });
/* harmony import */ var _chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1329);


// src/report/why-not-compared.ts
function formatWhyNotCompared(comparison) {
  const { baseline, platforms } = comparison;
  if (platforms.some(({ status }) => status === "compared")) return null;
  const note = findReason(comparison);
  if (note !== null) return formatNote(note);
  return formatNote({ message: baseline.kind === "none" ? baseline.reason : "no platform is in both", hint: "" });
}
function findReason({ baseline, notes, platforms, verdict }) {
  if (platforms.some(({ status }) => status === "compared")) return null;
  const [first] = notes;
  if (first === void 0) return null;
  const isAboutBaseline = baseline.kind === "none" && platforms.length > 0;
  if (isAboutBaseline) return first.message === baseline.reason ? first : null;
  return verdict === "no-baseline" ? null : first;
}
function formatNote({ message, hint }) {
  const text = message.trim();
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return hint === "" ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${sentence}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${sentence} ${hint}`;
}




/***/ }),

/***/ 1329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ joinTexts),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say)
/* harmony export */ });
// src/report/text.ts
function say(ours, ...values) {
  return {
    pieces: ours.flatMap((text, index) => {
      const value = values[index];
      const piece = { kind: "ours", text };
      if (value === void 0) return [piece];
      if (typeof value === "object") return [piece, ...value.pieces];
      return [piece, { kind: "foreign", text: String(value) }];
    })
  };
}
function code(untrusted) {
  return { pieces: [{ kind: "code", text: untrusted }] };
}
function joinTexts(texts, separator) {
  return {
    pieces: texts.flatMap(
      (text, index) => index === 0 ? text.pieces : [{ kind: "ours", text: separator }, ...text.pieces]
    )
  };
}




/***/ }),

/***/ 6070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findReason: () => (/* reexport safe */ _chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_0__.Uc)
/* harmony export */ });
/* harmony import */ var _chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4342);





/***/ })

};
