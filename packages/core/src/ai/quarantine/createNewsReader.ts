import type { NewsItem } from '../../market/index.ts'
import { createSentimentAnalyzer, type EntityInput, type SentimentAnalyzer } from '../../sentiment/index.ts'
import type { Budget } from '../budget/createBudget.ts'
import { estimateRequest } from '../budget/estimateRequest.ts'
import { mayBeOwed } from '../budget/mayBeOwed.ts'
import { contentHash } from '../evidence/contentId.ts'
import type { LlmPort } from '../llm/port.ts'
import { mapLimited } from '../mapLimited.ts'
import { articleText } from './articleText.ts'
import { type KnownInstrument, linkInstruments } from './linkInstruments.ts'
import { answerTokens, questionVersion, readAnswer, requestFor } from './readByModel.ts'
import { readByRules } from './readByRules.ts'
import type { Reading } from './reading.ts'

/** Keeps readings by the hash of what was read. A `Map` is one. */
export type ReadingCache = {
  get(key: string): Reading | undefined | Promise<Reading | undefined>
  set(key: string, reading: Reading): unknown
}

export type NewsReaderOptions = {
  /** Reads with its `fast` model, without tools. @default none: the rule engine reads */
  llm?: LlmPort | undefined
  /** What the model's readings are paid from; where it does not suffice the rule engine reads. */
  budget?: Budget | undefined
  /** @default in memory, the last 2,000 readings */
  cache?: ReadingCache | undefined
  analyzer?: SentimentAnalyzer | undefined
  /** Articles that the model reads in one call of `read`; the newest. The rule engine reads the others. @default 20 */
  mostByModel?: number | undefined
}

/** An article after the quarantine. */
export type ReadArticle = {
  /** A hash of the item's id. */
  article: string
  /** ms UTC. */
  time: number
  /** The cleaned text that the spans point into: for people, never for the analyst. */
  text: string
  /** Canonical ids of the known instruments that it is about, whether or not the reading has a stance towards them. */
  instruments: readonly string[]
  reading: Reading
}

export type NewsReader = {
  /**
   * Reads articles; those that are about none of the known instruments are left out. Each text is read once: what was
   * read before comes from the cache. Never throws but for an abort.
   */
  read(
    items: readonly NewsItem[],
    known: readonly KnownInstrument[],
    options: { signal: AbortSignal; timeoutMs: number },
  ): Promise<readonly ReadArticle[]>
}

const atOnce = 4
/** A model that fails this often in a row is left alone for the rest of the call. */
const mostFailures = 3

/**
 * The quarantine between news and the analyst: articles go in, closed values come out. The model that reads has no tools
 * and sees one article at a time, so that an article can lie about itself and about nothing else.
 *
 * @example
 * const reader = createNewsReader()
 * const known = [{ id: 'equity:AAPL', names: ['Apple'] }]
 * await reader.read([], known, { signal: new AbortController().signal, timeoutMs: 1000 }) // []
 */
export function createNewsReader(options: NewsReaderOptions = {}): NewsReader {
  const {
    llm,
    budget,
    cache = createMemoryCache(2_000),
    analyzer = createSentimentAnalyzer(),
    mostByModel = 20,
  } = options
  const underWay = new Map<string, Promise<Reading>>()

  return {
    async read(items, known, { signal, timeoutMs }) {
      const linked = items.flatMap((item) => {
        const text = articleText(item)
        const about = linkInstruments(text, item.instruments, known)
        return text === '' || about.length === 0 ? [] : [{ item, text, about }]
      })
      const newestFirst = [...linked].sort((a, b) => b.item.time - a.item.time)
      const byModel = new Set(newestFirst.slice(0, mostByModel))
      const failures = { count: 0 }
      return mapLimited(linked, atOnce, async (entry): Promise<ReadArticle> => {
        signal.throwIfAborted()
        const { item, text, about } = entry
        const model = byModel.has(entry) && failures.count < mostFailures ? llm : undefined
        const reading = await readOnce(text, about, model, failures, { signal, timeoutMs })
        const instruments = about.map(({ id }) => id)
        return { article: articleId(item), time: item.time, text, instruments, reading }
      })
    },
  }

  async function readOnce(
    text: string,
    about: readonly KnownInstrument[],
    model: LlmPort | undefined,
    failures: { count: number },
    call: { signal: AbortSignal; timeoutMs: number },
  ): Promise<Reading> {
    const byRules = () => readByRules(text, about.map(entityOf), analyzer)
    if (!model) return byRules()
    const ids = about.map(({ id }) => id).sort()
    const key = contentHash({ text, ids, model: model.model('fast'), version: questionVersion })
    const known = underWay.get(key) ?? (await cache.get(key))
    // Looked up again: another article with this text may have been begun while the cache was read.
    const running = underWay.get(key) ?? known
    if (running) return Promise.resolve(running).catch(byRules)
    const reading = ask(model, text, ids, failures, call).then(async (found) => {
      if (!found) return byRules()
      await cache.set(key, found)
      return found
    })
    underWay.set(key, reading)
    try {
      return await reading
    } finally {
      underWay.delete(key)
    }
  }

  async function ask(
    model: LlmPort,
    text: string,
    ids: readonly string[],
    failures: { count: number },
    call: { signal: AbortSignal; timeoutMs: number },
  ): Promise<Reading | undefined> {
    const request = requestFor(text, ids)
    const reservation = budget?.reserve({
      inputTokens: estimateRequest(request),
      wantedOutputTokens: answerTokens,
      minimumOutputTokens: answerTokens,
      price: (promptTokens) => model.price('fast', { promptTokens }),
    })
    if (budget && !reservation) return undefined
    try {
      const response = await model.complete(request, call)
      reservation?.settle(response.usage)
      const reading = readAnswer(response, text, ids)
      failures.count = reading ? 0 : failures.count + 1
      return reading
    } catch (error) {
      // What an answer cost that was lost on its way nobody told: it stays set aside.
      if (!mayBeOwed(error)) reservation?.release()
      call.signal.throwIfAborted()
      failures.count++
      return undefined
    }
  }
}

/** The id of an article that the analyst sees: of a feed's own ids nothing passes. */
export function articleId({ id }: Pick<NewsItem, 'id'>): string {
  return `n_${contentHash(id).slice(0, 16)}`
}

function entityOf({ id, names }: KnownInstrument): EntityInput {
  const symbol = id.replace(/^[^:]*:/, '').replace(/@.*$/, '')
  const [name = symbol, ...aliases] = names
  return { id, name, aliases, tickers: [symbol] }
}

function createMemoryCache(capacity: number): ReadingCache {
  const readings = new Map<string, Reading>()
  return {
    get: (key) => readings.get(key),
    set(key, reading) {
      if (readings.size >= capacity) readings.delete(readings.keys().next().value ?? '')
      readings.set(key, reading)
    },
  }
}
