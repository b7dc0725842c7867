import type Anthropic from '@anthropic-ai/sdk'
import type { LlmBlock, LlmResponse, LlmStop, LlmUsage } from '../llm/port.ts'

/** A block as it is read: the input of a tool call may still be text. */
export type ReadBlock = { block: Anthropic.ContentBlock; inputText?: string }

/** What the API said, in the SDK's words. */
export function toResponse(
  model: string,
  blocks: readonly ReadBlock[],
  stopReason: Anthropic.StopReason | null,
  usage: LlmUsage,
): LlmResponse {
  const stop = toStop(stopReason)
  return { model, content: blocks.flatMap((one) => toBlock(one, stop)), stop, usage }
}

export function toUsage(usage: {
  input_tokens: number | null
  output_tokens: number
  cache_read_input_tokens: number | null
  cache_creation_input_tokens: number | null
}): LlmUsage {
  return {
    inputTokens: usage.input_tokens ?? 0,
    outputTokens: usage.output_tokens,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? 0,
  }
}

function toBlock({ block, inputText }: ReadBlock, stop: LlmStop): LlmBlock[] {
  if (block.type === 'text') return [{ type: 'text', text: block.text }]
  if (block.type === 'tool_use') {
    const { id, name } = block
    if (inputText === undefined) return [{ type: 'tool-call', id, name, input: block.input }]
    const input = readJson(inputText)
    // A call that was cut off was not made. Junk that was not cut off goes to the tool, which refuses it in words.
    return input === undefined && stop === 'max-tokens'
      ? []
      : [{ type: 'tool-call', id, name, input: input ?? inputText }]
  }
  return [{ type: 'opaque', value: block }]
}

function readJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toStop(reason: Anthropic.StopReason | null): LlmStop {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'end'
    case 'tool_use':
      return 'tool-calls'
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'max-tokens'
    case 'refusal':
      return 'refusal'
    default:
      return 'other'
  }
}
