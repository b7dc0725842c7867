import { expect, test } from 'vitest'
import { bareHeadline } from './bareHeadline.ts'

const bare = 'Acme cuts its dividend again'

test.each([
  `RT @desk: ${bare}`,
  `RT @desk: RT @floor: ${bare}`,
  `@desk ${bare}`,
  `Breaking: ${bare}`,
  `🚨 JUST IN: ${bare}`,
  `EXCLUSIVE-${bare}`,
  `UPDATE 2-${bare}`,
  `${bare} https://t.co/x`,
  `${bare} https://t.co/x via @Gazette`,
  `${bare} - Gazette`,
  `${bare} | Other News`,
  `${bare}, according to Other News`,
  `RT @desk: ${bare} | Gazette https://t.co/x`,
])('what passing a headline on has added is taken away: %s', (title) => {
  expect(bareHeadline(title, 'Gazette')).toBe(bare)
})

test('an account through which a post was found goes, however short the headline is', () => {
  expect(bareHeadline('Acme rallies via @desk', 'Gazette')).toBe('Acme rallies')
  expect(bareHeadline('Acme rallies via rails', 'Gazette')).toBe('Acme rallies via rails')
})

test.each([
  'Breaking up Acme would help its holders',
  'Update on trading of Acme',
  'Acme - Halden talks fail',
  'Acme ships steel via Rotterdam after the strike',
  'Transaction in shares | Acme',
  'Exclusive brands lift Acme',
  '@',
  '',
])('what belongs to a headline stays: %s', (title) => {
  expect(bareHeadline(title, 'Gazette')).toBe(title)
})

test.each([' ', 'RT @a: ', '🚨', 'http://', ' | ', ' according to '])(
  'a hundred thousand characters of %j take no longer than their length asks',
  (unit) => {
    const begin = performance.now()
    bareHeadline(unit.repeat(100_000 / unit.length), 'Gazette')
    expect(performance.now() - begin).toBeLessThan(1_000)
  },
)
