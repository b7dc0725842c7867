import { type Chance, chance } from './chance.ts'
import type { Wrapping } from './passedOn.ts'

/** Of one to fourteen words, written for the project; none stands in `passedOn.ts` or `fillings.ts`. */
export const mistyped = [
  'Sorbane',
  'Sorbane rallies',
  'Wexley upgraded',
  'Sorbane cuts dividend',
  'Orrin buys Wexley',
  'Sorbane beats estimates',
  'Sorbane shares soar',
  'Acme hires new chief',
  'Wexley faces tax probe',
  'Sorbane Foods recalls baby milk',
  'Sorbane profit rises 8%',
  'Orrin lifts stake in Wexley Mining',
  'Sorbane to cut 1,200 jobs at two plants',
  'Wexley Mining halts work at its biggest pit',
  'Orrin wins a $3.4bn order for trains from the city of Pellam',
  'Court rejects appeal of Sorbane in dispute over patents for pumps',
  'Wexley Mining says copper output fell in the quarter as storms closed two pits',
  'Sorbane raises its outlook for the year after strong demand for frozen meals in Asia',
]

type Mistake = (text: string, next: Chance) => string

const below = (next: Chance, most: number) => Math.floor(next() * most)
const one = (next: Chance, from: string) => from.charAt(below(next, from.length))
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** One of the places where the text has what is looked for; -1 where it has none. */
function placeOf(text: string, what: RegExp, next: Chance): number {
  const places = [...text.matchAll(what)].map(({ index }) => index)
  return places[below(next, places.length)] ?? -1
}

/** A mistake at a place of that kind; the text as it is where there is none. */
const at =
  (what: RegExp, change: (text: string, place: number, next: Chance) => string): Mistake =>
  (text, next) => {
    const place = placeOf(text, what, next)
    return place < 0 ? text : change(text, place, next)
  }
const spliced = (text: string, place: number, taken: number, put = '') =>
  text.slice(0, place) + put + text.slice(place + taken)

const letter = /\p{L}/gu
const dropped = at(letter, (text, place) => spliced(text, place, 1))
const doubled = at(letter, (text, place) => spliced(text, place, 0, text.charAt(place)))
const changed = at(letter, (text, place, next) => spliced(text, place, 1, one(next, alphabet)))
const added = at(letter, (text, place, next) => spliced(text, place, 0, one(next, alphabet)))
const turned = at(/\p{L}(?=\p{L})/gu, (text, place) =>
  spliced(text, place, 2, text.charAt(place + 1) + text.charAt(place)),
)
const beside = at(letter, (text, place, next) => {
  const row = rows.find((keys) => keys.includes(text.charAt(place).toLowerCase())) ?? 'x'
  const key = row.indexOf(text.charAt(place).toLowerCase())
  return spliced(text, place, 1, row.charAt(key + (next() < 0.5 && key > 0 ? -1 : 1)) || row.charAt(key - 1))
})
const joined = at(/ /g, (text, place) => spliced(text, place, 1))
const parted = at(/(?<=\p{L})\p{L}/gu, (text, place) => spliced(text, place, 0, ' '))
const headless = at(/(?<!\p{L})\p{L}(?=\p{L})/gu, (text, place) => spliced(text, place, 1))
const otherHead = at(/(?<!\p{L})\p{L}(?=\p{L})/gu, (text, place, next) =>
  spliced(text, place, 1, one(next, alphabet)),
)
const tailless = at(/(?<=\p{L})\p{L}(?!\p{L})/gu, (text, place) => spliced(text, place, 1))
const short = at(/(?<!\p{L})\p{L}{2,4}(?!\p{L})/gu, (text, place, next) => {
  const [word = ''] = text.slice(place).match(/^\p{L}+/u) ?? []
  return spliced(text, place, word.length, anyMistake(word, next))
})
const anyMistake: Mistake = (text, next) =>
  ([dropped, doubled, changed, added, turned][below(next, 5)] ?? dropped)(text, next)
const anywhere: Mistake = (text, next) =>
  ([dropped, doubled, changed, added, turned, joined, parted][below(next, 7)] ?? dropped)(text, next)

/** Several mistakes one after the other. */
const all =
  (...mistakes: readonly Mistake[]): Mistake =>
  (text, next) =>
    mistakes.reduce((changing, mistake) => mistake(changing, next), text)

const words =
  (change: (list: string[], next: Chance) => void): Mistake =>
  (text, next) => {
    const list = text.split(' ')
    change(list, next)
    return list.join(' ')
  }
function exchange(list: string[], place: number, other: number): void {
  const [left = '', right = ''] = [list[place], list[other]]
  list[place] = right
  list[other] = left
}
const neighbours = words((list, next) => {
  const place = below(next, list.length - 1)
  exchange(list, place, place + 1)
})
const missing = words((list, next) => list.splice(below(next, list.length), 1))

const form = (name: string, mistake: Mistake, fewest = 1): Wrapping => ({
  name,
  wrap: (headline, number) => mistake(headline, chance(number * 2_003 + headline.length)),
  fewest,
})

/** Copies that whoever passes them on has mistyped, each in another way. */
export const mistakes: readonly Wrapping[] = [
  form('a letter dropped', dropped),
  form('a letter doubled', doubled),
  form('a letter changed', changed),
  form('a letter added', added),
  form('two letters turned', turned),
  form('the key beside', beside),
  form('a blank dropped', joined, 2),
  form('a blank added', parted),
  form('a blank moved', all(joined, parted), 2),
  form('a first letter dropped', headless),
  form('a first letter changed', otherHead),
  form('a last letter dropped', tailless),
  form('a mistake in a short word', short),
  form('any mistake', anywhere),
  form('two mistakes', all(anywhere, anywhere), 2),
  form('two letters changed', all(changed, changed), 2),
  form('two letters dropped', all(dropped, dropped), 2),
  form('three mistakes', all(anywhere, anywhere, anywhere), 3),
  form('a letter of each word dropped', (text, next) =>
    text.replace(/\p{L}{3,}/gu, (word) => dropped(word, next)),
  ),
  form('a mistake in each long word', (text, next) =>
    text.replace(/\p{L}{5,}/gu, (word) => anyMistake(word, next)),
  ),
  form('no blanks', (text) => text.replaceAll(' ', '')),
  form('some blanks dropped', (text, next) => text.replace(/ /g, (blank) => (next() < 0.5 ? '' : blank))),
  form('dots for blanks', (text) => text.replaceAll(' ', '.')),
  form('other signs for blanks', (text, next) => text.replace(/ /g, () => one(next, '_-+/.,'))),
  form(
    'a sign added',
    at(letter, (text, place, next) => spliced(text, place, 0, one(next, ".,;:'-_*!?/"))),
  ),
  form(
    'a blank and a sign',
    at(/ /g, (text, place, next) => spliced(text, place, 0, one(next, '.,;:-!'))),
  ),
  form('letters apart', (text) => [...text].join(' ')),
  form('a tag', (text) => `#${text.replace(/(?:^| )(\p{L})/gu, (_, first: string) => first.toUpperCase())}`),
  form('an end cut off', (text, next) => text.slice(0, text.length - 1 - below(next, 3)), 2),
  form('a beginning cut off', (text, next) => text.slice(1 + below(next, 2)), 2),
  form('vowels dropped', (text, next) =>
    text.replace(/(?<=\p{L})[aeiou]/gu, (vowel) => (next() < 0.3 ? '' : vowel)),
  ),
  form('capitals anywhere', (text, next) =>
    text.replace(letter, (sign) => (next() < 0.5 ? sign.toUpperCase() : sign)),
  ),
  form('two words turned', neighbours, 3),
  form(
    'two words exchanged',
    words((list, next) => exchange(list, below(next, list.length), below(next, list.length))),
    3,
  ),
  form('two words turned, and a mistake', all(neighbours, anywhere), 3),
  form('a word missing, and a mistake', all(missing, anywhere), 6),
  form(
    'a word twice, and a mistake',
    all(
      words((list, next) => {
        const place = below(next, list.length)
        list.splice(place, 0, list[place] ?? '')
      }),
      anywhere,
    ),
    2,
  ),
  form('a mistake in every other copy', (text, next) => (next() < 0.5 ? text : anywhere(text, next))),
  form('a mistake, passed on', (text, next) => `${anywhere(text, next)} - Publisher${below(next, 1_000)}`),
  form('a mistake, told by', (text, next) => `Publisher${below(next, 1_000)}: ${anywhere(text, next)}`),
  form('a mistake in all that is passed on', (text, next) =>
    anywhere(`${text} - Publisher${below(next, 1_000)}`, next),
  ),
  form('a mistake, with a counter', (text, next) => `${anywhere(text, next)} (${below(next, 1_000)})`),
  form('a mistake IN CAPITALS', (text, next) => anywhere(text, next).toUpperCase()),
  form('a mistake in lower case', (text, next) => anywhere(text, next).toLowerCase()),
  form('figures for letters, and a mistake', (text, next) =>
    anywhere(text, next).replace(/(?<=\p{L})[aeos](?=\p{L})/gu, (sign) =>
      next() < 0.4 ? ({ a: '4', e: '3', o: '0', s: '5' }[sign] ?? sign) : sign,
    ),
  ),
  form(
    'a figure mistyped',
    at(/\d/g, (text, place, next) => spliced(text, place, Number(next() < 0.7), one(next, '0123456789'))),
  ),
]
