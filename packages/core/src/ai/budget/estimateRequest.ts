import { estimateTokens } from '../llm/estimateTokens.ts'
import type { LlmBlock, LlmRequest } from '../llm/port.ts'

/** Input tokens of a request, estimated from above and without asking the vendor. */
export function estimateRequest({
  system,
  tools,
  messages,
  output,
}: Omit<LlmRequest, 'maxOutputTokens'>): number {
  let tokens = estimateTokens(system) + (output ? estimateTokens(JSON.stringify(output)) : 0) + 100
  for (const tool of tools)
    tokens += estimateTokens(tool.description) + estimateTokens(JSON.stringify(tool.inputSchema)) + 40
  for (const { content } of messages)
    for (const block of content) tokens += estimateTokens(textOf(block)) + 30
  return tokens
}

function textOf(block: LlmBlock): string {
  switch (block.type) {
    case 'text':
      return block.text
    case 'tool-result':
      return block.content
    case 'tool-call':
      return block.name + JSON.stringify(block.input ?? null)
    case 'opaque':
      return JSON.stringify(block.value) ?? ''
  }
}
