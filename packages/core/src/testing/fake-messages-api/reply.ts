/** How the real API counts is not public: four characters a token is near enough for a test, and easy to foresee. */
export const charactersPerToken = 4

/** What goes wrong in the place of event `at` of a stream, counted from 0; a whole JSON answer fails in its middle. */
export type FakeStreamFault = { at: number } & (
  | {
      kind: 'error'
      /** @default 'overloaded_error' */
      type?: string | undefined
      message?: string | undefined
    }
  /** The connection is cut. */
  | { kind: 'reset' }
  /** The body ends as if it were whole. */
  | { kind: 'end' }
  /** Nothing comes any more. */
  | { kind: 'silence' }
)

/** A message of the model: its blocks in the order `thinking`, `text`, `json`, `toolCalls`. */
export type FakeMessage = {
  thinking?: string | undefined
  text?: string | undefined
  /** Said as JSON text, as structured output is. */
  json?: unknown
  /** Several are parallel calls. `inputText` is sent in the place of `input`, junk or not. */
  toolCalls?:
    | readonly { id?: string | undefined; name: string; input?: unknown; inputText?: string | undefined }[]
    | undefined
  /** @default 'tool_use' when there are calls, else 'end_turn'; 'max_tokens' when it was cut */
  stopReason?: FakeStopReason | undefined
  /** Overrides what was counted; may lie. */
  usage?: { [count in keyof FakeUsage]?: FakeUsage[count] | undefined } | undefined
  /** Characters of one delta. @default 24 */
  chunk?: number | undefined
  /** Before the answer begins. */
  delayMs?: number | undefined
  /** Before each event of a stream. */
  eventDelayMs?: number | undefined
  fault?: FakeStreamFault | undefined
}

export type FakeStopReason =
  | 'end_turn'
  | 'max_tokens'
  | 'stop_sequence'
  | 'tool_use'
  | 'pause_turn'
  | 'refusal'
  | 'model_context_window_exceeded'

export type FakeUsage = {
  input_tokens: number
  output_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
}

/** A refusal in the place of an answer. */
export type FakeFailure =
  | {
      status: number
      /** @default what the API says with this status */
      type?: string | undefined
      message?: string | undefined
      /** `error.details.error_code` */
      errorCode?: string | undefined
      /** Such as `retry-after`, `retry-after-ms`, `x-should-retry`. */
      headers?: Readonly<Record<string, string>> | undefined
      /** Sent as it is, such as the error page of a proxy. */
      body?: string | undefined
    }
  | { connection: 'reset' | 'silence' }
  /** Only in a batch. */
  | { batch: 'canceled' | 'expired' }

/** What to answer. A string is a message of that text. */
export type FakeReply = string | FakeMessage | FakeFailure

export function isFailure(reply: FakeReply): reply is FakeFailure {
  return typeof reply === 'object' && ('status' in reply || 'connection' in reply || 'batch' in reply)
}

export type WireBlock =
  | { type: 'text'; text: string; citations: null }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown; caller: { type: 'direct' } }

export type WireMessage = {
  id: string
  type: 'message'
  role: 'assistant'
  model: string
  content: WireBlock[]
  stop_reason: FakeStopReason | null
  stop_sequence: null
  stop_details: { type: 'refusal'; category: null; explanation: null } | null
  container: null
  diagnostics: null
  usage: FakeUsage & Record<string, unknown>
}

/** A message, and the text of each tool call's input as it is streamed, by its index among the blocks. */
export type Rendered = { message: WireMessage; inputTexts: ReadonlyMap<number, string> }

/** Signs thinking, so that thinking that comes back changed is noticed. */
export function signatureOf(thinking: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < thinking.length; at++) {
    hash = Math.imul(hash ^ thinking.charCodeAt(at), 0x01000193) >>> 0
  }
  return `sig_${hash.toString(36)}_${thinking.length}`
}

/** The message that a reply describes, cut where `maxTokens` ends it. */
export function renderMessage(
  reply: string | FakeMessage,
  context: { number: number; model: string; maxTokens: number; input: Omit<FakeUsage, 'output_tokens'> },
): Rendered {
  const said = typeof reply === 'string' ? { text: reply } : reply
  const inputTexts = new Map<number, string>()
  const content: WireBlock[] = []
  let left = context.maxTokens * charactersPerToken
  let used = 0
  let isCut = false
  /** As much of a text as may still be said. */
  const take = (text: string): string => {
    const part = text.slice(0, Math.max(0, left))
    left -= text.length
    used += part.length
    if (part.length < text.length) isCut = true
    return part
  }
  if (said.thinking !== undefined) {
    const thinking = take(said.thinking)
    content.push({ type: 'thinking', thinking, signature: signatureOf(thinking) })
  }
  for (const text of [said.text, said.json === undefined ? undefined : JSON.stringify(said.json)]) {
    if (text !== undefined && !isCut) content.push({ type: 'text', text: take(text), citations: null })
  }
  for (const [place, call] of (said.toolCalls ?? []).entries()) {
    if (isCut) break
    const text = take(call.inputText ?? JSON.stringify(call.input ?? {}))
    inputTexts.set(content.length, text)
    content.push({
      type: 'tool_use',
      id: call.id ?? `toolu_${context.number}_${place}`,
      name: call.name,
      input: readJson(text),
      caller: { type: 'direct' },
    })
  }
  const stop = said.stopReason ?? (isCut ? 'max_tokens' : inputTexts.size > 0 ? 'tool_use' : 'end_turn')
  const { input } = context
  const {
    input_tokens = input.input_tokens,
    // The API counts at least one, even for an empty answer.
    output_tokens = Math.max(1, Math.ceil(used / charactersPerToken)),
    cache_creation_input_tokens = input.cache_creation_input_tokens,
    cache_read_input_tokens = input.cache_read_input_tokens,
  } = said.usage ?? {}
  const message: WireMessage = {
    id: `msg_${context.number}`,
    type: 'message',
    role: 'assistant',
    model: context.model,
    content,
    stop_reason: stop,
    stop_sequence: null,
    stop_details: stop === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null,
    container: null,
    diagnostics: null,
    usage: {
      input_tokens,
      output_tokens,
      cache_creation_input_tokens,
      cache_read_input_tokens,
      cache_creation: {
        ephemeral_5m_input_tokens: cache_creation_input_tokens,
        ephemeral_1h_input_tokens: 0,
      },
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      inference_geo: null,
      speed: null,
    },
  }
  return { message, inputTexts }
}

/** A JSON answer holds parsed input: what cannot be parsed is an empty object there. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
