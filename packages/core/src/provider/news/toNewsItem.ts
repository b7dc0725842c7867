import type { Instrument, NewsItem } from '../../market/index.ts'
import { stableId } from '../stable-id.ts'
import { articleKey } from './articleKey.ts'
import { canonicalUrl } from './canonicalUrl.ts'
import { cleanText } from './cleanText.ts'
import { languageOf } from './languageOf.ts'

/** What a source says of one article, before any of it is trusted. */
export type RawNewsItem = {
  provider: string
  /** ms UTC. */
  time: number
  title: string
  url: string
  source: string
  summary?: string | null | undefined
  author?: string | null | undefined
  imageUrl?: string | null | undefined
  instruments?: readonly Instrument[] | undefined
  /** As the source says; read from the text where it does not. */
  language?: string | null | undefined
  /** The source itself says that it cut the text. */
  truncated?: boolean | undefined
}

const longestTitle = 300
const longestSummary = 2_000
/** How texts end that were cut: `…`, `...`, `[…]`. */
const cut = /(?:…|\.\.\.)[\])]?$/

/** A news item that may be shown; `undefined` where there is no title, no usable link or no time. */
export function toNewsItem(raw: RawNewsItem): NewsItem | undefined {
  const url = canonicalUrl(raw.url)
  const title = cleanText(raw.title, longestTitle)
  if (url === undefined || title === '' || !Number.isFinite(raw.time)) return undefined
  const summary = cleanText(raw.summary ?? '', longestSummary)
  const language = raw.language?.trim().replaceAll('_', '-') ?? ''
  return {
    id: stableId(articleKey(url)),
    time: raw.time,
    title,
    summary: summary === '' || summary === title ? null : summary,
    url,
    source: cleanText(raw.source, 100),
    author: cleanText(raw.author ?? '', 100) || null,
    imageUrl: canonicalUrl(raw.imageUrl ?? '') ?? null,
    instruments: raw.instruments ?? [],
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(language)
      ? language
      : languageOf(`${title} ${summary}`),
    truncated: (raw.truncated ?? false) || cut.test(summary) || title.endsWith('…'),
    provider: raw.provider,
  }
}
