import type Anthropic from '@anthropic-ai/sdk'
import { BadRequestError } from '../../errors/index.ts'
import type { LlmBlock, LlmMessage, LlmRequest, LlmTool } from '../llm/port.ts'
import { toSendableSchema } from './outputSchema.ts'
import { provider } from './sdk.ts'

export type ModelSettings = {
  model: string
  effort?: 'low' | 'medium' | 'high' | undefined
}

type Prompt = Anthropic.MessageCountTokensParams &
  Omit<Anthropic.MessageCreateParamsNonStreaming, 'max_tokens' | 'stream'>

const cacheControl = { type: 'ephemeral' } as const

/**
 * A request as the API takes it, without its `max_tokens`. What stays the same from call to call stands first and is marked
 * for the cache: tools in alphabetical order, then the system text; with tools, the conversation will go on and is marked too.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the output schema or a tool cannot be sent
 */
export function promptOf(request: LlmRequest, { model, effort }: ModelSettings): Prompt {
  const { system, tools, toolChoice, output } = request
  const config = {
    ...(effort === undefined ? {} : { effort }),
    ...(output === undefined
      ? {}
      : { format: { type: 'json_schema' as const, schema: toSendableSchema(output) } }),
  }
  return {
    model,
    messages: request.messages.map(toMessage).filter(({ content }) => content.length > 0),
    ...(system.trim() === ''
      ? {}
      : { system: [{ type: 'text' as const, text: system, cache_control: cacheControl }] }),
    ...(tools.length === 0
      ? {}
      : {
          tools: [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(toTool),
          tool_choice: { type: toolChoice },
          cache_control: cacheControl,
        }),
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
  }
}

function toTool({ name, description, inputSchema }: LlmTool): Anthropic.Tool {
  if (!/^[a-zA-Z0-9_-]{1,128}$/.test(name)) {
    throw new BadRequestError(
      `A tool cannot be named "${name}". Use up to 128 letters, digits, "_" and "-".`,
      { provider, parameter: 'tools' },
    )
  }
  const { type, ...schema } = inputSchema
  if (type !== 'object') {
    throw new BadRequestError(`The input of tool "${name}" must be an object.`, {
      provider,
      parameter: 'tools',
    })
  }
  return { name, description, input_schema: { type, ...schema } }
}

function toMessage({
  role,
  content,
}: LlmMessage): Anthropic.MessageParam & { content: Anthropic.ContentBlockParam[] } {
  // Results of tools must stand before everything else.
  const blocks = [...content].sort(
    (a, b) => Number(b.type === 'tool-result') - Number(a.type === 'tool-result'),
  )
  return { role, content: (role === 'user' ? blocks : content).flatMap(toBlock) }
}

function toBlock(block: LlmBlock): Anthropic.ContentBlockParam[] {
  switch (block.type) {
    case 'text':
      // The API gives empty texts, but does not take them back.
      return block.text.trim() === '' ? [] : [{ type: 'text', text: block.text }]
    case 'tool-call':
      return [{ type: 'tool_use', id: block.id, name: block.name, input: toInput(block.input) }]
    case 'tool-result': {
      const { id, content, isError } = block
      const said = content.trim() === '' ? {} : { content }
      return [{ type: 'tool_result', tool_use_id: id, ...said, ...(isError ? { is_error: true } : {}) }]
    }
    case 'opaque':
      return isBlock(block.value) ? [block.value] : []
  }
}

/** Input that was not JSON is kept as text; the API wants an object. */
function toInput(input: unknown): unknown {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? input : { unreadable: input }
}

/** Only what this adapter gave out is taken back: what another one left is of no use to Claude. */
function isBlock(
  value: unknown,
): value is Anthropic.ThinkingBlockParam | Anthropic.RedactedThinkingBlockParam {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return value.type === 'thinking' || value.type === 'redacted_thinking'
}
