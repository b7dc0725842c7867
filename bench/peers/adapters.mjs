import { createRequire } from 'node:module'

/**
 * The same functions with the same parameters, in the way each peer documents, over `number[]` columns.
 * A function that a peer does not have is absent.
 *
 * @typedef {Record<'open' | 'high' | 'low' | 'close' | 'volume', number[]>} Columns
 * @typedef {Record<string, (columns: Columns) => unknown>} Adapter
 */

const require = createRequire(import.meta.url)

/** Feeds a streaming indicator bar by bar and keeps what it says. */
function each(length, next) {
  const out = new Array(length)
  for (let bar = 0; bar < length; bar++) out[bar] = next(bar)
  return out
}

/** `{ values, period }` in, an array out: the form of technicalindicators and what copies it. */
function calculating(peer) {
  const { sma, ema, wma, rsi, macd, bollingerbands, atr, adx, stochastic, cci, mfi, obv, psar } = peer
  const averages = { SimpleMAOscillator: false, SimpleMASignal: false }
  return {
    SMA: ({ close: values }) => sma({ values, period: 30 }),
    EMA: ({ close: values }) => ema({ values, period: 30 }),
    WMA: ({ close: values }) => wma({ values, period: 30 }),
    RSI: ({ close: values }) => rsi({ values, period: 14 }),
    MACD: ({ close: values }) =>
      macd({ values, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, ...averages }),
    BBANDS: ({ close: values }) => bollingerbands({ values, period: 20, stdDev: 2 }),
    ATR: ({ high, low, close }) => atr({ high, low, close, period: 14 }),
    ADX: ({ high, low, close }) => adx({ high, low, close, period: 14 }),
    STOCH: ({ high, low, close }) => stochastic({ high, low, close, period: 14, signalPeriod: 3 }),
    CCI: ({ high, low, close }) => cci({ high, low, close, period: 14 }),
    MFI: ({ high, low, close, volume }) => mfi({ high, low, close, volume, period: 14 }),
    OBV: ({ close, volume }) => obv({ close, volume }),
    SAR: ({ high, low }) => psar({ high, low, step: 0.02, max: 0.2 }),
    STDDEV: ({ close: values }) => peer.sd({ values, period: 20 }),
  }
}

/** @type {Record<string, () => Promise<Adapter>>} */
export const adapters = {
  async technicalindicators() {
    return calculating(require('technicalindicators'))
  },

  async 'fast-technical-indicators'() {
    // Its ESM entry cannot be imported.
    const peer = require('fast-technical-indicators')
    return {
      ...calculating(peer),
      AROON: ({ high, low }) => peer.aroon({ high, low, period: 14 }),
      ULTOSC: ({ high, low, close }) =>
        peer.ultimateoscillator({ high, low, close, period1: 7, period2: 14, period3: 28 }),
    }
  },

  async '@ixjb94/indicators'() {
    const peer = new (require('@ixjb94/indicators').IndicatorsSync)()
    return {
      SMA: ({ close }) => peer.sma(close, 30),
      EMA: ({ close }) => peer.ema(close, 30),
      WMA: ({ close }) => peer.wma(close, 30),
      RSI: ({ close }) => peer.rsi(close, 14),
      MACD: ({ close }) => peer.macd(close, 12, 26, 9),
      BBANDS: ({ close }) => peer.bbands(close, 20, 2),
      ATR: ({ high, low, close }) => peer.atr(high, low, close, 14),
      ADX: ({ high, low }) => peer.adx(high, low, 14),
      STOCH: ({ high, low, close }) => peer.stoch(high, low, close, 14, 3, 3),
      CCI: ({ high, low, close }) => peer.cci(high, low, close, 14),
      MFI: ({ high, low, close, volume }) => peer.mfi(high, low, close, volume, 14),
      OBV: ({ close, volume }) => peer.obv(close, volume),
      SAR: ({ high, low }) => peer.psar(high, low, 0.02, 0.2),
      AROON: ({ high, low }) => peer.aroon(high, low, 14),
      STDDEV: ({ close }) => peer.stddev(close, 20),
      LINEARREG: ({ close }) => peer.linreg(close, 14),
      ULTOSC: ({ high, low, close }) => peer.ultosc(high, low, close, 7, 14, 28),
    }
  },

  async indicatorts() {
    const peer = require('indicatorts')
    return {
      SMA: ({ close }) => peer.sma(close, { period: 30 }),
      EMA: ({ close }) => peer.ema(close, { period: 30 }),
      RSI: ({ close }) => peer.rsi(close, { period: 14 }),
      MACD: ({ close }) => peer.macd(close, { fast: 12, slow: 26, signal: 9 }),
      BBANDS: ({ close }) => peer.bb(close, { period: 20 }),
      ATR: ({ high, low, close }) => peer.atr(high, low, close, { period: 14 }),
      STOCH: ({ high, low, close }) => peer.stoch(high, low, close, { kPeriod: 14, dPeriod: 3 }),
      CCI: ({ high, low, close }) => peer.cci(high, low, close, { period: 14 }),
      MFI: ({ high, low, close, volume }) => peer.mfi(high, low, close, volume, { period: 14 }),
      OBV: ({ close, volume }) => peer.obv(close, volume),
      SAR: ({ high, low, close }) => peer.psar(high, low, close, { step: 0.02, max: 0.2 }),
      AROON: ({ high, low }) => peer.aroon(high, low, { period: 14 }),
      STDDEV: ({ close }) => peer.mstd(close, { period: 20 }),
    }
  },

  async '@debut/indicators'() {
    const peer = require('@debut/indicators')
    const ofClose =
      (create) =>
      ({ close }) => {
        const stream = create()
        return each(close.length, (bar) => stream.nextValue(close[bar]))
      }
    const ofRange =
      (create) =>
      ({ high, low, close }) => {
        const stream = create()
        return each(close.length, (bar) => stream.nextValue(high[bar], low[bar], close[bar]))
      }
    return {
      SMA: ofClose(() => new peer.SMA(30)),
      EMA: ofClose(() => new peer.EMA(30)),
      WMA: ofClose(() => new peer.WMA(30)),
      RSI: ofClose(() => new peer.RSI(14)),
      MACD: ofClose(() => new peer.MACD(12, 26, 9)),
      BBANDS: ofClose(() => new peer.BollingerBands(20, 2)),
      ATR: ofRange(() => new peer.ATR(14)),
      ADX: ofRange(() => new peer.ADX(14)),
      STOCH: ofRange(() => new peer.Stochastic(14, 3)),
      CCI: ofRange(() => new peer.CCI(14)),
      SAR: ofRange(() => new peer.PSAR(0.02, 0.02, 0.2)),
      MFI({ high, low, close, volume }) {
        const stream = new peer.MFI(14)
        return each(close.length, (bar) => stream.nextValue(high[bar], low[bar], close[bar], volume[bar]))
      },
      ULTOSC: ofRange(() => new peer.UltimateOscillator(7, 14, 28)),
    }
  },

  async 'trading-signals'() {
    const peer = await import('trading-signals')
    const ofClose =
      (create) =>
      ({ close }) => {
        const stream = create()
        return each(close.length, (bar) => stream.update(close[bar], false))
      }
    const ofCandle =
      (create) =>
      ({ open, high, low, close, volume }) => {
        const stream = create()
        return each(close.length, (bar) =>
          stream.update(
            { open: open[bar], high: high[bar], low: low[bar], close: close[bar], volume: volume[bar] },
            false,
          ),
        )
      }
    return {
      SMA: ofClose(() => new peer.SMA(30)),
      EMA: ofClose(() => new peer.EMA(30)),
      WMA: ofClose(() => new peer.WMA(30)),
      RSI: ofClose(() => new peer.RSI(14)),
      MACD: ofClose(() => new peer.MACD(new peer.EMA(12), new peer.EMA(26), new peer.EMA(9))),
      BBANDS: ofClose(() => new peer.BollingerBands(20, 2)),
      LINEARREG: ofClose(() => new peer.LinearRegression(14)),
      ATR: ofCandle(() => new peer.ATR(14)),
      ADX: ofCandle(() => new peer.ADX(14)),
      STOCH: ofCandle(() => new peer.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 })),
      CCI: ofCandle(() => new peer.CCI(14)),
      MFI: ofCandle(() => new peer.MFI(14)),
      SAR: ofCandle(() => new peer.PSAR({ accelerationMax: 0.2, accelerationStep: 0.02 })),
      AROON: ofCandle(() => new peer.Aroon(14)),
      ULTOSC: ofCandle(
        () => new peer.UltimateOscillator({ shortPeriod: 7, mediumPeriod: 14, longPeriod: 28 }),
      ),
    }
  },

  async 'ta-math'() {
    const peer = require('ta-math')
    return {
      SMA: ({ close }) => peer.sma(close, 30),
      EMA: ({ close }) => peer.ema(close, 30),
      RSI: ({ close }) => peer.rsi(close, 14),
      MACD: ({ close }) => peer.macd(close, 12, 26, 9),
      BBANDS: ({ close }) => peer.bb(close, 20, 2),
      ATR: ({ high, low, close }) => peer.atr(high, low, close, 14),
      ADX: ({ high, low, close }) => peer.adx(high, low, close, 14),
      STOCH: ({ high, low, close }) => peer.stoch(high, low, close, 14, 3, 3),
      CCI: ({ high, low, close }) => peer.cci(high, low, close, 14),
      MFI: ({ high, low, close, volume }) => peer.mfi(high, low, close, volume, 14),
      OBV: ({ close, volume }) => peer.obv(close, volume),
      SAR: ({ high, low }) => peer.psar(high, low, 0.02, 0.2),
      STDDEV: ({ close }) => peer.stdev(close, 20),
    }
  },

  async 'talib (native)'() {
    const peer = require('talib')
    const execute = (name, columns, options) =>
      peer.execute({ name, startIdx: 0, endIdx: columns.close.length - 1, ...columns, ...options })
    const candles = Object.fromEntries(
      ['CDLDOJI', 'CDLMORNINGSTAR'].map((name) => [
        name,
        (columns) => execute(name, columns, name === 'CDLMORNINGSTAR' ? { optInPenetration: 0.3 } : {}),
      ]),
    )
    // The wasm build has these too, but gives wrong values: it never sets what a doji or a long candle is.
    return { ...taLib(execute), ...candles }
  },

  async 'talib-web (wasm)'() {
    const peer = require('talib-web')
    // Its loader takes a `fetch` for a browser's and asks it for a file.
    const { fetch } = globalThis
    delete globalThis.fetch
    await peer.init()
    globalThis.fetch = fetch
    return taLib((name, columns, options) => {
      const named = Object.entries(options).map(([key, value]) => [
        key.replace(/^optIn(.)/, (_, first) => first.toLowerCase()).replaceAll('_', ''),
        value,
      ])
      return peer[name]({ ...columns, ...Object.fromEntries(named) })
    })
  },
}

/** TA-Lib behind a binding: the conversion of columns is part of the price. */
function taLib(execute) {
  const real = (name, options) => (columns) => execute(name, { ...columns, inReal: columns.close }, options)
  const range = (name, options) => (columns) => execute(name, columns, options)
  return {
    SMA: real('SMA', { optInTimePeriod: 30 }),
    EMA: real('EMA', { optInTimePeriod: 30 }),
    WMA: real('WMA', { optInTimePeriod: 30 }),
    RSI: real('RSI', { optInTimePeriod: 14 }),
    MACD: real('MACD', { optInFastPeriod: 12, optInSlowPeriod: 26, optInSignalPeriod: 9 }),
    BBANDS: real('BBANDS', { optInTimePeriod: 20, optInNbDevUp: 2, optInNbDevDn: 2, optInMAType: 0 }),
    STDDEV: real('STDDEV', { optInTimePeriod: 20, optInNbDev: 1 }),
    LINEARREG: real('LINEARREG', { optInTimePeriod: 14 }),
    HT_DCPERIOD: real('HT_DCPERIOD', {}),
    OBV: real('OBV', {}),
    CORREL: (columns) =>
      execute('CORREL', { ...columns, inReal0: columns.high, inReal1: columns.low }, { optInTimePeriod: 30 }),
    CDLENGULFING: range('CDLENGULFING', {}),
    ATR: range('ATR', { optInTimePeriod: 14 }),
    ADX: range('ADX', { optInTimePeriod: 14 }),
    CCI: range('CCI', { optInTimePeriod: 14 }),
    MFI: range('MFI', { optInTimePeriod: 14 }),
    SAR: range('SAR', { optInAcceleration: 0.02, optInMaximum: 0.2 }),
    AROON: range('AROON', { optInTimePeriod: 14 }),
    ULTOSC: range('ULTOSC', { optInTimePeriod1: 7, optInTimePeriod2: 14, optInTimePeriod3: 28 }),
    STOCH: range('STOCH', {
      optInFastK_Period: 14,
      optInSlowK_Period: 3,
      optInSlowK_MAType: 0,
      optInSlowD_Period: 3,
      optInSlowD_MAType: 0,
    }),
  }
}
