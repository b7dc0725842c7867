import * as z from 'zod/mini'
import { BadRequestError, NoDataError, StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import { type Indicator, type IndicatorRequest, indicators, screen } from '../../indicators/registry/index.ts'
import type { BarSeries } from '../../market/index.ts'
import type { EvidenceContent, EvidenceMetric, Unit } from '../evidence/evidence.ts'
import { mapLimited } from '../mapLimited.ts'
import { countedIn } from './countedIn.ts'
import { defineTool } from './defineTool.ts'
import { indicatorTitle } from './indicatorTitle.ts'
import { momentOf } from './isLive.ts'
import { barLabels, knownBars } from './knownBars.ts'
import { subjectsOf } from './subjects.ts'
import type { ToolContext } from './tool.ts'

const mostInstruments = 50
const mostListed = 10
const atOnce = 6

const operand = z.object({
  /** A column of the bars, or an indicator. */
  name: z.string().check(z.maxLength(30)),
  period: z.nullable(z.int()),
  /** Which of an indicator's outputs; null: its first. */
  output: z.nullable(z.string().check(z.maxLength(30))),
})

const condition = z.object({
  left: operand,
  relation: z.enum(['above', 'below']),
  /** What it is compared with: another operand … */
  right: z.nullable(operand),
  /** … or a number. */
  value: z.nullable(z.number()),
})

type Operand = z.infer<typeof operand>
type Condition = z.infer<typeof condition>

/** Instruments whose newest closed bar meets every condition. */
export const screenTool = defineTool({
  name: 'screen',
  description:
    'Which of up to fifty instruments (null: those of the run) meet every condition on their newest closed bar. An operand is close, open, high, low, volume, or an indicator with its period; compare it with another operand or a value.',
  input: z.object({
    symbols: z.nullable(z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(50))),
    interval: z.enum(['1h', '1d', '1w']),
    conditions: z.array(condition).check(z.minLength(1), z.maxLength(4)),
  }),
  async run({ symbols, interval, conditions }, context) {
    const subjects = subjectsOf(symbols, context)
    if (subjects.length > mostInstruments) {
      throw new BadRequestError(`At most ${mostInstruments} instruments at a time.`, { parameter: 'symbols' })
    }
    const { operands, compiled } = compile(conditions)
    const need = Math.max(1, ...operands.map(({ lookback }) => lookback)) * 4 + 1
    const { found, failed } = await barsOfEach(subjects, context, (subject) =>
      knownBars(context, subject, interval, need),
    )
    if (found.length === 0 && failed[0]) throw failed[0]
    const values = computeAll(operands, found)
    const rows = found.map((bars, index) => ({
      bars,
      values: values.map((column) => column[index] ?? Number.NaN),
    }))
    const matches = rows.filter((row) => compiled.every((one) => meets(one, row.values)))
    const [first] = conditions
    const side = first?.relation === 'below' ? 1 : -1
    matches.sort((a, b) => side * ((a.values[0] ?? 0) - (b.values[0] ?? 0)))

    const counts = { matches: matches.length, screened: found.length, unavailable: failed.length }
    return {
      evidence: [
        summary(counts, found, context),
        ...matches.slice(0, mostListed).map((row) => match(row.bars, row.values, operands)),
      ],
    }
  },
})

/** An operand that can be computed, said once however often it is used. */
type Computable = {
  title: string
  lookback: number
  output: string
  request: IndicatorRequest | undefined
  unit(bars: BarSeries): Unit
}

/** A condition with its operands by number. */
type Compiled = { left: number; relation: Condition['relation']; right: number | undefined; value: number }

function compile(conditions: readonly Condition[]): { operands: Computable[]; compiled: Compiled[] } {
  const operands: Computable[] = []
  const numberOf = (operand: Operand) => {
    const found = computable(operand)
    const known = operands.findIndex(({ title }) => title === found.title)
    return known >= 0 ? known : operands.push(found) - 1
  }
  const compiled = conditions.map(({ left, relation, right, value }): Compiled => {
    if ((right === null) === (value === null)) {
      throw new BadRequestError('A condition has either a right operand or a value.', {
        parameter: 'conditions',
      })
    }
    return {
      left: numberOf(left),
      relation,
      right: right ? numberOf(right) : undefined,
      value: value ?? Number.NaN,
    }
  })
  return { operands, compiled }
}

const columns = ['open', 'high', 'low', 'close', 'volume'] as const

function computable(operand: Operand): Computable {
  const { name, period, output } = operand
  const column = columns.find((one) => one === name.toLowerCase())
  const money = ({ currency }: BarSeries) => currency ?? '1'
  if (column) {
    const unit = column === 'volume' ? ({ instrument }: BarSeries) => countedIn(instrument) : money
    return { title: column, lookback: 0, output: column, request: undefined, unit }
  }
  const indicator = indicators.get(name.toUpperCase())
  if (!indicator) throw new BadRequestError(`There is no indicator "${name}".`, { parameter: 'name' })
  if (indicator.inputs.includes('periods'))
    throw new UnsupportedError(`${indicator.name} needs a column of periods, which bars do not have.`)
  const chosen = output === null ? indicator.outputs[0] : indicator.outputs.find((one) => one.name === output)
  if (!chosen) {
    const names = indicator.outputs.map((one) => one.name).join(', ')
    throw new BadRequestError(`${indicator.name} has no output "${output}"; it has ${names}.`, {
      parameter: 'output',
    })
  }
  const params = paramsOf(indicator, period)
  const title = indicatorTitle(indicator, params)
  return {
    title: indicator.outputs.length === 1 ? title : `${title}.${chosen.name}`,
    lookback: indicator.lookback(params),
    output: chosen.name,
    request: { name: indicator.name, params },
    unit: chosen.pane === 'price' ? money : () => '1',
  }
}

function paramsOf(indicator: Indicator, period: number | null): Readonly<Record<string, number>> {
  return period === null ? {} : { [indicator.params[0]?.name ?? 'period']: period }
}

/** The newest value of each operand, one slot for each series. */
function computeAll(operands: readonly Computable[], found: readonly BarSeries[]): Float64Array[] {
  const requests = operands.flatMap(({ request }) => request ?? [])
  const screened = screen(found, requests)
  let next = 0
  return operands.map(({ request, output }) => {
    if (request) return screened[next++]?.[output] ?? new Float64Array()
    const column = columns.find((one) => one === output) ?? 'close'
    return Float64Array.from(found, (bars) => bars[column].at(-1) ?? Number.NaN)
  })
}

function meets({ left, relation, right, value }: Compiled, values: readonly number[]): boolean {
  const one = values[left] ?? Number.NaN
  const other = right === undefined ? value : (values[right] ?? Number.NaN)
  return relation === 'above' ? one > other : one < other
}

async function barsOfEach(
  subjects: readonly string[],
  { signal }: ToolContext,
  load: (subject: string) => Promise<BarSeries>,
): Promise<{ found: BarSeries[]; failed: StarkMatterError[] }> {
  const found: BarSeries[] = []
  const failed: StarkMatterError[] = []
  const results = await mapLimited(subjects, atOnce, async (subject) => {
    signal.throwIfAborted()
    return load(subject).catch((error: unknown) => {
      if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
      return error
    })
  })
  for (const result of results) {
    if (StarkMatterError.is(result)) failed.push(result)
    else found.push(result)
  }
  return { found, failed }
}

function summary(
  counts: Readonly<Record<string, number>>,
  found: readonly BarSeries[],
  context: ToolContext,
): EvidenceContent {
  const [first] = found
  if (!first) throw new NoDataError('None of the instruments has bars.')
  return {
    tool: 'screen',
    subject: 'market:screen-result',
    provider: [...new Set(found.map(({ source }) => source.provider))].sort().join('+'),
    fetchedAt: new Date(context.now).toISOString(),
    asOf: [momentOf(context)],
    metrics: Object.entries(counts).map(([name, value]) => ({ name, unit: 'instruments', values: [value] })),
  }
}

function match(bars: BarSeries, values: readonly number[], operands: readonly Computable[]): EvidenceContent {
  const metrics: EvidenceMetric[] = operands.map(({ title, unit }, index) => ({
    name: title,
    unit: unit(bars),
    values: [values[index] ?? null],
  }))
  if (!metrics.some(({ name }) => name === 'close')) {
    metrics.unshift({ name: 'close', unit: bars.currency ?? '1', values: [bars.close.at(-1) ?? null] })
  }
  return {
    tool: 'screen',
    subject: bars.instrument.id,
    provider: bars.source.provider,
    fetchedAt: new Date(bars.source.fetchedAt).toISOString(),
    ...(bars.simulated && { simulated: true }),
    asOf: barLabels(bars).slice(-1),
    metrics,
  }
}
