const { writeFileSync } = require('node:fs');

/** Loaded before a program: writes the most memory that it took, in bytes, into the file of `$PLIMSOLL_BENCH_MEMORY`. */
process.on('exit', () => {
  writeFileSync(process.env.PLIMSOLL_BENCH_MEMORY, String(process.resourceUsage().maxRSS * 1024));
});
