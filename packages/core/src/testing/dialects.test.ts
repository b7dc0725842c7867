import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  crypto,
  equity,
  future,
  fx,
  type Instrument,
  index,
  option,
  parseInstrument,
} from '../market/index.ts'
import { alpaca } from '../providers/alpaca/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { binance } from '../providers/binance/index.ts'
import { coinbase } from '../providers/coinbase/index.ts'
import { kraken } from '../providers/kraken/index.ts'
import { massive } from '../providers/massive/index.ts'
import { secEdgar } from '../providers/sec-edgar/index.ts'
import { tiingo } from '../providers/tiingo/index.ts'
import { yahoo } from '../providers/yahoo/index.ts'

const apiKey = 'a-key'
const dialects = {
  alpaca: alpaca({ keyId: 'an-id', secretKey: apiKey }),
  'alpha-vantage': alphaVantage({ apiKey }),
  binance: binance(),
  coinbase: coinbase(),
  kraken: kraken(),
  massive: massive({ apiKey }),
  'sec-edgar': secEdgar({ userAgent: 'Tests test@example.com' }),
  tiingo: tiingo({ apiKey }),
  yahoo: yahoo(),
} as const

type Spelling = readonly [provider: keyof typeof dialects, id: string, symbol: string]

const spellings: readonly Spelling[] = [
  ['massive', 'equity:AAPL', 'AAPL'],
  ['alpaca', 'equity:AAPL', 'AAPL'],
  ['alpha-vantage', 'equity:AAPL', 'AAPL'],
  ['sec-edgar', 'equity:AAPL', 'AAPL'],
  ['tiingo', 'equity:AAPL', 'aapl'],
  ['yahoo', 'equity:AAPL', 'AAPL'],
  ['alpaca', 'equity:BRK.B', 'BRK.B'],
  ['massive', 'equity:BRK.B', 'BRK.B'],
  ['yahoo', 'equity:BRK.B', 'BRK-B'],
  ['tiingo', 'equity:BRK.B', 'brk-b'],
  ['sec-edgar', 'equity:BRK.B', 'BRK-B'],
  ['massive', 'crypto:BTC/USD', 'X:BTCUSD'],
  ['yahoo', 'crypto:BTC/USD', 'BTC-USD'],
  ['alpaca', 'crypto:BTC/USD', 'BTC/USD'],
  ['binance', 'crypto:BTC/USDT@BINANCE', 'BTCUSDT'],
  ['coinbase', 'crypto:BTC/USD@COINBASE', 'BTC-USD'],
  ['kraken', 'crypto:BTC/USDT@KRAKEN', 'XBTUSDT'],
  ['tiingo', 'crypto:BTC/USD', 'btcusd'],
  ['alpha-vantage', 'crypto:BTC/USD', 'BTC/USD'],
  ['massive', 'fx:EUR/USD', 'C:EURUSD'],
  ['alpha-vantage', 'fx:EUR/USD', 'EUR/USD'],
  ['yahoo', 'fx:EUR/USD', 'EURUSD=X'],
  ['tiingo', 'fx:EUR/USD', 'eurusd'],
  ['massive', 'index:SPX', 'I:SPX'],
  ['yahoo', 'index:VXAPL', '^VXAPL'],
  ['massive', 'option:AAPL.2023-06-16.C.150', 'O:AAPL230616C00150000'],
  ['yahoo', 'option:AAPL.2022-01-21.C.25', 'AAPL220121C00025000'],
  ['alpaca', 'option:AAPL.2022-01-21.C.25', 'AAPL220121C00025000'],
  ['yahoo', 'future:GC', 'GC=F'],
  ['massive', 'future:ES.2026-12', 'ESZ6'],
  ['yahoo', 'fund:0P000071W8@XTSE', '0P000071W8.TO'],
  ['yahoo', 'equity:OCDO@XLON', 'OCDO.L'],
  ['yahoo', 'equity:AZT@XOSL', 'AZT.OL'],
]

test.each(spellings)('%s spells %s as %s, and reads it back', (name, id, symbol) => {
  const { symbols } = dialects[name]
  expect(symbols.toProvider(parseInstrument(id))).toBe(symbol)
  expect(symbols.fromProvider(symbol)?.id).toBe(id)
})

test.each(['XBT/USD', 'XXBTZUSD', 'XBTUSD', 'BTC/USD'])('Kraken’s %s is one pair', (symbol) => {
  expect(dialects.kraken.symbols.fromProvider(symbol)?.id).toBe('crypto:BTC/USD@KRAKEN')
})

const letters = (min: number, max: number) => fc.stringMatching(new RegExp(`^[A-Z]{${min},${max}}$`))
const date = fc
  .tuple(
    fc.integer({ min: 2024, max: 2029 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const quote = fc.constantFrom('USD', 'EUR', 'USDT', 'USDC', 'BTC', 'GBP')
const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD')
const venue = fc.constantFrom(undefined, 'BINANCE', 'COINBASE', 'KRAKEN')

/** Plain names of every class, and how they come with classes of shares, preferred ones and venues. */
const instruments: fc.Arbitrary<Instrument> = fc.oneof(
  letters(1, 5).map((symbol) => equity(symbol)),
  fc.tuple(letters(1, 4), letters(1, 1)).map(([root, kind]) => equity(`${root}.${kind}`)),
  fc.tuple(letters(1, 4), letters(1, 1)).map(([root, kind]) => equity(`${root}.PR${kind}`)),
  letters(2, 5).map((symbol) => index(symbol)),
  fc
    .tuple(letters(2, 6), quote, venue)
    .filter(([base, other]) => base !== other)
    .map(([base, other, where]) => crypto(base, other, where)),
  fc
    .tuple(currency, currency)
    .filter(([base, other]) => base !== other)
    .map(([base, other]) => fx(base, other)),
  fc.tuple(letters(1, 3), date).map(([root, day]) => future(root, day.slice(0, 7))),
  fc
    .tuple(
      letters(1, 5),
      date,
      fc.constantFrom('C' as const, 'P' as const),
      fc.integer({ min: 1, max: 99_999_999 }),
    )
    .map(([root, day, right, mills]) => option(root, day, right, String(mills / 1000))),
)

describe.each(Object.entries(dialects))('the dialect of %s', (_name, { symbols }) => {
  const { toProvider, fromProvider } = symbols

  test('reads back what it spells, but for the exchange, and spells nothing else alike', () => {
    fc.assert(
      fc.property(instruments, (instrument) => {
        const symbol = toProvider(instrument)
        if (symbol === undefined) return
        const read = fromProvider(symbol)
        expect([symbol, read?.assetClass, read?.symbol]).toEqual([
          symbol,
          instrument.assetClass,
          instrument.symbol,
        ])
        expect(read && toProvider(read)).toBe(symbol)
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  test('whatever text it is given is an instrument that it can spell, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 24 }), fc.stringMatching(/^[A-Z0-9.:^=/-]{1,22}$/)),
        (text) => {
          const read = fromProvider(text)
          if (read) expect(parseInstrument(read.id)).toEqual(read)
        },
      ),
      { numRuns: 2000, seed: 7 },
    )
  })
})
