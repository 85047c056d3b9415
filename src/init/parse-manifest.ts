import { PlimsollError } from '../errors.ts';

/** What `parse` makes of a file that people write. Throws `INPUT_INVALID` with the first line of why not. */
export function parseManifest<Manifest>(file: string, parse: () => Manifest): Manifest {
  try {
    return parse();
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new PlimsollError('INPUT_INVALID', `${file}: ${reason}`);
  }
}
