import { createServer } from 'node:net';

/** Below what kernels hand out by themselves: between the test and the use of a port nobody else is likely to take it. */
const PORTS = { from: 20_000, count: 12_000 };

/** A free port of the loopback, for a program that opens the port that it is told and does not say which one it got. */
export async function findPort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => {
        resolve(false);
      });
      probe.listen(port, () => {
        probe.close(() => {
          resolve(true);
        });
      });
    });
    if (isFree) return port;
  }
}
