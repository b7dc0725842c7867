import type { Rendered, WireBlock } from './reply.ts'

/** One server-sent event: its name is the `type` of its data. */
export type WireEvent = { type: string } & Record<string, unknown>

/** The events by which a message is streamed, in the API's order, with a ping after the first block has begun. */
export function messageEvents({ message, inputTexts }: Rendered, chunk: number): WireEvent[] {
  const { usage } = message
  const start = {
    ...message,
    content: [],
    stop_reason: null,
    stop_details: null,
    usage: { ...usage, output_tokens: Math.min(1, usage.output_tokens) },
  }
  const events: WireEvent[] = [{ type: 'message_start', message: start }]
  for (const [index, block] of message.content.entries()) {
    events.push({ type: 'content_block_start', index, content_block: emptyBlock(block) })
    if (index === 0) events.push({ type: 'ping' })
    for (const delta of deltasOf(block, inputTexts.get(index) ?? '', chunk)) {
      events.push({ type: 'content_block_delta', index, delta })
    }
    events.push({ type: 'content_block_stop', index })
  }
  const { stop_reason, stop_sequence, stop_details, container } = message
  events.push({
    type: 'message_delta',
    delta: { stop_reason, stop_sequence, stop_details, container },
    usage: {
      input_tokens: usage.input_tokens,
      output_tokens: usage.output_tokens,
      cache_creation_input_tokens: usage.cache_creation_input_tokens,
      cache_read_input_tokens: usage.cache_read_input_tokens,
      output_tokens_details: null,
      server_tool_use: null,
    },
  })
  events.push({ type: 'message_stop' })
  return events
}

function emptyBlock(block: WireBlock): WireBlock {
  if (block.type === 'text') return { ...block, text: '' }
  if (block.type === 'thinking') return { ...block, thinking: '', signature: '' }
  return { ...block, input: {} }
}

function deltasOf(block: WireBlock, inputText: string, chunk: number): WireEvent[] {
  if (block.type === 'text') {
    return pieces(block.text, chunk).map((text) => ({ type: 'text_delta', text }))
  }
  if (block.type === 'thinking') {
    const thoughts = pieces(block.thinking, chunk).map((thinking) => ({ type: 'thinking_delta', thinking }))
    return [...thoughts, { type: 'signature_delta', signature: block.signature }]
  }
  // The first is empty, as the API sends it.
  return ['', ...pieces(inputText, chunk)].map((partial_json) => ({ type: 'input_json_delta', partial_json }))
}

function pieces(text: string, length: number): string[] {
  const found: string[] = []
  for (let start = 0; start < text.length; start += length) found.push(text.slice(start, start + length))
  return found
}
