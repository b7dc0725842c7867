import { describe, expect, test } from 'vitest'
import type { NewsItem } from '../market/index.ts'
import { toNewsItem } from '../provider/news/toNewsItem.ts'
import { mergeNews } from './mergeNews.ts'

const hour = 3_600_000
function item(
  title: string,
  time: number,
  more: { url?: string; source?: string; summary?: string; provider?: string } = {},
): NewsItem {
  const {
    url = `https://example.com/${encodeURIComponent(title)}-${time}`,
    source = 'Example',
    provider = 'test',
    summary,
  } = more
  const made = toNewsItem({ title, time, url, source, provider, summary })
  if (!made) throw new Error(`No item of ${title}.`)
  return made
}

describe('mergeNews', () => {
  test('a story syndicated to other sites counts once, as its earliest copy', () => {
    const original = item('Acme Corp raises full-year outlook after record quarter', 10 * hour, {
      source: 'Wire',
    })
    const copy = item('Acme Corp raises full-year outlook after record quarter - Daily', 11 * hour, {
      source: 'Daily',
      summary: 'More.',
    })
    const [merged, ...rest] = mergeNews([[copy], [original]])
    expect(rest).toEqual([])
    expect(merged).toMatchObject({ id: original.id, time: 10 * hour, source: 'Wire', summary: 'More.' })
    expect(merged?.alsoFrom).toEqual([{ provider: 'test', source: 'Daily', url: copy.url }])
  })

  test('the same headline a week later is another story', () => {
    const title = 'Stocks close higher as investors weigh rate path'
    expect(mergeNews([[item(title, hour), item(title, 24 * 7 * hour)]])).toHaveLength(2)
  })

  test('headlines that share some words are different stories', () => {
    const a = item('Acme shares fall after weak guidance for the third quarter', hour)
    const b = item('Acme shares rise after strong guidance for the new year', 2 * hour)
    expect(mergeNews([[a, b]])).toHaveLength(2)
  })

  test('a correction under the same address replaces the text and keeps the time', () => {
    const url = 'https://example.com/story?utm_source=feed'
    const first = item('Acme earns 5 cents a share', hour, { url })
    const corrected = item('Acme earns 6 cents a share (corrected)', 2 * hour, {
      url: 'https://example.com/story',
    })
    expect(mergeNews([[first], [corrected]])).toMatchObject([
      { title: corrected.title, time: hour, id: first.id, alsoFrom: [] },
    ])
  })

  test('news comes newest first', () => {
    const items = [3, 1, 2].map((n) =>
      item(`Entirely different headline number ${n} about topic ${n * 7}`, n * hour),
    )
    expect(mergeNews([items]).map(({ time }) => time / hour)).toEqual([3, 2, 1])
  })

  test('a thousand copies of one story are one item', () => {
    const copies = Array.from({ length: 1_000 }, (_, i) =>
      item('Regulator opens probe into Acme accounting practices', hour + i * 1_000, { source: `Site ${i}` }),
    )
    const merged = mergeNews([copies])
    expect(merged).toHaveLength(1)
    expect(merged[0]?.alsoFrom).toHaveLength(999)
  })
})
