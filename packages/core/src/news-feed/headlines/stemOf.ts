/** Verbs that are hardly longer than their endings. */
const short = /^(?:ax|su)e[ds]?$/

/** Without what number and tense add: "cuts", "cut" and "cutting" are one. */
export function stemOf(word: string): string {
  if (short.test(word)) return word.slice(0, 2)
  if (word.length < 4) return word
  let stem = word
  if (stem.endsWith('ies') || stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`
  else if (stem.endsWith('s') && !stem.endsWith('ss') && !stem.endsWith('us')) stem = stem.slice(0, -1)
  if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2)
  else if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3)
  if (stem.endsWith('e')) return stem.slice(0, -1)
  const last = stem.charAt(stem.length - 1)
  return last === stem.charAt(stem.length - 2) && !/[aeiouls\d]/.test(last) ? stem.slice(0, -1) : stem
}
