export const id = 254;
export const ids = [254];
export const modules = {

/***/ 5615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CY: () => (/* binding */ formatBasic),
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   ME: () => (/* binding */ explainThrown),
/* harmony export */   O1: () => (/* binding */ describeAnswer),
/* harmony export */   PE: () => (/* binding */ allowedFrom),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   dn: () => (/* binding */ hintDenied),
/* harmony export */   iJ: () => (/* binding */ explainAnswer),
/* harmony export */   p6: () => (/* binding */ RETRY)
/* harmony export */ });
/* unused harmony exports readLocation, retryDelayMs */
/* harmony import */ var _chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4858);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2587);





// src/image/registry/credential.ts
function formatBasic(credential) {
  if (credential.kind !== "password") return null;
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString("base64")}`;
}

// src/image/registry/exchange.ts
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
async function exchange(transport, first) {
  let { url, authorization, networks } = first;
  for (let hops = 0; ; hops += 1) {
    first.onRequest(first.method, url);
    const response = await transport.send({
      method: first.method,
      url,
      // Digests are of bytes as they are stored: nothing in between may pack them.
      headers: {
        "accept-encoding": "identity",
        ...first.headers,
        ...authorization === null ? {} : { authorization }
      },
      ...first.body === void 0 ? {} : { body: first.body },
      networks
    });
    const { location } = response.headers;
    if (!first.followsRedirects || !REDIRECTS.has(response.status) || location === void 0) {
      return await readAnswer(response, first, url);
    }
    response.body.destroy();
    if (hops === _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.redirects) throw refuse(`${url.host} redirects more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.redirects} times`);
    const next = readLocation(location, url);
    if (next.origin !== url.origin) {
      authorization = null;
      networks = allowedFrom(networks, response.network());
    }
    url = next;
  }
}
function allowedFrom(networks, network) {
  if (networks !== null) return networks;
  return network === "public" ? ["public"] : ["public", network];
}
function readLocation(location, base) {
  if (!URL.canParse(location, base.href)) throw refuse(`${base.host} redirects to what is no URL`);
  const url = new URL(location, base);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw refuse(`${base.host} redirects to ${url.protocol}`);
  if (url.protocol === "http:" && base.protocol === "https:") throw refuse(`${base.host} redirects from https to http`);
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}
var CutBody = class extends Error {
};
async function readAnswer(response, { method, maxBytes }, url) {
  const { status, headers, body, network } = response;
  const isSuccess = status >= 200 && status < 300;
  const limit = isSuccess ? maxBytes : _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.answerBytes;
  const chunks = [];
  let length = 0;
  if (method === "HEAD") body.resume();
  else {
    if (isSuccess && Number(headers["content-length"]) > limit) throw tooLarge(body, url, limit);
    try {
      for await (const chunk of body) {
        if (!Buffer.isBuffer(chunk)) continue;
        length += chunk.length;
        if (length <= limit) chunks.push(chunk);
        else if (isSuccess) throw tooLarge(body, url, limit);
        else break;
      }
    } catch (error) {
      if (error instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) throw error;
      throw new CutBody("the answer was cut", { cause: error });
    }
  }
  return { status, headers, bytes: Buffer.concat(chunks), url, network };
}
function tooLarge(body, url, limit) {
  body.destroy();
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${url.host} sends more than ${limit} bytes for ${url.pathname}`);
}
function refuse(why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${why}: not followed`);
}

// src/image/registry/registry-failure.ts
var ErrorsSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
  errors: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({ code: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), ""), message: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), "") }))
});
function isAbsent(answer) {
  return answer.status === 404 && !isHtml(answer);
}
function explainAnswer(answer, { what, registry, isPush }) {
  const said = describeAnswer(answer);
  const { status } = answer;
  if (status === 401 || status === 403) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN(
      "REGISTRY_DENIED",
      `${what}: ${registry} denied ${isPush ? "the push" : "access"}: ${said}`,
      {
        hint: hintDenied(registry, isPush)
      }
    );
  }
  if (status === 407) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_UNREACHABLE", `${what}: the proxy wants a login (407)`, {
      hint: "Put it into HTTPS_PROXY: http://user:password@proxy.example:3128."
    });
  }
  if (isHtml(answer) && status < 500) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN(
      "REGISTRY_INVALID",
      `${what}: ${answer.url.host} answers like a web server, not like a registry (${status})`,
      {
        hint: "Is this the host of a registry?"
      }
    );
  }
  if (status === 404) return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_NOT_FOUND", `${what} is not there: ${said}`, { hint: GONE });
  if (status === 429) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_RATE_LIMITED", `${what}: ${registry} limits the rate of requests: ${said}`, {
      hint: `Wait and run again; a login (docker login ${registry}) has a higher limit.`
    });
  }
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_FAILED", `${what}: ${registry} failed: ${said}`, {
    hint: status >= 500 ? "Try again later." : ""
  });
}
function explainThrown(thrown, { what, registry }) {
  if (thrown instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) return thrown;
  const { code, reason } = readThrown(thrown);
  if (thrown instanceof CutBody) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${registry} cut its answer short`, { cause: thrown });
  }
  if (code.startsWith("HPE_")) {
    return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${registry} does not answer in HTTP: ${reason}`, {
      cause: thrown
    });
  }
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN("REGISTRY_UNREACHABLE", `${what}: ${registry} cannot be reached: ${reason}`, {
    hint: hintUnreachable(code),
    cause: thrown
  });
}
function describeAnswer({ status, bytes }) {
  let value = null;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
  }
  const parsed = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL)(ErrorsSchema, value);
  const said = parsed.success ? parsed.output.errors.slice(0, 3).map(({ code, message }) => `${code}: ${message}`) : [];
  return [status, ...said].join(", ").slice(0, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.reasonCharacters);
}
function isHtml({ headers, bytes }) {
  if (headers["docker-distribution-api-version"] !== void 0) return false;
  return /^text\/html\b/i.test(headers["content-type"] ?? "") || /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString());
}
var GONE = "A job that deletes untagged versions takes away what multi-platform images are made of: build and push again.";
function hintDenied(registry, isPush) {
  if (registry !== "ghcr.io") {
    return `Log in with an account that may ${isPush ? "push" : "pull"} (docker login ${registry}); the image may not exist, too.`;
  }
  return isPush ? `The job needs "packages: write", and the package must belong to this repository: set the label org.opencontainers.image.source, or give the repository access under "Manage Actions access" in the package's settings.` : `The job needs "packages: read" (at a terminal: docker login ghcr.io), and the package must exist and give this repository access: see "Manage Actions access" in the package's settings.`;
}
function hintUnreachable(code) {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return "If its certificate is signed by an authority of your own, name that one in NODE_EXTRA_CA_CERTS.";
  }
  if (/EPROTO|ERR_SSL/.test(code)) return "Does it speak https? Plain http is used for loopback addresses only.";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Is the host's name right? A proxy is set by HTTPS_PROXY.";
  return "Is it up, and does a firewall or a proxy (HTTPS_PROXY, NO_PROXY) stand between?";
}
function readThrown(thrown) {
  const several = typeof thrown === "object" && thrown !== null && "errors" in thrown ? thrown.errors : null;
  const errors = [thrown, ...Array.isArray(several) ? several.map((error) => error) : []];
  const code = errors.map(_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .C).find((known) => known !== "") ?? "";
  const reason = errors.map(messageOf).find((message) => message !== "") ?? "";
  return { code, reason: (reason || code || "no reason given").slice(0, _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.reasonCharacters) };
}
function messageOf(thrown) {
  if (typeof thrown !== "object" || thrown === null || !("message" in thrown)) return "";
  return typeof thrown.message === "string" ? thrown.message : "";
}

// src/image/registry/retry.ts
var RETRY = {
  attempts: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.attempts,
  firstRetryMs: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.firstRetryMs,
  retryAfterMs: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.retryAfterMs,
  totalMs: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.requestTotalMs
};
var PASSING_STATUS = /* @__PURE__ */ new Set([408, 425, 429, 500, 502, 503, 504]);
var PASSING_ERROR = /* @__PURE__ */ new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ENETRESET",
  "ERR_STREAM_PREMATURE_CLOSE"
]);
async function retry(policy, tryOnce) {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    let answer = null;
    let thrown = null;
    try {
      answer = await tryOnce();
      if (!PASSING_STATUS.has(answer.status)) return answer;
    } catch (error) {
      thrown = error;
    }
    const isPassing = answer !== null || isPassingError(thrown);
    const delayMs = isPassing ? retryDelayMs(policy, attempt, answer?.headers["retry-after"], Date.now(), Math.random()) : null;
    if (delayMs === null || performance.now() - startedMs + delayMs > policy.totalMs) {
      if (answer !== null) return answer;
      throw thrown;
    }
    await sleep(delayMs);
  }
}
function retryDelayMs(policy, attempt, retryAfter, nowMs, random) {
  if (attempt >= policy.attempts) return null;
  const backoffMs = policy.firstRetryMs * 2 ** (attempt - 1) * (0.5 + random);
  if (retryAfter === void 0) return backoffMs;
  const askedMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1e3 : Date.parse(retryAfter) - nowMs;
  if (Number.isNaN(askedMs)) return backoffMs;
  if (askedMs > policy.retryAfterMs) return null;
  return Math.max(askedMs, backoffMs);
}
function isPassingError(thrown) {
  if (thrown instanceof _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_2__/* .PlimsollError */ .nN) return false;
  const cause = typeof thrown === "object" && thrown !== null && "cause" in thrown ? thrown.cause : null;
  return PASSING_ERROR.has((0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .C)(thrown)) || PASSING_ERROR.has((0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .C)(cause));
}
async function sleep(ms) {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}




/***/ }),

/***/ 8224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ networkOfAddress),
/* harmony export */   w: () => (/* binding */ networkOfHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
// src/image/registry/network.ts

var RANGES = [
  ["loopback", "127.0.0.0/8"],
  ["loopback", "::1/128"],
  // Linux connects to itself for these.
  ["loopback", "0.0.0.0/8"],
  ["loopback", "::/128"],
  ["link-local", "169.254.0.0/16"],
  ["link-local", "fe80::/10"],
  ["private", "10.0.0.0/8"],
  ["private", "172.16.0.0/12"],
  ["private", "192.168.0.0/16"],
  ["private", "100.64.0.0/10"],
  ["private", "192.0.0.0/24"],
  ["private", "198.18.0.0/15"],
  ["private", "224.0.0.0/3"],
  ["private", "fc00::/7"],
  ["private", "fec0::/10"],
  ["private", "ff00::/8"]
];
var lists = null;
function makeLists() {
  const made = /* @__PURE__ */ new Map();
  for (const [network, range] of RANGES) {
    const [address = "", bits] = range.split("/");
    const list = made.get(network) ?? new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    made.set(network, list);
    list.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4");
  }
  return made;
}
function networkOfAddress(address) {
  const [plain = ""] = address.split("%");
  const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(plain);
  if (family === 0) return "private";
  const embedded = family === 6 ? embeddedIPv4(plain) : null;
  if (embedded !== null) return networkOfAddress(embedded);
  lists ??= makeLists();
  for (const [network, list] of lists) if (list.check(plain, family === 6 ? "ipv6" : "ipv4")) return network;
  return "public";
}
function networkOfHost(hostname) {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "").toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost")) return "loopback";
  return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? null : networkOfAddress(host);
}
function embeddedIPv4(address) {
  const groups = expand(new URL(`http://[${address}]`).hostname.slice(1, -1));
  const at = (place) => groups[place] ?? 0;
  const join = (high, low) => [high >> 8, high & 255, low >> 8, low & 255].join(".");
  if (groups.slice(0, 5).every((group) => group === 0) && at(5) === 65535) return join(at(6), at(7));
  if (at(0) === 100 && at(1) === 65435) return join(at(6), at(7));
  return at(0) === 8194 ? join(at(1), at(2)) : null;
}
function expand(address) {
  const [head = "", tail] = address.split("::");
  const read = (part) => part === "" ? [] : part.split(":").map((group) => parseInt(group, 16));
  if (tail === void 0) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill(0), ...right];
}




/***/ }),

/***/ 254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeCall),
/* harmony export */   b: () => (/* binding */ RegistryClient)
/* harmony export */ });
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5615);
/* harmony import */ var _chunk_NAYRG3EA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8224);
/* harmony import */ var _chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4858);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2340);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2587);






// src/image/registry/challenge.ts
var TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
var QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
var BLANKS = /[ \t]*/y;
var REST = /[^,]*/y;
function parseChallenges(header) {
  const challenges = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < header.length) {
    take(BLANKS);
    const word = take(TOKEN)?.[0];
    if (word === void 0) {
      take(REST);
      at += 1;
      continue;
    }
    take(BLANKS);
    if (header[at] !== "=") {
      challenges.push({ scheme: word.toLowerCase(), parameters: /* @__PURE__ */ new Map() });
      if (header[at] === ",") at += 1;
      continue;
    }
    at += 1;
    take(BLANKS);
    const quoted = take(QUOTED)?.[1];
    const value = quoted?.replace(/\\([^])/g, "$1") ?? take(TOKEN)?.[0];
    take(REST);
    at += 1;
    const parameters = challenges.at(-1)?.parameters;
    if (value !== void 0 && parameters?.has(word.toLowerCase()) === false) parameters.set(word.toLowerCase(), value);
  }
  return challenges;
}

// src/image/registry/authorizer.ts
var Authorizer = class {
  #findCredential;
  #fetchToken;
  #tokens = /* @__PURE__ */ new Map();
  #credential = null;
  #scheme = { kind: "unknown" };
  constructor(findCredential, fetchToken) {
    this.#findCredential = findCredential;
    this.#fetchToken = fetchToken;
  }
  /** The value of `Authorization` for a request, as far as it is known. */
  async authorize(scope) {
    switch (this.#scheme.kind) {
      case "unknown":
        return null;
      case "basic":
        return this.#scheme.header;
      case "bearer":
        return await this.#bearer(this.#scheme.request, scope);
    }
  }
  /**
   * What to say to a 401; `null` where there is no answer but the one that was `refused`. Throws `REGISTRY_DENIED`,
   * `CREDENTIALS_INVALID`.
   */
  async answer(unauthorized, scope, refused) {
    const challenges = parseChallenges(unauthorized.headers["www-authenticate"] ?? "");
    const bearer = challenges.find(({ scheme }) => scheme === "bearer");
    if (bearer !== void 0) return await this.#answerBearer(bearer, unauthorized, scope, refused);
    if (!challenges.some(({ scheme }) => scheme === "basic")) return null;
    const credential = await this.#findOnce();
    const header = credential === null ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBasic */ .CY)(credential);
    if (header === null || header === refused) return null;
    this.#scheme = { kind: "basic", header };
    return header;
  }
  async #answerBearer(challenge, { url, network }, scope, refused) {
    const request = {
      realm: readRealm(challenge, url),
      service: challenge.parameters.get("service") ?? null,
      credential: await this.#findOnce(),
      registry: { url, network }
    };
    this.#scheme = { kind: "bearer", request };
    const kept = this.#tokens.get(scope);
    const isRefused = kept !== void 0 && `Bearer ${(await kept).value}` === refused;
    if (isRefused && this.#tokens.get(scope) === kept) this.#tokens.delete(scope);
    return await this.#bearer(request, scope);
  }
  async #bearer(request, scope) {
    let token = this.#tokens.get(scope);
    if (token !== void 0 && (await token).expiresAtMs <= Date.now()) token = void 0;
    if (token === void 0) {
      token = this.#fetchToken({ ...request, scope });
      this.#tokens.set(scope, token);
      token.catch(() => this.#tokens.delete(scope));
    }
    return `Bearer ${(await token).value}`;
  }
  async #findOnce() {
    this.#credential ??= this.#findCredential();
    return await this.#credential;
  }
};
function readRealm({ parameters }, registry) {
  const realm = parameters.get("realm") ?? "";
  if (!URL.canParse(realm)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${registry.host} names no token service that is a URL`);
  }
  const url = new URL(realm);
  url.username = "";
  url.password = "";
  return url;
}

// src/image/registry/endpoint.ts
function registryOrigins(registry, plainHttp) {
  const host = registry === "docker.io" ? "registry-1.docker.io" : registry;
  if (!URL.canParse(`https://${host}/`)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .PlimsollError */ .nN("INPUT_INVALID", `${JSON.stringify(registry.slice(0, 160))} is not a registry's host`);
  }
  const [secure, plain] = [new URL(`https://${host}/`), new URL(`http://${host}/`)];
  if ((0,_chunk_NAYRG3EA_js__WEBPACK_IMPORTED_MODULE_1__/* .networkOfHost */ .w)(secure.hostname) === "loopback") return [plain, secure];
  return plainHttp.includes(registry) ? [secure, plain] : [secure];
}
function isOtherProtocol(thrown) {
  const code = (0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .C)(thrown);
  return code === "ECONNRESET" || code === "ECONNREFUSED" || code === "EPROTO" || /^(?:HPE_|ERR_SSL_)/.test(code);
}

// src/image/registry/proxy.ts
var VARIABLES = ["https_proxy", "http_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()]);
var agents = /* @__PURE__ */ new Map();
async function findProxyAgent(url) {
  if (VARIABLES.every((name) => !process.env[name])) return null;
  const { getProxyForUrl } = await __webpack_require__.e(/* import() */ 182).then(__webpack_require__.bind(__webpack_require__, 8182));
  const proxy = getProxyForUrl(url.href);
  if (proxy === "") return null;
  const key = `${url.protocol} ${proxy}`;
  const agent = agents.get(key) ?? await makeAgent(url.protocol, proxy);
  agents.set(key, agent);
  return agent;
}
async function makeAgent(protocol, proxy) {
  const options = { keepAlive: true, maxSockets: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.socketsPerHost };
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .PlimsollError */ .nN(
      "INPUT_INVALID",
      `the proxy for ${protocol.slice(0, -1)} in the environment is not an http or https URL`,
      {
        hint: "HTTPS_PROXY and HTTP_PROXY are as in http://proxy.example:3128."
      }
    );
  }
  if (protocol === "https:") return new (await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(566)]).then(__webpack_require__.bind(__webpack_require__, 1566))).HttpsProxyAgent(proxy, options);
  return new (await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(947)]).then(__webpack_require__.bind(__webpack_require__, 8947))).HttpProxyAgent(proxy, options);
}

// src/image/registry/transport.ts
var Transport = class {
  #agents = /* @__PURE__ */ new Map();
  #patience;
  constructor(patience = _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b) {
    this.#patience = patience;
  }
  /** Throws what Node throws, and `REGISTRY_DENIED` for a host on a network that is not allowed. */
  async send(request) {
    const { url, networks } = request;
    const named = (0,_chunk_NAYRG3EA_js__WEBPACK_IMPORTED_MODULE_1__/* .networkOfHost */ .w)(url.hostname);
    const lookup = networks === null ? null : await guard(url.hostname, named, networks);
    const { request: open } = url.protocol === "https:" ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    const proxy = named === "loopback" ? null : await findProxyAgent(url);
    const agent = proxy ?? await this.#agentFor(url, networks);
    const options = {
      method: request.method,
      headers: { ...request.headers, ...request.body === void 0 ? {} : { "content-length": request.body.length } },
      agent,
      // A proxy looks names up itself.
      ...lookup === null || proxy !== null ? {} : { lookup }
    };
    const body = await exchange2(open(url, options), request.body, this.#patience);
    const { remoteAddress } = body.socket;
    const network = () => proxy !== null || remoteAddress === void 0 ? named ?? "public" : (0,_chunk_NAYRG3EA_js__WEBPACK_IMPORTED_MODULE_1__/* .networkOfAddress */ .M)(remoteAddress);
    return { status: body.statusCode ?? 0, headers: body.headers, body, network };
  }
  /** Ends the connections that are kept open. */
  close() {
    for (const agent of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }
  /** Connections are shared only where the same networks are allowed: one that is open is not looked up again. */
  async #agentFor(url, networks) {
    const key = `${url.protocol} ${networks?.join() ?? "any"}`;
    const known = this.#agents.get(key);
    if (known !== void 0) return known;
    const options = { keepAlive: true, maxSockets: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.socketsPerHost };
    const agent = url.protocol === "https:" ? new (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).Agent(options) : new (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).Agent(options);
    const raced = this.#agents.get(key);
    if (raced !== void 0) return raced;
    this.#agents.set(key, agent);
    return agent;
  }
};
async function guard(hostname, named, networks) {
  const { guardLookup, refuseNetwork } = await __webpack_require__.e(/* import() */ 453).then(__webpack_require__.bind(__webpack_require__, 3453));
  if (named !== null && !networks.includes(named)) throw refuseNetwork(hostname, named);
  return guardLookup(networks);
}
async function exchange2(request, body, { silenceMs, exchangeMs }) {
  return await new Promise((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", reject);
    request.on("proxyConnect", ({ statusCode }) => {
      if (statusCode === 200) return;
      reject(refuseProxy(request.host, statusCode));
      request.destroy();
    });
    const giveUp = (why, ms) => {
      request.destroy(Object.assign(new Error(`${why} within ${ms / 1e3} s`), { code: "ETIMEDOUT" }));
    };
    request.setTimeout(silenceMs, () => {
      giveUp("nothing came", silenceMs);
    });
    const whole = setTimeout(giveUp, exchangeMs, "no whole answer came", exchangeMs);
    request.on("close", () => {
      clearTimeout(whole);
    });
    request.end(body);
  });
}
function refuseProxy(host, status) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_3__/* .PlimsollError */ .nN(
    "REGISTRY_UNREACHABLE",
    `${host} cannot be reached: the proxy refuses to connect (${status})`,
    {
      hint: status === 407 ? "It wants a login: HTTPS_PROXY=http://user:password@proxy.example:3128." : "Is the host allowed there? NO_PROXY names hosts that are reached without it."
    }
  );
}

// src/image/registry/registry-client.ts
var RegistryClient = class {
  policy;
  #options;
  #transport;
  #connections = /* @__PURE__ */ new Map();
  #onRequest;
  constructor(options) {
    this.#options = options;
    this.policy = { ..._chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .RETRY */ .p6, ...options.retry };
    this.#transport = new Transport(options.patience);
    this.#onRequest = (method, url) => options.onRequest?.(method, `${url.origin}${url.pathname}`);
  }
  /**
   * Any answer is handed on, success or not, but for those that a further try may mend. Throws `REGISTRY_UNREACHABLE`,
   * `REGISTRY_INVALID`, `REGISTRY_DENIED` (by the token service), `CREDENTIALS_INVALID`, `LIMIT_EXCEEDED`.
   */
  async fetch(call) {
    try {
      const connection = this.#connect(call.registry);
      const policy = call.isRepeatable === false ? { ...this.policy, attempts: 1 } : this.policy;
      return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)(policy, async () => await this.#tryOrigins(connection, call));
    } catch (error) {
      throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .explainThrown */ .ME)(error, describeCall(call));
    }
  }
  /** Ends the connections that are kept open; they do not keep the process. */
  close() {
    this.#transport.close();
  }
  #connect(registry) {
    const known = this.#connections.get(registry);
    if (known !== void 0) return known;
    const options = {
      registry,
      transport: this.#transport,
      policy: this.policy,
      userAgent: this.#userAgent,
      onRequest: this.#onRequest
    };
    const connection = {
      network: () => "public",
      origins: registryOrigins(registry, this.#options.plainHttp ?? []),
      authorizer: new Authorizer(
        // Loaded where a registry asks for them.
        async () => await (await __webpack_require__.e(/* import() */ 483).then(__webpack_require__.bind(__webpack_require__, 1483))).findCredential(registry, this.#options.env),
        async (request) => await (await __webpack_require__.e(/* import() */ 457).then(__webpack_require__.bind(__webpack_require__, 9457))).fetchToken(options, request)
      )
    };
    this.#connections.set(registry, connection);
    return connection;
  }
  async #tryOrigins(connection, call) {
    const [first, second] = connection.origins;
    if (first === void 0) throw new Error("a registry without an address");
    const outcome = await this.#tryOrigin(connection, call, first);
    if (second === void 0 || !outcome.isDoubtful) return settle(outcome);
    const other = await this.#tryOrigin(connection, call, second);
    if (other.isDoubtful) return settle(outcome);
    return settle(other);
  }
  /** Remembers an origin that answered as one of its protocol does. */
  async #tryOrigin(connection, call, origin) {
    try {
      const answer = await this.#authorized(connection, call, origin);
      const isDoubtful = origin.protocol === "http:" && answer.status === 400;
      if (!isDoubtful) connection.origins = [origin];
      return { answer, isDoubtful };
    } catch (error) {
      return { thrown: error, isDoubtful: isOtherProtocol(error) };
    }
  }
  async #authorized(connection, call, origin) {
    const url = typeof call.path === "string" ? new URL(call.path, origin) : call.path;
    const isHome = url.origin === origin.origin;
    const scope = `repository:${call.repository}:${call.access === "push" ? "pull,push" : "pull"}`;
    const known = isHome ? await connection.authorizer.authorize(scope) : null;
    const networks = isHome ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedFrom */ .PE)(null, connection.network());
    const answer = await this.#exchange(call, url, known, networks);
    if (answer.url.origin === origin.origin) connection.network = answer.network;
    if (answer.status !== 401 || answer.url.origin !== origin.origin) return answer;
    const next = await connection.authorizer.answer(answer, scope, known);
    return next === null ? answer : await this.#exchange(call, url, next, networks);
  }
  async #exchange(call, url, authorization, networks) {
    return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(this.#transport, {
      method: call.method,
      url,
      headers: { "user-agent": this.#userAgent, ...call.headers },
      authorization,
      ...call.body === void 0 ? {} : { body: call.body },
      maxBytes: call.maxBytes ?? _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.answerBytes,
      followsRedirects: call.followsRedirects ?? (call.method === "GET" || call.method === "HEAD"),
      networks,
      onRequest: this.#onRequest
    });
  }
  get #userAgent() {
    return this.#options.userAgent ?? "plimsoll";
  }
};
function settle(outcome) {
  if ("answer" in outcome) return outcome.answer;
  throw outcome.thrown;
}
function describeCall({ what, registry, access }) {
  return { what, registry, isPush: access === "push" };
}




/***/ }),

/***/ 4858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
// src/image/error-code.ts
function errorCode(thrown) {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return "";
  return typeof thrown.code === "string" ? thrown.code : "";
}




/***/ })

};
