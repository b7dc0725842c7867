export type Timing = {
  /** Least time of one run: what the code needs when nothing disturbs it. */
  minMs: number
  medianMs: number
}

/**
 * Times `action` over several runs, after `warmup` runs that are not counted.
 * Compare figures of one process only: the machine is another one a minute later.
 */
export async function measure(
  action: () => unknown,
  { runs = 15, warmup = 3 }: { runs?: number; warmup?: number } = {},
): Promise<Timing> {
  for (let run = 0; run < warmup; run += 1) await action()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    globalThis.gc?.()
    const begin = performance.now()
    await action()
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return { minMs: times[0] ?? Number.NaN, medianMs: times[times.length >> 1] ?? Number.NaN }
}
