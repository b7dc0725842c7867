import { isTelling } from './template.ts'

/** What a headline tells that a story does not: in the place of which of its words, and what; and whether a slip may have put it there. */
export type Matter = { place: string; told: string; isSlip: boolean }

/** How often what was told in the place of each word of a story. */
export type Places = Map<string, Map<string, number>>

/** A word told in the place of so many others stands for none of them. */
const fewestPlaces = 2
/** Otherwise told so often, a place of a story is one that each fills in as they like. */
const fewestFilled = 8
/** So many words that are none of markets, which few tell by a mistake. */
const fewestNames = 4
/** Or otherwise by so many, each a part of all who tell it. */
const [fewestKinds, partOfAll] = [2, 16]
/** The same slip is not made by so many before another. */
const fewestTold = 2
/** Places of a story, and what is told in each, that are counted. */
const [mostPlaces, mostTold] = [16, 32]

/** Counts what is told in the place of the words of a story, by as many as are known to tell it. */
export function fillIn(places: Places, matter: readonly Matter[], copies = 1): void {
  for (const { place, told } of matter) {
    const known = places.get(place) ?? new Map<string, number>()
    if (places.size < mostPlaces) places.set(place, known)
    if (known.size < mostTold || known.has(told))
      known.set(told, Math.max(copies, (known.get(told) ?? 0) + 1))
  }
}

/** Whether a place of a story is filled in otherwise by so many that what is told there is no other story. */
export function isFilledIn(places: Places | undefined, { place, told }: Matter, copies: number): boolean {
  const others = places?.get(place)
  if (!places || !others) return false
  if (others.size >= fewestFilled) return true
  const all = [...places.values()]
  if (all.filter((words) => words.has(told)).length >= fewestPlaces) return true
  // What is no word of markets is filled in wherever it fits.
  const names = all.flatMap((words) => [...words.keys()]).filter(mayBeNamed)
  if (mayBeNamed(told) && names.length >= fewestNames) return true
  let kinds = 0
  for (const count of others.values()) if (count * partOfAll >= copies) kinds++
  return kinds >= fewestKinds
}

/** Whether so few have told something that each may have mistyped what is told in its place. */
export function isToldByFew(places: Places | undefined, { place, told }: Matter): boolean {
  return (places?.get(place)?.get(told) ?? 0) < fewestTold
}

function mayBeNamed(word: string): boolean {
  return !isTelling(word) && /^\p{L}+$/u.test(word)
}
