import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BookState, type TextLevel } from '../provider/codec/book-state.ts'
import { digitsOf, isJsonObject, parseExactJson, Wire } from '../provider/index.ts'

const folder = fileURLToPath(new URL('../../../../../shared/fixtures', import.meta.url))
const hasFixtures = existsSync(folder)
if (!hasFixtures) console.log('../shared/fixtures is absent: payloads are not read.')

const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')

function filesOf(): string[] {
  if (!hasFixtures) return []
  const listed = new Wire('index', JSON.parse(textOf('index.json'))).at('fixtures').items()
  return listed.map((fixture) => fixture.at('file').text())
}

const files = filesOf()

/** Every value below another that has none below itself, in the order of the text. */
function* leavesOf(wire: Wire): Generator<Wire> {
  if (Array.isArray(wire.value)) for (const item of wire.items()) yield* leavesOf(item)
  else if (isJsonObject(wire.value)) for (const [, field] of wire.entries()) yield* leavesOf(field)
  else yield wire
}

/** Whatever a venue sends, shipped or not: the readers that adapters are made of lose none of it. */
describe.runIf(hasFixtures)('every payload', () => {
  test('is listed', () => {
    expect(files.length).toBeGreaterThan(200)
  })

  test.each(files.filter((file) => file.endsWith('.json')))('%s is read to the last digit', (file) => {
    const text = textOf(file)
    const sent = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g)]
      .map(([token]) => token)
      .filter((token) => !token.startsWith('"'))
    const read: string[] = []
    for (const leaf of leavesOf(new Wire(file, parseExactJson(text)))) {
      const digits = digitsOf(leaf.value)
      if (digits === undefined) continue
      expect(leaf.numeric('string')).toBe(digits)
      expect(Number.isFinite(leaf.number())).toBe(true)
      read.push(digits)
    }
    expect(read.toSorted()).toEqual(sent.toSorted())
  })

  test('the field numbers of Yahoo’s messages are those of its schema', async () => {
    const { pricingTable } = await import('../providers/yahoo/pricing-data.ts')
    const types: Readonly<Record<string, string>> = {
      string: 'text',
      float: 'float',
      double: 'double',
      sint64: 'sint',
      int32: 'int',
    }
    const schema = new Map(
      [...textOf('yahoo/pricing.proto').matchAll(/^\s*(\w+) (\w+) = (\d+);/gm)].map(
        ([, type, name, number]) => [
          number,
          [name?.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), types[type ?? '']],
        ],
      ),
    )
    expect(schema.size).toBe(33)
    for (const [number, field] of Object.entries(pricingTable)) expect(schema.get(number)).toEqual(field)
  })
})

type Traded = { price: number; size: number; time: number }

const decimal = (wire: Wire) => Number(wire.decimal('number'))
const either = (wire: Wire) => (typeof wire.value === 'string' ? decimal(wire) : wire.number())

/** How trades of venues without an adapter would be read: what their adapters would begin with. */
const trades: Readonly<Record<string, (wire: Wire) => readonly Traded[]>> = {
  'bybit/tardis-ws-bybit.json': (frame) =>
    /^trade\./.test(frame.at('topic').textOrNull() ?? '')
      ? frame
          .at('data')
          .items()
          .map((row) => ({
            price: either(row.at('price')),
            size: row.at('size').number(),
            time: row.at('timestamp').instant(),
          }))
      : [],
  'coinbase-exchange/tardis-ws-coinbase.json': (frame) =>
    frame.at('type').textOrNull() === 'match'
      ? [
          {
            price: decimal(frame.at('price')),
            size: decimal(frame.at('size')),
            time: frame.at('time').instant(),
          },
        ]
      : [],
  'deribit/nautilus-ws_trades.json': (frame) =>
    frame
      .at('params')
      .at('data')
      .items()
      .map((row) => ({
        price: row.at('price').number(),
        size: row.at('amount').number(),
        time: row.at('timestamp').number(),
      })),
  'finnhub/ws-trade.json': (frame) =>
    frame
      .at('data')
      .itemsOrNone()
      .map((row) => ({
        price: row.at('p').number(),
        size: row.at('v').number(),
        time: row.at('t').number(),
      })),
  'hyperliquid/tardis-ws-hyperliquid.json': (frame) =>
    frame.at('channel').textOrNull() === 'trades'
      ? frame
          .at('data')
          .items()
          .map((row) => ({
            price: decimal(row.at('px')),
            size: decimal(row.at('sz')),
            time: row.at('time').number(),
          }))
      : [],
  'okx/tardis-ws-okex.json': (frame) =>
    /trade$/.test(frame.at('table').textOrNull() ?? '')
      ? frame
          .at('data')
          .items()
          .map((row) => ({
            price: decimal(row.at('price')),
            size: decimal(row.maybe('size').isAbsent ? row.at('qty') : row.at('size')),
            time: row.at('timestamp').instant(),
          }))
      : [],
}

describe.runIf(hasFixtures)('trades of venues without an adapter', () => {
  test.each(Object.entries(trades))('%s', (file, read) => {
    const frames = new Wire(file, JSON.parse(textOf(file))).at('frames').items()
    const found = frames
      .filter((frame) => frame.at('dir').text() === 'in')
      .flatMap((frame) => (Array.isArray(frame.at('json').value) ? [] : read(frame.at('json'))))
    expect(found.length).toBeGreaterThan(0)
    for (const { price, size, time } of found) {
      expect(price).toBeGreaterThan(0)
      expect(size).toBeGreaterThan(0)
      // Between 2017 and 2030: another unit would be far outside.
      expect(time).toBeGreaterThan(1_483_228_800_000)
      expect(time).toBeLessThan(1_893_456_000_000)
    }
  })

  test('a book of Gemini stands best first and is not crossed', () => {
    const body = new Wire('gemini', JSON.parse(textOf('gemini/v1_book_btcusd.json')))
      .at('response')
      .at('json')
    const side = (name: string): TextLevel[] =>
      body
        .at(name)
        .items()
        .map((level) => [level.at('price').text(), level.at('amount').text()])
    const book = new BookState()
    book.reset({ bids: side('bids'), asks: side('asks') })
    expect(book.isCrossed).toBe(false)
    expect(book.levels('bids', 1)[0]?.[0]).toBeLessThan(book.levels('asks', 1)[0]?.[0] ?? 0)
  })
})
