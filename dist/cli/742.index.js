export const id = 742;
export const ids = [742];
export const modules = {

/***/ 7742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCompare: () => (/* binding */ runCompare)
});

// EXTERNAL MODULE: ./build/chunk-EOIT2NZY.js
var chunk_EOIT2NZY = __webpack_require__(1382);
// EXTERNAL MODULE: ./build/chunk-EHJPBX5B.js
var chunk_EHJPBX5B = __webpack_require__(6716);
// EXTERNAL MODULE: ./build/chunk-WGUAQD7P.js
var chunk_WGUAQD7P = __webpack_require__(7656);
;// CONCATENATED MODULE: ./build/chunk-TRPCKZ4H.js



// src/compare/verdict.ts
var PRECEDENCE = ["over", "overridden", "not-compared", "no-baseline", "pass"];
function decideVerdict(verdicts) {
  return PRECEDENCE.find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
function failsJob(comparison, strict) {
  return comparison.budgets.some((budget) => budget.verdict === "over" && budget.enforced) || strict && comparison.verdict === "not-compared";
}
function rankVerdict(verdict) {
  return PRECEDENCE.indexOf(verdict);
}

// src/baseline/tagged-image.ts
var REVISION = "org.opencontainers.image.revision";
function describeImage(image, reference, commit) {
  return { kind: "found", image, reference, commit: readRevision(image) ?? commit };
}
function readRevision({ platforms }) {
  const said = platforms.map(({ labels }) => labels[REVISION] ?? "");
  return said.find((text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) ?? null;
}

// src/compare/budgets.ts
function judgeBudgets(platforms, rules) {
  if (rules.overBudget === "none") return [];
  return rules.budgets.flatMap(
    (budget) => platforms.filter((platform) => applies(budget, platform, rules)).map((platform) => {
      const measured = measure(budget, platform, rules.countDrift);
      const allowed = allow(budget, platform);
      return {
        limit: budget.text,
        platform: platform.platform,
        measured,
        allowed,
        verdict: judge(measured, allowed, rules),
        enforced: rules.overBudget === "fail" && (budget.kind === "max-size" || rules.isBaselineExact)
      };
    })
  );
}
function applies(budget, platform, rules) {
  const hasOwn = rules.budgets.some(
    ({ kind, on, platform: own }) => kind === budget.kind && on === budget.on && own === platform.platform
  );
  if (budget.platform === null ? hasOwn : budget.platform !== platform.platform) return false;
  if (platform.status === "removed") return false;
  return budget.kind === "max-size" || platform.status === "compared" || rules.withoutBaseline !== null;
}
function measure(budget, platform, countDrift) {
  const sizes = budget.on === "download" ? platform.download : platform.onDisk;
  if (budget.kind === "max-size") return sizes.head;
  if (sizes.change === null || countDrift) return sizes.change;
  let drift = 0;
  for (const cause of platform.causes) {
    if (cause.by !== "drift") continue;
    const bytes = budget.on === "download" ? cause.downloadBytes : cause.onDiskBytes;
    if (bytes === null) return null;
    drift += bytes;
  }
  return sizes.change - drift;
}
function allow(budget, platform) {
  const { baseline } = budget.on === "download" ? platform.download : platform.onDisk;
  const forms = [];
  if (budget.bytes !== null) forms.push(budget.bytes);
  if (budget.percent !== null) {
    if (baseline === null) return null;
    forms.push(shareOf(baseline, budget.percent));
  }
  return forms.length === 0 ? null : Math.max(...forms);
}
var DECIMALS = 10;
function shareOf(bytes, percent) {
  const scaled = BigInt(percent.toFixed(DECIMALS).replace(".", ""));
  return Number(BigInt(bytes) * scaled / (100n * 10n ** BigInt(DECIMALS)));
}
function judge(measured, allowed, rules) {
  if (measured === null || allowed === null) return rules.withoutBaseline ?? "not-compared";
  if (measured <= allowed) return "pass";
  return rules.isOverridden ? "overridden" : "over";
}

// src/compare/causes.ts
function findCauses(baseline, head, pairs, known) {
  const countBaseline = makeCounter(baseline?.layers ?? [], known);
  const countHead = makeCounter(head?.layers ?? [], known);
  const causes = pairs.map((pair) => {
    const before = pair.baseline === null ? NOTHING : countBaseline(pair.baseline);
    const after = pair.head === null ? NOTHING : countHead(pair.head);
    const layer = pair.head ?? pair.baseline;
    return {
      kind: pair.status === "recompressed" ? "recompressed" : "layer",
      by: null,
      downloadBytes: after.downloadBytes - before.downloadBytes,
      estimated: false,
      onDiskBytes: subtract(pair, after.onDiskBytes, before.onDiskBytes),
      layer: layer.digest,
      source: null,
      package: null,
      detail: (0,chunk_WGUAQD7P/* formatInstruction */.E)(layer.createdBy)
    };
  });
  causes.push({
    kind: "config",
    by: null,
    downloadBytes: (head?.config.size ?? 0) - (baseline?.config.size ?? 0),
    estimated: false,
    onDiskBytes: 0,
    layer: null,
    source: null,
    package: null,
    detail: "image configuration"
  });
  return causes.filter((cause) => cause.downloadBytes !== 0 || cause.onDiskBytes !== 0);
}
var NOTHING = { downloadBytes: 0, onDiskBytes: 0 };
function makeCounter(layers, known) {
  const sizes = new Map(layers.map((layer) => [layer.digest, layer.downloadBytes]));
  const countedBlobs = /* @__PURE__ */ new Set();
  const countedStreams = /* @__PURE__ */ new Set();
  return (layer) => {
    const downloadBytes2 = countedBlobs.has(layer.digest) ? 0 : sizes.get(layer.digest) ?? 0;
    const onDiskBytes2 = countedStreams.has(layer.diffID) ? 0 : known.get(layer.diffID) ?? "unknown";
    countedBlobs.add(layer.digest);
    countedStreams.add(layer.diffID);
    return { downloadBytes: downloadBytes2, onDiskBytes: onDiskBytes2 };
  };
}
function subtract(pair, after, before) {
  if (after !== "unknown" && before !== "unknown") return after - before;
  return after === before && pair.head?.diffID === pair.baseline?.diffID ? 0 : null;
}

// src/compare/align.ts
var MOST_CELLS = 4e6;
function align(before, after) {
  const [rows, columns] = numberKeys(before, after);
  if ((rows.length + 1) * (columns.length + 1) > MOST_CELLS) return alignEnds(rows, columns);
  const width = columns.length + 1;
  const lengths = new Uint32Array((rows.length + 1) * width);
  const at = (row2, column2) => lengths[row2 * width + column2] ?? 0;
  for (let row2 = rows.length - 1; row2 >= 0; row2--) {
    for (let column2 = columns.length - 1; column2 >= 0; column2--) {
      lengths[row2 * width + column2] = rows[row2] === columns[column2] ? at(row2 + 1, column2 + 1) + 1 : Math.max(at(row2 + 1, column2), at(row2, column2 + 1));
    }
  }
  const pairs = [];
  let row = 0;
  let column = 0;
  while (row < rows.length && column < columns.length) {
    if (rows[row] === columns[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
function numberKeys(before, after) {
  const numbers = /* @__PURE__ */ new Map();
  const numberBy = (absent) => (key) => {
    if (key === null) return absent;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return [Int32Array.from(before, numberBy(-1)), Int32Array.from(after, numberBy(-2))];
}
function alignEnds(rows, columns) {
  const shorter = Math.min(rows.length, columns.length);
  const head = [];
  while (head.length < shorter && rows[head.length] === columns[head.length]) head.push([head.length, head.length]);
  const tail = [];
  while (head.length + tail.length < shorter) {
    const row = rows.length - 1 - tail.length;
    const column = columns.length - 1 - tail.length;
    if (rows[row] !== columns[column]) break;
    tail.push([row, column]);
  }
  return [...head, ...tail.reverse()];
}

// src/compare/pair-layers.ts
var TIES = [
  { status: "same", key: (layer) => `${layer.digest} ${layer.diffID}` },
  { status: "recompressed", key: (layer) => layer.diffID },
  // A layer that does not say where it comes from is tied to nothing.
  { status: "changed", key: (layer) => layer.createdBy === "" ? null : layer.createdBy }
];
function pairLayers(baseline, head, ties = TIES) {
  const [tie, ...weaker] = ties;
  if (tie === void 0) {
    return [
      ...baseline.map((layer) => ({ status: "removed", baseline: layer, head: null })),
      ...head.map((layer) => ({ status: "added", baseline: null, head: layer }))
    ];
  }
  const rows = [];
  let row = 0;
  let column = 0;
  const fillGap = (rowEnd, columnEnd) => {
    const gap = pairLayers(baseline.slice(row, rowEnd), head.slice(column, columnEnd), weaker);
    for (const pair of gap) rows.push(pair);
  };
  for (const [pairedRow, pairedColumn] of align(baseline.map(tie.key), head.map(tie.key))) {
    fillGap(pairedRow, pairedColumn);
    const before = baseline[pairedRow];
    const after = head[pairedColumn];
    if (before !== void 0 && after !== void 0) rows.push({ status: tie.status, baseline: before, head: after });
    row = pairedRow + 1;
    column = pairedColumn + 1;
  }
  fillGap(baseline.length, head.length);
  return rows;
}

// src/compare/sizes.ts
function compareSizes(baseline, head) {
  return { baseline, head, change: baseline === null || head === null ? null : head - baseline };
}
function pullBytes(head, baseline) {
  if (baseline === null) return (0,chunk_EHJPBX5B/* downloadBytes */.e)(head);
  const present = new Set(baseline.layers.map((layer) => layer.digest));
  return (0,chunk_EHJPBX5B/* downloadBytes */.e)({
    ...head,
    config: baseline.config.digest === head.config.digest ? { ...head.config, size: 0 } : head.config,
    layers: head.layers.filter((layer) => !present.has(layer.digest))
  });
}
function onDiskBytes(image, known) {
  let sum = 0;
  for (const diffID of new Set(image.layers.map((layer) => layer.diffID))) {
    const bytes = known.get(diffID);
    if (bytes === void 0) return null;
    sum += bytes;
  }
  return sum;
}

// src/compare/steps.ts
function compareBuilds(head, baseline) {
  const steps = compareSteps(head.steps, baseline?.steps ?? []);
  return {
    durationMs: head.durationMs,
    baselineDurationMs: baseline?.durationMs ?? null,
    steps,
    cache: {
      restored: steps.filter((step) => step.status === "cached").length,
      cacheable: steps.length,
      importMs: head.cache.importMs,
      exportMs: head.cache.exportMs,
      savedMs: baseline === null ? null : savedMs(steps)
    }
  };
}
function compareSteps(head, baseline) {
  const isNamed = [head, baseline].every((steps) => steps.every((step) => step.platform !== null));
  const keyOf = (step) => JSON.stringify([isNamed ? step.platform : null, step.stage, step.name]);
  const waiting = /* @__PURE__ */ new Map();
  for (const step of baseline) waiting.set(keyOf(step), [...waiting.get(keyOf(step)) ?? [], step]);
  return head.map((step) => {
    const before = waiting.get(keyOf(step))?.shift();
    return {
      name: step.name,
      platform: step.platform,
      status: step.status,
      durationMs: step.durationMs,
      source: step.source,
      baseline: before === void 0 ? null : { status: before.status, durationMs: before.durationMs },
      because: null
    };
  });
}
function savedMs(steps) {
  let sum = 0;
  for (const step of steps) {
    if (step.status !== "cached") continue;
    if (step.baseline?.status !== "ran" || step.baseline.durationMs === null) return null;
    sum += step.baseline.durationMs;
  }
  return sum;
}

// src/compare/compare.ts
function compare(input) {
  const head = input.head.kind === "read" ? input.head.image : null;
  const baseline = input.baseline.kind === "found" ? input.baseline.image : null;
  const platforms = head === null ? [] : comparePlatforms(baseline, head, input.knownDiskBytes);
  const made = judgeMade(input, platforms);
  const budgets = judgeBudgets(platforms, {
    ...input.rules,
    isBaselineExact: input.baseline.kind !== "found" || input.baseline.isExact,
    withoutBaseline: made.verdict === "pass" ? null : made.verdict
  });
  return {
    schemaVersion: 1,
    name: input.name,
    image: input.image,
    head: {
      reference: input.head.reference,
      digest: input.head.kind === "read" ? input.head.image.digest : input.head.digest,
      commit: input.head.commit,
      pushed: input.head.pushed
    },
    baseline: describeBaseline(input.baseline),
    platforms,
    build: input.build.head === null ? null : compareBuilds(input.build.head, input.build.baseline),
    budgets,
    verdict: decideVerdict([made.verdict, ...budgets.map((budget) => budget.verdict)]),
    notes: [...made.notes, ...input.notes, ...noteBudgets(input, platforms, budgets), ...noteCache(input.build.head)]
  };
}
function judgeMade({ head, baseline }, platforms) {
  if (head.kind === "failed") return { verdict: "not-compared", notes: [head.note] };
  if (baseline.kind === "failed") return { verdict: "not-compared", notes: [baseline.note] };
  if (baseline.kind === "none") return { verdict: "no-baseline", notes: [] };
  if (platforms.some((platform) => platform.status === "compared")) return { verdict: "pass", notes: [] };
  const list = (image) => image.platforms.map(({ platform }) => platform).join(", ");
  const note = {
    code: "no-common-platform",
    message: `the baseline has ${list(baseline.image)}, this build has ${list(head.image)}: no platform is in both`,
    hint: "Build for a platform that the baseline has too."
  };
  return { verdict: "not-compared", notes: [note] };
}
function describeBaseline(baseline) {
  switch (baseline.kind) {
    case "found": {
      const { kind, reference, image, commit, how, distance } = baseline;
      return { kind, reference, digest: image.digest, commit, how, distance };
    }
    case "none":
      return { kind: "none", reason: baseline.reason };
    case "failed":
      return { kind: "none", reason: baseline.note.message };
  }
}
function comparePlatforms(baseline, head, known) {
  const find = (image, platform) => image?.platforms.find((candidate) => candidate.platform === platform) ?? null;
  const names = new Set([...head.platforms, ...baseline?.platforms ?? []].map(({ platform }) => platform));
  return [...names].map((name) => comparePlatform(name, find(baseline, name), find(head, name), known));
}
function comparePlatform(platform, baseline, head, known) {
  const pairs = pairLayers(baseline?.layers ?? [], head?.layers ?? []);
  const sizesBy = (measure2) => compareSizes(baseline === null ? null : measure2(baseline), head === null ? null : measure2(head));
  return {
    platform,
    status: baseline === null ? "added" : head === null ? "removed" : "compared",
    download: sizesBy(chunk_EHJPBX5B/* downloadBytes */.e),
    onDisk: sizesBy((image) => onDiskBytes(image, known)),
    pull: head === null ? null : { bytes: pullBytes(head, baseline) },
    base: null,
    layers: pairs.map((pair) => describePair(pair, known)),
    files: null,
    causes: findCauses(baseline, head, pairs, known)
  };
}
function describePair(pair, known) {
  const describe = (layer) => ({
    digest: layer.digest,
    diffID: layer.diffID,
    downloadBytes: layer.downloadBytes,
    onDiskBytes: known.get(layer.diffID) ?? null
  });
  const shown = pair.head ?? pair.baseline;
  return {
    status: pair.status,
    ...describe(shown),
    createdBy: shown.createdBy,
    source: null,
    baseline: pair.head === null || pair.baseline === null ? null : describe(pair.baseline)
  };
}
function noteBudgets({ rules, head, notes: given }, platforms, budgets) {
  if (head.kind === "failed" || rules.overBudget === "none") return [];
  const notes = [];
  const onDisk = new Set(rules.budgets.filter(({ on }) => on === "disk").map(({ text }) => text));
  if (budgets.some((budget) => budget.measured === null && onDisk.has(budget.limit))) {
    notes.push({
      code: "on-disk-unknown",
      message: "a limit on the size on disk was not checked: not every layer was read",
      hint: "A limit on the download, max-size or max-increase, needs no layer to be read."
    });
  }
  const isSaid = given.some(({ code }) => code === "budget-without-platform");
  for (const { platform, text } of isSaid ? [] : rules.budgets) {
    if (platform !== null && !platforms.some((candidate) => candidate.platform === platform)) {
      notes.push({
        code: "budget-without-platform",
        message: `"${text}" was not checked: the image has no platform ${platform}`,
        hint: `The image has ${platforms.map((candidate) => candidate.platform).join(", ")}.`
      });
    }
  }
  return notes;
}
function noteCache(build) {
  const errors = new Set((build?.cache.errors ?? []).filter((error) => !/\bnot found\b|\b404\b/i.test(error)));
  return [...errors].map((error) => ({
    code: "cache-failed",
    message: `the build cache failed, and the build went on without it: ${error}`,
    hint: /\b(?:401|403|denied|unauthorized|forbidden|insufficient_scope)\b/i.test(error) ? 'The job needs "packages: write" to write a cache on ghcr.io, "packages: read" to read it.' : "The next build may be slower; if it happens again, look at the registry."
  }));
}



// EXTERNAL MODULE: ./build/chunk-TZEFPBFR.js
var chunk_TZEFPBFR = __webpack_require__(9573);
// EXTERNAL MODULE: ./build/chunk-7GIIHIG2.js
var chunk_7GIIHIG2 = __webpack_require__(3300);
// EXTERNAL MODULE: ./build/chunk-WA2YXKPE.js
var chunk_WA2YXKPE = __webpack_require__(4897);
// EXTERNAL MODULE: ./build/chunk-4QGNOU2J.js
var chunk_4QGNOU2J = __webpack_require__(2708);
// EXTERNAL MODULE: ./build/chunk-WJTX36XS.js
var chunk_WJTX36XS = __webpack_require__(2827);
// EXTERNAL MODULE: ./build/chunk-HTDIX6X5.js
var chunk_HTDIX6X5 = __webpack_require__(564);
;// CONCATENATED MODULE: ./build/chunk-EFTNGYSO.js


// src/plan/byte-size.ts
var UNITS = {
  B: 1n,
  kB: 1000n,
  MB: 1000000n,
  GB: 1000000000n,
  KiB: 1n << 10n,
  MiB: 1n << 20n,
  GiB: 1n << 30n
};
var FORM = /^(\d{1,16})(?:\.(\d{1,16}))?\s*([A-Za-z]{1,3})$/;
var BYTE_SIZE_FORM = "a size with its unit, as in 20 MB or 1.5 MiB (kB, MB, GB are 10^3; KiB, MiB, GiB are 2^10)";
function parseByteSize(name, text) {
  const bytes = readByteSize(text.trim());
  if (bytes === null) throw invalidInput(name, text, BYTE_SIZE_FORM);
  return bytes;
}
function readByteSize(text) {
  const [, whole, fraction = "", unit = ""] = FORM.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : void 0;
  if (whole === void 0 || factor === void 0) return null;
  const bytes = BigInt(whole + fraction) * factor / 10n ** BigInt(fraction.length);
  return bytes <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(bytes) : null;
}

// src/plan/limit.ts
function readLimit(text) {
  const limit = { bytes: null, percent: null };
  for (const part of text.trim().split(/\s+and\s+/)) {
    const percent = readPercent(part);
    const bytes = percent === null ? readByteSize(part) : null;
    if (percent !== null && limit.percent === null) limit.percent = percent;
    else if (bytes !== null && limit.bytes === null) limit.bytes = bytes;
    else return null;
  }
  return limit;
}
function readPercent(text) {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s*%$/.exec(text);
  return match === null ? null : Number(match[1]);
}

// src/plan/parse-budgets.ts
var PLATFORM_FORM = "a platform before the colon, as in linux/arm64: 22 MB";
var SIZE_FORM = "a size, as in 20 MB, and lines as in linux/arm64: 22 MB for single platforms";
var INCREASE_FORM = "a percent, a size, or both, as in 5%, 1 MB or 5% and 1 MB, and lines as in linux/arm64: 5% for single platforms";
function parseBudgets(input, text) {
  const budgets = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const budget = parseLine(input, line.trim());
    if (budgets.some(({ platform }) => platform === budget.platform)) {
      throw (0,chunk_HTDIX6X5/* invalidInput */.aY)(
        input,
        line.trim(),
        `one limit for ${budget.platform ?? "all platforms"}, and this is the second`
      );
    }
    budgets.push(budget);
  }
  return budgets;
}
function parseLine(input, line) {
  const kind = input.startsWith("max-size") ? "max-size" : "max-increase";
  const colon = line.indexOf(":");
  const limit = parseLimit(input, kind, line, line.slice(colon + 1));
  return {
    kind,
    on: input.endsWith("-on-disk") ? "disk" : "download",
    text: `${input}: ${line.replace(/\s+/g, " ")}`,
    platform: colon === -1 ? null : (0,chunk_HTDIX6X5/* parseInputPlatform */.zC)(input, line.slice(0, colon).trim(), PLATFORM_FORM),
    ...limit
  };
}
function parseLimit(input, kind, line, text) {
  const limit = readLimit(text);
  const takes = kind === "max-size" ? SIZE_FORM : INCREASE_FORM;
  if (limit === null) throw (0,chunk_HTDIX6X5/* invalidInput */.aY)(input, line, takes, /\bor\b/.test(text) ? OR_HINT : "");
  if (kind === "max-size" && limit.percent !== null) {
    throw (0,chunk_HTDIX6X5/* invalidInput */.aY)(input, line, takes, "A percent has no meaning in a maximum size: use max-increase.");
  }
  return limit;
}
var OR_HINT = 'There is no "or": "5% and 1 MB" is exceeded when both are; for either one, take the smaller limit.';



// EXTERNAL MODULE: ./build/chunk-BWEDM4BU.js
var chunk_BWEDM4BU = __webpack_require__(5592);
// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-4SUYAJNO.js
var chunk_4SUYAJNO = __webpack_require__(2921);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/compare-O2GXBOON.js





















// src/command/compare.ts



// src/command/name-image.ts
function nameImage(baseline, head) {
  const reference = head.reference ?? baseline.reference;
  if (reference !== null) {
    return { image: `${reference.registry}/${reference.repository}`, name: clean(reference.repository) };
  }
  const { name } = [head, baseline].find(({ name: name2 }) => !name2.startsWith("build:")) ?? head;
  return { image: head.name, name: name.startsWith("build:") ? "image" : clean(name.slice(name.indexOf(":") + 1)) };
}
function clean(path) {
  const last = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const name = last.replace(/[:@].*$/s, "").toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "").slice(0, 63);
  return name === "" ? "image" : name;
}

// src/command/tell-notes.ts
async function tellNotes(notes, terminal) {
  for (const { message, hint } of notes) {
    await terminal.tell(`note: ${message}`);
    if (hint !== "") await terminal.tell(`      ${hint}`);
  }
}

// src/command/compare.ts
async function runCompare(asked, terminal) {
  const budgets = [...parseLimits(asked.limits, "max-size"), ...parseLimits(asked.limits, "max-increase")];
  const platforms = (0,chunk_HTDIX6X5/* parsePlatformList */.VX)("--platform", asked.platforms.join());
  const places = (0,chunk_EOIT2NZY/* openPlaces */.j$)(terminal, asked);
  const progress = (0,chunk_EOIT2NZY/* startProgress */.ot)(terminal, asked);
  try {
    const options = { platforms, withBuild: true };
    const [baseline, head] = await Promise.all([
      (0,chunk_EOIT2NZY/* readSide */.wU)({ role: "the baseline", text: asked.baseline, ...options }, places, progress),
      (0,chunk_EOIT2NZY/* readSide */.wU)({ role: "the head", text: asked.head, ...options }, places, progress)
    ]);
    const record = await readRecord(baseline, head, places, progress);
    progress.end();
    const comparison = compare(describeInput(baseline, head, budgets, record));
    await show(comparison, describeContext(asked.baseline), asked, terminal);
    if (failsJob(comparison, false)) return 1;
    return comparison.verdict === "not-compared" ? 3 : 0;
  } finally {
    progress.end();
    places.close();
  }
}
function parseLimits(limits, option) {
  const lines = limits.filter((limit) => limit.option === option).map(({ text }) => text);
  return parseBudgets(option, lines.join("\n"));
}
async function readRecord(baseline, head, places, progress) {
  if (head.build === null || baseline.reference === null) return { kind: "none" };
  const { fetchRecord } = await Promise.all(/* import() */[__webpack_require__.e(254), __webpack_require__.e(586)]).then(__webpack_require__.bind(__webpack_require__, 3586));
  const found = fetchRecord(await places.registry(), baseline.reference, baseline.image.digest);
  return await progress.follow(`the record of ${baseline.name}`, found);
}
function describeInput(baseline, head, budgets, record) {
  return {
    ...nameImage(baseline, head),
    head: {
      kind: "read",
      reference: head.name,
      commit: readRevision(head.image),
      pushed: head.reference !== null,
      image: head.image
    },
    baseline: {
      kind: "found",
      reference: baseline.name,
      commit: readRevision(baseline.image),
      image: baseline.image,
      how: "given",
      distance: null,
      isExact: true
    },
    build: {
      head: head.build?.build ?? null,
      baseline: record.kind === "found" ? record.record.build : baseline.build?.build ?? null
    },
    rules: { budgets, overBudget: "fail", countDrift: false, isOverridden: false },
    knownDiskBytes: /* @__PURE__ */ new Map(),
    notes: [...head.build?.notes ?? [], ...record.kind === "ignored" ? [record.note] : []]
  };
}
function describeContext(baseline) {
  return {
    subject: "build",
    baselineTitle: baseline.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, "$1"),
    baselineWhy: null,
    headSha: null,
    run: null,
    overrideLabel: null,
    overriddenBy: null,
    noise: { bytes: 0, percent: 0 }
  };
}
async function show(comparison, context, asked, terminal) {
  if (asked.html !== null) await writePage(comparison, context, asked.html, terminal);
  switch (asked.output) {
    case "json":
      await terminal.print((0,chunk_EOIT2NZY/* formatJson */.IB)(comparison));
      break;
    case "markdown": {
      const { renderComment } = await Promise.all(/* import() */[__webpack_require__.e(507), __webpack_require__.e(513)]).then(__webpack_require__.bind(__webpack_require__, 5513));
      const parts = renderComment(comparison, context).map(({ text }) => text.toString());
      await terminal.print(`${parts.join("\n\n")}
`);
      break;
    }
    case "text": {
      const { renderTerminal } = await Promise.all(/* import() */[__webpack_require__.e(507), __webpack_require__.e(251)]).then(__webpack_require__.bind(__webpack_require__, 8251));
      const { findReason } = await __webpack_require__.e(/* import() */ 70).then(__webpack_require__.bind(__webpack_require__, 6070));
      const reason = findReason(comparison);
      const options = { color: (0,chunk_EOIT2NZY/* useColor */.by)(asked.color, terminal), width: terminal.columns() ?? Infinity };
      const shown = { ...comparison, notes: reason === null ? [] : [reason] };
      await terminal.print(renderTerminal(shown, context, options));
      break;
    }
    default:
      (0,chunk_NQNT2RXN/* assertNever */.xb)(asked.output);
  }
  if (!asked.quiet) await tellNotes(comparison.notes, terminal);
}
async function writePage(comparison, context, file, terminal) {
  const { renderPage } = await Promise.all(/* import() */[__webpack_require__.e(507), __webpack_require__.e(744)]).then(__webpack_require__.bind(__webpack_require__, 1744));
  try {
    await (0,promises_.writeFile)((0,external_node_path_.resolve)(terminal.directory, file), renderPage(comparison, context));
  } catch (error) {
    throw (0,chunk_NQNT2RXN/* wrapError */.J4)("FILE_UNWRITABLE", `--html ${file}`, error);
  }
}



/***/ })

};
