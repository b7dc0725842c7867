import type { Coverage } from './bar-store.ts'

/**
 * Joins a stretch with those it touches. The joined one is as old as its oldest part.
 *
 * @example
 * mergeCoverage([{ from: 0, until: 5, fetchedAt: 1 }], { from: 5, until: 9, fetchedAt: 2 })
 * // [{ from: 0, until: 9, fetchedAt: 1 }]
 */
export function mergeCoverage(existing: readonly Coverage[], added: Coverage): Coverage[] {
  const apart: Coverage[] = []
  let joined = added
  for (const stretch of existing) {
    if (stretch.until < joined.from || stretch.from > joined.until) {
      apart.push(stretch)
      continue
    }
    const isInside = stretch.from >= added.from && stretch.until <= added.until
    joined = {
      from: Math.min(joined.from, stretch.from),
      until: Math.max(joined.until, stretch.until),
      // A stretch that was asked for again as a whole is as fresh as the new answer.
      fetchedAt: isInside ? joined.fetchedAt : Math.min(joined.fetchedAt, stretch.fetchedAt),
    }
  }
  return [...apart, joined].sort((a, b) => a.from - b.from)
}
