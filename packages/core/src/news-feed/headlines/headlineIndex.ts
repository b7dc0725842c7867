import { floodAround, mostUnlike, type Opposed, takes } from './floodAround.ts'
import { foundWithin } from './foundWithin.ts'
import { keysOf, keysOfTemplate, keysWith } from './headlineKeys.ts'
import { createKeyedEntries } from './keyedEntries.ts'
import { likenessOf } from './letterSketch.ts'
import { type Asked, areOther, countMatter, matterOf, tellsAnother } from './newsBeside.ts'
import type { Headline } from './readHeadline.ts'
import { createRecentEntries } from './recentEntries.ts'
import { isToBeHeld, isToldInManyWays, isToldOften, type StoryEntry } from './storyEntry.ts'
import { tellsMore } from './tellsMore.ts'
import { refine, type Template } from './template.ts'
import { holds, isNothingBeside, isToldInOtherWords, wordingOf } from './toldBy.ts'
import { learnWords } from './vocabulary.ts'
import { isBarer, isMistypedOf } from './wordings.ts'

export type HeadlineIndexOptions<story> = {
  /** Stories remembered; those that were not told for longest are forgotten first. */
  capacity: number
  opposed: Opposed
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
      garbled: 0,
      heldAt: 1,
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
        takes(flood, entry.wordings[0], opposed) &&
        mayBeFlooded(entry.story) &&
        !areOther(flood, entry)
      )
        fold(flood, entry)
  }

  /** Takes up another entry. The story that was told first stands for both. */
  function fold(flood: StoryEntry<story>, entry: StoryEntry<story>): void {
    countMatter(flood, matterOf(flood, entry.wordings[0]))
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

  /** The story that so many tell that it is found within a headline, or in the words of another desk. */
  function toldWithin(
    headline: Headline,
    { mayBeFlooded, subjects }: Telling<story>,
    asked: Asked,
  ): StoryEntry<story> | undefined {
    const isSame = (entry: StoryEntry<story>) => !tellsAnother(entry, headline, asked)
    const often = recent
      .which(subjects, isToldOften)
      .toSorted((left, right) => right.toldAt - left.toldAt)
      .slice(0, mostOften)
      .filter(({ story }) => mayBeFlooded(story))
    const inOtherWords = often.find((entry) => isToldInOtherWords(entry, headline) && isSame(entry))
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
      if (other.wordings.some((told) => isToldInOtherWords(entry, told))) return true
      if (!isToldInManyWays(entry) || other.copies * 4 > entry.copies) return false
      return (
        other.wordings.some((wording) => holds(entry, wording)) || takes(entry, other.wordings[0], opposed)
      )
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
    asked: Asked,
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
      if (learnWords(entry.vocabulary, entry.wordings[0], headline)) entry.garbled++
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
      const asked: Asked = new Map()
      const isToldBy = (entry: StoryEntry<story>) => {
        const told = wordingOf(entry, headline)
        if (told?.letters === headline.letters && mayBe(entry.story, told)) return true
        const isTold = told
          ? mayBe(entry.story, told) && !opposed(told, headline)
          : takes(entry, headline, opposed) && mayBeFlooded(entry.story)
        return isTold && !tellsAnother(entry, headline, asked)
      }
      const keys = keysOf(headline)
      const shared = [...floods.under(keysOfTemplate(headline.stems)), ...entries.under(keys)]
      const sharing = shared.find(isToldBy)
      // Told in the same words it is known at once; most are.
      const near = sharing && sharing.copies + 1 < 2 * sharing.heldAt ? [] : recent.near(headline, subjects)
      const known = sharing ?? near.find(isToldBy) ?? toldWithin(headline, telling, asked)
      if (known) {
        tellAgain(known, headline, keys, telling)
        // Whether it is of a flood takes looking at all that is like it: now and then, as its copies grow in number.
        if (!isToBeHeld(known)) return known.story
        known.heldAt = known.copies
        if (isToldOften(known)) gather(known, telling)
        const from = strayedFrom(known, headline, telling, asked)
        if (from) {
          fold(from, known)
          return from.story
        }
      }
      // What was taken up by another on the way is no other any more.
      const isOther = (entry: StoryEntry<story>) =>
        entry !== known && queue[entry.place] === entry && mayBeFlooded(entry.story)
      const found = floodAround(headline, known, shared.filter(isOther), near.filter(isOther), asked, opposed)
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
/** Of stories that are told often, the latest, in which a headline is looked for. */
const mostOften = 16
