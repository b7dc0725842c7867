import { each } from './each.mjs'

/** Streams with `update`, fed bar by bar. */
export async function tradingSignals() {
  const peer = await import('trading-signals')
  const ofColumn = (name, create) => (columns) => {
    const stream = create()
    const column = columns[name]
    return each(column.length, (bar) => stream.update(column[bar], false))
  }
  const ofClose = (create) => ofColumn('close', create)
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
    RMA: ofClose(() => new peer.RMA(14)),
    DEMA: ofClose(() => new peer.DEMA(30)),
    TEMA: ofClose(() => new peer.TEMA(30)),
    TRIMA: ofClose(() => new peer.TRIMA(30)),
    KAMA: ofClose(() => new peer.KAMA(30)),
    T3: ofClose(() => new peer.T3(5, 0.7)),
    HMA: ofClose(() => new peer.HMA(16)),
    ZLEMA: ofClose(() => new peer.ZLEMA(20)),
    ALMA: ofClose(() => new peer.ALMA(9, 0.85, 6)),
    MCGINLEY: ofClose(() => new peer.McGinleyDynamic(14)),
    MAMA: ofClose(() => new peer.MAMA({ fastLimit: 0.5, slowLimit: 0.05 })),
    HT_TRENDLINE: ofClose(() => new peer.HTTrendline()),
    BBANDS: ofClose(() => new peer.BollingerBands(20, 2)),
    RSI: ofClose(() => new peer.RSI(14)),
    MOM: ofClose(() => new peer.MOM(10)),
    ROC: ofClose(() => new peer.ROC(10)),
    TRIX: ofClose(() => new peer.TRIX(30)),
    DPO: ofClose(() => new peer.DPO(20)),
    TSI: ofClose(() => new peer.TSI({ longPeriod: 25, shortPeriod: 13 })),
    KST: ofClose(() => new peer.KST()),
    CRSI: ofClose(() => new peer.ConnorsRSI()),
    COPPOCK: ofClose(
      () => new peer.CoppockCurve({ longRocInterval: 14, shortRocInterval: 11, wmaInterval: 10 }),
    ),
    QQE: ofClose(() => new peer.QQE({ rsiInterval: 14, smoothInterval: 5, fastFactor: 4.236 })),
    STC: ofClose(() => new peer.STC({ fastInterval: 23, slowInterval: 50, cycleInterval: 10 })),
    MACD: ofClose(() => new peer.MACD(new peer.EMA(12), new peer.EMA(26), new peer.EMA(9))),
    LINEARREG: ofClose(() => new peer.LinearRegression(14)),
    ULCER: ofClose(() => new peer.UlcerIndex(14)),
    PVO: ofColumn('volume', () => new peer.PVO({ fastPeriod: 12, slowPeriod: 26 })),
    ATR: ofCandle(() => new peer.ATR(14)),
    NATR: ofCandle(() => new peer.NATR(14)),
    TRANGE: ofCandle(() => new peer.TR()),
    ADX: ofCandle(() => new peer.ADX(14)),
    ADXR: ofCandle(() => new peer.ADXR(14)),
    DX: ofCandle(() => new peer.DX(14)),
    STOCH: ofCandle(() => new peer.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 })),
    WILLR: ofCandle(() => new peer.WilliamsR(14)),
    CCI: ofCandle(() => new peer.CCI(14)),
    IMI: ofCandle(() => new peer.IMI(14)),
    BOP: ofCandle(() => new peer.BOP()),
    AROON: ofCandle(() => new peer.Aroon(14)),
    AO: ofCandle(() => new peer.AO(5, 34)),
    AC: ofCandle(() => new peer.AC(5, 34, 5)),
    SMI: ofCandle(() => new peer.SMI({ interval: 10, smooth1: 3, smooth2: 3 })),
    FISHER: ofCandle(() => new peer.FisherTransform(9)),
    ELDER_RAY: ofCandle(() => new peer.ElderRay(13)),
    VORTEX: ofCandle(() => new peer.VortexIndicator(14)),
    WAVETREND: ofCandle(
      () => new peer.WaveTrend({ channelInterval: 10, averageInterval: 21, smoothingInterval: 4 }),
    ),
    CHOP: ofCandle(() => new peer.CHOP(14)),
    MASS: ofCandle(() => new peer.MassIndex(25)),
    SQUEEZE: ofCandle(
      () => new peer.TTMSqueeze({ bbInterval: 20, bbMultiplier: 2, kcInterval: 20, kcMultiplier: 1.5 }),
    ),
    ALLIGATOR: ofCandle(() => new peer.Alligator()),
    CHANDELIER: ofCandle(() => new peer.ChandelierExit({ interval: 22, multiplier: 3 })),
    DONCHIAN: ofCandle(() => new peer.DonchianChannels(20)),
    KELTNER: ofCandle(() => new peer.KeltnerChannels({ emaInterval: 20, atrInterval: 10, multiplier: 2 })),
    ICHIMOKU: ofCandle(
      () => new peer.IchimokuCloud({ conversionInterval: 9, baseInterval: 26, spanBInterval: 52 }),
    ),
    SUPERTREND: ofCandle(() => new peer.SuperTrend({ interval: 10, multiplier: 3 })),
    SAR: ofCandle(() => new peer.PSAR({ accelerationMax: 0.2, accelerationStep: 0.02 })),
    ULTOSC: ofCandle(() => new peer.UltimateOscillator({ shortPeriod: 7, mediumPeriod: 14, longPeriod: 28 })),
    AD: ofCandle(() => new peer.AD()),
    ADOSC: ofCandle(() => new peer.ADOSC({ fastPeriod: 3, slowPeriod: 10 })),
    CMF: ofCandle(() => new peer.CMF(20)),
    MFI: ofCandle(() => new peer.MFI(14)),
    EFI: ofCandle(() => new peer.ForceIndex(13)),
    EOM: ofCandle(() => new peer.EMV(14)),
    KVO: ofCandle(() => new peer.KVO(34, 55)),
    NVI: ofCandle(() => new peer.NVI()),
    PVI: ofCandle(() => new peer.PVI()),
    PVT: ofCandle(() => new peer.PVT()),
    VWMA: ofCandle(() => new peer.VWMA(20)),
  }
}
