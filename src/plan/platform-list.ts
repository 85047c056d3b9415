import { formatPlatform, parsePlatform } from '../image/platform.ts';
import { parseList } from './csv.ts';
import { invalidInput } from './invalid-input.ts';

/** Platforms with commas or line breaks between, normalised, each once. Throws `INPUT_INVALID`. */
export function parsePlatformList(input: string, text: string): string[] {
  const platforms = parseList(text).map((platform) => {
    try {
      return formatPlatform(parsePlatform(platform));
    } catch {
      throw invalidInput(input, platform, 'platforms with commas between, as in linux/amd64,linux/arm64');
    }
  });
  return [...new Set(platforms)];
}
