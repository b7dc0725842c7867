import type { Violation } from './violation.ts'
import { kindOf } from './vocabulary.ts'

// Words with their hyphens and apostrophes gone; everything that is no plain punctuation belongs to one. Some are words only
// apart: these phrases count.
const token =
  /\b(?:a quarter|a score|(?:quarter|score)s of|and change|or so|in on|real terms|run-rate)\b|[^\s,.;:!?'"()/•…‐–—‘’“”-]+/gi
// Digits of any script, fractions, Roman numerals, and what most numbers in words are made of.
export const countsAloud =
  /\p{N}|^[ivx]{2,}$|^(?:t(?:wo|hree|en(?:s|ths?)?$|wel|wen|hir)|fou?r|fi[fv](?:e|t)|six|seven|eight|nine|eleven|hal[fv]|zero|percent|digits?$|one$)|hundred|thousand|illion|dozen|fold|doubl|tripl|trebl|[drnxt]upl|twice/iu

/**
 * What may not stand in a text that is shown: a word outside the vocabulary. That is a number in whatever words or script, a
 * comparison that nothing knows how to check, a link, markup, and what cannot be seen.
 *
 * @param text - With everything masked that may stand there by name.
 */
export function checkProse(text: string, path: string): Violation[] {
  return (text.replace(/['’]s\b/g, '').match(token) ?? [])
    .filter((word) => {
      const kind = kindOf(word.toLowerCase())
      return kind === undefined || (kind !== 'capitals' && /^[A-Z]{2,}$/.test(word))
    })
    .map((word) => ({
      path,
      kind: countsAloud.test(word.normalize('NFKD')) ? 'number-in-prose' : 'unknown-word',
      detail: word,
    }))
}
