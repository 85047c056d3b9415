export const id = 690;
export const ids = [690];
export const modules = {

/***/ 690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchToken: () => (/* binding */ fetchToken)
/* harmony export */ });
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5060);
/* harmony import */ var _chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6327);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2587);







// src/image/registry/token.ts
var Text = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)());
var AnswerSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ik)({ token: Text, access_token: Text, expires_in: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)()) });
var LIFE_S = 60;
async function fetchToken(options, request) {
  const { realm, registry } = request;
  checkRealm(realm, registry.url);
  const askedMs = Date.now();
  let answer;
  try {
    answer = await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)(options.policy, async () => await ask(options, request));
  } catch (error) {
    const asked = { what: `the token service of ${options.registry}`, registry: realm.host, isPush: false };
    throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .explainThrown */ .ME)(error, asked);
  }
  if (answer.status !== 200) throw refuse(answer, request, options.registry);
  return readToken(answer, askedMs);
}
function checkRealm(realm, registry) {
  const isPlain = realm.protocol === "http:" && registry.protocol === "http:";
  const mayBePlain = (0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_3__/* .networkOfHost */ .w)(realm.hostname) === "loopback" || realm.hostname === registry.hostname;
  if (realm.protocol === "https:" || isPlain && mayBePlain) return;
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN(
    "REGISTRY_INVALID",
    `${registry.host} sends us to a token service at ${realm.protocol}//${realm.host}, which is not https: not followed`
  );
}
async function ask(options, request) {
  const { realm, service, scope, credential, registry } = request;
  const parameters = new URLSearchParams();
  if (service !== null) parameters.set("service", service);
  parameters.set("scope", scope);
  const common = {
    authorization: null,
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b.answerBytes,
    // Whoever answers here gets the password: a redirect does not.
    followsRedirects: false,
    networks: realm.origin === registry.url.origin ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedFrom */ .PE)(null, registry.network()),
    onRequest: options.onRequest
  };
  const headers = { "user-agent": options.userAgent, accept: "application/json" };
  const url = new URL(realm);
  if (credential?.kind === "identity-token") {
    parameters.set("grant_type", "refresh_token");
    parameters.set("client_id", "plimsoll");
    parameters.set("refresh_token", credential.token);
    return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(options.transport, {
      ...common,
      method: "POST",
      url,
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: Buffer.from(parameters.toString())
    });
  }
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  const authorization = credential === null ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBasic */ .CY)(credential);
  return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(options.transport, { ...common, method: "GET", url, headers, authorization });
}
function readToken({ bytes, url }, askedMs) {
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL)(AnswerSchema, parse(bytes));
  const value = result.success ? result.output.token || result.output.access_token : void 0;
  if (!value || value.length > _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b.tokenBytes || !/^[\w.~+/=-]+$/.test(value)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${url.host} gave no token that can be used`);
  }
  const stated = result.success ? result.output.expires_in : null;
  const lifeMs = (stated && stated > 0 ? stated : LIFE_S) * 1e3;
  return { value, expiresAtMs: askedMs + lifeMs * 0.9 };
}
function parse(bytes) {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return null;
  }
}
function refuse(answer, { credential, scope }, registry) {
  const what = `the token service of ${registry}`;
  if (answer.status < 500 && answer.status !== 429) {
    const who = credential === null ? "without a login" : "with the login that Docker keeps for it";
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN("REGISTRY_DENIED", `${what} refused access ${who}: ${(0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAnswer */ .O1)(answer)}`, {
      hint: (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .hintDenied */ .dn)(registry, scope.endsWith(",push"))
    });
  }
  const code = answer.status === 429 ? "REGISTRY_RATE_LIMITED" : "REGISTRY_FAILED";
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_4__/* .PlimsollError */ .nN(code, `${what} gives no token: ${(0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAnswer */ .O1)(answer)}`, { hint: "Try again later." });
}



/***/ })

};
