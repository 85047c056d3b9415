import { parseList } from './csv.ts';
import { parseInputPlatform } from './input-platform.ts';

/** Platforms with commas or line breaks between, normalised, each once. Throws `INPUT_INVALID`. */
export function parsePlatformList(input: string, text: string): string[] {
  const takes = 'platforms with commas between, as in linux/amd64,linux/arm64';
  return [...new Set(parseList(text).map((platform) => parseInputPlatform(input, platform, takes)))];
}
