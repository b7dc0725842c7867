import { createEvidenceLedger, type Evidence, type EvidenceMetric } from '@starkmatter/core/ai'
import { describe, expect, test } from 'vitest'
import { toMarkdown } from './markdown.ts'
import { sentencesOf } from './sentences.ts'

const rows = ['2026-01-05', '2026-01-06']

function evidenceOf(tool: string, metrics: Record<string, [unit: string, ...values: number[]]>): Evidence {
  const columns = Object.entries(metrics).map(
    ([name, [unit, ...values]]): EvidenceMetric => ({ name, unit, values }),
  )
  return createEvidenceLedger().add({
    ...{ tool, subject: 'equity:BRK.B@XNYS', provider: 'test', fetchedAt: '2026-01-07T00:00:00Z' },
    asOf: rows.slice(-(columns[0]?.values.length ?? 0)),
    metrics: columns,
  })
}

const textsOf = (evidence: Evidence) => sentencesOf([evidence]).map(({ text }) => text)

describe('what evidence says in words', () => {
  test.each<[string, Evidence, string[]]>([
    [
      'a live quote',
      evidenceOf('quote', {
        last: ['USD', 480.5],
        high: ['USD', 482],
        low: ['USD', 470],
        changePercent: ['%', -1.25],
      }),
      [
        'The last price of BRK.B is $480.50.',
        'BRK.B lost 1.25% on the day.',
        'The low of the day is $470.00 and the high $482.00.',
      ],
    ],
    [
      'a close, where nothing moved',
      evidenceOf('quote', {
        close: ['USD', 480],
        high: ['USD', 480],
        low: ['USD', 480],
        changePercent: ['%', 0],
      }),
      ['BRK.B closed at $480.00.', 'The low of the day is $480.00 and the high $480.00.'],
    ],
    [
      'a close that moved by less than is shown',
      evidenceOf('quote', {
        close: ['USD', 480],
        high: ['USD', 480],
        low: ['USD', 480],
        changePercent: ['%', -0.004],
      }),
      ['BRK.B closed at $480.00.', 'The low of the day is $480.00 and the high $480.00.'],
    ],
    [
      'bars',
      evidenceOf('bars', { close: ['USD', 470, 480] }),
      ['The close of BRK.B ranges from $470.00 to $480.00 (number of sessions: 2).'],
    ],
    [
      'an average below the close',
      evidenceOf('indicator', { close: ['USD', 480], 'SMA(50)': ['USD', 470] }),
      ['The close of $480.00 is above the 50-day average of $470.00.'],
    ],
    [
      'an average that is the close',
      evidenceOf('indicator', { close: ['USD', 480], 'SMA(200)': ['USD', 480] }),
      ['The close of $480.00 is in line with the 200-day average of $480.00.'],
    ],
    [
      'an oscillator that is stretched',
      evidenceOf('indicator', { close: ['USD', 480], 'RSI(14)': ['1', 71.5] }),
      ['At 71.5 the 14-day RSI is overbought.'],
    ],
    [
      'an oscillator that is not',
      evidenceOf('indicator', { close: ['USD', 480], 'RSI(14)': ['1', 50] }),
      ['The 14-day RSI stands at 50.'],
    ],
    [
      'a profile',
      evidenceOf('fundamentals', { marketCap: ['USD', 1.05e12] }),
      ['The market cap of BRK.B is $1.05T.'],
    ],
    ['a profile without a size', evidenceOf('fundamentals', { employees: ['employees', 300] }), []],
    [
      'news of one story',
      evidenceOf('sentiment_summary', { sentiment: ['1', 0.4], stories: ['articles', 1] }),
      [],
    ],
  ])('%s', (_what, evidence, texts) => {
    expect(textsOf(evidence)).toEqual(texts)
    for (const { refs } of sentencesOf([evidence])) expect(refs).toEqual([evidence.id])
  })
})

test('what a vendor calls an instrument is no Markdown', () => {
  const page = {
    title: 'EVIL, [click](https://evil.example) <b>**now**</b>\n# Buy',
    asOf: '2026-01-06',
    simulated: false,
    sentences: [{ text: 'EVIL closed at $1.00.', refs: ['ev_1'] }],
    missing: ['quote: `rm` | ![x](y)'],
  }
  const text = toMarkdown(page)
  expect(text).not.toMatch(/[<>`|*]|\]\(|!\[/)
  expect(text.match(/^#/gm)).toHaveLength(1)
})
