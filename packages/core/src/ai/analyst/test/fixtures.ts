import { createClient } from '../../../client/createClient.ts'
import { synthetic } from '../../../providers/synthetic/index.ts'
import type { Slot } from '../../claims/claim.ts'
import type { LlmRequest } from '../../llm/port.ts'
import { type Script, type ScriptedModel, scripted } from '../../llm/scripted.ts'
import type { AnalystOptions } from '../analystOptions.ts'
import { type Analyst, createAnalyst } from '../createAnalyst.ts'

export const now = Date.UTC(2026, 5, 15, 15)

/** Stands still, while its timers run: what is under test are deadlines, not dates. */
export const clock = {
  now: () => now,
  schedule(delayMs: number, callback: () => void) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

export const client = createClient({ providers: [synthetic()], clock })

/** An analyst over synthetic prices whose model says what the script says. */
export function makeAnalyst(
  script: Script,
  options: Partial<AnalystOptions> = {},
): { llm: ScriptedModel; analyst: Analyst } {
  const llm = scripted(script, { clock })
  return { llm, analyst: createAnalyst({ llm, client, clock, readNewsWith: 'rules', ...options }) }
}

export async function collect<event>(run: AsyncIterable<event>): Promise<event[]> {
  const events: event[] = []
  for await (const event of run) events.push(event)
  return events
}

/** Evidence as the model reads it. */
export type Packed = {
  ref: string
  subject: string
  asOf: string[]
  metrics: Record<string, { unit: string; values: (number | null)[] }>
}

/** Every piece of evidence that a request shows the model, the oldest first. */
export function evidenceIn(request: LlmRequest): Packed[] {
  return request.messages
    .flatMap(({ content }) => content)
    .flatMap((block) =>
      block.type === 'tool-result' ? [block.content] : block.type === 'text' ? block.text.split('\n') : [],
    )
    .filter((text) => text.startsWith('{"ref"'))
    .map((text) => JSON.parse(text))
}

export function newestEvidence(request: LlmRequest): Packed {
  const newest = evidenceIn(request).at(-1)
  if (!newest) throw new Error('The request shows no evidence.')
  return newest
}

/** A slot for the newest value of a metric. */
export function slotOf({ ref, subject, asOf }: Packed, name: string, metric: string): Slot {
  const row = asOf.at(-1) ?? ''
  return { name, subject, metric, asOf: row, ref, op: 'value', base: null, since: null, magnitude: false }
}

export function claimOf(id: string, text: string, ...slots: Slot[]) {
  return { id, text, slots, comparisons: [], quotes: [] }
}

/** A technical report in which nothing is said. */
export const emptyTechnical = {
  view: null,
  summary: [],
  trend: [],
  momentum: [],
  volatility: [],
  volume: [],
  levels: [],
  risks: [],
}

export const lookUpBars = {
  toolCalls: [{ name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } }],
}

/** One true sentence about the last close. */
export function trueClaim(bars: Packed, id = 'c1') {
  return claimOf(id, 'The shares closed at {a}.', slotOf(bars, 'a', 'close'))
}

/** A model that looks up bars, then says one true thing about them. */
export const honest: Script = (request, index) =>
  index === 0 ? lookUpBars : { json: honestReport(newestEvidence(request)) }

export function honestReport(bars: Packed) {
  const view = {
    subject: bars.subject,
    stance: 'bullish',
    conviction: 'slight',
    horizon: 'week',
    because: [trueClaim(bars, 'v1')],
  }
  return { ...emptyTechnical, view, trend: [trueClaim(bars)] }
}
