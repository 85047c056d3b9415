export const id = 891;
export const ids = [891];
export const modules = {

/***/ 8890:
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

/***/ 8629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checkBytes),
/* harmony export */   q: () => (/* binding */ fetchDescribed)
/* harmony export */ });
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8088);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/image/check-bytes.ts
function checkBytes(bytes, expected, what) {
  const { digest, size } = expected;
  if (size !== void 0 && bytes.length !== size) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: ${digest} has ${bytes.length} bytes; ${size} were announced`);
  }
  const actual = (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes, digest);
  if (actual !== digest) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what}: the bytes of ${digest} have another digest, ${actual}`);
  }
}

// src/image/fetch-described.ts
async function fetchDescribed({ digest, size }, { maxBytes, what }, fetch) {
  if (size > maxBytes) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what}: ${digest} has ${size} bytes; ${maxBytes} are read`);
  }
  const bytes = await fetch();
  checkBytes(bytes, { digest, size }, what);
  return bytes;
}




/***/ }),

/***/ 3891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOciLayout: () => (/* binding */ openOciLayout)
/* harmony export */ });
/* harmony import */ var _chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8890);
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(491);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2921);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2587);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6760);













// src/image/oci-layout.ts



function openOciLayout({ name, directory, tag }) {
  return (0,_chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_0__/* .openLayout */ .B)(name, folderFiles(directory, name), tag);
}
function folderFiles(directory, name) {
  return {
    async read(path, maxBytes) {
      try {
        const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.realpath)(directory);
        const file = await realpathOrNull((0,node_path__WEBPACK_IMPORTED_MODULE_14__.join)(root, path));
        if (file === null) return null;
        if (!file.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_14__.sep) ? root : `${root}${node_path__WEBPACK_IMPORTED_MODULE_14__.sep}`)) {
          throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_11__/* .PlimsollError */ .nN("IMAGE_INVALID", `${name}: ${path} leads out of the folder`);
        }
        return await readFile(file, maxBytes, `${name}: ${path}`);
      } catch (error) {
        throw (0,_chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_11__/* .wrapError */ .J4)(
          "FILE_UNREADABLE",
          name,
          error,
          "An OCI layout is a folder with an index.json; a tar file of one is oci-archive:FILE."
        );
      }
    }
  };
}
async function readFile(file, maxBytes, what) {
  const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_12__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_12__.constants.O_NONBLOCK);
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_11__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is no file`);
    if (status.size > maxBytes) {
      throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_11__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what} has ${status.size} bytes; ${maxBytes} are read`);
    }
    const bytes = new Uint8Array(status.size);
    const { bytesRead } = await handle.read(bytes, 0, status.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
async function realpathOrNull(path) {
  try {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_13__.realpath)(path);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}
function isAbsence(error) {
  return typeof error === "object" && error !== null && "code" in error && ABSENCE.includes(String(error.code));
}
var ABSENCE = ["ENOENT", "ENOTDIR"];



/***/ })

};
