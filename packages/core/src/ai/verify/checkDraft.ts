import type { Comparison } from '../claims/claim.ts'
import { findComparativeWords } from './checkComparisons.ts'
import {
  countableWords,
  followingWords,
  knownWords,
  loadedPhrases,
  loadedWords,
  periodPhrases,
  scopeWords,
} from './draftWords.ts'
import { type Part, type Token, valueMark } from './readTokens.ts'
import type { Violation } from './violation.ts'
import { isComparative, stemOf } from './vocabulary.ts'
import { words } from './words.ts'

const stems = (list: string) => new Set(list.trim().split(/\s+/).map(stemOf))
const known = stems(`${knownWords} ${followingWords} ${scopeWords}`)
const loaded = stems(loadedWords)
const exactly = new Set(loadedWords.trim().split(/\s+/))
const following = stems(followingWords)
const scopes = stems(scopeWords)
const countable = stems(`${words.counted} ${countableWords}`)
const links = stems(words.link)
// The table that the verifier carries takes a few words for others: here they are told apart.
const { plain: _, ...kinds } = words
const listed = stems(Object.values(kinds).join(' '))

// Endings of words that name something, and of those that describe without saying how much.
const naming = /(?:ion|ment|ness|ship|ity|[ae]nce|ware|ism|ist|logy|or|er)s?$/
const describing = /(?:nt|cy|s[mt]|ng|ed|al|ic|ve|us|ry|le|ul|ss|an|re|en|ge)$/
const articles = /^(?:an?|the|its|and|which|that|as)$/
const elsewhere =
  /^(?:over|under|up|down|top|match|miss|drop|less|lower|behind|ahead|beyond|slow|los[est]|declin|add|advanc|fall|fell|lead|improv|more|contract|equal|fast|better|best|gain|grow|narrow|trail|beat)/
const others = stems('benchmark competition competitor field industry market pack peer rival sector')
// What a value is called, or stands for it.
const carriers = /^(?:stocks?|shares?|prices?|it|they)$/

/**
 * What a draft may not say, beyond what no stored report may: the words beside a value are known to say nothing of it, and no word anywhere
 * says how large, how dear or how often in a word of its own. Stricter than the verifier, which has to be small, and never laxer.
 */
export function checkDraft(
  text: string,
  tokens: readonly Token[],
  path: string,
  comparisons: readonly Comparison[] = [],
): Violation[] {
  const refused = tokens.flatMap((token, index) => {
    const isDeclared =
      comparisons.some(({ relation }) => token.kind?.includes(relation)) && !isOfOthers(index, tokens)
    return isDeclared || isFine(token, index, tokens) ? [] : [token.text]
  })
  const bound = tokens.filter(({ part }) => part.isBound && !isOwnClause(part))
  const phrase = loadedPhrases.exec(text) ?? periodPhrases.exec(bound.map(({ text }) => text).join(' '))
  if (phrase) refused.push(phrase[0])
  return refused.map((detail) => ({ path, kind: 'unknown-word', detail }))
}

function isFine(token: Token, index: number, tokens: readonly Token[]): boolean {
  const { text, lower } = token
  if (!/^[a-z]/i.test(text)) return true
  const stem = stemOf(lower)
  const kind = listed.has(stem) || lower === 'not' || lower.includes(' ') ? token.kind : undefined
  // Where no value is near, a word that compares may say something else (`sued over it`, `the suit was dropped`), but few do.
  if (isComparative(kind))
    return (
      (token.part.isBound && !isOfOthers(index, tokens)) ||
      !findComparativeWords(tokens).includes(token) ||
      (elsewhere.test(lower) && tokens.every((one) => one.text !== valueMark))
    )
  if (/^(?:joint|opener|subject|be|modal|not|metric)$/.test(`${kind}`) || links.has(stem)) return true
  const [before, next] = [tokens[index - 1], tokens[index + 1]]
  if (exactly.has(lower) || (loaded.has(stem) && !known.has(stem))) return false
  const isFollowing =
    kind !== 'capitals' &&
    (before?.text === valueMark || before?.kind === 'metric' || carriers.test(before?.lower ?? ''))
  const isVerbal =
    before?.text === valueMark ||
    /(?:s|ed)$|^(?:dove|fled|flew|froze|gave|hit|held|ran|sprang|stood|swung|took|went)$/.test(lower)
  if (isFollowing && following.has(stem)) return true
  if (isFollowing && isVerbal && !following.has(stem) && !naming.test(text)) return false
  if (before?.text === valueMark && naming.test(text)) return false
  const isScope =
    tokens[index - 2]?.text === valueMark &&
    /^(?:in|on|per|after|before|excluding|including|for)$/.test(before?.lower ?? '')
  if (isScope && scopes.has(stem)) return false
  if (kind === undefined && isForeignName(token, index, tokens)) return false
  return kind !== undefined || known.has(stem) || isHarmless(token, before, next)
}

// Behind these a name is that of whom a sentence speaks: a mark, a word that begins another part, what says whose something is.
const introducing = /^(?:[^\w.!?~]|and|as|but|while|at|for|of|by)$/i

/**
 * Whether a word would be read as the name of another instrument, in a sentence that holds a value, though in another part of it: `the close,
 * Tesla says, is {a}`. A place (`in China`), an example (`such as Samsung`) and the second word of a name are none.
 */
function isForeignName({ text, lower, part }: Token, index: number, tokens: readonly Token[]): boolean {
  const [second, before] = [tokens[index - 2], tokens[index - 1]]
  const isFurther = /^[A-Z]/.test(before?.text ?? '') && (before?.kind === undefined || second !== undefined)
  const isListed = /^(?:and|of)$/.test(before?.lower ?? '') && /^[A-Z]/.test(second?.text ?? '')
  return (
    /^[A-Z][a-z]/.test(text) &&
    !part.hasSlot &&
    tokens.some((one) => one.text === valueMark) &&
    !known.has(stemOf(lower)) &&
    !naming.test(text) &&
    !/(?:ly|ing|al)$/.test(text) &&
    !isFurther &&
    !isListed &&
    second?.lower !== 'such' &&
    (before === undefined || introducing.test(before.text))
  )
}

/** Whether a comparison is with those of whom nothing is at hand: `{}, outpacing the market`. */
function isOfOthers(index: number, tokens: readonly Token[]): boolean {
  const token = tokens[index]
  if (!token || token.part.hasSlot || !/(?:ing|ed|s)$/.test(token.lower)) return false
  // Its object, with what describes it.
  return tokens
    .slice(index + 1, index + 4)
    .some(({ lower, part }) => part === token.part && others.has(stemOf(lower)))
}

/** Whether a part of a sentence, though it hangs on one that holds a value, has a subject of its own: `, as editors follow the case`. */
function isOwnClause({ tokens, hasSlot }: Part): boolean {
  return (
    !hasSlot &&
    /^(?:after|although|amid|as|because|before|since|though|when|where|whereas|while)$/.test(
      `${tokens[0]?.lower}`,
    )
  )
}

/** Whether a word that is not listed stands where it can only name or describe something that is no value. */
function isHarmless({ text, part }: Token, before: Token | undefined, next: Token | undefined): boolean {
  const isNamed = naming.test(text)
  // `a brace of`: a number in a word of its own.
  if (before?.lower === 'a' && next?.lower === 'of' && !isNamed) return false
  if (before?.kind === 'subject' || (next && countable.has(stemOf(next.lower)) && /s$/.test(next.text)))
    return false
  if (!part.isBound) return isNamed || describing.test(text) || before?.kind !== 'be'
  const lead = part.tokens.slice(
    0,
    part.tokens.findIndex((one) => one.text === text),
  )
  const isBehind = lead.some((one) => one.text === valueMark)
  const isPredicate = lead.some(({ kind }) => kind === 'be')
  if (next?.text === valueMark || before?.text === valueMark || (isBehind && isPredicate)) return false
  if (/^(?:metric|counted|be)$/.test(`${before?.kind}`) || (part.hasSlot && /^[A-Z]/.test(text))) return false
  return (
    lead.some((one) => /^[a-z~]/i.test(one.text) && !articles.test(one.lower)) ||
    isOwnClause(part) ||
    (isNamed && (part.hasSlot || before?.lower === 'that'))
  )
}
