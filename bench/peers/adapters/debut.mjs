import { createRequire } from 'node:module'
import { each } from './each.mjs'

const require = createRequire(import.meta.url)

/** Streams with `nextValue`, fed bar by bar. */
export function debut() {
  const peer = require('@debut/indicators')
  const feed = (names, create) => (columns) => {
    const stream = create()
    const [a, b, c, d] = names.map((name) => columns[name])
    const { length } = a
    switch (names.length) {
      case 1:
        return each(length, (bar) => stream.nextValue(a[bar]))
      case 2:
        return each(length, (bar) => stream.nextValue(a[bar], b[bar]))
      case 3:
        return each(length, (bar) => stream.nextValue(a[bar], b[bar], c[bar]))
      default:
        return each(length, (bar) => stream.nextValue(a[bar], b[bar], c[bar], d[bar]))
    }
  }
  const ofClose = (create) => feed(['close'], create)
  const ofHighLow = (create) => feed(['high', 'low'], create)
  const ofRange = (create) => feed(['high', 'low', 'close'], create)
  const ofVolume = (create) => feed(['high', 'low', 'close', 'volume'], create)
  return {
    SMA: ofClose(() => new peer.SMA(30)),
    EMA: ofClose(() => new peer.EMA(30)),
    WMA: ofClose(() => new peer.WMA(30)),
    RMA: ofClose(() => new peer.RMA(14)),
    TEMA: ofClose(() => new peer.TEMA(30)),
    RSI: ofClose(() => new peer.RSI(14)),
    ROC: ofClose(() => new peer.ROC(10)),
    TRIX: ofClose(() => new peer.TRIX(30)),
    MACD: ofClose(() => new peer.MACD(12, 26, 9)),
    CRSI: ofClose(() => new peer.cRSI(3, 2, 100)),
    BBANDS: ofClose(() => new peer.BollingerBands(20, 2)),
    AO: ofHighLow(() => new peer.AO(5, 34)),
    AC: ofHighLow(() => new peer.AC()),
    DONCHIAN: ofHighLow(() => new peer.DC(20)),
    CORREL: ofHighLow(() => new peer.Correlation(30)),
    ATR: ofRange(() => new peer.ATR(14)),
    ADX: ofRange(() => new peer.ADX(14)),
    STOCH: ofRange(() => new peer.Stochastic(14, 3)),
    CCI: ofRange(() => new peer.CCI(14)),
    SAR: ofRange(() => new peer.PSAR(0.02, 0.02, 0.2)),
    ULTOSC: ofRange(() => new peer.UltimateOscillator(7, 14, 28)),
    SUPERTREND: ofRange(() => new peer.SuperTrend(10, 3)),
    ELDER_RAY: ofRange(() => new peer.ElderRay(13)),
    ICHIMOKU: ofRange(() => new peer.Ichimoku(9, 26, 52, 26)),
    HEIKIN_ASHI: feed(['open', 'high', 'low', 'close'], () => new peer.HeikenAshi()),
    ADOSC: ofVolume(() => new peer.ChaikinOscillator(3, 10)),
    MFI: ofVolume(() => new peer.MFI(14)),
  }
}
