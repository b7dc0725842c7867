import { soak } from '../../packages/core/src/testing/chaos/soak.ts'
import { report } from './lib/report.ts'

const hours = 12
/** What is loaded and cached at first is not growth. */
const warmUpQuarters = 2
const megabyte = 2 ** 20

const heap: number[] = []
const run = await soak({
  seed: 12,
  hours: hours + warmUpQuarters / 4,
  onQuarter(quarter) {
    globalThis.gc?.()
    if (quarter >= warmUpQuarters) heap.push(process.memoryUsage().heapUsed / megabyte)
  },
})
const [first = Number.NaN] = heap
const growthMb = (heap.at(-1) ?? Number.NaN) - first

report({
  name: 'soak',
  method: `A listener of trades, minutes, quotes and an order book through ${hours} hours under chaos on a simulated clock, a seeded cut every 40 s; the heap after a collection each quarter of an hour, from half an hour on.`,
  rows: [
    {
      name: `${hours} hours`,
      cuts: run.cuts,
      trades: run.trades,
      bars: run.bars,
      quotes: run.quotes,
      books: run.books,
      faults: run.faults.length,
      gaps: run.gaps.length,
      heapAtFirstMb: first,
      growthMb,
      mostGrowthMb: Math.max(...heap) - first,
    },
  ],
  bars: [
    { claim: 'nothing missing, nothing twice, in order', met: run.faults.length + run.gaps.length === 0 },
    { claim: 'the heap grows by less than 10 MB', met: growthMb < 10 },
  ],
})
