import type { NewsItem } from '../../market/index.ts'
import { ifChanged } from '../../provider/if-changed.ts'
import { type HttpResponse, type NewsQuery, statusError } from '../../provider/index.ts'
import { matching } from '../../provider/news/matches.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'
import { readFeed } from './readFeed.ts'

export type Feed = { id: string; url: string; title: string | undefined; userAgent: string | undefined }

/** Asks for a feed and reads what it holds. */
export function feedOperation(feed: Feed) {
  return {
    request: () => ({
      url: feed.url,
      headers: {
        accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8',
        ...(feed.userAgent && { 'user-agent': feed.userAgent }),
      },
    }),
    parse: (response: HttpResponse, query: NewsQuery) => readItems(response, query, feed),
    // A feed is asked for many times before it changes.
    again: ifChanged,
  }
}

function readItems(response: HttpResponse, query: NewsQuery, { id, url, title }: Feed): NewsItem[] {
  const error = statusError(id, response, query.now)
  if (error) throw error
  const feed = readFeed(response.text, id, url)
  const items = feed.entries.flatMap((entry) => {
    // An entry without a date, or with one yet to come, is as new as the feed that it stands in.
    const time = past(entry.time, query.now) ?? past(feed.time, query.now) ?? query.now
    const item = toNewsItem({
      ...entry,
      provider: id,
      time,
      source: title ?? feed.title,
      language: feed.language,
    })
    return item ? [item] : []
  })
  return matching(items, query)
}

/** A date, unless it lies further ahead than clocks and time zones go wrong. */
function past(time: number | undefined, now: number): number | undefined {
  return time !== undefined && time <= now + 86_400_000 ? time : undefined
}
