import { asFloat64, computeAll } from '../framework/compute.ts'
import type { Indicator, IndicatorOutput, IndicatorParams, InputName } from './entry.ts'
import { columnOf, type IndicatorSeries, indicatorOf } from './look-up.ts'
import { type Detour, detours, views } from './shared-work.ts'

/** Something to compute: it was requested, or is a part of what was. */
type Task = {
  readonly indicator: Indicator
  readonly params: IndicatorParams
  readonly lookback: number
  readonly detour: Detour | undefined
  /** Keys of the detour's parts. */
  readonly parts: readonly string[]
  requested: boolean
  /** How many requests have it as a part. */
  users: number
}

/** One call of `applyIndicators`: what is wanted, and what is there already. */
export class Session {
  readonly #series: IndicatorSeries
  readonly #inputs = new Map<InputName, Float64Array>()
  readonly #tasks = new Map<string, Task>()
  readonly #results = new Map<string, readonly Float64Array[]>()
  /** Where to find what is an output of something requested: its key, and the output's place. */
  readonly #views = new Map<string, readonly [key: string, place: number]>()

  constructor(series: IndicatorSeries) {
    this.#series = series
  }

  /** Notes a request; gives its key. */
  request(name: string, params: IndicatorParams): string {
    const key = this.#note(name, params)
    const task = this.#task(key)
    if (task.requested) return key
    task.requested = true
    for (const part of task.parts) this.#task(part).users++
    if (params.nan !== 'reset')
      for (const [place, view] of (views[name]?.(params) ?? []).entries())
        if (view) this.#views.set(keyOf(indicatorOf(view[0]), view[1]), [key, place])
    return key
  }

  resultOf(key: string): { outputs: readonly IndicatorOutput[]; columns: readonly Float64Array[] } {
    const { outputs } = this.#task(key).indicator
    const columns = this.#results.get(key) ?? this.#find(key)
    this.#results.set(key, columns)
    return { outputs, columns }
  }

  #find(key: string): readonly Float64Array[] {
    const [whole, place] = this.#views.get(key) ?? []
    if (whole !== undefined && place !== undefined)
      return this.resultOf(whole).columns.slice(place, place + 1)
    const { indicator, params, lookback, detour, parts } = this.#task(key)
    const inputs = this.#inputsOf(indicator)
    // Parts that nobody asked for must have more users than there are parts, or the plain way is as short.
    const isWorthIt = (part: Task) => part.requested || part.users > parts.length
    if (!detour || !parts.every((part) => isWorthIt(this.#task(part))))
      return indicator.compute(inputs, params)
    const found = parts.map((part) => this.resultOf(part).columns[0] ?? new Float64Array())
    const origin = this.#task(parts[0] ?? '').lookback
    return computeAll(
      () => detour.last(lookback, origin),
      [...inputs, ...found],
      params,
      Array.from(indicator.outputs, () => undefined),
    )
  }

  #note(name: string, params: IndicatorParams): string {
    const indicator = indicatorOf(name)
    const key = keyOf(indicator, params)
    if (this.#tasks.has(key)) return key
    const lookback = indicator.lookback(params)
    // Gaps of the parts are not gaps of the inputs.
    const detour = params.nan === 'reset' ? undefined : detours[name]?.(params)
    const parts = (detour?.parts ?? []).map((part) => this.#note(...part))
    this.#tasks.set(key, { indicator, params, lookback, detour, parts, requested: false, users: 0 })
    return key
  }

  #task(key: string): Task {
    const task = this.#tasks.get(key)
    if (!task) throw new Error(`Nothing was noted as ${key}.`)
    return task
  }

  /** The columns that an indicator asks for, converted when they have to be. */
  #inputsOf({ inputs }: Indicator): Float64Array[] {
    return inputs.map((input) => {
      const column = this.#inputs.get(input) ?? asFloat64(columnOf(this.#series, input), [])
      this.#inputs.set(input, column)
      return column
    })
  }
}

/** The name and what differs from the defaults. */
function keyOf({ name, params: known }: Indicator, params: IndicatorParams): string {
  const usual = new Map<string, unknown>(known.map((param) => [param.name, param.default]))
  const changed = Object.entries(params).filter(
    ([param, value]) => value !== undefined && value !== usual.get(param),
  )
  return name + JSON.stringify(changed.sort())
}
