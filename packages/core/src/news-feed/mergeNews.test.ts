import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NewsItem, parseInstrument } from '../market/index.ts'
import { toNewsItem } from '../provider/news/toNewsItem.ts'
import { mergeNews } from './mergeNews.ts'

const hour = 3_600_000
function item(
  title: string,
  time: number,
  more: { url?: string; source?: string; summary?: string; provider?: string; about?: string } = {},
): NewsItem {
  const {
    url = `https://example.com/${encodeURIComponent(title)}-${time}`,
    source = 'Example',
    provider = 'test',
    summary,
    about,
  } = more
  const instruments = about === undefined ? [] : [parseInstrument(about)]
  const made = toNewsItem({ title, time, url, source, provider, summary, instruments })
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

  test('a thousand copies that each fill in another word are one story, in whatever order they come', () => {
    const copies = Array.from({ length: 1_000 }, (_, number) =>
      item(`Acme cuts dividend by Publisher${number}`, number, { about: 'equity:ACM', source: `s${number}` }),
    )
    const other = item('Acme cuts guidance', 500, { about: 'equity:ACM' })
    const merged = mergeNews([[...copies, other]])
    expect(merged.map(({ title }) => title)).toEqual([
      'Acme cuts guidance',
      'Acme cuts dividend by Publisher0',
    ])
    expect(new Set(merged[1]?.alsoFrom.map(({ url }) => url)).size).toBe(999)
    expect(mergeNews([[other], copies.toReversed()])).toEqual(merged)
  })

  test('what many companies release in one form is as many stories', () => {
    const titles = Array.from(
      { length: 40 },
      (_, number) => `Company${number} to present at the Elm conference`,
    )
    expect(mergeNews([titles.map((title, number) => item(title, number))])).toHaveLength(40)
    const about = titles.map((title, number) => item(title, number, { about: `equity:C${number}` }))
    expect(mergeNews([about])).toHaveLength(40)
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

  test('doing something and ending what is done are different stories', () => {
    const of = (title: string, time: number) => item(title, time, { about: 'equity:ACM' })
    const a = of('Acme workers vote to strike', hour)
    const b = of('Acme workers vote to end strike', 2 * hour)
    expect(mergeNews([[a, b]])).toHaveLength(2)
    expect(mergeNews([[a, of('Acme workers vote to the strike', 2 * hour)]])).toHaveLength(1)
  })

  test('a short headline is found among the words of whoever passes it on', () => {
    const short = 'Regulator charges Tarn with fraud'
    const passedOn = [
      short,
      `Feed 7: ${short}, according to Gazette`,
      `RT @desk: ${short} https://t.co/x via Wire`,
    ]
    expect(mergeNews([passedOn.map((title, number) => item(title, number))])).toHaveLength(1)
    expect(
      mergeNews([[item('Tarn shares rise', 0), item('Tarn shares rise after chief quits in row', 1)]]),
    ).toHaveLength(2)
  })

  test('a headline that tells more than its own length beyond another is a story of its own', () => {
    const first = 'Halden Steel wins approval for mill'
    const next = `${first}: rivals object, union calls for strike`
    expect(mergeNews([[item(first, 0), item(next, 1)]])).toHaveLength(2)
  })

  test('the same news of two countries are two stories', () => {
    const headline = (country: string) => `Halden Steel opens its second plant for wind towers in ${country}`
    expect(mergeNews([[item(headline('Germany'), 0), item(headline('Italy'), 1)]])).toHaveLength(2)
    expect(mergeNews([[item(headline('Italy'), 0), item(`${headline('Italy')} today`, 1)]])).toHaveLength(1)
  })

  test.each([
    ['rise', 'fall'],
    ['jump', 'slide'],
    ['beat estimates and rise', 'miss estimates and fall'],
  ])('%s and %s are two stories, however much else is the same', (up, down) => {
    const headline = (word: string) =>
      `Halden Steel shares ${word} in early trading after the company published quarterly results for its northern mills`
    expect(mergeNews([[item(headline(up), 0), item(headline(down), 1)]])).toHaveLength(2)
    expect(mergeNews([[item(headline(up), 0), item(`${headline(up)} today`, 1)]])).toHaveLength(1)
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

  test('a correction days later keeps the time and the copies', () => {
    const url = 'https://example.com/story'
    const first = item('Acme raises full-year outlook after record quarter', hour, { url })
    const copy = item(first.title, 2 * hour, { source: 'Daily' })
    const corrected = item('Acme keeps full-year outlook after record quarter (corrected)', 80 * hour, {
      url,
    })
    expect(mergeNews([[corrected, copy, first]])).toMatchObject([
      { title: corrected.title, time: hour, alsoFrom: [{ source: 'Daily' }] },
    ])
  })

  test('one copy through two providers is one copy, corrected or not', () => {
    const original = item('Acme raises full-year outlook after record quarter', hour, { source: 'Wire' })
    const url = 'https://daily.com/1'
    const copy = item(original.title, 2 * hour, { url })
    const again = item(original.title, 2 * hour, { url, provider: 'other' })
    const corrected = item('Something else entirely stands there by now', 3 * hour, { url })
    expect(mergeNews([[original], [copy], [again, corrected]])[0]?.alsoFrom).toHaveLength(1)
    expect(mergeNews([[original], [copy], [again, corrected]])).toHaveLength(1)
  })

  test('a headline with a template is another story of another company', () => {
    const [acme, beta] = ['ACME', 'BETA'].map((symbol, i) => ({
      ...item(
        `${symbol} shares reach a new 52-week high on Monday amid heavy trading volume`,
        (i + 1) * hour,
      ),
      instruments: [{ id: `equity:${symbol}`, symbol, assetClass: 'equity' as const }],
    }))
    if (!acme || !beta) throw new Error('Two items were made.')
    expect(mergeNews([[acme, beta]])).toHaveLength(2)
    expect(mergeNews([[{ ...acme, instruments: [] }, beta]])).toHaveLength(1)
  })

  test('short headlines of one source are different filings', () => {
    expect(mergeNews([[item('Form 4', hour), item('Form 4', 2 * hour)]])).toHaveLength(2)
    expect(
      mergeNews([[item('Markets wrap', hour), item('Markets wrap', hour, { source: 'B' })]]),
    ).toHaveLength(1)
  })

  test('what wires write before and after a headline does not count', () => {
    const title = 'Acme raises full-year outlook after quarter'
    const copies = [
      `UPDATE 2-${title}`,
      `${title} | Daily`,
      `CORRECTED: ${title} - Daily`,
      title.toUpperCase(),
    ]
    const list = copies.map((text, i) => item(text, hour + i, { source: 'Daily' }))
    expect(mergeNews([list])).toHaveLength(1)
  })

  const anyItem = fc
    .record({
      words: fc.array(fc.constantFrom('acme', 'beta', 'beats', 'falls', 'outlook', 'probe', 'the'), {
        minLength: 1,
        maxLength: 7,
      }),
      time: fc.integer({ min: 0, max: 60 }),
      page: fc.integer({ min: 0, max: 12 }),
      provider: fc.constantFrom('a', 'b'),
      source: fc.constantFrom('Wire', 'Daily'),
      summary: fc.option(fc.constantFrom('One.', 'Two.'), { nil: undefined }),
    })
    .map(({ words, time, page, summary, ...more }) =>
      item(words.join(' '), time * hour, {
        ...more,
        url: `https://example.com/${page}`,
        ...(summary && { summary }),
      }),
    )

  test('the order of the lists, and within them, does not matter', () => {
    const shuffled = fc
      .array(anyItem, { maxLength: 30 })
      .chain((items) =>
        fc.tuple(
          fc.constant(items),
          fc.shuffledSubarray(items, { minLength: items.length }),
          fc.integer({ min: 0, max: items.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([items, other, cut]) => {
        expect(mergeNews([other.slice(cut), other.slice(0, cut)])).toEqual(mergeNews([items]))
      }),
      { numRuns: 300 },
    )
  })

  test('every address comes out once, as a story or as a copy of one, and merging twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        const merged = mergeNews([items])
        const addresses = merged.flatMap(({ url, alsoFrom }) => [url, ...alsoFrom.map((copy) => copy.url)])
        expect([...addresses].sort()).toEqual([...new Set(items.map(({ url }) => url))].sort())
        expect(mergeNews([items, items])).toEqual(merged)
      }),
      { numRuns: 300 },
    )
  })

  test('twenty thousand copies of one story cost no more than as many stories', () => {
    const copies = Array.from({ length: 20_000 }, (_, i) =>
      item('Regulator opens probe into Acme accounting practices', hour + i, { source: `Site ${i}` }),
    )
    expect(mergeNews([copies])[0]?.alsoFrom).toHaveLength(19_999)
  })
})
