const english = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Languages of feeds. No name of a month in one of them is, or begins, the name of another month in another. */
const languages = 'de fr es it pt nl sv da nb fi pl cs hu ro tr el ru uk ca id'.split(' ')

/** Names that `Intl` does not give: Austria's January, the German short form of March, an old spelling of September. */
const others: readonly (readonly [name: string, month: number])[] = [
  ['janner', 0],
  ['mrz', 2],
  ['setiembre', 8],
]

/** Made when a feed first has a name that is not English. */
let foreign: readonly (readonly [name: string, month: number])[] | undefined

/**
 * The month (0 is January) of a name, or of its beginning of at least three letters, in English or another language of
 * feeds; `undefined` for what is none.
 *
 * @example
 * monthNamed('févr.') // 1
 */
export function monthNamed(written: string): number | undefined {
  const name = plain(written)
  if (name.length < 3) return undefined
  const month = english.findIndex((full) => full.startsWith(name))
  if (month >= 0) return month
  foreign ??= [...others, ...languages.flatMap(namesIn)]
  const whole = foreign.find(([full]) => full === name)
  const months = new Set(foreign.filter(([full]) => full.startsWith(name)).map(([, index]) => index))
  // `jui` may be two, while the Czech June is whole where July goes on.
  return whole?.[1] ?? (months.size === 1 ? [...months][0] : undefined)
}

/** Long and short, as they stand alone and beside a day, where many languages inflect them. */
function namesIn(language: string): (readonly [name: string, month: number])[] {
  return (['long', 'short'] as const).flatMap((style) =>
    [undefined, 'numeric' as const].flatMap((day) => {
      const format = new Intl.DateTimeFormat(language, { month: style, day, timeZone: 'UTC' })
      return english.map((_, month) => {
        const parts = format.formatToParts(Date.UTC(2026, month, 5))
        return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), month] as const
      })
    }),
  )
}

/** Without accents and full stops: feeds write `fevr`, `Mar.`, `AOUT`. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
}
