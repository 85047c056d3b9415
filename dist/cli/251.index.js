export const id = 251;
export const ids = [251];
export const modules = {

/***/ 8251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderTerminal: () => (/* reexport */ renderTerminal)
});

// EXTERNAL MODULE: ./build/chunk-VKXIAP6H.js
var chunk_VKXIAP6H = __webpack_require__(7073);
// EXTERNAL MODULE: ./build/chunk-4PDNQYF5.js
var chunk_4PDNQYF5 = __webpack_require__(1507);
// EXTERNAL MODULE: ./build/chunk-KEGGH3XV.js
var chunk_KEGGH3XV = __webpack_require__(5283);
// EXTERNAL MODULE: ./build/chunk-Z6OZE2SN.js
var chunk_Z6OZE2SN = __webpack_require__(1329);
;// CONCATENATED MODULE: ./build/chunk-VUIJPTTH.js





// src/report/terminal.ts
var STYLES = { over: "31", warning: "33", within: "32", none: "1", dim: "2" };
function renderTerminal(comparison, context, options) {
  const story = (0,chunk_4PDNQYF5/* tellStory */.F5)(comparison, context);
  const style = (name, text) => options.color ? `\x1B[${STYLES[name]}m${text}\x1B[0m` : text;
  const { rows, left } = story.causes;
  const blocks = [
    [
      style(story.headline.icon, (0,chunk_VKXIAP6H/* formatPlain */.W)(story.headline.text)) + (story.headline.because === null ? "" : ` ${(0,chunk_VKXIAP6H/* formatPlain */.W)(story.headline.because)}`),
      ...story.reasons.map(chunk_VKXIAP6H/* formatPlain */.W)
    ],
    formatColumns(listSizes(comparison, context), options.width, ["left"]),
    story.broken.map(chunk_VKXIAP6H/* formatPlain */.W),
    formatColumns(
      [
        ...rows.map(({ change, what }) => [change, what]),
        ...left > 0 ? [[(0,chunk_Z6OZE2SN/* say */.cv)``, (0,chunk_Z6OZE2SN/* say */.cv)`and ${left} smaller ${left === 1 ? (0,chunk_Z6OZE2SN/* say */.cv)`cause` : (0,chunk_Z6OZE2SN/* say */.cv)`causes`}`]] : []
      ],
      options.width,
      ["right", "left"]
    ),
    story.build === null ? [] : [(0,chunk_VKXIAP6H/* formatPlain */.W)(story.build.time === null ? story.build.rest : (0,chunk_Z6OZE2SN/* say */.cv)`${story.build.time}${story.build.rest}`)],
    story.notes.map(chunk_VKXIAP6H/* formatPlain */.W),
    story.advice === null ? [] : [(0,chunk_VKXIAP6H/* formatPlain */.W)(story.advice)],
    [style("dim", (0,chunk_VKXIAP6H/* formatPlain */.W)(story.provenance))]
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function listSizes(comparison, context) {
  const { head, rows } = (0,chunk_4PDNQYF5/* formatSizeTable */.V8)(comparison, context);
  if (rows.length === 0) return [];
  if (comparison.baseline.kind === "none") return [head, ...rows];
  const pulls = comparison.platforms.map(({ pull }) => pull === null ? (0,chunk_Z6OZE2SN/* say */.cv)`` : (0,chunk_Z6OZE2SN/* say */.cv)`${(0,chunk_KEGGH3XV/* formatBytes */.z3)(pull.bytes)}`);
  return [[...head, (0,chunk_Z6OZE2SN/* say */.cv)`to pull`], ...rows.map((row, index) => [...row, pulls[index] ?? (0,chunk_Z6OZE2SN/* say */.cv)``])];
}
function formatColumns(rows, width, sides) {
  const cells = rows.map((row) => row.map((cell) => Array.from((0,chunk_VKXIAP6H/* formatPlain */.W)(cell))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => {
    const line = row.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - cell.length);
      return sides[column] === "left" ? cell.join("") + padding : padding + cell.join("");
    });
    return cutLine(line.join("   ").trimEnd(), width);
  });
}
function cutLine(line, width) {
  const characters = Array.from(line);
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join("")}\u2026`;
}



// EXTERNAL MODULE: ./build/chunk-WGUAQD7P.js
var chunk_WGUAQD7P = __webpack_require__(7656);
// EXTERNAL MODULE: ./build/chunk-XD2FGNJF.js
var chunk_XD2FGNJF = __webpack_require__(6503);
;// CONCATENATED MODULE: ./build/terminal-MGDEIVMV.js











/***/ })

};
