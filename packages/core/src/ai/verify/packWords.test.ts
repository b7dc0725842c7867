import { expect, test } from 'vitest'
import { packWords } from './packWords.ts'
import { kindOf } from './vocabulary.ts'
import { words } from './words.ts'

test('what is shipped is what the list says', async () => {
  await expect(
    `// Written by \`packWords\` from \`words.ts\`; its test tells when they differ and \`-u\` writes it anew.\nexport const packedWords =\n  '${packWords()}'\n`,
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
      .map((word) => [word, both.get(kind) ?? kind] as const),
  )
  expect(new Set(listed.map(([word]) => word)).size).toBe(listed.length)
  for (const [word, kind] of listed) expect([word, kindOf(word)]).toEqual([word, kind])
})

test('a packed list is short and readable back', () => {
  expect(packWords({ plain: 'bar basis', counted: 'bond' })).toBe(':bar,sis)ond1')
})

test.each([
  ['reports', 'counted'],
  ['quartered', undefined],
  ['moving', 'plain'],
  ['services', 'plain'],
  ['climbed', 'rising'],
  ['declining', 'falling'],
  ['one', undefined],
  ['cent', undefined],
  ['expensive', undefined],
  ['', undefined],
])('%j is %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind)
})
