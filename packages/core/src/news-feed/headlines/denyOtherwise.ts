import { otherDenials } from './differences.ts'
import { fillers } from './isFiller.ts'
import { isMistyped } from './isMistyped.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { denials } from './ordinaryWords.ts'
import type { Headline } from './readHeadline.ts'

type Telling = Pick<Headline, 'stems' | 'denied' | 'tokens'>

/** What "no" and "nor" may be mistyped from. */
const meant = /* @__PURE__ */ new Map([
  ['no', ['to', 'on', 'so']],
  ['nor', ['for', 'or']],
])

/** Letters of a denial from which on it is known with a mistake: "dnied", "failssale". */
const fewest = 4

/** Whether only one of two headlines denies what both tell, and not by a mistake: "no cut jobs", "no rthern mill". */
export function denyOtherwise(left: Telling, right: Telling): boolean {
  return otherDenials(left, right) && !isByMistake(left, right) && !isByMistake(right, left)
}

/**
 * Whether a headline denies what the other tells by nothing but what a slip makes of a word that says nothing: "to no lay off"
 * for "to now lay off".
 */
export function deniesBySlip({ tokens: others }: Telling, { tokens }: Telling): boolean {
  const own = tokens.filter((token) => denials.has(token) && !others.includes(token))
  return own.length > 0 && own.every(isFillerBySlip)
}

/** Whether a word may be a filler that lacks a letter. */
export function isFillerBySlip(word: string): boolean {
  return fillers.some((filler) => filler.length > word.length && mistakesBetween(word, filler, 1) <= 1)
}

function isByMistake({ tokens }: Telling, { tokens: others }: Telling): boolean {
  return tokens.some((token, at) => {
    if (token.length >= fewest && denials.has(token) && !others.includes(token))
      return (
        others.some((other) => other.includes(token) || isMistyped(token, other)) ||
        others.join('').includes(token)
      )
    const words = meant.get(token)
    if (!words || others.includes(token)) return false
    return (
      words.includes(others[at] ?? '') ||
      // Words put in before it move it.
      words.some((word) => !tokens.includes(word) && others[others.indexOf(word) + 1] === tokens[at + 1]) ||
      others.includes(token + tokens[at + 1]) ||
      others.includes(tokens[at - 1] + token) ||
      others[at] + (others[at + 1] ?? '') === token
    )
  })
}
