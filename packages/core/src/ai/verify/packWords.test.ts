import { expect, test } from 'vitest'
import { knownWords } from './draftWords.ts'
import { packWords } from './packWords.ts'
import { kindOf, stemOf } from './vocabulary.ts'
import { words } from './words.ts'

/** As the formatter writes it: in single quotes, unless one stands within. */
function quoted(text: string): string {
  const json = JSON.stringify(text)
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

test('what is shipped is what the list says', async () => {
  const tables = Object.entries(packWords()).map(
    ([name, { seed, size, packed }]) =>
      `export const ${name} = {\n  seed: ${seed},\n  size: ${size},\n  packed:\n    ${quoted(packed)},\n}\n`,
  )
  await expect(
    `// Written by \`packWords\` from \`words.ts\`; its test tells when they differ and \`-u\` writes it anew.\n${tables.join('')}`,
  ).toMatchFileSnapshot('./packedWords.ts')
})

test('each word is of the kind that it is listed under, and of one only', () => {
  const both = new Map([
    ['higher', 'above/rising'],
    ['lower', 'below/falling'],
  ])
  const listed = Object.entries(words).flatMap(([kind, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((word) => [word, kind === 'link' ? 'plain' : (both.get(kind) ?? kind)] as const),
  )
  expect(new Set(listed.map(([word]) => word)).size).toBe(listed.length)
  for (const [word, kind] of listed) expect([word, kindOf(word)]).toEqual([word, kind])
})

test.each([
  ['periods', 'counted'],
  ['climbed', 'rising'],
  ['declining', 'falling'],
  ['companies', 'counted'],
  ['reached', 'plain'],
  ['outgrew', 'above'],
  ['dropped', 'falling'],
  ['nearly', 'never'],
  ['quill', undefined],
])('%j is %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind)
})

test('of the words that are in no list fewer than one in fifty is taken for one that may not stand or relates', () => {
  const listed = new Set(Object.values(words).flatMap((list) => list.trim().split(/\s+/).map(stemOf)))
  const others = knownWords
    .trim()
    .split(/\s+/)
    .filter((word) => !listed.has(stemOf(word)))
  expect(others.length).toBeGreaterThan(1_000)
  expect(others.filter((word) => ![undefined, 'plain'].includes(kindOf(word))).length).toBeLessThan(
    others.length / 50,
  )
})
