import type { BarSeries } from '@starkmatter/core'
import type { Indicator, IndicatorParams } from '@starkmatter/core/indicators/registry'

/** A column for each output, in the order of `definition.outputs`, aligned with the bars by index. */
export type IndicatorValues = {
  definition: Indicator
  params: IndicatorParams
  columns: readonly Float64Array[]
}

type Stream = ReturnType<Indicator['createStream']>

/**
 * Keeps one indicator up with a series: the whole at once when the series is another one, and one step a tick while it
 * is the same series growing (as `useLiveBars` gives it). Results share memory between ticks, as that series does.
 */
export class IndicatorTrack {
  readonly #definition: Indicator
  readonly #params: IndicatorParams
  #series: BarSeries | undefined
  #columns: Float64Array[] = []
  #stream: Stream | undefined
  #values: IndicatorValues | undefined

  constructor(definition: Indicator, params: IndicatorParams) {
    this.#definition = definition
    this.#params = params
  }

  /**
   * Values for every bar.
   *
   * @throws {InvalidParameterError} a parameter is out of its range
   */
  update(series: BarSeries): IndicatorValues {
    if (series === this.#series && this.#values) return this.#values
    const before = this.#series
    // Same memory and no bar less: closed bars are as they were, and only the end is new.
    const grows =
      before !== undefined &&
      before.time.buffer === series.time.buffer &&
      before.length > 0 &&
      series.length >= before.length &&
      series.length <= (this.#columns[0]?.length ?? 0)
    if (grows) this.#advance(before, series)
    else this.#recompute(series)
    this.#series = series
    const columns = this.#columns.map((column) => column.subarray(0, series.length))
    this.#values = { definition: this.#definition, params: this.#params, columns }
    return this.#values
  }

  #recompute(series: BarSeries): void {
    const inputs = this.#definition.inputs.map((name) => inputColumn(series, name))
    const columns = this.#definition.compute(inputs, this.#params)
    const capacity = series.time.buffer.byteLength / Float64Array.BYTES_PER_ELEMENT
    this.#stream = undefined
    this.#columns = columns.map((column) => {
      const roomy = new Float64Array(Math.max(capacity, column.length))
      roomy.set(column)
      return roomy
    })
  }

  #advance(before: BarSeries, series: BarSeries): void {
    const { inputs } = this.#definition
    const columns = inputs.map((name) => inputColumn(series, name))
    const valuesAt = (index: number) => columns.map((column) => column[index] ?? Number.NaN)
    const last = before.length - 1
    let stream = this.#stream
    if (stream) this.#write(last, stream.replaceLast(...valuesAt(last)))
    else {
      stream = this.#definition.createStream(this.#params)
      for (let index = 0; index < last; index++) stream.push(...valuesAt(index))
      this.#write(last, stream.push(...valuesAt(last)))
      this.#stream = stream
    }
    for (let index = before.length; index < series.length; index++) {
      this.#write(index, stream.push(...valuesAt(index)))
    }
  }

  #write(index: number, result: number | Record<string, number>): void {
    this.#definition.outputs.forEach(({ name }, output) => {
      const column = this.#columns[output]
      if (column) column[index] = typeof result === 'number' ? result : (result[name] ?? Number.NaN)
    })
  }
}

function inputColumn(series: BarSeries, name: Indicator['inputs'][number]): Float64Array {
  // Only functions with a period for every bar ask for `periods`, and a series has none: they stay empty.
  return name === 'periods' ? new Float64Array(series.length).fill(Number.NaN) : series[name]
}
