import { describe, expect, test } from 'vitest'
import { checkDraft } from './checkDraft.ts'
import { checkProse } from './checkProse.ts'
import { createReader } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import { violationsAt } from './violation.ts'
import { wholeReplacer } from './wholeReplacer.ts'

/** As a draft, outside of claims. */
function judge(text: string, ...names: string[]) {
  const tokens = createReader()(maskPhrases(text, [wholeReplacer(names)]))
  return [...violationsAt('', (note) => checkProse(tokens, note)), ...checkDraft(text, tokens, '')]
}

describe('a text outside the slots holds no number', () => {
  test.each([
    ['digits', '7|1e9|0x10|1,000|5-for-1'],
    ['digits of other scripts', '１２|٣|३|៣|᠕|𝟟|𝟙𝟚|〇|五|百|廿'],
    ['signs that are numbers', '½|²|①|Ⅷ|Ⅹ|🔟|💯|3⃣|㊷|⅓|㉈'],
    [
      'plain words',
      'a lakh|a gazillion|ten|twelve|ninety|zero|nil|one hundred|two million|three dozen|a dozen|dozens|a couple of days',
    ],
    ['words that are grown together', 'twentyfive|twohundred|sixtysomething|fourteen|five-bagger|tenbagger'],
    [
      'parts',
      'half|by half|half again|a third|two-thirds|halfway|the midpoint|the top quartile|a quarter of sales|by a quarter|three quarters|a tenth',
    ],
    [
      'multiples',
      'doubled|redoubled|tripling|trebles|quadrupled|quintuple|octupled|twofold|tenfold|manyfold|twice|halving',
    ],
    ['ordinals', 'third|twelfth|twentieth|the fiftieth|seventeenth|hundredth|its second straight gain'],
    [
      'rounded',
      'mid-teens|the eighties|high nineties|dozens|scores of|hundreds|double-digit|single-digit|low digits',
    ],
    ['spans', 'a decade|centuries'],
    ['units that need a number', 'percent|per cent|percentage points|basis points|bps'],
    ['ones', 'by one|up one|number one|one point|one percent|plus one'],
    ['Roman numerals', 'XIV|III|iv|xii|MMXXVI|XLV'],
    ['German', 'zwölf|zwoelf|fünf|dreißig|zweihundert|Hälfte|halb|verdoppelt|Prozent|Milliarden|tausend'],
    ['French', 'douze|vingt|moitié|pour cent|trente|quatre|milliard'],
    ['accents and look-alikes', 'tén|t\u0301en|ｔｅｎ|𝐭𝐞𝐧|𝓉𝑒𝓃|ⓣⓔⓝ|_two_|tеn|ᴛᴇɴ|fıve|tw𐐬'],
    ['hidden letters', 'te\u200bn|t\u00aden|te\u2060n|\u202enet'],
  ])('in %s', (_kind, examples) => {
    for (const example of examples.split('|'))
      expect([example, judge(`It came to ${example}.`).length > 0]).toEqual([example, true])
  })

  test.each([
    'The Russell 2000, the S&P 500 and the Nasdaq-100 set the tone in Q3 FY2025, as the 10-K shows.',
    'In the first half and the third quarter, demand was mixed; the half-year report is due.',
    'The chart shows a double top, and the price action was two-sided.',
    'B2B services and R&D.',
    'A one-off cost.',
    'Q3 2025, H1 2025, fiscal 2025 and year-over-year growth.',
  ])('but may say: %s', (text) => {
    expect(judge(text)).toEqual([])
  })

  test('names that the evidence has may stand, digits and foreign letters included', () => {
    expect(judge('3M and トヨタ report.', '3M', 'トヨタ')).toEqual([])
    expect(judge('3M is 3M5.', '3M')).not.toEqual([])
    expect(judge('The 200-day range, and the 20-day.', '20-day')).toMatchObject([{ detail: '200' }])
  })
})

test.each([
  'See https://x.example',
  'See www.x.example',
  'See x.example/a',
  '[a](b)',
  '<b>bold</b>',
  'javascript:alert()',
  'data:text',
  '&#50;',
  'a > b',
  'a = b',
  '↑ sharply',
  'up ▲',
  '100 %',
  'US$',
  '#tag',
  'a|b',
  '`code`',
  'Привет',
  'γ',
  '\u0007',
  '\u2066a',
])('links, markup, signs and other scripts are refused: %s', (text) => {
  expect(judge(text)).not.toEqual([])
})

describe('what is stored, and held to the short list alone,', () => {
  const kindsIn = (text: string) =>
    violationsAt('', (note) => checkProse(createReader()(text), note)).map(({ kind, detail }) => [
      kind,
      detail,
    ])

  test.each([
    ['slightly', 'The close of {} is slightly above the average of {}.'],
    ['vastly', 'The close of {} is vastly below the average of {}.'],
    ['marginally', 'Volume of {} was marginally higher than volume of {}.'],
  ])('says nothing of how far a value is from another: %s', (word, text) => {
    expect(kindsIn(text)).toEqual([['unknown-word', word]])
  })

  test.each([
    ['annualized', 'Volume of an annualized {} was traded.'],
    ['projected', 'The company has a projected {} in sales.'],
  ])('says of no value what it is: %s', (word, text) => {
    expect(kindsIn(text)).toEqual([['number-in-prose', word]])
  })

  test.each([
    'The company generated {} and employed {}.',
    'The close is above its average of {}, only days later.',
    'Notably, the close of {} is above the average of {}.',
  ])('may say: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })
})
