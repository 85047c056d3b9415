import { assertNever } from '../errors.ts';
import { formatCsvFields, parseCsvFields } from './csv.ts';
import { invalidInput } from './invalid-input.ts';
import type { PushRoute } from './push-route.ts';

/** Attributes of the exporter that are Plimsoll's to set: they say where the image goes. */
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'type',
  'name',
  'push',
  'push-by-digest',
  'name-canonical',
  'dest',
  'tar',
]);

/** `compression=zstd,rewrite-timestamp=true`, lines allowed, to its attributes. Throws `INPUT_INVALID`. */
export function parseExporterOptions(input: string, text: string): string[] {
  const options = text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => parseCsvFields(input, line.trim()))
    .map((option) => option.trim())
    .filter((option) => option !== '');
  for (const option of options) {
    const [key = ''] = option.split('=', 1);
    if (!/^[A-Za-z][A-Za-z0-9._[\]/-]*=/.test(option)) {
      throw invalidInput(input, option, 'key=value with commas between, as in compression=zstd,rewrite-timestamp=true');
    }
    if (OWN_ATTRIBUTES.has(key.toLowerCase())) {
      throw invalidInput(
        input,
        option,
        `attributes other than ${key}, which Plimsoll sets`,
        'Where the image goes is said by "image", "tags" and "push".',
      );
    }
  }
  return options;
}

/**
 * Value of build-push-action's `outputs`: nothing leaves the builder, or the image is pushed (facts/buildkit.md). A
 * push by digest writes no tag; those come later.
 */
export function formatExporter(repository: string, route: PushRoute, options: readonly string[]): string {
  return formatCsvFields([...describeRoute(repository, route), ...options]);
}

function describeRoute(repository: string, route: PushRoute): string[] {
  switch (route.kind) {
    case 'none':
      return ['type=image', `name=${repository}`, 'push=false'];
    case 'layout':
      return ['type=oci', `dest=${route.folder}`, 'tar=false'];
    case 'by-digest':
      return ['type=image', `name=${repository}`, 'push-by-digest=true', 'name-canonical=true', 'push=true'];
    case 'by-tag':
      // The names come from build-push-action's `tags`.
      return ['type=image', 'push=true'];
    default:
      return assertNever(route);
  }
}
