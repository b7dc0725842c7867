import { htDcperiodKernel } from '../cycle/ht-dcperiod.ts'
import { htDcphaseKernel } from '../cycle/ht-dcphase.ts'
import { htPhasorKernel } from '../cycle/ht-phasor.ts'
import { htSineKernel } from '../cycle/ht-sine.ts'
import { htTrendmodeKernel } from '../cycle/ht-trendmode.ts'
import { define, outputs } from './entry.ts'

const group = 'Cycle Indicators'
const line = outputs('own', 'line', 'value outReal')

/** TA-Lib's cycle indicators. */
export const cycleIndicators = [
  define('HT_DCPERIOD', 'Hilbert Transform - Dominant Cycle Period', group, 'c', htDcperiodKernel, [], line),
  define('HT_DCPHASE', 'Hilbert Transform - Dominant Cycle Phase', group, 'c', htDcphaseKernel, [], line),
  define(
    'HT_PHASOR',
    'Hilbert Transform - Phasor Components',
    group,
    'c',
    htPhasorKernel,
    [],
    outputs('own', 'line', 'inPhase outInPhase', 'quadrature outQuadrature'),
  ),
  define(
    'HT_SINE',
    'Hilbert Transform - SineWave',
    group,
    'c',
    htSineKernel,
    [],
    outputs('own', 'line', 'sine outSine', 'leadSine outLeadSine'),
  ),
  define(
    'HT_TRENDMODE',
    'Hilbert Transform - Trend vs Cycle Mode',
    group,
    'c',
    htTrendmodeKernel,
    [],
    outputs('own', 'histogram', 'value outInteger'),
  ),
]
