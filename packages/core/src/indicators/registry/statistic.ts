import { betaKernel } from '../statistic/beta.ts'
import { correlKernel } from '../statistic/correl.ts'
import { linearregKernel } from '../statistic/linearreg.ts'
import { linearregAngleKernel } from '../statistic/linearreg-angle.ts'
import { linearregInterceptKernel } from '../statistic/linearreg-intercept.ts'
import { linearregSlopeKernel } from '../statistic/linearreg-slope.ts'
import { stddevKernel } from '../statistic/stddev.ts'
import { tsfKernel } from '../statistic/tsf.ts'
import { varianceKernel } from '../statistic/variance.ts'
import { decimal, define, outputs, timePeriod } from './entry.ts'

const group = 'Statistic Functions'
const line = outputs('own', 'line', 'value outReal')
const onPrice = outputs('price', 'line', 'value outReal')
const deviations = decimal('deviations', 1, undefined, 'optInNbDev')

/** TA-Lib's statistic functions. */
export const statisticFunctions = [
  define('BETA', 'Beta', group, 'hl', betaKernel, [timePeriod(5, 1)], line),
  define('CORREL', "Pearson's Correlation Coefficient", group, 'hl', correlKernel, [timePeriod(30, 1)], line),
  define('LINEARREG', 'Linear Regression', group, 'c', linearregKernel, [timePeriod(14)], onPrice),
  define(
    'LINEARREG_ANGLE',
    'Linear Regression Angle',
    group,
    'c',
    linearregAngleKernel,
    [timePeriod(14)],
    line,
  ),
  define(
    'LINEARREG_INTERCEPT',
    'Linear Regression Intercept',
    group,
    'c',
    linearregInterceptKernel,
    [timePeriod(14)],
    onPrice,
  ),
  define(
    'LINEARREG_SLOPE',
    'Linear Regression Slope',
    group,
    'c',
    linearregSlopeKernel,
    [timePeriod(14)],
    line,
  ),
  define('STDDEV', 'Standard Deviation', group, 'c', stddevKernel, [timePeriod(5), deviations], line),
  define('TSF', 'Time Series Forecast', group, 'c', tsfKernel, [timePeriod(14)], onPrice),
  define('VAR', 'Variance', group, 'c', varianceKernel, [timePeriod(5, 1), deviations], line),
]
