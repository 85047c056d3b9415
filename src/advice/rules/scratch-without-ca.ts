import { isOnScratch } from '../base-image.ts';
import { isForeign, readEntry } from '../entry.ts';
import { readCopied } from '../../dockerfile/copied.ts';
import { readPairs } from '../../dockerfile/read-pairs.ts';
import type { Rule } from '../rule.ts';

const CERTIFICATES = /cert|\bssl\b|\bpki\b|\.pem$|\.crt$/i;
/** Where they are looked for, and what brings them within a program. */
const VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
const BUILT_IN = /golang\.org\/x\/crypto\/x509roots|webpki-roots|rustls-webpki|gwatts\/rootcerts/;

/** Found where a program is all that is copied into an empty image. */
export const scratchWithoutCa: Rule = {
  id: 'scratch-without-ca',
  level: 'low',
  title: 'An image from scratch has no CA certificates',
  why: 'The program can make no TLS connection that it trusts: "x509: certificate signed by unknown authority". One that never calls another service needs none.',
  instead:
    'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/, or end on gcr.io/distroless/static:nonroot.',
  check: (subject) => {
    const { dockerfile, target, shipped, context } = subject;
    const entry = readEntry(subject);
    if (!isOnScratch(subject, target) || entry === null) return [];
    if (isForeign(entry)) return [];
    if ([...(context?.texts.values() ?? [])].some((text) => BUILT_IN.test(text))) return [];
    const copies = shipped.flatMap((step) => readCopied(step, dockerfile.escape) ?? []);
    const mayHave = copies.some(
      ({ sources, target: to }) =>
        to === null ||
        [...sources, to].some((path) => path === null || CERTIFICATES.test(path)) ||
        // A whole tree, in which they may be.
        (/^\/(?:etc)?$/.test(to) && sources.some((source) => source !== null && isTree(source))),
    );
    const isSet = shipped.some(
      ({ instruction }) =>
        instruction.keyword === 'ENV' && readPairs(instruction).some(({ name }) => VARIABLES.includes(name)),
    );
    const isUnpacked = shipped.some(({ instruction: { keyword } }) => keyword === 'ADD' || keyword === 'RUN');
    if (copies.length === 0 || mayHave || isSet || isUnpacked) return [];
    const { line, lastLine } = target.from;
    return [
      { line, lastLine, message: 'Nothing that is copied into the empty image holds CA certificates.', patch: null },
    ];
  },
};

/** A folder may be called anything: only what ends as a program's file does is taken for one. */
function isTree(source: string): boolean {
  return (
    source.endsWith('/') ||
    /^\/?(?:[^/]*root[^/]*|out|dist|install|staging|target|output|export|fs|image|app)$/i.test(source)
  );
}
