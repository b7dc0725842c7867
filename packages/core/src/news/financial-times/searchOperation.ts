import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  statusError,
  Wire,
} from '../../provider/index.ts'
import { booleanQuery } from '../../provider/news/booleanQuery.ts'
import { mentioned } from '../../provider/news/mentions.ts'
import { joinNews, selectNews } from '../../provider/news/selectNews.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'

const id = 'financial-times'

/** Most results in one answer. */
const pageSize = 100

/** Searches headlines, newest first, page by page. */
export function searchOperation(baseUrl: string, apiKey: string) {
  const search = (query: NewsQuery, offset: number): HttpRequest => ({
    method: 'POST',
    url: `${baseUrl}/content/search/v1`,
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({
      queryString: queryString(query),
      resultContext: {
        aspects: ['title', 'lifecycle', 'location', 'summary', 'editorial'],
        maxResults: Math.min(query.limit, pageSize),
        offset,
        sortOrder: 'DESC',
        sortField: 'lastPublishDateTime',
      },
    }),
  })
  return {
    request: (query: NewsQuery) => search(query, 0),
    parse: readResults,
    next(response: HttpResponse, query: NewsQuery, request: HttpRequest) {
      const sent = new Wire(id, JSON.parse(request.body ?? '{}'))
      const offset = sent.at('resultContext').at('offset').number() + pageSize
      const isEmpty = resultsOf(response).length === 0
      return !isEmpty && offset < Math.min(query.limit, foundBy(response)) ? search(query, offset) : undefined
    },
    join: joinNews,
  }
}

/** The venue counts in seconds and leaves the instants themselves out: a second around them is asked for, and cut. */
function queryString(query: NewsQuery): string {
  const { start, end } = query
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')
  const words = booleanQuery(query)
  const bounds = [
    start === undefined ? '' : `lastPublishDateTime:>${iso(Math.ceil(start / 1000) - 1)}`,
    end === undefined ? '' : `lastPublishDateTime:<${iso(Math.ceil(end / 1000))}`,
  ].filter(Boolean)
  return [words && bounds.length > 0 ? `(${words})` : words, ...bounds].filter(Boolean).join(' AND ')
}

/** How many results there are, of which an answer holds a page. */
function foundBy(response: HttpResponse): number {
  const groups = new Wire(id, response.json(id)).at('results').items()
  return Math.max(0, ...groups.map((group) => group.maybe('indexCount').numberOrNull() ?? 0))
}

function resultsOf(response: HttpResponse): Wire[] {
  const groups = new Wire(id, response.json(id)).at('results').items()
  return groups.flatMap((group) => group.at('results').itemsOrNone())
}

function readResults(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const error = statusError(id, response, query.now)
  if (error) throw error
  const items = resultsOf(response).flatMap((result) => {
    const title = result.at('title').at('title').textOrNull() ?? ''
    const summary = result.maybe('summary').maybe('excerpt').textOrNull()
    const lifecycle = result.at('lifecycle')
    const published = lifecycle.maybe('lastPublishDateTime').isAbsent
      ? 'initialPublishDateTime'
      : 'lastPublishDateTime'
    const item = toNewsItem({
      provider: id,
      time: lifecycle.at(published).instant(),
      title,
      summary,
      url:
        result.maybe('location').maybe('uri').textOrNull() ??
        `https://www.ft.com/content/${result.at('id').text()}`,
      source: 'Financial Times',
      author: result.maybe('editorial').maybe('byline').textOrNull(),
      instruments: mentioned(`${title} ${summary ?? ''}`, query.instruments),
      language: 'en',
      // The licence gives an excerpt.
      truncated: summary !== null,
    })
    return item ? [item] : []
  })
  // The venue has searched already; it may round the instants, or not look at them.
  return selectNews(items, { ...query, text: undefined })
}
