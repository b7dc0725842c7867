import { type NewsItem, parseInstrument } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, Wire } from '../../provider/index.ts'
import { assertData } from './errors.ts'
import { readBoolean } from './map-bars.ts'

/** `GET /v1/news` → articles, each naming the provider that found it. What is no article with a link is left out. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  assertData(response, query.now)
  const body = new Wire('gateway', response.json('gateway'))
  return body
    .at('news')
    .items()
    .flatMap((item) => readItem(item) ?? [])
}

/** A gateway may be anyone's: its texts and links are cleaned like those of any source. */
function readItem(item: Wire): NewsItem | undefined {
  const clean = toNewsItem({
    provider: item.at('provider').text(),
    time: item.at('time').number(),
    title: item.at('title').text(),
    summary: item.at('summary').textOrNull(),
    url: item.at('url').text(),
    source: item.at('source').text(),
    author: item.at('author').textOrNull(),
    imageUrl: item.at('imageUrl').textOrNull(),
    language: item.at('language').textOrNull(),
    truncated: readBoolean(item.at('truncated')),
    instruments: item
      .at('instruments')
      .items()
      .map((instrument) => parseInstrument(instrument.text())),
  })
  if (!clean) return undefined
  const isSimulated = readBoolean(item.at('simulated'))
  return { ...clean, id: item.at('id').text(), ...(isSimulated && { simulated: true }) }
}
