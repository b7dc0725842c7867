import { expect, test } from 'vitest'
import { streamLimits } from './options.ts'

test('a limit of streams that is undefined is the default, like one that is absent', () => {
  const limits = streamLimits({ heartbeatMs: undefined, lingerMs: 5, stalledMs: undefined })
  expect(limits).toEqual({ ...streamLimits(), lingerMs: 5 })
  expect(limits.heartbeatMs).toBe(15_000)
})
