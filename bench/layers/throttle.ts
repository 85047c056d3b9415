import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import * as v from 'valibot';

export interface Throttle {
  /** As references have it. */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** A way to a server on the loopback that lets so many bytes a second through from it, all connections together. */
export async function startThrottle(port: number, bytesPerSecond: number): Promise<Throttle> {
  const sockets = new Set<Socket>();
  let freeMs = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('close', () => far.destroy());
    // What was written is still to be sent.
    far.on('close', () => near.end());
    near.pipe(far);
    far.on('data', (chunk) => {
      const nowMs = performance.now();
      freeMs = Math.max(nowMs, freeMs) + (chunk.length / bytesPerSecond) * 1000;
      near.write(chunk);
      // Timers are coarse: what is early by less is let through, and made up for by the next.
      if (freeMs - nowMs < 2) return;
      far.pause();
      setTimeout(() => far.resume(), freeMs - nowMs);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = v.parse(v.object({ port: v.number() }), server.address());
  return {
    host: `127.0.0.1:${address.port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
