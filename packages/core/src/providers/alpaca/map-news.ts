import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { readBody } from './schema.ts'
import { fromAlpaca } from './symbols.ts'

const provider = 'alpaca'

/** Articles of one page, newest first, that speak of the wanted text. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const articles = readBody(response, query).at('news').items()
  const items = articles.flatMap((article) => toNews(article) ?? [])
  // The venue's end is inclusive, and it does not look for words.
  return selectNews(items, query)
}

function toNews(article: Wire): NewsItem | undefined {
  const images = article.at('images').itemsOrNone()
  return toNewsItem({
    provider,
    time: article.at('created_at').instant(),
    title: article.at('headline').text(),
    summary: article.at('summary').textOrNull(),
    url: article.at('url').textOrNull() ?? '',
    source: article.at('source').textOrNull() ?? 'Benzinga',
    author: article.at('author').textOrNull(),
    imageUrl: images[0]?.at('url').textOrNull(),
    instruments: article
      .at('symbols')
      .itemsOrNone()
      .map((symbol) => fromAlpaca(symbol.text()))
      .filter((instrument) => instrument !== undefined),
    language: 'en',
  })
}
