/** Under so little processor time, in milliseconds, nothing can be said of growth, and nothing needs to be. */
const unmeasurableMs = 20

/**
 * How many times the processor time of `small` the one of `large` takes, in this process: other programs on the machine do not
 * count, and of some runs the least counts. Eight times the input takes 8 where the work is
 * linear, 64 where each part is held against all others.
 */
export function timesLonger(large: () => unknown, small: () => unknown, runs = 2): number {
  const largeMs = leastMs(large, runs)
  return largeMs < unmeasurableMs ? 1 : largeMs / Math.max(leastMs(small, runs), unmeasurableMs / 10)
}

/** The least processor time of some runs, in milliseconds. */
function leastMs(run: () => unknown, runs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < runs; index++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
