import { isWord } from './addsNothing.ts'
import { deniesBySlip, denyOtherwise } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { otherFigures } from './figures.ts'
import type { Matter } from './filledPlaces.ts'
import { isCutBeforeDenial } from './isCutBeforeDenial.ts'
import { isFiller } from './isFiller.ts'
import { isWreck } from './isWreck.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { isEvent } from './nameOrClause.ts'
import { denials, publications, small } from './ordinaryWords.ts'
import { isKnown, meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { fewestOfName, isBeginning, isExact, isOf, type StoryWords, wordsOfStory } from './storyWords.ts'
import { isTelling } from './template.ts'
import { isToldIn, type Vocabulary } from './vocabulary.ts'

/** A word that so many have told is one of the story's, and may be mistyped. */
const oftenTold = 4
/** Letters of a word of which two may be wrong. */
const fewestForTwo = 5
/** Of a word that says something. */
const fewestLetters = 3
/** A cashtag or a hashtag. */
const tag = /[$#]\p{L}[\p{L}\p{N}_]*/gu
/** What parts a headline from what is put before it. */
const sign = /: ?| ?[–—] ?|(?<=\p{L})-(?=\p{L})| - /u
/**
 * What a headline tells of its own, in words that are none of the story's, with mistakes or in those of another desk; in
 * other amounts; or with one name in the place of the other. Nothing where it is a copy, whatever is wrong with it.
 *
 * @param wordings - Those in which the story is known, the first of them first.
 * @param shared - Words of the template that its copies fill in, if they do.
 */
export function ownMatter(
  wordings: readonly [Headline, ...Headline[]],
  shared: readonly string[],
  vocabulary: Vocabulary | undefined,
  headline: Headline,
): readonly Matter[] {
  const [known] = wordings
  const found: Matter[] = []
  const amounts = wordings.filter(({ figures }) => figures.length > 0)
  if (amounts.length > 0 && amounts.every((wording) => haveOtherAmounts(wording, headline)))
    found.push(matter('#', headline.figures.map(({ value }) => value).join(' ')))
  if (otherDesignations(known, headline)) found.push(matter('##', headline.text))
  const denying = wordings.filter((wording) => denyOtherwise(wording, headline))
  if (denying.length * 2 > wordings.length && !isCutBeforeDenial(known, headline))
    found.push(matter('!', headline.denied.join(' '), deniesBySlip(known, headline)))
  const story = wordsOfStory(wordings, shared)
  const words = toldIn(headline, story)
  const own = words.filter(
    (word, at) =>
      !isOf(word, story, at < words.length - 1 ? 'within' : headline.isCut ? 'cut' : 'last') &&
      !isTaught(word, vocabulary),
  )
  if (own.length === 0) return isTurned(known, headline) ? [...found, matter('<', headline.text)] : found
  // What its copies do not share is none of a story: each fills it in as they like.
  const isShared = (other: string) => shared.length === 0 || shared.some((word) => isWord(other, word))
  const missing = known.tokens.filter((other) => isSaying(other) && isShared(other) && !isIn(other, headline))
  const start = words.findIndex((word) => known.tokens.includes(word))
  for (const word of own) {
    if (isSplit(word, headline, story)) continue
    const isOfMarkets = isKnown(word)
    // Who calls out before a story says nothing of it.
    if (isOfMarkets && words.indexOf(word) < start && !missing.some(isKnown)) continue
    const here = missing.filter(
      (other) => Math.abs(positionIn(known.tokens, other, words) - positionIn(words, word, known.tokens)) < 2,
    )
    const place = here.find((other) => isKnown(other) === isOfMarkets) ?? here[0]
    if (place !== undefined) missing.splice(missing.indexOf(place), 1)
    // A place is a word, not several that were run together.
    if (place !== undefined && place.length > 2 * word.length) continue
    if (place !== undefined && (isOfMarkets || mayBeName(word)))
      found.push(matter(place, meaning(word), isLikelySlip(word, place, word === words.at(-1))))
    else if (
      place === undefined &&
      word.length >= fewestOfName &&
      isTelling(word) &&
      words.every((one) => one === word || isExact(one, story))
    )
      found.push(matter('', meaning(word)))
  }
  return found
}

function matter(place: string, told: string, isSlip = false): Matter {
  return { place, told, isSlip }
}

/** Whether nobody knows a word that stands for a known one, or a slip or two make it of one, or of its beginning at the end. */
function isLikelySlip(word: string, place: string, isLast: boolean): boolean {
  if (!isKnown(word)) return isKnown(place)
  if (isLast && isBeginning(word, place, 1)) return true
  const most = Math.max(word.length, place.length) < fewestForTwo ? 1 : 2
  return mistakesBetween(word, place, most) <= most
}

/** How many words before one stand in others, too. */
function positionIn(words: readonly string[], word: string, others: readonly string[]): number {
  return words.slice(0, words.indexOf(word)).filter((one) => others.includes(one) && isSaying(one)).length
}

/** The words that say what a headline tells, without tags and what stands before signs that is nothing of the story. */
function toldIn(headline: Headline, story: StoryWords): string[] {
  const { given, text, tokens } = headline
  const isOfStory = (word: string) => isSaying(word) && isExact(word, story)
  const tags = new Set(
    text
      .toLowerCase()
      .match(tag)
      ?.map((one) => one.slice(1)),
  )
  // Where nothing of the story is left, what was taken for it was a label.
  if (given !== tokens && !tokens.some(isOfStory) && given.some(isOfStory))
    return given.slice(given.findIndex(isOfStory)).filter((word) => isSaying(word) && !tags.has(word))
  const label = new Set<string>()
  const parts = text.toLowerCase().split(sign)
  for (const part of parts.slice(0, -1)) {
    const words = part.match(/[\p{L}\p{N}]+/gu) ?? []
    if (words.some(isOfStory)) break
    for (const word of words) label.add(word)
  }
  return tokens.filter((word) => isSaying(word) && !label.has(word) && !tags.has(word))
}

/** Whether a word is a part of one of the story with the word before or behind it. */
function isSplit(word: string, { tokens }: Headline, story: StoryWords): boolean {
  const at = tokens.indexOf(word)
  const [before = '', behind = ''] = [tokens[at - 1], tokens[at + 1]]
  return [before + word, word + behind].some(
    (joined) => joined !== word && !isKnown(joined) && story.meant.some((one) => isNear(joined, one)),
  )
}

function isNear(word: string, other: string): boolean {
  return other.length >= fewestOfName && mistakesBetween(word, other, 2) <= 2
}

/** Whether a word that nobody knows may be a name: it can be spoken. */
function mayBeName(word: string): boolean {
  return word.length >= fewestOfName && /[aeiouy]/.test(word) && !/[^aeiouy]{5}/.test(word)
}

/** Whether each tells of another amount, and not in another unit, which may be a mistake. */
function haveOtherAmounts(left: Headline, right: Headline): boolean {
  return otherFigures(left.figures, right.figures) && digitsOf(left) !== digitsOf(right)
}

function digitsOf({ letters }: Headline): string {
  return letters.replace(/\D/g, '')
}

/** Whether two names stand in each other's place beside what happens: "Halden sues Acme" of "Acme sues Halden". */
function isTurned(known: Headline, headline: Headline): boolean {
  const event = known.tokens.findIndex(isEvent)
  const [subject] = namesOf(known).filter((name) => known.tokens.indexOf(name) < event)
  const [other] = namesOf(headline)
  if (subject === undefined || other === undefined || subject === other) return false
  const places = headline.tokens
  const happened = places.indexOf(known.tokens[event] ?? '')
  return (
    known.tokens.indexOf(other) > event &&
    places.indexOf(other) < happened &&
    places.indexOf(subject) > happened
  )
}

/** Words in capitals, where others are not; none twice. */
function namesOf({ text }: Headline): string[] {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  if (words.filter((word) => /^\p{Ll}+$/u.test(word)).length === 0) return []
  const names = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).map((word) => word.toLowerCase())
  return names.filter((name) => isName(name) && names.indexOf(name) === names.lastIndexOf(name))
}

function isSaying(word: string): boolean {
  return (
    word.length >= fewestLetters &&
    !small.has(word) &&
    !denials.has(word) &&
    !isFiller(word) &&
    !/\d/.test(word)
  )
}

function isTaught(word: string, vocabulary: Vocabulary | undefined): boolean {
  if (publications.has(word)) return true
  if (vocabulary === undefined) return false
  if (isToldIn(vocabulary, word)) return true
  for (const [told, count] of vocabulary)
    if (count >= oftenTold && told.length >= fewestOfName && mistakesBetween(word, told, 1) <= 1) return true
  return false
}

/** Whether a word of a story is told. */
function isIn(word: string, { letters, tokens, given }: Headline): boolean {
  return (
    letters.includes(word) ||
    [...tokens, ...given].some((other) => isWord(other, word) || (!isKnown(other) && isWreck(other, word)))
  )
}

function isName(word: string): boolean {
  return !isTelling(word) && !isKnown(word)
}
