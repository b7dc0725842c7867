import { supertrendKernel } from '../overlap/supertrend.ts'
import { decimal, define, type Indicator, outputs, whole } from './entry.ts'

const group = 'Overlap Studies'

/** Overlap studies that TA-Lib does not have. */
export const overlapBeyond: readonly Indicator[] = [
  define(
    'SUPERTREND',
    'Supertrend',
    group,
    'hlc',
    supertrendKernel,
    [whole('period', 10, 1), decimal('multiplier', 3, 0)],
    [...outputs('price', 'line', 'value'), ...outputs('own', 'line', 'direction')],
  ),
]
