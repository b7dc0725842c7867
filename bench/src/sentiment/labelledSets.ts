import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Labelled } from './quality.ts'

/** A set for measuring, and what the engine has to reach on it. */
export type LabelledSet = { name: string; rows: Labelled[]; accuracy: number; macroF1: number }

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'sentiment')

const targets = [
  { name: 'fpb-50agree', accuracy: 78, macroF1: 73 },
  { name: 'fpb-allagree', accuracy: 90, macroF1: 86 },
  { name: 'tfns-valid', accuracy: 77, macroF1: 70 },
  { name: 'fiqa', accuracy: 62, macroF1: 55 },
  { name: 'semeval2017', accuracy: 58, macroF1: 56 },
]

/** The sets beside the repository; null where they are not. Their licences keep them out of it. */
export function readLabelledSets(): LabelledSet[] | null {
  if (!existsSync(folder)) return null
  return targets.map((target) => ({ ...target, rows: readRows(join(folder, `${target.name}.dev.jsonl`)) }))
}

/** Errors were studied in one half only; a gap between the halves would show fitting. */
export function isStudied({ text }: Labelled): boolean {
  return ((createHash('sha256').update(`split:${text}`).digest()[0] ?? 0) & 1) === 0
}

function readRows(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Labelled => JSON.parse(line))
}
