import { addsNothing } from './addsNothing.ts'
import { stemsNotIn } from './differences.ts'
import { fillIn, isFilledIn, type Matter } from './filledPlaces.ts'
import { areMany, type Filling, floodOf, floodOfMistakes, likeness } from './flood.ts'
import { foundWithin } from './foundWithin.ts'
import { keysOf, keysOfTemplate, keysWith } from './headlineKeys.ts'
import { createKeyedEntries } from './keyedEntries.ts'
import { likenessOf } from './letterSketch.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { isMistypedCopy } from './mistypedCopy.ts'
import { ownMatter } from './ownMatter.ts'
import type { Headline } from './readHeadline.ts'
import { createRecentEntries } from './recentEntries.ts'
import { resemblance } from './resemblance.ts'
import { retold } from './retold.ts'
import { sameStory } from './sameStory.ts'
import { fillingOf, isToldInManyWays, isToldOften, mistypedOf, type StoryEntry } from './storyEntry.ts'
import { tellsMore } from './tellsMore.ts'
import { fills, isStory, refine, type Template } from './template.ts'
import { learnWords } from './vocabulary.ts'

export type HeadlineIndexOptions<story> = {
  /** Stories remembered; those that were not told for longest are forgotten first. */
  capacity: number
  /** Whether two headlines that share most of their words say opposite things. */
  opposed: (left: Headline, right: Headline) => boolean
  /** Told of each story that is forgotten. */
  onForget?: (story: story) => void
  /** Told when stories turn out to be one: of each but the first, which stands for all. */
  onUnite: (into: story, from: story) => void
}

export type Telling<story> = {
  /** Whether a known story may be the same for other reasons; `told` is its headline. */
  mayBe: (story: story, told: Headline) => boolean
  /** Whether a known story may be the same in other words, if many tell it. */
  mayBeFlooded: (story: story) => boolean
  /** Whom or what it is about: with the latest stories of these it is compared letter by letter. */
  subjects: readonly string[]
  make: () => story
}

export type HeadlineIndex<story> = {
  /**
   * The story that a headline tells: one that is known, or the one that is made, which is known from then on.
   *
   * A flood is one story: where many headlines share all but a few words that each fills in otherwise, those told as
   * stories of their own before are united with the first of them.
   */
  tell(headline: Headline, telling: Telling<story>): story
}

/** Which stories of many a headline was compared with, and whether it tells another. */
type Asked<story> = Map<StoryEntry<story>, boolean>

/** Stories by their headlines. The cost of one does not grow with the number that is known. */
export function createHeadlineIndex<story>({
  capacity,
  opposed,
  onForget = () => {},
  onUnite,
}: HeadlineIndexOptions<story>): HeadlineIndex<story> {
  const entries = createKeyedEntries<StoryEntry<story>>()
  /** Those of floods, by the words of their templates alone. */
  const floods = createKeyedEntries<StoryEntry<story>>()
  const recent = createRecentEntries<StoryEntry<story>>()
  const queue: (StoryEntry<story> | undefined)[] = []
  let next = 0
  let made = 0

  function add(
    headline: Headline,
    keys: readonly number[],
    subjects: readonly string[],
    story: story,
  ): story {
    // The oldest goes, but for what was told again since it was last passed over.
    while (queue[next]?.isToldAgain) {
      const spared = queue[next]
      if (spared) spared.isToldAgain = false
      next = (next + 1) % capacity
    }
    const oldest = queue[next]
    if (oldest) {
      remove(oldest)
      recent.remove(oldest)
      onForget(oldest.story)
    }
    const entry: StoryEntry<story> = {
      story,
      order: made++,
      place: next,
      wordings: [headline],
      keys: [],
      copies: 1,
      reworded: 0,
      mistyped: 0,
      subjects: [],
      toldAt: made,
      isToldAgain: false,
      template: undefined,
      vocabulary: undefined,
      places: undefined,
      asked: 0,
    }
    queue[next] = entry
    next = (next + 1) % capacity
    entries.add(entry, keys)
    recent.add(entry, headline, subjects)
    return story
  }

  function remove(entry: StoryEntry<story>): void {
    const within = entry.template ? floods : entries
    within.remove(entry)
  }

  /** What a copy adds to how its story is known. */
  function learn(entry: StoryEntry<story>, headline: Headline, keys: readonly number[]): void {
    const [first] = entry.wordings
    if (entry.template || entry.wordings.length >= mostWordings) return
    if (isBarer(headline, first)) entry.wordings.push({ ...headline, figures: first.figures })
    else if (isMistypedOf(headline, first)) {
      entry.wordings.push(headline)
      entry.mistyped++
    } else return
    recent.add(entry, headline, entry.subjects)
    entries.add(entry, keys)
  }

  /** Whether a headline tells a known story: by which wording of it. */
  function wordingOf(entry: StoryEntry<story>, headline: Headline): Headline | undefined {
    return entry.wordings.find((wording) => sameStory(wording, headline))
  }

  /** How far two headlines look like one that was mistyped, unless the known words that differ turn it by more than a mistake. */
  function resembles(left: Headline, right: Headline): number {
    const share = resemblance(left, right)
    const isTurned = share > 0 && share < 1 && opposed(left, right)
    return isTurned && mistakesBetween(left.letters, right.letters, 1) > 1 ? 0 : share
  }

  /** What a headline tells that a story of many does not, but for what they fill in each as they like. */
  function otherMatter(entry: StoryEntry<story>, headline: Headline): readonly Matter[] {
    if (!isToldOften(entry)) return []
    const { copies, places, template, vocabulary, wordings } = entry
    const matter = ownMatter(wordings, template?.words ?? [], vocabulary, headline)
    return matter.every((one) => isFilledIn(places, one, copies)) ? [] : matter
  }

  /** Whether a headline tells another story than one that many tell, however much they look alike; asked once of each. */
  function tellsAnother(entry: StoryEntry<story>, headline: Headline, asked: Asked<story>): boolean {
    const known = asked.get(entry)
    if (known !== undefined) return known
    const matter = otherMatter(entry, headline)
    if (matter.length > 0) {
      entry.places ??= new Map()
      fillIn(entry.places, matter)
    }
    asked.set(entry, matter.length > 0)
    return matter.length > 0
  }

  /** Whether of two stories the one that fewer tell is another. */
  function areOther(left: StoryEntry<story>, right: StoryEntry<story>): boolean {
    const [more, fewer] = left.copies < right.copies ? [right, left] : [left, right]
    return otherMatter(more, fewer.wordings[0]).length > 0
  }

  /** Whether a story is told by a flood, of which the headline is one more filling, or the same with other mistakes. */
  function takes({ template, wordings }: StoryEntry<story>, headline: Headline): boolean {
    if (!template) return false
    const [first] = wordings
    if (fills(template, headline)) return isStory(template) || !opposed(first, headline)
    return wordings.some((wording) => resembles(wording, headline) > 0)
  }

  /**
   * The flood that a headline is of, with all that was told of it as stories of their own.
   *
   * @param known - The story that it copies, if any.
   * @param shared - What else shares a key with it, and may be one story with it.
   * @param near - What else has much the same letters, and may be one with it.
   * @param asked - Which of these it was compared with.
   */
  function floodWith(
    headline: Headline,
    known: StoryEntry<story> | undefined,
    shared: readonly StoryEntry<story>[],
    near: readonly StoryEntry<story>[],
    asked: Asked<story>,
  ): { template: Template; parts: StoryEntry<story>[] } | undefined {
    const isSame = (entry: StoryEntry<story>) => {
      if (!tellsAnother(entry, headline, asked)) return true
      // What the known one tells is told as often as that is.
      if (known && entry.places) fillIn(entry.places, otherMatter(entry, headline), known.copies)
      return false
    }
    const parts: StoryEntry<story>[] = known ? [known] : []
    const alike: (Filling & { entry: StoryEntry<story> })[] = []
    for (const entry of new Set([...shared, ...near]))
      if ((takes(entry, headline) || (known && takes(known, entry.wordings[0]))) && isSame(entry))
        parts.push(entry)
    for (const entry of shared) {
      const [first] = entry.wordings
      if (parts.includes(entry)) continue
      const { share, isToldInFull } = likeness(headline, first)
      if (share > 0 && (isToldInFull || !opposed(first, headline)) && isSame(entry))
        alike.push({ entry, ...fillingOf(entry, share) })
    }
    const own = known ? { ...fillingOf(known, 1), headline } : { headline, share: 1, copies: 1, wordings: 1 }
    const found =
      floodOf(own, alike) ??
      mistypedWith(
        headline,
        known,
        near.filter((entry) => !parts.includes(entry)),
        isSame,
      )
    if (found) parts.push(...found.fillings.map(({ entry }) => entry))
    const template = parts.find((entry) => entry.template)?.template ?? found?.template
    if (!template) return undefined
    const [most] = parts.toSorted((left, right) => right.copies - left.copies)
    const same = parts.filter((part) => part === most || !most || !areOther(most, part))
    const isKnownOne = !known || same.includes(known)
    return isKnownOne && same.length > Number(known !== undefined) ? { template, parts: same } : undefined
  }

  /** The flood of a headline that each has mistyped in another way. */
  function mistypedWith(
    headline: Headline,
    known: StoryEntry<story> | undefined,
    others: readonly StoryEntry<story>[],
    isSame: (entry: StoryEntry<story>) => boolean,
  ) {
    const own = known ? { ...mistypedOf(known, 1), headline } : { headline, share: 1, copies: 1, wordings: 1 }
    const most = others.map((entry) => ({ entry, ...mistypedOf(entry, 1) }))
    if (!areMany([own, ...most])) return undefined
    const alike: typeof most = []
    let compared = 0
    for (const filling of most) {
      const { wordings } = filling.entry
      const likest = Math.max(...wordings.map((wording) => resembles(wording, headline)))
      if (likest > 0 && isSame(filling.entry)) alike.push({ ...filling, share: filling.share * likest })
      compared += wordings.length
      // The likest come first: where none of them is a copy, the others are none.
      if (compared >= mostUnlike && alike.length === 0) return undefined
    }
    return floodOfMistakes(own, alike)
  }

  /** Makes one story of the parts of a flood. The first stands for all. */
  function unite(template: Template, parts: readonly StoryEntry<story>[]): StoryEntry<story> {
    const flood = parts.reduce((first, entry) => (entry.order < first.order ? entry : first))
    for (const entry of parts) if (entry !== flood) fold(flood, entry)
    remove(flood)
    flood.template = template
    floods.add(flood, keysOfTemplate(template.stems))
    return flood
  }

  /** Unites with a flood what else was told of it. */
  function sweep(
    flood: StoryEntry<story>,
    stems: readonly string[],
    { mayBeFlooded, subjects }: Pick<Telling<story>, 'mayBeFlooded' | 'subjects'>,
  ): void {
    for (const entry of new Set([...entries.under(keysWith(stems)), ...recent.about(subjects)]))
      if (
        entry !== flood &&
        takes(flood, entry.wordings[0]) &&
        mayBeFlooded(entry.story) &&
        !areOther(flood, entry)
      )
        fold(flood, entry)
  }

  /** Takes up another entry. The story that was told first stands for both. */
  function fold(flood: StoryEntry<story>, entry: StoryEntry<story>): void {
    flood.places ??= new Map()
    fillIn(
      flood.places,
      ownMatter(flood.wordings, flood.template?.words ?? [], flood.vocabulary, entry.wordings[0]),
    )
    flood.copies += entry.copies
    flood.reworded += entry.copies
    for (const wording of entry.wordings) {
      if (flood.wordings.length >= mostWordings + mostOfOthers || wordingOf(flood, wording)) continue
      flood.wordings.push(wording)
      recent.add(flood, wording, flood.subjects)
    }
    remove(entry)
    recent.remove(entry)
    queue[entry.place] = undefined
    const [into, from] = entry.order < flood.order ? [entry, flood] : [flood, entry]
    onUnite(into.story, from.story)
    flood.story = into.story
    flood.order = into.order
  }

  /** Whether a story that many tell is told by a headline: in other words, or, if they do in many, whatever stands beside it. */
  function holds(entry: StoryEntry<story>, headline: Headline): boolean {
    const isHeld = (wording: Headline) =>
      retold(wording, headline) || (isToldInManyWays(entry) && foundWithin(wording, headline))
    return entry.wordings.some(isHeld) || isNothingBeside(entry, headline)
  }

  /** Whether a headline has nothing of its own beside a story that so many tell. */
  function isNothingBeside(
    { copies, vocabulary, wordings: [first] }: StoryEntry<story>,
    headline: Headline,
  ): boolean {
    return copies >= byAll && vocabulary !== undefined && addsNothing(first, vocabulary, headline)
  }

  /** The story that so many tell that it is found within a headline, or in the words of another desk. */
  function toldWithin(
    headline: Headline,
    { mayBeFlooded, subjects }: Telling<story>,
    asked: Asked<story>,
  ): StoryEntry<story> | undefined {
    const isSame = (entry: StoryEntry<story>) => !tellsAnother(entry, headline, asked)
    const often = recent
      .which(subjects, isToldOften)
      .toSorted((left, right) => right.toldAt - left.toldAt)
      .slice(0, mostOften)
      .filter(({ story }) => mayBeFlooded(story))
    const inOtherWords = often.find(
      (entry) => entry.wordings.some((wording) => retold(wording, headline)) && isSame(entry),
    )
    if (inOtherWords) return inOtherWords
    const likeness = ({ sketch }: Headline) =>
      Math.max(likenessOf(sketch, headline.sketch), likenessOf(sketch, headline.givenSketch))
    const within = often
      .filter(isToldInManyWays)
      .flatMap((entry) => entry.wordings.map((wording) => ({ entry, wording, likeness: likeness(wording) })))
      .sort((one, other) => other.likeness - one.likeness)
      .find(
        ({ entry, wording }, place) => foundWithin(wording, headline, place < mostUnlike) && isSame(entry),
      )?.entry
    return within ?? often.find((entry) => isNothingBeside(entry, headline) && isSame(entry))
  }

  /** Unites with a story what was taken for others before it was known that so many tell it. */
  function gather(entry: StoryEntry<story>, { mayBeFlooded, subjects }: Telling<story>): void {
    const isStray = (other: StoryEntry<story>) => {
      if (other === entry || !mayBeFlooded(other.story)) return false
      if (entry.wordings.some((wording) => other.wordings.some((told) => retold(wording, told)))) return true
      if (!isToldInManyWays(entry) || other.copies * 4 > entry.copies) return false
      return other.wordings.some((wording) => holds(entry, wording)) || takes(entry, other.wordings[0])
    }
    for (const other of recent.which(subjects, isStray)) if (!areOther(entry, other)) fold(entry, other)
  }

  /**
   * The story that many tell, of which a few others were taken for another: what they were told with had more mistakes than
   * what is told now.
   */
  function strayedFrom(
    entry: StoryEntry<story>,
    headline: Headline,
    telling: Telling<story>,
    asked: Asked<story>,
  ): StoryEntry<story> | undefined {
    if (isToldOften(entry)) return undefined
    const [first] = entry.wordings
    const from = toldWithin(headline, telling, asked)
    const isStray = from && entry.copies * 4 <= from.copies && !areOther(from, entry)
    return isStray && from.wordings.some((wording) => !tellsMore(first, wording)) ? from : undefined
  }

  /** Counts one more item of a known story. */
  function tellAgain(
    entry: StoryEntry<story>,
    headline: Headline,
    keys: readonly number[],
    telling: Telling<story>,
  ): void {
    entry.copies++
    entry.isToldAgain = true
    entry.toldAt = ++made
    recent.add(
      entry,
      entry.wordings[0],
      telling.subjects.filter((subject) => !entry.subjects.includes(subject)),
    )
    if (entry.template) floods.renew(entry)
    const told = wordingOf(entry, headline)
    if (told?.text !== headline.text) entry.reworded++
    if (isToldOften(entry)) {
      entry.vocabulary ??= new Map()
      learnWords(entry.vocabulary, entry.wordings[0], headline)
    }
    if (told && told.text !== headline.text) learn(entry, headline, keys)
    if (entry.template && refine(entry.template, headline)) {
      floods.add(entry, keysOfTemplate(entry.template.stems))
      sweep(entry, entry.template.stems, telling)
    }
  }

  return {
    tell(headline, telling) {
      const { mayBe, mayBeFlooded, subjects, make } = telling
      const asked: Asked<story> = new Map()
      const isToldBy = (entry: StoryEntry<story>) => {
        const told = wordingOf(entry, headline)
        if (told?.letters === headline.letters && mayBe(entry.story, told)) return true
        const isTold = told
          ? mayBe(entry.story, told) && !opposed(told, headline)
          : takes(entry, headline) && mayBeFlooded(entry.story)
        return isTold && !tellsAnother(entry, headline, asked)
      }
      const keys = keysOf(headline)
      const shared = [...floods.under(keysOfTemplate(headline.stems)), ...entries.under(keys)]
      const sharing = shared.find(isToldBy)
      // Told in the same words it is known at once; most are.
      const near = sharing && !isPowerOfTwo(sharing.copies + 1) ? [] : recent.near(headline, subjects)
      const known = sharing ?? near.find(isToldBy) ?? toldWithin(headline, telling, asked)
      if (known) {
        tellAgain(known, headline, keys, telling)
        if (isPowerOfTwo(known.copies) && isToldOften(known)) gather(known, telling)
        // Whether it is of a flood takes looking at all that is like it: now and then, as its copies grow in number.
        if (!isPowerOfTwo(known.copies)) return known.story
        const from = strayedFrom(known, headline, telling, asked)
        if (from) {
          fold(from, known)
          return from.story
        }
      }
      // What was taken up by another on the way is no other any more.
      const isOther = (entry: StoryEntry<story>) =>
        entry !== known && queue[entry.place] === entry && mayBeFlooded(entry.story)
      const found = floodWith(headline, known, shared.filter(isOther), near.filter(isOther), asked)
      if (!found) return known?.story ?? add(headline, keys, subjects, make())
      const flood = unite(found.template, found.parts)
      sweep(flood, found.template.stems, telling)
      return flood.story
    },
  }
}

const mostWordings = 8
/** Beside these, those of what turned out to be the same story. */
const mostOfOthers = 4
const mostShort = 6
/** Wordings with much the same letters that are compared without finding a copy. */
const mostUnlike = 12
/** Copies of a story that so many tell that what has nothing of its own beside it is one more. */
const byAll = 64
/** Of stories that are told often, the latest, in which a headline is looked for. */
const mostOften = 16
/** Words of the shortest headline that is known to be another's without what was added. */
const fewest = 4

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0
}

function isBarer(headline: Headline, known: Headline): boolean {
  if (headline.isCut || headline.stems.length < fewest || headline.stems.length >= known.stems.length)
    return false
  return differences(headline, known) === 0
}

/** A short headline takes no other difference for the same. */
function isMistypedOf(headline: Headline, known: Headline): boolean {
  if (headline.tokens.join(' ') !== known.tokens.join(' ') && isMistypedCopy(headline, known)) return true
  const { length } = headline.stems
  return length === known.stems.length && length <= mostShort && differences(headline, known) > 0
}

function differences(headline: Headline, known: Headline): number {
  return stemsNotIn(headline, known.stems).length
}
