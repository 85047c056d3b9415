export const id = 54;
export const ids = [54];
export const modules = {

/***/ 2096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ withoutSecrets)
/* harmony export */ });
// src/image/without-secrets.ts
var OURS = /^(?:INPUT_|PLIMSOLL_|ACTIONS_)/i;
var SECRET = /TOKEN|PASSWORD|SECRET/i;
var OF_CLOUDS = /^(?:AWS|AZURE|GOOGLE|CLOUDSDK)_/;
function withoutSecrets(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      if (value === void 0 || OURS.test(name)) return [];
      return SECRET.test(name) && !OF_CLOUDS.test(name) ? [] : [[name, value]];
    })
  );
}




/***/ }),

/***/ 7054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askCredentialHelper: () => (/* binding */ askCredentialHelper)
/* harmony export */ });
/* harmony import */ var _chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2096);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1421);





// src/image/registry/credential-helper.ts

var AnswerSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ Username: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), Secret: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)() });
async function askCredentialHelper(name, server, env) {
  const what = `the credential helper docker-credential-${name.slice(0, 80)}`;
  if (!/^[\w.-]+$/.test(name)) throw refuse(what, "is named with characters that no program has here");
  const { failure, stdout } = await run(`docker-credential-${name}`, server, env);
  if (failure !== null) {
    if (/credentials not found in native keychain|no usernames for|not logged in/i.test(stdout)) return null;
    const said = stdout.trim().startsWith("{") ? "" : stdout.trim().slice(0, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.reasonCharacters);
    throw refuse(what, `failed for ${server}: ${said || failure}`);
  }
  const answer = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(AnswerSchema, parse(stdout));
  if (!answer.success) throw refuse(what, `gave no "Username" and "Secret" for ${server}`);
  const { Username: username, Secret: secret } = answer.output;
  if (secret === "") return null;
  return username === "<token>" ? { kind: "identity-token", token: secret } : { kind: "password", username, password: secret };
}
async function run(program, input, env) {
  return await new Promise((resolve) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_3__.execFile)(
      program,
      ["get"],
      {
        env: (0,_chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .c)(env),
        timeout: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.credentialHelperMs,
        killSignal: "SIGKILL",
        maxBuffer: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.credentialHelperBytes,
        windowsHide: true
      },
      (error, stdout) => {
        if (error === null) resolve({ failure: null, stdout });
        else if (error.code === "ENOENT") resolve({ failure: "it is not in the PATH", stdout: "" });
        else if (error.killed === true)
          resolve({ failure: `no answer within ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.credentialHelperMs / 1e3} s`, stdout: "" });
        else resolve({ failure: `it ended with ${String(error.code)}`, stdout });
      }
    );
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(input);
  });
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function refuse(what, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("CREDENTIALS_INVALID", `${what} ${why}`, {
    hint: 'See "credsStore" and "credHelpers" in the Docker configuration, or run "docker login" again.'
  });
}



/***/ })

};
