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
      time: undefined,
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

  test('Atom: the id is the address where no link is, and XHTML is read without its scripts', () => {
    const { entries } = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><id>https://example.com/a</id>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.<script>steal()</script></p></div></content></entry></feed>`,
      'test',
    )
    expect(entries[0]?.url).toBe('https://example.com/a')
    expect(entries[0]?.summary.split(/\s+/)).toEqual(['One.', 'Two.'])
  })

  test.each([
    [
      'a title',
      '<item><title>Acme<link>https://example.com/1</link><pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate></item>',
    ],
    [
      'a link',
      '<item><title>Acme</title><link>https://example.com/1<pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate></item>',
    ],
    [
      'an item',
      '<item><title>Acme</title><link>https://example.com/1</link><pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate>',
    ],
    ['anything', '<item><title>Acme<link>https://example.com/1<pubDate>Mon, 05 Jan 2026 00:00:00 GMT'],
    [
      'a description',
      '<item><title>Acme</title><description>Some <b>text<link>https://example.com/1</link><pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate></item>',
    ],
    [
      'its link before its address',
      '<item><title>Acme</title><link/>https://example.com/1<pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate></item>',
    ],
  ])('an entry that never closed %s ends where the next begins', (_what, item) => {
    const { title, entries } = readFeed(
      `<rss><channel><title>Desk${item}<item><title>Next</title><link>https://example.com/2</link></item></channel></rss>`,
      'test',
    )
    expect(title).toBe('Desk')
    expect(entries).toMatchObject([
      { title: 'Acme', url: 'https://example.com/1', time: Date.UTC(2026, 0, 5) },
      { title: 'Next', url: 'https://example.com/2' },
    ])
  })

  test('what authors, sources and pictures are called is no title of the entry', () => {
    const { entries } = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><source><title>Other desk</title><id>urn:other</id></source>
      <author><name>Clerk</name></author><title>A</title><id>https://example.com/a</id></entry></feed>`,
      'test',
    )
    expect(entries).toMatchObject([{ title: 'A', url: 'https://example.com/a', author: 'Clerk' }])
  })

  test('a tag within a thousand others costs no more than one alone', () => {
    const begin = performance.now()
    const feed = `<rss><channel>${'<a>'.repeat(900)}${'<link/>'.repeat(100_000)}`
    expect(readFeed(feed, 'test').entries).toEqual([])
    expect(performance.now() - begin).toBeLessThan(2_000)
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

  test('a thousand tags that are never closed are read', () => {
    const deep = `<rss><channel><item><title>${'<br>'.repeat(990)}Deep</title><link>https://e.com/1</link></item></channel></rss>`
    expect(readFeed(deep, 'test').entries[0]?.title).toContain('Deep')
  })

  test.each(['rss', 'feed'])('millions of open tags in <%s> are refused, not followed', (root) => {
    expect(() => readFeed(`<${root}>${'<b>'.repeat(2_700_000)}`, 'test')).toThrow(/levels/)
  })

  test('two hundred thousand empty items are items, and no stack overflows', () => {
    const { entries } = readFeed(`<rss><channel>${'<item/>'.repeat(200_000)}</channel></rss>`, 'test')
    expect(entries).toHaveLength(200_000)
  })

  test.each([
    ['lower case', '<!doctype r [<!entity a "x">]>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://e.com/x.dtd"> %p;]>'],
    ['an external entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a declaration after a comment', '<!-- fine --><!DOCTYPE r [<!-- > --><!ENTITY a "x">]>'],
    ['zeros between the letters, as UTF-16 has', [...'<!DOCTYPE r [<!ENTITY a "x">]>'].join('\0')],
  ])('a document type with entities is refused in %s', (what, prolog) => {
    const rest = `<rss><item><title>&a;</title></item></rss>`
    const text = prolog + (what.startsWith('zeros') ? [...rest].join('\0') : rest)
    expect(() => readFeed(text, 'test')).toThrow(expect.objectContaining({ code: 'VALIDATION' }))
  })

  test('a document type without entities is only skipped', () => {
    const text =
      '<!DOCTYPE rss PUBLIC "-//N//DTD" "http://e.com/rss.dtd" [<!ELEMENT x ANY>]><rss><item><title>&undeclared;</title></item></rss>'
    expect(readFeed(text, 'test').entries).toMatchObject([{ title: '&undeclared;' }])
  })

  test.each([
    ['the address of the feed', '', 'https://e.com/feeds/a.xml', 'https://e.com/feeds/2026/story'],
    [
      'the site that the feed names',
      '<link>https://www.site.com/</link>',
      '',
      'https://www.site.com/2026/story',
    ],
  ])('a relative link is read against %s', (_what, link, address, url) => {
    const text = `<rss><channel>${link}<item><title>A</title><link>2026/story</link></item></channel></rss>`
    expect(readFeed(text, 'test', address).entries[0]?.url).toBe(url)
  })

  test('xml:base of an Atom feed holds for its links', () => {
    const text = `<feed xml:base="https://e.com/b/"><entry><title>A</title><link href="/x"/></entry></feed>`
    expect(readFeed(text, 'test', 'https://other.com/').entries[0]?.url).toBe('https://e.com/x')
  })

  test('xml:base may be relative itself, and of one entry', () => {
    const text = `<feed xml:base="/b/"><entry xml:base="2026/"><title>A</title><link href="x"/></entry></feed>`
    expect(readFeed(text, 'test', 'https://e.com/feed').entries[0]?.url).toBe('https://e.com/b/2026/x')
  })

  test('a less-than sign that nobody escaped is text', () => {
    const text = `<rss><item><title>Margin <5% & <$2 bn</title><link>https://e.com/1</link></item></rss>`
    expect(readFeed(text, 'test').entries).toMatchObject([
      { title: 'Margin <5% & <$2 bn', url: 'https://e.com/1' },
    ])
  })

  test('a guid that is no address is no link, relative or not', () => {
    const text = '<rss><channel><item><title>A</title><guid>tag-17</guid></item></channel></rss>'
    expect(readFeed(text, 'test', 'https://e.com/').entries[0]?.url).toBe('tag-17')
  })

  test('ampersands escaped twice, and the address behind a counting one', () => {
    const [twice, counted] = readFeed(
      `<rss><item><link>https://e.com/?a=1&amp;amp;b=2</link></item><item><link>https://count.er/1</link><feedburner:origLink>https://e.com/real</feedburner:origLink></item></rss>`,
      'test',
    ).entries
    expect([twice?.url, counted?.url]).toEqual(['https://e.com/?a=1&b=2', 'https://e.com/real'])
  })

  test('Atom under any prefix, and RDF without one', () => {
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:link href="https://e.com/1"/><a:updated>2026-01-05T10:00:00Z</a:updated><a:author><a:name>Clerk</a:name><a:email>c@e.com</a:email></a:author></a:entry></a:feed>`
    const rdf = `<RDF><channel><title>T</title></channel><item><title>A</title><link>https://e.com/1</link></item></RDF>`
    expect(readFeed(atom, 'test')).toMatchObject({
      title: 'T',
      entries: [{ title: 'A', url: 'https://e.com/1', time: Date.UTC(2026, 0, 5, 10), author: 'Clerk' }],
    })
    expect(readFeed(rdf, 'test')).toMatchObject({ entries: [{ title: 'A', url: 'https://e.com/1' }] })
  })

  test('Dublin Core, content and RDF under any prefix', () => {
    const text = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:q="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
      <item><title>A</title><link>https://e.com/1</link><q:creator>Clerk</q:creator><q:date>2026-01-05T10:00:00Z</q:date><c:encoded>Text</c:encoded></item></r:RDF>`
    expect(readFeed(text, 'test').entries).toMatchObject([
      { url: 'https://e.com/1', author: 'Clerk', time: Date.UTC(2026, 0, 5, 10), summary: 'Text' },
    ])
  })

  test('RSS 2.0 under a prefix of its own', () => {
    const text = `<x:rss xmlns:x="http://backend.userland.com/rss2"><x:channel><x:item><x:title>A</x:title><x:link>https://e.com/1</x:link></x:item></x:channel></x:rss>`
    expect(readFeed(text, 'test').entries).toMatchObject([{ title: 'A', url: 'https://e.com/1' }])
  })

  test('an entry with a description alone is called by it', () => {
    const text = '<rss><item><link>https://e.com/1</link><description>Acme beats</description></item></rss>'
    expect(readFeed(text, 'test').entries).toMatchObject([{ title: 'Acme beats', summary: 'Acme beats' }])
  })

  test('an address without a scheme is no path', () => {
    const text = '<rss><item><title>A</title><link>www.e.com/a</link></item></rss>'
    expect(readFeed(text, 'test', 'https://feeds.com/').entries[0]?.url).toBe('https://www.e.com/a')
  })

  test('xml:base holds on a channel and on a link, and the relation of a link may be an address', () => {
    const rss = `<rss><channel xml:base="https://b.com/"><item><title>A</title><link>x</link></item></channel></rss>`
    const rel = 'http://www.iana.org/assignments/relation/alternate'
    const atom = `<feed xml:base="b/"><entry><title>A</title><link rel="${rel}" xml:base="c/" href="x"/></entry></feed>`
    expect(readFeed(rss, 'test', 'https://e.com/').entries[0]?.url).toBe('https://b.com/x')
    expect(readFeed(atom, 'test', 'https://e.com/').entries[0]?.url).toBe('https://e.com/b/c/x')
  })

  test('an emoji that was written as two halves is whole, and half of one is no character', () => {
    const text = '<rss><item><title>&#55357;&#56960; up &#55357;&#55357;</title></item></rss>'
    expect(readFeed(text, 'test').entries[0]?.title).toBe('🚀 up \ufffd\ufffd')
  })

  test.each(['@', 'a@', 'a@b ('])('an author of 300,000 characters of %j takes no time', (unit) => {
    const author = unit.repeat(300_000 / unit.length)
    const begin = performance.now()
    readFeed(`<rss><item><title>A</title><author>${author}</author></item></rss>`, 'test')
    expect(performance.now() - begin).toBeLessThan(1_000)
  })

  test('a feed without items is an empty feed', () => {
    expect(
      readFeed('<rss version="2.0"><channel><title>Quiet</title></channel></rss>', 'test').entries,
    ).toEqual([])
  })
})
