import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { PlimsollError } from '../errors.ts';
import { parseManifest } from './parse-manifest.ts';

/** The root element of a document. Nothing outside of it is read, and no entity of its own is put in. Throws `INPUT_INVALID`. */
export function readXml(text: string, name: string): XmlElement {
  const root = parseManifest(name, () => parseXml(text)).root;
  if (root === null) throw new PlimsollError('INPUT_INVALID', `${name}: there is no element`);
  return root;
}

/** The text of the first element that lies at the path; `null` where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  return elementsAt(element, ...path)[0]?.text.trim() ?? null;
}

/** All elements that lie at the path, by their names. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => childElements(one).filter((child) => child.name === name)),
    [element],
  );
}

/** All elements of that name below it, as deep as they lie. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}
