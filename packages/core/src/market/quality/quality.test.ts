import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvFile } from '../../providers/csv/index.ts'
import { BarSeries } from '../bar-series.ts'
import { tradingDays } from '../calendar/trading-day.ts'
import { xnys } from '../calendar/xnys.ts'
import type { CorporateAction } from '../reference-data.ts'
import { zonedToUtc } from '../time-zone.ts'
import { checkSeries } from './check-series.ts'
import type { SeriesFacts } from './quality.ts'
import { repairSeries, undoRepairs } from './repair-series.ts'

const zone = 'America/New_York'
const dates = tradingDays(xnys, '2024-01-02', '2024-06-28').flatMap(({ date, session }) =>
  session ? [date] : [],
)

const noActions: readonly CorporateAction[] = []

/** A calm series on New York's trading days, as a vendor restates it. */
function calm(length = dates.length) {
  const days = dates.slice(0, length)
  const close = Float64Array.from(days, (_, i) => 100 + 5 * Math.sin(i / 9) + i / 20)
  const open = close.map(
    (value, i) => (i === 0 ? value : (close[i - 1] ?? value)) * (1 + 0.002 * Math.sin(i * 7)),
  )
  return {
    bars: new BarSeries(
      {
        instrument: { assetClass: 'equity', id: 'equity:TEST', symbol: 'TEST' },
        interval: '1d',
        timeZone: zone,
        currency: 'USD',
        priceScale: 1,
        adjustment: 'splits',
        source: { provider: 'test', fetchedAt: 0, delayedMs: null, attempts: [] },
        gaps: [],
        issues: [],
        simulated: false,
        forming: false,
      },
      {
        time: Float64Array.from(days, (date) => zonedToUtc(Date.parse(date), zone)),
        open,
        high: close.map((value, i) => Math.max(value, open[i] ?? 0) * 1.004),
        low: close.map((value, i) => Math.min(value, open[i] ?? 0) * 0.996),
        close,
        volume: close.map((_, i) => 1e6 + ((i * 7919) % 1000) * 100),
      },
    ),
    adjustedClose: close.slice(),
    actions: noActions,
  }
}

type Columns = ReturnType<BarSeries['columns']>

function changed(
  facts: ReturnType<typeof calm>,
  change: (columns: Columns) => void,
): ReturnType<typeof calm> {
  const { time, open, high, low, close, volume } = facts.bars
  const columns = {
    time,
    open: open.slice(),
    high: high.slice(),
    low: low.slice(),
    close: close.slice(),
    volume: volume.slice(),
  }
  change(columns)
  return { ...facts, bars: new BarSeries(facts.bars.facts(), columns) }
}

function scalePrices({ open, high, low, close }: Columns, first: number, last: number, factor: number): void {
  for (const column of [open, high, low, close])
    for (let i = first; i <= last; i++) column[i] = (column[i] ?? 0) * factor
}

const kinds = (facts: SeriesFacts) => checkSeries({ calendar: xnys, ...facts }).map((flag) => flag.kind)

test('a good series has no flags', () => {
  expect(checkSeries({ ...calm(), calendar: xnys })).toEqual([])
})

test('each session without a bar is named', () => {
  const facts = calm()
  const keep = (column: Float64Array) => column.filter((_, i) => i !== 5 && i !== 40)
  const { time, open, high, low, close, volume } = facts.bars
  const bars = new BarSeries(facts.bars.facts(), {
    time: keep(time),
    open: keep(open),
    high: keep(high),
    low: keep(low),
    close: keep(close),
    volume: keep(volume),
  })
  const flags = checkSeries({ bars, calendar: xnys })
  expect(flags.map(({ kind, message }) => [kind, message.slice(19, 29)])).toEqual([
    ['missing-session', dates[5]],
    ['missing-session', dates[40]],
  ])
})

test('a day with two bars, a zero, a range that does not hold and a feed that repeats are flagged', () => {
  expect(kinds(changed(calm(), (columns) => columns.low.fill(0, 7, 8)))).toEqual(['zero-price'])
  expect(kinds(changed(calm(), ({ high, low }) => high.fill((low[7] ?? 0) * 0.9, 7, 8)))).toEqual([
    'ohlc-violation',
  ])
  const repeat = ({ open, high, low, close, volume }: Columns) => {
    for (const column of [open, high, low, close, volume]) column.fill(column[20] ?? 0, 20, 24)
  }
  expect(kinds(changed(calm(), repeat))).toContain('stale-run')
  const { bars } = calm()
  const time = bars.time.slice()
  time[8] = (time[7] ?? 0) + 3_600_000
  expect(
    checkSeries({ bars: new BarSeries(bars.facts(), { ...bars.columns(), time }) }).map((flag) => flag.kind),
  ).toEqual(['duplicate-bar'])
})

describe('scale and splits', () => {
  test('any stretch of bars that is a hundred times off is flagged as such, and repaired', () => {
    fc.assert(
      fc.property(fc.nat(118), fc.nat(10), fc.constantFrom(100, 0.01, 1000), (first, length, factor) => {
        const last = Math.min(first + length, 119)
        const good = calm()
        const facts = changed(good, (columns) => scalePrices(columns, first, last, factor))
        const flags = checkSeries(facts)
        expect(flags.map((flag) => [flag.kind, flag.first, flag.last])).toEqual([
          ['price-scale', first, last],
        ])
        const { bars, left } = repairSeries(facts, flags)
        expect(left).toEqual([])
        for (let i = 0; i < bars.length; i++) expect(bars.close[i]).toBeCloseTo(good.bars.close[i] ?? 0, 9)
      }),
    )
  })

  test('a split that was not applied, or twice, is found near its date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 110 }),
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(2, 3, 5, 7),
        fc.boolean(),
        (index, late, ratio, twice) => {
          const action = {
            type: 'split',
            date: dates[index] ?? '',
            numerator: ratio,
            denominator: 1,
          } as const
          const facts = changed({ ...calm(), actions: [action] }, (columns) =>
            scalePrices(columns, 0, index + late - 1, twice ? 1 / ratio : ratio),
          )
          const flags = checkSeries(facts)
          expect(flags.map((flag) => [flag.kind, flag.last])).toEqual([
            [twice ? 'doubled-split' : 'unapplied-split', index + late - 1],
          ])
          const { bars } = repairSeries(facts, flags)
          expect(bars.close[0]).toBeCloseTo(100, 9)
        },
      ),
    )
  })

  test('single days that a split passed by are found, wherever they are', () => {
    const action = { type: 'split', date: dates[100] ?? '', numerator: 4, denominator: 3 } as const
    const facts = changed({ ...calm(), actions: [action] }, (columns) => {
      scalePrices(columns, 20, 20, 4 / 3)
      scalePrices(columns, 60, 62, 3 / 4)
    })
    const flags = checkSeries(facts)
    expect(flags.map(({ kind, first, last }) => [kind, first, last])).toEqual([
      ['unapplied-split', 20, 20],
      ['doubled-split', 60, 62],
    ])
    const { bars } = repairSeries(facts, flags)
    expect(bars.close[20]).toBeCloseTo(calm().bars.close[20] ?? 0, 9)
    expect(bars.close[61]).toBeCloseTo(calm().bars.close[61] ?? 0, 9)
  })

  test('a split that prices were restated for is no reason for a flag', () => {
    expect(
      kinds({ ...calm(), actions: [{ type: 'split', date: dates[30] ?? '', numerator: 4, denominator: 1 }] }),
    ).toEqual([])
  })
})

describe('dividends', () => {
  const dividend = (index: number, amount: number) =>
    ({ type: 'dividend', date: dates[index] ?? '', amount, currency: 'USD' }) as const

  function paying(amount: number, applied: number) {
    const facts = { ...calm(), actions: [dividend(50, amount)] }
    const share = applied / (facts.bars.close[49] ?? 1)
    const adjustedClose = facts.adjustedClose.map((value, i) => (i < 50 ? value * (1 - share) : value))
    return { ...facts, adjustedClose }
  }

  test('one that the adjusted close knows is right, one that it misses or takes twice is not', () => {
    expect(kinds(paying(1.5, 1.5))).toEqual([])
    expect(kinds(paying(1.5, 0))).toEqual(['unapplied-dividend'])
    expect(kinds(paying(1.5, 3))).toEqual(['doubled-dividend'])
    for (const facts of [paying(1.5, 0), paying(1.5, 3)]) {
      const { adjustedClose } = repairSeries(facts, checkSeries(facts))
      expect(adjustedClose?.[0]).toBeCloseTo(paying(1.5, 1.5).adjustedClose[0] ?? 0, 9)
    }
  })

  test('one that the price did not notice is a hundred times too large', () => {
    const facts = paying(30, 30)
    expect(kinds(facts)).toEqual(['implausible-dividend'])
    const { actions } = repairSeries(facts, checkSeries(facts))
    expect(actions).toMatchObject([{ amount: 0.3 }])
  })

  test('one that stands twice is left out once', () => {
    const facts = { ...calm(), adjustedClose: undefined, actions: [dividend(50, 1.5), dividend(51, 1.6)] }
    const flags = checkSeries(facts)
    expect(flags.map((flag) => flag.kind)).toEqual(['repeated-dividend'])
    expect(repairSeries(facts, flags).actions).toEqual([facts.actions[0]])
  })
})

describe('repairs that meet', () => {
  test('a broken bar after one without a price takes the scale of the last price', () => {
    const facts = changed(calm(), ({ open, high, low, close }) => {
      for (const column of [open, high, low, close]) column[49] = 0
      close[50] = (close[50] ?? 0) / 100
      low[50] = close[50] * 0.99
    })
    const { bars, left } = repairSeries(facts, checkSeries(facts))
    expect(left.map(({ kind, first }) => [kind, first])).toContainEqual(['zero-price', 49])
    expect(bars.close[50]).toBeCloseTo(calm().bars.close[50] ?? 0)
  })

  test('a broken bar before a stretch that is off takes the scale that the stretch is brought to', () => {
    const facts = changed(calm(), ({ open, high, low, close }) => {
      for (const column of [open, high, low, close]) {
        for (let i = 1; i < 20; i++) column[i] = (column[i] ?? 0) * 100
      }
      close[0] = (close[0] ?? 0) / 100
      low[0] = close[0] * 0.99
    })
    const { bars } = repairSeries(facts, checkSeries(facts))
    for (let i = 0; i < 23; i++) expect(bars.close[i]).toBeCloseTo(calm().bars.close[i] ?? 0)
    expect(checkSeries({ ...facts, bars })).toEqual([])
  })

  test('undoing a second repair leaves the word of the first', () => {
    const facts = changed(calm(), ({ open, high, low, close }) => {
      for (const column of [open, high, low, close]) {
        for (const i of [40, 70]) column[i] = (column[i] ?? 0) * 100
      }
    })
    const [one, other, ...more] = checkSeries(facts)
    if (!one || !other) throw new Error('two bars are off')
    expect(more).toEqual([])
    const first = repairSeries(facts, [one])
    const second = repairSeries({ ...facts, bars: first.bars }, [other])
    expect(second.bars.issues).toHaveLength(2)
    const undone = undoRepairs(second)
    expect(undone.bars.issues).toEqual(first.bars.issues)
    expect(undone.bars.columns()).toEqual(first.bars.columns())
  })
})

const shared = fileURLToPath(new URL('../../../../../../shared/series/', import.meta.url))
const hasShared = existsSync(shared)
if (!hasShared) console.log('No ../shared/series here: real defects are not looked for in this run.')

function read(path: string) {
  const file = readCsvFile(readFileSync(shared + path, 'utf8'), path)
  const part = file.kind === 'bars' ? file.parts[0] : undefined
  if (!part || !(part.bars.open instanceof Float64Array)) throw new Error(`no bars in ${path}`)
  const { adjustedClose, actions } = part
  const { time, open, high, low, close, volume } = part.bars.columns()
  const numbers = (column: Float64Array | readonly (string | null)[]) => Float64Array.from(column, Number)
  const columns = {
    time,
    open: numbers(open),
    high: numbers(high),
    low: numbers(low),
    close: numbers(close),
    volume: numbers(volume),
  }
  return { bars: new BarSeries(part.bars.facts(), columns), adjustedClose, actions }
}

describe.runIf(hasShared)('real defects', () => {
  const pairs = hasShared
    ? readdirSync(`${shared}repair`).filter((name) =>
        existsSync(`${shared}repair/${name.replace('.csv', '-fixed.csv')}`),
      )
    : []

  test.each(pairs)('%s is flagged, its repair is not', (name) => {
    expect(checkSeries(read(`repair/${name}`)).length).toBeGreaterThan(0)
    expect(checkSeries(read(`repair/${name.replace('.csv', '-fixed.csv')}`))).toEqual([])
  })

  test.each(pairs)('repairing %s gives what was repaired by hand, and can be undone', (name) => {
    const facts = read(`repair/${name}`)
    const byHand = read(`repair/${name.replace('.csv', '-fixed.csv')}`)
    const repaired = repairSeries(facts, checkSeries(facts))
    expect(repaired.left).toEqual([])
    for (let i = 0; i < facts.bars.length; i++) {
      for (const column of ['open', 'high', 'low', 'close'] as const) {
        expect((repaired.bars[column][i] ?? 0) / (byHand.bars[column][i] ?? 1)).toBeCloseTo(1, 4)
      }
      expect((repaired.adjustedClose?.[i] ?? 0) / (byHand.adjustedClose?.[i] ?? 1)).toBeCloseTo(1, 3)
    }
    const undone = undoRepairs(repaired)
    expect(undone.bars.columns()).toEqual(facts.bars.columns())
    expect(undone.bars.issues).toEqual(facts.bars.issues)
    expect([...(undone.adjustedClose ?? [])]).toEqual([...(facts.adjustedClose ?? [])])
    expect(undone.actions).toEqual(facts.actions)
  })

  const clean = hasShared
    ? [
        'repair/EA-15m-no-bad-divs.csv',
        ...readdirSync(shared).filter((name) => /\.csv$/.test(name) && !name.includes('factors')),
      ]
    : []
  test.each(clean)('%s is clean', (name) => {
    expect(checkSeries(read(name))).toEqual([])
  })
})
