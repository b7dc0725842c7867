import type { BarSeries, BarSeriesFacts } from '@starkmatter/core'
import { rowsOf } from '../store/rows.ts'

/** What is said about the bars of an answer; the bars themselves are JSON text. */
export type BarsAnswer = Omit<BarSeriesFacts, 'instrument'> & {
  /** Canonical id. */
  instrument: string
  /** `[time,open,high,low,close,volume],…` */
  rows: string
}

export function answerOf(series: BarSeries): BarsAnswer {
  return { ...series.facts(), instrument: series.instrument.id, rows: rowsOf(series.columns()) }
}

/** The body of `GET /v1/bars`. */
export function writeAnswer(answer: BarsAnswer): string {
  const { rows, ...facts } = answer
  return `${JSON.stringify(facts).slice(0, -1)},"bars":[${rows}]}`
}
