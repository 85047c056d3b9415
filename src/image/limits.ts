const KIB = 1024;
const MIB = 1024 * KIB;

/** How much of what comes from outside is taken in. Far above what honest images need; beyond it stands `LIMIT_EXCEEDED`. */
export const LIMITS = {
  /** Of a manifest or an index; registries refuse larger ones (OCI distribution spec, "Pushing Manifests"). */
  manifestBytes: 4 * MIB,
  /** Of an image's config: heredocs and build arguments in the history make large ones. */
  configBytes: 8 * MIB,
  /** Of all indexes of one image together, nested ones included. */
  indexEntries: 1000,
  /** Indexes inside an index. */
  nestingDepth: 3,
  layers: 1000,
  /** Manifests and configs of one image that are read side by side. */
  parallelPlatforms: 8,

  /** Of a registry's error text, a token's answer, a list of tags, an answer to a push. */
  answerBytes: 1 * MIB,
  /** Of what of an error's text goes on into ours, in characters. */
  reasonCharacters: 300,
  /** Of a bearer token; servers refuse longer header lines anyway. */
  tokenBytes: 32 * KIB,
  redirects: 5,
  /** Of one request to a registry, the first try included. */
  attempts: 4,
  /** Before the second try; twice as long before each further one. */
  firstRetryMs: 400,
  /** The longest that a registry's `Retry-After` is obeyed; a longer one ends the tries. */
  retryAfterMs: 30_000,
  /** After which no further try of a request is begun. */
  requestTotalMs: 60_000,
  /** Of silence on a connection, connecting included. */
  silenceMs: 20_000,
  /** Of one try, from the first byte out to the last in. */
  exchangeMs: 60_000,
  /** Asked for in one page; registries give what they like. */
  tagsOfPage: 1000,
  tagPageBytes: 4 * MIB,
  tagPages: 100,
  referrerPages: 10,
  /** Sockets kept open to one host. */
  socketsPerHost: 8,

  dockerConfigBytes: 4 * MIB,
  credentialHelperMs: 30_000,
  credentialHelperBytes: 1 * MIB,
  /** Of an image archive: three a layer in Docker's old form. */
  archiveEntries: 20_000,
  /** JSON of an archive that is read as a stream, held in memory. */
  archiveKeptBytes: 64 * MIB,
  /** Of an archive that is read as a stream, inflated. */
  archiveStreamBytes: 256 * 1024 * MIB,
} as const;
