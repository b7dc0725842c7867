import { runChaos } from '../../packages/core/src/testing/chaos/run-chaos.ts'
import { report } from './lib/report.ts'

const venues = 20
const cutsPerVenue = 50

const runs = await Promise.all(
  Array.from({ length: venues }, (_, seed) =>
    runChaos({ seed: 100 + seed, cuts: cutsPerVenue, bookStyle: seed % 2 ? 'checked' : 'numbered' }),
  ),
)
const recovery = runs.flatMap(({ recoveryMs }) => recoveryMs).sort((a, b) => a - b)
const at = (share: number) => recovery[Math.ceil(share * recovery.length) - 1] ?? Number.NaN
const sum = (pick: (run: (typeof runs)[number]) => number) =>
  runs.reduce((total, run) => total + pick(run), 0)
const faults = sum((run) => run.faults.length)
const gaps = sum((run) => run.gaps.length)

report({
  name: 'chaos',
  method: `${venues} venues over real sockets on 127.0.0.1, ${cutsPerVenue} seeded cuts each (close, reset, half-open, silence, reorder, duplicate, sequence gap, slow REST, REST 429), a cut every 0.8 s; trades and bars are compared with all that happened, quotes and books (half of them numbered, half with checksums) with the order in which it happened, every hole told; recovery is the time from a cut to the first trade heard that was made after it.`,
  rows: [
    {
      name: 'trades, bars of one second, quotes, order books',
      cuts: sum((run) => run.cuts),
      trades: sum((run) => run.trades),
      bars: sum((run) => run.bars),
      quotes: sum((run) => run.quotes),
      books: sum((run) => run.books),
      faults,
      gaps,
      recoveryP50Ms: at(0.5),
      recoveryP95Ms: at(0.95),
      recoveryMaxMs: at(1),
    },
  ],
  bars: [
    { claim: 'nothing missing, nothing twice, in order', met: faults === 0 && gaps === 0 },
    { claim: 'recovery p95 under 2 s', met: at(0.95) < 2_000 },
  ],
})
