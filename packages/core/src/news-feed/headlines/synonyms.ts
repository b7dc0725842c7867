import { stemOf } from './stemOf.ts'

/** Words that desks use for one another. */
const groups = [
  'cuts slashes trims lowers reduces',
  'raises lifts hikes boosts increases',
  'rises gains climbs jumps soars surges rallies advances leaps',
  'falls drops slides sinks slips plunges tumbles slumps declines dips sags',
  'beats tops exceeds surpasses',
  'buys acquires purchases',
  'probes probe investigates inquiry investigation examines',
  'halts suspends pauses stops ends',
  'closes shuts shutters',
  'reports posts books',
  'delays postpones defers',
  'appoints names picks hires',
  'fires ousts sacks dismisses',
  'quits resigns',
  'wins secures lands bags',
  'warns cautions',
  'rejects rebuffs spurns',
  'starts begins launches',
  'estimates expectations consensus',
  'guidance outlook',
  'shares stock',
]
const meant = /* @__PURE__ */ new Map(
  groups.flatMap((group) => {
    const [first = '', ...others] = group.split(' ').map(stemOf)
    return others.map((other) => [other, first] as const)
  }),
)

const words = /* @__PURE__ */ new Map(
  groups.flatMap((group) => {
    const all = group.split(' ')
    return all.map((word) => [stemOf(word), all] as const)
  }),
)

/** The words that desks use for one another, of which this is one. */
export function wordsFor(word: string): readonly string[] {
  return words.get(stemOf(word)) ?? []
}

/** The stem that stands for all that mean the same in a headline: that of "cuts" for "slashes". */
export function meantBy(stem: string): string {
  return meant.get(stem) ?? stem
}
