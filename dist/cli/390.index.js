export const id = 390;
export const ids = [390];
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

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderComment: () => (/* reexport */ renderComment)
});

// EXTERNAL MODULE: ./build/chunk-SIHP6ESN.js
var chunk_SIHP6ESN = __webpack_require__(7726);
// EXTERNAL MODULE: ./build/chunk-F76D457Y.js
var chunk_F76D457Y = __webpack_require__(6508);
// EXTERNAL MODULE: ./build/chunk-5BHS3ACO.js
var chunk_5BHS3ACO = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-GEX5LD5U.js





// src/report/markdown.ts
var MOST_CHARACTERS = { foreign: 500, code: 120 };
var Markdown = class _Markdown {
  #text;
  constructor(text) {
    this.#text = text;
  }
  toString() {
    return this.#text;
  }
  static of(ours, values) {
    const pieces = ours.map((piece, index) => {
      const value = values[index];
      if (value === void 0) return piece;
      if (typeof value === "number") return `${piece}${value}`;
      return piece + (value instanceof _Markdown ? value.#text : value.pieces.map(encodePiece).join(""));
    });
    return new _Markdown(pieces.join(""));
  }
  static join(parts, separator) {
    return new _Markdown(parts.map((part) => part.#text).join(separator));
  }
};
function mark(ours, ...values) {
  return Markdown.of(ours, values);
}
function encodePiece(piece) {
  if (piece.kind === "ours") return piece.text;
  const encoded = encode((0,chunk_5BHS3ACO/* makeVisible */.X)(piece.text, MOST_CHARACTERS[piece.kind]));
  return piece.kind === "code" ? `<code>${encoded}</code>` : encoded;
}
function encode(visible) {
  const entity = (character) => `&#${character.charCodeAt(0)};`;
  return visible.replace(/[#$&*<>@[\\\]^_`{|}~]/g, entity).replace(/&#(?:64|35);/g, "$&<wbr>").replace(/:(?=\/\/)/g, ":<wbr>").replace(/\b(www|gh)(?=[.-])/gi, "$1<wbr>").replace(/^[-+=](?=[-+=\s]|$)/, entity).replace(/^(\d+)([.)])(?=\s|$)/, (_, digits, mark2) => digits + entity(mark2));
}

// src/report/link.ts
var PLAIN_ADDRESS = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./?=&%-]*)?$/;
function formatLink(label, address) {
  if (!PLAIN_ADDRESS.test(address)) return mark`${label}`;
  return mark`[${label}](${{ pieces: [{ kind: "ours", text: address }] }})`;
}

// src/report/table.ts
function formatTable(head, rows, words = 1) {
  const rule = Markdown.join(
    head.map((_, column) => column < words ? mark`---|` : mark`--:|`),
    ""
  );
  return Markdown.join([formatRow(head), mark`|${rule}`, ...rows.map(formatRow)], "\n");
}
function formatRow(cells) {
  return mark`|${Markdown.join(
    cells.map((cell) => mark` ${cell} |`),
    ""
  )}`;
}

// src/report/story-parts.ts
function renderStoryParts(story, comparison, context) {
  const parts = [{ importance: 0, text: renderHeadline(story) }];
  const add = (importance, lines, separator = "\n") => {
    if (lines.length > 0) parts.push({ importance, text: Markdown.join(lines, separator) });
  };
  const sentences = (texts) => texts.map((text) => mark`${text}`);
  add(1, sentences(story.reasons), " ");
  const sizes = (0,chunk_F76D457Y/* formatSizeTable */.V8)(comparison, context);
  if (sizes.rows.length > 0) add(2, [formatTable(sizes.head, sizes.rows)]);
  add(3, sentences(story.broken), " ");
  add(4, renderCauses(story));
  add(5, renderBuild(story));
  add(3, sentences(story.notes), "\n\n");
  if (story.advice !== null) add(1, [mark`${story.advice}`]);
  add(2, [mark`<sub>${story.provenance}${renderRun(context)}</sub>`]);
  return parts;
}
function renderHeadline({ headline: { icon, text, because } }) {
  const bold = because === null ? mark`**${text}**` : mark`**${text}** ${because}`;
  switch (icon) {
    case "over":
      return mark`❌ ${bold}`;
    case "warning":
      return mark`⚠️ ${bold}`;
    case "within":
      return mark`✅ ${bold}`;
    case "none":
      return bold;
  }
}
function renderCauses({ causes: { rows, left } }) {
  const lines = rows.map(({ change, what }) => mark`- **${change}** ${what}`);
  if (left > 0) lines.push(mark`- ${left} smaller ${left === 1 ? (0,chunk_F76D457Y/* say */.cv)`cause` : (0,chunk_F76D457Y/* say */.cv)`causes`}, in the details`);
  return lines;
}
function renderBuild({ build }) {
  if (build === null) return [];
  return [build.time === null ? mark`${build.rest}` : mark`**${build.time}**${build.rest}`];
}
function renderRun({ run }) {
  return run === null ? mark`` : mark` · ${formatLink((0,chunk_F76D457Y/* say */.cv)`run ${run.number}`, run.url)}`;
}

// src/report/markdown-block.ts
function renderMarkdownBlocks(blocks) {
  return Markdown.join(blocks.map(renderBlock), "\n\n");
}
function renderBlock(block) {
  switch (block.kind) {
    case "paragraph":
      return mark`${block.text}`;
    case "list":
      return Markdown.join(
        block.items.map((item) => mark`- ${item}`),
        "\n"
      );
    case "table":
      return formatTable(block.head, block.rows, block.words);
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(block);
  }
}

// src/report/comment.ts
var MOST_ROWS = 10;
function renderComment(comparison, context) {
  const story = (0,chunk_F76D457Y/* tellStory */.F5)(comparison, context);
  if ((0,chunk_F76D457Y/* judgeSignificance */.XX)(comparison, context.noise) !== "news") {
    return [{ importance: 0, text: mark`${story.headline.text}` }];
  }
  const isCompared = comparison.platforms.some(({ status }) => status === "compared");
  if (comparison.verdict === "not-compared" && !isCompared) {
    return [{ importance: 0, text: renderHeadline(story) }];
  }
  const parts = renderStoryParts(story, comparison, context);
  return [...parts.slice(0, -1), { importance: 9, text: renderFold(comparison, context) }, ...parts.slice(-1)];
}
function renderFold(comparison, context) {
  const details = (0,chunk_SIHP6ESN/* formatDetails */.S)(comparison, context, MOST_ROWS);
  const titles = (0,chunk_F76D457Y/* joinTexts */.B5)(
    details.map(({ title }) => title),
    ", "
  );
  const texts = details.map(({ title, blocks }) => mark`**${title}**\n\n${renderMarkdownBlocks(blocks)}`);
  return mark`<details><summary>Details: ${titles}</summary>\n\n${Markdown.join(texts, "\n\n")}\n\n</details>`;
}



;// CONCATENATED MODULE: ./build/comment-NT6QEKQP.js








/***/ })

};
