import { expect, test } from 'vitest'
import { decideWord, draftRules } from './draftRules.ts'
import { placeWords } from './placedWord.ts'
import { createReader } from './readTokens.ts'

// A word of a sentence, and what decides it: each of the rules, in their order.
const examples: readonly (readonly [rule: string, text: string, word: string])[] = [
  ['is a mark or a value', 'The close is {}.', '{}'],
  ['compares as the claim declares', 'The stock is overbought.', 'overbought'],
  ['compares beside a value', 'The close is below {}.', 'below'],
  ['says how long, and compares elsewhere', 'It rebuilt over the year.', 'over'],
  ['compares where no value is, and is said of much else', 'The company was sued over patents.', 'over'],
  ['compares', 'The stock is cheaper.', 'cheaper'],
  ['joins others, or names a metric', 'The revenue was {}.', 'revenue'],
  ['says how large, dear or often', 'A huge {} was reported.', 'huge'],
  ['says no news of what it follows', 'The close settled at {}.', 'settled'],
  ['says what a value did', 'The close frizzled to {}.', 'frizzled'],
  ['names what a value counts', 'Sold were {} gizmators in Europe.', 'gizmators'],
  ['says what a value is of', 'Revenue was {} per employee.', 'employee'],
  ['names whom a sentence speaks of', 'The close, Zentrix says, is {}.', 'Zentrix'],
  ['is known', 'The company reported {}.', 'company'],
  ['may be a number of what follows', 'There are umpteenish stores.', 'umpteenish'],
  ['says what a thing named before did', 'This zonkos.', 'zonkos'],
  ['is apart from any value, and no verdict', 'Zonkers gather.', 'Zonkers'],
  ['is a verdict', 'The mood was zonko.', 'zonko'],
  ['touches a value', 'Reported were zonko {}.', 'zonko'],
  ['is what a value is said to be', 'The value {} is for them zonko.', 'zonko'],
  ['is said of a metric or of what is counted', 'The margin zonko reached {}.', 'zonko'],
  ['is a name beside a value', 'The board of Zonko reported {}.', 'Zonko'],
  ['stands with others of its part', 'Revenue in the zonko line reached {}.', 'zonko'],
  ['begins a clause of its own', 'Revenue was {}, as zonkos wait.', 'zonkos'],
  ['names something', 'The gizmator reported {}.', 'gizmator'],
  ['could be said of a value', 'The zonko outcome was {}.', 'zonko'],
]

test('each rule decides a word, and no other rule before it', () => {
  expect(examples.map(([name]) => name)).toEqual(draftRules.map(({ name }) => name))
  const declared = [{ left: 'a', relation: 'overbought', right: null } as const]
  const decided = examples.map(([, text, word]) => {
    const placed = placeWords(createReader()(text), declared).find((one) => one.text === word)
    return [placed && decideWord(placed)?.name, text, word]
  })
  expect(decided).toEqual(examples)
})
