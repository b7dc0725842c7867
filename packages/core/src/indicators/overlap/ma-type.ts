/** Kinds of moving average, numbered as TA-Lib numbers them. */
export const MaType = {
  sma: 0,
  ema: 1,
  wma: 2,
  dema: 3,
  tema: 4,
  trima: 5,
  kama: 6,
  mama: 7,
  t3: 8,
} as const

/** A kind of moving average: 0 SMA, 1 EMA, 2 WMA, 3 DEMA, 4 TEMA, 5 TRIMA, 6 KAMA, 7 MAMA, 8 T3. */
export type MaType = (typeof MaType)[keyof typeof MaType]
