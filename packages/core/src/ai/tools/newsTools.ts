import * as z from 'zod/mini'
import { NoDataError } from '../../errors/index.ts'
import { parseInstrument } from '../../market/index.ts'
import {
  createSentimentAnalyzer,
  type ItemSentiment,
  type SentimentItem,
  sentimentSeries,
} from '../../sentiment/index.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { createNewsReader, type NewsReader, type ReadArticle } from '../quarantine/createNewsReader.ts'
import type { Materiality, Stance } from '../quarantine/reading.ts'
import { defineTool } from './defineTool.ts'
import { knownNews } from './knownNews.ts'
import { knownInstrument, subjectsOf } from './subjects.ts'
import type { ToolContext } from './tool.ts'

const dayMs = 86_400_000
const symbols = z.nullable(z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(5)))

/** Articles of all subjects together that one answer lists. */
const mostListed = 20
/** Articles of one subject that sentiment is made of. */
const mostCounted = 40

/** What was published about instruments, as closed values and quotable passages. */
export const newsSearchTool = defineTool({
  name: 'news_search',
  description:
    'News about up to five instruments (null: those of the run), as what happened, for whom it is good, how much it matters, and the offsets of passages that can be quoted. Articles come as ids: their text is shown to readers, not to you.',
  input: z.object({
    symbols,
    text: z.nullable(z.string().check(z.minLength(2), z.maxLength(80))),
    days: z.int().check(z.minimum(1), z.maximum(90)),
  }),
  async run(input, context) {
    const subjects = subjectsOf(input.symbols, context)
    const limit = Math.floor(mostListed / subjects.length)
    const found = await readEach(subjects, context, { text: input.text, days: input.days, limit })
    const evidence = found.map(({ subject, provider, articles }) =>
      listing(subject, provider, articles, context),
    )
    return { evidence, next: { ...input, days: Math.max(1, Math.floor(input.days / 2)) } }
  },
})

/** How the news of instruments reads, now and on the days before. */
export const sentimentSummaryTool = defineTool({
  name: 'sentiment_summary',
  description:
    'Sentiment of the news about up to five instruments (null: those of the run), -1 to 1, day by day: its level, its momentum against the usual, the disagreement of the stories, and their number so far.',
  input: z.object({ symbols, days: z.int().check(z.minimum(1), z.maximum(30)) }),
  async run(input, context) {
    const subjects = subjectsOf(input.symbols, context)
    const found = await readEach(subjects, context, { text: null, days: input.days, limit: mostCounted })
    const evidence = found.map(({ subject, provider, articles }) =>
      series(subject, provider, articles, input.days, context),
    )
    return { evidence, next: { ...input, days: Math.max(1, Math.floor(input.days / 2)) } }
  },
})

type Found = { subject: string; provider: string; articles: readonly ReadArticle[] }

/** The articles of each subject, read in quarantine. Subjects without any are left out. */
async function readEach(
  subjects: readonly string[],
  context: ToolContext,
  question: { text: string | null; days: number; limit: number },
): Promise<Found[]> {
  const { signal, timeoutMs } = context
  const reader = context.reader ?? ruleReader()
  // All that the run knows are offered for each article, so that one that comes up twice is the same question.
  const known = [...new Set([...context.universe.map((one) => parseInstrument(one).id), ...subjects])].map(
    (id) => knownInstrument(id, context),
  )
  const found = await Promise.all(
    subjects.map(async (subject): Promise<Found[]> => {
      const items = await knownNews(context, { symbol: subject, ...question })
      const read = await reader.read(items, known, { signal, timeoutMs })
      const articles = read.filter(({ instruments }) => instruments.includes(subject))
      const providers = [...new Set(items.map(({ provider }) => provider))].sort()
      return articles.length > 0 ? [{ subject, provider: providers.join('+'), articles }] : []
    }),
  )
  const some = found.flat()
  if (some.length === 0) throw new NoDataError('There is no news of this in that time.')
  return some
}

let sharedReader: NewsReader | undefined
function ruleReader(): NewsReader {
  sharedReader ??= createNewsReader()
  return sharedReader
}

/** One row for each moment of publication: how many articles there were, and which way they lean. */
function listing(
  subject: string,
  provider: string,
  articles: readonly ReadArticle[],
  context: ToolContext,
): EvidenceContent {
  const times = [...new Set(articles.map(({ time }) => time))].sort((a, b) => a - b)
  const count = (stance?: Stance) =>
    times.map(
      (moment) =>
        articles.filter(
          (one) => one.time === moment && (stance === undefined || stanceOf(one, subject) === stance),
        ).length,
    )
  return {
    tool: 'news_search',
    subject,
    provider,
    fetchedAt: new Date(context.now).toISOString(),
    asOf: times.map((time) => new Date(time).toISOString()),
    metrics: [
      { name: 'articles', unit: 'articles', values: count() },
      { name: 'positiveArticles', unit: 'articles', values: count('positive') },
      { name: 'negativeArticles', unit: 'articles', values: count('negative') },
    ],
    articles: articles.map((one) => ({
      article: one.article,
      at: new Date(one.time).toISOString(),
      event: one.reading.event,
      stance: stanceOf(one, subject),
      materiality: one.reading.materiality,
      spans: one.reading.spans,
    })),
    quotes: articles.map(({ article, text }) => ({ article, text })),
  }
}

function stanceOf({ reading }: ReadArticle, subject: string): Stance {
  return reading.about.find(({ instrument }) => instrument === subject)?.stance ?? 'neutral'
}

function series(
  subject: string,
  provider: string,
  articles: readonly ReadArticle[],
  days: number,
  context: ToolContext,
): EvidenceContent {
  const { asOf } = context
  const byId = new Map(articles.map((one) => [one.article, one]))
  const items = articles.map(
    ({ article, time, text }): SentimentItem => ({
      id: article,
      time,
      title: text,
      source: provider,
      instruments: [subject],
    }),
  )
  const times = Array.from({ length: days + 1 }, (_, index) => asOf - (days - index) * dayMs)
  const { score, momentum, dispersion, stories } = sentimentSeries(items, {
    instrument: subject,
    times,
    score: (item) => scoreOf(byId.get(item.id), subject),
  })
  const column = (name: string, unit: string, values: Float64Array) => ({
    name,
    unit,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4)),
  })
  return {
    tool: 'sentiment_summary',
    subject,
    provider,
    fetchedAt: new Date(context.now).toISOString(),
    asOf: times.map((time) => new Date(time).toISOString()),
    metrics: [
      column('sentiment', '1', score),
      column('sentimentMomentum', '1', momentum),
      column('sentimentDispersion', '1', dispersion),
      column('stories', 'articles', stories),
    ],
  }
}

const weightOf: Readonly<Record<Materiality, number>> = { high: 0.9, medium: 0.6, low: 0.3 }
const analyzer = createSentimentAnalyzer()

/** A model's reading counts by its closed values, the rule engine's by its score. */
function scoreOf(read: ReadArticle | undefined, subject: string): ItemSentiment {
  if (!read) return { score: 0, confidence: 0 }
  if (read.reading.by === 'rules') return analyzer.analyze(read.text)
  const stance = stanceOf(read, subject)
  const size = weightOf[read.reading.materiality]
  return { score: stance === 'neutral' ? 0 : stance === 'positive' ? size : -size, confidence: 0.9 }
}
