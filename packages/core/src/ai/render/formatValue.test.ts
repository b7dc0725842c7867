import { describe, expect, test, vi } from 'vitest'
import { createRandom } from '../../testing/random.ts'
import { resolveClaim } from '../verify/resolveClaim.ts'
import { makeReport } from '../verify/test/cleanReports.ts'
import { formatMoment, formatValue } from './formatValue.ts'

// Spaces that do not break, apostrophes and marks of direction differ between versions of locale data.
const plain = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/’/g, "'")

describe('a value', () => {
  test.each<[number, string, string, string]>([
    [1234.5, 'USD', 'en', '$1,234.50'],
    [1234.5, 'USD', 'de', '1.234,50 $'],
    [1234.5, 'EUR', 'fr', '1 234,50 €'],
    [1234.5, 'CHF', 'de-CH', "CHF 1'234.50"],
    [1234.5, 'INR', 'hi', '₹1,234.50'],
    [1234567, 'INR', 'en-IN', '₹12.35L'],
    [1234.5, 'USD', 'ar-EG', '١٬٢٣٤٫٥٠ US$'],
    [12.5, '%', 'fa', '۱۲٫۵٪'],
    [-3.25, '%', 'en', '−3.25%'],
    [-3.25, 'pp', 'sv', '−3,25 pp'],
    [-0.00001234, '1', 'en', '−0.000012'],
    [0, '1', 'en', '0'],
    [-0, '1', 'en', '0'],
    [-0.001, '%', 'de', '0 %'],
    [-3e9, 'EUR', 'ar', '−3 مليار €'],
    [2500, 'JPY', 'ja', '￥2,500'],
    [2500.5, 'JPY', 'en', '¥2,500.5'],
    [1.5, 'x', 'en', '1.5×'],
    [2_500_000, 'shares', 'en', '2.5M shares'],
    [1, 'articles', 'en', '1 article'],
    [-1, 'days', 'de', '−1 day'],
    [1, 'stories', 'en', '1 story'],
    [0, 'stories', 'en', '0 stories'],
    [1.5, 'shares', 'en', '1.5 shares'],
    [1, 'pp', 'en', '1 pp'],
    [12.5, 'BTC', 'en', 'BTC 12.50'],
    [1_390_000_000_000, 'USD', 'en', '$1.39T'],
    [Date.UTC(2026, 0, 6), 'date', 'sv', '6 jan. 2026'],
    [Date.UTC(2026, 0, 6, 15, 30), 'time', 'de', '06.01.2026, 15:30 UTC'],
  ])('%f %s in %s is %s', (value, unit, locale, text) => {
    expect(plain(formatValue(value, unit, locale))).toBe(text)
  })

  test('and a date in any calendar and digits a locale asks for', () => {
    expect(formatMoment('2026-01-06', 'en')).toBe('Jan 6, 2026')
    expect(plain(formatMoment('2026-01-06', 'ar-EG'))).toBe('٠٦/٠١/٢٠٢٦')
    expect(plain(formatValue(7, '1', 'en-u-nu-deva'))).toBe('७')
  })
})

test('a formatter is made once, and those of a thousand units more are not kept for ever', () => {
  const { NumberFormat } = Intl
  // Made with `new`, which an arrow cannot be.
  const made = vi.spyOn(Intl, 'NumberFormat').mockImplementation(function make(...options) {
    return new NumberFormat(...options)
  })
  const makes = (unit: string) => {
    made.mockClear()
    formatValue(12.5, unit, 'en-NZ')
    return made.mock.calls.length
  }
  expect([makes('barrels'), makes('barrels')]).toEqual([1, 0])
  for (let i = 0; i < 1_001; i++) formatValue(12.5, `unit${i}`, 'en-NZ')
  expect([makes('barrels'), makes('barrels')]).toEqual([1, 0])
  made.mockRestore()
})

test('a claim verifies and is written in every locale, and its digits are those of the evidence', () => {
  const random = createRandom(9)
  const { report, evidence } = makeReport(random)
  const claims = [...JSON.stringify(report.body).matchAll(/"id":"claim-/g)]
  expect(claims.length).toBeGreaterThan(0)
  const seen = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('rendered' in value && 'slots' in value) {
      for (const locale of ['en', 'de-CH', 'fr', 'ja', 'ar-EG', 'hi', 'fa', 'th-u-nu-thai', 'pl', 'pt-BR']) {
        const { values: _, rendered: __, ...claim } = JSON.parse(JSON.stringify(value))
        const about = claim.slots[0].subject
        const resolution = resolveClaim(claim, evidence, locale, '', about)
        expect(resolution).toHaveProperty('claim')
        if ('claim' in resolution) seen.add(resolution.claim.rendered)
      }
      return
    }
    for (const member of Object.values(value)) visit(member)
  }
  visit(report.body)
  expect(seen.size).toBeGreaterThan(5)
})
