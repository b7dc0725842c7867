import { arcTangent } from '../framework/arc-tangent.ts'
import { earlier, later } from '../framework/later.ts'
import { degrees } from './hilbert.ts'

const turn = Math.PI * 2
const longest = 50
// Sines, then cosines, of the angles of each cycle length; made when first needed.
const waves: Float64Array[] = []

function waveOf(length: number): Float64Array {
  const made = new Float64Array(2 * length)
  for (let index = 0; index < length; index++) {
    const angle = (index * turn) / length
    made[index] = Math.sin(angle)
    made[length + index] = Math.cos(angle)
  }
  waves[length] = made
  return made
}

/** Phase of the dominant cycle in degrees, from the smoothed price and the period of the cycle. */
export function dominantPhase(first: number) {
  const state = new Float64Array(1)
  return {
    states: [state],
    window: longest,
    step(
      smooth: Float64Array,
      periods: Float64Array,
      phases: Float64Array,
      start: number,
      end: number,
    ): void {
      let phase = state[0] as number
      for (let index = later(start, first); index < end; index++) {
        const period = periods[index] as number
        const length = Math.trunc(period + 0.5)
        let sines = 0
        let cosines = 0
        if (length > 0) {
          const wave = waves[length] ?? waveOf(length)
          const reach = earlier(length, index + 1)
          for (let back = 0; back < reach; back++) {
            const value = smooth[index - back] as number
            sines += (wave[back] as number) * value
            cosines += (wave[length + back] as number) * value
          }
        }
        if (Math.abs(cosines) > 0) phase = arcTangent(sines / cosines) * degrees
        else if (sines < 0) phase -= 90
        else if (sines > 0) phase += 90
        phase += 90
        phase += 360 / period
        if (cosines < 0) phase += 180
        if (phase > 315) phase -= 360
        phases[index] = phase
      }
      state[0] = phase
    },
  }
}
