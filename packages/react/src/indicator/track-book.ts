import type { BarSeries } from '@starkmatter/core'
import type { Indicator, IndicatorParams } from '@starkmatter/core/indicators/registry'
import { IndicatorTrack, type IndicatorValues } from './indicator-track.ts'

export type IndicatorResult = { name: string; values: IndicatorValues | null; error: Error | null }

/** Tracks of the indicators in use, by name and parameters: adding one does not work the others out again. */
export class TrackBook {
  #tracks = new Map<string, IndicatorTrack>()

  update(
    registry: ReadonlyMap<string, Indicator>,
    requests: readonly { name: string; params?: IndicatorParams | undefined }[],
    series: BarSeries,
  ): readonly IndicatorResult[] {
    const kept = new Map<string, IndicatorTrack>()
    const results = requests.map(({ name, params = {} }): IndicatorResult => {
      const definition = registry.get(name)
      if (!definition) return { name, values: null, error: unknownIndicator(name) }
      const key = `${name} ${JSON.stringify(params)}`
      const track = this.#tracks.get(key) ?? new IndicatorTrack(definition, params)
      kept.set(key, track)
      try {
        return { name, values: track.update(series), error: null }
      } catch (error) {
        return { name, values: null, error: error instanceof Error ? error : new Error(String(error)) }
      }
    })
    this.#tracks = kept
    return results
  }
}

function unknownIndicator(name: string): Error {
  return new Error(
    `There is no indicator "${name}". The names are the keys of @starkmatter/core/indicators/registry, like "RSI".`,
  )
}
