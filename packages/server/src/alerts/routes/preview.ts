import { parseInstrument } from '@starkmatter/core'
import type * as z from 'zod'
import type { BarsContext } from '../../bars/read-bars.ts'
import { SeriesEngine } from '../engine/series-engine.ts'
import { checkCondition } from '../rules/check-condition.ts'
import { describeAlert } from '../rules/describe.ts'
import { readHistory } from '../watch/read-history.ts'
import { barsFor } from '../watch/series-watch.ts'
import type { newAlertBody, previewSchema } from './alert-schemas.ts'

const mostShown = 100

/**
 * What an alert would have done over the bars that closed last: the same engine that evaluates it, over history. An alert
 * on prices is judged on closes, as the way within a bar is not known.
 *
 * @throws {StarkMatterError} as reading bars does
 */
export async function previewAlert(
  context: BarsContext,
  body: z.output<typeof newAlertBody>,
  signal: AbortSignal,
): Promise<z.output<typeof previewSchema>> {
  const { symbol, interval, condition, evaluate, repeat, coolDownMs } = body
  checkCondition(condition)
  const instrument = parseInstrument(symbol).id
  const limit = barsFor([{ condition }])
  const { bars, forming, timeZone } = await readHistory(context, { symbol, interval, limit }, signal)
  const closed = forming ? bars.slice(0, -1) : bars
  const engine = new SeriesEngine({ interval, timeZone, keep: limit })
  engine.add({
    id: 'preview',
    ...{ condition, coolDownMs, evaluate: 'close', expiresAt: null, status: 'active' },
    // How often it would have fired is the question, also of one that fires once.
    repeat: repeat === 'once' ? 'every time' : repeat,
    ...{ firings: 0, lastFiredAt: null, lastFiredBar: null, since: Number.MIN_SAFE_INTEGER },
  })
  const now = context.clock.now()
  const hits = closed.flatMap((bar) => engine.push({ ...bar, closed: true }, now))
  return {
    description: describeAlert({ instrument, interval, condition, evaluate }),
    bars: closed.length,
    from: closed[0]?.time ?? null,
    fired: hits.slice(-mostShown).map(({ barTime }) => barTime),
    count: hits.length,
  }
}
