export const id = 556;
export const ids = [556];
export const modules = {

/***/ 5283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ formatByteChange),
/* harmony export */   Uv: () => (/* binding */ formatExactBytes),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
// src/report/bytes.ts
var UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
var MINUS = "\u2212";
function formatBytes(bytes) {
  const sign = bytes < 0 ? MINUS : "";
  let value = Math.abs(bytes);
  let unit = 0;
  while (value >= (unit === 0 ? 1e3 : 999.5) && unit < UNITS.length - 1) {
    value /= 1e3;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${sign}${value.toFixed(digits)} ${UNITS[unit] ?? ""}`;
}
function formatByteChange(bytes) {
  return bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}
function formatExactBytes(bytes) {
  const digits = String(Math.abs(bytes)).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${bytes < 0 ? MINUS : ""}${digits} B`;
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

/***/ 5556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runInspect: () => (/* binding */ runInspect)
/* harmony export */ });
/* harmony import */ var _chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1382);
/* harmony import */ var _chunk_TZEFPBFR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9573);
/* harmony import */ var _chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(6716);
/* harmony import */ var _chunk_7GIIHIG2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3300);
/* harmony import */ var _chunk_WA2YXKPE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4897);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2708);
/* harmony import */ var _chunk_WJTX36XS_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2827);
/* harmony import */ var _chunk_HTDIX6X5_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(564);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5592);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6794);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(365);
/* harmony import */ var _chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7073);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2340);
/* harmony import */ var _chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5283);
/* harmony import */ var _chunk_WGUAQD7P_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7656);
/* harmony import */ var _chunk_XD2FGNJF_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6503);
/* harmony import */ var _chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1329);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2921);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2587);























// src/command/inspection.ts
function describeInspection({ name, digest, platforms }) {
  return {
    reference: name,
    digest,
    platforms: platforms.map((platform) => ({
      platform: platform.platform,
      digest: platform.manifestDigest,
      downloadBytes: (0,_chunk_EHJPBX5B_js__WEBPACK_IMPORTED_MODULE_17__/* .downloadBytes */ .e)(platform),
      onDiskBytes: null,
      layers: platform.layers.map(({ digest: digest2, diffID, mediaType, downloadBytes: downloadBytes2, createdBy }) => ({
        digest: digest2,
        diffID,
        mediaType,
        downloadBytes: downloadBytes2,
        onDiskBytes: null,
        createdBy
      }))
    }))
  };
}

// src/command/format-inspection.ts
function formatInspection({ reference, digest, platforms }, { color, width }) {
  const bold = (line) => color ? `\x1B[1m${line}\x1B[0m` : line;
  const blocks = [
    [bold((0,_chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_10__/* .formatPlain */ .W)((0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_18__/* .say */ .cv)`${reference}`)), (0,_chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_10__/* .formatPlain */ .W)((0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_18__/* .say */ .cv)`${digest}`)],
    ...platforms.map((platform) => [
      bold(formatPlatformLine(platform)),
      ...formatLayers(platform).map((line) => cut(line, width))
    ])
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function formatPlatformLine({ platform, downloadBytes: downloadBytes2, layers }) {
  const count = `${layers.length} ${layers.length === 1 ? "layer" : "layers"}`;
  return (0,_chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_10__/* .formatPlain */ .W)((0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_18__/* .say */ .cv)`${platform}: ${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_19__/* .formatBytes */ .z3)(downloadBytes2)} to download, ${count}`);
}
function formatLayers({ layers }) {
  const sizes = layers.map(({ downloadBytes: downloadBytes2 }) => (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_19__/* .formatBytes */ .z3)(downloadBytes2));
  const widest = Math.max(0, ...sizes.map(({ length }) => length));
  return layers.map(({ digest, createdBy }, place) => {
    const instruction = (0,_chunk_VKXIAP6H_js__WEBPACK_IMPORTED_MODULE_10__/* .formatPlain */ .W)((0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_18__/* .code */ .aY)((0,_chunk_WGUAQD7P_js__WEBPACK_IMPORTED_MODULE_12__/* .formatInstruction */ .E)(createdBy)));
    return `  ${(sizes[place] ?? "").padStart(widest)}   ${digest.slice("sha256:".length, 19)}   ${instruction}`.trimEnd();
  });
}
function cut(line, width) {
  const characters = Array.from(line);
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join("")}\u2026`;
}

// src/command/inspect.ts
async function runInspect(asked, terminal) {
  const platforms = (0,_chunk_HTDIX6X5_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlatformList */ .VX)("--platform", asked.platforms.join());
  const places = (0,_chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__/* .openPlaces */ .j$)(terminal, asked);
  const progress = (0,_chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__/* .startProgress */ .ot)(terminal, asked);
  try {
    const wanted = { role: "the image", text: asked.reference, platforms, withBuild: false };
    const inspection = describeInspection((await (0,_chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__/* .readSide */ .wU)(wanted, places, progress)).image);
    progress.end();
    const options = { color: (0,_chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__/* .useColor */ .by)(asked.color, terminal), width: terminal.columns() ?? Infinity };
    await terminal.print(asked.output === "json" ? (0,_chunk_EOIT2NZY_js__WEBPACK_IMPORTED_MODULE_0__/* .formatJson */ .IB)(inspection) : formatInspection(inspection, options));
    return 0;
  } finally {
    progress.end();
    places.close();
  }
}



/***/ })

};
