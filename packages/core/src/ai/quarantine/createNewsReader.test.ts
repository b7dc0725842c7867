import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UpstreamError } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import { createBudget } from '../budget/createBudget.ts'
import { type ScriptedAnswer, scripted } from '../llm/scripted.ts'
import { articleText } from './articleText.ts'
import { createNewsReader } from './createNewsReader.ts'
import { eventKinds, materialities, stances } from './reading.ts'
import { sentencesOf } from './sentences.ts'

const apple = { id: 'equity:AAPL', names: ['Apple'] }
const microsoft = { id: 'equity:MSFT', names: ['Microsoft'] }
const call = () => ({ signal: new AbortController().signal, timeoutMs: 1_000 })

function item(id: string, title: string, summary: string | null = null): NewsItem {
  return {
    ...{ id, title, summary, time: 1_000, url: 'https://wire.example/1', source: 'wire', author: null },
    ...{ imageUrl: null, instruments: [], language: 'en', truncated: false, provider: 'wire' },
  }
}

const reading = (more: object = {}): ScriptedAnswer => ({
  json: {
    event: 'guidance',
    materiality: 'high',
    about: [{ instrument: 'equity:AAPL', stance: 'positive' }],
    quotes: [1],
    ...more,
  },
})

describe('an article', () => {
  const raises = item('1', 'Apple raises its outlook', 'Sales grew in every region. Costs fell.')

  test('becomes closed values and offsets into its own text', async () => {
    const llm = scripted([reading()])
    const [read] = await createNewsReader({ llm }).read([raises], [apple], call())
    expect(read?.reading).toEqual({
      event: 'guidance',
      materiality: 'high',
      about: [{ instrument: 'equity:AAPL', stance: 'positive' }],
      spans: [[26, 53]],
      by: 'model',
    })
    expect(read?.text.slice(26, 53)).toBe('Sales grew in every region.')
  })

  test('has the same shape without a language model', async () => {
    const [read] = await createNewsReader().read([raises], [apple, microsoft], call())
    expect(read?.reading).toMatchObject({
      event: 'guidance',
      about: [{ instrument: 'equity:AAPL', stance: 'positive' }],
      by: 'rules',
    })
  })

  test('is left out when it is about none of the known instruments', async () => {
    const llm = scripted([])
    const items = [item('2', 'Pineapple harvest'), item('3', 'AAPLX rises'), item('4', 'АAPL rises')]
    expect(await createNewsReader({ llm }).read(items, [apple], call())).toEqual([])
    expect(llm.requests).toEqual([])
  })

  test('is linked by symbol, by name, and by the tag of its provider', async () => {
    const tagged = {
      ...item('5', 'Maker of phones gains'),
      instruments: [{ assetClass: 'equity', symbol: 'AAPL', id: 'equity:AAPL@XNAS', venue: 'XNAS' } as const],
    }
    const items = [item('6', 'AAPL gains'), item('7', 'Apple gains'), tagged]
    expect(await createNewsReader().read(items, [apple], call())).toHaveLength(3)
  })

  test('is read once, whoever tells it, however often it is asked for', async () => {
    const llm = scripted(() => reading())
    const reader = createNewsReader({ llm })
    const copies = [raises, { ...raises, id: 'copy', source: 'other' }]
    await Promise.all([reader.read(copies, [apple], call()), reader.read(copies, [apple], call())])
    await reader.read([raises], [apple], call())
    expect(llm.requests).toHaveLength(1)
  })
})

describe('the answer of the model', () => {
  const news = item('1', 'Apple raises its outlook', 'Sales grew.')
  test.each<[string, ScriptedAnswer | string]>([
    ['is not JSON', 'Certainly! Here is the reading.'],
    ['has a word that no list holds', reading({ event: 'moon' })],
    ['lacks a part', { json: { event: 'deal' } }],
    ['calls a tool', { ...reading(), toolCalls: [{ name: 'quote', input: {} }] }],
    ['is cut off', { ...reading(), stop: 'max-tokens' }],
    ['is a refusal', { text: 'I cannot.', stop: 'refusal' }],
    ['never comes', { fault: { kind: 'error', error: new UpstreamError('Overloaded.') } }],
  ])('that %s is replaced by the rule engine', async (_what, answer) => {
    const llm = scripted([answer])
    const [read] = await createNewsReader({ llm }).read([news], [apple], call())
    expect(read?.reading.by).toBe('rules')
  })

  test('cannot name an instrument that was not offered, nor a sentence that is not there', async () => {
    const about = [
      { instrument: 'equity:TSLA', stance: 'negative' },
      { instrument: 'equity:MSFT', stance: 'negative' },
    ]
    const llm = scripted([reading({ about, quotes: [-3, 99, 1] })])
    const [read] = await createNewsReader({ llm }).read([news], [apple, microsoft], call())
    expect(read?.reading.about).toEqual([])
    expect(read?.reading.spans).toEqual([[26, 37]])
  })
})

describe('the budget', () => {
  const many = Array.from({ length: 12 }, (_, index) => item(`${index}`, `Apple opens store number ${index}`))

  test('bounds what the model reads; the rule engine reads the rest', async () => {
    const llm = scripted(() => reading())
    const budget = createBudget({ usd: 0.02 })
    const read = await createNewsReader({ llm, budget }).read(many, [apple], call())
    const byModel = read.filter(({ reading: { by } }) => by === 'model').length
    expect(read).toHaveLength(12)
    expect(byModel).toBeGreaterThan(0)
    expect(byModel).toBeLessThan(12)
    expect(budget.spent.usd).toBeLessThanOrEqual(0.02)
  })

  test('is not spent on a model that keeps failing', async () => {
    const llm = scripted(() => ({ fault: { kind: 'error', error: new UpstreamError('Overloaded.') } }))
    const read = await createNewsReader({ llm }).read(many, [apple], call())
    expect(read).toHaveLength(12)
    expect(llm.requests.length).toBeLessThan(8)
  })

  test('an abort ends the reading', async () => {
    const llm = scripted(() => new Promise<never>(() => {}))
    const controller = new AbortController()
    const reads = createNewsReader({ llm }).read(many, [apple], {
      signal: controller.signal,
      timeoutMs: 60_000,
    })
    controller.abort()
    await expect(reads).rejects.toThrow()
  })
})

test('whatever a feed sends, what is read is plain, and every span lies within it', () => {
  const nasty = fc.constantFrom(
    '<b>',
    '](',
    '://',
    '\u202e',
    'www.',
    '&#60;',
    '{x}',
    '＜script＞',
    'A. B',
    '\ud83d\ude00',
    '. ',
  )
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), nasty), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (title, summary) => {
      const plain = articleText({ title, summary })
      expect(plain).not.toMatch(/:\/|www\.\S|\]\s*\(|[<>{}`|\\]/i)
      expect(plain).not.toMatch(/(?!\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
      expect(articleText({ title: plain, summary: null })).toBe(articleText({ title: plain, summary: plain }))
      let previous = 0
      for (const [start, end] of sentencesOf(plain)) {
        expect(start).toBeGreaterThanOrEqual(previous)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(plain.length)
        expect(plain.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        previous = end
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['Amazon.com raises its outlook', 'Amazon raises its outlook'],
  ['Pay at EVIL.COM or login.evil.example', 'Pay at EVIL or login evil'],
  ['See https://evil.example/x?d=1, hxxp://evil.example and evil.com/a', 'See and'],
  ['See hxxps[:]//evil.com/x', 'See hxxps : //'],
  ['![chart](https://evil.example/p.png) [more](javascript:alert(1)) text', 'chart more) text'],
  ['Write to a.b@evil.example', 'Write to'],
  ['Read https:evil.example at 10.0.0.1:8080/x or evil。example', 'Read at or evil'],
  ['A forecastjavascript:alert(1) and magnet:?xt=urn, tel:+123', 'A forecast and'],
  ['A forecastdata:text/html;base64,PHN about:blank', 'A forecast'],
  ['Profit data: sales rose 3.5 %, about: nothing', 'Profit data: sales rose 3.5 %, about: nothing'],
  ['利润增长。股价上涨', '利润增长。股价上涨'],
  ['U.S. sales of No.1 rise 4.5 %, says J.P. Morgan', 'U.S. sales of No.1 rise 4.5 %, says J.P. Morgan'],
])('%s is read as %s', (title, text) => {
  expect(articleText({ title, summary: null })).toBe(text)
})

test('the rule engine fills the closed lists only', async () => {
  const headlines = [
    'downgraded by analysts',
    'wins a contract',
    'sued over fraud',
    'recalls phones',
    'to buy back shares',
    'cuts jobs',
    'chief resigns',
    'bid for rival',
    'to the moon',
  ]
  const items = headlines.map((words, index) => item(`${index}`, `Apple ${words}`))
  const read = await createNewsReader().read(items, [apple], call())
  expect(new Set(read.map(({ reading: { event } }) => event)).size).toBeGreaterThan(5)
  for (const {
    reading: { event, materiality, about },
  } of read) {
    expect(eventKinds).toContain(event)
    expect(materialities).toContain(materiality)
    for (const { stance } of about) expect(stances).toContain(stance)
  }
})
