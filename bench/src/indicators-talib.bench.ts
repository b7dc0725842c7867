import { indicators } from '@starkmatter/core/indicators/registry'
import { market } from './indicators/market.ts'
import { startTalib, type TalibColumns } from './indicators/talib-c.ts'
import { report } from './lib/report.ts'

const named = (
  'SMA EMA WMA RSI MACD BBANDS ATR ADX STOCH CCI MFI OBV SAR AROON STDDEV LINEARREG CORREL HT_DCPERIOD ULTOSC ' +
  'CDLENGULFING CDLDOJI CDLMORNINGSTAR'
).split(' ')

// `npm run bench -- indicators-talib [bars,bars] [NAME,NAME]`; by default everything that the bars speak of.
const [sizes = '100000,1000000', only] = process.argv.slice(2)
const rounds = 5

/** The columns that TA-Lib's reference runs use: pairs are high and low, ACOS and ASIN need the unit interval. */
function columnsOf(name: string, inputs: readonly string[], columns: TalibColumns): Float64Array[] {
  if (name === 'ACOS' || name === 'ASIN') return [columns.unit]
  return inputs.map((input) => columns[input as keyof TalibColumns])
}

const rows: { name: string; bars: number; cNsPerBar: number; ourNsPerBar: number; ratio: number }[] = []
for (const bars of sizes.split(',').map(Number)) {
  const columns = market(bars)
  const talib = startTalib(columns)
  const runs = Math.max(3, Math.round(1e6 / bars))
  for (const [name, { inputs, outputs, params, compute }] of indicators) {
    if (only ? !only.split(',').includes(name) : params.some((param) => !param.talib)) continue
    const given = columnsOf(name, inputs, columns)
    const out = outputs.map(() => new Float64Array(bars))
    let theirs = await talib.time(name, 1)
    if (Number.isNaN(theirs)) continue
    // Long enough for V8 to compile in the background.
    for (const begin = performance.now(); performance.now() - begin < 400; ) compute(given, {}, out)
    let ours = Number.POSITIVE_INFINITY
    compute(given, {}, out)
    // The two take turns, so that both meet the same weather.
    for (let round = 0; round < rounds; round++) {
      for (let run = 0; run < runs; run++) {
        const begin = performance.now()
        compute(given, {}, out)
        ours = Math.min(ours, (performance.now() - begin) * 1e6)
      }
      theirs = Math.min(theirs, await talib.time(name, runs))
    }
    rows.push({ name, bars, cNsPerBar: theirs / bars, ourNsPerBar: ours / bars, ratio: ours / theirs })
  }
  talib.close()
}

const geometricMean = (some: readonly { ratio: number }[]) =>
  Math.exp(some.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / some.length)
/** What the bars ask of one length: the mean of the named functions, the slowest of them, and the mean of all. */
function judge(bars: number) {
  const all = rows.filter((row) => row.bars === bars)
  const theNamed = all.filter(({ name }) => named.includes(name))
  const mean = geometricMean(theNamed)
  const slow = theNamed
    .filter(({ ratio }) => ratio > 1.15)
    .map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`)
  const meanAll = geometricMean(all)
  return [
    {
      claim: `${bars} bars, ${theNamed.length} named functions: geometric mean ${mean.toFixed(3)} of C's time, at most 0.75`,
      met: mean <= 0.75,
    },
    {
      claim: `${bars} bars, ${theNamed.length} named functions: none above 1.15 (${slow.join(', ') || 'none is'})`,
      met: slow.length === 0,
    },
    {
      claim: `${bars} bars, all ${all.length} functions: geometric mean ${meanAll.toFixed(3)}, at most 1.0`,
      met: meanAll <= 1,
    },
  ]
}

report({
  name: only ? 'indicators-talib-some' : 'indicators-talib',
  method: `Batch functions with TA-Lib's default parameters over ${sizes} bars of a random walk, one after the other in one process, memory for the results reused, beside TA-Lib in C (the sources of npm talib@1.1.6, gcc -O3, memory reused too) in turns; least time of ${rounds} rounds.`,
  rows,
  bars: sizes.split(',').map(Number).flatMap(judge),
})
