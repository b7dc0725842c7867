import type Anthropic from '@anthropic-ai/sdk'
import type { LlmResponse, LlmStreamEvent, LlmUsage } from '../llm/port.ts'
import { type ReadBlock, toResponse, toUsage } from './readMessage.ts'

/** Reads a stream event by event. */
export type StreamReader = {
  push(event: Anthropic.RawMessageStreamEvent): LlmStreamEvent[]
  /** The whole answer; undefined until the stream has said that it is whole. */
  response(): LlmResponse | undefined
  /** What a stream that broke off is likely to cost: usage told so far, or what was said since, if that is more. */
  lostUsage(): LlmUsage | undefined
}

/** Puts the pieces of a streamed message together. A stream may end without a word: only `message_stop` makes it whole. */
export function createStreamReader(maxTokens: number): StreamReader {
  // By their index, in the order of their beginnings: a list would be as long as an index that a broken proxy makes up.
  const blocks = new Map<number, ReadBlock>()
  let model = ''
  let stopReason: Anthropic.StopReason | null = null
  let usage: LlmUsage | undefined
  let characters = 0
  let isWhole = false

  function addDelta(index: number, delta: Anthropic.RawContentBlockDelta): LlmStreamEvent[] {
    const read = blocks.get(index)
    if (!read) return []
    const { block } = read
    if (delta.type === 'text_delta' && block.type === 'text') {
      block.text += delta.text
      characters += delta.text.length
      return [{ type: 'text', delta: delta.text }]
    }
    if (delta.type === 'input_json_delta') {
      read.inputText = (read.inputText ?? '') + delta.partial_json
      characters += delta.partial_json.length
    } else if (block.type === 'thinking') {
      if (delta.type === 'signature_delta') block.signature = delta.signature
      if (delta.type === 'thinking_delta') {
        block.thinking += delta.thinking
        characters += delta.thinking.length
      }
    }
    return []
  }

  return {
    push(event) {
      switch (event.type) {
        case 'message_start':
          model = event.message.model
          usage = toUsage(event.message.usage)
          return [{ type: 'usage', usage }]
        case 'content_block_start': {
          const block = { ...event.content_block }
          blocks.set(event.index, { block })
          return block.type === 'tool_use'
            ? [{ type: 'tool-call-started', id: block.id, name: block.name }]
            : []
        }
        case 'content_block_delta':
          return addDelta(event.index, event.delta)
        case 'message_delta': {
          stopReason = event.delta.stop_reason
          const before = usage
          const now = toUsage(event.usage)
          // Only what the event tells replaces what the start told.
          usage = {
            inputTokens: event.usage.input_tokens === null ? (before?.inputTokens ?? 0) : now.inputTokens,
            outputTokens: now.outputTokens,
            cacheReadTokens: now.cacheReadTokens || (before?.cacheReadTokens ?? 0),
            cacheWriteTokens: now.cacheWriteTokens || (before?.cacheWriteTokens ?? 0),
          }
          return [{ type: 'usage', usage }]
        }
        case 'message_stop':
          isWhole = true
          return []
        default:
          return []
      }
    },
    response() {
      if (!isWhole || !usage) return undefined
      return toResponse(model, [...blocks.values()], stopReason, usage)
    },
    lostUsage() {
      if (!usage) return undefined
      const said = Math.min(maxTokens, Math.ceil(characters / 4))
      return { ...usage, outputTokens: Math.max(usage.outputTokens, said) }
    },
  }
}
