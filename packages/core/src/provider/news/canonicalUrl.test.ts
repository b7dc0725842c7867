import { describe, expect, test } from 'vitest'
import { articleKey } from './articleKey.ts'
import { canonicalUrl } from './canonicalUrl.ts'

describe('the canonical address', () => {
  test.each([
    ['HTTPS://Example.com/a/?utm_source=x&b=1#top', 'https://example.com/a?b=1'],
    ['https://user:secret@example.com/', 'https://example.com/'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['https://example.com./a?', 'https://example.com/a'],
    ['https://example.com/a//', 'https://example.com/a'],
    ['https://bücher.example/caf%c3%a9/%7Ea%2fb', 'https://xn--bcher-kva.example/caf%C3%A9/~a%2Fb'],
    ['https://example.com/café', 'https://example.com/caf%C3%A9'],
    ['https://example.com/a;jsessionid=1F2E?b=1', 'https://example.com/a?b=1'],
    ['https://example.com/#!/story/1', 'https://example.com/#!/story/1'],
    ['https://example.com/a?b=2&a=1&at_medium=RSS&at_campaign=K', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/a?mod=rss_markets_main&partner=rss&emc=rss', 'https://example.com/a'],
    ['https://example.com/index.php?mod=news&id=7', 'https://example.com/index.php?id=7&mod=news'],
    ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a?b=1', 'https://www.example.com/a?b=1'],
    ['https://www.google.com/amp/s/www.example.com/a', 'https://www.example.com/a'],
    ['https://www.google.com/amp/settings', 'https://www.google.com/amp/settings'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    [`https://example.com/${'a'.repeat(3_000)}`, undefined],
  ])('of %s is %s', (raw, canonical) => {
    expect(canonicalUrl(raw)).toBe(canonical)
    if (canonical) expect(canonicalUrl(canonical)).toBe(canonical)
  })
})

const keyOf = (address: string) => articleKey(canonicalUrl(address) ?? '')

describe('the key of an article', () => {
  test.each([
    'http://example.com/news/a?id=1',
    'https://www.example.com/news/a/?id=1#comments',
    'https://m.example.com/news/a?id=1&utm_medium=rss',
    'https://mobile.example.com//news/a?id=1',
    'https://amp.example.com/news/a?id=1',
    'https://example.com/news/a/amp?id=1',
    'https://example.com/amp/news/a?id=1',
    'https://example.com/news/a?amp=1&id=1',
    'https://example.com/news/%61?id=1&outputType=amp',
    'https://example-com.cdn.ampproject.org/v/s/example.com/news/a?id=1',
  ])('is one however it is linked: %s', (address) => {
    expect(keyOf(address)).toBe('example.com/news/a?id=1')
  })

  test.each([
    ['https://example.com/a', 'https://example.com/b'],
    ['https://example.com/a', 'https://example.com/A'],
    ['https://example.com/a?id=1', 'https://example.com/a?id=2'],
    ['https://uk.example.com/a', 'https://example.com/a'],
    ['https://example.com/a', 'https://example.com:8443/a'],
    ['https://example.com/amplifier', 'https://example.com/lifier'],
    ['https://m.com/a', 'https://com/a'],
    ['https://example.com/a%2Fb', 'https://example.com/a/b'],
    ['https://example.com/#!/1', 'https://example.com/#!/2'],
  ])('is another of another article: %s, %s', (some, other) => {
    expect(keyOf(some)).not.toBe(keyOf(other))
  })
})
