import type { GetNewsOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { collectNews } from './collectNews.ts'
import type { MergedNewsItem } from './mergeNews.ts'

/**
 * News going back in time, page by page, for as long as it is read.
 *
 * @param options.limit - Items of a page. @default 20
 */
export async function* pageNews(
  client: ClientBase & Pick<ClientActions, 'getNews'>,
  options: GetNewsOptions = {},
): AsyncGenerator<MergedNewsItem, void, void> {
  const seen = new Set<string>()
  let end = options.end
  for (;;) {
    const { items } = await collectNews(client, { ...options, end })
    const fresh = items.filter(({ id }) => !seen.has(id))
    const oldest = fresh.at(-1)
    if (!oldest) return
    for (const item of fresh) {
      seen.add(item.id)
      yield item
    }
    // Items of the same millisecond may stand on both sides of a page's edge.
    end = oldest.time + 1
  }
}
