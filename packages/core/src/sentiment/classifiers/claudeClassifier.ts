import { AbortedError, InvalidParameterError, StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { systemClock } from '../../http/clock.ts'
import { startDeadline, untilAborted } from '../../http/deadline.ts'
import { createSentimentAnalyzer, type SentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import { assertTexts } from './assertTexts.ts'
import type { Classification, SentimentClassifier } from './classifier.ts'
import { contentHash } from './contentHash.ts'
import {
  type ClassifierModel,
  type ClassifierRequest,
  type ClassifierResponse,
  readVerdict,
  readVerdicts,
  requestFor,
  type Verdict,
  worstTokens,
} from './languageModel.ts'

/** Where verdicts are kept, so that a text is paid for once. Keys are content hashes. */
export type VerdictCache = {
  get(key: string): Verdict | undefined | Promise<Verdict | undefined>
  set(key: string, verdict: Verdict): unknown
}

export type ClaudeClassifierOptions = {
  llm: ClassifierModel
  /** Reads every text first; only those it is unsure of are sent on. @default createSentimentAnalyzer() */
  analyzer?: SentimentAnalyzer | undefined
  /** Texts of a lower confidence go to the model. @default 0.55 */
  below?: number | undefined
  /** Spent at most, over the classifier's life. `usd` needs a model that knows its price. */
  budget?: { usd?: number | undefined; texts?: number | undefined; tokens?: number | undefined } | undefined
  /** @default memory, the latest 10,000 texts */
  cache?: VerdictCache | undefined
  /** Texts per request. @default 20 */
  textsPerRequest?: number | undefined
  /** Through the Batches API: half the price, minutes instead of seconds. @default false */
  batch?: boolean | undefined
  /** Longest wait for one answer of the model, also of one that does not end by itself. @default 60_000, or a day with `batch` */
  timeoutMs?: number | undefined
  /**
   * Told why texts were left to the rules that the budget covered: a key that is not accepted, a model that is overloaded or
   * answers something else, a cache that is out of order. Once a request; not of what the caller aborted.
   */
  onFailure?: ((error: StarkMatterError) => void) | undefined
}

export type ClaudeClassifier = SentimentClassifier & {
  /** What was used so far. */
  spent(): { usd: number; texts: number; tokens: number }
}

type Group = { keys: string[]; request: ClassifierRequest; reserved: Spending }
type Spending = { usd: number; texts: number; tokens: number }
/** `aborted`: by the caller that asked first; whoever waited with it may ask for itself. */
type Outcome = Verdict | 'budget' | 'failed' | 'aborted'

const nothing: Readonly<Spending> = { usd: 0, texts: 0, tokens: 0 }
const longestText = 2000
/** Longest wait for the cache: to read the verdicts of a call, and to keep those of an answer. */
const longestCacheMs = 10_000

/**
 * A cascade: the rules decide what they are sure of, the language model the rest. Each text is paid for once. When the
 * budget ends or the model fails, the rules' verdict stands and says which; `onFailure` hears why the model failed.
 *
 * A call that is aborted ends at once; what the model still answers is kept in the cache.
 *
 * @throws {InvalidParameterError} there is no model, a limit is unknown or not positive, or a budget in USD without a known price
 */
export function claudeClassifier(options: ClaudeClassifierOptions): ClaudeClassifier {
  const {
    llm,
    analyzer = createSentimentAnalyzer(),
    below = 0.55,
    budget = {},
    textsPerRequest = 20,
    batch = false,
    onFailure,
  } = options
  const { cache = createMemoryCache(10_000), timeoutMs = batch ? 86_400_000 : 60_000 } = options
  if (typeof llm?.complete !== 'function')
    throw new InvalidParameterError('llm', 'a language model, such as anthropic({ apiKey })', typeof llm)
  if (!Number.isInteger(textsPerRequest) || textsPerRequest < 1)
    throw new InvalidParameterError('textsPerRequest', 'a whole number of at least 1', textsPerRequest)
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31))
    throw new InvalidParameterError('timeoutMs', 'ms above 0 that a timer can keep', timeoutMs)
  if (Number.isNaN(below)) throw new InvalidParameterError('below', 'a number', below)
  for (const [name, most] of Object.entries(budget)) {
    // A limit that nobody looks at would be none.
    if (!(name in nothing))
      throw new InvalidParameterError(`budget.${name}`, 'left out: a budget has usd, texts and tokens', most)
    if (most !== undefined && !(typeof most === 'number' && most >= 0))
      throw new InvalidParameterError(`budget.${name}`, 'a number of at least 0', most)
  }
  if (budget.usd !== undefined && !llm.price) {
    throw new InvalidParameterError('budget.usd', 'left out for a model without a price', budget.usd)
  }
  const isBatch = batch && llm.batch !== undefined
  const spent: Spending = { ...nothing }
  const pending = new Map<string, Promise<Outcome>>()

  function worstCost({ input, output }: { input: number; output: number }): number {
    const price = llm.price?.('fast', { promptTokens: input, batch: isBatch })
    if (!price) return 0
    // Input that the vendor keeps for the next request costs more than plain input.
    return (input * Math.max(price.input, price.cacheWrite ?? 0) + output * price.output) / 1e6
  }

  /** Takes the worst case out of the budget before asking; null when it does not fit. */
  function reserve(request: ClassifierRequest, texts: number): Spending | null {
    const worst = worstTokens(request)
    const wanted = { usd: worstCost(worst), texts, tokens: worst.input + worst.output }
    const fits = (name: keyof Spending) =>
      spent[name] + wanted[name] <= (budget[name] ?? Number.POSITIVE_INFINITY)
    if (!fits('usd') || !fits('texts') || !fits('tokens')) return null
    add(spent, wanted, 1)
    return wanted
  }

  function settle(group: Group, usage: ClassifierResponse['usage']): void {
    add(spent, group.reserved, -1)
    const { inputTokens, outputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 } = usage
    const prompt = inputTokens + cacheReadTokens + cacheWriteTokens
    const price = llm.price?.('fast', { promptTokens: prompt, batch: isBatch })
    const parts = price
      ? [
          inputTokens * price.input,
          cacheReadTokens * (price.cacheRead ?? price.input),
          cacheWriteTokens * (price.cacheWrite ?? price.input),
          outputTokens * price.output,
        ]
      : []
    const usd = parts.reduce((sum, part) => sum + part, 0) / 1e6
    add(spent, { usd, texts: group.keys.length, tokens: prompt + outputTokens }, 1)
  }

  function tell(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return
    try {
      onFailure?.(typed(error))
    } catch (thrown) {
      // It costs no text its verdict, and surfaces by itself, as a timer's error would.
      queueMicrotask(() => {
        throw thrown
      })
    }
  }

  async function ask(groups: readonly Group[], signal: AbortSignal): Promise<Map<string, Verdict>> {
    const found = new Map<string, Verdict>()
    const receive = async (group: Group, response: ClassifierResponse) => {
      settle(group, response.usage)
      const verdicts = readVerdicts(response, group.keys.length)
      if (!verdicts)
        tell(new UpstreamError(`The answer of the model is not ${group.keys.length} verdicts.`), signal)
      for (const [index, key] of group.keys.entries()) {
        const verdict = verdicts?.[index]
        if (verdict) found.set(key, verdict)
      }
      const kept = group.keys.map(async (key, index) => {
        const verdict = verdicts?.[index]
        if (verdict) await cache.set(key, verdict)
      })
      // What is paid for holds, though nobody remembers it.
      await within(longestCacheMs, undefined, () => Promise.allSettled(kept)).catch(() => {})
    }
    if (isBatch) {
      const open = new Map(groups.map((group, index) => [`group-${index}`, group]))
      const requests = [...open].map(([id, { request }]) => ({ id, request }))
      const readAll = async (wait: AbortSignal) => {
        for await (const result of llm.batch?.(requests, { signal: wait, timeoutMs }) ?? []) {
          const group = open.get(result.id)
          // A result that comes twice is paid for once.
          open.delete(result.id)
          if (group && 'response' in result) await receive(group, result.response)
          else if (group && 'error' in result) {
            // What failed within a batch is not billed.
            add(spent, group.reserved, -1)
            tell(result.error, signal)
          }
        }
      }
      // What came before the batch broke off is decided, and paid for.
      await within(timeoutMs, signal, readAll).catch((error) => tell(error, signal))
      return found
    }
    // A failed request leaves its reservation spent: it may have been billed.
    for (const group of groups) {
      try {
        await within(timeoutMs, signal, async (wait) =>
          receive(group, await llm.complete(group.request, { signal: wait, timeoutMs })),
        )
      } catch (error) {
        if (signal.aborted) break
        tell(error, signal)
      }
    }
    return found
  }

  /** Verdicts from the cache, and from the model for what it does not hold and the budget covers. */
  async function answer(texts: ReadonlyMap<string, string>, signal: AbortSignal) {
    const found = new Map<string, Verdict | 'budget'>()
    const fresh: [string, string][] = []
    const known = await within(longestCacheMs, signal, () =>
      Promise.all([...texts.keys()].map(async (key) => readVerdict(await cache.get(key)))),
    )
    for (const [index, [key, text]] of [...texts].entries()) {
      const verdict = known[index]
      if (verdict) found.set(key, verdict)
      else fresh.push([key, text])
    }
    const groups: Group[] = []
    for (let start = 0; start < fresh.length; start += textsPerRequest) {
      const part = fresh.slice(start, start + textsPerRequest)
      const request = requestFor(part.map(([, text]) => beginningOf(text)))
      const reserved = reserve(request, part.length)
      if (reserved) groups.push({ keys: part.map(([key]) => key), request, reserved })
      else for (const [key] of part) found.set(key, 'budget')
    }
    for (const [key, verdict] of await ask(groups, signal)) found.set(key, verdict)
    return found
  }

  /** Verdicts for texts by hash: under way already, or claimed here before anything is waited for. */
  function decide(texts: ReadonlyMap<string, string>, signal: AbortSignal): Map<string, Promise<Outcome>> {
    const decided = new Map<string, Promise<Outcome>>()
    const own = new Map<string, string>()
    for (const [key, text] of texts) {
      const underWay = pending.get(key)
      if (underWay)
        decided.set(
          key,
          underWay.then((outcome) => again(outcome, key, text, signal)),
        )
      else own.set(key, text)
    }
    // Whether a text was paid for is not known while the cache is out of order: the rules' verdict stands.
    const answers = answer(own, signal).catch((error) => {
      tell(error, signal)
      return new Map<string, Verdict | 'budget'>()
    })
    for (const key of own.keys()) {
      const verdict = answers
        .then((found): Outcome => found.get(key) ?? (signal.aborted ? 'aborted' : 'failed'))
        .finally(() => pending.delete(key))
      pending.set(key, verdict)
      decided.set(key, verdict)
    }
    return decided
  }

  function again(outcome: Outcome, key: string, text: string, signal: AbortSignal) {
    if (outcome !== 'aborted' || signal.aborted) return outcome
    return decide(new Map([[key, text]]), signal).get(key) ?? outcome
  }

  return {
    id: 'claude',
    spent: () => ({ ...spent }),
    async classify(texts, { signal = new AbortController().signal } = {}) {
      assertTexts(texts)
      if (signal.aborted) throw new AbortedError()
      const rules = texts.map((text): Classification => {
        const { label, score, confidence } = analyzer.analyze(text)
        return { label, score, confidence, source: 'rules' }
      })
      const keys = await Promise.all(
        texts.map((text, index) =>
          text.trim() !== '' && (rules[index]?.confidence ?? 1) < below ? contentHash(text) : undefined,
        ),
      )
      const unsure = new Map<string, string>()
      for (const [index, key] of keys.entries()) if (key !== undefined) unsure.set(key, texts[index] ?? '')
      const decided = decide(unsure, signal)
      const results = rules.map(async (own, index) => {
        const verdict = await decided.get(keys[index] ?? '')
        return verdict === undefined ? own : merge(own, verdict)
      })
      return untilAborted(Promise.all(results), signal)
    },
  }
}

/** Models are anybody's, and throw what they like. */
function typed(error: unknown): StarkMatterError {
  if (StarkMatterError.is(error)) return error
  return new UpstreamError('The language model, or the cache of its verdicts, failed. See the cause.', {
    provider: 'claude',
    cause: error,
  })
}

/** Work that has so much time, and until the signal is aborted; it is told, and what ignores that is left behind. */
async function within<result>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (wait: AbortSignal) => Promise<result>,
): Promise<result> {
  const deadline = startDeadline(systemClock, timeoutMs, [signal])
  try {
    return await untilAborted(work(deadline.signal), deadline.signal)
  } finally {
    deadline.end()
  }
}

/** As much of a text as is sent; no emoji is cut in two. */
function beginningOf(text: string): string {
  return text.length > longestText ? text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '') : text
}

function merge(own: Classification, verdict: Outcome): Classification {
  if (verdict === 'aborted') return { ...own, fallback: 'failed' }
  if (typeof verdict === 'string') return { ...own, fallback: verdict }
  const { label, confidence } = verdict
  const score = label === 'neutral' ? 0 : label === 'positive' ? confidence : -confidence
  return { label, score, confidence, source: 'claude' }
}

function add(target: Spending, amount: Spending, sign: 1 | -1): void {
  target.usd += sign * amount.usd
  target.texts += sign * amount.texts
  target.tokens += sign * amount.tokens
}

function createMemoryCache(capacity: number): VerdictCache {
  const verdicts = new Map<string, Verdict>()
  return {
    get: (key) => verdicts.get(key),
    set(key, verdict) {
      if (verdicts.size >= capacity) verdicts.delete(verdicts.keys().next().value ?? '')
      verdicts.set(key, verdict)
    },
  }
}
