import { describe, expect, test } from 'vitest'
import { bareHeadline } from './bareHeadline.ts'

const strip = (title: string, isAboutKnown = false) =>
  bareHeadline(title, { source: 'Gazette', isAboutKnown })

describe.each(['Acme cuts its dividend again', 'Acme cuts dividend', 'Halden resigns', 'Acme beats'])(
  '%s',
  (bare) => {
    test.each([
      `RT @desk: ${bare}`,
      `RT @desk: RT @floor: ${bare}`,
      `@desk ${bare}`,
      `Breaking: ${bare}`,
      `BREAKING ${bare}`,
      `🚨 JUST IN: ${bare}`,
      `EXCLUSIVE-${bare}`,
      `Exclusive | ${bare}`,
      `UPDATE 2-${bare}`,
      `Update 2 - ${bare}`,
      `${bare} https://t.co/x`,
      `${bare} https://t.co/x via @Gazette`,
      `${bare} via @desk`,
      `${bare} via The Pell Gazette`,
      `${bare} via Pell Report`,
      `${bare} - 463`,
      `BRIEF-${bare}`,
      `Update 3 ${bare}`,
      `(${bare} (update 2))`,
      `(NEW YORK, May 5 (Reuters) - ${bare})`,
      `([Video] ${bare}`,
      `[${bare} (Reuters)]`,
      `${bare} - Gazette`,
      `${bare} - Publisher17`,
      `${bare} | Other News`,
      `${bare} | Site3`,
      `${bare}|Site3`,
      `${bare} – The Wall Street Journal`,
      `${bare} — brask.co.uk`,
      `${bare} · @desk`,
      `${bare} - Markets - Mara Quill Bulletin`,
      `${bare} - sources`,
      `${bare}: report`,
      `Publisher17: ${bare}`,
      `The Motley Fool: ${bare}`,
      `Voltrix - ${bare}`,
      `NEW YORK (Reuters) - ${bare}`,
      `NEW YORK, May 5 (Reuters) - ${bare}`,
      `LONDON, Sept 12 (The Post (UK)) ${bare}`,
      `${bare} brask.com/k5kc9?from=feed`,
      `${bare} ‒ Publisher17`,
      `(Reuters) - ${bare}`,
      `(Reuters) ${bare}`,
      `${bare} (Reuters)`,
      `${bare} [Site3]`,
      `${bare} (17)`,
      `${bare} #17`,
      `${bare} $ACM #stocks`,
      `$ACM: ${bare}`,
      `${bare}, according to Other News`,
      `${bare}, Other News reports`,
      `${bare}, says Reuters`,
      `${bare}, sources say`,
      `${bare}, reported Publisher17`,
      `${bare} (source: Publisher17)`,
      `${bare} {Publisher17}`,
      `${bare}. Source: Publisher17`,
      `${bare} / Publisher17`,
      `${bare} >> Publisher17`,
      `${bare}; Publisher17`,
      `${bare}:Publisher17`,
      `According to Publisher17, ${bare}`,
      `Publisher17 reports ${bare}`,
      `17. ${bare}`,
      `10:30 ${bare}`,
      `${bare} - Read more`,
      `“${bare}”`,
      `${bare}...`,
      `RT @desk: ${bare} | Gazette https://t.co/x`,
    ])('is what is left of: %s', (title) => {
      expect(strip(title)).toBe(bare)
    })
  },
)

test.each([
  ['Acme cuts dividend - shares fall 8%', 'Acme cuts dividend'],
  ['Acme Cuts Dividend - Shares Fall', 'Acme Cuts Dividend'],
  ['Acme cuts dividend: shares fall', 'Acme cuts dividend'],
  ['ACME CUTS DIVIDEND - PUBLISHER17', 'ACME CUTS DIVIDEND'],
  ['acme cuts dividend - publisher17', 'acme cuts dividend'],
  ['Acme cuts dividend, Publisher17', 'Acme cuts dividend'],
])('a clause goes where the headline is whole without it: %s', (title, bare) => {
  expect(strip(title)).toBe(bare)
})

test.each([
  'Breaking up Acme would help its holders',
  'Update on trading of Acme',
  'Acme ships steel via Rotterdam after the strike',
  'Acme rallies via rails',
  'Transaction in shares | Acme',
  'Exclusive brands lift Acme',
  'Acme: shares fall 8%',
  'Acme third quarter results - profit falls 8%',
  'Acme, reports record sales as demand for pumps grows',
  'Acme raises target to $45',
  'Acme reports record sales',
  'Acme says it will close two plants',
  'Acme sues Halden, Tarn',
  'Coca-Cola beats estimates',
  'Acme margin slips to 8% (from 9%)',
  'Acme shares -5%',
  'Acme buys 50/50 stake in Halden',
  '@',
  '',
])('what belongs to a headline stays: %s', (title) => {
  expect(strip(title)).toBe(title)
})

test('a heading of a form keeps whose it is, unless that is known', () => {
  expect(strip('Transaction in own shares | Acme')).toBe('Transaction in own shares | Acme')
  expect(strip('Transaction in own shares | Acme', true)).toBe('Transaction in own shares')
  expect(strip('Publisher17: Shares fall', true)).toBe('Shares fall')
})

test.each([' ', 'RT @a: ', '🚨', 'http://', ' | ', ' according to ', '(', '- a', ' via a', ', a says', '"'])(
  'a hundred thousand characters of %j take no longer than their length asks',
  (unit) => {
    const begin = performance.now()
    strip(unit.repeat(100_000 / unit.length))
    expect(performance.now() - begin).toBeLessThan(1_000)
  },
)

test('a headline in brackets is what is told, whatever stands around them', () => {
  const about = (title: string) => strip(title, true)
  expect(about('(Acme cuts dividend) (Seeking Alpha)')).toBe('Acme cuts dividend')
  expect(about('(Acme cuts dividend) - live updates')).toBe('Acme cuts dividend')
  expect(about('Prime Wire — (Acme cuts dividend) [Wire]')).toBe('Acme cuts dividend')
  expect(about('(Acme cuts dividend) - Tarn Post - Pell Report')).toBe('Acme cuts dividend')
  expect(about('RT @desk: [Video] (Acme cuts dividend) - Tarn Post')).toBe('Acme cuts dividend')
  expect(about('(Bloomberg) (Acme cuts dividend) - 3 min read')).toBe('Acme cuts dividend')
  // In which no word is known to happen, since it was mistyped.
  expect(about('(Acme wokrers walk ovt)')).toBe('Acme wokrers walk ovt')
  expect(about('Acme (formerly Halden): shares fall')).toBe('shares fall')
  expect(about('Halden falls - (Acme cuts dividend)')).not.toBe('Acme cuts dividend')
  expect(about('(Wire) Acme cuts dividend')).toBe('Acme cuts dividend')
  expect(about('(Acme owner Halden) cuts dividend')).toBe('cuts dividend')
})
