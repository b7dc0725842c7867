import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { StarkMatterError } from '../../errors/index.ts'
import type { Adjustment, Interval, NumericMode } from '../../market/index.ts'
import { describeProvider, loadProvider } from '../../testing/index.ts'
import { type CsvOptions, csv } from './csv.ts'
import { describeCsvFolder, readCsvFolder } from './folder.ts'
import { readCsvFile } from './read-file.ts'
import { testFiles } from './test-files.ts'

describeProvider('csv', { create: () => csv({ folder: 'data' }), answers: {} })

type Ask = {
  interval?: Interval
  adjustment?: Adjustment
  numeric?: NumericMode
  start?: number
  end?: number
  extendedHours?: boolean
}

async function open(texts: Record<string, string>, options: Partial<CsvOptions> = {}) {
  const provider = await loadProvider(csv({ folder: 'data', ...options }))
  const context = { now: 7, files: testFiles(texts), signal: new AbortController().signal }
  return {
    provider,
    context,
    bars(symbol: string, ask: Ask = {}) {
      const instrument = provider.symbols.fromProvider(symbol)
      const query = {
        instrument,
        symbol: instrument.id,
        now: 7,
        interval: '1d',
        adjustment: 'raw',
        numeric: 'number',
        start: 0,
        end: 4e12,
        extendedHours: false,
        ...ask,
      } as const
      return provider.getBars.answer(query, context)
    },
  }
}

function onlyPart(text: string, path = 'AAPL.csv', options = {}) {
  const file = readCsvFile(text, path, options)
  const part = file.kind === 'bars' ? file.parts[0] : undefined
  if (!part) throw new Error('expected bars')
  return part.bars
}

const daily = 'Date,Open,High,Low,Close,Volume\n2020-01-02,1,2,0.5,1.5,10\n2020-01-03,1.5,3,1,2,20\n'

function error(text: string, path = 'AAPL.csv') {
  try {
    readCsvFile(text, path)
  } catch (thrown) {
    if (StarkMatterError.is(thrown)) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}

test('a daily file becomes bars at midnight of the exchange, with its dates', () => {
  const bars = onlyPart(daily, 'AAPL-daily.csv')
  expect(bars.interval).toBe('1d')
  expect(bars.timeZone).toBe('America/New_York')
  expect(bars.at(0)).toEqual({
    time: Date.UTC(2020, 0, 2, 5),
    date: '2020-01-02',
    open: 1,
    high: 2,
    low: 0.5,
    close: 1.5,
    volume: 10,
    closed: true,
  })
})

test.each([
  [
    'semicolons and decimal commas',
    'time;open;high;low;close;volume\n02.01.2020;1,0;2,0;0,5;1,5;10\n13.01.2020;1,5;3;1;2;20\n',
  ],
  [
    'German names, and thousands beside decimal commas',
    'Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n02.01.2020;1,00;2,00;0,50;1,50;10\n13.01.2020;1,50;3;1;2;20\n',
  ],
  [
    'an index without a name',
    ',Open,High,Low,Close,Volume\n2020-01-02,1,2,0.5,1.5,10\n2020-01-13,1.5,3,1,2,20\n',
  ],
  [
    'dollar signs and quotes',
    'Date,Close/Last,Volume,Open,High,Low\n01/13/2020,$2.00,"20",$1.50,$3.00,$1.00\n01/02/2020,$1.50,10,$1.00,$2.00,$0.50\n',
  ],
  ['tabs', 'Time\tO\tH\tL\tC\tV\n2020-01-02\t1\t2\t0.5\t1.5\t10\n2020-01-13\t1.5\t3\t1\t2\t20\n'],
  [
    'quotes and a ticker',
    '"Ticker","Date","Close","Open","High","Low","Vol."\n"AAPL","Jan 02, 2020","1.5","1","2","0.5","10"\n"AAPL","Jan 13, 2020","2","1.5","3","1","20"\n',
  ],
  ['no header', '2020-01-02,1,2,0.5,1.5,10\n2020-01-13,1.5,3,1,2,20\n'],
  ['compact dates without a header', '20200102,1,2,0.5,1.5,10\n20200113,1.5,3,1,2,20\n'],
  [
    'angle brackets, date and time',
    '<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL>\n2020.01.02,00:00:00,1,2,0.5,1.5,10\n2020.01.13,00:00:00,1.5,3,1,2,20\n',
  ],
  ['new rows first', 'date,open,high,low,close,volume\n01/13/2020,1.5,3,1,2,20\n01/02/2020,1,2,0.5,1.5,10\n'],
  [
    'a byte order mark and CR LF',
    '\uFEFFdate,open,high,low,close,volume\r\n2020-01-02,1,2,0.5,1.5,10\r\n2020-01-13,1.5,3,1,2,20\r\n',
  ],
  [
    'a line of talk above the header',
    'https://www.example.com\nunix,date,symbol,open,high,low,close,Volume USD\n1577923200,2020-01-02,AAPL,1,2,0.5,1.5,10\n1578873600,2020-01-13,AAPL,1.5,3,1,2,20\n',
  ],
])('%s make the same bars', (_, text) => {
  const bars = onlyPart(text, 'AAPL-1d.csv')
  expect(
    [...bars].map(({ date, open, high, low, close, volume }) => [date, open, high, low, close, volume]),
  ).toEqual([
    ['2020-01-02', 1, 2, 0.5, 1.5, 10],
    ['2020-01-13', 1.5, 3, 1, 2, 20],
  ])
})

test('thousands are told from decimals by the whole file', () => {
  const bars = onlyPart('Datum;Schluss;Volumen\n02.01.2020;1,5;1.000\n03.01.2020;2,25;12.500\n', 'SAP.csv')
  expect([...bars.close]).toEqual([1.5, 2.25])
  expect([...bars.volume]).toEqual([1000, 12_500])
})

test('wall clocks are read in the given zone, across the change of the clocks', () => {
  const bars = onlyPart(
    'time,open,high,low,close\n2024-03-08 09:30,1,1,1,1\n2024-03-11 09:30,1,1,1,1\n',
    'X-1m.csv',
    {
      timeZone: 'America/New_York',
    },
  )
  expect([...bars.time]).toEqual([Date.UTC(2024, 2, 8, 14, 30), Date.UTC(2024, 2, 11, 13, 30)])
})

test('stated offsets name the zone', () => {
  const rows = [
    '2022-01-03 00:00:00+01:00,1,1,1,1',
    '2022-01-04 00:00:00+01:00,1,1,1,1',
    '2022-06-01 00:00:00+02:00,1,1,1,1',
  ]
  const bars = onlyPart(`Date,Open,High,Low,Close\n${rows.join('\n')}`, 'SAP-DE.csv')
  expect(bars.timeZone).toBe('Europe/Berlin')
  expect(bars.at(0)?.date).toBe('2022-01-03')
})

test('a row that cannot be read is left out and reported with its line', () => {
  const bars = onlyPart(
    `${daily}2020-01-06,1,x,1,1,1\nnonsense\n2020-01-07,null,null,null,null,null\n2020-01-08,1,2,1,2,\n`,
  )
  expect(bars.length).toBe(3)
  expect(bars.issues.map(({ kind, where }) => [kind, where])).toEqual([
    ['bad-row', 'AAPL.csv:4'],
    ['bad-row', 'AAPL.csv:5'],
    ['null-row', 'AAPL.csv:6'],
  ])
  expect(bars.gaps[0]?.reason).toBe('null-row')
  expect(bars.at(2)?.volume).toBeNull()
})

test('a second bar of one time and a bar out of order are left out and reported', () => {
  const rows = Array.from({ length: 9 }, (_, day) => `2020-02-0${day + 1},1,1,1,1,1`)
  const bars = onlyPart(
    `date,open,high,low,close,volume\n${rows.join('\n')}\n2020-02-09,9,9,9,9,9\n2020-01-15,1,1,1,1,1\n2020-02-10,1,1,1,1,1\n`,
  )
  expect(bars.length).toBe(10)
  expect(bars.issues.map(({ kind, where }) => [kind, where])).toEqual([
    ['duplicate-bar', 'AAPL.csv:11'],
    ['unordered-bar', 'AAPL.csv:12'],
  ])
})

test.each([
  ['an empty file', '', 'AAPL.csv:1'],
  ['a binary file', '\0\u0001\u0002PK\0\0', 'AAPL.csv:1'],
  ['a table of something else', 'name,age\nAnn,3\n', 'AAPL.csv:1'],
  ['a header without rows', 'date,open,high,low,close\n', 'AAPL.csv:2'],
  ['a page of markup', '<html><body>moved</body></html>', 'AAPL.csv:1'],
  ['one endless line', `date,close\n${'1'.repeat(70_000)}`, 'AAPL.csv:2'],
  [
    'rows in no order',
    `date,close\n${['05', '01', '04', '02', '08', '03', '07', '01', '06', '02'].map((day) => `2020-01-${day},1`).join('\n')}`,
    'AAPL.csv:2',
  ],
])('%s is refused with file and line', (_, text, path) => {
  expect(error(text)).toMatchObject({ code: 'VALIDATION', provider: 'csv', path })
})

test('exact mode keeps every digit of the file', async () => {
  const texts = {
    'BTCUSDT-binance-1d.csv':
      'time,open,high,low,close,volume\n2019-01-01,3701.23000000,3810.16000000,3642.00000000,3797.14000000,23741.68703300\n2019-01-02,1,1,1,1,1\n',
  }
  const bars = await (await open(texts)).bars('BTC/USDT', { numeric: 'string' })
  expect(bars.at(0)).toMatchObject({ open: '3701.23000000', volume: '23741.68703300' })
})

test('files of one series are joined in order, and what two have counts once', async () => {
  const texts = {
    'AAPL-1d-2019.csv': 'date,open,high,low,close\n2019-12-30,1,1,1,1\n2019-12-31,2,2,2,2\n',
    'AAPL-1d-2020.csv': 'date,open,high,low,close\n2019-12-31,9,9,9,9\n2020-01-02,3,3,3,3\n',
  }
  const bars = await (await open(texts)).bars('AAPL')
  expect([...bars.close]).toEqual([1, 2, 3])
  expect(bars.issues.map((issue) => issue.where)).toEqual(['AAPL-1d-2020.csv'])
})

test('longer bars are built of shorter ones, days of the regular session', async () => {
  const minute = (time: string, price: number) =>
    `2024-07-01T${time}:00Z,${price},${price},${price},${price},1`
  const text = `time,open,high,low,close,volume\n${[minute('12:00', 9), minute('13:30', 1), minute('13:31', 2), minute('19:59', 3), minute('20:00', 9)].join('\n')}`
  const { bars } = await open({ 'AAPL-1m.csv': text })
  expect((await bars('AAPL')).at(0)).toMatchObject({
    date: '2024-07-01',
    open: 1,
    high: 3,
    low: 1,
    close: 3,
    volume: 3,
  })
  expect((await bars('AAPL', { extendedHours: true })).at(0)).toMatchObject({ open: 9, volume: 5 })
  expect((await bars('AAPL', { interval: '1h' })).length).toBe(4)
})

test('hours keep apart in the night that has one of them twice', async () => {
  const text =
    'time,open,high,low,close,volume\n2024-11-03T05:30:00Z,1,1,1,1,1\n2024-11-03T05:31:00Z,1,1,1,1,1\n2024-11-03T06:30:00Z,1,1,1,1,1\n2024-11-03T06:31:00Z,1,1,1,1,1\n'
  const bars = await (await open({ 'EURUSD-1m.csv': text })).bars('EUR/USD', { interval: '1h' })
  expect([...bars.time]).toEqual([Date.UTC(2024, 10, 3, 5), Date.UTC(2024, 10, 3, 6)])
})

const factors =
  'date,priceFactor,splitFactor,referencePrice\n2020-01-02,0.9,0.25,400\n2020-01-03,1,0.25,402\n2050-12-31,1,1,0\n'
const raw =
  'date,open,high,low,close,volume\n2020-01-02,400,400,400,400,10\n2020-01-03,402,402,402,402,10\n2020-01-06,101,101,101,101,40\n'

test('a factor file adjusts raw prices on request', async () => {
  const { bars } = await open({ 'AAPL-1d.csv': raw, 'AAPL-factors.csv': factors })
  expect([...(await bars('AAPL')).close]).toEqual([400, 402, 101])
  expect([...(await bars('AAPL', { adjustment: 'splits' })).close]).toEqual([100, 100.5, 101])
  const both = await bars('AAPL', { adjustment: 'splits+dividends' })
  expect([...both.close]).toEqual([90, 100.5, 101])
  expect([...both.volume]).toEqual([40, 40, 40])
  expect(both.adjustment).toBe('splits+dividends')
})

test('restated prices have no noise behind their last digit, and what no factor changes keeps all of its own', async () => {
  const { bars } = await open({
    'AAPL-1d.csv':
      'date,open,high,low,close,volume\n2014-06-05,645.57,1234567.89,0.000123456,645.57,3\n2014-06-09,92.12345678901235,93,92,92.5,7\n',
    'AAPL-factors.csv': 'date,priceFactor,splitFactor\n2014-06-06,0.9011818,0.0357143\n2050-12-31,1,1\n',
  })
  const [before, after] = await bars('AAPL', { adjustment: 'splits+dividends' })
  expect(before).toMatchObject({ open: 20.777720262, high: 39734.6627986, low: 3.97344088583e-6 })
  expect(after).toMatchObject({ open: 92.12345678901235, volume: 7 })
})

test('splits and dividends follow from a factor file', async () => {
  const { provider, context } = await open({ 'AAPL-1d.csv': raw, 'AAPL-factors.csv': factors })
  const instrument = provider.symbols.fromProvider('AAPL')
  const { actions } = await provider.getCorporateActions.answer(
    { instrument, symbol: 'AAPL', now: 7, start: 0, end: 4e12 },
    context,
  )
  expect(actions).toEqual([
    { type: 'dividend', date: '2020-01-03', amount: 40, currency: null },
    { type: 'split', date: '2020-01-06', numerator: 4, denominator: 1 },
  ])
})

test('without factors an adjustment is refused with the way out', async () => {
  await expect(
    (await open({ 'AAPL-1d.csv': raw })).bars('AAPL', { adjustment: 'splits' }),
  ).rejects.toMatchObject({
    code: 'UNSUPPORTED',
  })
})

test('an adjusted close adjusts the whole bar', async () => {
  const text =
    'Date,Open,High,Low,Close,Adj Close,Volume\n2020-01-02,10,12,8,10,9,100\n2020-01-03,10,10,10,10,10,100\n'
  const bars = await (await open({ 'AAPL.csv': text })).bars('AAPL', { adjustment: 'splits+dividends' })
  expect(bars.at(0)).toMatchObject({ open: 9, high: 10.8, low: 7.2, close: 9, volume: 100 })
})

test('an unknown symbol, an interval that cannot be made and an empty range each have their code', async () => {
  const { bars } = await open({ 'AAPL-1d.csv': raw })
  await expect(bars('MSFT')).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  await expect(bars('AAPL', { interval: '1m' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  await expect(bars('AAPL', { start: Date.UTC(2021, 0) })).rejects.toMatchObject({ code: 'NO_DATA' })
})

test('the last bar is the quote, with the change since the day before', async () => {
  const { provider, context } = await open({ 'AAPL-1d.csv': raw })
  const instruments = [provider.symbols.fromProvider('AAPL'), provider.symbols.fromProvider('MSFT')]
  const quotes = await provider.getQuotes.answer(
    { instruments, symbols: [], now: 7, numeric: 'number' },
    context,
  )
  expect(quotes).toMatchObject([{ last: 101, previousClose: 402, change: -301, simulated: false }])
})

test('a ticker column holds several instruments', async () => {
  const text =
    'ticker,date,open,high,low,close\nAAA,2020-01-02,1,1,1,1\nBBB,2020-01-02,2,2,2,2\nAAA,2020-01-03,3,3,3,3\nBBB,2020-01-03,4,4,4,4\n'
  const { bars, provider, context } = await open({ 'prices.csv': text })
  expect([...(await bars('BBB')).close]).toEqual([2, 4])
  const found = await provider.searchSymbols.answer({ text: 'aa', limit: 5, now: 7 }, context)
  expect(found.map((match) => match.instrument.id)).toEqual(['equity:AAA'])
})

test('reading a folder tells of every file, and goes on behind a malformed one', async () => {
  const files = testFiles({
    'AAPL.csv': daily,
    'BAD.csv': 'what is this\n',
    'notes.md': '# no table',
    'AAPL-factors.csv': factors,
  })
  const seen: string[] = []
  for await (const { kind, progress } of readCsvFolder('data', files))
    seen.push(`${progress.file}/${progress.files} ${progress.path} ${kind}`)
  expect(seen).toEqual(['1/3 AAPL-factors.csv factors', '2/3 AAPL.csv bars', '3/3 BAD.csv failed'])
  const described = await describeCsvFolder('data', files)
  expect(described.series.map(({ instrument, interval, rows }) => [instrument.id, interval, rows])).toEqual([
    ['equity:AAPL', '1d', 2],
  ])
})

test('no text at all makes anything but bars or a typed error', () => {
  const cell = fc.oneof(
    fc.constantFrom('2020-01-02', 'null', '', '1.5', '"', 'date', 'close', '1e9', '-', '\0'),
    fc.string({ maxLength: 8 }),
  )
  const table = fc
    .array(
      fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(',')),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(
      fc.oneof(
        table,
        table.map((text) => `date,open,high,low,close\n${text}`),
      ),
      (text) => {
        try {
          const file = readCsvFile(text, 'AAPL-1d.csv')
          if (file.kind === 'bars') for (const { bars } of file.parts) expect(bars.length).toBeGreaterThan(0)
        } catch (thrown) {
          expect(StarkMatterError.is(thrown)).toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('rows survive being written as CSV, in either order of time', () => {
  const price = fc.integer({ min: 1, max: 1e9 }).map((units) => units / 1e4)
  fc.assert(
    fc.property(fc.array(price, { minLength: 3, maxLength: 60 }), fc.boolean(), (prices, reversed) => {
      const rows = prices.map(
        (close, index) => `${1_577_836_800 + index * 60},${close},${close},${close},${close},${index}`,
      )
      const bars = onlyPart(
        `time,open,high,low,close,volume\n${(reversed ? rows.toReversed() : rows).join('\n')}`,
      )
      expect([...bars.close]).toEqual(prices)
      expect(bars.interval).toBe('1m')
      expect(bars.issues).toEqual([])
    }),
  )
})

const shared = fileURLToPath(new URL('../../../../../../shared/series/', import.meta.url))
const hasShared = existsSync(shared)
if (!hasShared) console.log('No ../shared/series here: real files are not read in this run.')

test.runIf(hasShared)('every real file is read whole', () => {
  for (const path of readdirSync(shared).filter((name) => name.endsWith('.csv'))) {
    const text = readFileSync(shared + path, 'utf8')
    const file = readCsvFile(text, path)
    const rows = text.trim().split('\n').length - 1
    if (file.kind === 'factors') expect(file.rows).toHaveLength(rows)
    else expect([path, file.parts[0]?.bars.length]).toEqual([path, rows])
  }
})

test('asked for the newest bars, a folder that ended years ago answers with its last ones', async () => {
  const client = createClient({
    providers: [csv({ folder: 'data' })],
    files: testFiles({ 'AAPL-1d.csv': `${daily}2020-01-06,2,4,1.5,3,30\n` }),
  })
  const ask = { symbol: 'AAPL', interval: '1d' } as const
  expect([...(await client.getBars(ask)).close]).toEqual([1.5, 2, 3])
  expect([...(await client.getBars({ ...ask, limit: 2 })).close]).toEqual([2, 3])
  expect([...(await client.getBars({ ...ask, limit: 1, end: '2020-01-03' })).close]).toEqual([2])
  await expect(client.getBars({ ...ask, start: '2024-01-02' })).rejects.toMatchObject({ code: 'NO_DATA' })
})
