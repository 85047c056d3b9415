export const id = 507;
export const ids = [507];
export const modules = {

/***/ 1507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F5: () => (/* binding */ tellStory),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   V8: () => (/* binding */ formatSizeTable),
/* harmony export */   XX: () => (/* binding */ judgeSignificance),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   rl: () => (/* binding */ nameBaseline)
/* harmony export */ });
/* unused harmony exports shortCommit, findMostGrown */
/* harmony import */ var _chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5283);
/* harmony import */ var _chunk_WGUAQD7P_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7656);
/* harmony import */ var _chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4342);
/* harmony import */ var _chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1329);





// src/compare/significance.ts
function judgeSignificance(comparison, noise) {
  if (comparison.verdict !== "pass") return "news";
  if (comparison.platforms.some((platform) => isNews(platform, noise))) return "news";
  const isSame = comparison.platforms.every((platform) => platform.layers.every(({ status }) => status === "same"));
  return isSame ? "unchanged" : "noise";
}
function isNews(platform, noise) {
  const { baseline, change } = platform.download;
  if (platform.status !== "compared" || baseline === null || change === null) return true;
  const bytes = Math.abs(change);
  return bytes > 0 && (bytes >= noise.bytes || bytes * 100 >= noise.percent * baseline);
}

// src/report/against.ts
function nameBaseline(context) {
  return context.baselineTitle === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the baseline` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(context.baselineTitle);
}
function formatAgainst({ baseline }, context) {
  const name = nameBaseline(context);
  if (baseline.kind === "none" || baseline.commit === null) return name;
  return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name} ${shortCommit(baseline.commit)}`;
}
function formatProvenance(comparison, context) {
  const head = context.headSha ?? comparison.head.commit;
  const against = comparison.baseline.kind === "found" ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`against ${formatAgainst(comparison, context)}, ${formatHow(comparison.baseline, context)}` : comparison.head.pushed ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`no baseline: ${comparison.baseline.reason}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`no baseline`;
  return head === null ? against : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${against} · head ${shortCommit(head)}`;
}
function shortCommit(commit) {
  return commit.slice(0, 7);
}
function isStandIn({ how, distance }) {
  return how === "ancestor" || how === "tag" && distance === null;
}
function formatHow(baseline, { baselineWhy }) {
  const wanted = (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${baselineWhy ?? "the commit that was wanted"}`;
  if (isStandIn(baseline)) {
    return baseline.distance === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the newest image there is; none was found for ${wanted}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${plural(baseline.distance, "commit")} before ${wanted}; no nearer image was found`;
  }
  switch (baseline.how) {
    case "release":
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${baselineWhy ?? "the previous release"}`;
    case "given":
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`as given`;
    default:
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${baselineWhy ?? "as it was"}`;
  }
}
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/report/percent.ts
function formatPercent(change, baseline) {
  if (baseline === null || baseline <= 0 || change === 0) return null;
  const percent = Math.abs(change) / baseline * 100;
  const digits = percentDigits(percent, change);
  if (digits === null) return null;
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${change < 0 ? "\u2212" : "+"}${grouped}${fraction === void 0 ? "" : `.${fraction}`} %`;
}
function percentDigits(percent, change) {
  if (percent < 5e-3) return null;
  if (percent < 0.095) return percent.toFixed(2);
  if (change < 0 && percent < 100 && percent >= 99) return Math.min(percent, 99.9).toFixed(1);
  return percent.toFixed(percent < 9.95 ? 1 : 0);
}

// src/report/size-table.ts
function formatSizeTable({ platforms, baseline }, context, measure = "download") {
  if (baseline.kind === "none") {
    return {
      head: [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`platform`, measure === "download" ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`download` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`on disk`],
      rows: platforms.map((platform) => [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${platform.platform}`, formatSide(platform[measure].head)])
    };
  }
  return {
    head: [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`platform`, nameBaseline(context), (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`this ${context.subject}`, (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)``],
    rows: platforms.map((platform) => [
      (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${platform.platform}`,
      formatSide(platform[measure].baseline),
      formatSide(platform[measure].head),
      formatSizeChange(platform.status, platform[measure])
    ])
  };
}
function formatSide(bytes) {
  return bytes === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`–` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes)}`;
}
function formatSizeChange(status, { baseline, change }) {
  if (status !== "compared") return status === "added" ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`new` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`gone`;
  if (change === null) return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`not known`;
  if (change === 0) return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`no change`;
  const percent = formatPercent(change, baseline);
  return percent === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul)(change)}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul)(change)} (${percent})`;
}

// src/report/duration.ts
function formatDuration(durationMs) {
  const tenths = Math.round(Math.max(0, durationMs) / 100);
  if (tenths < 100) return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1e3);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return join(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
function join(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

// src/report/build-line.ts
var MOST_STEPS = 2;
var WORTH_SAYING_MS = 1e3;
function formatBuildLine(build) {
  const { restored, cacheable } = build.cache;
  const time = build.durationMs === null ? null : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Built in ${formatDuration(build.durationMs)}`;
  const fromCache = (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${restored} of ${plural(cacheable, "step")} from the cache.`;
  const lost = findLostSteps(build);
  const sentences = [
    ...cacheable === 0 ? [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`.`] : [time === null ? fromCache : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, ${fromCache}`],
    ...lost.slice(0, MOST_STEPS).map(({ name, durationMs }) => (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)} lost its cache: ${formatDuration(durationMs)}.`),
    ...lost.length > MOST_STEPS ? [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`So did ${plural(lost.length - MOST_STEPS, "other step")}.`] : []
  ];
  return { time, rest: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(sentences, " ") };
}
function findLostSteps(build) {
  const longest = /* @__PURE__ */ new Map();
  for (const step of build.steps) {
    if (step.status !== "ran" || step.baseline?.status !== "cached" || step.durationMs === null) continue;
    const name = (0,_chunk_WGUAQD7P_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstruction */ .E)(step.name);
    longest.set(name, Math.max(longest.get(name) ?? 0, step.durationMs));
  }
  return [...longest].map(([name, durationMs]) => ({ name, durationMs })).filter(({ durationMs }) => durationMs >= WORTH_SAYING_MS).toSorted((a, b) => b.durationMs - a.durationMs);
}

// src/report/cause-rows.ts
var MOST_ROWS = 3;
var WORTH_A_WORD = 0.02;
function formatCauseRows(comparison) {
  const compared = comparison.platforms.filter(({ status }) => status === "compared");
  const groups = groupCauses(compared).toSorted((a, b) => weigh(b) - weigh(a));
  const floor = Math.max(...groups.map(weigh), 0) * WORTH_A_WORD;
  const worthy = groups.filter((group) => weigh(group) >= floor);
  const rows = worthy.slice(0, MOST_ROWS).map((group) => ({
    change: formatRange(group),
    what: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${group.text}${formatWhere(group, compared)}`
  }));
  return { rows, left: worthy.length - rows.length };
}
function groupCauses(platforms) {
  const groups = /* @__PURE__ */ new Map();
  for (const platform of platforms) {
    const seen = /* @__PURE__ */ new Map();
    for (const cause of platform.causes) {
      const status = findStatus(cause, platform);
      const like = JSON.stringify([cause.kind, status, cause.detail]);
      const count = seen.get(like) ?? 0;
      seen.set(like, count + 1);
      const key = `${like} ${count}`;
      const group = groups.get(key) ?? { text: describeCause(cause, status), downloadBytes: /* @__PURE__ */ new Map() };
      group.downloadBytes.set(platform.platform, cause.downloadBytes);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
function findStatus(cause, platform) {
  return platform.layers.find((layer) => layer.digest === cause.layer && layer.status !== "same")?.status ?? null;
}
function describeCause(cause, status) {
  switch (cause.kind) {
    case "config":
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the image's configuration`;
    case "recompressed":
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${nameLayer(cause)}, the same content compressed otherwise`;
    default:
      if (status === "added") return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${nameLayer(cause)}, a new layer`;
      if (status === "removed") return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${nameLayer(cause)}, a layer that is gone`;
      return nameLayer(cause);
  }
}
function nameLayer(cause) {
  if (cause.detail !== "") return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(cause.detail);
  return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`layer ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((cause.layer ?? "").replace(/^sha\d+:/, "").slice(0, 12))}`;
}
function weigh(group) {
  return Math.max(...[...group.downloadBytes.values()].map(Math.abs));
}
function formatRange(group) {
  const bytes = [...group.downloadBytes.values()];
  const least = (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul)(Math.min(...bytes));
  const most = (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul)(Math.max(...bytes));
  if (least === most) return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${most}`;
  const [leastNumber, leastUnit] = least.split(" ");
  return leastUnit === most.split(" ")[1] ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${leastNumber ?? ""} to ${most}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${least} to ${most}`;
}
function formatWhere(group, compared) {
  if (group.downloadBytes.size === compared.length) return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)``;
  const names = [...group.downloadBytes.keys()];
  return names.length <= 2 ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, on ${names.join(" and ")} only` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, on ${names.length} of ${compared.length} platforms`;
}

// src/report/limit.ts
function describeLimit({ limit }) {
  const kind = limit.startsWith("max-size") ? "size" : "increase";
  const value = limit.replace(/^.*:\s*/, "").replace(/(\d)\s*%/g, "$1 %");
  return {
    kind,
    where: /^max-[a-z]+-on-disk/.test(limit) ? "size on disk" : "download",
    text: kind === "size" ? value : value.replace(/(^|and\s+)\+?(?=\d)/g, "$1+")
  };
}
function formatApart(measured, allowed) {
  if (measured === allowed || (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(measured) !== (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(allowed)) {
    return { measured: (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(measured), allowed: null };
  }
  return { measured: (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExactBytes */ .Uv)(measured), allowed: (0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExactBytes */ .Uv)(allowed) };
}

// src/report/headline.ts
function formatHeadline(comparison, context) {
  const { name } = comparison;
  const rest = { because: null, budget: null };
  const budget = findWorstBudget(comparison.budgets);
  if (budget !== null) {
    const icon = budget.verdict === "over" && budget.enforced ? "over" : "warning";
    return { ...rest, icon, text: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name}: ${formatBroken(budget, comparison, context)}`, budget };
  }
  const quiet = formatQuiet(comparison, context);
  if (quiet !== null) return { ...rest, icon: "none", text: quiet };
  const because = (0,_chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_3__/* .formatWhyNotCompared */ .El)(comparison);
  if (because === null) {
    const icon = comparison.budgets.length === 0 ? "none" : comparison.verdict === "pass" ? "within" : "warning";
    return { ...rest, icon, text: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name}: ${formatCompared(comparison, context)}` };
  }
  if (comparison.verdict === "not-compared") {
    return { ...rest, icon: "warning", text: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name}: could not be compared:`, because };
  }
  return comparison.head.pushed ? { ...rest, icon: "none", text: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name}: baseline recorded.` } : { ...rest, icon: "none", text: (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${name}: nothing to compare with yet:`, because };
}
function formatQuiet(comparison, context) {
  const against = (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`against ${formatAgainst(comparison, context)}`;
  switch (judgeSignificance(comparison, context.noise)) {
    case "unchanged":
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${comparison.name}: no change ${against}`;
    case "noise": {
      const change = findMostChanged(comparison)?.download.change ?? 0;
      const bytes = change === 0 ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, ${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul)(change)}`;
      return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${comparison.name}: next to no change ${against}${bytes}`;
    }
    case "news":
      return null;
  }
}
function findMostGrown(comparison) {
  return sortByChange(comparison)[0] ?? null;
}
function findMostChanged(comparison) {
  const sorted = sortByChange(comparison);
  const most = sorted[0] ?? null;
  return most !== null && changeOf(most) > 0 ? most : sorted.at(-1) ?? null;
}
function sortByChange({ platforms }) {
  return platforms.filter(({ status }) => status === "compared").toSorted((a, b) => changeOf(b) - changeOf(a));
}
function changeOf({ download }) {
  return download.change ?? 0;
}
function findWorstBudget(budgets) {
  const excess = (budget) => (budget.measured ?? 0) / Math.max(1, budget.allowed ?? 0);
  const rank = (budget) => budget.verdict === "overridden" ? 2 : budget.enforced ? 0 : 1;
  const broken = budgets.filter(({ verdict }) => verdict === "over" || verdict === "overridden");
  return broken.toSorted((a, b) => rank(a) - rank(b) || excess(b) - excess(a))[0] ?? null;
}
function formatBroken(budget, comparison, context) {
  const limit = describeLimit(budget);
  const platform = comparison.platforms.find((candidate) => candidate.platform === budget.platform);
  const measured = budget.measured ?? 0;
  const apart = formatApart(measured, budget.allowed ?? 0);
  const judged = comparison.budgets.filter((other) => other.limit === budget.limit);
  const changes = judged.map((other) => other.measured ?? 0);
  const isForAll = judged.length === comparison.platforms.length && judged.every(({ verdict }) => verdict === budget.verdict) && (areAlike(changes) || measured === Math.max(...changes));
  const where = isForAll ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)` on ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(budget.platform)}`;
  const upTo = isForAll && !areAlike(changes) ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`up to ` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)``;
  const sizes = limit.where === "download" ? platform?.download : platform?.onDisk;
  const bound = apart.allowed === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Limit: ${limit.text}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Limit: ${limit.text}, here ${apart.allowed}`;
  const lifted = budget.verdict === "overridden" ? formatLifted(context) : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`.`;
  return limit.kind === "size" ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the ${limit.where} is ${upTo}${apart.measured}${where}. ${bound}${lifted}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${subject(context)} adds ${upTo}${apart.measured}${inPercent(measured, sizes?.baseline ?? null)} to the ${limit.where}${where}. ${bound}${lifted}`;
}
function formatLifted({ overrideLabel, overriddenBy }) {
  const label = overrideLabel === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`a label` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the label ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(overrideLabel)}`;
  return overriddenBy === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, lifted by ${label}.` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`, lifted by ${label} that ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(overriddenBy)} put there.`;
}
function formatCompared(comparison, context) {
  const platform = findMostChanged(comparison);
  const change = platform?.download.change ?? 0;
  const moves = formatPlatformMoves(comparison);
  const parts = [
    ...platform === null || change === 0 ? [] : [formatChange(platform, change, comparison, context)],
    ...moves
  ];
  if (parts.length === 0) parts.push((0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${subject(context)} leaves the download as large as it was`);
  const limit = comparison.budgets.map(describeLimit).find((candidate, index) => {
    const budget = comparison.budgets[index];
    return candidate.kind === "increase" && candidate.where === "download" && budget?.platform === platform?.platform;
  });
  const bound = limit === void 0 || change <= 0 ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)` Limit: ${limit.text}.`;
  return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(parts, "; ")}.${bound}`;
}
function formatChange(platform, change, comparison, context) {
  const percent = inPercent(change, platform.download.baseline);
  const compared = comparison.platforms.filter(({ status }) => status === "compared");
  const changes = compared.map(({ download }) => download.change ?? 0);
  const isEverywhere = changes.every((other) => Math.sign(other) === Math.sign(change));
  const where = isEverywhere ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)` on ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(platform.platform)}`;
  const upTo = isEverywhere && !areAlike(changes) ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`up to ` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)``;
  return change > 0 ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${subject(context)} adds ${upTo}${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(change)}${percent} to the download${where}` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${subject(context)} takes ${upTo}${(0,_chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(-change)}${percent} off the download${where}`;
}
function areAlike(changes) {
  const sizes = changes.map(Math.abs);
  return Math.min(...sizes) >= 0.8 * Math.max(...sizes);
}
function inPercent(change, baseline) {
  const percent = formatPercent(change, baseline);
  return percent === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)` (${percent})`;
}
function formatPlatformMoves(comparison) {
  const tell = (status, what) => {
    const names = comparison.platforms.filter((platform) => platform.status === status);
    if (names.length === 0) return [];
    const list = (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(
      names.map(({ platform }) => (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(platform)),
      ", "
    );
    return [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${list} ${names.length === 1 ? "is" : "are"} ${what}`];
  };
  return [...tell("added", "new"), ...tell("removed", "no longer built")];
}
function subject(context) {
  return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`this ${context.subject}`;
}

// src/report/story.ts
var MOST_NOTES = 2;
function tellStory(comparison, context) {
  const headline = formatHeadline(comparison, context);
  const isFailing = comparison.budgets.some(({ verdict, enforced }) => verdict === "over" && enforced);
  return {
    headline,
    reasons: formatReasons(comparison, headline),
    broken: formatOtherBroken(comparison, headline.budget),
    causes: formatCauseRows(comparison),
    build: comparison.build === null ? null : formatBuildLine(comparison.build),
    notes: formatNotes(comparison),
    advice: isFailing && context.overrideLabel !== null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Intended? Add the label ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(context.overrideLabel)} and run this job again.` : null,
    provenance: formatProvenance(comparison, context)
  };
}
function formatReasons(comparison, headline) {
  const { budgets, verdict } = comparison;
  const why = (0,_chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_3__/* .formatWhyNotCompared */ .El)(comparison);
  const isOnlyWarning = verdict === "over" && !budgets.some((budget) => budget.verdict === "over" && budget.enforced);
  return [
    ...why === null || headline.budget === null ? [] : [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Not compared: ${why}`],
    ...isOnlyWarning ? [(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`A warning only: ${formatLeniency(comparison)}.`] : []
  ];
}
function formatLeniency({ baseline }) {
  if (baseline.kind === "found" && isStandIn(baseline)) {
    return baseline.distance === null ? (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the baseline is not the commit that was wanted, and what came between may have changed the image` : (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`the baseline is ${plural(baseline.distance, "commit")} too old, and what came between may have changed the image`;
  }
  return (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`limits fail pull requests and releases`;
}
function formatOtherBroken({ budgets }, said) {
  const platforms = /* @__PURE__ */ new Map();
  for (const budget of budgets) {
    if (budget.verdict !== "over" && budget.verdict !== "overridden" || budget.limit === said?.limit) continue;
    const format = describeLimit(budget).kind === "size" ? _chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3 : _chunk_KEGGH3XV_js__WEBPACK_IMPORTED_MODULE_2__/* .formatByteChange */ .Ul;
    const measured = (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`${format(budget.measured ?? 0)} on ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(budget.platform)}`;
    platforms.set(budget.limit, [...platforms.get(budget.limit) ?? [], measured]);
  }
  return [...platforms].map(([limit, measured]) => (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Also over ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(limit)}: ${(0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(measured, ", ")}.`);
}
function formatNotes(comparison) {
  const reason = (0,_chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_3__/* .findReason */ .Uc)(comparison);
  return comparison.notes.filter((note) => note.hint !== "" && note !== reason).slice(0, MOST_NOTES).map((note) => (0,_chunk_Z6OZE2SN_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)`Note: ${(0,_chunk_HF2COX46_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNote */ .se)(note)}`);
}




/***/ }),

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




/***/ })

};
