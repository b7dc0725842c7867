import type { TalibColumns } from './talib-c.ts'

/** A made-up market of `bars` bars, the same at every call: a random walk with volume, and columns that TA-Lib needs. */
export function market(bars: number): TalibColumns {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const column = () => new Float64Array(bars)
  const columns = {
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    unit: column(),
    periods: column(),
  }
  let price = 100
  for (let bar = 0; bar < bars; bar++) {
    const open = price * (1 + (random() - 0.5) * 0.004)
    price = Math.max(1, open * (1 + (random() - 0.5) * 0.02))
    columns.open[bar] = open
    columns.high[bar] = Math.max(open, price) * (1 + random() * 0.005)
    columns.low[bar] = Math.min(open, price) * (1 - random() * 0.005)
    columns.close[bar] = price
    columns.volume[bar] = Math.round(1e5 * (0.2 + random()))
    columns.unit[bar] = random() * 2 - 1
    columns.periods[bar] = 2 + Math.floor(random() * 29)
  }
  return columns
}
