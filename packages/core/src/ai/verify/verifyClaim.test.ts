import { describe, expect, test } from 'vitest'
import type { Claim, Comparison, Slot } from '../claims/claim.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { indexEvidence } from './indexEvidence.ts'
import { resolveIndexed } from './resolveClaim.ts'
import { verifyClaim } from './verifyClaim.ts'
import { violationsAt } from './violation.ts'

const ledger = createEvidenceLedger()
const common: Omit<EvidenceContent, 'metrics'> = {
  tool: 'bars',
  subject: 'equity:AAPL',
  subjectName: 'Apple Inc.',
  provider: 'test',
  fetchedAt: '2026-01-07T00:00:00Z',
  asOf: ['2026-01-05', '2026-01-06'],
}
const evidence = ledger.add({
  ...common,
  metrics: [
    { name: 'close', unit: 'USD', values: [7, 5] },
    { name: 'SMA(50)', unit: 'USD', values: [6, 6] },
    { name: 'RSI(14)', unit: '1', values: [40, 75] },
    { name: 'volume', unit: 'shares', values: [900, 1000] },
    { name: 'netIncome', unit: 'USD', values: [3, -2] },
    { name: 'grossMargin', unit: '%', values: [40, 38] },
    { name: 'changePercent', unit: '%', values: [1, -4] },
  ],
})
ledger.add({ ...common, subject: 'equity:MSFT', subjectName: 'Microsoft', metrics: [] })
const index = indexEvidence(ledger.list())

function slot(name: string, metric: string, asOf = '2026-01-06', more: Partial<Slot> = {}): Slot {
  const at = { subject: 'equity:AAPL', metric, asOf, ref: evidence.id }
  return { name, ...at, op: 'value', base: null, since: null, magnitude: false, ...more }
}

/**
 * `a` close 5, `b` close 7 the day before, `m` average 6, `r` RSI 75, `v` volume, `n` net income −2 and its size `l`, `g` margin,
 * `c` change, `d` fall of the close from `b` to `a`, shown as a size.
 */
const slots: Readonly<Record<string, Slot>> = {
  a: slot('a', 'close'),
  b: slot('b', 'close', '2026-01-05'),
  m: slot('m', 'SMA(50)'),
  r: slot('r', 'RSI(14)'),
  v: slot('v', 'volume'),
  n: slot('n', 'netIncome'),
  g: slot('g', 'grossMargin'),
  c: slot('c', 'changePercent'),
  l: slot('l', 'netIncome', undefined, { magnitude: true }),
  d: slot('d', 'close', undefined, {
    op: 'diff',
    base: { subject: 'equity:AAPL', metric: 'close', asOf: '2026-01-05', ref: evidence.id },
    magnitude: true,
  }),
}

/** Comparisons are written `a below m`, or `c falling`. */
function kindsOf(text: string, ...said: string[]): string[] {
  const comparisons = said.map((one): Comparison => {
    const [left = '', relation = '', right = null] = one.split(' ')
    return { left, relation: relation as Comparison['relation'], right }
  })
  const names = new Set([...text.matchAll(/\{([a-z])/g)].map(([, name = '']) => name))
  const used = [...names].flatMap((name) => slots[name] ?? [])
  const claim: Claim = { id: 'x', text, slots: used, comparisons, quotes: [] }
  const resolution = resolveIndexed(claim, index, 'en', '', 'equity:AAPL')
  return 'violations' in resolution ? resolution.violations.map(({ kind }) => kind) : []
}

describe('a comparison', () => {
  test.each<[string, ...string[]]>([
    ['The close of {a} is below the 50-day average of {m}.', 'a below m'],
    ['The close fell to {a} from {b} on {b.date}.', 'a falling b'],
    ['The close fell from {b} on {b.date} to {a}.', 'b falling a'],
    ['The close was down from {b} on {b.date} to {a}.', 'b falling a'],
    ['The close moved {b} to {a} and fell, from {b.date} on.', 'b falling a'],
    ['It lost {c} on the day.', 'c falling'],
    ['Net income was negative at {n}.', 'n falling'],
    ['At {r} the 14-day RSI is overbought.', 'r overbought'],
    ['Apple closed at {a}, in a range of {a}–{m} with its 50-day average.'],
    ['Apple closed at {a} ({m} was the 50-day average).'],
  ])('that the values bear out stands: %s', (text, ...comparisons) => {
    expect(kindsOf(text, ...comparisons)).toEqual([])
  })

  test.each<[string, ...string[]]>([
    ['The close of {a} is above the 50-day average of {m}.', 'a above m'],
    ['The close rose from {b} on {b.date} to {a}.', 'b rising a'],
    ['The close was up from {b} on {b.date} to {a}.', 'b rising a'],
    ['The close rose {b} to {a} since {b.date}.', 'b rising a'],
    ['It gained {c} on the day.', 'c rising'],
    ['Gross margin rose {g}.', 'g rising'],
    ['Net income fell {n}.', 'n falling'],
    ['Net income was positive at {n}.', 'n rising'],
    ['The volume of Apple, a deficit of {v}.', 'v falling'],
    ['At {r} the 14-day RSI is oversold.', 'r oversold'],
  ])('that they do not bear out is false: %s', (text, ...comparisons) => {
    expect(kindsOf(text, ...comparisons)).toContain('false-comparison')
  })

  test.each<[string, ...string[]]>([
    // What stands below what depends on the side of the word.
    ['Below {a} stands the 50-day average of {m}.', 'a below m'],
    ['Of {a} and {m}, the 50-day average and the close, the latter is below.', 'a below m'],
    ['The 50-day average of {m} is below the close of {a}.', 'a below m'],
    ['The close of {a} fell.'],
    ['The close of {a} is around its 50-day average of {m}.'],
    ['The close of {a} is the 50-day average of {m}.'],
    ['The close of {a} is between the 50-day average of {m} and {b} on {b.date}.'],
    ['At {a} the close is supported by the 50-day average of {m}.'],
    ['The close of {a} is steady with the 50-day average of {m}.'],
    ['Apple has net income with a deficit of {n}.'],
    ['The close of {a} is less of a close than the 50-day average of {m}.'],
    ['The close was down from {b} on {b.date} to {a}.'],
  ])('that is not said plainly, or not declared, is refused: %s', (text, ...comparisons) => {
    expect(kindsOf(text, ...comparisons)).toContain('undeclared-comparison')
  })
})

describe('a size', () => {
  test('stands for a loss where the sentence says that it is one', () => {
    expect(kindsOf('The close lost {d}.', 'd falling')).toEqual([])
  })

  test.each([['The close moved by {d}.'], ['Net income of {n} is equal to net income of {l}.', 'n equal l']])(
    'hides its sign everywhere else, compared or not: %s',
    (text, ...comparisons) => {
      expect(kindsOf(text, ...comparisons)).toContain('hidden-sign')
    },
  )
})

describe('a change since a day', () => {
  test.each([
    'Since {b.date}, when it was {b}, the close has fallen to {a}.',
    'The close since {b.date} has fallen from {b} to {a}.',
  ])('is told by the values of both days: %s', (text) => {
    expect(kindsOf(text, 'b falling a')).toEqual([])
  })

  test.each(['The close lost {d} since {b.date}.', 'Since {b.date} the close lost {d}.'])(
    'is told from the row of that day: %s',
    (text) => {
      expect(kindsOf(text, 'd falling')).toEqual([])
    },
  )

  test.each(['The close lost {d} since {a.date}.', 'Since {a.date} the close lost {d}.'])(
    'is not told from the row of another: %s',
    (text) => {
      expect(kindsOf(text, 'd falling')).toEqual(['undated'])
    },
  )
})

describe('a change from a value', () => {
  const own = createEvidenceLedger()
  const days = ['2026-01-02', '2026-01-05', '2026-01-06']
  const { id: ref } = own.add({
    ...common,
    asOf: days,
    metrics: [
      { name: 'close', unit: 'USD', values: [6, 7, 5] },
      { name: 'netIncome', unit: 'USD', values: [1, 2, 3] },
      { name: 'operatingIncome', unit: 'USD', values: [4, 5, 6] },
    ],
  })
  const judge = (text: string, comparisons: Comparison[], ...slots: Slot[]) =>
    violationsAt('', (note) =>
      verifyClaim(
        { id: 'x', text, slots, comparisons, quotes: [] },
        indexEvidence(own.list()),
        note,
        common.subject,
      ),
    ).map(({ kind, detail }) => `${kind} ${detail}`)
  const fall = (from: string) =>
    slot('d', 'close', '2026-01-06', {
      ...{ op: 'diff', magnitude: true, ref },
      base: { subject: common.subject, metric: 'close', asOf: from, ref },
    })
  const close = slot('b', 'close', '2026-01-05', { ref })
  const declared: Comparison[] = [{ left: 'd', relation: 'falling', right: null }]

  test('is one from that value', () => {
    const text = 'The close fell {d} from its close of {b} on {b.date}.'
    expect(judge(text, declared, fall('2026-01-05'), close)).toEqual([])
    expect(judge(text, declared, fall('2026-01-02'), close)).toEqual(['undated {b}'])
  })

  test('may be told beside the value that it led to', () => {
    const now = slot('b', 'close', '2026-01-06', { ref })
    const text = 'The close fell {d} from the day before to {b}.'
    expect(judge(text, declared, fall('2026-01-02'), now)).toEqual([])
  })

  test('leaves a value behind it without a name to be what the one before it is', () => {
    const income = slot('a', 'netIncome', '2026-01-06', { ref })
    const text = 'Net income is {a} on {a.date}, against {b} on {b.date}.'
    expect(judge(text, [], income, slot('b', 'netIncome', '2026-01-05', { ref }))).toEqual([])
    expect(judge(text, [], income, slot('b', 'operatingIncome', '2026-01-05', { ref }))).toEqual([
      'foreign-metric {b} operatingIncome',
    ])
  })
})

describe('a date', () => {
  test.each([
    'It closed at {b} on {b.date}.',
    'On {b.date} it closed at {b}.',
    'It closed at {b} on {b.date}, and at {a} on {a.date}.',
    'Volume came to {v}; after {b.date} it closed at {a}, and at {b} before.',
    'Trading was from {b.date} to {a.date}, to a close of {a}.',
  ])('stands beside its number: %s', (text) => {
    expect(kindsOf(text)).toEqual([])
  })

  test.each([
    'It closed at {a} on {b.date}.',
    'On {b.date} it closed at {a}.',
    'It closed at {a} ({b.date}).',
    'It closed at {b} on {a.date}, and at {a} on {b.date}.',
    'It closed at {a} on {b.date}, after {b}.',
  ])('of another number does not date this one: %s', (text) => {
    expect(kindsOf(text)).toContain('undated')
  })
})

describe('a sentence as analysts write them', () => {
  test.each<[string, ...string[]]>([
    ['Apple closed at {a}, and the 50-day average is {m}.'],
    ['Year over year, the view is mixed; the close stands at {a}.'],
    ['On balance, trading in Apple Inc. was quiet, with a volume of {v} in the session.'],
    ['At {r}, the 14-day RSI is in a healthy range, and that could change.'],
    ['The close is {a} – well below the 50-day average of {m}.', 'a below m'],
    ['With {c} on the day, AAPL fell.', 'c falling'],
    ['AAPL (Apple Inc.) fell to {a}, from {b} on {b.date}, a loss of {c}.', 'a falling b', 'c falling'],
    ['Margins matter: gross margin stands at {g}.'],
    ['The shares ended the session at a close of {a}; volume came to {v}.'],
    ['In the first half of the year and the third quarter, results were mixed; the close is {a}.'],
    ['The chart shows a double top, and the close of {a} is in it.'],
  ])('stands: %s', (text, ...comparisons) => {
    expect(kindsOf(text, ...comparisons)).toEqual([])
  })
})

describe('what stands beside a slot', () => {
  test.each([
    '-{a}',
    '–{a}',
    '+{a}',
    'by - {a}',
    '1{a}',
    'x{a}',
    '{a}0',
    '{a}k',
    '{a} k',
    '{a} bn',
    '{a} M',
    '{a}bn',
    '{a}x',
    '({a})',
    '{a} times',
    '{a} dollars',
    '{a}-dollar',
    '{a}.{m}',
    '{a},{m}',
    '{a}{m}',
    '{a}/{m}',
    '{a} million',
    '{a}%',
    '{a} mln',
    '{a} pct',
    '{a} bps',
    '{a} lakh',
    '{a} EUR',
    'EUR {a}',
    '(EUR {a})',
    'euro {a}',
    'minus {a}',
  ])('does not make another number of it: %s', (part) => {
    const kinds = kindsOf(`Apple closed at ${part} then, with the 50-day average.`)
    expect(kinds.some((kind) => kind === 'number-in-prose' || kind === 'forbidden-text')).toBe(true)
  })

  test.each([
    '{a}.',
    '“{a}”',
    '{a}, {m}',
    '{a}; {m}',
    '{a} – {m}',
    '{a}–{m}',
    '{a}-{m}',
    '{a}: then',
    '{a} reported before',
    'a {a} close',
  ])('may be punctuation: %s', (part) => {
    expect(
      kindsOf(`Apple closed at ${part} with the average of {m}.`).filter(
        (kind) => kind !== 'undeclared-comparison',
      ),
    ).toEqual([])
  })
})

test('a sentence names what it is about, where its part does not', () => {
  const claim = (text: string): Claim => ({
    id: 'x',
    text,
    slots: [slot('a', 'close')],
    comparisons: [],
    quotes: [],
  })
  const kindsIn = (text: string, about?: string) =>
    violationsAt('', (note) => verifyClaim(claim(text), index, note, about)).map(({ kind }) => kind)
  expect(kindsIn('It closed at {a}.', 'equity:AAPL')).toEqual([])
  expect(kindsIn('It closed at {a}.', 'equity:MSFT')).toEqual(['foreign-subject'])
  expect(kindsIn('It closed at {a}.')).toEqual(['foreign-subject'])
  expect(kindsIn('Apple closed at {a}.')).toEqual([])
  expect(kindsIn('AAPL closed at {a}.', 'equity:MSFT')).toEqual([])
  // Not every word that begins like a name is one.
  expect(kindsIn('Appletini closed at {a}.')).toContain('foreign-subject')
})

test.each([
  ['MSFT closed at {a}.', 'foreign-subject'],
  ['Microsoft closed at {a}.', 'foreign-subject'],
  ['TSLA closed at {a}.', 'unknown-word'],
  ['Tesla closed at {a}.', 'unknown-word'],
  ['NOW closed at {a}.', 'unknown-word'],
  ['The RSI closed at {a}.', 'unknown-word'],
  ['Revenue was {a}.', 'foreign-metric'],
  ['Volume was {a}.', 'foreign-metric'],
  ['The SMA was {a}.', 'unknown-word'],
  ['Net income was {a}.', 'foreign-metric'],
  ['Gross margin was {n}.', 'foreign-metric'],
  ['The change percent was {a}.', 'foreign-metric'],
  ['On that day it closed at {b}.', 'undated'],
  ['It closed at {z}.', 'unbound-slot'],
  ['It closed well.', 'ungrounded'],
])('a sentence says what its slots say: %s', (text, kind) => {
  expect(kindsOf(text)).toContain(kind)
})

describe('an instrument whose name counts or compares', () => {
  const closeOf = (subject: string, subjectName: string | undefined, text: string) => {
    const own = createEvidenceLedger()
    const metrics = [{ name: 'close', unit: 'USD' as const, values: [7, 5] }]
    const { subjectName: _, ...nameless } = common
    const { id } = own.add({ ...nameless, subject, ...(subjectName ? { subjectName } : {}), metrics })
    const said: Claim = {
      id: 'x',
      text,
      slots: [slot('a', 'close', '2026-01-06', { subject, ref: id })],
      comparisons: [],
      quotes: [],
    }
    return violationsAt('', (note) => verifyClaim(said, indexEvidence(own.list()), note)).map(
      ({ kind }) => kind,
    )
  }

  test.each([
    ['equity:MCD', 'McDonald’s', 'MCD'],
    ['equity:CCL', undefined, 'CCL'],
    ['equity:MMM', '3M Company', '3M'],
    ['equity:MMM', '3M Company', '3M Company'],
    ['equity:FIVE', 'Five Below, Inc.', 'Five Below'],
    ['equity:FIVE', 'Five Below, Inc.', 'FIVE'],
    ['equity:BBY', 'Best Buy Co., Inc.', 'Best Buy'],
    ['equity:BA', 'The Boeing Company', 'Boeing'],
    ['equity:BA', 'The Boeing Company', 'The Boeing Company'],
    ['equity:DIS', 'The Walt Disney Company', 'Walt Disney'],
    ['equity:KO', 'The Coca-Cola Company', 'Coca-Cola'],
    ['equity:AMZN', 'Amazon.com, Inc.', 'Amazon'],
    ['equity:JPM', 'JPMorgan Chase & Co.', 'JPMorgan Chase'],
    ['equity:LLY', 'Eli Lilly and Company', 'Eli Lilly'],
    ['equity:QCOM', 'QUALCOMM Incorporated', 'Qualcomm'],
    ['equity:NVDA', 'NVIDIA Corporation', 'Nvidia'],
    ['equity:HON', 'Honeywell International Inc.', 'Honeywell'],
    ['equity:OTEX', 'Open Text Corporation', 'Open Text'],
    ['equity:BRK.B@XNYS', 'Berkshire Hathaway', 'BRK.B'],
    ['crypto:1INCH/USD', undefined, '1INCH'],
  ])('%s, %s, is called %s', (subject, subjectName, name) => {
    expect(closeOf(subject, subjectName, `${name} closed at {a}.`)).toEqual([])
  })

  test('may bring a name of any length', () => {
    expect(closeOf('equity:ACM', 'Acme Works '.repeat(100_000), 'Acme closed at {a}.')).toEqual([])
  })

  test('is not named by an article, nor by a legal form', () => {
    expect(closeOf('equity:HD', 'The Home Depot, Inc.', 'The shares closed at {a}.')).toEqual([
      'foreign-subject',
    ])
    expect(closeOf('equity:HD', ', Inc.', 'The shares closed at {a}.')).toEqual(['foreign-subject'])
    expect(closeOf('equity:HD', 'The Home Depot, Inc.', 'The Home Depot closed at {a}.')).toEqual([])
  })

  test('lends none of it to the rest of a sentence', () => {
    expect(closeOf('equity:MMM', '3M Company', '3M closed at {a}, after 3.')).toContain('number-in-prose')
    expect(closeOf('equity:FIVE', 'Five Below', 'Five Below closed at {a}, five in all.')).toContain(
      'number-in-prose',
    )
    expect(closeOf('equity:BBY', 'Best Buy', 'Best Buy closed at {a}, its best.')).toContain(
      'undeclared-comparison',
    )
    expect(closeOf('equity:700@XHKG', 'Tencent', 'Tencent closed at {a}, after 700.')).toContain(
      'number-in-prose',
    )
  })
})

test('a quoted article lets the name of its company stand', () => {
  const own = createEvidenceLedger()
  const { id } = own.add({
    ...common,
    tool: 'news',
    subject: 'equity:MMM',
    subjectName: '3M Company',
    metrics: [],
    quotes: [{ article: 'n1', text: 'A suit was filed.' }],
  })
  const quotes = [{ ref: id, article: 'n1', start: 0, end: 17 }]
  const said: Claim = { id: 'x', text: '3M has a product event.', slots: [], comparisons: [], quotes }
  expect(violationsAt('', (note) => verifyClaim(said, indexEvidence(own.list()), note))).toEqual([])
})

describe('a metric whose name holds the name of another', () => {
  const own = createEvidenceLedger()
  const metrics = [
    { name: 'sentiment', unit: '1' as const, values: [0.1, 0.2] },
    { name: 'sentimentDispersion', unit: '1' as const, values: [0.3, 0.4] },
  ]
  const { id: ref } = own.add({ ...common, metrics })
  const judge = (text: string, metric: string, more: Partial<Slot> = {}) => {
    const slots = [slot('a', metric, '2026-01-06', { ref, ...more })]
    const said: Claim = { id: 'x', text, slots, comparisons: [], quotes: [] }
    return violationsAt('', (note) => verifyClaim(said, indexEvidence(own.list()), note, common.subject)).map(
      ({ kind }) => kind,
    )
  }

  test('is not told by the shorter one, nor the other way round', () => {
    expect(judge('Sentiment dispersion is {a}.', 'sentimentDispersion')).toEqual([])
    expect(judge('Sentiment is {a}.', 'sentiment')).toEqual([])
    expect(judge('Sentiment dispersion is {a}.', 'sentiment')).toEqual(['foreign-metric'])
  })

  test('is no quotient of itself on one day', () => {
    const { subject } = common
    const base = { subject, metric: 'sentiment', asOf: '2026-01-06', ref }
    expect(judge('The ratio of sentiment is {a}.', 'sentiment', { op: 'ratio', base })).toContain(
      'foreign-metric',
    )
  })
})

test('a column that no slot points at is read once, however many claims there are', () => {
  let reads = 0
  const other = {
    get name() {
      reads++
      return 'closeInEuros'
    },
    ...{ unit: 'USD', values: [1, 2] },
  }
  const piece = { ...evidence, metrics: [...evidence.metrics, other] }
  const laidOut = indexEvidence([piece])
  const claim = {
    id: 'x',
    text: 'The close is {a}.',
    slots: [slot('a', 'close')],
    comparisons: [],
    quotes: [],
  }
  for (let claims = 0; claims < 9; claims++)
    expect(violationsAt('', (note) => verifyClaim(claim, laidOut, note, 'equity:AAPL'))).toEqual([])
  expect(reads).toBe(1)
})
