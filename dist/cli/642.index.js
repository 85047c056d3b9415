export const id = 642;
export const ids = [642];
export const modules = {

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRecord: () => (/* reexport */ fetchRecord)
});

// EXTERNAL MODULE: ./build/chunk-4QGNOU2J.js
var chunk_4QGNOU2J = __webpack_require__(2708);
// EXTERNAL MODULE: ./build/chunk-SM2RTURA.js
var chunk_SM2RTURA = __webpack_require__(8088);
// EXTERNAL MODULE: ./build/chunk-4SUYAJNO.js
var chunk_4SUYAJNO = __webpack_require__(2921);
// EXTERNAL MODULE: ./build/chunk-KASAIAVU.js
var chunk_KASAIAVU = __webpack_require__(365);
// EXTERNAL MODULE: ./build/chunk-RAPRRMAO.js
var chunk_RAPRRMAO = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/chunk-NQNT2RXN.js
var chunk_NQNT2RXN = __webpack_require__(2587);
;// CONCATENATED MODULE: ./build/chunk-SGQDSXGB.js







// src/record/record-json.ts
var MOST_RECORD_BYTES = 1024 * 1024;
var MOST_STEPS = 5e3;
var MOST_PLATFORMS = 100;
var count = (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* number */.ai)(), (0,chunk_RAPRRMAO/* safeInteger */.Y2)(), (0,chunk_RAPRRMAO/* minValue */.Ww)(0));
var line = (mostCharacters) => (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* maxLength */.Ru)(mostCharacters));
var digest = (0,chunk_RAPRRMAO/* custom */.Ie)((value) => typeof value === "string" && (0,chunk_KASAIAVU/* isDigest */.B)(value), "not a digest");
var platform = line(128);
var StepSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  name: line(2e3),
  stage: (0,chunk_RAPRRMAO/* nullable */.me)(line(256)),
  platform: (0,chunk_RAPRRMAO/* nullable */.me)(platform),
  status: (0,chunk_RAPRRMAO/* picklist */.KI)(["cached", "ran", "failed"]),
  durationMs: (0,chunk_RAPRRMAO/* nullable */.me)(count),
  source: (0,chunk_RAPRRMAO/* nullable */.me)((0,chunk_RAPRRMAO/* object */.Ik)({ file: line(255), line: (0,chunk_RAPRRMAO/* pipe */.Fs)(count, (0,chunk_RAPRRMAO/* minValue */.Ww)(1)) }))
});
var RecordSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  schemaVersion: (0,chunk_RAPRRMAO/* literal */.eu)(1),
  plimsoll: line(64),
  name: line(64),
  image: digest,
  commit: (0,chunk_RAPRRMAO/* nullable */.me)((0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* regex */.yG)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "not a commit"))),
  createdAt: (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* string */.Yj)(), (0,chunk_RAPRRMAO/* isoTimestamp */.yh)()),
  build: (0,chunk_RAPRRMAO/* nullable */.me)(
    (0,chunk_RAPRRMAO/* object */.Ik)({
      durationMs: count,
      steps: (0,chunk_RAPRRMAO/* pipe */.Fs)((0,chunk_RAPRRMAO/* array */.YO)(StepSchema), (0,chunk_RAPRRMAO/* maxLength */.Ru)(MOST_STEPS)),
      cache: (0,chunk_RAPRRMAO/* object */.Ik)({ importMs: count, exportMs: count })
    })
  ),
  platforms: (0,chunk_RAPRRMAO/* pipe */.Fs)(
    (0,chunk_RAPRRMAO/* array */.YO)((0,chunk_RAPRRMAO/* object */.Ik)({ platform, manifest: digest, downloadBytes: count })),
    (0,chunk_RAPRRMAO/* maxLength */.Ru)(MOST_PLATFORMS)
  )
});
var VersionSchema = (0,chunk_RAPRRMAO/* object */.Ik)({ schemaVersion: (0,chunk_RAPRRMAO/* number */.ai)() });
function formatRecord(record) {
  const bytes = Buffer.from(`${JSON.stringify(record)}
`);
  const steps = record.build?.steps.length ?? 0;
  if (record.build === null || bytes.length <= MOST_RECORD_BYTES && steps <= MOST_STEPS) return bytes;
  return formatRecord({ ...record, build: { ...record.build, steps: [] } });
}
function parseRecord(bytes, what) {
  const { schemaVersion } = (0,chunk_4SUYAJNO/* parseJson */.q)(bytes, VersionSchema, what);
  if (schemaVersion !== 1) {
    throw new chunk_NQNT2RXN/* PlimsollError */.nN("IMAGE_INVALID", `${what} has schema version ${schemaVersion}, which is not known here`, {
      hint: "Use the newest Plimsoll on all branches."
    });
  }
  return (0,chunk_4SUYAJNO/* parseJson */.q)(bytes, RecordSchema, what);
}

// src/record/record.ts
var RECORD_TYPE = "application/vnd.plimsoll.record.v1+json";

// src/record/record-manifest.ts
var EMPTY_CONFIG = {
  mediaType: "application/vnd.oci.empty.v1+json",
  digest: (0,chunk_KASAIAVU/* parseDigest */.m)("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
  size: 2,
  bytes: Buffer.from("{}")
};
var ManifestSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  artifactType: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)()),
  subject: (0,chunk_RAPRRMAO/* nullish */.cl)(chunk_4QGNOU2J/* DescriptorSchema */.l),
  layers: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* array */.YO)(chunk_4QGNOU2J/* DescriptorSchema */.l), [])
});
function formatRecordManifest(record, subject, createdAt) {
  const { mediaType, digest: digest2, size } = EMPTY_CONFIG;
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: RECORD_TYPE,
    config: { mediaType, digest: digest2, size },
    layers: [{ mediaType: RECORD_TYPE, digest: record.digest, size: record.size }],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: { "org.opencontainers.image.created": createdAt }
  };
  return Buffer.from(JSON.stringify(manifest));
}
function parseRecordManifest(bytes, what) {
  const { artifactType, subject, layers } = (0,chunk_4SUYAJNO/* parseJson */.q)(bytes, ManifestSchema, what);
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



// EXTERNAL MODULE: ./build/chunk-ILW6DDBN.js
var chunk_ILW6DDBN = __webpack_require__(1526);
// EXTERNAL MODULE: ./build/chunk-JLIIIXMZ.js
var chunk_JLIIIXMZ = __webpack_require__(9208);
// EXTERNAL MODULE: ./build/chunk-ATKXFF4U.js
var chunk_ATKXFF4U = __webpack_require__(5615);
// EXTERNAL MODULE: ./build/chunk-72EB4EJK.js
var chunk_72EB4EJK = __webpack_require__(2340);
;// CONCATENATED MODULE: ./build/chunk-4XWO5UGZ.js










// src/image/registry/fetch-referrers.ts
var TypeSchema = (0,chunk_RAPRRMAO/* object */.Ik)({ artifactType: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* string */.Yj)(), null) });
var IndexSchema = (0,chunk_RAPRRMAO/* object */.Ik)({
  schemaVersion: (0,chunk_RAPRRMAO/* literal */.eu)(2),
  mediaType: (0,chunk_RAPRRMAO/* nullish */.cl)((0,chunk_RAPRRMAO/* literal */.eu)(chunk_SM2RTURA/* OCI_INDEX */.$p)),
  manifests: (0,chunk_RAPRRMAO/* pipe */.Fs)(
    (0,chunk_RAPRRMAO/* array */.YO)(
      (0,chunk_RAPRRMAO/* pipe */.Fs)(
        (0,chunk_RAPRRMAO/* looseObject */._H)({}),
        (0,chunk_RAPRRMAO/* transform */.pd)((entry) => ({ ...(0,chunk_RAPRRMAO/* parse */.qg)(TypeSchema, entry), descriptor: (0,chunk_RAPRRMAO/* parse */.qg)(chunk_4QGNOU2J/* DescriptorSchema */.l, entry) }))
      )
    ),
    (0,chunk_RAPRRMAO/* maxLength */.Ru)(chunk_72EB4EJK/* LIMITS */.b.indexEntries)
  )
});
async function fetchReferrers(client, { registry, repository }, subject) {
  const call = {
    method: "GET",
    registry,
    repository,
    what: `the referrers of ${registry}/${repository}@${subject}`,
    access: "pull",
    headers: { accept: chunk_SM2RTURA/* OCI_INDEX */.$p },
    maxBytes: chunk_72EB4EJK/* LIMITS */.b.manifestBytes,
    followsRedirects: false
  };
  const referrers = [];
  let path = `/v2/${repository}/referrers/${subject}`;
  for (let pages = 0; pages < chunk_72EB4EJK/* LIMITS */.b.referrerPages; pages += 1) {
    const answer = await client.fetch({ ...call, path });
    if (isRefusal(answer.status)) throw (0,chunk_ATKXFF4U/* explainAnswer */.iJ)(answer, (0,chunk_JLIIIXMZ/* describeCall */.GC)({ ...call, path }));
    const page = answer.status === 200 ? readPage(answer, subject) : null;
    if (page === null) return pages === 0 ? null : referrers;
    referrers.push(...page);
    const next = nextPage(answer.headers["link"], answer.url);
    if (next === null) return referrers;
    path = next;
  }
  return referrers;
}
function isRefusal(status) {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}
function readPage({ headers, bytes }, subject) {
  if (headers["content-type"]?.split(";")[0]?.trim() !== chunk_SM2RTURA/* OCI_INDEX */.$p) return null;
  if ((0,chunk_SM2RTURA/* digestOf */.ol)(bytes, subject) === subject) return null;
  try {
    return (0,chunk_RAPRRMAO/* parse */.qg)(IndexSchema, JSON.parse(Buffer.from(bytes).toString("utf8"))).manifests;
  } catch {
    return null;
  }
}

// src/record/fetch-record.ts
async function fetchRecord(client, repository, image) {
  try {
    const tagged = await (0,chunk_JLIIIXMZ/* fetchManifest */.Cj)(client, repository, { tag: nameRecordTag(image) });
    const manifest = tagged ?? await fetchReferrer(client, repository, image);
    return manifest === null ? { kind: "none" } : await readRecord(client, repository, image, manifest);
  } catch (error) {
    const { message, hint } = (0,chunk_NQNT2RXN/* wrapError */.J4)("REGISTRY_FAILED", "the registry", error);
    return ignore(`could not be read: ${message}`, hint);
  }
}
async function fetchReferrer(client, repository, image) {
  const referrers = await fetchReferrers(client, repository, image) ?? [];
  const createdAt = ({ descriptor }) => descriptor.annotations["org.opencontainers.image.created"] ?? "";
  const [newest] = referrers.filter(({ artifactType }) => artifactType === RECORD_TYPE).sort((a, b) => createdAt(a) < createdAt(b) ? 1 : -1);
  return newest === void 0 ? null : await (0,chunk_JLIIIXMZ/* fetchManifest */.Cj)(client, repository, { digest: newest.descriptor.digest });
}
async function readRecord(client, repository, image, { bytes, digest }) {
  const manifest = parseRecordManifest(bytes, `manifest ${digest}`);
  if (manifest.record === null) return ignore(`is something else: manifest ${digest}`);
  if (manifest.subject !== image) return ignore(`is of another image: ${manifest.subject ?? "none"}`);
  if (manifest.record.size > MOST_RECORD_BYTES) return ignore(`has ${manifest.record.size} bytes`);
  const record = parseRecord(await (0,chunk_ILW6DDBN/* fetchBlob */.s)(client, repository, manifest.record), "the record");
  return record.image === image ? { kind: "found", record } : ignore(`says that it is of another image: ${record.image}`);
}
function ignore(why, hint = "") {
  const message = `What is kept beside the baseline ${why}. It is ignored: steps and times are not compared.`;
  return { kind: "ignored", note: { code: "record-ignored", message, hint } };
}



// EXTERNAL MODULE: ./build/chunk-VY7GW57L.js
var chunk_VY7GW57L = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/chunk-3KGSU7J5.js + 1 modules
var chunk_3KGSU7J5 = __webpack_require__(6509);
;// CONCATENATED MODULE: ./build/fetch-record-TVRV6PPR.js


















/***/ })

};
