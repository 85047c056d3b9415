import { GO_BUILD_INFO, PROGRAM } from '../layer/packages/text-marks.ts';

/** What strip would take out of a program, by what is kept of it; 0 for what is none. */
export function readStripBytes(text: string | null): number {
  if (text === null || !(text.startsWith(GO_BUILD_INFO) || text.startsWith(PROGRAM))) return 0;
  return Number(/\nstrip\t(\d{1,15})$/.exec(text)?.[1] ?? 0);
}
