import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** `{ values, period }` in, an array out: the form of technicalindicators and what copies it. */
function calculating(peer) {
  const averages = { SimpleMAOscillator: false, SimpleMASignal: false }
  const rates = { ROCPer1: 10, ROCPer2: 15, ROCPer3: 20, ROCPer4: 30 }
  const smoothings = { SMAROCPer1: 10, SMAROCPer2: 10, SMAROCPer3: 10, SMAROCPer4: 15, signalPeriod: 9 }
  const channel = { maPeriod: 20, atrPeriod: 10, useSMA: false, multiplier: 2 }
  const spans = { conversionPeriod: 9, basePeriod: 26, spanPeriod: 52, displacement: 26 }
  const strength = { rsiPeriod: 14, stochasticPeriod: 5, kPeriod: 1, dPeriod: 3 }
  return {
    SMA: ({ close: values }) => peer.sma({ values, period: 30 }),
    EMA: ({ close: values }) => peer.ema({ values, period: 30 }),
    WMA: ({ close: values }) => peer.wma({ values, period: 30 }),
    RMA: ({ close: values }) => peer.wema({ values, period: 14 }),
    MAX: ({ close: values }) => peer.highest({ values, period: 30 }),
    MIN: ({ close: values }) => peer.lowest({ values, period: 30 }),
    SUM: ({ close: values }) => peer.sum({ values, period: 30 }),
    STDDEV: ({ close: values }) => peer.sd({ values, period: 20 }),
    BBANDS: ({ close: values }) => peer.bollingerbands({ values, period: 20, stdDev: 2 }),
    RSI: ({ close: values }) => peer.rsi({ values, period: 14 }),
    STOCHRSI: ({ close: values }) => peer.stochasticrsi({ values, ...strength }),
    MACD: ({ close: values }) =>
      peer.macd({ values, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, ...averages }),
    ROC: ({ close: values }) => peer.roc({ values, period: 10 }),
    TRIX: ({ close: values }) => peer.trix({ values, period: 30 }),
    KST: ({ close: values }) => peer.kst({ values, ...rates, ...smoothings }),
    ATR: ({ high, low, close }) => peer.atr({ high, low, close, period: 14 }),
    TRANGE: ({ high, low, close }) => peer.truerange({ high, low, close }),
    ADX: ({ high, low, close }) => peer.adx({ high, low, close, period: 14 }),
    STOCH: ({ high, low, close }) => peer.stochastic({ high, low, close, period: 14, signalPeriod: 3 }),
    WILLR: ({ high, low, close }) => peer.williamsr({ high, low, close, period: 14 }),
    CCI: ({ high, low, close }) => peer.cci({ high, low, close, period: 14 }),
    SAR: ({ high, low }) => peer.psar({ high, low, step: 0.02, max: 0.2 }),
    AO: ({ high, low }) => peer.awesomeoscillator({ high, low, fastPeriod: 5, slowPeriod: 34 }),
    KELTNER: ({ high, low, close }) => peer.keltnerchannels({ high, low, close, ...channel }),
    ICHIMOKU: ({ high, low }) => peer.ichimokucloud({ high, low, ...spans }),
    AD: ({ high, low, close, volume }) => peer.adl({ high, low, close, volume }),
    MFI: ({ high, low, close, volume }) => peer.mfi({ high, low, close, volume, period: 14 }),
    OBV: ({ close, volume }) => peer.obv({ close, volume }),
    EFI: ({ close, volume }) => peer.forceindex({ close, volume, period: 13 }),
  }
}

export function technicalIndicators() {
  const peer = require('technicalindicators')
  return {
    ...calculating(peer),
    // The other gives nothing.
    CHANDELIER: ({ high, low, close }) =>
      peer.chandelierexit({ high, low, close, period: 22, multiplier: 3 }),
    HEIKIN_ASHI: (columns) => peer.heikinashi({ ...columns, timestamp: columns.close }),
  }
}

export function fastTechnicalIndicators() {
  // Its ESM entry cannot be imported.
  const peer = require('fast-technical-indicators')
  return {
    ...calculating(peer),
    LINEARREG: ({ close: values }) => peer.linearregression({ values, period: 14 }),
    AROON: ({ high, low }) => peer.aroon({ high, low, period: 14 }),
    AROONOSC: ({ high, low }) => peer.aroonoscillator({ high, low, period: 14 }),
    PLUS_DM: ({ high, low }) => peer.plusdm({ high, low, period: 14 }),
    MINUS_DM: ({ high, low }) => peer.minusdm({ high, low, period: 14 }),
    DONCHIAN: ({ high, low }) => peer.donchianchannels({ high, low, period: 20 }),
    TYPPRICE: ({ high, low, close }) => peer.typicalprice({ high, low, close }),
    SUPERTREND: ({ high, low, close }) => peer.supertrend({ high, low, close, period: 10, multiplier: 3 }),
    ULTOSC: ({ high, low, close }) =>
      peer.ultimateoscillator({ high, low, close, period1: 7, period2: 14, period3: 28 }),
  }
}
