import { drawdownKernel } from '../statistic/drawdown.ts'
import { entropyKernel } from '../statistic/entropy.ts'
import { hurstKernel } from '../statistic/hurst.ts'
import { kurtosisKernel } from '../statistic/kurtosis.ts'
import { logReturnKernel } from '../statistic/log-return.ts'
import { percentReturnKernel } from '../statistic/percent-return.ts'
import { rollingBetaKernel } from '../statistic/rolling-beta.ts'
import { rollingCorrelationKernel } from '../statistic/rolling-correlation.ts'
import { sharpeKernel } from '../statistic/sharpe.ts'
import { skewKernel } from '../statistic/skew.ts'
import { zscoreKernel } from '../statistic/zscore.ts'
import { decimal, define, outputs, whole } from './entry.ts'

const group = 'Statistic Functions'

/** Statistic Functions that TA-Lib does not have. */
export const statisticBeyond = [
  define(
    'ZSCORE',
    'Z-Score',
    group,
    'c',
    zscoreKernel,
    [whole('period', 20, 2)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'SKEW',
    'Skewness',
    group,
    'c',
    skewKernel,
    [whole('period', 30, 3)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'KURTOSIS',
    'Kurtosis',
    group,
    'c',
    kurtosisKernel,
    [whole('period', 30, 4)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'ENTROPY',
    'Entropy',
    group,
    'c',
    entropyKernel,
    [whole('period', 10, 2)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'HURST',
    'Hurst Exponent',
    group,
    'c',
    hurstKernel,
    [whole('period', 100, 20)],
    outputs('own', 'line', 'value'),
  ),
  define('DRAWDOWN', 'Drawdown', group, 'c', drawdownKernel, [], outputs('own', 'line', 'value')),
  define(
    'LOG_RETURN',
    'Logarithmic Return',
    group,
    'c',
    logReturnKernel,
    [whole('period', 1, 1)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'PERCENT_RETURN',
    'Percent Return',
    group,
    'c',
    percentReturnKernel,
    [whole('period', 1, 1)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'SHARPE',
    'Rolling Sharpe Ratio',
    group,
    'c',
    sharpeKernel,
    [whole('period', 63, 2), decimal('periodsPerYear', 252, 1), decimal('riskFree', 0)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'ROLLING_BETA',
    'Rolling Beta',
    group,
    'hl',
    rollingBetaKernel,
    [whole('period', 60, 2)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'ROLLING_CORRELATION',
    'Rolling Correlation',
    group,
    'hl',
    rollingCorrelationKernel,
    [whole('period', 60, 2)],
    outputs('own', 'line', 'value'),
  ),
]
