import type { Wrapping } from './passedOn.ts'

/** Of two to fifteen words, written for the project; none stands in `passedOn.ts`. */
export const flooded = [
  'Marbury upgraded',
  'Dorrit buys Pellam',
  'Ostrava Mines halts output',
  'Kelvane wins $2.4bn defence contract',
  'Ostrava Mines lowers copper output forecast for year',
  'Union at Ostrava Mines votes for strike over pay and hours',
  'Kelvane profit doubles as demand for grid batteries outruns supply across northern Europe this year',
]

const consonants = 'bcdfghklmnprstvz'
const vowels = 'aeiou'

/** A word that no list can know, of six or eight letters; the same for the same number. */
function nonsense(number: number): string {
  const syllables = Array.from({ length: 3 + (number % 2) }, (_, place) => {
    const mixed = Math.imul(number + 1, 2_654_435_761 + 40_503 * place) >>> 8
    return consonants.charAt(mixed % 16) + vowels.charAt((mixed >>> 4) % 5)
  })
  return syllables.join('')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const name = (number: number) => capital(nonsense(number))
const hex = (number: number) => (Math.imul(number, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')
const pick = (list: readonly string[], number: number) => list[number % list.length] ?? ''
const pictures = [...'🚀🔥💎😱📉📈🤑💥👀🙏🎯💸🐻🐂✅🌕']
const ordinary =
  'table river green window paper yellow bottle garden orange winter coffee pencil silver castle forest ocean bridge candle mirror rabbit violet kettle ladder magnet needle pepper quartz ribbon saddle teapot velvet walnut anchor basket desert eagle guitar helmet jungle kitten lemon marble napkin olive rocket sailor tunnel valley wagon zebra'.split(
    ' ',
  )

/** With words changed from that place on, which goes round with the number. */
function changed(headline: string, place: number, change: (words: string[], at: number) => void): string {
  const words = headline.split(' ')
  change(words, place % words.length)
  return words.join(' ')
}

const inserted = (headline: string, number: number, word: string) =>
  changed(headline, number * 7 + 3, (words, at) => words.splice(at, 0, word))

/** A copy whose filler no rule on publishers or labels takes away. */
export const fillings: readonly Wrapping[] = [
  ...[
    (number: number) => `by Publisher${number}`,
    (number: number) => `by ${name(number)} ${name(number + 5_000)}`,
    (number: number) => `Publisher${number}`,
    (number: number) => `v${number}`,
    (number: number) => `word${number}`,
    (number: number) => `update ${number}`,
    (number: number) => `copy ${number}`,
    (number: number) => `no. ${number}`,
    (number: number) => `${number}/1000`,
    (number: number) => `#${nonsense(number)}`,
    (number: number) => `${number % 24}:${String(number % 60).padStart(2, '0')}`,
    (number: number) => `2026-0${1 + (number % 9)}-${10 + (number % 19)}`,
    (number: number) => `www.${nonsense(number)}.com/${number}`,
    (number: number) => `id:${hex(number)}`,
    (number: number) => hex(number),
    nonsense,
    (number: number) => nonsense(number).toUpperCase(),
    (number: number) => `as told by user${number}`,
    (number: number) => `from user${number}`,
  ].map((filler) => ({
    name: `headline ${filler(17)}`,
    wrap: (headline: string, number: number) => `${headline} ${filler(number)}`,
  })),
  ...[
    (number: number) => `${number}:`,
    (number: number) => `${number})`,
    (number: number) => `${number} -`,
    (number: number) => `${number}/1000`,
    (number: number) => `#${number}`,
    (number: number) => `No. ${number}:`,
    (number: number) => `${number}`,
    (number: number) => `2026-0${1 + (number % 9)}-${10 + (number % 19)}:`,
    (number: number) => `Publisher${number}`,
    (number: number) => `user${number}:`,
    (number: number) => `BREAKING${number}`,
    (number: number) => `#${nonsense(number)} #news`,
    nonsense,
  ].map((filler) => ({
    name: `${filler(17)} headline`,
    wrap: (headline: string, number: number) => `${filler(number)} ${headline}`,
  })),
  { name: ', version 17', wrap: (headline, number) => `${headline}, version ${number}` },
  { name: ', reported by', wrap: (headline, number) => `${headline}, reported by ${name(number)}` },
  {
    name: 'two fillers behind',
    wrap: (headline, number) => `${headline} ${nonsense(number)} ${nonsense(number + 9_999)}`,
    fewest: 3,
  },
  {
    name: 'fillers on both sides',
    wrap: (headline, number) => `${nonsense(number)} ${headline} v${number}`,
    fewest: 3,
  },
  {
    name: 'as and three fillers',
    wrap: (headline, number) =>
      `${headline} as ${nonsense(number)} ${nonsense(number + 77)} ${nonsense(number + 99)}`,
    fewest: 4,
  },
  { name: 'a word within', wrap: (headline, number) => inserted(headline, number, nonsense(number)) },
  {
    name: 'an ordinary word within',
    wrap: (headline, number) => inserted(headline, number, pick(ordinary, number)),
    fewest: 3,
  },
  {
    name: 'an ordinary word behind',
    wrap: (headline, number) => `${headline} ${pick(ordinary, number)}`,
    fewest: 3,
  },
  {
    name: 'a number within',
    wrap: (headline, number) => inserted(headline, number, `${number}`),
    fewest: 3,
  },
  {
    name: 'a ticker within',
    wrap: (headline, number) => inserted(headline, number, `$${nonsense(number).slice(0, 4).toUpperCase()}`),
    fewest: 3,
  },
  {
    name: 'a picture within',
    wrap: (headline, number) => inserted(headline, number, pick(pictures, number)),
  },
  {
    name: 'another last word',
    wrap: (headline, number) => headline.replace(/\S+$/, nonsense(number)),
    fewest: 4,
  },
  {
    name: 'another word',
    wrap: (headline, number) =>
      changed(headline, number, (words, at) => words.splice(at, 1, nonsense(number))),
    fewest: 5,
  },
  {
    name: 'a word less',
    wrap: (headline, number) => changed(headline, number, (words, at) => words.splice(at, 1)),
    fewest: 5,
  },
  {
    name: 'two words in each other’s place',
    wrap: (headline, number) =>
      changed(headline, number, (words, at) => words.splice(at, 2, ...words.slice(at, at + 2).reverse())),
    fewest: 3,
  },
  {
    name: 'a word twice',
    wrap: (headline, number) =>
      changed(headline, number, (words, at) => words.splice(at, 0, words[at] ?? '')),
  },
  {
    name: 'letters drawn out',
    wrap: (headline, number) => {
      const at = headline.search(/[a-z]/) + (number % 3)
      return headline.slice(0, at) + headline.charAt(at).repeat(3 + (number % 4)) + headline.slice(at)
    },
  },
  {
    name: 'letters of another alphabet',
    wrap: (headline, number) =>
      headline.replace(/[aeop]/g, (letter, at) =>
        (at + number) % 3 === 0 ? ({ a: 'а', e: 'е', o: 'о', p: 'р' }[letter] ?? letter) : letter,
      ),
  },
  {
    name: 'chatter',
    wrap: (headline, number) =>
      pick(
        ['wow x', 'x lol', 'so x', 'x omg', 'did you see x', 'x thoughts?', 'big news x', 'x not good'],
        number,
      ).replace('x', headline),
    fewest: 4,
  },
]
