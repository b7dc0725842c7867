import { afterEach, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { createFakeVenue, type FakeAnswer, type FakeRequest } from '../../testing/index.ts'
import { rss } from './rss.ts'

const feed = (...titles: string[]) =>
  `<rss><channel><title>Fake</title>${titles
    .map((title) => `<item><title>${title}</title><link>https://example.com/${title}</link></item>`)
    .join('')}</channel></rss>`

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function open(answer: (request: FakeRequest, count: number) => FakeAnswer, fetch = globalThis.fetch) {
  let count = 0
  const venue = await createFakeVenue([(request) => answer(request, ++count)])
  const client = createClient({ providers: [rss({ url: `${venue.url}/feed` })], fetch })
  closing.push(
    () => client.close(),
    () => venue.close(),
  )
  const titles = async () => (await client.getNews()).map(({ title }) => title)
  const validators = () =>
    venue.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])
  return { titles, validators }
}

const modified = 'Mon, 05 Jan 2026 10:00:00 GMT'

test('a feed that has not changed is not sent again, and its entries are still there', async () => {
  const { titles, validators } = await open(({ headers }) =>
    headers['if-none-match'] === '"one"'
      ? { status: 304 }
      : { text: feed('First'), headers: { etag: '"one"', 'last-modified': modified } },
  )
  expect([await titles(), await titles(), await titles()]).toEqual([['First'], ['First'], ['First']])
  const asked = ['"one"', modified]
  expect(validators()).toEqual([[undefined, undefined], asked, asked])
})

test('a feed that has changed is read, and asked about by its new mark', async () => {
  const { titles, validators } = await open((_, count) => ({
    text: feed(`Story${count}`),
    headers: { etag: `W/"${count}"` },
  }))
  expect([await titles(), await titles(), await titles()]).toEqual([['Story1'], ['Story2'], ['Story3']])
  expect(validators().map(([etag]) => etag)).toEqual([undefined, 'W/"1"', 'W/"2"'])
})

test('what could not be read is asked for anew, without a condition', async () => {
  const { titles, validators } = await open((_, count) =>
    count === 1
      ? { text: '<html>Sorry</html>', headers: { etag: '"page"' } }
      : { text: feed('First'), headers: { etag: '"one"' } },
  )
  await expect(titles()).rejects.toMatchObject({ code: 'VALIDATION' })
  expect(await titles()).toEqual(['First'])
  expect(validators()).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('a server that says nothing of marks is asked plainly, one that answers 304 unasked has failed', async () => {
  const plain = await open(() => ({ text: feed('First') }))
  await plain.titles()
  await plain.titles()
  expect(plain.validators().flat()).toEqual([undefined, undefined, undefined, undefined])
  const odd = await open(() => ({ status: 304 }))
  await expect(odd.titles()).rejects.toMatchObject({ code: 'UPSTREAM' })
})

test('a page asks no other site by such headers, for which it would need leave', async () => {
  const asAPage: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init)
    return Object.defineProperty(response, 'type', { value: 'cors' })
  }
  const { titles, validators } = await open(
    () => ({ text: feed('First'), headers: { 'last-modified': modified } }),
    asAPage,
  )
  await titles()
  await titles()
  expect(validators().flat()).toEqual([undefined, undefined, undefined, undefined])
})
