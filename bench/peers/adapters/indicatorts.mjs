import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Columns and an object of options in, arrays as long out. Not its Ichimoku cloud, whose time grows with the square of the bars. */
export function indicatorTs() {
  const peer = require('indicatorts')
  const rates = { fast: 12, slow: 26, signal: 9 }
  return {
    SMA: ({ close }) => peer.sma(close, { period: 30 }),
    EMA: ({ close }) => peer.ema(close, { period: 30 }),
    RMA: ({ close }) => peer.rma(close, { period: 14 }),
    DEMA: ({ close }) => peer.dema(close, { period: 30 }),
    TEMA: ({ close }) => peer.tema(close, { period: 30 }),
    TRIMA: ({ close }) => peer.trima(close, { period: 30 }),
    VWMA: ({ close, volume }) => peer.vwma(close, volume, { period: 20 }),
    BBANDS: ({ close }) => peer.bb(close, { period: 20 }),
    ACCBANDS: ({ high, low, close }) => peer.ab(high, low, close, { period: 20 }),
    CHANDELIER: ({ high, low, close }) => peer.ce(high, low, close, { period: 22 }),
    SAR: ({ high, low, close }) => peer.psar(high, low, close, { step: 0.02, max: 0.2 }),
    RSI: ({ close }) => peer.rsi(close, { period: 14 }),
    MACD: ({ close }) => peer.macd(close, rates),
    PVO: ({ volume }) => peer.pvo(volume, rates),
    ROC: ({ close }) => peer.roc(close, { period: 10 }),
    TRIX: ({ close }) => peer.trix(close, { period: 30 }),
    STOCH: ({ high, low, close }) => peer.stoch(high, low, close, { kPeriod: 14, dPeriod: 3 }),
    WILLR: ({ high, low, close }) => peer.willr(high, low, close, { period: 14 }),
    CCI: ({ high, low, close }) => peer.cci(high, low, close, { period: 14 }),
    AROON: ({ high, low }) => peer.aroon(high, low, { period: 14 }),
    AO: ({ high, low }) => peer.ao(high, low, { fast: 5, slow: 34 }),
    BOP: ({ open, high, low, close }) => peer.bop(open, high, low, close),
    VORTEX: ({ high, low, close }) => peer.vortex(high, low, close, { period: 14 }),
    MASS: ({ high, low }) => peer.mi(high, low, { emaPeriod: 9, miPeriod: 25 }),
    ULCER: ({ close }) => peer.ui(close, { period: 14 }),
    ATR: ({ high, low, close }) => peer.atr(high, low, close, { period: 14 }),
    TRANGE: ({ high, low, close }) => peer.tr(high, low, close),
    AD: ({ high, low, close, volume }) => peer.ad(high, low, close, volume),
    CMF: ({ high, low, close, volume }) => peer.cmf(high, low, close, volume, { period: 20 }),
    MFI: ({ high, low, close, volume }) => peer.mfi(high, low, close, volume, { period: 14 }),
    OBV: ({ close, volume }) => peer.obv(close, volume),
    NVI: ({ close, volume }) => peer.nvi(close, volume),
    PVT: ({ close, volume }) => peer.vpt(close, volume),
    EFI: ({ close, volume }) => peer.fi(close, volume, { period: 13 }),
    EOM: ({ high, low, volume }) => peer.emv(high, low, volume, { period: 14 }),
    TYPPRICE: ({ high, low, close }) => peer.typprice(high, low, close),
    STDDEV: ({ close }) => peer.mstd(close, { period: 20 }),
    MAX: ({ close }) => peer.mmax(close, { period: 30 }),
    MIN: ({ close }) => peer.mmin(close, { period: 30 }),
    SUM: ({ close }) => peer.msum(close, { period: 30 }),
  }
}
