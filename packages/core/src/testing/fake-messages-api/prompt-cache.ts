import { createHash } from 'node:crypto'
import type { FakeMessagesRequest } from './check-request.ts'
import { charactersPerToken, type FakeUsage } from './reply.ts'

type Segment = { text: string; isBreakpoint: boolean }

/** How many blocks before a breakpoint are searched for a prefix that is known. */
const lookBack = 20

/**
 * Counts a request's input, and remembers prefixes as the API's prompt cache does: what stands before a `cache_control` is
 * written, and read when the same prefix comes again.
 */
export function createPromptCache(minimumTokens: number) {
  const known = new Set<string>()
  return {
    /** Tokens of the whole input. */
    count: (request: FakeMessagesRequest): number =>
      tokensIn(segmentsOf(request).map(({ text }) => text.length)),
    /** The same, told apart as it is billed. */
    use(request: FakeMessagesRequest): Omit<FakeUsage, 'output_tokens'> {
      const segments = segmentsOf(request)
      const hash = createHash('sha256')
      const prefixes = segments.map(({ text }) => hash.update(`${text}\n`).copy().digest('hex'))
      const upTo = (index: number) => tokensIn(segments.slice(0, index + 1).map(({ text }) => text.length))
      const breakpoints = segments.flatMap(({ isBreakpoint }, index) =>
        isBreakpoint && upTo(index) >= minimumTokens ? [index] : [],
      )
      const read = prefixes.findLastIndex(
        (prefix, index) =>
          known.has(prefix) && breakpoints.some((at) => index <= at && at - index <= lookBack),
      )
      const last = breakpoints.at(-1) ?? -1
      for (const index of breakpoints) known.add(prefixes[index] ?? '')
      const readTokens = read < 0 ? 0 : upTo(read)
      const cached = last < 0 ? 0 : upTo(last)
      return {
        input_tokens: upTo(segments.length - 1) - Math.max(cached, readTokens),
        cache_creation_input_tokens: Math.max(0, cached - readTokens),
        cache_read_input_tokens: readTokens,
      }
    },
  }
}

/** The prompt in the order in which it is cached: tools, system, what changes how it is read, messages. */
function segmentsOf(request: FakeMessagesRequest): Segment[] {
  const segments: Segment[] = []
  const add = (block: unknown) => {
    const { cache_control: marker, ...rest } = isRecord(block) ? block : { text: block }
    segments.push({ text: JSON.stringify(rest), isBreakpoint: isRecord(marker) })
  }
  for (const tool of request.tools ?? []) add(tool)
  for (const block of blocksOf(request.system ?? [])) add(block)
  const { tool_choice, thinking, output_config } = request
  segments.push({ text: JSON.stringify({ tool_choice, thinking, output_config }), isBreakpoint: false })
  for (const { role, content } of request.messages) {
    for (const block of blocksOf(content)) add({ role, ...(isRecord(block) ? block : { text: block }) })
  }
  const last = segments.at(-1)
  if (request.cache_control && last) last.isBreakpoint = true
  return segments
}

const blocksOf = (content: string | readonly unknown[]): readonly unknown[] =>
  typeof content === 'string' ? [content] : content

const tokensIn = (lengths: readonly number[]): number =>
  Math.ceil(lengths.reduce((sum, length) => sum + length, 0) / charactersPerToken)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
