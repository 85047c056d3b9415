import { readComparison, readDiff, readInspection, readTarList } from './answers.ts';
import type { Contender } from './race.ts';

/** How one gets at it with us and with others, as text for bash. Both sides of a comparison run side by side. */

const OURS = 'node dist/cli/index.js';
const MTREE = `$BSDTAR -cf - --format=mtree '--options=!all,type,mode,uid,gid,size,link,sha256' @-`;

export function listByUs(image: string): Contender {
  return { name: 'ours', script: `${OURS} inspect --files --json --quiet ${image} > "$OUT"`, read: readInspection };
}

export function listByCrane(image: string): Contender {
  const script = `$CRANE export --insecure ${image} - | tar -tf - > "$OUT"`;
  return { name: 'crane export + tar', script, read: readTarList };
}

export function listBySkopeo(image: string): Contender {
  const script = `${copyBySkopeo(image, 'image')}; ${eachLayer('image', 'tar -tf "$blob"')} > "$OUT"`;
  return { name: 'skopeo copy + tar', script, read: readTarList };
}

/** `prepare` takes out of the engine what the last round pulled. */
export function listByDocker(image: string, prepare: () => Promise<unknown>): Contender {
  const script = `${saveByDocker(image, 'image')}; ${eachLayer('image/blobs/sha256', 'tar -tf "$blob"')} > "$OUT"`;
  return { name: 'docker pull + save + tar', script, read: readTarList, prepare };
}

/** Only fetches what has to be read. */
export function fetchByCurl(urls: readonly string[]): Contender {
  return { name: 'curl of the same blobs', script: `curl -sSf ${urls.join(' ')} > /dev/null`, read: null };
}

export function unpackBy(name: string, command: string): Contender {
  return { name: `${name} + tar`, script: `${command} | tar -tf - > "$OUT"`, read: readTarList };
}

export function compareByUs(before: string, after: string, name = 'ours'): Contender {
  return { name, script: `${OURS} compare --json --quiet ${before} ${after} > "$OUT"`, read: readComparison };
}

export function compareByCrane(before: string, after: string): Contender {
  const [left, right] = [before, after].map((image) => `$CRANE export --insecure ${image} - | ${MTREE} | sort`);
  return { name: 'crane export + mtree', script: diff(left, right), read: readDiff };
}

export function compareBySkopeo(before: string, after: string): Contender {
  const [left, right] = Object.entries({ before, after }).map(
    ([side, image]) => `{ ${copyBySkopeo(image, side)}; ${eachLayer(side, `${MTREE} < "$blob"`)}; } | sort`,
  );
  return { name: 'skopeo copy + mtree', script: diff(left, right), read: readDiff };
}

export function compareByDocker(before: string, after: string, prepare: () => Promise<unknown>): Contender {
  const [left, right] = Object.entries({ before, after }).map(
    ([side, image]) =>
      `{ ${saveByDocker(image, side)}; ${eachLayer(`${side}/blobs/sha256`, `${MTREE} < "$blob"`)}; } | sort`,
  );
  return { name: 'docker pull + save + mtree', script: diff(left, right), read: readDiff, prepare };
}

/** Who knows already which two layers differ; `repository@digest`. */
export function compareBlobs(before: string, after: string): Contender {
  const [left, right] = [before, after].map((blob) => `$CRANE blob --insecure ${blob} | ${MTREE} | sort`);
  return { name: 'crane blob of the two layers + mtree', script: diff(left, right), read: readDiff };
}

function diff(left = '', right = ''): string {
  return `diff <(${left}) <(${right}) > "$OUT" || [ $? = 1 ]`;
}

function copyBySkopeo(image: string, folder: string): string {
  return `$SKOPEO copy --quiet --src-tls-verify=false docker://${image} dir:"$DIR/${folder}"`;
}

function saveByDocker(image: string, folder: string): string {
  return `docker pull --quiet ${image} >/dev/null; mkdir "$DIR/${folder}"; docker save ${image} | tar -xf - -C "$DIR/${folder}"`;
}

/** Blobs that are no archives are manifests and configs. */
function eachLayer(folder: string, command: string): string {
  return `for blob in "$DIR/${folder}"/*; do case $(head -c 1 "$blob") in "{" | D) ;; *) ${command} ;; esac; done`;
}
