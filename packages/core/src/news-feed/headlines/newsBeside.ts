import { fillIn, isFilledIn, isToldByFew, type Matter } from './filledPlaces.ts'
import { ownMatter } from './ownMatter.ts'
import type { Headline } from './readHeadline.ts'
import { isToldCarelessly, isToldOften, type StoryEntry } from './storyEntry.ts'

type Entry = StoryEntry<unknown>

/** Which stories of many a headline was compared with, and whether it tells another. */
export type Asked = Map<Entry, boolean>

/** Whether a headline tells another story than one that many tell, however much they look alike; asked once of each. */
export function tellsAnother(entry: Entry, headline: Headline, asked: Asked): boolean {
  const known = asked.get(entry)
  if (known !== undefined) return known
  const matter = matterBeside(entry, headline)
  const isOther = isNews(entry, matter)
  countMatter(
    entry,
    matter.filter(({ isSlip }) => isOther || isSlip),
  )
  asked.set(entry, isOther)
  return isOther
}

/** Whether of two stories the one that fewer tell is another. */
export function areOther(left: Entry, right: Entry): boolean {
  const [more, fewer] = left.copies < right.copies ? [right, left] : [left, right]
  return isNews(more, matterBeside(more, fewer.wordings[0]))
}

/** What a headline tells that a story of many does not. */
export function matterBeside(entry: Entry, headline: Headline): readonly Matter[] {
  return isToldOften(entry) ? matterOf(entry, headline) : []
}

/** The same of a story, however many tell it. */
export function matterOf({ template, vocabulary, wordings }: Entry, headline: Headline): readonly Matter[] {
  return ownMatter(wordings, template?.words ?? [], vocabulary, headline)
}

/** Counts what is told in the place of the words of a story, by as many as are known to tell it. */
export function countMatter(entry: Entry, matter: readonly Matter[], copies = 1): void {
  if (matter.length === 0) return
  entry.places ??= new Map()
  fillIn(entry.places, matter, copies)
}

/** Whether any of it is news: neither what each fills in as they like nor what a slip may have made. */
function isNews(entry: Entry, matter: readonly Matter[]): boolean {
  const { copies, places } = entry
  const isCareless = isToldCarelessly(entry)
  return matter.some(
    (one) => !isFilledIn(places, one, copies) && !(isCareless && one.isSlip && isToldByFew(places, one)),
  )
}
