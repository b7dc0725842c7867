import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromAlpaca } from './symbols.ts'

const provider = 'alpaca'

/** Articles of one page, newest first, that speak of the wanted text. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const words = query.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  return readBody(response, query)
    .at('news')
    .items()
    .flatMap((article) => toNews(article) ?? [])
    .filter(({ title, summary }) => {
      const text = `${title} ${summary ?? ''}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
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
