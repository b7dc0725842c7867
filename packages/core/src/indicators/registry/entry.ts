import { InvalidParameterError } from '../../errors/index.ts'
import type { Column, NanPolicy } from '../framework/column.ts'
import { computeAll, memoryOf } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream, createStream } from '../framework/kernel-stream.ts'
import type { Profile } from '../framework/profile.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { assertColumn } from './assert-column.ts'
import { checkParams } from './check-params.ts'
import { titleOfStream, withNamedSnapshots } from './named-snapshot.ts'

/** Names of bar columns that an indicator can ask for. `periods` is a period for every bar (MAVP). */
export type InputName = 'open' | 'high' | 'low' | 'close' | 'volume' | 'time' | 'periods'

export type IndicatorGroup =
  | 'Overlap Studies'
  | 'Momentum Indicators'
  | 'Volume Indicators'
  | 'Volatility Indicators'
  | 'Price Transform'
  | 'Cycle Indicators'
  | 'Statistic Functions'
  | 'Math Transform'
  | 'Math Operators'
  | 'Pattern Recognition'

export type IndicatorParam<name extends string = string> = {
  /** Name of the option. */
  readonly name: name
  /** TA-Lib's name of it, where TA-Lib has the function. */
  readonly talib?: string
  readonly default: number
  readonly min: number
  readonly max: number
  /** Whether only whole numbers are taken. */
  readonly integer: boolean
}

/** How a chart shows an output. Two `band` outputs enclose an area. */
export type PlotKind = 'line' | 'histogram' | 'band' | 'dots' | 'marker'

export type IndicatorOutput<name extends string = string> = {
  readonly name: name
  /** TA-Lib's name of it, where TA-Lib has the function. */
  readonly talib?: string
  readonly plot: PlotKind
  /** `price`: drawn over the bars; `own`: on an axis of its own. */
  readonly pane: 'price' | 'own'
}

/** Options by name; absent ones take their defaults. Options that are not numbers pass through (`nan`, `profile` …). */
export type IndicatorParams = Readonly<Record<string, unknown>>

/** What a function takes of `IndicatorParams`, made of the options that its loop reads. */
export type ParamsOf<options> = {
  readonly [param in Exclude<keyof options, 'out'>]?: options[param] | undefined
} & {
  readonly nan?: NanPolicy | undefined
  readonly profile?: (options extends { profile?: infer profile } ? profile : 'talib-0.6.4') | undefined
}

/** What a stream gives by the names of its function's outputs: a number, or where they are several an object of them. */
export type StreamResult<output extends string> =
  IsUnion<output> extends true ? Record<output, number> : number

type IsUnion<type, whole = type> = type extends unknown ? ([whole] extends [type] ? false : true) : never

/** A stream whose number of inputs is not known to the compiler. */
export type AnyStream = IndicatorStream<number[], number | Record<string, number>>

/**
 * One function, described for programs: charts, forms, REST, tools. `output` are the names of what it gives, `params` what it
 * takes, `result` what its stream gives.
 */
export type Indicator<
  name extends string = string,
  output extends string = string,
  params = IndicatorParams,
  result = number | Record<string, number>,
> = {
  readonly name: name
  readonly title: string
  readonly group: IndicatorGroup
  /** Columns it reads, in order. */
  readonly inputs: readonly InputName[]
  readonly params: readonly IndicatorParam[]
  readonly outputs: readonly IndicatorOutput<output>[]
  /** Conventions that it can follow, the default first. */
  readonly profiles: readonly Profile[]
  /** No value depends on a later bar. */
  readonly causal: boolean
  /** Values of earlier bars may still change when bars are added. */
  readonly repaints: boolean
  /**
   * The loop with its parameters bound, for those that run it over many series themselves.
   *
   * @throws {InvalidParameterError} a parameter is unknown or out of its range; so do the forms below
   */
  kernel(params?: params): Kernel
  /** Index of the first value. */
  lookback(params?: params): number
  /**
   * The outputs, in order, over columns in the order of `inputs`. `out` is the result of an earlier call, to be reused.
   *
   * @throws {InvalidParameterError} the columns are not as many as `inputs`, one is no list of numbers, they differ in length, or two of `out` share memory
   */
  compute(columns: readonly Column[], params?: params, out?: readonly Float64Array[]): Float64Array[]
  /**
   * `push` takes one value per input; it gives a number, or an object by output name when there are several. A snapshot says
   * of what function and with what parameters it is, and `restore` refuses one of another, naming both.
   */
  createStream(params?: params): IndicatorStream<number[], result>
}

/** A parameter that is a whole number. */
export function whole<const name extends string>(
  name: name,
  defaultValue: number,
  min: number,
  talib?: string,
  max = 100_000,
): IndicatorParam<name> {
  return { name, ...(talib && { talib }), default: defaultValue, min, max, integer: true }
}

/** A parameter that is any number. */
export function decimal<const name extends string>(
  name: name,
  defaultValue: number,
  min = -3e37,
  talib?: string,
  max = 3e37,
): IndicatorParam<name> {
  return { name, ...(talib && { talib }), default: defaultValue, min, max, integer: false }
}

/** `period`, where TA-Lib has `optInTimePeriod`. */
export function timePeriod(defaultValue: number, min = 2): IndicatorParam<'period'> {
  return whole('period', defaultValue, min, 'optInTimePeriod')
}

/** A kind of moving average, numbered as in `MaType`. */
export function averageKind(): IndicatorParam<'maType'>
export function averageKind<const name extends string>(name: name, talib: string): IndicatorParam<name>
export function averageKind(name = 'maType', talib = 'optInMAType'): IndicatorParam {
  return whole(name, 0, 0, talib, 8)
}

type FirstWord<pair extends string> = pair extends `${infer name} ${string}` ? name : pair

/** `name talib` pairs of outputs drawn alike: `'upper outRealUpperBand'`. TA-Lib's name may be left out. */
export function outputs<const pairs extends readonly string[]>(
  pane: 'price' | 'own',
  plot: PlotKind,
  ...names: pairs
): IndicatorOutput<FirstWord<pairs[number]>>[]
export function outputs(
  pane: 'price' | 'own',
  plot: PlotKind,
  ...names: readonly string[]
): IndicatorOutput[] {
  return names.map((pair) => {
    const [name = '', talib] = pair.split(' ')
    return { name, ...(talib && { talib }), plot, pane }
  })
}

const columnsOf = {
  c: ['close'],
  v: ['volume'],
  hl: ['high', 'low'],
  hlc: ['high', 'low', 'close'],
  ohlc: ['open', 'high', 'low', 'close'],
  oc: ['open', 'close'],
  cv: ['close', 'volume'],
  hlv: ['high', 'low', 'volume'],
  hlcv: ['high', 'low', 'close', 'volume'],
  ohlcv: ['open', 'high', 'low', 'close', 'volume'],
  cp: ['close', 'periods'],
  ohlct: ['open', 'high', 'low', 'close', 'time'],
  hlcvt: ['high', 'low', 'close', 'volume', 'time'],
} as const satisfies Record<string, readonly InputName[]>

/** Makes the kernel of a function; a method's type, so that each function may have its own type of options. */
type KernelFactory = { make(options: IndicatorParams): Kernel }['make']

/** Where a function differs from the most: it repaints, has a profile of TradingView, or a stream of its own. */
type Particulars = {
  tradingview?: boolean
  causal?: boolean
  repaints?: boolean
  stream?: { make(options: IndicatorParams): AnyStream }['make']
}

/**
 * Describes one function. `inputs` is a key of the table above: the columns' initials. What it takes is known to the compiler
 * by the options of its kernel, which has each of `params`.
 */
export function define<const name extends string, output extends string, options>(
  name: name,
  title: string,
  group: IndicatorGroup,
  inputs: keyof typeof columnsOf,
  kernel: (options: options) => Kernel,
  params: readonly IndicatorParam<NoInfer<keyof options & string>>[],
  outputs: readonly IndicatorOutput<output>[],
  particulars?: Particulars,
): Indicator<name, output, ParamsOf<options>, StreamResult<output>>
export function define(
  name: string,
  title: string,
  group: IndicatorGroup,
  inputs: keyof typeof columnsOf,
  kernel: KernelFactory,
  params: readonly IndicatorParam[],
  outputs: readonly IndicatorOutput[],
  { causal = true, repaints = false, tradingview = false, stream }: Particulars = {},
): Indicator {
  const columns = columnsOf[inputs]
  const names = outputs.map((output) => output.name)
  const profiles: readonly Profile[] = tradingview ? ['talib-0.6.4', 'tradingview'] : ['talib-0.6.4']
  const checked = (options: IndicatorParams = {}) => checkParams({ name, group, params, profiles }, options)
  const streamOf = (given: IndicatorParams): AnyStream => {
    if (stream) return stream(given)
    const policy = policyOf(given)
    return names.length > 1
      ? createNamedStream(kernel(given), names, columns.length, policy)
      : createStream(kernel(given), columns.length, policy)
  }
  return {
    name,
    title,
    group,
    inputs: columns,
    params,
    outputs,
    profiles,
    causal,
    repaints,
    kernel: (options) => kernel(checked(options)),
    lookback: (options) => kernel(checked(options)).lookback,
    compute(given, options, out) {
      if (given?.length !== columns.length)
        throw new InvalidParameterError('columns', `${columns.length} (${columns})`, given?.length)
      for (const [index, column] of columns.entries()) assertColumn(column, given[index])
      return computeAll(kernel, given, checked(options), memoryOf(names.map((_, index) => out?.[index])))
    },
    createStream(options) {
      const given = checked(options)
      return withNamedSnapshots(streamOf(given), titleOfStream({ name, params, profiles }, given))
    },
  }
}

function policyOf({ nan }: IndicatorParams): { nan?: NanPolicy } {
  return nan === 'reset' || nan === 'propagate' ? { nan } : {}
}
