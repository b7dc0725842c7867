import { expect, test } from 'vitest'
import { playSession } from './test/session.ts'
import { told } from './test/told.ts'

test('a browser hears of a recording what Node hears', async () => {
  expect(await playSession(Number.POSITIVE_INFINITY)).toEqual(told)
})
