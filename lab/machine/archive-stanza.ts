import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';

/**
 * The machine's main archive (not the security one) as a stanza of apt's, with other suites. Read where Debian puts it: in
 * `sources.list.d/debian.sources`, or in `sources.list` as the installer of Debian 12 still does.
 */
export async function archiveStanza(suites: readonly string[], etc = '/etc/apt'): Promise<string> {
  const deb822 = await readFile(join(etc, 'sources.list.d', 'debian.sources'), 'utf8').catch(() => '');
  const stanza = deb822
    .split(/\n\s*\n/)
    .find((part) => /^Types:.*\bdeb\b/m.test(part) && /^URIs:/m.test(part) && !/^URIs:.*security/m.test(part));
  if (stanza !== undefined) return `${stanza.trim().replace(/^Suites:.*$/m, `Suites: ${suites.join(' ')}`)}\n`;
  const list = await readFile(join(etc, 'sources.list'), 'utf8').catch(() => '');
  const uri = /^deb\s+(?:\[[^\]]*\]\s+)?(?!cdrom:|\S*security)(\S+)\s/m.exec(list)?.[1];
  if (uri === undefined) {
    throw new PlimsollError('DOCKER_FAILED', `The machine's own Debian archive was not found in ${etc}.`, {
      hint: `Name it in ${etc}/sources.list.d/debian.sources or start a Docker engine.`,
    });
  }
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  return `Types: deb\nURIs: ${uri}\nSuites: ${suites.join(' ')}\nComponents: main\nSigned-By: ${keyring}\n`;
}
