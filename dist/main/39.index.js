export const id = 39;
export const ids = [39];
export const modules = {

/***/ 5634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ askDocker),
/* harmony export */   i: () => (/* binding */ dockerFailed)
/* harmony export */ });
/* harmony import */ var _chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2096);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2587);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);



// src/image/docker.ts

var TIMEOUT_MS = 6e4;
var SAID_CHARACTERS = 600;
async function askDocker(docker, args, { maxBytes, timeoutMs = TIMEOUT_MS }) {
  const what = ["docker", ...args.slice(0, 3)].join(" ");
  return await new Promise((resolve, reject) => {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile)(
      docker.path,
      args,
      // A hung plugin ignores a polite signal.
      {
        env: (0,_chunk_6A6LW3DQ_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .c)(docker.env),
        encoding: "buffer",
        maxBuffer: maxBytes,
        timeout: timeoutMs,
        killSignal: "SIGKILL",
        windowsHide: true
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: "done", stdout });
        else if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
          reject(new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${what}: the answer is larger than ${maxBytes} bytes`));
        } else if (typeof error.code === "string") {
          reject(couldNotStart(docker.path, error));
        } else if (error.killed === true) {
          const hint = 'See whether "docker version" answers.';
          reject(new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${what}: no answer within ${timeoutMs / 1e3} s`, { hint }));
        } else {
          resolve({
            kind: "failed",
            said: Buffer.from(stderr).toString("utf8").trim().replace(/^ERROR: /, "").slice(-SAID_CHARACTERS)
          });
        }
      }
    );
  });
}
function dockerFailed(what, said) {
  const isOld = /unknown (?:command|flag)|is not a docker command/.test(said);
  const hint = isOld ? 'Reading a build takes buildx 0.21 or newer: see "docker buildx version".' : said.includes("Cannot connect to the Docker daemon") ? "Start Docker, or set DOCKER_HOST." : "";
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${what}: ${said === "" ? "docker failed and said nothing" : said}`, {
    hint
  });
}
function couldNotStart(path, cause) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_0__/* .PlimsollError */ .nN("DOCKER_FAILED", `${path} could not be started: ${cause.message}`, {
    hint: 'Install Docker with Buildx, or put "docker" into the PATH.',
    cause
  });
}




/***/ }),

/***/ 6327:
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
var NAMED = ["loopback", "link-local", "private"];
var lists = /* @__PURE__ */ new Map();
function listOf(network) {
  const known = lists.get(network);
  if (known !== void 0) return known;
  const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
  for (const [, range] of RANGES.filter(([of]) => of === network)) {
    const [address = "", bits] = range.split("/");
    list.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4");
  }
  lists.set(network, list);
  return list;
}
function networkOfAddress(address) {
  const [plain = ""] = address.split("%");
  const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(plain);
  if (family === 0) return "private";
  const embedded = family === 6 ? embeddedIPv4(plain) : null;
  if (embedded !== null) return networkOfAddress(embedded);
  return NAMED.find((network) => listOf(network).check(plain, family === 6 ? "ipv6" : "ipv4")) ?? "public";
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

/***/ 2708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ DescriptorSchema),
/* harmony export */   y: () => (/* binding */ AnnotationsSchema)
/* harmony export */ });
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5060);



// src/image/descriptor.ts
var PlatformWord = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yG)(/^[\w.-]{0,64}$/, "not a word of a platform"));
var AnnotationsSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)()), {});
var DescriptorSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)(
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
    mediaType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru)(255)),
    digest: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .Ie)((value) => typeof value === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(value), "not a digest"),
    size: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2)("not a size"), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Ww)(0, "a negative size")),
    annotations: AnnotationsSchema,
    platform: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)(
      (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)({
        os: PlatformWord,
        architecture: PlatformWord,
        variant: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)(PlatformWord),
        "os.version": (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj)())
      })
    )
  }),
  (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pd)(({ mediaType, digest, size, annotations, platform }) => ({
    mediaType,
    digest,
    size,
    annotations,
    platform: platform?.os && platform.architecture ? {
      os: platform.os,
      architecture: platform.architecture,
      variant: platform.variant ?? null,
      osVersion: platform["os.version"] ?? null
    } : null
  }))
);




/***/ }),

/***/ 2921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);



// src/image/parse-json.ts
function parseJson(bytes, schema, what) {
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} is not JSON`, { cause: error });
  }
  const result = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL)(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .Bu)(issue) ?? "";
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN(
    "IMAGE_INVALID",
    `${what} is malformed${field === "" ? "" : ` at ${field.slice(0, 80)}`}: ${issue.message.slice(0, 160)}`
  );
}




/***/ }),

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
/* harmony export */   mb: () => (/* binding */ readLocation),
/* harmony export */   p6: () => (/* binding */ RETRY),
/* harmony export */   qO: () => (/* binding */ retryDelayMs)
/* harmony export */ });
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

/***/ 6716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ downloadBytes)
/* harmony export */ });
// src/image/image.ts
function downloadBytes(image) {
  const blobs = new Map(image.layers.map((layer) => [layer.digest, layer.downloadBytes]));
  return image.config.size + [...blobs.values()].reduce((sum, bytes) => sum + bytes, 0);
}




/***/ }),

/***/ 4721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4719);
/* harmony import */ var _chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9208);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5615);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);







// src/image/registry/list-tags.ts
var PageSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ tags: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()), []) });
async function listTags(client, { registry, repository }) {
  const call = {
    method: "GET",
    registry,
    repository,
    what: `the tags of ${registry}/${repository}`,
    access: "pull",
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.tagPageBytes
  };
  const tags = /* @__PURE__ */ new Set();
  let path = `/v2/${repository}/tags/list?n=${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.tagsOfPage}`;
  for (let pages = 0; pages < _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.tagPages; pages += 1) {
    const answer = await client.fetch({ ...call, path });
    if ((0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(answer)) return [...tags];
    if (answer.status !== 200) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_2__/* .explainAnswer */ .iJ)(answer, (0,_chunk_JLIIIXMZ_js__WEBPACK_IMPORTED_MODULE_1__/* .describeCall */ .GC)({ ...call, path }));
    for (const tag of readPage(answer.bytes, call.what)) tags.add(tag);
    const next = (0,_chunk_SGQDSXGB_js__WEBPACK_IMPORTED_MODULE_0__/* .nextPage */ .Zj)(answer.headers["link"], answer.url);
    if (next === null) return [...tags];
    path = next;
  }
  throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("LIMIT_EXCEEDED", `${call.what} fill more than ${_chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMITS */ .b.tagPages} pages`);
}
function readPage(bytes, what) {
  let value = null;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
  }
  const page = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL)(PageSchema, value);
  if (!page.success) throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what} came as something else than a list`);
  return page.output.tags.filter((tag) => /^\w[\w.-]{0,127}$/.test(tag));
}




/***/ }),

/***/ 9208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ fetchManifest),
/* harmony export */   GC: () => (/* binding */ describeCall),
/* harmony export */   bP: () => (/* binding */ RegistryClient)
/* harmony export */ });
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8088);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6794);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(365);
/* harmony import */ var _chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5615);
/* harmony import */ var _chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4858);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2340);
/* harmony import */ var _chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6327);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2587);









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
    const header = credential === null ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBasic */ .CY)(credential);
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
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${registry.host} names no token service that is a URL`);
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
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("INPUT_INVALID", `${JSON.stringify(registry.slice(0, 160))} is not a registry's host`);
  }
  const [secure, plain] = [new URL(`https://${host}/`), new URL(`http://${host}/`)];
  if ((0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_5__/* .networkOfHost */ .w)(secure.hostname) === "loopback") return [plain, secure];
  return plainHttp.includes(registry) ? [secure, plain] : [secure];
}
function isOtherProtocol(thrown) {
  const code = (0,_chunk_SXZAPVCU_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .C)(thrown);
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
  const options = { keepAlive: true, maxSockets: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.socketsPerHost };
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN(
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
  constructor(patience = _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b) {
    this.#patience = patience;
  }
  /** Throws what Node throws, and `REGISTRY_DENIED` for a host on a network that is not allowed. */
  async send(request) {
    const { url, networks } = request;
    const named = (0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_5__/* .networkOfHost */ .w)(url.hostname);
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
    const network = () => proxy !== null || remoteAddress === void 0 ? named ?? "public" : (0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_5__/* .networkOfAddress */ .M)(remoteAddress);
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
    const options = { keepAlive: true, maxSockets: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.socketsPerHost };
    const agent = url.protocol === "https:" ? new (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).Agent(options) : new (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).Agent(options);
    const raced = this.#agents.get(key);
    if (raced !== void 0) return raced;
    this.#agents.set(key, agent);
    return agent;
  }
};
async function guard(hostname, named, networks) {
  const { guardLookup, refuseNetwork } = await __webpack_require__.e(/* import() */ 610).then(__webpack_require__.bind(__webpack_require__, 7610));
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
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN(
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
    this.policy = { ..._chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .RETRY */ .p6, ...options.retry };
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
      return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(policy, async () => await this.#tryOrigins(connection, call));
    } catch (error) {
      throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .explainThrown */ .ME)(error, describeCall(call));
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
        async () => await (await __webpack_require__.e(/* import() */ 477).then(__webpack_require__.bind(__webpack_require__, 3477))).findCredential(registry, this.#options.env),
        async (request) => await (await __webpack_require__.e(/* import() */ 690).then(__webpack_require__.bind(__webpack_require__, 690))).fetchToken(options, request)
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
    const networks = isHome ? null : (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .allowedFrom */ .PE)(null, connection.network());
    const answer = await this.#exchange(call, url, known, networks);
    if (answer.url.origin === origin.origin) connection.network = answer.network;
    if (answer.status !== 401 || answer.url.origin !== origin.origin) return answer;
    const next = await connection.authorizer.answer(answer, scope, known);
    return next === null ? answer : await this.#exchange(call, url, next, networks);
  }
  async #exchange(call, url, authorization, networks) {
    return await (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .exchange */ .cv)(this.#transport, {
      method: call.method,
      url,
      headers: { "user-agent": this.#userAgent, ...call.headers },
      authorization,
      ...call.body === void 0 ? {} : { body: call.body },
      maxBytes: call.maxBytes ?? _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.answerBytes,
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

// src/image/registry/fetch-manifest.ts
async function fetchManifest(client, { registry, repository }, target) {
  const [tag, digest] = "tag" in target ? [target.tag, null] : [null, target.digest];
  const call = {
    method: "GET",
    registry,
    repository,
    path: `/v2/${repository}/manifests/${tag ?? digest}`,
    what: (0,_chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .F)({ registry, repository, tag, digest }),
    access: "pull",
    headers: { accept: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCEPTED_MANIFESTS */ .bb },
    maxBytes: _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b.manifestBytes
  };
  const answer = await client.fetch(call);
  if ((0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(answer)) return null;
  if (answer.status !== 200) throw (0,_chunk_ATKXFF4U_js__WEBPACK_IMPORTED_MODULE_3__/* .explainAnswer */ .iJ)(answer, describeCall(call));
  const mediaType = (answer.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "text/html") throw invalid(call.what, `${answer.url.host} answers with a web page`);
  const stated = answer.headers["docker-content-digest"];
  const expected = digest ?? (typeof stated === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .B)(stated) ? stated : null);
  const actual = (0,_chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(answer.bytes, expected ?? void 0);
  if (expected !== null && actual !== expected) {
    throw invalid(call.what, `${answer.url.host} sends other bytes than those of ${expected}`);
  }
  return { mediaType, digest: actual, bytes: answer.bytes };
}
function invalid(what, why) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_6__/* .PlimsollError */ .nN("REGISTRY_INVALID", `${what}: ${why}`, {
    hint: "A proxy in between may have changed them; try again."
  });
}




/***/ }),

/***/ 4719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   Bm: () => (/* binding */ RECORD_TYPE),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Sx: () => (/* binding */ formatRecordManifest),
/* harmony export */   W7: () => (/* binding */ MOST_RECORD_BYTES),
/* harmony export */   Zj: () => (/* binding */ nextPage),
/* harmony export */   bM: () => (/* binding */ formatRecord),
/* harmony export */   jx: () => (/* binding */ nameRecordTag),
/* harmony export */   y0: () => (/* binding */ parseRecordManifest)
/* harmony export */ });
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2921);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(365);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2587);







// src/record/record-json.ts
var MOST_RECORD_BYTES = 1024 * 1024;
var MOST_STEPS = 5e3;
var MOST_PLATFORMS = 100;
var count = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .safeInteger */ .Y2)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .minValue */ .Ww)(0));
var line = (mostCharacters) => (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru)(mostCharacters));
var digest = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .custom */ .Ie)((value) => typeof value === "string" && (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(value), "not a digest");
var platform = line(128);
var StepSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  name: line(2e3),
  stage: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)(line(256)),
  platform: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)(platform),
  status: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KI)(["cached", "ran", "failed"]),
  durationMs: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)(count),
  source: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ file: line(255), line: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)(count, (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .minValue */ .Ww)(1)) }))
});
var RecordSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  schemaVersion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(1),
  plimsoll: line(64),
  name: line(64),
  image: digest,
  commit: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yG)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "not a commit"))),
  createdAt: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTimestamp */ .yh)()),
  build: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .me)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
      durationMs: count,
      steps: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(StepSchema), (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru)(MOST_STEPS)),
      cache: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ importMs: count, exportMs: count })
    })
  ),
  platforms: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .Fs)(
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ platform, manifest: digest, downloadBytes: count })),
    (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru)(MOST_PLATFORMS)
  )
});
var VersionSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ schemaVersion: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)() });
function formatRecord(record) {
  const bytes = Buffer.from(`${JSON.stringify(record)}
`);
  const steps = record.build?.steps.length ?? 0;
  if (record.build === null || bytes.length <= MOST_RECORD_BYTES && steps <= MOST_STEPS) return bytes;
  return formatRecord({ ...record, build: { ...record.build, steps: [] } });
}
function parseRecord(bytes, what) {
  const { schemaVersion } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, VersionSchema, what);
  if (schemaVersion !== 1) {
    throw new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_5__/* .PlimsollError */ .nN("IMAGE_INVALID", `${what} has schema version ${schemaVersion}, which is not known here`, {
      hint: "Use the newest Plimsoll on all branches."
    });
  }
  return (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, RecordSchema, what);
}

// src/record/record.ts
var RECORD_TYPE = "application/vnd.plimsoll.record.v1+json";

// src/record/record-manifest.ts
var EMPTY_CONFIG = {
  mediaType: "application/vnd.oci.empty.v1+json",
  digest: (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDigest */ .m)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
  size: 2,
  bytes: Buffer.from("{}")
};
var ManifestSchema = (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  artifactType: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()),
  subject: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .DescriptorSchema */ .l),
  layers: (0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)(_chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_0__/* .DescriptorSchema */ .l), [])
});
function formatRecordManifest(record, subject, createdAt) {
  const { mediaType, digest: digest2, size } = EMPTY_CONFIG;
  const manifest = {
    schemaVersion: 2,
    mediaType: _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_MANIFEST */ .EG,
    artifactType: RECORD_TYPE,
    config: { mediaType, digest: digest2, size },
    layers: [{ mediaType: RECORD_TYPE, digest: record.digest, size: record.size }],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: { "org.opencontainers.image.created": createdAt }
  };
  return Buffer.from(JSON.stringify(manifest));
}
function parseRecordManifest(bytes, what) {
  const { artifactType, subject, layers } = (0,_chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes, ManifestSchema, what);
  const [layer] = layers;
  const isRecord = artifactType === RECORD_TYPE && layers.length === 1 && layer?.mediaType === RECORD_TYPE;
  return {
    record: isRecord ? { digest: layer.digest, size: layer.size } : null,
    subject: subject?.digest ?? null
  };
}

// src/record/record-tag.ts
function nameRecordTag(image) {
  return `plimsoll-${image.slice(image.indexOf(":") + 1, image.indexOf(":") + 33)}`;
}

// src/image/registry/next-page.ts
function nextPage(link, page) {
  for (const text of [link ?? []].flat()) {
    for (const [, target = "", parameters = ""] of text.matchAll(/<([^<>]*)>([^<>]*)/g)) {
      if (!/;\s*rel\s*=\s*(?:"next"|next(?=\s*(?:[;,]|$)))/i.test(parameters) || !URL.canParse(target, page.href))
        continue;
      const url = new URL(target, page);
      if (url.origin === page.origin && url.href !== page.href) return url;
    }
  }
  return null;
}




/***/ }),

/***/ 8088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   EG: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   Ky: () => (/* binding */ isImageConfigType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   bb: () => (/* binding */ ACCEPTED_MANIFESTS),
/* harmony export */   hy: () => (/* binding */ isSchema1Type),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(365);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);


// src/image/media-type.ts
var OCI_INDEX = "application/vnd.oci.image.index.v1+json";
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
var DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
var IMAGE_CONFIGS = /* @__PURE__ */ new Set([
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json",
  // Docker before 1.11 pushed configs under this one, and registries still hold them.
  "application/octet-stream"
]);
var ACCEPTED_MANIFESTS = [OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST].join(", ");
function isIndexType(mediaType) {
  return mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}
function isManifestType(mediaType) {
  return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST;
}
function isSchema1Type(mediaType) {
  return /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(mediaType);
}
function isImageConfigType(mediaType) {
  return IMAGE_CONFIGS.has(mediaType);
}

// src/image/digest-of.ts

function digestOf(bytes, like) {
  const algorithm = like?.startsWith("sha512:") ? "sha512" : "sha256";
  return (0,_chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(`${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)(algorithm).update(bytes).digest("hex")}`);
}




/***/ })

};
