import type { AnyIndicatorName, Indicator } from '@starkmatter/core/indicators/registry'

/** An indicator that the user has put on a chart. Parameters that are absent take the registry's defaults. */
export type IndicatorChoice = {
  name: AnyIndicatorName
  params?: Readonly<Record<string, number>> | undefined
}

// Where TA-Lib's defaults are not what a chart is read with, the usual ones.
const usualParams: Record<string, Readonly<Record<string, number>>> = {
  SMA: { period: 50 },
  EMA: { period: 20 },
  WMA: { period: 20 },
  BBANDS: { period: 20 },
}

/** An indicator as it is first put on a chart. */
export function newChoice(name: string): IndicatorChoice {
  return { name, params: usualParams[name] ?? {} }
}

/** `BBANDS 20 2 2`: the name and every number that shapes it; kinds of averages are left out. */
export function choiceLabel(choice: IndicatorChoice, definition: Indicator | undefined): string {
  const numbers = (definition?.params ?? [])
    .filter(({ name }) => !isAverageKind(name))
    .map(({ name, default: usual }) => choice.params?.[name] ?? usual)
  return [choice.name, ...numbers].join(' ')
}

/** Whether a parameter chooses a kind of moving average rather than an amount. */
export function isAverageKind(name: string): boolean {
  return /maType$/i.test(name)
}
