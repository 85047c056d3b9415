export const id = 722;
export const ids = [722];
export const modules = {

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareImages: () => (/* binding */ compareImages)
});

// EXTERNAL MODULE: ./build/chunk-O32TVUZK.js
var chunk_O32TVUZK = __webpack_require__(6492);
// EXTERNAL MODULE: ./build/chunk-WGLEPDPP.js
var chunk_WGLEPDPP = __webpack_require__(7939);
// EXTERNAL MODULE: ./build/chunk-4XWO5UGZ.js
var chunk_4XWO5UGZ = __webpack_require__(511);
// EXTERNAL MODULE: ./build/chunk-F6JII3DO.js
var chunk_F6JII3DO = __webpack_require__(790);
// EXTERNAL MODULE: ./build/chunk-BEAOLFJV.js
var chunk_BEAOLFJV = __webpack_require__(1853);
// EXTERNAL MODULE: ./build/chunk-GHLTOZOB.js
var chunk_GHLTOZOB = __webpack_require__(4721);
// EXTERNAL MODULE: ./build/chunk-SGQDSXGB.js
var chunk_SGQDSXGB = __webpack_require__(4719);
// EXTERNAL MODULE: ./build/chunk-H4LLF4SK.js
var chunk_H4LLF4SK = __webpack_require__(2266);
// EXTERNAL MODULE: ./build/chunk-PLB7MWMH.js
var chunk_PLB7MWMH = __webpack_require__(2672);
;// CONCATENATED MODULE: ./build/chunk-UQVTBKBG.js



// src/build/read-named-build.ts
async function readNamedBuild(name, docker) {
  const [, builder, id = ""] = /^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(name) ?? [];
  if (id === "") return null;
  return await (0,chunk_H4LLF4SK/* readBuild */.lT)(docker, { builder: builder ?? await nameCurrentBuilder(docker, id), id });
}
async function nameCurrentBuilder(docker, id) {
  return (await (0,chunk_PLB7MWMH/* listBuilds */.Y)(docker, null)).find((build) => build.id === id)?.builder ?? "";
}



// EXTERNAL MODULE: ./build/chunk-25QIRALJ.js
var chunk_25QIRALJ = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/chunk-SHEZL74J.js
var chunk_SHEZL74J = __webpack_require__(8629);
// EXTERNAL MODULE: ./build/chunk-Z2EIE2IC.js
var chunk_Z2EIE2IC = __webpack_require__(5991);
// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-DVFUJO4X.js




// src/image/open-source.ts


async function openSource(text, places) {
  const [, form = "", rest = ""] = /^(oci|oci-archive|docker-archive|docker|build):([^]*)$/.exec(text) ?? [];
  refuseOthers(text);
  switch (form) {
    case "oci": {
      const { openOciLayout } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 3891));
      const { path, tag } = splitPath(text, rest, places.directory);
      return openOciLayout({ name: text, directory: path, tag });
    }
    case "oci-archive":
    case "docker-archive": {
      const { openArchive } = await Promise.all(/* import() */[__webpack_require__.e(698), __webpack_require__.e(232)]).then(__webpack_require__.bind(__webpack_require__, 6232));
      const { path, tag } = splitPath(text, rest, places.directory);
      return openArchive({ name: text, form: form === "oci-archive" ? "oci" : "docker", file: path, tag });
    }
    case "docker": {
      if (!/^[A-Za-z0-9][^\s]{0,2047}$/.test(rest)) throw refuse(text, "names no image of the engine");
      const { openEngineImage } = await Promise.all(/* import() */[__webpack_require__.e(698), __webpack_require__.e(338)]).then(__webpack_require__.bind(__webpack_require__, 4338));
      return openEngineImage(places.docker, rest);
    }
    case "build":
      return await openNamedBuild(text, rest, places.docker);
    default: {
      const reference = parseInRegistry(text);
      return (0,chunk_Z2EIE2IC/* openRegistrySource */.x9)(await places.registry(), reference, text);
    }
  }
}
var FORMS = "An image is registry/name:tag@digest, oci:DIR[:TAG], oci-archive:FILE, docker-archive:FILE, docker:NAME or build:[BUILDER/][ID].";
var BUILD_ID = /^[a-z0-9]{25}$/;
var BUILDER = /^[A-Za-z0-9][\w.+-]{0,127}$/;
async function openNamedBuild(text, rest, docker) {
  const parts = rest.split("/");
  const id = parts.at(-1) ?? "";
  const builder = parts.length === 1 ? null : parts[0] ?? "";
  if (parts.length > 3 || builder !== null && !BUILDER.test(builder)) throw refuse(text, "names no build");
  if (id !== "" && !BUILD_ID.test(id)) {
    const hint = builder === null && BUILDER.test(id) ? `The last build of the builder ${id} is "build:${id}/".` : FORMS;
    throw refuse(text, `has no ID of a build in it; one has 25 letters and digits`, hint);
  }
  const { openBuild } = await __webpack_require__.e(/* import() */ 625).then(__webpack_require__.bind(__webpack_require__, 3625));
  if (id !== "") return openBuild(docker, { builder, id });
  const { latestBuild } = await __webpack_require__.e(/* import() */ 593).then(__webpack_require__.bind(__webpack_require__, 9593));
  return openBuild(docker, await latestBuild(docker, builder));
}
function splitPath(text, rest, directory) {
  if (rest === "" || rest.startsWith(":")) throw refuse(text, "has no path in it");
  if (rest.includes("\0")) throw refuse(text, "is no path");
  for (let end = rest.length; end > 0; end = rest.lastIndexOf(":", end - 1)) {
    const path = (0,external_node_path_.resolve)(directory, rest.slice(0, end));
    const tag = rest.slice(end + 1);
    if ((end === rest.length || tag !== "") && (0,external_node_fs_.existsSync)(path)) return { path, tag: tag || null };
  }
  return { path: (0,external_node_path_.resolve)(directory, rest), tag: null };
}
function refuseOthers(text) {
  if (text === "") throw refuse(text, "is empty");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  if (scheme !== void 0) throw refuse(text, "is a URL", `Leave "${scheme}://" out: registry/name:tag.`);
  if (/^[a-z]:[\\/]|^\.{0,2}[\\/]|^~|^\.{1,2}$/i.test(text)) {
    throw refuse(text, "is a path", "Say what is there: oci:DIR, oci-archive:FILE or docker-archive:FILE.");
  }
}
function parseInRegistry(text) {
  try {
    return (0,chunk_VY7GW57L/* parseReference */.Y)(text);
  } catch (error) {
    if (!(error instanceof chunk_NQNT2RXN/* PlimsollError */.nN)) throw error;
    throw new chunk_NQNT2RXN/* PlimsollError */.nN(error.code, error.message, { hint: `${error.hint} ${FORMS}`.trim(), cause: error });
  }
}
function refuse(text, why, hint = FORMS) {
  return new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", `${JSON.stringify(text.slice(0, 200))} ${why}`, { hint });
}



// EXTERNAL MODULE: ./build/chunk-ILW6DDBN.js
var chunk_ILW6DDBN = __webpack_require__(1526);
// EXTERNAL MODULE: ./build/chunk-JLIIIXMZ.js
var chunk_JLIIIXMZ = __webpack_require__(9208);
// EXTERNAL MODULE: ./build/chunk-IF36IDB4.js
var chunk_IF36IDB4 = __webpack_require__(2551);
// EXTERNAL MODULE: ./build/chunk-U6Y4H64S.js
var chunk_U6Y4H64S = __webpack_require__(491);
// EXTERNAL MODULE: ./build/chunk-4QGNOU2J.js
var chunk_4QGNOU2J = __webpack_require__(2708);
// EXTERNAL MODULE: ./build/chunk-SM2RTURA.js
var chunk_SM2RTURA = __webpack_require__(8088);
// EXTERNAL MODULE: ./build/chunk-4SUYAJNO.js
var chunk_4SUYAJNO = __webpack_require__(2921);
// EXTERNAL MODULE: ./build/chunk-S6V4MTHW.js
var chunk_S6V4MTHW = __webpack_require__(8489);
// EXTERNAL MODULE: ./build/chunk-5L6HRAP7.js
var chunk_5L6HRAP7 = __webpack_require__(7093);
// EXTERNAL MODULE: ./build/chunk-HAG7M56V.js
var chunk_HAG7M56V = __webpack_require__(1197);
// EXTERNAL MODULE: ./build/chunk-443HKN4V.js
var chunk_443HKN4V = __webpack_require__(7738);
// EXTERNAL MODULE: ./build/chunk-BWEDM4BU.js
var chunk_BWEDM4BU = __webpack_require__(5592);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-BVYD6UVW.js
var chunk_BVYD6UVW = __webpack_require__(6785);
// EXTERNAL MODULE: ./build/chunk-GEX5LD5U.js
var chunk_GEX5LD5U = __webpack_require__(9039);
// EXTERNAL MODULE: ./build/chunk-SIHP6ESN.js
var chunk_SIHP6ESN = __webpack_require__(7726);
// EXTERNAL MODULE: ./build/chunk-F76D457Y.js
var chunk_F76D457Y = __webpack_require__(6508);
// EXTERNAL MODULE: ./build/chunk-5BHS3ACO.js
var chunk_5BHS3ACO = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/chunk-ATKXFF4U.js
var chunk_ATKXFF4U = __webpack_require__(5615);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-3KGSU7J5.js
var chunk_3KGSU7J5 = __webpack_require__(6327);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/compare-BRRB7TMV.js











































// src/phase/compare.ts



// src/phase/read-compared-image.ts
async function readComparedImage(image, commit, places) {
  const reference = nameImage(image);
  const none = { build: null, notes: [] };
  try {
    const { read, pushed, build } = await readPlace(image, places);
    const head = { kind: "read", reference, commit: commit ?? (0,chunk_Z2EIE2IC/* readRevision */.M7)(read), pushed, image: read };
    return { image: head, ...build ?? none };
  } catch (error) {
    const { code, message, hint } = (0,chunk_NQNT2RXN/* wrapError */.J4)("NOT_COMPARED", `${reference} could not be read`, error);
    if (code === "INPUT_INVALID") throw new chunk_NQNT2RXN/* PlimsollError */.nN(code, `image: ${message}`, { hint, cause: error });
    const note = { code: "head-unreadable", message, hint };
    const digest2 = image.place.kind === "built" ? image.place.target.digest ?? "" : "";
    return { image: { kind: "failed", reference, commit, pushed: false, digest: digest2, note }, ...none };
  }
}
function nameImage({ place, repository }) {
  switch (place.kind) {
    case "registry":
      return place.reference;
    case "local":
      return place.text;
    case "built":
      return place.target.digest === null ? repository : `${repository}@${place.target.digest}`;
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(place);
  }
}
async function readPlace(image, { docker, registry, directory }) {
  const { place } = image;
  switch (place.kind) {
    case "registry": {
      const source = (0,chunk_Z2EIE2IC/* openRegistrySource */.x9)(registry, (0,chunk_VY7GW57L/* parseReference */.Y)(place.reference));
      const read = await (0,chunk_O32TVUZK/* readFirstImage */.GB)([source], explainAbsent(place.reference));
      return { read, pushed: true, build: null };
    }
    case "local": {
      const source = await openSource(place.text, { docker, registry: () => Promise.resolve(registry), directory });
      return {
        read: await (0,chunk_O32TVUZK/* readFirstImage */.GB)([source], explainAbsent(place.text)),
        pushed: false,
        build: await readNamedBuild(source.name, docker)
      };
    }
    case "built": {
      const { build, digest: digest2 } = place.target;
      const reference = nameImage(image);
      const sources = [
        ...build === null ? [] : [(0,chunk_BEAOLFJV/* openBuild */.V)(docker, build)],
        ...digest2 === null ? [] : [(0,chunk_Z2EIE2IC/* openRegistrySource */.x9)(registry, (0,chunk_VY7GW57L/* parseReference */.Y)(reference))]
      ];
      const read = await (0,chunk_O32TVUZK/* readFirstImage */.GB)(sources, explainAbsent(reference));
      const pushed = digest2 !== null && await isInRegistry(registry, reference);
      return { read, pushed, build: build === null ? null : await (0,chunk_H4LLF4SK/* readBuild */.lT)(docker, build) };
    }
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(place);
  }
}
function explainAbsent(name) {
  return new chunk_NQNT2RXN/* PlimsollError */.nN("IMAGE_NOT_FOUND", `${name}: there is no such image`, {
    hint: "Is the name right? A registry may say so of what you may not see, too: log in to it in a step before."
  });
}
async function isInRegistry(registry, reference) {
  const { digest: digest2, ...repository } = (0,chunk_VY7GW57L/* parseReference */.Y)(reference);
  if (digest2 === null) return false;
  return await (0,chunk_JLIIIXMZ/* fetchManifest */.Cj)(registry, repository, { digest: digest2 }).then(
    (manifest) => manifest !== null,
    () => false
  );
}

// src/plan/build-metadata.ts
var MOST_BYTES = 16 * 1024 * 1024;
var MOST_TARGETS = 50;
var FORM = 'the output "metadata" of docker/build-push-action or docker/bake-action';
var TARGET = /^(?=.*[A-Za-z0-9])[\w.-]{1,128}$/;
var BUILD = /^([A-Za-z0-9][\w.+-]{0,127})\/[A-Za-z0-9][\w.+-]{0,127}\/([a-z0-9]{25})$/;
var digest = (0,chunk_RAPRRMAO/* optional */.lq)((0,chunk_RAPRRMAO/* custom */.Ie)((value) => typeof value === "string" && (0,chunk_KASAIAVU/* isDigest */.B)(value), "not a digest"));
var Target = (0,chunk_RAPRRMAO/* object */.Ik)({
  "buildx.build.ref": (0,chunk_RAPRRMAO/* optional */.lq)((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* regex */.yG)(BUILD, "not a build's name"))),
  "containerimage.digest": digest,
  "containerimage.config.digest": digest,
  "image.name": (0,chunk_RAPRRMAO/* optional */.lq)((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* maxLength */.Ru)(1e5)), "")
});
var Targets = (0,chunk_RAPRRMAO/* record */.g1)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* unknown */.L5)());
function parseBuildMetadata(input, text) {
  if (Buffer.byteLength(text) > MOST_BYTES) throw (0,chunk_443HKN4V/* invalidInput */.aY)(input, text, FORM, `It has over ${MOST_BYTES} bytes.`);
  const object2 = parseObject(input, text);
  if ("buildx.build.ref" in object2 || "containerimage.digest" in object2) return [parseTarget(input, null, object2)];
  const named = Object.entries(object2).filter(([name]) => !/^(?:buildx|containerimage|image)\./.test(name));
  if (named.length === 0) throw (0,chunk_443HKN4V/* invalidInput */.aY)(input, text, FORM, "It names no build and no digest.");
  if (named.length > MOST_TARGETS) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", `${input}: has ${named.length} targets; it takes ${MOST_TARGETS} at most`);
  }
  return named.map(([name, value]) => {
    if (!TARGET.test(name)) throw (0,chunk_443HKN4V/* invalidInput */.aY)(input, name, "names of targets as bake takes them");
    return parseTarget(input, name, value);
  });
}
function parseObject(input, text) {
  try {
    return (0,chunk_RAPRRMAO/* parse */.qg)(Targets, JSON.parse(text));
  } catch {
    throw (0,chunk_443HKN4V/* invalidInput */.aY)(input, text, FORM);
  }
}
function parseTarget(input, target, value) {
  const where = target === null ? input : `${input}: ${target}`;
  const result = (0,chunk_RAPRRMAO/* safeParse */.xL)(Target, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = issue.path?.map(({ key }) => String(key)).join(": ") ?? "";
    throw (0,chunk_443HKN4V/* invalidInput */.aY)(field === "" ? where : `${where}: ${field}`, formatValue(issue.input), FORM);
  }
  const { output } = result;
  const [, builder, id] = BUILD.exec(output["buildx.build.ref"] ?? "") ?? [];
  return {
    target,
    build: builder === void 0 || id === void 0 ? null : { builder, id },
    digest: output["containerimage.digest"] ?? null,
    imageId: output["containerimage.config.digest"] ?? null,
    ...parseNames(where, output["image.name"])
  };
}
function parseNames(input, text) {
  const names = text.split(",").filter((name) => name.trim() !== "");
  const references = names.map((name) => (0,chunk_S6V4MTHW/* parseInputReference */.F0)(`${input}: image.name`, name.trim(), "names of an image"));
  const [first] = references;
  if (first === void 0) return { repository: null, tags: [] };
  const repository = (0,chunk_S6V4MTHW/* parseRepository */.SU)(input, (0,chunk_VY7GW57L/* formatReference */.F)({ ...first, tag: null, digest: null }));
  return { repository, tags: references.filter(({ tag }) => tag !== null).map(chunk_VY7GW57L/* formatReference */.F) };
}
function formatValue(value) {
  return typeof value === "string" ? value : value === void 0 ? "nothing" : JSON.stringify(value);
}

// src/plan/compare-inputs.ts
var SHARED_INPUTS = [
  "builder",
  "baseline",
  "name",
  "max-size",
  "max-increase",
  "max-size-on-disk",
  "max-increase-on-disk",
  "noise",
  "override-label",
  "details",
  "max-read",
  "comment",
  "report",
  "strict"
];
var LOCAL = /^(?:oci|oci-archive|docker-archive|docker|build):/;
function parseCompareInputs(environment) {
  const given = (name) => environment[`INPUT_${name.toUpperCase()}`] ?? "";
  const inputs = (0,chunk_S6V4MTHW/* parseInputs */.TL)(Object.fromEntries(SHARED_INPUTS.map((name) => [(0,chunk_S6V4MTHW/* environmentName */.VE)(name), given(name)])));
  const subject = parseSubject(given("image").trim(), given("metadata").trim(), inputs.builder);
  return { ...inputs, subject, token: given("github-token") };
}
function parseSubject(image, metadata, builder) {
  if (image === "" === (metadata === "")) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN(
      "INPUT_INVALID",
      image === "" ? "image, metadata: neither is given; one is needed" : "image, metadata: both are given; one is taken",
      { hint: 'Set "image" to a reference, oci:DIR or build:, or "metadata" to the output of the build step.' }
    );
  }
  if (metadata !== "") return { kind: "metadata", targets: parseBuildMetadata("metadata", metadata) };
  if ((0,chunk_KASAIAVU/* isDigest */.B)(image)) return { kind: "digest", digest: image };
  if (image === "build:" && builder !== "") return { kind: "local", text: `build:${builder}/` };
  if (LOCAL.test(image)) return { kind: "local", text: image };
  const form = 'a reference, a digest, oci:DIR, or build: for the last build of "builder"';
  const reference = (0,chunk_S6V4MTHW/* parseInputReference */.F0)("image", image, form);
  const isBare = reference.tag === null && reference.digest === null;
  return { kind: "reference", reference: isBare ? { ...reference, tag: "latest" } : reference };
}

// src/plan/compare-plan.ts
function planComparison(inputs, event, workTree, { name, repository }) {
  const { budgets, countDrift, noise, overrideLabel, details, maxReadBytes, comment, report, strict } = inputs;
  return {
    name,
    image: repository,
    event: (0,chunk_S6V4MTHW/* describeEvent */.gN)(event),
    // As many as it has.
    platforms: [],
    baseline: (0,chunk_S6V4MTHW/* planBaseline */.HP)(inputs.baseline, event, {
      repository,
      workTree,
      isAtEvent: (0,chunk_S6V4MTHW/* isAtEvent */.a4)(event, workTree),
      // The steps before may have moved it to the very image that is compared.
      isBranchTagOverwritten: true,
      tags: null
    }),
    overBudget: (0,chunk_S6V4MTHW/* decideOverBudget */.Aq)(event.trigger),
    ...{ budgets, countDrift, noise, overrideLabel, details, maxReadBytes, comment, report, strict }
  };
}

// src/plan/compared-images.ts
function listComparedImages(inputs, event) {
  const images = nameImages(inputs, event);
  const twice = images.find(({ name }, place) => images.findIndex((other) => other.name === name) !== place);
  if (twice !== void 0) {
    const message = `metadata: more than one target is called ${JSON.stringify(twice.name)} in the comment`;
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("INPUT_INVALID", message, { hint: "Upper and lower case are one in it: rename a target." });
  }
  return images;
}
function nameImages({ subject, name, baseline }, event) {
  const own = (called) => (0,chunk_S6V4MTHW/* planImage */.Fz)({ image: null, name: called }, event).repository;
  const ofBaseline = baseline.kind === "reference" ? withoutTag(baseline.reference) : null;
  switch (subject.kind) {
    case "reference": {
      const { reference } = subject;
      const repository = (0,chunk_S6V4MTHW/* parseRepository */.SU)("image", (0,chunk_VY7GW57L/* formatReference */.F)({ ...reference, tag: null, digest: null }));
      const place = { kind: "registry", reference: (0,chunk_VY7GW57L/* formatReference */.F)(reference) };
      return [{ name: name ?? repository.lastElement.slice(0, 63), repository: repository.text, place }];
    }
    case "digest": {
      const { text, lastElement } = own(name);
      const place = { kind: "registry", reference: `${text}@${subject.digest}` };
      return [{ name: name ?? lastElement.slice(0, 63), repository: text, place }];
    }
    case "local": {
      const { text, lastElement } = ofBaseline ?? own(name);
      return [{ name: name ?? lastElement.slice(0, 63), repository: text, place: subject }];
    }
    case "metadata": {
      const isAlone = subject.targets.length === 1;
      return subject.targets.map((target) => {
        const called = isAlone ? name : nameTarget(target.target ?? "", name);
        const { text, lastElement } = target.repository ?? (isAlone ? ofBaseline : null) ?? own(called);
        return { name: called ?? lastElement.slice(0, 63), repository: text, place: { kind: "built", target } };
      });
    }
    default:
      return (0,chunk_NQNT2RXN/* assertNever */.xb)(subject);
  }
}
function nameTarget(target, name) {
  const whole = name === null ? target.replace(/^[^A-Za-z0-9]+/, "") : `${name}-${target}`;
  return whole.toLowerCase().slice(0, 63);
}
function withoutTag(reference) {
  return (0,chunk_S6V4MTHW/* parseRepository */.SU)("baseline", reference.replace(/@.*$/, "").replace(/:[^:/]*$/, ""));
}

// src/publish/join-lines.ts
function joinLines(values) {
  return values.every((value) => value === "") ? "" : values.join("\n");
}

// src/publish/join-outputs.ts
function joinOutputs(images) {
  const outputs = images.map((image) => image.outputs);
  const lines = (name) => joinLines(outputs.map((one) => one[name]));
  const [grown] = outputs.toSorted((a, b) => readNumber(b["size-change"]) - readNumber(a["size-change"]));
  const [longest] = outputs.toSorted((a, b) => readNumber(b["build-duration"]) - readNumber(a["build-duration"]));
  return {
    reference: lines("reference"),
    pushed: String(outputs.every(({ pushed }) => pushed === "true")),
    verdict: (0,chunk_Z2EIE2IC/* decideVerdict */.AU)(images.map(({ comparison }) => comparison.verdict)),
    size: grown?.size ?? "",
    "size-change": grown?.["size-change"] ?? "",
    "size-change-percent": grown?.["size-change-percent"] ?? "",
    "build-duration": longest?.["build-duration"] ?? "",
    baseline: lines("baseline"),
    "comparison-file": lines("comparison-file"),
    "comment-file": lines("comment-file"),
    "report-file": lines("report-file"),
    // One comment has a section of each.
    "comment-url": outputs.find((one) => one["comment-url"] !== "")?.["comment-url"] ?? ""
  };
}
function readNumber(text) {
  return text === "" ? -Number.MAX_VALUE : Number(text);
}

// src/phase/compare.ts
async function compareImages(environment) {
  const inputs = parseCompareInputs(environment);
  const event = await (0,chunk_S6V4MTHW/* readEvent */.j_)(environment);
  const images = listComparedImages(inputs, event);
  const directory = environment["GITHUB_WORKSPACE"] || process.cwd();
  const workTree = await (0,chunk_S6V4MTHW/* readWorkTree */.gJ)({ context: ".", eventSha: event.sha, directory, environment });
  (0,chunk_5L6HRAP7/* printNotes */.jX)(workTree.notes);
  const docker = { path: "docker", env: environment };
  const registry = new chunk_JLIIIXMZ/* RegistryClient */.bP({ env: environment });
  const github = await (0,chunk_O32TVUZK/* openGitHub */.o6)(inputs.token, event.repository, environment);
  const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(environment["RUNNER_TEMP"] || directory, "plimsoll-"));
  const compared = [];
  for (const image of images) {
    const plan = planComparison(inputs, event, workTree, image);
    const head = await readComparedImage(image, workTree.commit, { docker, registry, directory });
    const { image: read } = head;
    if (read.kind === "read") {
      const platforms = read.image.platforms.map(({ platform }) => platform);
      (0,chunk_5L6HRAP7/* printNotes */.jX)((0,chunk_S6V4MTHW/* noteBudgets */.fH)(event.trigger, inputs.budgets, platforms));
    }
    const places = { registry, github, folder: (0,external_node_path_.join)(folder, image.name) };
    await (0,promises_.mkdir)(places.folder, { recursive: true });
    const published = await (0,chunk_O32TVUZK/* compareAndPublish */.mY)(plan, head, places, environment);
    compared.push(describe(image, published, head.build?.durationMs ?? null));
  }
  registry.close();
  (0,chunk_5L6HRAP7/* writeOutputs */.Kn)({
    ...joinOutputs(compared),
    digest: joinLines(compared.map(({ comparison }) => comparison.head.digest)),
    imageid: joinLines(images.map(({ place }) => place.kind === "built" ? place.target.imageId ?? "" : "")),
    tags: compared.flatMap(({ tags }) => tags).join("\n"),
    metadata: environment["INPUT_METADATA"] ?? ""
  });
  return compared.some(({ comparison }) => (0,chunk_Z2EIE2IC/* failsJob */.VC)(comparison, inputs.strict));
}
function describe({ repository, place }, published, buildDurationMs) {
  const { digest: digest2, pushed } = published.comparison.head;
  const outputs = (0,chunk_O32TVUZK/* formatReportOutputs */.ar)({
    image: repository,
    platforms: [],
    digest: (0,chunk_KASAIAVU/* isDigest */.B)(digest2) ? digest2 : null,
    isPushed: pushed,
    buildDurationMs,
    ...published
  });
  return { ...published, outputs, tags: pushed && place.kind === "built" ? place.target.tags : [] };
}



/***/ })

};
