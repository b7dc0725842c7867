import { keysOf } from './headlineKeys.ts'
import type { Headline } from './readHeadline.ts'
import { sameStory } from './sameStory.ts'

export type HeadlineIndex<story> = {
  /**
   * The story that a headline tells: one that is known, or the one that is made, which is known from then on.
   *
   * @param mayBe - Whether a known story may be the same for other reasons; `told` is its headline.
   */
  tell(headline: Headline, mayBe: (story: story, told: Headline) => boolean, make: () => story): story
}

type Entry<story> = {
  story: story
  /**
   * The first, those without what its publisher added, and mistyped ones: two may be further from each other than from
   * what was meant.
   */
  wordings: Headline[]
  keys: number[]
  /** The question for which it was last looked at. */
  asked: number
}

/** Stories looked at for each key: what more share ("stocks to") tells nothing. */
const mostForKey = 32
const none: readonly never[] = []

/**
 * Stories by their headlines. The cost of one does not grow with the number that is known.
 *
 * @param capacity - Stories remembered; the oldest are forgotten first.
 * @param onForget - Told of each that is.
 */
export function createHeadlineIndex<story>(
  capacity: number,
  onForget: (story: story) => void = () => {},
): HeadlineIndex<story> {
  /** Most keys have one entry, which needs no list. */
  const byKey = new Map<number, Entry<story> | Entry<story>[]>()
  const queue: (Entry<story> | undefined)[] = []
  let next = 0
  let question = 0

  function put(key: number, entry: Entry<story>): void {
    const known = byKey.get(key)
    if (!known) byKey.set(key, entry)
    else if (!Array.isArray(known)) {
      if (known !== entry) byKey.set(key, [known, entry])
    } else if (!known.includes(entry)) {
      if (known.length >= mostForKey) known.shift()
      known.push(entry)
    }
  }

  function forget(entry: Entry<story>): void {
    for (const key of entry.keys) {
      const known = byKey.get(key)
      if (known === entry) byKey.delete(key)
      else if (Array.isArray(known)) {
        const left = known.filter((other) => other !== entry)
        if (left.length === 0) byKey.delete(key)
        else byKey.set(key, left)
      }
    }
    onForget(entry.story)
  }

  /** Entries of a key that were not looked at for this question, the newest first. */
  function candidates(key: number): readonly Entry<story>[] {
    const known = byKey.get(key)
    if (!known) return none
    const list = Array.isArray(known) ? known.toReversed() : [known]
    return list.filter((entry) => {
      if (entry.asked === question) return false
      entry.asked = question
      return true
    })
  }

  /** What a copy adds to how its story is known. */
  function learn(entry: Entry<story>, headline: Headline, keys: readonly number[]): void {
    const [first] = entry.wordings
    if (!first || entry.wordings.length >= mostWordings) return
    if (isBarer(headline, first)) entry.wordings.push({ ...headline, figures: first.figures })
    else if (isMistypedOf(headline, first)) entry.wordings.push(headline)
    else return
    for (const key of keys) {
      if (entry.keys.includes(key)) continue
      entry.keys.push(key)
      put(key, entry)
    }
  }

  return {
    tell(headline, mayBe, make) {
      const keys = keysOf(headline)
      question++
      for (const key of keys) {
        for (const entry of candidates(key)) {
          const told = entry.wordings.find((wording) => sameStory(wording, headline))
          if (!told || !mayBe(entry.story, told)) continue
          if (told.text !== headline.text) learn(entry, headline, keys)
          return entry.story
        }
      }
      const entry = { story: make(), wordings: [headline], keys, asked: question }
      const oldest = queue[next]
      if (oldest) forget(oldest)
      queue[next] = entry
      next = (next + 1) % capacity
      for (const key of keys) put(key, entry)
      return entry.story
    },
  }
}

const mostWordings = 8
const mostShort = 6
/** Words of the shortest headline that is known to be another's without what was added. */
const fewest = 4

function isBarer(headline: Headline, known: Headline): boolean {
  if (headline.isCut || headline.stems.length < fewest || headline.stems.length >= known.stems.length)
    return false
  return differences(headline, known) === 0
}

/** A short headline takes no other difference for the same. */
function isMistypedOf(headline: Headline, known: Headline): boolean {
  const { length } = headline.stems
  return length === known.stems.length && length <= mostShort && differences(headline, known) > 0
}

function differences(headline: Headline, known: Headline): number {
  let count = 0
  for (const stem of headline.stems) if (!known.stems.includes(stem)) count++
  return count
}
