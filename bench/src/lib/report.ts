import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One measured thing. Every figure carries its unit in the column's name: `medianMs`, `rowsPerSecond`. */
export type BenchRow = { name: string } & Record<string, number | string>

export type BenchReport = {
  /** The file's name before `.bench.ts`. */
  name: string
  /** What was measured, on which data, how often; one or two sentences. */
  method: string
  rows: readonly BenchRow[]
  /** A bar of the project and whether this run met it. */
  bars?: readonly { claim: string; met: boolean }[]
}

/** Prints a markdown table and writes `bench/results/<name>.json` with the facts of this machine. */
export function report({ name, method, rows, bars = [] }: BenchReport): void {
  const facts = {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

  console.log(`\n## ${name}\n\n${method}\n`)
  console.log(line(columns))
  console.log(line(columns.map(() => '---')))
  for (const row of rows) console.log(line(columns.map((column) => format(row[column]))))
  for (const bar of bars) console.log(`\n${bar.met ? 'met' : 'MISSED'}: ${bar.claim}`)
  console.log(`\n${Object.values(facts).join(', ')}`)

  mkdirSync('results', { recursive: true })
  writeFileSync(`results/${name}.json`, `${JSON.stringify({ name, method, facts, rows, bars }, null, 2)}\n`)
}

function format(value: number | string | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  return Number.isInteger(value) ? String(value) : value.toPrecision(4)
}
