import { once } from 'node:events'
import { connect } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeApp } from './close-app.ts'

async function listening() {
  const app = fastify({ forceCloseConnections: 'idle' })
  let hasBegun = () => {}
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve
  })
  app.get('/slow', async () => {
    hasBegun()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return 'done'
  })
  app.get('/never', () => {
    hasBegun()
    return new Promise(() => {})
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, url, begun }
}

test('a socket that asks nothing does not keep the server open', async () => {
  const { app, url } = await listening()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  const ended = once(socket, 'close')
  await closeApp(app, 100)
  await ended
})

test('nor does a question that has no answer', async () => {
  const { app, url, begun } = await listening()
  const asked = fetch(`${url}/never`).catch((error: unknown) => error)
  await begun
  await closeApp(app, 100)
  expect(await asked).toBeInstanceOf(TypeError)
})

test('an answer that is under way has time to end, and its connection ends with it', async () => {
  const { app, url, begun } = await listening()
  const asked = fetch(`${url}/slow`).then((answer) => answer.text())
  await begun
  // Longer than a test may take: it is not waited for.
  await closeApp(app, 60_000)
  expect(await asked).toBe('done')
})
