import { expect, test } from 'vitest'
import { fencesOf } from './fences.mjs'

test('ts and tsx fences are found with their line; others and opted-out ones are not', () => {
  const page =
    'Text\n\n```ts\nconst a = 1\n```\n\n```sh\nnpm start\n```\n\n```ts no-check\n…\n```\n\n```tsx\n<p />\n```\n'
  expect(fencesOf(page)).toEqual([
    { language: 'ts', code: 'const a = 1\n', line: 4 },
    { language: 'tsx', code: '<p />\n', line: 16 },
  ])
})
