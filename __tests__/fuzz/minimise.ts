/** The smallest that still `fails`, by leaving out ranges of it and making bytes zero. */
export async function minimise(input: Uint8Array, fails: (bytes: Uint8Array) => Promise<boolean>): Promise<Uint8Array> {
  let smallest = input;
  for (let size = 2 ** Math.floor(Math.log2(Math.max(1, input.length))); size >= 1; size /= 2) {
    for (let place = 0; place < smallest.length;) {
      const without = Buffer.concat([smallest.subarray(0, place), smallest.subarray(place + size)]);
      if (await fails(without)) smallest = without;
      else place += size;
    }
  }
  return smallest;
}
