import { expectTypeOf, test } from 'vitest'
import type { Socket, SocketConstructor } from './socket-feed.ts'

test('the runtime’s own WebSocket fits, and what is sent reads alike in every TypeScript', () => {
  expectTypeOf<typeof globalThis.WebSocket>().toExtend<SocketConstructor>()
  expectTypeOf<Parameters<Socket['send']>[0]>().toEqualTypeOf<string | ArrayBuffer>()
})
