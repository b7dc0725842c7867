export type Timing = {
  /** Least time of one run: what the code needs when nothing disturbs it. */
  minMs: number
  medianMs: number
}

/**
 * Times `action` over several runs, after `warmup` runs that are not counted.
 *
 * Garbage is collected before each run (`collect`), so that none pays for another's. What takes a few milliseconds is timed without,
 * for a collection leaves the processor's caches cold and its sweeping goes on into the run.
 *
 * Compare figures of one process only: the machine is another one a minute later.
 */
export async function measure(
  action: () => unknown,
  { runs = 15, warmup = 3, collect = true }: { runs?: number; warmup?: number; collect?: boolean } = {},
): Promise<Timing> {
  for (let run = 0; run < warmup; run += 1) await action()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    if (collect) globalThis.gc?.()
    const begin = performance.now()
    await action()
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return { minMs: times[0] ?? Number.NaN, medianMs: times[times.length >> 1] ?? Number.NaN }
}
