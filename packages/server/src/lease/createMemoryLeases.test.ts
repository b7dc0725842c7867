import { describeLeases } from '../testing/describeLeases.ts'
import { createMemoryLeases } from './createMemoryLeases.ts'

describeLeases('leases in memory', async () => {
  const leases = createMemoryLeases()
  return { near: leases, far: leases, async [Symbol.asyncDispose]() {} }
})
