import { addKernel } from '../math-operators/add.ts'
import { divKernel } from '../math-operators/div.ts'
import { maxKernel } from '../math-operators/max.ts'
import { maxIndexKernel } from '../math-operators/max-index.ts'
import { minKernel } from '../math-operators/min.ts'
import { minIndexKernel } from '../math-operators/min-index.ts'
import { minMaxKernel } from '../math-operators/min-max.ts'
import { minMaxIndexKernel } from '../math-operators/min-max-index.ts'
import { multKernel } from '../math-operators/mult.ts'
import { subKernel } from '../math-operators/sub.ts'
import { sumKernel } from '../math-operators/sum.ts'
import { define, outputs, timePeriod } from './entry.ts'

const group = 'Math Operators'
const line = outputs('own', 'line', 'value outReal')
const onPrice = outputs('price', 'line', 'value outReal')
const place = outputs('own', 'line', 'value outInteger')
const period = [timePeriod(30)]

/** TA-Lib's vector arithmetic and window extremes. */
export const mathOperators = [
  define('ADD', 'Vector Addition', group, 'hl', addKernel, [], line),
  define('DIV', 'Vector Division', group, 'hl', divKernel, [], line),
  define('MAX', 'Highest Value', group, 'c', maxKernel, period, onPrice),
  define('MAXINDEX', 'Place of the Highest Value', group, 'c', maxIndexKernel, period, place),
  define('MIN', 'Lowest Value', group, 'c', minKernel, period, onPrice),
  define('MININDEX', 'Place of the Lowest Value', group, 'c', minIndexKernel, period, place),
  define(
    'MINMAX',
    'Lowest and Highest Values',
    group,
    'c',
    minMaxKernel,
    period,
    outputs('price', 'line', 'min outMin', 'max outMax'),
  ),
  define(
    'MINMAXINDEX',
    'Places of the Lowest and Highest Values',
    group,
    'c',
    minMaxIndexKernel,
    period,
    outputs('own', 'line', 'minIndex outMinIdx', 'maxIndex outMaxIdx'),
  ),
  define('MULT', 'Vector Multiplication', group, 'hl', multKernel, [], line),
  define('SUB', 'Vector Subtraction', group, 'hl', subKernel, [], line),
  define('SUM', 'Summation', group, 'c', sumKernel, period, line),
]
