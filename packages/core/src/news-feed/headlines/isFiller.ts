import { isKnown } from './otherWords.ts'

/** What says nothing wherever it is put. */
export const fillers = 'a an the its now again also today just'.split(' ')
/** Letters of a word from which on one less, or another one, makes no other word. */
const lengthForChanged = 5
const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

/** Without those that are words of markets by themselves: "own", "gain". */
const known = /* @__PURE__ */ new Set(
  fillers.flatMap((word) => [word, ...mistypedFrom(word)]).filter((word) => !isKnown(word)),
)

/** Letters of the longest of them; most words are longer, and are not looked for. */
const longest = 6

/** The same with a letter twice, or two in each other's place; longer ones with one less or another, too. */
function mistypedFrom(word: string): string[] {
  if (word.length < 3) return []
  return [...word].flatMap((letter, at) => {
    const [before, next, behind] = [word.slice(0, at), word.charAt(at + 1), word.slice(at + 2)]
    const twice = [before + letter + letter + next + behind, before + next + letter + behind]
    if (word.length < lengthForChanged) return twice
    return [...twice, before + next + behind, ...alphabet.map((other) => before + other + next + behind)]
  })
}

/** Whether a word says nothing wherever it is put, mistyped or not: "now", "nnow". */
export function isFiller(word: string): boolean {
  return word.length <= longest && known.has(word)
}
