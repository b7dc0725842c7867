import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadRequestError } from '../errors/index.ts'
import type { Instrument } from './instrument.ts'
import { crypto, equity, formatInstrument, fund, future, fx, index, option, perp } from './instrument-make.ts'
import { formatOptionSymbol, parseOptionSymbol } from './instrument-option-symbol.ts'
import { parseInstrument, readInstrument } from './instrument-parse.ts'
import { listingSuffixes } from './instrument-suffix.ts'

test.each([
  ['AAPL', 'equity:AAPL'],
  ['aapl', 'equity:AAPL'],
  [' MSFT ', 'equity:MSFT'],
  ['BRK.B', 'equity:BRK.B'],
  ['BRK-B', 'equity:BRK.B'],
  ['brk.b', 'equity:BRK.B'],
  ['BAC-PL', 'equity:BAC.PRL'],
  ['BACpL', 'equity:BAC.PRL'],
  ['AAPL@XNAS', 'equity:AAPL@XNAS'],
  ['OCDO.L', 'equity:OCDO@XLON'],
  ['AZT.OL', 'equity:AZT@XOSL'],
  ['7203.T', 'equity:7203@XTKS'],
  ['0700.HK', 'equity:0700@XHKG'],
  ['WSU.DE', 'equity:WSU@XETR'],
  ['NOVO-B.CO', 'equity:NOVO-B@XCSE'],
  ['0P000071W8.TO', 'fund:0P000071W8@XTSE'],
  ['BTC-USD', 'crypto:BTC/USD'],
  ['BTC/USD', 'crypto:BTC/USD'],
  ['BTC/USDT', 'crypto:BTC/USDT'],
  ['BTCUSDT', 'crypto:BTC/USDT'],
  ['btcusd', 'crypto:BTC/USD'],
  ['ETHBTC', 'crypto:ETH/BTC'],
  ['X:BTCUSD', 'crypto:BTC/USD'],
  ['EUR/USD', 'fx:EUR/USD'],
  ['EURUSD', 'fx:EUR/USD'],
  ['EURUSD=X', 'fx:EUR/USD'],
  ['JPY=X', 'fx:USD/JPY'],
  ['C:EURUSD', 'fx:EUR/USD'],
  ['BTC/USDT:USDT', 'perp:BTC/USDT:USDT'],
  ['^GSPC', 'index:SPX'],
  ['^VXAPL', 'index:VXAPL'],
  ['I:SPX', 'index:SPX'],
  ['GC=F', 'future:GC'],
  ['O:AAPL230616C00150000', 'option:AAPL.2023-06-16.C.150'],
  ['AAPL220121C00025000', 'option:AAPL.2022-01-21.C.25'],
  ['SPXW  240119P04712500', 'option:SPXW.2024-01-19.P.4712.5'],
  ['equity:BRK.B@XNYS', 'equity:BRK.B@XNYS'],
  ['crypto:BTC/USDT@BINANCE', 'crypto:BTC/USDT@BINANCE'],
  ['future:ES.2026-12@XCME', 'future:ES.2026-12@XCME'],
  ['option:AAPL.2026-12-18.C.150', 'option:AAPL.2026-12-18.C.150'],
  ['option:BRK.B.2026-12-18.P.412.50', 'option:BRK.B.2026-12-18.P.412.5'],
])('%s is %s, for certain', (text, id) => {
  expect(readInstrument(text)).toMatchObject({ instrument: { id }, confidence: 'certain' })
})

test.each([
  ['PEPEUSDC', 'crypto:PEPE/USDC'],
  ['WIFUSDT', 'crypto:WIF/USDT'],
  ['ABC.XYZ', 'equity:ABC.XYZ'],
  ['LONGNAME', 'equity:LONGNAME'],
])('%s is only guessed to be %s', (text, id) => {
  const { instrument, confidence } = readInstrument(text)
  expect(instrument.id).toBe(id)
  // PEPE is a coin that everybody knows; the others are names that somebody may use for something else.
  expect(confidence).toBe(text === 'PEPEUSDC' ? 'certain' : 'guess')
})

test.each([
  '',
  'what is this',
  'equity:',
  'equity:A B',
  'crypto:BTC',
  'option:AAPL.2026-13-01.C.1',
  'a@b@c',
  '💥',
])('%j is refused with the known forms', (text) => {
  expect(() => parseInstrument(text)).toThrow(BadRequestError)
  expect(() => parseInstrument(text)).toThrow(/AAPL, BRK\.B, OCDO\.L, BTC-USD/)
})

const symbol = fc.stringMatching(/^[A-Z0-9][A-Z0-9.]{0,7}$/)
const currency = fc.stringMatching(/^[A-Z0-9]{2,6}$/)
const venue = fc.option(fc.stringMatching(/^[A-Z]{4,8}$/), { nil: undefined })
const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}`)
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([text, number]) => `${text}-${String(number).padStart(2, '0')}`)
const strike = fc.integer({ min: 1, max: 99_999_999 }).map((thousandths) => String(thousandths / 1000))
const right = fc.constantFrom('C' as const, 'P' as const)
const instrument: fc.Arbitrary<Instrument> = fc.oneof(
  fc.tuple(symbol, venue).map(([name, where]) => equity(name, where)),
  fc.tuple(symbol, venue).map(([name, where]) => fund(name, where)),
  fc.tuple(symbol, venue).map(([name, where]) => index(name, where)),
  fc.tuple(currency, currency, venue).map(([base, quote, where]) => crypto(base, quote, where)),
  fc.tuple(currency, currency, venue).map(([base, quote, where]) => fx(base, quote, where)),
  fc.tuple(currency, currency, venue, fc.option(currency, { nil: undefined })).map((parts) => perp(...parts)),
  fc
    .tuple(currency, fc.option(fc.oneof(month, day), { nil: undefined }), venue)
    .map((parts) => future(...parts)),
  fc.tuple(symbol, day, right, strike, venue).map((parts) => option(...parts)),
)

test('the canonical text of every instrument reads back as that instrument', () => {
  fc.assert(
    fc.property(instrument, (one) => {
      expect(parseInstrument(one.id)).toEqual(one)
      expect(formatInstrument(one)).toBe(one.id)
      expect(readInstrument(one.id).confidence).toBe('certain')
    }),
  )
})

test('any text is an instrument or a refusal that says so', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      try {
        const read = parseInstrument(text)
        expect(parseInstrument(read.id)).toEqual(read)
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter: 'symbol' })
      }
    }),
  )
})

test('an option symbol reads back as the same option', () => {
  const underlying = fc.stringMatching(/^[A-Z]{1,6}$/)
  fc.assert(
    fc.property(underlying, day, right, strike, (...parts) => {
      const one = option(...parts)
      expect(parseOptionSymbol(formatOptionSymbol(one) ?? '')).toEqual(one)
    }),
  )
})

test('a strike finer than a tenth of a cent has no option symbol', () => {
  expect(formatOptionSymbol(option('AAPL', '2026-12-18', 'C', '1.0005'))).toBeUndefined()
})

test('every listing suffix names an exchange of its own', () => {
  const exchanges = Object.values(listingSuffixes)
  expect(new Set(exchanges).size).toBe(exchanges.length)
  for (const mic of exchanges) expect(mic).toMatch(/^[A-Z]{4}$/)
})
