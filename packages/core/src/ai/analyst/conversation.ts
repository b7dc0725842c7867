import type { LlmBlock, LlmMessage, LlmRequest } from '../llm/port.ts'

/** What goes into every request of a run; the same bytes first, so that vendors can cache them. */
export type Conversation = Pick<LlmRequest, 'system' | 'tools' | 'output' | 'messages'>

/** The conversation as a request to the better model. */
export function requestOf(
  { system, tools, output, messages }: Conversation,
  toolChoice: LlmRequest['toolChoice'],
): Omit<LlmRequest, 'maxOutputTokens'> {
  return { role: 'deep', system, tools, toolChoice, messages, ...(output && { output }) }
}

export function say(
  conversation: Conversation,
  role: LlmMessage['role'],
  content: readonly LlmBlock[],
): Conversation {
  const messages = [...conversation.messages]
  const last = messages.at(-1)
  // Turns alternate: what is added to the user's own turn joins it.
  if (last?.role === role) messages[messages.length - 1] = { role, content: [...last.content, ...content] }
  else messages.push({ role, content })
  return { ...conversation, messages }
}

export function sayText(conversation: Conversation, text: string): Conversation {
  return say(conversation, 'user', [{ type: 'text', text }])
}

export function textOf(content: readonly LlmBlock[]): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('')
}
