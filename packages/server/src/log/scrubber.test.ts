import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScrubber } from './scrubber.ts'

const secrets = fc
  .string({ unit: 'binary-ascii', minLength: 8, maxLength: 40 })
  .filter((text) => /[a-z0-9]{3}/i.test(text))
const around = fc.string({ unit: 'grapheme', maxLength: 20 })

const percent = (text: string, every: (at: number) => boolean) =>
  [...Buffer.from(text)]
    .map((byte, at) => (every(at) ? `%${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('')

/** How a secret may stand in a text, and how it is read out of it again. */
const encodings: Record<string, (secret: string) => string> = {
  plainly: (secret) => secret,
  'in capitals': (secret) => secret.toUpperCase(),
  'in a query': encodeURIComponent,
  'in a form': (secret) => new URLSearchParams({ key: secret }).toString(),
  'with every byte escaped': (secret) => percent(secret, () => true),
  'with some bytes escaped': (secret) => percent(secret.replaceAll('%', ''), (at) => at % 3 === 0),
  'escaped twice': (secret) => encodeURIComponent(percent(secret, () => true)),
  'in JSON': (secret) => JSON.stringify({ a: secret }),
  'in Base64': (secret) => Buffer.from(secret).toString('base64'),
  'after a name, in Base64': (secret) => Buffer.from(`user:${secret}`).toString('base64'),
  'in hexadecimal digits': (secret) => Buffer.from(secret).toString('hex'),
}

test.each(Object.keys(encodings))('a hidden value is not told %s', (name) => {
  const encode = encodings[name] ?? String
  fc.assert(
    fc.property(secrets, around, around, (drawn, before, after) => {
      const secret = name === 'with some bytes escaped' ? drawn.replaceAll('%', '_') : drawn
      const { hide, scrub } = createScrubber()
      hide(secret)
      const written = encode(secret)
      expect(scrub(`${before}${written}${after}`).toLowerCase()).not.toContain(written.toLowerCase())
    }),
  )
})

test('the password of an address is hidden beside the address', () => {
  const { hide, scrub } = createScrubber()
  hide('postgres://market:pass%2Fword-1@db:5432/market')
  expect(scrub('no password "pass/word-1", no pass%2Fword-1')).toBe('no password "•••", no •••')
})

test('a field with the name of a secret is masked whole, whatever it holds', () => {
  const { scrubValue } = createScrubber()
  const headers = { Authorization: 'Basic abc', 'set-cookie': ['a=b'], 'x-api-key': 7, accept: '*/*' }
  const rawHeaders = ['Host', 'a', 'Authorization', 'Basic abc']
  const others = { inputTokens: 12, token: null, accessToken: 'x', clientSecret: 'x', keyword: 'x' }
  expect(scrubValue({ headers, rawHeaders, 'db.password': 'x', ...others })).toEqual({
    headers: { Authorization: '•••', 'set-cookie': '•••', 'x-api-key': '•••', accept: '*/*' },
    rawHeaders: ['Host', 'a', 'Authorization', '•••'],
    'db.password': '•••',
    accessToken: '•••',
    clientSecret: '•••',
    keyword: 'x',
    inputTokens: 12,
    token: null,
  })
})

test('a text without anything hidden stays as it is', () => {
  const { hide, scrub } = createScrubber()
  hide('correct horse')
  fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), (text) => scrub(text) === text))
  expect(scrub('100% of %41')).toBe('100% of %41')
})

test('a value that is a word, not a secret, is left alone', () => {
  const { hide, scrub } = createScrubber()
  hide('the')
  hide('')
  expect(scrub('the price')).toBe('the price')
})

test('a letter whose capital is longer than itself hides no secret', () => {
  const { hide, scrub } = createScrubber()
  hide('pi̇n-code-77')
  expect(scrub('told PİN-CODE-77')).not.toContain('CODE-77')
})
