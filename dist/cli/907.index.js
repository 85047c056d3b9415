export const id = 907;
export const ids = [907];
export const modules = {

/***/ 6907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findCredential: () => (/* reexport */ findCredential)
});

// EXTERNAL MODULE: ./build/chunk-SXZAPVCU.js
var chunk_SXZAPVCU = __webpack_require__(4858);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/chunk-CAPA74JW.js





// src/image/registry/docker-config.ts



var Text = (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), "");
var EntrySchema = (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* object */.Ik)({ auth: Text, username: Text, password: Text, identitytoken: Text }));
var ConfigSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  auths: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* record */.g1)((0,chunk_RAPRRMAO/* string */.Yj)(), EntrySchema), {}),
  credHelpers: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* record */.g1)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* string */.Yj)()), {}),
  credsStore: Text
});
var DOCKER_HUB = "https://index.docker.io/v1/";
async function findCredential(registry, env) {
  const file = (0,external_node_path_.join)(env["DOCKER_CONFIG"] || (0,external_node_path_.join)(env["HOME"] || (0,external_node_os_.homedir)(), ".docker"), "config.json");
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
    const { size } = await (0,promises_.stat)(file);
    if (size > chunk_72EB4EJK/* LIMITS */.b.dockerConfigBytes) throw refuse(file, `has more than ${chunk_72EB4EJK/* LIMITS */.b.dockerConfigBytes} bytes`);
    text = await (0,promises_.readFile)(file, "utf8");
  } catch (error) {
    if (error instanceof chunk_NQNT2RXN/* PlimsollError */.nN) throw error;
    const code = (0,chunk_SXZAPVCU/* errorCode */.C)(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw refuse(file, `cannot be read (${code})`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(file, "is not JSON");
  }
  const result = (0,chunk_RAPRRMAO/* safeParse */.xL)(ConfigSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw refuse(file, `is malformed at ${((0,chunk_RAPRRMAO/* getDotPath */.Bu)(result.issues[0]) ?? "its top").slice(0, 200)}`);
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
  return new chunk_NQNT2RXN/* PlimsollError */.nN("CREDENTIALS_INVALID", `the Docker configuration ${file} ${why}`, {
    hint: 'Mend it, or move it away and run "docker login" again.'
  });
}



;// CONCATENATED MODULE: ./build/docker-config-UOPGNTJB.js








/***/ })

};
