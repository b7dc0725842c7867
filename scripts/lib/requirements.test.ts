import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertNode, assertPortFree } from './requirements.mjs'

test.each(['18.20.4', '20.18.3'])('Node %s is refused with the version that is needed', (version) => {
  expect(() => assertNode(version)).toThrow(`Node 20.19 or newer is needed, this is ${version}`)
})

test.each(['20.19.0', '22.0.0', '24.21.0'])('Node %s is good enough', (version) => {
  expect(() => assertNode(version)).not.toThrow()
})

test('a taken port is named, with what to do about it', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await expect(assertPortFree(port)).rejects.toThrow(
    `Port ${port} is in use. Choose another one: PORT=${port + 1}`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(assertPortFree(port)).resolves.toBeUndefined()
})
