/** Which bars of a series are in the chart: `from` inclusive, `to` exclusive, by index. */
export type BarWindow = { from: number; to: number }

/**
 * The chart's cost of one tick grows with the bars loaded, so it never holds more than this. 10,000 are 20 screens on a
 * wide display; past 20,000 a frame takes longer than its 16 ms.
 */
export const windowLimit = 10_000
const windowAtStart = 3_000
/** Bars kept ready beyond the edge of what is seen. */
const margin = 400

/** The newest bars of a series. */
export function newestWindow(length: number): BarWindow {
  return { from: Math.max(0, length - windowAtStart), to: length }
}

/**
 * The window to move to when the user sees `visible` (indices into the series), or `undefined` while this one will do.
 */
export function moveWindow(length: number, window: BarWindow, visible: BarWindow): BarWindow | undefined {
  const needsOlder = window.from > 0 && visible.from - window.from < margin
  const needsNewer = window.to < length && window.to - visible.to < margin
  const isTooLong = window.to - window.from > 2 * windowLimit
  if (!needsOlder && !needsNewer && !isTooLong) return undefined
  const middle = Math.round((visible.from + visible.to) / 2)
  const latest = Math.max(0, length - windowLimit)
  const from = Math.min(Math.max(0, middle - windowLimit / 2), latest)
  const next = { from, to: Math.min(length, from + windowLimit) }
  return next.from === window.from && next.to === window.to ? undefined : next
}

/** Whether the user is near the oldest bar that there is, by a screen or so. */
export function wantsOlder(visible: BarWindow): boolean {
  return visible.from < 150
}
