import { type Markdown, mark } from './markdown.ts';
import type { Text } from './text.ts';

/** An address without anything that ends it early or means something to Markdown. */
const PLAIN_ADDRESS = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./?=&%-]*)?$/;

/** A link where the address is plain enough to stand in one; else the label alone. */
export function formatLink(label: Text, address: string): Markdown {
  if (!PLAIN_ADDRESS.test(address)) return mark`${label}`;
  return mark`[${label}](${{ pieces: [{ kind: 'ours', text: address }] }})`;
}
