import * as z from 'zod/mini'
import { findSchemaFault } from './check-schema.ts'
import { signatureOf } from './reply.ts'

const cacheControl = z.nullable(
  z.strictObject({ type: z.literal('ephemeral'), ttl: z.optional(z.enum(['5m', '1h'])) }),
)
const record = z.record(z.string(), z.unknown())
const cached = { cache_control: z.optional(cacheControl) }

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().check(z.regex(/\S/, 'text content blocks must contain non-whitespace text')),
  citations: z.optional(z.nullable(z.array(z.unknown()))),
  ...cached,
})
const toolResult = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.optional(z.union([z.string(), z.array(z.looseObject({ type: z.string() }))])),
  is_error: z.optional(z.boolean()),
  ...cached,
})
const toolUse = z.strictObject({
  type: z.literal('tool_use'),
  id: z.string().check(z.regex(/^[a-zA-Z0-9_-]+$/, "String should match pattern '^[a-zA-Z0-9_-]+$'")),
  name: z.string(),
  input: record,
  caller: z.optional(record),
  ...cached,
})
const thinkingBlock = z.strictObject({
  type: z.literal('thinking'),
  thinking: z.string(),
  signature: z.string(),
})
const redacted = z.strictObject({ type: z.literal('redacted_thinking'), data: z.string() })
/** Accepted, not looked into. */
const media = z.looseObject({ type: z.enum(['image', 'document', 'search_result']) })

const block = z.discriminatedUnion('type', [text, toolUse, toolResult, thinkingBlock, redacted, media])

const message = z.strictObject({
  role: z.enum(['user', 'assistant', 'system']),
  content: z.union([
    z.string().check(z.regex(/\S/, 'messages must have non-empty content')),
    z.array(block).check(z.minLength(1, 'messages must have non-empty content')),
  ]),
})

const tool = z.strictObject({
  type: z.optional(z.nullable(z.literal('custom'))),
  name: z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,128}$/, "String should match '^[a-zA-Z0-9_-]{1,128}$'")),
  description: z.optional(z.string()),
  input_schema: z.looseObject({ type: z.literal('object') }),
  strict: z.optional(z.boolean()),
  eager_input_streaming: z.optional(z.nullable(z.boolean())),
  input_examples: z.optional(z.array(record)),
  defer_loading: z.optional(z.boolean()),
  allowed_callers: z.optional(z.array(z.string())),
  ...cached,
})

const parallel = { disable_parallel_tool_use: z.optional(z.boolean()) }
const toolChoice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auto'), ...parallel }),
  z.strictObject({ type: z.literal('any'), ...parallel }),
  z.strictObject({ type: z.literal('tool'), name: z.string(), ...parallel }),
  z.strictObject({ type: z.literal('none') }),
])

const display = { display: z.optional(z.nullable(z.enum(['summarized', 'omitted']))) }
const thinking = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('adaptive'), ...display }),
  z.strictObject({ type: z.literal('enabled'), budget_tokens: z.int().check(z.gte(1024)), ...display }),
  z.strictObject({ type: z.literal('disabled') }),
  z.strictObject({ type: z.literal('between_tools') }),
])

const prompt = {
  model: z.string(),
  messages: z.array(message).check(z.minLength(1, 'at least one message is required')),
  system: z.optional(z.union([z.string(), z.array(text)])),
  tools: z.optional(z.array(tool)),
  tool_choice: z.optional(toolChoice),
  thinking: z.optional(thinking),
  output_config: z.optional(
    z.strictObject({
      effort: z.optional(z.nullable(z.enum(['low', 'medium', 'high', 'xhigh', 'max']))),
      format: z.optional(z.nullable(z.strictObject({ type: z.literal('json_schema'), schema: record }))),
    }),
  ),
  speed: z.optional(z.nullable(z.enum(['standard', 'fast']))),
  cache_control: z.optional(cacheControl),
}

const countRequest = z.strictObject(prompt)
const messagesRequest = z.strictObject({
  ...prompt,
  max_tokens: z.int().check(z.gte(0)),
  stream: z.optional(z.boolean()),
  stop_sequences: z.optional(z.array(z.string())),
  metadata: z.optional(z.strictObject({ user_id: z.optional(z.nullable(z.string())) })),
  service_tier: z.optional(z.enum(['auto', 'standard_only'])),
  inference_geo: z.optional(z.nullable(z.string())),
  diagnostics: z.optional(z.nullable(record)),
  container: z.optional(z.unknown()),
})

/** What was asked, with every field checked. For a count of tokens, `max_tokens` is 0. */
export type FakeMessagesRequest = z.infer<typeof messagesRequest>

/** The request, or why the real API would refuse it, in the words it uses. */
export function checkRequest(body: unknown, kind: 'message' | 'count'): FakeMessagesRequest | string {
  const read = kind === 'count' ? countRequest.safeParse(body) : messagesRequest.safeParse(body)
  if (!read.success) return describe(read.error.issues[0])
  const request: FakeMessagesRequest = { max_tokens: 0, ...read.data }
  return (
    findMessageFault(request) ??
    findToolFault(request) ??
    findBreakpointFault(request) ??
    findFormatFault(request) ??
    request
  )
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'invalid request'
  if (issue.code === 'unrecognized_keys') {
    return `${[...issue.path, issue.keys[0]].join('.')}: Extra inputs are not permitted`
  }
  const where = issue.path.join('.') || 'body'
  if (issue.code === 'invalid_union') {
    // The branch that came furthest says what was meant.
    const [nested] = issue.errors.map((issues) => issues[0]).filter((one) => one && one.path.length > 0)
    if (nested) return describe({ ...nested, path: [...issue.path, ...nested.path] })
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${where}: Field required`
  return `${where}: ${issue.message}`
}

/** Every tool call is answered in the very next message, nothing else is; signed thinking comes back as it was. */
function findMessageFault({ messages }: FakeMessagesRequest): string | undefined {
  const first = messages.find(({ role }) => role !== 'system')
  if (first?.role !== 'user') return 'messages: first message must use the "user" role'
  if (messages.at(-1)?.role === 'assistant') {
    return 'This model does not support assistant message prefill. The conversation must end with a user message.'
  }
  const seen = new Set<string>()
  let open: string[] = []
  for (const [index, { role, content }] of messages.entries()) {
    const blocks = typeof content === 'string' ? [] : content
    const results = blocks.flatMap((one) => (one.type === 'tool_result' ? [one.tool_use_id] : []))
    const calls = blocks.flatMap((one) => (one.type === 'tool_use' ? [one.id] : []))
    const foreign = results.find((id) => !open.includes(id))
    if (foreign !== undefined) {
      return `messages.${index}.content: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${foreign}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`
    }
    const missing = open.filter((id) => !results.includes(id))
    if (missing.length > 0) {
      return `messages.${index - 1}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`
    }
    if (new Set(results).size < results.length) {
      return `messages.${index}.content: each tool_use must have a single result.`
    }
    if (role !== 'assistant' && calls.length > 0) {
      return `messages.${index}: \`tool_use\` blocks can only be in \`assistant\` messages`
    }
    const twice = calls.find((id, place) => seen.has(id) || calls.indexOf(id) !== place)
    if (twice !== undefined) return `messages.${index}: \`tool_use\` ids must be unique`
    for (const id of calls) seen.add(id)
    open = calls
    for (const [place, one] of blocks.entries()) {
      if (one.type === 'thinking' && one.signature !== signatureOf(one.thinking)) {
        return `messages.${index}.content.${place}: Invalid \`signature\` in \`thinking\` block`
      }
    }
  }
  return undefined
}

function findToolFault({
  tools = [],
  tool_choice: choice,
  messages,
}: FakeMessagesRequest): string | undefined {
  const names = tools.map(({ name }) => name)
  if (new Set(names).size < names.length) return 'tools: Tool names must be unique.'
  if (choice && names.length === 0) return 'tool_choice: may only be specified while providing tools.'
  if (choice?.type === 'tool' && !names.includes(choice.name)) {
    return `tool_choice.name: Tool '${choice.name}' not found in provided tools`
  }
  const usesTools = messages.some(
    ({ content }) => typeof content !== 'string' && content.some((one) => one.type === 'tool_use'),
  )
  return usesTools && names.length === 0
    ? 'Requests which include `tool_use` or `tool_result` blocks must define tools'
    : undefined
}

function findBreakpointFault(request: FakeMessagesRequest): string | undefined {
  const marked = [
    ...(request.tools ?? []),
    ...(typeof request.system === 'string' ? [] : (request.system ?? [])),
    ...request.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content)),
    request,
  ].filter((one) => 'cache_control' in one && one.cache_control)
  return marked.length > 4
    ? `A maximum of 4 blocks with cache_control may be provided. Found ${marked.length}.`
    : undefined
}

function findFormatFault({ output_config: config, tools = [] }: FakeMessagesRequest): string | undefined {
  const fault = config?.format ? findSchemaFault([config.format.schema]) : undefined
  if (fault) return `output_config.format.schema: ${fault}`
  const strict = tools.flatMap((one) => (one.strict ? [one.input_schema] : []))
  const strictFault = findSchemaFault(strict)
  return strictFault ? `tools: ${strictFault}` : undefined
}
