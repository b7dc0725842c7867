import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Columns and numbers in, arrays out. */
export function taMath() {
  const peer = require('ta-math')
  return {
    SMA: ({ close }) => peer.sma(close, 30),
    EMA: ({ close }) => peer.ema(close, 30),
    DEMA: ({ close }) => peer.dema(close, 30),
    TEMA: ({ close }) => peer.tema(close, 30),
    RSI: ({ close }) => peer.rsi(close, 14),
    MACD: ({ close }) => peer.macd(close, 12, 26, 9),
    BBANDS: ({ close }) => peer.bb(close, 20, 2),
    ROC: ({ close }) => peer.roc(close, 10),
    STDDEV: ({ close }) => peer.stdev(close, 20),
    STOCHRSI: ({ close }) => peer.stochRsi(close, 14, 3, 1),
    KST: ({ close }) => peer.kst(close, 10, 15, 20, 30, 10, 10, 10, 15, 9),
    ATR: ({ high, low, close }) => peer.atr(high, low, close, 14),
    ADX: ({ high, low, close }) => peer.adx(high, low, close, 14),
    STOCH: ({ high, low, close }) => peer.stoch(high, low, close, 14, 3, 3),
    WILLR: ({ high, low, close }) => peer.williams(high, low, close, 14),
    CCI: ({ high, low, close }) => peer.cci(high, low, close, 14),
    VORTEX: ({ high, low, close }) => peer.vi(high, low, close, 14),
    KELTNER: ({ high, low, close }) => peer.keltner(high, low, close, 20, 2),
    SAR: ({ high, low }) => peer.psar(high, low, 0.02, 0.2),
    AD: ({ high, low, close, volume }) => peer.adl(high, low, close, volume),
    ADOSC: ({ high, low, close, volume }) => peer.cho(high, low, close, volume, 3, 10),
    MFI: ({ high, low, close, volume }) => peer.mfi(high, low, close, volume, 14),
    OBV: ({ close, volume }) => peer.obv(close, volume),
    EFI: ({ close, volume }) => peer.fi(close, volume, 13),
  }
}
