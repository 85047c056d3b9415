import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's space for young objects as small as it starts, in the whole process from now on. It grows to tens of megabytes
 * where many small ones live on, as the entries of layers do, and is no faster for it.
 */
export function limitYoungHeap(): void {
  if (isLimited) return;
  isLimited = true;
  setFlagsFromString('--semi-space-growth-factor=1');
}

let isLimited = false;
