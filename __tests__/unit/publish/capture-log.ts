import { jest } from '@jest/globals';

/** What `work` prints on standard output, line by line. */
export function captureLog(work: () => void): string[] {
  const pieces: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    pieces.push(String(piece));
    return true;
  });
  try {
    work();
  } finally {
    write.mockRestore();
  }
  return pieces.join('').split('\n').slice(0, -1);
}
