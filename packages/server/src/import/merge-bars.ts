import { type BarColumns, BarSeries } from '@starkmatter/core'

/**
 * What several files hold of one series, as one. Where two have a bar of the same time, the earlier file counts, and an
 * issue says how many of the others were left out.
 *
 * @param parts - In order of their files; at least one.
 */
export function mergeBars(parts: readonly BarSeries[]): BarSeries {
  const [first, ...others] = parts
  if (!first) throw new TypeError('mergeBars needs at least one part')
  if (others.length === 0) return first

  // One entry per bar: which part it is in, and where.
  const places = parts.flatMap((series, part) =>
    Array.from(series.time, (time, row) => ({ time, part, row })),
  )
  places.sort((a, b) => a.time - b.time || a.part - b.part)
  const kept = places.filter(({ time }, index) => time !== places[index - 1]?.time)

  const pick = (name: 'time' | 'open' | 'high' | 'low' | 'close' | 'volume') =>
    Float64Array.from(kept, ({ part, row }) => parts[part]?.[name][row] ?? Number.NaN)
  const columns: BarColumns = {
    time: pick('time'),
    open: pick('open'),
    high: pick('high'),
    low: pick('low'),
    close: pick('close'),
    volume: pick('volume'),
  }
  const leftOut = places.length - kept.length
  const message = `${leftOut} bars were left out, because an earlier file has one of the same time.`
  const issues = parts.flatMap((part) => part.issues)
  return new BarSeries(
    {
      ...first.facts(),
      gaps: parts.flatMap((part) => part.gaps),
      issues: leftOut === 0 ? issues : [...issues, { kind: 'duplicate-bar', message }],
    },
    columns,
  )
}
