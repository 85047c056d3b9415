/** A line that ends where the terminal does, with `…` where it went on. */
export function cutLine(line: string, width: number): string {
  const characters = Array.from(line);
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join('')}…`;
}
