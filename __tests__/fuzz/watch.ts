import { Worker } from 'node:worker_threads';

export interface Watch {
  /** Says which input is read now. */
  readonly follow: (input: number) => void;
  readonly end: () => Promise<void>;
}

/** Ends the process, with the input's number, where one is read for longer than `seconds`: an endless loop lets nobody else speak. */
export function watchInputs(reader: string, seconds: number): Watch {
  const current = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SCRIPT, { eval: true, workerData: { current, reader, seconds } });
  return {
    follow: (input) => {
      Atomics.store(current, 0, input);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

const SCRIPT = `
  const { workerData: { current, reader, seconds } } = require('node:worker_threads');
  let last = -1;
  setInterval(() => {
    const now = Atomics.load(current, 0);
    if (now === last) {
      require('node:fs').writeSync(2, 'fuzz: ' + reader + ' hangs with input ' + now + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }
    last = now;
  }, seconds * 1000);
`;
