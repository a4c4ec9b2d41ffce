import { loadavg } from 'node:os'

export interface Calibration {
  /** Milliseconds of a fixed piece of work. */
  loop: number
  /** Processes that wanted to run, over the last minute. */
  load: number
}

/** Measures the machine's noise: the same work takes longer while others use the processor. */
export function calibrate(): Calibration {
  const start = performance.now()
  let value = 3n
  for (let step = 0; step < 6_000; step += 1) value = (value * value + 1n) % modulus
  return { loop: performance.now() - start, load: loadavg()[0] ?? 0 }
}

const modulus = 2n ** 1279n - 1n
