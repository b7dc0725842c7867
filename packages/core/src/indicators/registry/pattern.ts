import type { Kernel } from '../framework/kernel.ts'
import { cdl2CrowsKernel } from '../pattern/cdl-2-crows.ts'
import { cdl3BlackCrowsKernel } from '../pattern/cdl-3-black-crows.ts'
import { cdl3InsideKernel } from '../pattern/cdl-3-inside.ts'
import { cdl3LineStrikeKernel } from '../pattern/cdl-3-line-strike.ts'
import { cdl3OutsideKernel } from '../pattern/cdl-3-outside.ts'
import { cdl3StarsInSouthKernel } from '../pattern/cdl-3-stars-in-south.ts'
import { cdl3WhiteSoldiersKernel } from '../pattern/cdl-3-white-soldiers.ts'
import { cdlAbandonedBabyKernel } from '../pattern/cdl-abandoned-baby.ts'
import { cdlAdvanceBlockKernel } from '../pattern/cdl-advance-block.ts'
import { cdlBeltHoldKernel } from '../pattern/cdl-belt-hold.ts'
import { cdlBreakawayKernel } from '../pattern/cdl-breakaway.ts'
import { cdlClosingMarubozuKernel } from '../pattern/cdl-closing-marubozu.ts'
import { cdlConcealBabysWallKernel } from '../pattern/cdl-conceal-babys-wall.ts'
import { cdlCounterAttackKernel } from '../pattern/cdl-counter-attack.ts'
import { cdlDarkCloudCoverKernel } from '../pattern/cdl-dark-cloud-cover.ts'
import { cdlDojiKernel } from '../pattern/cdl-doji.ts'
import { cdlDojiStarKernel } from '../pattern/cdl-doji-star.ts'
import { cdlDragonflyDojiKernel } from '../pattern/cdl-dragonfly-doji.ts'
import { cdlEngulfingKernel } from '../pattern/cdl-engulfing.ts'
import { cdlEveningDojiStarKernel } from '../pattern/cdl-evening-doji-star.ts'
import { cdlEveningStarKernel } from '../pattern/cdl-evening-star.ts'
import { cdlGapSideSideWhiteKernel } from '../pattern/cdl-gap-side-side-white.ts'
import { cdlGravestoneDojiKernel } from '../pattern/cdl-gravestone-doji.ts'
import { cdlHammerKernel } from '../pattern/cdl-hammer.ts'
import { cdlHangingManKernel } from '../pattern/cdl-hanging-man.ts'
import { cdlHaramiKernel } from '../pattern/cdl-harami.ts'
import { cdlHaramiCrossKernel } from '../pattern/cdl-harami-cross.ts'
import { cdlHighWaveKernel } from '../pattern/cdl-high-wave.ts'
import { cdlHikkakeKernel } from '../pattern/cdl-hikkake.ts'
import { cdlHikkakeModKernel } from '../pattern/cdl-hikkake-mod.ts'
import { cdlHomingPigeonKernel } from '../pattern/cdl-homing-pigeon.ts'
import { cdlIdentical3CrowsKernel } from '../pattern/cdl-identical-3-crows.ts'
import { cdlInNeckKernel } from '../pattern/cdl-in-neck.ts'
import { cdlInvertedHammerKernel } from '../pattern/cdl-inverted-hammer.ts'
import { cdlKickingKernel } from '../pattern/cdl-kicking.ts'
import { cdlKickingByLengthKernel } from '../pattern/cdl-kicking-by-length.ts'
import { cdlLadderBottomKernel } from '../pattern/cdl-ladder-bottom.ts'
import { cdlLongLeggedDojiKernel } from '../pattern/cdl-long-legged-doji.ts'
import { cdlLongLineKernel } from '../pattern/cdl-long-line.ts'
import { cdlMarubozuKernel } from '../pattern/cdl-marubozu.ts'
import { cdlMatHoldKernel } from '../pattern/cdl-mat-hold.ts'
import { cdlMatchingLowKernel } from '../pattern/cdl-matching-low.ts'
import { cdlMorningDojiStarKernel } from '../pattern/cdl-morning-doji-star.ts'
import { cdlMorningStarKernel } from '../pattern/cdl-morning-star.ts'
import { cdlOnNeckKernel } from '../pattern/cdl-on-neck.ts'
import { cdlPiercingKernel } from '../pattern/cdl-piercing.ts'
import { cdlRickshawManKernel } from '../pattern/cdl-rickshaw-man.ts'
import { cdlRiseFall3MethodsKernel } from '../pattern/cdl-rise-fall-3-methods.ts'
import { cdlSeparatingLinesKernel } from '../pattern/cdl-separating-lines.ts'
import { cdlShootingStarKernel } from '../pattern/cdl-shooting-star.ts'
import { cdlShortLineKernel } from '../pattern/cdl-short-line.ts'
import { cdlSpinningTopKernel } from '../pattern/cdl-spinning-top.ts'
import { cdlStalledPatternKernel } from '../pattern/cdl-stalled-pattern.ts'
import { cdlStickSandwichKernel } from '../pattern/cdl-stick-sandwich.ts'
import { cdlTakuriKernel } from '../pattern/cdl-takuri.ts'
import { cdlTasukiGapKernel } from '../pattern/cdl-tasuki-gap.ts'
import { cdlThrustingKernel } from '../pattern/cdl-thrusting.ts'
import { cdlTristarKernel } from '../pattern/cdl-tristar.ts'
import { cdlUnique3RiverKernel } from '../pattern/cdl-unique-3-river.ts'
import { cdlUpsideGap2CrowsKernel } from '../pattern/cdl-upside-gap-2-crows.ts'
import { cdlXSideGap3MethodsKernel } from '../pattern/cdl-xside-gap-3-methods.ts'
import { decimal, define, type IndicatorParam, outputs } from './entry.ts'

const marker = outputs('price', 'marker', 'value outInteger')

const penetration = (value: number) => [decimal('penetration', value, 0, 'optInPenetration')]

function pattern<const name extends string, options>(
  name: name,
  title: string,
  kernel: (options: options) => Kernel,
  params: readonly IndicatorParam<NoInfer<keyof options & string>>[] = [],
) {
  return define(name, title, 'Pattern Recognition', 'ohlc', kernel, params, marker)
}

/** TA-Lib's candlestick patterns. */
export const patterns = [
  pattern('CDL2CROWS', 'Two Crows', cdl2CrowsKernel),
  pattern('CDL3BLACKCROWS', 'Three Black Crows', cdl3BlackCrowsKernel),
  pattern('CDL3INSIDE', 'Three Inside Up/Down', cdl3InsideKernel),
  pattern('CDL3LINESTRIKE', 'Three-Line Strike ', cdl3LineStrikeKernel),
  pattern('CDL3OUTSIDE', 'Three Outside Up/Down', cdl3OutsideKernel),
  pattern('CDL3STARSINSOUTH', 'Three Stars In The South', cdl3StarsInSouthKernel),
  pattern('CDL3WHITESOLDIERS', 'Three Advancing White Soldiers', cdl3WhiteSoldiersKernel),
  pattern('CDLABANDONEDBABY', 'Abandoned Baby', cdlAbandonedBabyKernel, penetration(0.3)),
  pattern('CDLADVANCEBLOCK', 'Advance Block', cdlAdvanceBlockKernel),
  pattern('CDLBELTHOLD', 'Belt-hold', cdlBeltHoldKernel),
  pattern('CDLBREAKAWAY', 'Breakaway', cdlBreakawayKernel),
  pattern('CDLCLOSINGMARUBOZU', 'Closing Marubozu', cdlClosingMarubozuKernel),
  pattern('CDLCONCEALBABYSWALL', 'Concealing Baby Swallow', cdlConcealBabysWallKernel),
  pattern('CDLCOUNTERATTACK', 'Counterattack', cdlCounterAttackKernel),
  pattern('CDLDARKCLOUDCOVER', 'Dark Cloud Cover', cdlDarkCloudCoverKernel, penetration(0.5)),
  pattern('CDLDOJI', 'Doji', cdlDojiKernel),
  pattern('CDLDOJISTAR', 'Doji Star', cdlDojiStarKernel),
  pattern('CDLDRAGONFLYDOJI', 'Dragonfly Doji', cdlDragonflyDojiKernel),
  pattern('CDLENGULFING', 'Engulfing Pattern', cdlEngulfingKernel),
  pattern('CDLEVENINGDOJISTAR', 'Evening Doji Star', cdlEveningDojiStarKernel, penetration(0.3)),
  pattern('CDLEVENINGSTAR', 'Evening Star', cdlEveningStarKernel, penetration(0.3)),
  pattern('CDLGAPSIDESIDEWHITE', 'Up/Down-gap side-by-side white lines', cdlGapSideSideWhiteKernel),
  pattern('CDLGRAVESTONEDOJI', 'Gravestone Doji', cdlGravestoneDojiKernel),
  pattern('CDLHAMMER', 'Hammer', cdlHammerKernel),
  pattern('CDLHANGINGMAN', 'Hanging Man', cdlHangingManKernel),
  pattern('CDLHARAMI', 'Harami Pattern', cdlHaramiKernel),
  pattern('CDLHARAMICROSS', 'Harami Cross Pattern', cdlHaramiCrossKernel),
  pattern('CDLHIGHWAVE', 'High-Wave Candle', cdlHighWaveKernel),
  pattern('CDLHIKKAKE', 'Hikkake Pattern', cdlHikkakeKernel),
  pattern('CDLHIKKAKEMOD', 'Modified Hikkake Pattern', cdlHikkakeModKernel),
  pattern('CDLHOMINGPIGEON', 'Homing Pigeon', cdlHomingPigeonKernel),
  pattern('CDLIDENTICAL3CROWS', 'Identical Three Crows', cdlIdentical3CrowsKernel),
  pattern('CDLINNECK', 'In-Neck Pattern', cdlInNeckKernel),
  pattern('CDLINVERTEDHAMMER', 'Inverted Hammer', cdlInvertedHammerKernel),
  pattern('CDLKICKING', 'Kicking', cdlKickingKernel),
  pattern(
    'CDLKICKINGBYLENGTH',
    'Kicking - bull/bear determined by the longer marubozu',
    cdlKickingByLengthKernel,
  ),
  pattern('CDLLADDERBOTTOM', 'Ladder Bottom', cdlLadderBottomKernel),
  pattern('CDLLONGLEGGEDDOJI', 'Long Legged Doji', cdlLongLeggedDojiKernel),
  pattern('CDLLONGLINE', 'Long Line Candle', cdlLongLineKernel),
  pattern('CDLMARUBOZU', 'Marubozu', cdlMarubozuKernel),
  pattern('CDLMATCHINGLOW', 'Matching Low', cdlMatchingLowKernel),
  pattern('CDLMATHOLD', 'Mat Hold', cdlMatHoldKernel, penetration(0.5)),
  pattern('CDLMORNINGDOJISTAR', 'Morning Doji Star', cdlMorningDojiStarKernel, penetration(0.3)),
  pattern('CDLMORNINGSTAR', 'Morning Star', cdlMorningStarKernel, penetration(0.3)),
  pattern('CDLONNECK', 'On-Neck Pattern', cdlOnNeckKernel),
  pattern('CDLPIERCING', 'Piercing Pattern', cdlPiercingKernel),
  pattern('CDLRICKSHAWMAN', 'Rickshaw Man', cdlRickshawManKernel),
  pattern('CDLRISEFALL3METHODS', 'Rising/Falling Three Methods', cdlRiseFall3MethodsKernel),
  pattern('CDLSEPARATINGLINES', 'Separating Lines', cdlSeparatingLinesKernel),
  pattern('CDLSHOOTINGSTAR', 'Shooting Star', cdlShootingStarKernel),
  pattern('CDLSHORTLINE', 'Short Line Candle', cdlShortLineKernel),
  pattern('CDLSPINNINGTOP', 'Spinning Top', cdlSpinningTopKernel),
  pattern('CDLSTALLEDPATTERN', 'Stalled Pattern', cdlStalledPatternKernel),
  pattern('CDLSTICKSANDWICH', 'Stick Sandwich', cdlStickSandwichKernel),
  pattern('CDLTAKURI', 'Takuri (Dragonfly Doji with very long lower shadow)', cdlTakuriKernel),
  pattern('CDLTASUKIGAP', 'Tasuki Gap', cdlTasukiGapKernel),
  pattern('CDLTHRUSTING', 'Thrusting Pattern', cdlThrustingKernel),
  pattern('CDLTRISTAR', 'Tristar Pattern', cdlTristarKernel),
  pattern('CDLUNIQUE3RIVER', 'Unique 3 River', cdlUnique3RiverKernel),
  pattern('CDLUPSIDEGAP2CROWS', 'Upside Gap Two Crows', cdlUpsideGap2CrowsKernel),
  pattern('CDLXSIDEGAP3METHODS', 'Upside/Downside Gap Three Methods', cdlXSideGap3MethodsKernel),
]
