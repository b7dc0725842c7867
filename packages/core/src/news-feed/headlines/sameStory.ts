import { denyOtherwise } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { mistypedIn, stemsNotIn } from './differences.ts'
import { otherFigures } from './figures.ts'
import { isView } from './isView.ts'
import { isMistypedCopy } from './mistypedCopy.ts'
import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'
import { otherNames } from './otherNames.ts'
import type { Headline } from './readHeadline.ts'

/** Share of words that two headlines must have in common (Jaccard). */
const alike = 0.65
/** Words of the shortest headline that may be found whole in another. */
const fewest = 4
/** Of as many words one may be another: a desk's own word for "probe". Of fewer each is the story. */
const perOtherWord = 7

/**
 * Whether two headlines tell one story: nearly the same words in whatever case, number and tense, mistyped ones included,
 * or one whole within the other. Not where they differ in an amount, a denial, a place, or a word of a short headline: "Acme cuts dividend" and
 * "Acme cuts jobs" are two.
 */
export function sameStory(left: Headline, right: Headline): boolean {
  return left.text === right.text || (isSameTold(left, right) && !otherDesignations(left, right))
}

function isSameTold(left: Headline, right: Headline): boolean {
  if (denyOtherwise(left, right) || otherFigures(left.figures, right.figures)) return false
  if (left.whole === right.whole || isMistypedCopy(left, right)) return true
  const [shorter, longer] = left.stems.length <= right.stems.length ? [left, right] : [right, left]
  if (shorter.stems.length === 0) return false
  if (isBeginning(shorter, longer) || isBeginning(longer, shorter)) return true
  const own = stemsNotIn(shorter, longer.stems)
  const others = stemsNotIn(longer, shorter.stems)
  const mistyped = mistypedIn(shorter, own, longer, others)
  const different = own.length - mistyped.size
  const common = shorter.stems.length - different
  if (different * perOtherWord > common) return false
  if (others.some((stem) => isViewOf(longer, stem))) return false
  // "Acme sales" and "Acme sales rise": of one or two words nothing can be missing.
  if (shorter.stems.length < 3 && others.length > mistyped.size) return false
  if (common / (longer.stems.length + different) < alike) {
    const isWithin = different === 0 && common >= fewest && common * 2 > longer.stems.length
    if (!isWithin) return false
  }
  const isOneWording = different === 0 && others.length === mistyped.size
  return inOrder(shorter, longer, mistyped) && (isOneWording || !otherNames(left.text, right.text))
}

/** Whether a word is what is thought of the one before it. */
function isViewOf({ stems, words }: Headline, stem: string): boolean {
  const place = stems.indexOf(stem)
  return isView(words[place] ?? '') && subjects.has(words[place - 1] ?? '')
}

/**
 * Copies keep the order of names, of subjects and of what happens: "Acme sues Halden" is no copy of "Halden sues Acme", but
 * "Acme dividend cut" is one of "Acme cut dividend". Two beside each other may be turned, and parts of a long headline.
 */
function inOrder(shorter: Headline, longer: Headline, mistyped: ReadonlyMap<string, string>): boolean {
  if (shorter.stems.length > perOtherWord) return true
  const places = shorter.stems.map((stem) => longer.stems.indexOf(mistyped.get(stem) ?? stem))
  return places.every((place, at) =>
    places.slice(0, at).every((earlier, from) => {
      if (place < 0 || earlier < place) return true
      const kind = kindOf(shorter.words[at])
      if (kind !== kindOf(shorter.words[from])) return true
      return kind !== 'event' && at - from === 1 && earlier - place === 1
    }),
  )
}

function kindOf(word = ''): 'event' | 'subject' | 'name' {
  if (isEvent(word)) return 'event'
  return subjects.has(word) ? 'subject' : 'name'
}

/** Whether the first was cut short, and is the beginning of the other: its last word may be a part of one. */
function isBeginning({ isCut, words }: Headline, whole: Headline): boolean {
  if (!isCut || words.length < 2 || words.length > whole.words.length) return false
  return words.every((word, place) => {
    const other = whole.words[place] ?? ''
    return word === other || (place === words.length - 1 && other.startsWith(word))
  })
}
