export const id = 649;
export const ids = [649];
export const modules = {

/***/ 7726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ formatDetails)
/* harmony export */ });
/* harmony import */ var _chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6508);


// src/report/layer-blocks.ts
function formatLayerBlocks(platforms, context, mostRows) {
  return platforms.filter(({ status }) => status === "compared").flatMap(({ platform, layers }) => {
    const changed = layers.filter(({ status }) => status !== "same");
    const shown = new Set(changed.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, mostRows));
    const same = layers.length - changed.length;
    const left = changed.length - shown.size;
    const counts = [
      ...same > 0 || left === 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(same, "layer")} unchanged.`] : [],
      ...left > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, "smaller change")} not shown.`] : []
    ];
    const head = { kind: "paragraph", text: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platform}: ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(counts, " ")}` };
    if (shown.size === 0) return [head];
    const columns = [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`layer`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)``, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context), (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`this ${context.subject}`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`download`];
    const rows = changed.filter((layer) => shown.has(layer)).map(formatLayer);
    return [head, { kind: "table", head: columns, rows, words: 2 }];
  });
}
function formatLayer(layer) {
  const { before, after } = sides(layer);
  const name = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstruction */ .EI)(layer.createdBy);
  return [
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name === "" ? layer.digest.slice(0, 19) : name),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${layer.status}`,
    before === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(before)}`,
    after === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(after)}`,
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatByteChange */ .Ul)((after ?? 0) - (before ?? 0))}`
  ];
}
function weigh(layer) {
  const { before, after } = sides(layer);
  return Math.abs((after ?? 0) - (before ?? 0));
}
function sides(layer) {
  if (layer.status === "removed") return { before: layer.downloadBytes, after: null };
  return { before: layer.baseline?.downloadBytes ?? null, after: layer.downloadBytes };
}

// src/report/step-blocks.ts
function formatStepBlocks(steps, context, mostRows) {
  const ran = steps.filter(({ status }) => status !== "cached");
  const cached = steps.length - ran.length;
  const rows = groupSteps(ran.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0)));
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const counts = [
    ...cached > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(cached, "step")} came from the cache.`] : [],
    ...left > 0 ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(left, "shorter step")} not shown.`] : []
  ];
  const tail = counts.length === 0 ? [] : [{ kind: "paragraph", text: (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(counts, " ") }];
  if (shown.length === 0) return tail;
  const table = {
    kind: "table",
    head: [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`step that ran`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`took`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`on ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)}`],
    rows: shown.map(({ name, platforms, took, before }) => [
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name),
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platforms.join(", ")}`,
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${took}`,
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${before}`
    ]),
    words: 2
  };
  return [table, ...tail];
}
function groupSteps(steps) {
  const rows = /* @__PURE__ */ new Map();
  for (const step of steps) {
    const name = (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstruction */ .EI)(step.name);
    const took = step.durationMs === null ? "\u2013" : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(step.durationMs);
    const before = formatBefore(step);
    const key = JSON.stringify([name, took, before]);
    const row = rows.get(key) ?? { name, platforms: [], took, before };
    if (step.platform !== null) row.platforms.push(step.platform);
    rows.set(key, row);
  }
  return [...rows.values()];
}
function formatBefore({ baseline }) {
  if (baseline === null) return "\u2013";
  if (baseline.status === "cached") return "from the cache";
  return baseline.durationMs === null ? baseline.status : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(baseline.durationMs);
}

// src/report/details.ts
function formatDetails(comparison, context, mostRows) {
  const { platforms, build, budgets, notes } = comparison;
  const details = [];
  const add = (title, blocks) => void details.push({ title, blocks });
  if (platforms.some(({ status }) => status === "compared")) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`layers`, formatLayerBlocks(platforms, context, mostRows));
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what a node that has ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)} pulls`, [formatPulls(platforms)]);
  }
  if (platforms.some(({ onDisk }) => onDisk.head !== null)) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`size on disk`, [{ kind: "table", ...(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSizeTable */ .V8)(comparison, context, "onDisk"), words: 1 }]);
  }
  if (build !== null && build.steps.length > 0) {
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`steps`, formatStepBlocks(build.steps, context, mostRows));
    add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what the cache costs and saves`, [formatCache(build, context)]);
  }
  if (budgets.length > 0) add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`limits`, [formatLimits(comparison)]);
  add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`what was compared`, [formatSides(comparison)]);
  if (notes.length > 0) add((0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`notes`, [{ kind: "list", items: notes.map(_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNote */ .se) }]);
  return details;
}
function formatPulls(platforms) {
  const rows = platforms.flatMap(
    ({ platform, pull, download }) => pull === null ? [] : [[(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${platform}`, formatKnown(pull.bytes), formatKnown(download.head)]]
  );
  return { kind: "table", head: [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`pulls`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`of`], rows, words: 1 };
}
function formatCache({ cache, durationMs, baselineDurationMs }, context) {
  const items = [
    ...cache.importMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`reading it took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.importMs)}`],
    ...cache.exportMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`writing it took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.exportMs)}`],
    ...cache.savedMs === null ? [] : [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`the restored steps took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(cache.savedMs)} when they last ran, added up`],
    ...durationMs === null || baselineDurationMs === null ? [] : [
      (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`the build of ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .nameBaseline */ .rl)(context)} took ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(baselineDurationMs)}, this one ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(durationMs)}, on two machines`
    ]
  ];
  return { kind: "list", items };
}
function formatLimits({ budgets }) {
  const rows = budgets.map((budget) => [
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(budget.limit),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${budget.platform}`,
    formatKnown(budget.measured),
    formatKnown(budget.allowed),
    (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${budget.verdict}`
  ]);
  const head = [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`limit`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`platform`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`measured`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`allowed`, (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`verdict`];
  return { kind: "table", head, rows, words: 2 };
}
function formatSides({ baseline, head }) {
  const name = ({ reference, digest }) => digest === "" || reference.endsWith(digest) ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reference) : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reference)}, ${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(digest)}`;
  const items = [...baseline.kind === "found" ? [(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`baseline ${name(baseline)}`] : [], (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`head ${name(head)}`];
  return { kind: "list", items };
}
function formatKnown(bytes) {
  return bytes === null ? (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`–` : (0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)`${(0,_chunk_F76D457Y_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)}`;
}




/***/ }),

/***/ 6649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writePage: () => (/* binding */ writePage)
});

// EXTERNAL MODULE: ./build/chunk-SIHP6ESN.js
var chunk_SIHP6ESN = __webpack_require__(7726);
// EXTERNAL MODULE: ./build/chunk-F76D457Y.js
var chunk_F76D457Y = __webpack_require__(6508);
// EXTERNAL MODULE: ./build/chunk-5BHS3ACO.js
var chunk_5BHS3ACO = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-WGLEPDPP.js





// src/report/page.ts
var MOST_ROWS = 1e3;
var MOST_CHARACTERS = 2e3;
var STYLE = `
:root { color-scheme: light dark; --line: #8884; --over: #cf222e; --warning: #9a6700; --within: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --over: #f85149; --warning: #d29922; --within: #3fb950 } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
h1.over { color: var(--over) } h1.warning { color: var(--warning) } h1.within { color: var(--within) }
table { border-collapse: collapse; margin: .5rem 0; display: block; overflow-x: auto }
th, td { padding: .2rem .8rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums }
th.words, td.words { text-align: left }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .85rem; opacity: .8 }`;
function renderPage(comparison, context) {
  const story = (0,chunk_F76D457Y/* tellStory */.F5)(comparison, context);
  const details = (0,chunk_SIHP6ESN/* formatDetails */.S)(comparison, context, MOST_ROWS).map(
    ({ title, blocks }) => `<section>
<h2>${encode(title)}</h2>
${blocks.map(renderBlock).join("\n")}
</section>`
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encodeText(comparison.name)}: Plimsoll</title>`,
    `<style>${STYLE}
</style>`,
    "</head>",
    "<body>",
    `<h1 class="${story.headline.icon}">${encode(story.headline.text)}</h1>`,
    ...openBlocks(story, comparison, context).map(renderBlock),
    ...details,
    `<footer>${encode(story.provenance)}${context.run === null ? "" : ` \xB7 run ${context.run.number}`}</footer>`,
    "</body>",
    "</html>",
    ""
  ].join("\n");
}
function openBlocks(story, comparison, context) {
  const { headline, causes, build } = story;
  const paragraphs = (texts) => texts.filter((text) => text !== null).map((text) => ({ kind: "paragraph", text }));
  const rows = causes.rows.map(({ change, what }) => (0,chunk_F76D457Y/* say */.cv)`${change} ${what}`);
  const left = causes.left === 0 ? [] : [(0,chunk_F76D457Y/* say */.cv)`${causes.left} smaller ${causes.left === 1 ? "cause" : "causes"}`];
  return [
    ...paragraphs([headline.because, ...story.reasons]),
    { kind: "table", ...(0,chunk_F76D457Y/* formatSizeTable */.V8)(comparison, context), words: 1 },
    ...paragraphs(story.broken),
    { kind: "list", items: [...rows, ...left] },
    ...paragraphs([build === null ? null : (0,chunk_F76D457Y/* say */.cv)`${build.time ?? (0,chunk_F76D457Y/* say */.cv)``}${build.rest}`, ...story.notes, story.advice])
  ];
}
function renderBlock(block) {
  switch (block.kind) {
    case "paragraph":
      return `<p>${encode(block.text)}</p>`;
    case "list":
      return block.items.length === 0 ? "" : `<ul>
${block.items.map((item) => `<li>${encode(item)}</li>`).join("\n")}
</ul>`;
    case "table": {
      if (block.rows.length === 0) return "";
      const row = (cells, tag) => `<tr>${cells.map((cell, column) => `<${tag}${column < block.words ? ' class="words"' : ""}>${encode(cell)}</${tag}>`).join("")}</tr>`;
      return ["<table>", row(block.head, "th"), ...block.rows.map((cells) => row(cells, "td")), "</table>"].join("\n");
    }
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(block);
  }
}
function encode(text) {
  return text.pieces.map(encodePiece).join("");
}
function encodePiece(piece) {
  if (piece.kind === "ours") return encodeText(piece.text, false);
  return piece.kind === "code" ? `<code>${encodeText(piece.text)}</code>` : encodeText(piece.text);
}
function encodeText(text, isForeign = true) {
  const visible = isForeign ? (0,chunk_5BHS3ACO/* makeVisible */.X)(text, MOST_CHARACTERS) : text;
  return visible.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}



// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/write-page-3HLYWGOB.js






// src/command/write-page.ts


async function writePage(comparison, context, file, { directory }) {
  try {
    await (0,promises_.writeFile)((0,external_node_path_.resolve)(directory, file), renderPage(comparison, context));
  } catch (error) {
    throw (0,chunk_NQNT2RXN/* wrapError */.J4)("FILE_UNWRITABLE", `--html ${file}`, error);
  }
}



/***/ })

};
