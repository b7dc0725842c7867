import type { CompareCondition, Condition } from '../rules/condition.ts'

/** A condition on the price alone: one that the book can find by its level. */
export type LevelCondition = { relation: CompareCondition['relation']; level: number }

/** The price's way between two evaluations: what it reached at most and at least, and where it stands. */
export type PriceMove = { from: number; high: number; low: number; to: number }

/** The level that a condition compares the closing or latest price with, if it is of that kind. */
export function levelOf(condition: Condition): LevelCondition | undefined {
  if (condition.type !== 'compare') return undefined
  const { left, relation, right } = condition
  if (left.kind !== 'price' || left.field !== 'close' || right.kind !== 'level') return undefined
  return { relation, level: right.value }
}

type Side = 'reach up' | 'reach down' | 'rise above' | 'fall below'

const sidesOf: Record<LevelCondition['relation'], readonly Side[]> = {
  crosses: ['reach up', 'reach down'],
  'crosses above': ['reach up'],
  'crosses below': ['reach down'],
  'is above': ['rise above'],
  'is below': ['fall below'],
}

/**
 * Alerts on price levels, sorted by level: a move finds those between its ends by two binary searches, however many others
 * there are. It needs no memory of each alert, as which of them wait for a rise follows from where the price stands.
 */
export class LevelBook {
  readonly #sides: Record<Side, SortedLevels> = {
    'reach up': new SortedLevels(),
    'reach down': new SortedLevels(),
    'rise above': new SortedLevels(),
    'fall below': new SortedLevels(),
  }

  add(id: string, { relation, level }: LevelCondition): void {
    for (const side of sidesOf[relation]) this.#sides[side].add(level, id)
  }

  remove(id: string, { relation, level }: LevelCondition): void {
    for (const side of sidesOf[relation]) this.#sides[side].remove(level, id)
  }

  /** Those that a move makes true, each once. From its low on, the price certainly rose to where it stands. */
  hits({ from, high, low, to }: PriceMove): Set<string> {
    const up = this.#sides['reach up']
    const down = this.#sides['reach down']
    const above = this.#sides['rise above']
    const below = this.#sides['fall below']
    const found = new Set<string>()
    const take = (ids: readonly string[]) => {
      for (const id of ids) found.add(id)
    }
    take(up.between(from, high, 'last'))
    take(up.between(low, to, 'last'))
    take(down.between(low, from, 'first'))
    take(down.between(to, high, 'first'))
    take(above.between(from, high, 'first'))
    take(above.between(low, to, 'first'))
    take(below.between(low, from, 'last'))
    take(below.between(to, high, 'last'))
    return found
  }
}

class SortedLevels {
  readonly #levels: number[] = []
  readonly #ids: string[] = []

  add(level: number, id: string): void {
    const place = this.#firstAbove(level)
    this.#levels.splice(place, 0, level)
    this.#ids.splice(place, 0, id)
  }

  remove(level: number, id: string): void {
    const place = this.#ids.indexOf(id, this.#firstAtLeast(level))
    if (place === -1) return
    this.#levels.splice(place, 1)
    this.#ids.splice(place, 1)
  }

  /** Levels between two prices, with the first or the last of the two among them. */
  between(low: number, high: number, included: 'first' | 'last'): readonly string[] {
    if (!(low < high)) return []
    return included === 'last'
      ? this.#ids.slice(this.#firstAbove(low), this.#firstAbove(high))
      : this.#ids.slice(this.#firstAtLeast(low), this.#firstAtLeast(high))
  }

  #firstAtLeast(level: number): number {
    return this.#search((other) => other >= level)
  }

  #firstAbove(level: number): number {
    return this.#search((other) => other > level)
  }

  #search(isBeyond: (level: number) => boolean): number {
    let from = 0
    let until = this.#levels.length
    while (from < until) {
      const middle = (from + until) >> 1
      if (isBeyond(this.#levels[middle] ?? Number.NaN)) until = middle
      else from = middle + 1
    }
    return from
  }
}
