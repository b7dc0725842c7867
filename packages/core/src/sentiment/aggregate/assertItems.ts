import { InvalidParameterError } from '../../errors/index.ts'
import type { SentimentItem } from './sentimentItem.ts'

/** What a story has at least, in words and as a test. Its time is looked at where it counts. */
const members = {
  title: ['a text', (value: unknown) => typeof value === 'string'],
  source: ['a text', (value: unknown) => typeof value === 'string'],
  // A text would be read letter by letter.
  instruments: ['a list of ids like ["equity:AAPL"]', Array.isArray],
} as const

/**
 * Refuses what is no story. `where` is what the error calls it.
 *
 * @throws {InvalidParameterError} naming what is wrong with it
 */
export function assertItem(item: SentimentItem, where = 'item'): void {
  if (typeof item !== 'object' || item === null)
    throw new InvalidParameterError(where, 'a story: { id, time, title, source, instruments }', item)
  for (const [name, [expected, isMet]] of Object.entries(members)) {
    const value: unknown = Reflect.get(item, name)
    if (!isMet(value)) throw new InvalidParameterError(`${where}.${name}`, expected, value)
  }
}

/**
 * Refuses what is no list of stories.
 *
 * @throws {InvalidParameterError} naming the one that is none, and what is wrong with it
 */
export function assertItems(items: readonly SentimentItem[]): void {
  if (!Array.isArray(items)) throw new InvalidParameterError('items', 'a list of stories', items)
  // Counted, so that holes are told, too.
  for (let place = 0; place < items.length; place++) assertItem(items[place], `items[${place}]`)
}
