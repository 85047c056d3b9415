export const id = 698;
export const ids = [698];
export const modules = {

/***/ 6509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openLayout),
/* harmony export */   y: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8629);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(491);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8088);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5592);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2587);








// src/image/same-name.ts
function isSameName(a, b) {
  return a === b || inWhole(a) !== null && inWhole(a) === inWhole(b);
}
function inWhole(text) {
  if (!/[:/]/.test(text)) return null;
  try {
    return (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .F)((0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .Y)(text));
  } catch {
    return null;
  }
}

// src/image/layout-entry.ts
var LISTED_NAMES = 20;
function chooseEntry(entries, tag, name) {
  const images = entries.filter(({ annotations }) => annotations["vnd.docker.reference.type"] === void 0);
  const chosen = tag === null ? images : images.filter((entry) => namesOf(entry).some((one) => isSameName(one, tag)));
  const [first] = chosen;
  if (first === void 0) {
    const what = tag === null ? "holds no image" : `holds no image ${JSON.stringify(tag.slice(0, 200))}`;
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${name} ${what}`, { hint: listNames(images) });
  }
  if (chosen.every(({ digest }) => digest === first.digest)) return first;
  if (chosen.length === entries.length && areOneImage(chosen)) return "all";
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${name} holds ${chosen.length} images`, {
    hint: `Name one of them after a colon. ${listNames(chosen)}`
  });
}
function namesOf({ annotations }) {
  const names = [annotations["io.containerd.image.name"], annotations["org.opencontainers.image.ref.name"]];
  return names.flatMap((name) => name ? [name] : []);
}
function areOneImage(entries) {
  const platforms = entries.map(
    ({ platform }) => platform === null ? null : (0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPlatform */ .Bq)((0,_chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizePlatform */ .FL)(platform))
  );
  const names = entries.map((entry) => namesOf(entry).join("\n"));
  return !platforms.includes(null) && new Set(platforms).size === entries.length && new Set(names).size === 1;
}
function listNames(entries) {
  if (entries.length === 0) return "";
  const names = [...new Set(entries.map((entry) => (namesOf(entry)[0] ?? entry.digest).slice(0, 200)))];
  const more = names.length > LISTED_NAMES ? `, and ${names.length - LISTED_NAMES} more` : "";
  return `It holds ${names.slice(0, LISTED_NAMES).join(", ")}${more}.`;
}

// src/image/layout-source.ts
function openLayout(name, files, tag) {
  return {
    name,
    async fetchRoot() {
      const bytes = await files.read("index.json", _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes);
      if (bytes === null) {
        throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name} is no OCI layout: it has no index.json`, {
          hint: 'An OCI layout is what "docker buildx build --output type=oci" writes; a file of "docker save" is docker-archive:FILE.'
        });
      }
      const index = (0,_chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(bytes, _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p, `${name}, index.json`);
      if (index.kind !== "index") throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name}: index.json is no index`);
      const entry = chooseEntry(index.entries, tag, name);
      if (entry === "all") return { mediaType: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p, digest: (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), bytes };
      return await withoutAbsent(await readManifest(files, entry, name), files, name);
    },
    fetchManifest: async (descriptor) => await readManifest(files, descriptor, name),
    fetchBlob: async (descriptor) => await readBlob(files, descriptor, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.configBytes, name)
  };
}
async function readManifest(files, descriptor, name) {
  const bytes = await readBlob(files, descriptor, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes, name);
  return { mediaType: descriptor.mediaType, digest: descriptor.digest, bytes };
}
async function readBlob(files, descriptor, maxBytes, name) {
  return await (0,_chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchDescribed */ .q)(descriptor, { maxBytes, what: name }, async () => {
    const bytes = await files.read(blobPath(descriptor.digest), maxBytes);
    if (bytes !== null) return bytes;
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name}: the blob ${descriptor.digest} is missing`);
  });
}
function blobPath(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
async function withoutAbsent(root, files, name) {
  if (!(0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(root.mediaType)) return root;
  const index = (0,_chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .N)(root.bytes, root.mediaType, name);
  if (index.kind !== "index") return root;
  const present = [];
  for (const entry of index.entries) {
    const isSmall = entry.size <= _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes;
    if (isSmall && await files.read(blobPath(entry.digest), _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes) !== null) present.push(entry);
  }
  if (present.length === index.entries.length) return root;
  const document = {
    mediaType: root.mediaType,
    annotations: index.annotations,
    manifests: present.map(writeDescriptor)
  };
  return { ...root, bytes: Buffer.from(JSON.stringify({ schemaVersion: 2, ...document })) };
}
function writeDescriptor({ platform, ...rest }) {
  if (platform === null) return rest;
  const { os, architecture, variant, osVersion } = platform;
  return { ...rest, platform: { os, architecture, variant, "os.version": osVersion } };
}




/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ scanArchiveStream),
/* harmony export */   eq: () => (/* binding */ openArchiveFiles),
/* harmony export */   p_: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var _chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6509);
/* harmony import */ var _chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2551);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2921);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2587);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1455);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6760);









// src/image/archive.ts



// src/image/saved-image.ts
var SavedSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YO)(
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ik)({
    Config: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)(),
    RepoTags: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)())),
    Layers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .string */ .Yj)()), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_6__/* .maxLength */ .Ru)(_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.layers))
  })
);
function openSavedImage(name, files, tag) {
  let config = null;
  return {
    name,
    async fetchRoot() {
      const list = await files.read("manifest.json", _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes);
      if (list === null) {
        throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name} is no archive of an image: it has no manifest.json`, {
          hint: 'An archive is what "docker save" writes, or "docker buildx build --output type=oci,dest=FILE".'
        });
      }
      const saved = chooseSaved((0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(list, SavedSchema, `${name}, manifest.json`), tag, name);
      config = await readConfig(files, saved, name);
      const layers = await describeLayers(files, saved, config, name);
      const bytes = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCKER_MANIFEST */ .Vv,
          config: {
            mediaType: "application/vnd.docker.container.image.v1+json",
            digest: (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(config),
            size: config.length
          },
          layers: layers.map(({ size, digest, start }) => ({ mediaType: layerType(start), digest, size }))
        })
      );
      return { mediaType: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .DOCKER_MANIFEST */ .Vv, digest: (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes), bytes };
    },
    fetchManifest: ({ digest }) => Promise.reject(missing(name, digest)),
    fetchBlob: ({ digest }) => config !== null && (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(config) === digest ? Promise.resolve(config) : Promise.reject(missing(name, digest))
  };
}
function chooseSaved(images, tag, name) {
  const tagsOf = ({ RepoTags }) => RepoTags ?? [];
  const chosen = tag === null ? images : images.filter((image) => tagsOf(image).some((one) => (0,_chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameName */ .y)(one, tag)));
  const [first] = chosen;
  if (first !== void 0 && chosen.every(({ Config }) => Config === first.Config)) return first;
  const names = images.flatMap((image) => tagsOf(image)).slice(0, 20);
  const what = first === void 0 ? `holds no image${tag === null ? "" : ` ${tag}`}` : `holds ${chosen.length} images`;
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `${name} ${what.slice(0, 200)}`, {
    hint: names.length === 0 ? "" : `Name one of them after a colon: ${names.join(", ").slice(0, 2e3)}.`
  });
}
async function readConfig(files, { Config: path }, name) {
  const bytes = await files.read(path, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.configBytes);
  if (bytes === null) throw missing(name, path);
  return bytes;
}
async function describeLayers(files, saved, config, name) {
  const { diffIDs } = (0,_chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(config, `${name}, ${saved.Config.slice(0, 200)}`);
  const layers = [];
  for (const [place, path] of saved.Layers.entries()) {
    const layer = await files.describe(path);
    if (layer === null) throw missing(name, path);
    if (layerType(layer.start) === LAYER && diffIDs[place] !== layer.digest) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name}: ${path.slice(0, 200)} is not the layer that the config names`);
    }
    layers.push(layer);
  }
  return layers;
}
var LAYER = "application/vnd.docker.image.rootfs.diff.tar";
var GZIP = [31, 139];
var ZSTD = [40, 181, 47, 253];
function layerType(start) {
  const startsWith = (magic) => magic.every((byte, place) => start[place] === byte);
  if (startsWith(GZIP)) return `${LAYER}.gzip`;
  return startsWith(ZSTD) ? `${LAYER}.zstd` : LAYER;
}
function missing(name, what) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name}: ${JSON.stringify(what.slice(0, 200))} is missing`);
}

// src/image/scan-archive-file.ts



// src/tar/invalid-tar.ts
function invalidTar(what, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} ${why}`);
}

// src/tar/parse-header.ts
var BLOCK_BYTES = 512;
function isZeroBlock(block) {
  return block.every((byte) => byte === 0);
}
function parseHeader(block, what) {
  const number = (from, to) => readNumber(block.subarray(from, to), what);
  if (!sums(block).includes(readDigits(block.subarray(148, 156)))) {
    throw invalidTar(what, "has a header with a wrong checksum, or is no tar archive");
  }
  const flag = String.fromCharCode(block[156] ?? 0);
  const magic = Buffer.from(block.subarray(257, 265)).toString("latin1");
  const name = untilNul(block.subarray(0, 100));
  const prefix = magic.startsWith("ustar\0") ? untilNul(block.subarray(345, isStar(block) ? 476 : 500)) : EMPTY;
  return {
    path: prefix.length === 0 ? name : Buffer.concat([prefix, SLASH, name]),
    link: untilNul(block.subarray(157, 257)),
    flag,
    size: number(124, 136),
    mode: number(100, 108),
    uid: number(108, 116),
    gid: number(116, 124),
    sparse: flag === "S" && magic === "ustar  \0" ? { size: number(483, 495), isContinued: block[482] === 1 } : null
  };
}
function untilNul(field) {
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}
var EMPTY = new Uint8Array();
var SLASH = Buffer.from("/");
function isStar(block) {
  return Buffer.from(block.subarray(508, 512)).toString("latin1") === "tar\0";
}
function sums(block) {
  let unsigned = 8 * BLANK;
  let high = 0;
  for (let place = 0; place < BLOCK_BYTES; place++) {
    if (place === 148) place = 156;
    const byte = block[place] ?? 0;
    unsigned += byte;
    if (byte >= 128) high++;
  }
  return [unsigned, unsigned - 256 * high];
}
var BLANK = 32;
var DIGIT = { first: 48, last: 55 };
function readNumber(field, what) {
  const isBase256 = (field[0] ?? 0) >= 128;
  const value = isBase256 ? readBase256(field) : readDigits(field);
  if (!Number.isSafeInteger(value)) throw invalidTar(what, "has a header with a malformed number");
  return value;
}
function readBase256(field) {
  let value = (field[0] ?? 0) & 127;
  for (const byte of field.subarray(1)) value = value * 256 + byte;
  return value;
}
function readDigits(field) {
  let value = 0;
  let place = 0;
  while (field[place] === BLANK || field[place] === 0) place++;
  for (; place < field.length; place++) {
    const byte = field[place] ?? 0;
    if (byte === BLANK || byte === 0) break;
    value = byte < DIGIT.first || byte > DIGIT.last ? Number.NaN : value * 8 + byte - DIGIT.first;
  }
  return value;
}

// src/tar/parse-pax.ts
function parsePax(bytes, what) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = /* @__PURE__ */ new Map();
  let start = 0;
  while (start < text.length) {
    const blank = text.indexOf(32, start);
    const length = blank === -1 || blank - start > 10 ? "" : text.toString("latin1", start, blank);
    const end = start + Number(length);
    const equals = blank === -1 ? -1 : text.indexOf(61, blank);
    if (!/^[1-9][0-9]*$/.test(length) || end > text.length || equals === -1 || equals >= end || text[end - 1] !== 10) {
      throw invalidTar(what, "has a malformed PAX header");
    }
    const key = text.toString("utf8", blank + 1, equals);
    const value = text.toString("utf8", equals + 1, end - 1);
    if (key === "" || NAMES.has(key) && value.includes("\0")) throw invalidTar(what, "has a malformed PAX header");
    records.set(key, value);
    start = end;
  }
  return records;
}
var NAMES = /* @__PURE__ */ new Set(["path", "linkpath", "GNU.sparse.name"]);

// src/tar/read-headers.ts
var TAR_LIMITS = {
  /** Of one PAX or GNU header, as Go's reader has it. */
  extensionBytes: 1024 * 1024,
  /** Linux takes 4,096. */
  pathBytes: 16 * 1024
};
function* readHeaders(what) {
  let global = /* @__PURE__ */ new Map();
  let extensions = NONE;
  let headerOffset = 0;
  let offset = 0;
  for (; ; ) {
    const block = yield { kind: "read", offset, size: BLOCK_BYTES };
    if (block.length === 0 || isZeroBlock(block)) break;
    if (block.length < BLOCK_BYTES) throw invalidTar(what, "ends in the middle of a header");
    const header = parseHeader(block, what);
    offset += BLOCK_BYTES;
    if (EXTENSIONS.has(header.flag)) {
      const content = yield* readExtension(header, offset, what);
      offset += padded(header.size);
      if (header.flag === "g") {
        global = new Map([...global, ...parsePax(content, what)]);
        if (extensions === NONE) headerOffset = offset;
      } else {
        extensions = extend(extensions, header.flag, content, what);
      }
      continue;
    }
    if (header.sparse?.isContinued === true) offset = yield* skipSparseMap(offset, what);
    const entry = makeEntry(header, { global, extensions, headerOffset, contentOffset: offset, what });
    yield { kind: "entry", entry };
    offset = headerOffset = entry.nextOffset;
    extensions = NONE;
  }
  if (extensions !== NONE) throw invalidTar(what, "ends after a header that continues");
}
var NONE = { pax: /* @__PURE__ */ new Map(), path: null, link: null };
var EXTENSIONS = /* @__PURE__ */ new Set(["x", "X", "g", "L", "K"]);
var decoder = new TextDecoder();
function* readExtension({ size }, offset, what) {
  if (size > TAR_LIMITS.extensionBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has a PAX or GNU header of ${size} bytes`);
  }
  const content = yield { kind: "read", offset, size };
  if (content.length < size) throw invalidTar(what, "ends in the middle of a header");
  return content;
}
function* skipSparseMap(offset, what) {
  for (; ; ) {
    const block = yield { kind: "read", offset, size: BLOCK_BYTES };
    if (block.length < BLOCK_BYTES) throw invalidTar(what, "ends in the middle of a header");
    offset += BLOCK_BYTES;
    if (block[504] !== 1) return offset;
  }
}
function extend(before, flag, content, what) {
  if (flag === "L") return { ...before, path: decoder.decode(untilNul(content)) };
  if (flag === "K") return { ...before, link: decoder.decode(untilNul(content)) };
  return { ...before, pax: new Map([...before.pax, ...parsePax(content, what)]) };
}
function makeEntry(header, at) {
  const { global, extensions, headerOffset, contentOffset, what } = at;
  const record = (key) => (extensions.pax.get(key) ?? global.get(key)) || void 0;
  const number = (key) => parseDecimal(record(key), what);
  const path = extensions.path ?? record("GNU.sparse.name") ?? record("path") ?? decoder.decode(header.path);
  if (path.length > TAR_LIMITS.pathBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has a path of ${path.length} characters`);
  }
  const type = typeOf(header.flag, path);
  const contentBytes = HEADER_ONLY.has(type) ? 0 : number("size") ?? header.size;
  const nextOffset = contentOffset + padded(contentBytes);
  if (!Number.isSafeInteger(nextOffset)) throw invalidTar(what, "has an entry larger than any file");
  return {
    path,
    type,
    size: HEADER_ONLY.has(type) ? 0 : number("GNU.sparse.realsize") ?? number("GNU.sparse.size") ?? header.sparse?.size ?? contentBytes,
    mode: header.mode,
    uid: number("uid") ?? header.uid,
    gid: number("gid") ?? header.gid,
    link: extensions.link ?? record("linkpath") ?? decoder.decode(header.link),
    headerOffset,
    contentOffset,
    contentBytes,
    nextOffset
  };
}
var HEADER_ONLY = /* @__PURE__ */ new Set([
  "hardlink",
  "symlink",
  "char",
  "block",
  "directory",
  "fifo"
]);
function typeOf(flag, path) {
  switch (flag) {
    case "\0":
      return path.endsWith("/") ? "directory" : "file";
    case "0":
    case "7":
    case "S":
      return "file";
    case "1":
      return "hardlink";
    case "2":
      return "symlink";
    case "3":
      return "char";
    case "4":
      return "block";
    case "5":
      return "directory";
    case "6":
      return "fifo";
    default:
      return "other";
  }
}
function parseDecimal(text, what) {
  if (text === void 0) return void 0;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value)) throw invalidTar(what, "has a malformed PAX header");
  return value;
}
function padded(bytes) {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}

// src/image/archive-files.ts
var START_BYTES = 4;

// src/image/archive-table.ts

var ArchiveTable = class {
  #what;
  #files = /* @__PURE__ */ new Map();
  #entries = 0;
  constructor(what) {
    this.#what = what;
  }
  /** The later of two entries of a path replaces the earlier, as on unpacking. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`. */
  add(entry, file) {
    this.#entries++;
    if (this.#entries > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveEntries) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${this.#what} has more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveEntries} entries`);
    }
    const path = this.clean(entry.path);
    if (entry.type === "file") this.#files.set(path, { file });
    if (entry.type === "symlink") this.#files.set(path, { link: node_path__WEBPACK_IMPORTED_MODULE_11__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_11__.posix.dirname(path), entry.link) });
    if (entry.type === "hardlink") this.#files.set(path, { link: entry.link });
  }
  /** `null`: there is no such file. Throws `IMAGE_INVALID` where the path, or a link on the way, leads outside. */
  find(path) {
    let next = path;
    for (let hop = 0; hop < MOST_LINKS; hop++) {
      const found = this.#files.get(this.clean(next));
      if (found === void 0) return null;
      if ("file" in found) return found.file;
      next = found.link;
    }
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${this.#what}: too many links at ${JSON.stringify(path.slice(0, 200))}`);
  }
  /** `./a/b/` is `a/b`. */
  clean(path) {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    if (path.startsWith("/") || parts.includes("..")) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${this.#what}: ${JSON.stringify(path.slice(0, 200))} leads outside`);
    }
    return parts.join("/");
  }
};
var MOST_LINKS = 8;

// src/image/scan-archive-file.ts
var CHUNK_BYTES = 1024 * 1024;
async function scanArchiveFile(file, what) {
  const table = await withFile(file, async (handle) => await scan(handle, what));
  return {
    async read(path, maxBytes) {
      const place = table.find(path);
      if (place === null) return null;
      if (place.size > maxBytes) {
        throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what}: ${path} has ${place.size} bytes; ${maxBytes} are read`);
      }
      return await withFile(file, async (handle) => await readAt(handle, place));
    },
    async describe(path) {
      const place = table.find(path);
      if (place === null) return null;
      return await withFile(file, async (handle) => {
        const start = await readAt(handle, { offset: place.offset, size: Math.min(place.size, START_BYTES) });
        return { size: place.size, digest: await digestAt(handle, place), start };
      });
    }
  };
}
async function scan(handle, what) {
  const { size: fileBytes } = await handle.stat();
  const table = new ArchiveTable(what);
  const headers = readHeaders(what);
  let step = headers.next();
  while (step.done !== true) {
    if (step.value.kind === "read") {
      step = headers.next(await readAt(handle, step.value));
      continue;
    }
    const { entry } = step.value;
    if (entry.contentOffset + entry.contentBytes > fileBytes) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is cut off in ${JSON.stringify(entry.path.slice(0, 200))}`);
    }
    table.add(entry, { offset: entry.contentOffset, size: entry.contentBytes });
    step = headers.next(NOTHING);
  }
  return table;
}
var NOTHING = new Uint8Array();
async function readAt(handle, { offset, size }) {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
async function digestAt(handle, { offset, size }) {
  const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_10__.createHash)("sha256");
  for (let done = 0; done < size; done += CHUNK_BYTES) {
    hash.update(await readAt(handle, { offset: offset + done, size: Math.min(CHUNK_BYTES, size - done) }));
  }
  return (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(`sha256:${hash.digest("hex")}`);
}
async function withFile(file, work) {
  const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_9__.open)(file);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

// src/image/scan-archive-stream.ts

async function scanArchiveStream(chunks, what) {
  const table = new ArchiveTable(what);
  const tape = new Tape(chunks, what);
  const headers = readHeaders(what);
  let keptBytes = 0;
  let step = headers.next();
  while (step.done !== true) {
    if (step.value.kind === "read") {
      await tape.skipTo(step.value.offset);
      step = headers.next(await tape.take(step.value.size));
      continue;
    }
    const kept = await keep(tape, step.value.entry, what);
    if (kept.kind === "json") keptBytes += kept.bytes.length;
    if (keptBytes > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveKeptBytes) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveKeptBytes} bytes of JSON`);
    }
    table.add(step.value.entry, kept);
    step = headers.next(NOTHING2);
  }
  await tape.skipTo(_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveStreamBytes);
  return {
    read(path, maxBytes) {
      const kept = table.find(path);
      if (kept === null) return Promise.resolve(null);
      if (kept.kind !== "json" || kept.bytes.length > maxBytes) {
        throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: ${path} is no JSON of at most ${maxBytes} bytes`);
      }
      return Promise.resolve(kept.bytes);
    },
    describe(path) {
      const kept = table.find(path);
      if (kept === null) return Promise.resolve(null);
      if (kept.kind !== "described") throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: ${path} is no layer`);
      return Promise.resolve(kept.description);
    }
  };
}
var NOTHING2 = new Uint8Array();
var BRACES = [123, 91];
async function keep(tape, entry, what) {
  const { contentOffset, contentBytes, path } = entry;
  await tape.skipTo(contentOffset);
  const start = await tape.take(Math.min(contentBytes, START_BYTES));
  const isJson = BRACES.includes(start[0] ?? 0) && contentBytes <= _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.configBytes;
  const end = contentOffset + contentBytes;
  const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_10__.createHash)("sha256").update(start);
  const rest = [start];
  const isPassed = !isJson && /^(?:\.\/)?blobs\//.test(path);
  await tape.skipTo(end, (bytes) => {
    if (isJson) rest.push(Uint8Array.from(bytes));
    else if (!isPassed) hash.update(bytes);
  });
  if (tape.offset < end) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is cut off in ${JSON.stringify(path.slice(0, 200))}`);
  }
  if (isJson) return { kind: "json", bytes: Buffer.concat(rest) };
  if (isPassed) return { kind: "passed" };
  const digest = (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(`sha256:${hash.digest("hex")}`);
  return { kind: "described", description: { size: contentBytes, digest, start } };
}
var Tape = class {
  #chunks;
  #what;
  #chunk = NOTHING2;
  offset = 0;
  constructor(chunks, what) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#what = what;
  }
  /** Fewer bytes where the stream ends. */
  async take(size) {
    const parts = [];
    await this.skipTo(this.offset + size, (bytes) => parts.push(Uint8Array.from(bytes)));
    return Buffer.concat(parts);
  }
  /** Passes all bytes before `offset` to `see`; stops before it where the stream ends. */
  async skipTo(offset, see = () => void 0) {
    if (offset > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveStreamBytes) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${this.#what} has more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.archiveStreamBytes} bytes`);
    }
    while (this.offset < offset) {
      if (this.#chunk.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) return;
        this.#chunk = next.value;
      }
      const bytes = this.#chunk.subarray(0, offset - this.offset);
      this.#chunk = this.#chunk.subarray(bytes.length);
      this.offset += bytes.length;
      see(bytes);
    }
  }
};

// src/image/archive.ts
function openArchive({ name, form, file, tag }) {
  return openArchiveFiles(name, form, tag, async () => {
    try {
      return await isGzip(file) ? await scanArchiveStream(await inflate(file), name) : await scanArchiveFile(file, name);
    } catch (error) {
      throw (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .wrapError */ .J4)(
        "FILE_UNREADABLE",
        name,
        error,
        "An archive is a tar file, plain or compressed with gzip; a folder is oci:DIR."
      );
    }
  });
}
function openArchiveFiles(name, form, tag, scan2) {
  let opened = null;
  const openOnce = async () => {
    const files = await scan2();
    if (files === null) return null;
    const isLayout = form === "oci" || await files.read("index.json", _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_5__/* .LIMITS */ .b.manifestBytes) !== null;
    return isLayout ? (0,_chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_0__/* .openLayout */ .B)(name, files, tag) : openSavedImage(name, files, tag);
  };
  const find = () => opened ??= openOnce();
  const get = async () => {
    const image = await find();
    if (image === null) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_7__/* .PlimsollError */ .nN("IMAGE_NOT_FOUND", `there is no image ${name}`);
    return image;
  };
  return {
    name,
    fetchRoot: async () => await (await find())?.fetchRoot() ?? null,
    fetchManifest: async (descriptor) => await (await get()).fetchManifest(descriptor),
    fetchBlob: async (descriptor) => await (await get()).fetchBlob(descriptor)
  };
}
async function isGzip(file) {
  const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_9__.open)(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 31 && buffer[1] === 139;
  } finally {
    await handle.close();
  }
}
async function inflate(file) {
  const { createGunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
  const { pipeline } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7075, 19));
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  return pipeline((0,node_fs__WEBPACK_IMPORTED_MODULE_8__.createReadStream)(file), gunzip, () => void 0);
}




/***/ })

};
