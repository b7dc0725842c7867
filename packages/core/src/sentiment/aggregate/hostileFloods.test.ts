import { beforeEach, expect, test, vi } from 'vitest'
import { createSentimentAggregator } from './createSentimentAggregator.ts'

/** Comparisons of whole headlines, letter by letter: what takes the time. */
let compared = 0
const fewestLetters = 100
/** Twelve wordings are looked for within a stranger, and twelve are held against it. */
const mostForStranger = 26

vi.mock('../../news-feed/headlines/mistakesBetween.ts', async (importOriginal) => {
  const { mistakesBetween } =
    await importOriginal<typeof import('../../news-feed/headlines/mistakesBetween.ts')>()
  return {
    mistakesBetween: (left: string, right: string, most: number) => {
      if (left.length >= fewestLetters) compared++
      return mistakesBetween(left, right, most)
    },
  }
})
vi.mock('../../news-feed/headlines/stretchWithin.ts', async (importOriginal) => {
  const { stretchWithin } =
    await importOriginal<typeof import('../../news-feed/headlines/stretchWithin.ts')>()
  return {
    stretchWithin: (part: string, whole: string, most: number) => {
      if (part.length >= fewestLetters) compared++
      return stretchWithin(part, whole, most)
    },
  }
})

beforeEach(() => {
  compared = 0
})

/** Parts of which many English words are made: headlines of such words have most of their letters in common. */
const parts = 'tion ment ing er con pro re in de ation com per ter est an en al ist ive ous'.split(' ')

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function longHeadline(next: () => number, words: number): string {
  const part = () => parts[Math.floor(next() * parts.length)] ?? ''
  return Array.from({ length: words }, () => part() + part() + part() + part()).join(' ')
}

/** With a letter in every forty another one. */
function mistyped(headline: string, next: () => number): string {
  const letters = [...headline]
  for (let at = Math.floor(next() * 40); at < letters.length; at += 40) letters[at] = 'x'
  return letters.join('')
}

function tell(titles: readonly string[]) {
  const aggregator = createSentimentAggregator({ score: () => ({ score: 1, confidence: 1 }) })
  return titles.filter((title, number) =>
    aggregator.push({
      id: `${number}`,
      time: number,
      title,
      source: `feed ${number % 50}`,
      instruments: ['equity:ACM'],
    }),
  ).length
}

test.each([12, 20])(
  'strangers among floods are compared letter by letter with few: headlines of %i long words',
  (words) => {
    const next = chance(words)
    const floods = Array.from({ length: 20 }, () => longHeadline(next, words))
    const copies = floods.flatMap((flood) =>
      Array.from({ length: 32 }, (_, number) => (number % 2 ? mistyped(flood, next) : flood)),
    )
    const strangers = Array.from({ length: 300 }, () => longHeadline(next, words))
    expect(tell(copies)).toBe(20)
    const before = compared
    compared = 0
    expect(tell([...copies, ...strangers])).toBe(320)
    expect(compared - before).toBeLessThan(strangers.length * mostForStranger)
  },
)
