import { expect, test } from 'vitest'
import { GuardedEmitter } from './guarded-emitter.ts'

test('each listener hears everything, whatever another one throws; what it throws surfaces', async () => {
  const surfaced = new Promise((resolve) => process.once('uncaughtException', resolve))
  const emitter = new GuardedEmitter<{ data: [number] }>()
  const heard: string[] = []
  emitter.on('data', (value) => {
    heard.push(`first ${value}`)
    throw new Error('a bug of the consumer')
  })
  emitter.on('data', (value) => heard.push(`second ${value}`))
  emitter.once('data', (value) => heard.push(`once ${value}`))
  expect(emitter.emit('data', 1)).toBe(true)
  expect(heard).toEqual(['first 1', 'second 1', 'once 1'])
  expect(await surfaced).toMatchObject({ message: 'a bug of the consumer' })
})

test('a listener is taken off and listed as it was given, and keeps its context', () => {
  const emitter = new GuardedEmitter<{ data: [number] }>()
  const heard: unknown[] = []
  function listener(this: unknown) {
    heard.push(this)
  }
  const context = { name: 'context' }
  emitter.on('data', listener, context)
  emitter.once('data', listener)
  emitter.addListener('data', listener)
  expect(emitter.listeners('data')).toEqual([listener, listener, listener])
  emitter.emit('data', 1)
  expect(heard).toEqual([context, emitter, emitter])
  expect(emitter.listenerCount('data')).toBe(2)
  emitter.off('data', listener, context)
  expect(emitter.listenerCount('data')).toBe(1)
  emitter.removeListener('data', listener)
  expect(emitter.listenerCount('data')).toBe(0)
})
