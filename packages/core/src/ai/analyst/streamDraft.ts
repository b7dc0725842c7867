import { StarkMatterError } from '../../errors/index.ts'
import type { LlmRequest, LlmResponse } from '../llm/port.ts'
import { createPartialReader, type PartialReader } from '../partial/createPartialReader.ts'
import type { PartialBody, ReportSchema } from '../schemas/reportSchema.ts'
import { checkDraftLabel } from '../verify/checkDraftLabel.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { resolveIndexed } from '../verify/resolveClaim.ts'
import type { AnalystEvent } from './analystEvent.ts'
import { type CallNeed, callModel, type late } from './callModel.ts'
import type { Session } from './session.ts'

type ResetReason = Extract<AnalystEvent, { type: 'reset' }>['reason']

/** Shows the report as it is written. One for a run: it knows what stands on the reader's screen. */
export type DraftStream = {
  /** Asks the model, and shows what it writes. `undefined` when the budget does not hold the call. */
  ask(
    request: Omit<LlmRequest, 'maxOutputTokens'>,
    need: CallNeed,
  ): Promise<LlmResponse | undefined | typeof late>
  /** What was shown is void. Told only when something was. */
  reset(reason: ResetReason): void
  /** The JSON value of the draft that is being written, as far as it was read. */
  readonly whole: unknown
  /** Whether it was read to its end. */
  readonly complete: boolean
}

export function createDraftStream<schema extends ReportSchema>(session: Session<schema>): DraftStream {
  const { schema, ledger, locale, emit } = session
  const [first, ...others] = session.subjects
  const only = others.length === 0 ? first : undefined
  let reader: PartialReader<PartialBody<schema>> | undefined
  let shown: PartialBody<schema> | undefined
  // A text that is not JSON is not shown, and judged when it is whole.
  let broken = false

  function begin(): PartialReader<PartialBody<schema>> {
    broken = false
    const evidence = indexEvidence(ledger.list())
    return createPartialReader<schema, PartialBody<schema>>(schema, {
      onLabel: (text) => checkDraftLabel(text, '', evidence).length === 0,
      onClaim(claim, about = only) {
        const resolution = resolveIndexed(claim, evidence, locale, '', about)
        return 'claim' in resolution ? resolution.claim : undefined
      },
    })
  }

  function reset(reason: ResetReason): void {
    reader = undefined
    if (shown !== undefined) emit({ type: 'reset', reason })
    shown = undefined
  }

  return {
    reset,
    async ask(request, need) {
      reader = undefined
      return callModel(session, request, need, {
        onRetry: () => reset('retry'),
        onText(delta) {
          reader ??= begin()
          if (broken) return
          try {
            const body = reader.push(delta)
            if (body === undefined || body === shown) return
            shown = body
            emit({ type: 'partial', body })
          } catch (error) {
            if (!StarkMatterError.is(error)) throw error
            broken = true
          }
        },
      })
    },
    get whole() {
      return reader?.whole
    },
    get complete() {
      return !broken && reader?.complete === true
    },
  }
}
