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
  'halts suspends pauses stops',
  'closes shuts shutters',
  'reports posts books',
  'delays postpones defers',
  'appoints names picks',
  'fires ousts sacks dismisses',
  'quits resigns',
  'wins secures lands bags',
  'warns cautions',
  'rejects rebuffs spurns',
  'shares stock',
]
const meant = /* @__PURE__ */ new Map(
  groups.flatMap((group) => {
    const [first = '', ...others] = group.split(' ').map(stemOf)
    return others.map((other) => [other, first] as const)
  }),
)

/** The stem that stands for all that mean the same in a headline: that of "cuts" for "slashes". */
export function meantBy(stem: string): string {
  return meant.get(stem) ?? stem
}
