import { createRandom } from '../random.ts'

/** What can go wrong between a venue and a listener. */
export const cutKinds = [
  'close',
  'reset',
  'half-open',
  'silence',
  'reorder',
  'duplicate',
  'sequence-gap',
  'slow-rest',
  'rest-429',
] as const

export type CutKind = (typeof cutKinds)[number]

/** One cut, so long after the one before. */
export type Cut = { kind: CutKind; afterMs: number }

/** A seeded script in which every kind has its share. */
export function chaosScript(seed: number, count: number, kinds: readonly CutKind[] = cutKinds): Cut[] {
  const random = createRandom(seed)
  const bag: CutKind[] = []
  return Array.from({ length: count }, () => {
    if (bag.length === 0) bag.push(...kinds)
    const [kind = 'close'] = bag.splice(random.below(bag.length), 1)
    return { kind, afterMs: 300 + random.below(1_000) }
  })
}
