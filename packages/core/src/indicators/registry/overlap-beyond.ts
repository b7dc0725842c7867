import { alligatorKernel } from '../overlap/alligator.ts'
import { almaKernel } from '../overlap/alma.ts'
import { anchoredVwapKernel } from '../overlap/anchored-vwap.ts'
import { atrStopKernel } from '../overlap/atr-stop.ts'
import { chandelierKernel } from '../overlap/chandelier.ts'
import { donchianKernel } from '../overlap/donchian.ts'
import { fractalsKernel } from '../overlap/fractals.ts'
import { hmaKernel } from '../overlap/hma.ts'
import { ichimokuKernel } from '../overlap/ichimoku.ts'
import { jmaKernel } from '../overlap/jma.ts'
import { keltnerKernel } from '../overlap/keltner.ts'
import { mcginleyKernel } from '../overlap/mcginley.ts'
import { pivotsCamarillaKernel } from '../overlap/pivots-camarilla.ts'
import { pivotsClassicKernel } from '../overlap/pivots-classic.ts'
import { pivotsDeMarkKernel } from '../overlap/pivots-de-mark.ts'
import { pivotsFibonacciKernel } from '../overlap/pivots-fibonacci.ts'
import { pivotsWoodieKernel } from '../overlap/pivots-woodie.ts'
import { rmaKernel } from '../overlap/rma.ts'
import { supertrendKernel } from '../overlap/supertrend.ts'
import { vidyaKernel } from '../overlap/vidya.ts'
import { vwapKernel } from '../overlap/vwap.ts'
import { vwmaKernel } from '../overlap/vwma.ts'
import { zigzagKernel } from '../overlap/zigzag.ts'
import { zlemaKernel } from '../overlap/zlema.ts'
import { decimal, define, outputs, whole } from './entry.ts'

const group = 'Overlap Studies'

/** Overlap Studies that TA-Lib does not have. */
export const overlapBeyond = [
  define(
    'SUPERTREND',
    'Supertrend',
    group,
    'hlc',
    supertrendKernel,
    [whole('period', 10, 1), decimal('multiplier', 3, 0)],
    [...outputs('price', 'line', 'value'), ...outputs('own', 'line', 'direction')],
    { tradingview: true },
  ),
  define(
    'HMA',
    'Hull Moving Average',
    group,
    'c',
    hmaKernel,
    [whole('period', 16, 2)],
    outputs('price', 'line', 'value'),
  ),
  define(
    'ZLEMA',
    'Zero-Lag Exponential Moving Average',
    group,
    'c',
    zlemaKernel,
    [whole('period', 20, 2)],
    outputs('price', 'line', 'value'),
    { tradingview: true },
  ),
  define(
    'ALMA',
    'Arnaud Legoux Moving Average',
    group,
    'c',
    almaKernel,
    [
      whole('period', 9, 2),
      decimal('offset', 0.85, 0, undefined, 1),
      decimal('sigma', 6, 0.1, undefined, 1000),
    ],
    outputs('price', 'line', 'value'),
  ),
  define(
    'VWMA',
    'Volume-Weighted Moving Average',
    group,
    'cv',
    vwmaKernel,
    [whole('period', 20, 1)],
    outputs('price', 'line', 'value'),
  ),
  define(
    'RMA',
    "Wilder's Moving Average",
    group,
    'c',
    rmaKernel,
    [whole('period', 14, 1)],
    outputs('price', 'line', 'value'),
  ),
  define(
    'MCGINLEY',
    'McGinley Dynamic',
    group,
    'c',
    mcginleyKernel,
    [whole('period', 14, 1)],
    outputs('price', 'line', 'value'),
  ),
  define(
    'VIDYA',
    'Variable Index Dynamic Average',
    group,
    'c',
    vidyaKernel,
    [whole('period', 14, 1), whole('momentumPeriod', 9, 1)],
    outputs('price', 'line', 'value'),
  ),
  define(
    'JMA',
    'Jurik Moving Average',
    group,
    'c',
    jmaKernel,
    [
      whole('period', 7, 1),
      decimal('phase', 0, -100, undefined, 100),
      decimal('power', 2, 0.1, undefined, 10),
    ],
    outputs('price', 'line', 'value'),
  ),
  define(
    'KELTNER',
    'Keltner Channels',
    group,
    'hlc',
    keltnerKernel,
    [whole('period', 20, 1), whole('rangePeriod', 10, 1), decimal('multiplier', 2, 0)],
    outputs('price', 'band', 'upper', 'middle', 'lower'),
    { tradingview: true },
  ),
  define(
    'DONCHIAN',
    'Donchian Channels',
    group,
    'hl',
    donchianKernel,
    [whole('period', 20, 1)],
    outputs('price', 'band', 'upper', 'middle', 'lower'),
  ),
  define(
    'ICHIMOKU',
    'Ichimoku Cloud',
    group,
    'hl',
    ichimokuKernel,
    [whole('conversionPeriod', 9, 1), whole('basePeriod', 26, 1), whole('spanPeriod', 52, 1)],
    [...outputs('price', 'line', 'conversion', 'base'), ...outputs('price', 'band', 'leadingA', 'leadingB')],
  ),
  define(
    'ALLIGATOR',
    'Williams Alligator',
    group,
    'hl',
    alligatorKernel,
    [whole('jawPeriod', 13, 1), whole('teethPeriod', 8, 1), whole('lipsPeriod', 5, 1)],
    outputs('price', 'line', 'jaw', 'teeth', 'lips'),
  ),
  define(
    'CHANDELIER',
    'Chandelier Exit',
    group,
    'hlc',
    chandelierKernel,
    [whole('period', 22, 1), decimal('multiplier', 3, 0)],
    outputs('price', 'line', 'long', 'short'),
    { tradingview: true },
  ),
  define(
    'ATR_STOP',
    'ATR Trailing Stop',
    group,
    'hlc',
    atrStopKernel,
    [whole('period', 21, 1), decimal('multiplier', 3, 0)],
    [...outputs('price', 'line', 'value'), ...outputs('own', 'line', 'direction')],
    { tradingview: true },
  ),
  define(
    'VWAP',
    'Volume-Weighted Average Price',
    group,
    'hlcvt',
    vwapKernel,
    [decimal('deviations', 2, 0), decimal('sessionMs', 86400000, 0), decimal('offsetMs', 0)],
    [...outputs('price', 'line', 'value'), ...outputs('price', 'band', 'upper', 'lower')],
  ),
  define(
    'ANCHORED_VWAP',
    'Anchored Volume-Weighted Average Price',
    group,
    'hlcvt',
    anchoredVwapKernel,
    [decimal('anchor', 0), decimal('deviations', 2, 0)],
    [...outputs('price', 'line', 'value'), ...outputs('price', 'band', 'upper', 'lower')],
  ),
  define(
    'PIVOTS_CLASSIC',
    'Classic Pivot Points',
    group,
    'ohlct',
    pivotsClassicKernel,
    [decimal('sessionMs', 86400000, 1), decimal('offsetMs', 0)],
    outputs('price', 'line', 'pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'),
  ),
  define(
    'PIVOTS_FIBONACCI',
    'Fibonacci Pivot Points',
    group,
    'ohlct',
    pivotsFibonacciKernel,
    [decimal('sessionMs', 86400000, 1), decimal('offsetMs', 0)],
    outputs('price', 'line', 'pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'),
  ),
  define(
    'PIVOTS_WOODIE',
    'Woodie Pivot Points',
    group,
    'ohlct',
    pivotsWoodieKernel,
    [decimal('sessionMs', 86400000, 1), decimal('offsetMs', 0)],
    outputs('price', 'line', 'pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'),
  ),
  define(
    'PIVOTS_CAMARILLA',
    'Camarilla Pivot Points',
    group,
    'ohlct',
    pivotsCamarillaKernel,
    [decimal('sessionMs', 86400000, 1), decimal('offsetMs', 0)],
    outputs('price', 'line', 'r1', 'r2', 'r3', 'r4', 's1', 's2', 's3', 's4'),
  ),
  define(
    'PIVOTS_DEMARK',
    'DeMark Pivot Points',
    group,
    'ohlct',
    pivotsDeMarkKernel,
    [decimal('sessionMs', 86400000, 1), decimal('offsetMs', 0)],
    outputs('price', 'line', 'pivot', 'r1', 's1'),
  ),
  define(
    'ZIGZAG',
    'ZigZag',
    group,
    'hl',
    zigzagKernel,
    [decimal('deviation', 5, 0.0001)],
    [...outputs('price', 'line', 'extreme', 'pivot'), ...outputs('own', 'line', 'direction')],
    { repaints: true },
  ),
  define(
    'FRACTALS',
    'Williams Fractals',
    group,
    'hl',
    fractalsKernel,
    [whole('span', 2, 1, undefined, 100)],
    outputs('own', 'marker', 'top', 'bottom'),
  ),
]
