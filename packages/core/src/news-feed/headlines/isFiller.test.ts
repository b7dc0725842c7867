import { expect, test } from 'vitest'
import { isFiller } from './isFiller.ts'

test.each(['the', 'now', 'again', 'thhe', 'teh', 'nnow', 'qgain', 'agin', 'tdoay'])(
  'nothing is told by "%s"',
  (word) => {
    expect(isFiller(word)).toBe(true)
  },
)

test.each(['own', 'no', 'not', 'new', 'low', 'also-ran', 'dust', 'must', 'gain', 'against'])(
  'something is told by "%s"',
  (word) => {
    expect(isFiller(word)).toBe(false)
  },
)
