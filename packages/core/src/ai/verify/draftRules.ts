import { findComparativeWords } from './checkComparisons.ts'
import { countableWords, followingWords, knownWords, loadedWords, scopeWords } from './draftWords.ts'
import { isValue, type PlacedWord, stemsOf } from './placedWord.ts'
import type { Part, Token } from './readTokens.ts'
import { isComparative, stemOf } from './vocabulary.ts'
import { words } from './words.ts'

/** One reason why a word of a draft may stand where it does, or may not. */
export type DraftRule = {
  /** What is so of the word. */
  name: string
  verdict: 'stands' | 'falls'
  when(word: PlacedWord): boolean
}

const known = stemsOf(`${knownWords} ${followingWords} ${scopeWords}`)
const loaded = stemsOf(loadedWords)
const exactly = new Set(loadedWords.trim().split(/\s+/))
const following = stemsOf(followingWords)
const scopes = stemsOf(scopeWords)
const countable = stemsOf(`${words.counted} ${countableWords}`)
const links = stemsOf(words.link)
const others = stemsOf('benchmark competition competitor field industry market pack peer rival sector')

// Endings of words that name something, and of those that describe without saying how much.
const naming = /(?:ion|ment|ness|ship|ity|[ae]nce|ware|ism|ist|logy|or|er)s?$/
const describing = /(?:nt|cy|s[mt]|ng|ed|al|ic|ve|us|ry|le|ul|ss|an|re|en|ge)$/
const verbal = /(?:s|ed)$|^(?:dove|fled|flew|froze|gave|hit|held|ran|sprang|stood|swung|took|went)$/
const articles = /^(?:an?|the|its|and|which|that|as)$/
const conjunctions = /^(?:after|although|amid|as|because|before|since|though|when|where|whereas|while)$/
// What a value is called, or stands for it.
const carriers = /^(?:stocks?|shares?|prices?|it|they)$/
// Words that compare, and are said of much else.
const elsewhere =
  /^(?:over|under|up|down|top|match|miss|drop|less|lower|behind|ahead|beyond|slow|los[est]|declin|add|advanc|fall|fell|lead|improv|more|contract|equal|fast|better|best|gain|grow|narrow|trail|beat)/

/** In order: the first that holds of a word decides. */
export const draftRules: readonly DraftRule[] = [
  { name: 'is a mark or a value', verdict: 'stands', when: ({ text }) => !/^[a-z]/i.test(text) },

  // What compares. Whether values bear it out is looked at elsewhere.
  {
    name: 'compares as the claim declares',
    verdict: 'stands',
    when: (word) =>
      word.comparisons.some(({ relation }) => word.kind?.includes(relation)) && !isOfOthers(word),
  },
  {
    name: 'compares beside a value',
    verdict: 'stands',
    when: (word) => isComparative(word.kind) && word.part.isBound && !isOfOthers(word),
  },
  {
    name: 'says how long, and compares elsewhere',
    verdict: 'stands',
    when: ({ kind, tokens, token }) => isComparative(kind) && !findComparativeWords(tokens).includes(token),
  },
  {
    name: 'compares where no value is, and is said of much else',
    verdict: 'stands',
    when: ({ kind, lower, tokens }) => isComparative(kind) && elsewhere.test(lower) && !tokens.some(isValue),
  },
  { name: 'compares', verdict: 'falls', when: ({ kind }) => isComparative(kind) },

  // What is on the lists.
  {
    name: 'joins others, or names a metric',
    verdict: 'stands',
    when: ({ kind, stem }) =>
      /^(?:joint|opener|subject|be|modal|not|metric)$/.test(`${kind}`) || links.has(stem),
  },
  {
    name: 'says how large, dear or often',
    verdict: 'falls',
    when: ({ lower, stem }) => exactly.has(lower) || (loaded.has(stem) && !known.has(stem)),
  },
  {
    name: 'says no news of what it follows',
    verdict: 'stands',
    when: (word) => isFollowing(word) && following.has(word.stem),
  },
  {
    name: 'says what a value did',
    verdict: 'falls',
    when: (word) =>
      isFollowing(word) && (isValue(word.before) || verbal.test(word.lower)) && !naming.test(word.text),
  },
  {
    name: 'names what a value counts',
    verdict: 'falls',
    when: ({ before, text }) => isValue(before) && naming.test(text),
  },
  {
    name: 'says what a value is of',
    verdict: 'falls',
    when: ({ stem, before, tokens, index }) =>
      isValue(tokens[index - 2]) &&
      /^(?:in|on|per|after|before|excluding|including|for)$/.test(before?.lower ?? '') &&
      scopes.has(stem),
  },
  {
    name: 'names whom a sentence speaks of',
    verdict: 'falls',
    when: (word) => word.kind === undefined && isForeignName(word),
  },
  { name: 'is known', verdict: 'stands', when: ({ kind, stem }) => kind !== undefined || known.has(stem) },

  // What is on none.
  {
    name: 'may be a number of what follows',
    verdict: 'falls',
    when: ({ before, next, text }) =>
      // `a brace of`, `umpteen stores`.
      (before?.lower === 'a' && next?.lower === 'of' && !naming.test(text)) ||
      (next !== undefined && countable.has(stemOf(next.lower)) && /s$/.test(next.text)),
  },
  {
    name: 'says what a thing named before did',
    verdict: 'falls',
    when: ({ before }) => before?.kind === 'subject',
  },
  {
    name: 'is apart from any value, and no verdict',
    verdict: 'stands',
    when: ({ part, text, before }) =>
      !part.isBound && (naming.test(text) || describing.test(text) || before?.kind !== 'be'),
  },
  { name: 'is a verdict', verdict: 'falls', when: ({ part }) => !part.isBound },
  {
    name: 'touches a value',
    verdict: 'falls',
    when: ({ before, next }) => isValue(before) || isValue(next),
  },
  {
    name: 'is what a value is said to be',
    verdict: 'falls',
    when: ({ lead }) => lead.some(isValue) && lead.some(({ kind }) => kind === 'be'),
  },
  {
    name: 'is said of a metric or of what is counted',
    verdict: 'falls',
    when: ({ before }) => /^(?:metric|counted|be)$/.test(`${before?.kind}`),
  },
  {
    name: 'is a name beside a value',
    verdict: 'falls',
    when: ({ part, text }) => part.hasSlot && /^[A-Z]/.test(text),
  },
  {
    name: 'stands with others of its part',
    verdict: 'stands',
    when: ({ lead }) => lead.some(({ text, lower }) => /^[a-z~]/i.test(text) && !articles.test(lower)),
  },
  { name: 'begins a clause of its own', verdict: 'stands', when: ({ part }) => isOwnClause(part) },
  {
    name: 'names something',
    verdict: 'stands',
    when: ({ text, part, before }) => naming.test(text) && (part.hasSlot || before?.lower === 'that'),
  },
  { name: 'could be said of a value', verdict: 'falls', when: () => true },
]

/** The rule that decides whether a word may stand. */
export function decideWord(word: PlacedWord): DraftRule | undefined {
  return draftRules.find(({ when }) => when(word))
}

/** Whether a word stands right behind a value, or behind what it is called. */
function isFollowing({ kind, before }: PlacedWord): boolean {
  return (
    kind !== 'capitals' &&
    (isValue(before) || before?.kind === 'metric' || carriers.test(before?.lower ?? ''))
  )
}

// Behind these a name is that of whom a sentence speaks: a mark, a word that begins another part, what says whose something is.
const introducing = /^(?:[^\w.!?~]|and|as|but|while|at|for|of|by)$/i

/**
 * Whether a word would be read as the name of another instrument, in a sentence that holds a value, though in another part of it: `the close,
 * Tesla says, is {a}`. A place (`in China`), an example (`such as Samsung`) and the second word of a name are none.
 */
function isForeignName({ text, stem, part, tokens, index, before }: PlacedWord): boolean {
  const second = tokens[index - 2]
  const isFurther = /^[A-Z]/.test(before?.text ?? '') && (before?.kind === undefined || second !== undefined)
  const isListed = /^(?:and|of)$/.test(before?.lower ?? '') && /^[A-Z]/.test(second?.text ?? '')
  return (
    /^[A-Z][a-z]/.test(text) &&
    !part.hasSlot &&
    tokens.some(isValue) &&
    !known.has(stem) &&
    !naming.test(text) &&
    !/(?:ly|ing|al)$/.test(text) &&
    !isFurther &&
    !isListed &&
    second?.lower !== 'such' &&
    (before === undefined || introducing.test(before.text))
  )
}

/** Whether a comparison is with those of whom nothing is at hand: `{}, outpacing the market`. */
function isOfOthers({ lower, part, tokens, index }: PlacedWord): boolean {
  if (part.hasSlot || !/(?:ing|ed|s)$/.test(lower)) return false
  // Its object, with what describes it.
  return tokens
    .slice(index + 1, index + 4)
    .some((one: Token) => one.part === part && others.has(stemOf(one.lower)))
}

/** Whether a part of a sentence, though it hangs on one that holds a value, has a subject of its own: `, as editors follow the case`. */
export function isOwnClause({ tokens, hasSlot }: Part): boolean {
  return !hasSlot && conjunctions.test(`${tokens[0]?.lower}`)
}
