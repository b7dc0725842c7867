import type { Span } from './reading.ts'

/** Sentences beyond this are not offered as quotes. */
const mostSentences = 12
const longestQuote = 280

/**
 * Where the sentences of a text lie. Long ones are cut at a word.
 *
 * @example
 * sentencesOf('Sales rose. Costs fell.') // [[0, 11], [12, 23]]
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  // A full stop ends a sentence when a capital, a digit or a quotation mark follows, and no single letter precedes it.
  const ends = /(?<![\s.(]\p{L})[.!?…]+["'”’)]*\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu
  let start = 0
  for (const match of text.matchAll(ends)) {
    add(start, match.index + match[0].trimEnd().length)
    start = match.index + match[0].length
  }
  add(start, text.length)
  return spans

  function add(from: number, to: number): void {
    if (to - from < 2 || spans.length >= mostSentences) return
    if (to - from <= longestQuote) {
      spans.push([from, to])
      return
    }
    const cut = text.lastIndexOf(' ', from + longestQuote)
    const end = cut > from ? cut : from + longestQuote
    // Half a surrogate pair is no text.
    spans.push([from, /[\ud800-\udbff]$/.test(text.slice(from, end)) ? end - 1 : end])
  }
}
