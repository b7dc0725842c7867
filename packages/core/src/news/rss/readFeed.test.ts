import { describe, expect, test } from 'vitest'
import { readFeed } from './readFeed.ts'

describe('readFeed', () => {
  test('RSS 2.0 with CDATA, a media thumbnail and a named zone', () => {
    const feed = readFeed(
      `<?xml version="1.0"?><rss version="2.0" xmlns:media="m" xmlns:dc="d"><channel><title>Market Desk</title><language>en-us</language>
      <item><title><![CDATA[Rates & <b>yields</b>]]></title><link>https://example.com/1</link><dc:creator>A. Writer</dc:creator>
      <pubDate>Mon, 05 Jan 2026 09:30:00 EST</pubDate><media:thumbnail url="https://example.com/1.png"/><description>Text</description></item></channel></rss>`,
      'test',
    )
    expect(feed).toEqual({
      title: 'Market Desk',
      language: 'en-us',
      entries: [
        {
          title: 'Rates & <b>yields</b>',
          url: 'https://example.com/1',
          time: Date.UTC(2026, 0, 5, 14, 30),
          summary: 'Text',
          author: 'A. Writer',
          imageUrl: 'https://example.com/1.png',
        },
      ],
    })
  })

  test('Atom: the alternate link, not the edit link; updated where published is missing', () => {
    const { entries } = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Filings</title><entry><title>10-K</title>
      <link rel="edit" href="https://example.com/edit"/><link href="https://example.com/filing"/><updated>2026-01-05T10:00:00-05:00</updated>
      <author><name>Clerk</name></author><summary type="html">&lt;p&gt;Annual&lt;/p&gt;</summary></entry></feed>`,
      'test',
    )
    expect(entries).toEqual([
      {
        title: '10-K',
        url: 'https://example.com/filing',
        time: Date.UTC(2026, 0, 5, 15),
        summary: '<p>Annual</p>',
        author: 'Clerk',
        imageUrl: '',
      },
    ])
  })

  test('RDF: items stand beside the channel', () => {
    const { title, entries } = readFeed(
      `<rdf:RDF xmlns:rdf="r"><channel><title>Old desk</title></channel><item rdf:about="https://example.com/a"><title>A</title><dc:date>2026-01-05T00:00:00Z</dc:date></item></rdf:RDF>`,
      'test',
    )
    expect([title, entries[0]?.url, entries[0]?.time]).toEqual([
      'Old desk',
      'https://example.com/a',
      Date.UTC(2026, 0, 5),
    ])
  })

  test.each([
    [
      'a byte order mark and a line before the declaration',
      '\ufeff\n<?xml version="1.0"?><rss><channel><item><title>A</title><link>https://e.com/1</link></item></channel></rss>',
    ],
    [
      'a bare ampersand',
      '<rss><channel><item><title>R&D costs</title><link>https://e.com/?a=1&b=2</link></item></channel></rss>',
    ],
    [
      'a tag left open',
      '<rss><channel><item><title>A</title><link>https://e.com/1</link><description><p>text</item></channel></rss>',
    ],
    [
      'a text that breaks off',
      '<rss><channel><item><title>A</title><link>https://e.com/1</link></item><item><title>B',
    ],
    ['no channel', '<rss><item><title>A</title><link>https://e.com/1</link></item></rss>'],
    [
      'the permalink in the guid alone',
      '<rss><channel><item><title>A</title><guid>https://e.com/1</guid></item></channel></rss>',
    ],
  ])('is read in spite of %s', (_what, text) => {
    expect(readFeed(text, 'test').entries[0]).toMatchObject({
      url: expect.stringMatching(/^https:\/\/e\.com\//),
    })
  })

  test.each([
    [
      'entities of its own',
      '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    ],
    ['an HTML page', '<!doctype html><html><body>Just a moment...</body></html>'],
    ['JSON', '{"items":[]}'],
    ['nothing', ''],
    ['8 MiB and more', `<rss>${' '.repeat(8 * 2 ** 20)}</rss>`],
  ])('%s is refused with a typed error', (_what, text) => {
    expect(() => readFeed(text, 'test')).toThrow(
      expect.objectContaining({ code: 'VALIDATION', provider: 'test' }),
    )
  })

  test('ten thousand levels of nesting are no trouble', () => {
    const deep = `<rss><channel><item><title>${'<b>'.repeat(10_000)}Deep</title><link>https://e.com/1</link></item></channel></rss>`
    expect(readFeed(deep, 'test').entries[0]?.title).toContain('Deep')
  })
})
