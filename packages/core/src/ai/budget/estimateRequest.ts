import type { LlmBlock, LlmRequest } from '../llm/port.ts'

/**
 * Input tokens of a request, estimated from above and without asking the vendor: one token for two ASCII characters, and
 * three for two others.
 */
export function estimateRequest({
  system,
  tools,
  messages,
  output,
}: Omit<LlmRequest, 'maxOutputTokens'>): number {
  let tokens = tokensOf(system) + (output ? tokensOf(JSON.stringify(output)) : 0) + 100
  for (const tool of tools)
    tokens += tokensOf(tool.description) + tokensOf(JSON.stringify(tool.inputSchema)) + 40
  for (const { content } of messages) for (const block of content) tokens += tokensOf(textOf(block)) + 30
  return tokens
}

/** Tokens of a text, estimated from above. */
export function tokensOf(text: string): number {
  let others = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) others++
  return Math.ceil((text.length - others) / 2 + others * 1.5)
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
