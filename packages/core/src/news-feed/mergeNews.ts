import type { NewsItem } from '../market/index.ts'
import { createDuplicateFinder } from './duplicateFinder.ts'

/** An item with everywhere else that it was published. */
export type MergedNewsItem = NewsItem & {
  alsoFrom: readonly { provider: string; source: string; url: string }[]
}

type Story = {
  item: NewsItem
  /** Of the text that stands: a later one under the same address is a correction. */
  textTime: number
  alsoFrom: Map<string, MergedNewsItem['alsoFrom'][number]>
  /** The story that it turned out to be a copy of. */
  copyOf?: Story
}

/**
 * Several sources' news as one list, newest first. Copies of one story count once: the same address, or nearly the same
 * headline within a day. The earliest copy stands for the story; what it lacks comes from the others. A later text under
 * the address of the earliest is a correction: it holds, from when the story first appeared.
 *
 * Nearly the same is a headline of two words or more after one to three changes: labels, datelines, publishers, tags, links
 * and counters around it; capitals, signs, and one letter in eight wrong, at most one in a word; up to two words for
 * others of the same meaning; an end of less than half cut off. Another amount, place, name or denial, or another word of
 * markets of another meaning, makes another story. From 64 copies on, what has no word of its own beside the story is one more, whatever is
 * wrong with it.
 *
 * The order of the lists and within them does not matter. Cost: O(n log n).
 */
export function mergeNews(lists: readonly (readonly NewsItem[])[]): MergedNewsItem[] {
  const stories: Story[] = []
  /** Story of each address, for as long as the list is; the finder forgets after a day. */
  const storyOf = new Map<string, Story>()
  const standing = (id: string | undefined) => {
    let story = id === undefined ? undefined : storyOf.get(id)
    while (story?.copyOf) story = story.copyOf
    return story
  }
  const finder = createDuplicateFinder((id, of) => {
    const [copy, story] = [standing(id), standing(of)]
    if (copy && story) unite(story, copy)
  })
  // Oldest first, so that the original comes before its copies, and a correction after what it corrects.
  for (const item of lists.flat().sort(byTime)) {
    const known = standing(item.id) ?? standing(finder.find(item))
    const story = known ?? { item, textTime: item.time, alsoFrom: new Map() }
    storyOf.set(item.id, story)
    if (known) add(known, item)
    else stories.push(story)
  }
  return stories
    .filter(({ copyOf }) => !copyOf)
    .map(({ item, alsoFrom }) => ({ ...item, alsoFrom: [...alsoFrom.values()] }))
    .sort((a, b) => b.time - a.time || compare(a.id, b.id))
}

/** Makes copies of what stood as a story of its own, and of its copies. */
function unite(story: Story, copy: Story): void {
  if (story === copy) return
  copy.copyOf = story
  add(story, copy.item)
  for (const [id, from] of copy.alsoFrom) if (id !== story.item.id) story.alsoFrom.set(id, from)
}

function add(story: Story, item: NewsItem): void {
  const { id, time, provider, source, url } = item
  if (id !== story.item.id) {
    // The same copy through a second provider, or corrected there, is still one copy.
    if (!story.alsoFrom.has(id)) story.alsoFrom.set(id, { provider, source, url })
    story.item = fill(story.item, item)
  } else if (time > story.textTime) {
    story.textTime = time
    story.item = fill({ ...item, time: story.item.time }, story.item)
  } else story.item = fill(story.item, item)
}

/** By time; what is of the same instant in an order that does not depend on how it came. */
function byTime(a: NewsItem, b: NewsItem): number {
  return (
    a.time - b.time || compare(a.id, b.id) || compare(a.provider, b.provider) || compare(rest(a), rest(b))
  )
}

function rest(item: NewsItem): string {
  const { title, summary, author, imageUrl, language, url, source, truncated, instruments } = item
  const ids = instruments.map(({ id }) => id)
  return JSON.stringify([title, summary, author, imageUrl, language, url, source, truncated, ids])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function fill(item: NewsItem, other: NewsItem): NewsItem {
  const ids = new Set(item.instruments.map(({ id }) => id))
  const more = other.instruments.filter(({ id }) => !ids.has(id))
  return {
    ...item,
    summary: item.summary ?? other.summary,
    author: item.author ?? other.author,
    imageUrl: item.imageUrl ?? other.imageUrl,
    language: item.language ?? other.language,
    instruments: more.length > 0 ? [...item.instruments, ...more] : item.instruments,
  }
}
