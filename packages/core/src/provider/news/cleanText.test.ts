import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from './cleanText.ts'
import { mentioned } from './mentions.ts'

describe('cleanText', () => {
  test.each([
    ['<p>AT&amp;T <b>rises</b></p>', 'AT&T rises'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Profit up', 'Profit up'],
    ['<style>p{}</style>Shares fall', 'Shares fall'],
    ['P/E < 10 and > 5', 'P/E < 10 and > 5'],
    ['Un\u200bseen\u202e and \u{e0041}tags', 'Unseen and tags'],
    ['It&#8217;s &euro;5&nbsp;bn', 'It’s €5 bn'],
    ['a <!-- hidden <b> --> b', 'a b'],
    ['broken <a href="x', 'broken'],
    ['\ud800 lone', 'lone'],
    ['İİİİİİİİ<SCRIPT>a</Script>Up', 'İİİİİİİİ Up'],
    ['<\u200bscript>alert(1)</\u200bscript>Up', 'Up'],
    ['<scr\u00adipt>alert(1)</scr\u00adipt>Up', 'Up'],
    ['AT&amp;amp;amp;amp;amp;amp;amp;amp;T', 'AT&T'],
    ['&amp;amp;lt;b&amp;amp;gt;Bold&amp;#38;lt;/b&amp;#x26;gt; move', 'Bold move'],
    ['It&#146;s &Scaron;koda&#8482 &ampnow &amp now', 'It’s Škoda™ &ampnow & now'],
    ['&Eacute;lan, &ouml;l, &Aring;se, &ccedil;a, &szlig; &times;', 'Élan, öl, Åse, ça, ß ×'],
    ['&Scaron;koda, &Zcaron;i&zcaron;ek, &ecaron;, &qcaron; &caron;', 'Škoda, Žižek, ě, &qcaron; &caron;'],
    ['&AElig;g &yuml;&Yacute;&eth;&THORN; &tilde;&uml;&#128;&#x9f;', 'Æg ÿÝðÞ ˜¨€Ÿ'],
    ['R&D, M&A; AT&T', 'R&D, M&A; AT&T'],
    ['Fil\u3164ler s\u{e0101}elector ☀\ufe0f', 'Filler selector ☀\ufe0f'],
    ['Word\ufeffjoin, line\u2028break', 'Wordjoin, line break'],
    ['&lt;![CDATA[Acme <b>beats</b>]]&gt; again', 'Acme beats again'],
    ['<![CDATA[<scr<![CDATA[ipt>alert(1)</script>]]>Up', 'alert(1) Up'],
    ['Levels [a[b[0]]> hold', 'Levels [a[b[0]]> hold'],
  ])('%j reads %j', (raw, plain) => {
    expect(cleanText(raw, 300)).toBe(plain)
  })

  test('long text is cut at a word', () => {
    expect(cleanText('one two three four', 12)).toBe('one two…')
  })

  test('whatever comes in, nothing that a page could take for a tag or a hidden character comes out', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '<script>',
          '&lt;',
          '<img src=x onerror=1>',
          '\u202e',
          '&#60;',
          '<!--',
          '<![CDATA[',
          ']]>',
          '</p>',
          '<',
          'script>',
          '\u200b',
          '&amp;',
        ),
      ),
    )
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = cleanText(parts.join(''), 500)
        expect(text.length).toBeLessThanOrEqual(500)
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(text).not.toMatch(/<(?:script|img|\/p)/i)
        expect(cleanText(text, 500)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  test('ten megabytes of unclosed tags take no more than their first 64 Ki characters do', () => {
    expect(cleanText('<script '.repeat(1_300_000), 100)).toBe('')
  })
})

test('a symbol is mentioned as a word of its own or a cashtag, never inside another word', () => {
  const instruments = (['AAPL', 'F', 'NOW'] as const).map((symbol) => ({
    assetClass: 'equity' as const,
    id: `equity:${symbol}`,
    symbol,
  }))
  const found = (text: string) => mentioned(text, instruments).map(({ symbol }) => symbol)
  expect(found('AAPL up, Grade F film')).toEqual(['AAPL'])
  expect(found('Ford (NYSE: F) and $NOW rise')).toEqual(['F', 'NOW'])
  expect(found('PINEAAPLES')).toEqual([])
})
