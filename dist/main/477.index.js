export const id = 477;
export const ids = [477];
export const modules = {

/***/ 4009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential)
/* harmony export */ });
/* harmony import */ var _chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4858);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);





// src/image/registry/docker-config.ts



var Text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), "");
var EntrySchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ auth: Text, username: Text, password: Text, identitytoken: Text }));
var ConfigSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  auths: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), EntrySchema), {}),
  credHelpers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()), {}),
  credsStore: Text
});
var DOCKER_HUB = "https://index.docker.io/v1/";
async function findCredential(registry, env) {
  const file = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(env["DOCKER_CONFIG"] || (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(env["HOME"] || (0,node_os__WEBPACK_IMPORTED_MODULE_4__.homedir)(), ".docker"), "config.json");
  const config = await readConfig(file);
  if (config === null) return null;
  const server = registry === "docker.io" ? DOCKER_HUB : registry;
  const helper = Object.entries(config.credHelpers).find(([key]) => isFor(key, registry))?.[1] ?? config.credsStore;
  if (helper !== "") {
    const { askCredentialHelper } = await __webpack_require__.e(/* import() */ 54).then(__webpack_require__.bind(__webpack_require__, 7054));
    const kept = await askCredentialHelper(helper, server, env);
    if (kept !== null) return kept;
  }
  return readEntry(config, registry, file);
}
async function readConfig(file) {
  let text;
  try {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(file);
    if (size > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.dockerConfigBytes) throw refuse(file, `has more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.dockerConfigBytes} bytes`);
    text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(file, "utf8");
  } catch (error) {
    if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) throw error;
    const code = (0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .C)(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw refuse(file, `cannot be read (${code})`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(file, "is not JSON");
  }
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(ConfigSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw refuse(file, `is malformed at ${((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .Bu)(result.issues[0]) ?? "its top").slice(0, 200)}`);
}
function readEntry(config, registry, file) {
  const entries = Object.entries(config.auths).filter(([key]) => isFor(key, registry));
  entries.sort(([a], [b]) => a.length - b.length);
  for (const [key, entry] of entries) {
    const credential = entry ? readAuth(entry, key, file) : null;
    if (credential !== null) return credential;
  }
  return null;
}
function readAuth(entry, key, file) {
  if (entry.identitytoken !== "") return { kind: "identity-token", token: entry.identitytoken };
  if (entry.auth === "") {
    const { username, password } = entry;
    return username === "" ? null : { kind: "password", username, password };
  }
  const text = Buffer.from(entry.auth, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(entry.auth) || colon < 1) {
    throw refuse(file, `has an "auth" for ${key.slice(0, 200)} that is not "user:password" in base64`);
  }
  return { kind: "password", username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, "") };
}
function isFor(key, registry) {
  const host = key.replace(/^https?:\/\//, "").split("/")[0]?.toLowerCase();
  if (registry !== "docker.io") return host === registry.toLowerCase();
  return host === "index.docker.io" || host === "docker.io" || host === "registry-1.docker.io";
}
function refuse(file, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("CREDENTIALS_INVALID", `the Docker configuration ${file} ${why}`, {
    hint: 'Mend it, or move it away and run "docker login" again.'
  });
}




/***/ }),

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findCredential: () => (/* reexport safe */ _chunk_CAPA74JW_js__WEBPACK_IMPORTED_MODULE_0__.L)
/* harmony export */ });
/* harmony import */ var _chunk_CAPA74JW_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4009);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2587);








/***/ })

};
