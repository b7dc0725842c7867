import { describe, expect, test } from 'vitest'
import { equity, type NewsItem } from '../../market/index.ts'
import { scripted } from '../llm/scripted.ts'
import { createNewsReader } from '../quarantine/createNewsReader.ts'
import { now, runOne } from './test/run-one.ts'
import type { ToolSources } from './tool.ts'

const hour = 3_600_000
const wording = [
  'raises its forecast',
  'is sued over fraud',
  'opens a store in Rome',
  'cuts jobs in Cork',
  'wins a large contract',
]

function item(index: number, hoursAgo: number, more: Partial<NewsItem> = {}): NewsItem {
  return {
    ...{
      id: `${index}`,
      time: now - hoursAgo * hour,
      title: `AAPL ${wording[index % wording.length]}`,
      summary: null,
    },
    ...{ url: `https://wire.example/${index}`, source: 'wire', author: null, imageUrl: null },
    ...{ instruments: [equity('AAPL')], language: 'en', truncated: false, provider: 'wire', ...more },
  }
}

const sourcesOf = (...items: NewsItem[]): ToolSources => ({ getNews: async () => items })
const ask = { symbols: ['AAPL'], text: null, days: 7 }

describe('news_search', () => {
  test('gives closed values by article, and keeps the text for readers', async () => {
    const { read, evidence } = await runOne(sourcesOf(item(1, 5), item(0, 9)), 'news_search', ask)
    expect(read).toMatchObject({
      subject: 'equity:AAPL',
      asOf: ['2026-06-15T06:00:00.000Z', '2026-06-15T10:00:00.000Z'],
      metrics: { positiveArticles: { values: [1, 0] }, negativeArticles: { values: [0, 1] } },
      articles: { event: ['guidance', 'legal'], stance: ['positive', 'negative'] },
    })
    expect(JSON.stringify(read)).not.toMatch(/fraud|forecast|wire\.example/)
    expect(evidence[0]?.quotes?.map(({ text }) => text)).toEqual([
      'AAPL raises its forecast',
      'AAPL is sued over fraud',
    ])
    const [spans] = evidence[0]?.articles?.map((one) => one.spans) ?? []
    expect(spans).toEqual([[0, 24]])
  })

  test('is about what was asked for, and of its time', async () => {
    const other = item(2, 3, { title: 'MSFT rises', instruments: [equity('MSFT')] })
    const sources = sourcesOf(other, item(0, 200), item(1, -1), item(3, 2))
    const { evidence } = await runOne(sources, 'news_search', ask)
    expect(evidence.map(({ subject }) => subject)).toEqual(['equity:AAPL'])
    expect(evidence[0]?.quotes?.map(({ text }) => text)).toEqual(['AAPL cuts jobs in Cork'])
  })

  test('articles of one instant are one row', async () => {
    const { values, evidence } = await runOne(sourcesOf(item(0, 1), item(1, 1)), 'news_search', ask)
    expect(values('articles')).toEqual([2])
    expect(evidence[0]?.articles).toHaveLength(2)
  })

  test('finds a company by its name where the run knows it', async () => {
    const sources = sourcesOf(item(0, 1, { title: 'Apple raises its forecast', instruments: [] }))
    expect((await runOne(sources, 'news_search', ask)).read).toMatchObject({ error: 'no_data' })
    const names = { 'equity:AAPL': ['Apple Inc.', 'Apple'] }
    expect((await runOne(sources, 'news_search', ask, { names })).values('articles')).toEqual([1])
  })

  test('an article about two instruments is read once, and stands with both', async () => {
    const both = item(0, 1, { title: 'AAPL beats MSFT in court', instruments: [] })
    const about = ['equity:AAPL', 'equity:MSFT'].map((instrument, index) => ({
      instrument,
      stance: index === 0 ? 'positive' : 'negative',
    }))
    const llm = scripted(() => ({ json: { event: 'legal', materiality: 'high', about, quotes: [0] } }))
    const context = { reader: createNewsReader({ llm }), universe: ['AAPL', 'MSFT'] }
    const { evidence } = await runOne(sourcesOf(both), 'news_search', { ...ask, symbols: null }, context)
    await runOne(sourcesOf(both), 'news_search', { ...ask, symbols: ['MSFT'] }, context)
    expect(llm.requests).toHaveLength(1)
    expect(evidence.map(({ subject, articles }) => [subject, articles?.[0]?.stance])).toEqual([
      ['equity:AAPL', 'positive'],
      ['equity:MSFT', 'negative'],
    ])
  })

  test('takes the instruments of the run where none are named', async () => {
    const { evidence } = await runOne(sourcesOf(item(0, 1)), 'news_search', { ...ask, symbols: null })
    expect(evidence.map(({ subject }) => subject)).toEqual(['equity:AAPL'])
    const none = await runOne(
      sourcesOf(item(0, 1)),
      'news_search',
      { ...ask, symbols: null },
      { universe: [] },
    )
    expect(none.read).toMatchObject({ error: 'bad_input' })
  })
})

describe('sentiment_summary', () => {
  const question = { symbols: ['AAPL'], days: 3 }

  test('has a row a day up to the as-of instant, and counts stories once', async () => {
    const copies = Array.from({ length: 9 }, (_, index) =>
      item(1, 30, { id: `c${index}`, url: `https://c.example/${index}` }),
    )
    const { evidence, values } = await runOne(sourcesOf(...copies, item(3, 2)), 'sentiment_summary', question)
    expect(evidence[0]?.asOf).toEqual([
      '2026-06-12T15:00:00.000Z',
      '2026-06-13T15:00:00.000Z',
      '2026-06-14T15:00:00.000Z',
      '2026-06-15T15:00:00.000Z',
    ])
    expect(values('stories')).toEqual([0, 0, 1, 2])
    expect(values('sentiment')?.slice(0, 2)).toEqual([null, null])
    expect(values('sentiment')?.at(-1)).toBeLessThan(0)
  })

  test('without news is no evidence', async () => {
    expect((await runOne(sourcesOf(), 'sentiment_summary', question)).read).toMatchObject({
      error: 'no_data',
    })
    expect((await runOne({}, 'sentiment_summary', question)).read).toMatchObject({ error: 'unsupported' })
  })
})
