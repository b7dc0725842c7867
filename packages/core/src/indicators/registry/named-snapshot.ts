import { InvalidParameterError } from '../../errors/index.ts'
import type { StreamSnapshot } from '../framework/snapshot.ts'
import { candleDefaults } from '../pattern/candle.ts'
import type { AnyStream, Indicator, IndicatorParams } from './entry.ts'

/**
 * A stream whose snapshots say what they are of, after the stream's own numbers: the codes of the title's letters, and how
 * many there are. Of numbers alone another function's may look alike.
 */
export function withNamedSnapshots(stream: AnyStream, title: string): AnyStream {
  const codes = Array.from(title, (letter) => letter.charCodeAt(0))
  return {
    // Bound, not wrapped: a list of values made for each bar would be garbage.
    push: stream.push.bind(stream),
    replaceLast: stream.replaceLast.bind(stream),
    peek: stream.peek.bind(stream),
    snapshot() {
      const state = stream.snapshot()
      const snapshot = new Float64Array(state.length + codes.length + 1)
      snapshot.set(state)
      snapshot.set([...codes, codes.length], state.length)
      return snapshot
    },
    restore(snapshot) {
      const found = titleOf(snapshot)
      if (found !== title) throw new InvalidParameterError('snapshot', `one of ${title}`, `one of ${found}`)
      stream.restore(snapshot.subarray(0, -1 - codes.length))
    },
  }
}

/** What a snapshot says that it is of. */
function titleOf(snapshot: StreamSnapshot): string {
  // Not asked by class: what is cloned may come from another realm.
  const length = snapshot?.BYTES_PER_ELEMENT === 8 ? Number(snapshot.at(-1)) : 0
  const codes = length > 0 && length < 10_000 ? snapshot.subarray(-1 - length, -1) : []
  const title = Array.from(codes, (code) => String.fromCharCode(Number(code))).join('')
  return /^[A-Z][A-Z0-9_]*\(.*\)$/.test(title) ? title : 'nothing that has a name'
}

/** A function with all that decides its results: `RSI(period=14, nan=propagate, profile=talib-0.6.4)`. */
export function titleOfStream(
  { name, params, profiles }: Pick<Indicator, 'name' | 'params' | 'profiles'>,
  { nan = 'propagate', profile = profiles[0], unstablePeriod = 0, settings, ...given }: IndicatorParams,
): string {
  const parts = params.map((param) => `${param.name}=${given[param.name] ?? param.default}`)
  parts.push(`nan=${nan}`)
  if (profiles.length > 1) parts.push(`profile=${profile}`)
  // What is the default may as well be absent.
  if (unstablePeriod !== 0) parts.push(`unstablePeriod=${unstablePeriod}`)
  const defaults: Readonly<Record<string, unknown>> = candleDefaults
  for (const [setting, value] of Object.entries(Object(settings)).sort()) {
    const text = JSON.stringify(value)
    if (text !== JSON.stringify(defaults[setting])) parts.push(`${setting}=${text}`)
  }
  return `${name}(${parts.join(', ')})`
}
