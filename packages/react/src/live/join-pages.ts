import { BarSeries } from '@starkmatter/core'
import { makeColumns } from './columns.ts'

/**
 * Pages of history, newest page first, as one series. Bars that two pages share count once, as the newer page has them.
 * `null` pages are the end of history.
 */
export function joinPages(pages: readonly (BarSeries | null)[]): BarSeries | undefined {
  const newest = pages[0]
  if (!newest) return undefined
  const parts: BarSeries[] = []
  let before = Number.POSITIVE_INFINITY
  for (const page of pages) {
    if (!page) continue
    let end = page.length
    while (end > 0 && (page.time[end - 1] ?? 0) >= before) end--
    if (end === 0) continue
    parts.unshift(end === page.length ? page : page.slice(0, end))
    before = page.time[0] ?? before
  }
  if (parts.length <= 1) return parts[0] ?? newest
  return new BarSeries(
    {
      ...newest.facts(),
      gaps: parts.flatMap((part) => part.gaps),
      issues: parts.flatMap((part) => part.issues),
      simulated: parts.some((part) => part.simulated),
    },
    makeColumns((name) => concatenate(parts.map((part) => part[name]))),
  )
}

function concatenate(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0))
  let offset = 0
  for (const column of columns) {
    joined.set(column, offset)
    offset += column.length
  }
  return joined
}
