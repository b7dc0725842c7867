import { isKnown, meaning } from '../otherWords.ts'
import type { Chance } from './chance.ts'
import { publishers } from './passedOn.ts'

/** Of two to fourteen words, written for the project; none stands in the other lists. */
export const stacked = [
  'Orlane downgraded',
  'Orlane cuts outlook',
  'Bexhill beats forecasts',
  'Orlane halts buyback',
  'Bexhill recalls scooters',
  'Orlane raises dividend 10%',
  'Bexhill hires finance chief',
  'Orlane shares slide 6%',
  'Bexhill delays drug trial',
  'Orlane Q3 revenue misses estimates',
  'Watchdog fines Bexhill $40 million',
  'Orlane second quarter profit beats forecasts',
  'Court dismisses lawsuit against Orlane board',
  'Bexhill raises prices of breakfast cereals again',
  'Bexhill plant fire stops production of car seats',
  'Orlane wins approval for new asthma drug in Japan',
  'Orlane chief executive resigns after audit finds missing cash',
  'Bexhill posts first annual loss in a decade on writedowns',
  'Orlane margin shrinks as freight costs climb across all its regions',
  'Bexhill to stop making diesel engines at two plants by next summer',
]

type Way = (text: string, next: Chance) => string

const below = (next: Chance, most: number) => Math.floor(next() * most)
function one<const item>(next: Chance, from: readonly [item, ...item[]]): item {
  return from[below(next, from.length)] ?? from[0]
}

const by = (next: Chance) => publishers[below(next, publishers.length)]?.(below(next, 1_000)) ?? ''

/** The text with a change at one of the places that are looked for. */
function at(text: string, what: RegExp, next: Chance, change: (found: string) => string): string {
  const places = [...text.matchAll(what)]
  const place = places[below(next, places.length)]
  if (!place) return text
  return text.slice(0, place.index) + change(place[0]) + text.slice(place.index + place[0].length)
}

/** A letter dropped, doubled, or turned with the one behind it. */
function mistyped(word: string, next: Chance): string {
  const place = below(next, word.length - 1)
  const [letter = '', other = ''] = [word.charAt(place), word.charAt(place + 1)]
  const put = one(next, ['', letter + letter + other, other + letter])
  return word.slice(0, place) + (put || other) + word.slice(place + 2)
}

/** One letter in eight of a headline may be wrong, no two in a word, and none so that it makes another known one. */
const typing: Way = (text, next) => {
  const letters = text.replace(/\P{L}/gu, '').length
  let changed = text
  for (let left = 1 + below(next, Math.min(3, Math.max(1, letters >> 3))); left > 0; left--)
    changed = at(changed, /(?<!\S)\p{L}{5,}(?!\S)/gu, next, (word) => {
      const other = mistyped(word, next)
      return text.includes(word) && (!isKnown(other) || meaning(other) === meaning(word)) ? other : word
    })
  return changed
}

const code = (next: Chance) =>
  one(next, [
    `KA-${1000 + below(next, 9_000)}`,
    `ID${10_000 + below(next, 90_000)}`,
    `${below(next, 9e5)}ab7`,
  ])

/** One word for another: the two are written for one another by desks. */
const exchange =
  (pairs: string): Way =>
  (text, next) => {
    const fitting = pairs
      .split('|')
      .map((pair) => pair.split('='))
      .filter(([word = '']) => text.split(' ').includes(word))
    const [word = '', other = ''] = fitting[below(next, fitting.length)] ?? []
    return word === '' ? text : text.replace(word, other)
  }

/** Changes of the words come before those of their letters, and these before what is put around them. */
const rewriting: readonly Way[] = [
  exchange('cuts=slashes|cuts=trims|raises=lifts|beats=tops|halts=suspends|hires=appoints|slide=drop'),
  exchange('Q3=third-quarter|million=mln|6%=6 pct|10%=10 percent'),
  (text, next) => {
    if (text.split(' ').length < 5) return `${text}...`
    const short = text.slice(0, text.length - 1 - below(next, Math.min(12, text.length / 3))).trimEnd()
    return /\d\S*$/.test(short) ? `${text}...` : short + one(next, ['...', '…', ' ...', ' […]'])
  },
  // In the middle of a word, without any sign, with three fifths and more left.
  (text, next) => {
    const ends = [...text.matchAll(/(?<=\p{L}{2})(?=\p{L})/gu)].map(({ index }) => index)
    const fitting = ends.filter((end) => end >= text.length * 0.6)
    const end = fitting[below(next, fitting.length)]
    return text.split(' ').length < 5 || end === undefined ? text : text.slice(0, end)
  },
]
const lettering: readonly Way[] = [
  typing,
  (text, next) => at(text, /(?<=\p{L}) (?=\p{L})/gu, next, () => ''),
  (text, next) => at(text, /(?<=\p{L}{2})\p{L}(?=\p{L}{2})/gu, next, (letter) => ` ${letter}`),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
]
/** Of these, those that change words. */
const spelling = lettering.slice(0, 3)
const wrapping: readonly Way[] = [
  (text, next) =>
    one(next, ['BREAKING: ', 'Breaking News: ', 'ALERT: ', 'Exclusive - ', 'Market Alert: ', 'Top story: ']) +
    text,
  (text, next) => one(next, ['UPDATE 2-', 'RPT-', 'BRIEF-', 'DJ ', 'BUZZ-', 'PRESS RELEASE: ']) + text,
  (text, next) => `${by(next)}: ${text}`,
  (text, next) =>
    `${one(next, ['LONDON', 'NEW YORK', 'Paris'])}, May ${1 + below(next, 28)} (Wire) - ${text}`,
  (text, next) => text + one(next, [' - ', ' – ', ' | ', ' · ']) + by(next),
  (text, next) => `${text} (${by(next)})`,
  (text, next) => `${text} via ${by(next).replaceAll(' ', '')}`,
  (text, next) => `${text} (update ${below(next, 9)})`,
  (text, next) => `${below(next, 1_000)}. ${text}`,
  (text, next) => code(next) + one(next, [': ', ' - ', ' ', ' | ']) + text,
  (text, next) => `${text} [${code(next)}]`,
  (text, next) => `${text} ${one(next, ['#stocks', '#news', '$ORL'])} ${one(next, ['#markets', '#ORL'])}`,
  (text, next) => `${one(next, ['🚀', '📉', '🚨'])} ${text} ${one(next, ['🔥', '💥'])}`,
  (text, next) => `${text} https://t.co/${below(next, 1e6)}`,
  (text, next) => text + one(next, ['!!!', '.', '?!']),
  (text, next) => one(next, [`"${text}"`, `“${text}”`, `«${text}»`]),
  (text, next) =>
    text + one(next, [', says report', ', sources say', ' - report', `, according to ${by(next)}`]),
  (text) => `&quot;${text}&quot;`,
  (text) => `(${text})`,
  (text, next) => `${text} via ${one(next, ['Pacific Report', 'Capital Report', 'Morning Report'])}`,
  (text, next) => `${text} - ${1 + below(next, 999)}`,
]

/** A copy that was changed in one to three ways, one after the other. */
export function stackedCopy(headline: string, next: Chance): string {
  const ways = [...rewriting, ...lettering, ...wrapping]
  const drawn = new Set<Way>()
  const many = 1 + below(next, 3)
  while (drawn.size < many) {
    const way = ways[below(next, ways.length)]
    // A word changes once.
    const isTwice =
      rewriting.slice(0, 2).some((one) => drawn.has(one)) || spelling.some((one) => drawn.has(one))
    const isOfWords = way && (rewriting.slice(0, 2).includes(way) || spelling.includes(way))
    if (way && !(isTwice && isOfWords)) drawn.add(way)
  }
  return ways.filter((way) => drawn.has(way)).reduce((text, way) => way(text, next), headline)
}
