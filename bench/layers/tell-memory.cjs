const { readFileSync, writeFileSync } = require('node:fs');

/**
 * Loaded before a program: writes the most memory that it took, in bytes, into the file of `$PLIMSOLL_BENCH_MEMORY`.
 * `process.resourceUsage` would count what its parent held before it.
 */
process.on('exit', () => {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  writeFileSync(process.env.PLIMSOLL_BENCH_MEMORY, String(kilobytes * 1024));
});
