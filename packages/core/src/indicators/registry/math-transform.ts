import { acosKernel } from '../math-transform/acos.ts'
import { asinKernel } from '../math-transform/asin.ts'
import { atanKernel } from '../math-transform/atan.ts'
import { ceilKernel } from '../math-transform/ceil.ts'
import { cosKernel } from '../math-transform/cos.ts'
import { coshKernel } from '../math-transform/cosh.ts'
import { expKernel } from '../math-transform/exp.ts'
import { floorKernel } from '../math-transform/floor.ts'
import { lnKernel } from '../math-transform/ln.ts'
import { log10Kernel } from '../math-transform/log10.ts'
import { sinKernel } from '../math-transform/sin.ts'
import { sinhKernel } from '../math-transform/sinh.ts'
import { sqrtKernel } from '../math-transform/sqrt.ts'
import { tanKernel } from '../math-transform/tan.ts'
import { tanhKernel } from '../math-transform/tanh.ts'
import { define, outputs } from './entry.ts'

const group = 'Math Transform'
const line = outputs('own', 'line', 'value outReal')

/** TA-Lib's vector functions of one column. */
export const mathTransforms = [
  define('ACOS', 'Arc Cosine', group, 'c', acosKernel, [], line),
  define('ASIN', 'Arc Sine', group, 'c', asinKernel, [], line),
  define('ATAN', 'Arc Tangent', group, 'c', atanKernel, [], line),
  define('CEIL', 'Ceiling', group, 'c', ceilKernel, [], line),
  define('COS', 'Cosine', group, 'c', cosKernel, [], line),
  define('COSH', 'Hyperbolic Cosine', group, 'c', coshKernel, [], line),
  define('EXP', 'Exponential', group, 'c', expKernel, [], line),
  define('FLOOR', 'Floor', group, 'c', floorKernel, [], line),
  define('LN', 'Natural Logarithm', group, 'c', lnKernel, [], line),
  define('LOG10', 'Logarithm to Base 10', group, 'c', log10Kernel, [], line),
  define('SIN', 'Sine', group, 'c', sinKernel, [], line),
  define('SINH', 'Hyperbolic Sine', group, 'c', sinhKernel, [], line),
  define('SQRT', 'Square Root', group, 'c', sqrtKernel, [], line),
  define('TAN', 'Tangent', group, 'c', tanKernel, [], line),
  define('TANH', 'Hyperbolic Tangent', group, 'c', tanhKernel, [], line),
]
