import type { GetNewsOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { collectNews } from './collectNews.ts'
import { createDuplicateFinder } from './duplicateFinder.ts'
import type { MergedNewsItem } from './mergeNews.ts'

/** Items of the page that is asked for where a page is full of what was seen, as of one instant. */
const widest = 1_000

/**
 * News going back in time, page by page, for as long as it is read. Each story comes once, also where its copies stand on
 * different pages. More than 1,000 items of one millisecond, or than a source gives at once, are not all found.
 * A page is `limit` items, 20 where none is given.
 * @throws {StarkMatterError} the first source's error, when none of them answered for a page
 */
export async function* pageNews(
  client: ClientBase & Pick<ClientActions, 'getNews'>,
  options: GetNewsOptions = {},
): AsyncGenerator<MergedNewsItem, void, void> {
  const { limit: page = 20 } = options
  const finder = createDuplicateFinder()
  let end = options.end
  let limit = page
  for (;;) {
    const { items } = await collectNews(client, { ...options, end, limit })
    const oldest = items.at(-1)
    if (!oldest) return
    const fresh = items.filter((item) => finder.find(item) === undefined)
    yield* fresh
    if (fresh.length > 0) {
      // Items of the same millisecond may stand on both sides of a page's edge.
      end = oldest.time + 1
      limit = page
    } else if (items.reduce((sum, { alsoFrom }) => sum + 1 + alsoFrom.length, 0) < limit) return
    else if (limit < widest) limit = widest
    else {
      // Only the edge itself is there, or more of it than can be had: on to what is older.
      if (typeof end === 'number' && oldest.time >= end) return
      end = oldest.time
      limit = page
    }
  }
}
