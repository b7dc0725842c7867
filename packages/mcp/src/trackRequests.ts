import type { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'

/**
 * Follows what a connected transport was asked and has answered.
 *
 * @returns waits until nothing is asked any more: a client that sends its questions and hangs up still gets the answers
 */
export function trackRequests(transport: StdioServerTransport): () => Promise<void> {
  const open = new Set<RequestId>()
  let settle = () => {}
  const { onmessage } = transport
  transport.onmessage = (message) => {
    if ('method' in message && 'id' in message) open.add(message.id)
    // Who calls off a question waits for no answer.
    if ('method' in message && message.method === 'notifications/cancelled') {
      const { requestId } = message.params ?? {}
      if (typeof requestId === 'string' || typeof requestId === 'number') open.delete(requestId)
    }
    onmessage?.(message)
  }
  const send = transport.send.bind(transport)
  transport.send = async (message) => {
    await send(message)
    if (!('method' in message) && message.id !== undefined) open.delete(message.id)
    if (open.size === 0) settle()
  }
  return () =>
    new Promise((resolve) => {
      settle = resolve
      if (open.size === 0) resolve()
    })
}
