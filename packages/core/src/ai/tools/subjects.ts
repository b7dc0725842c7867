import { BadRequestError } from '../../errors/index.ts'
import { parseInstrument } from '../../market/index.ts'
import type { KnownInstrument } from '../quarantine/linkInstruments.ts'
import type { ToolContext } from './tool.ts'

/**
 * The instruments that a call asks about, by canonical id: its own, else those of the run.
 *
 * @throws {BadRequestError} a symbol cannot be read, or there are none
 */
export function subjectsOf(symbols: readonly string[] | null, context: ToolContext): string[] {
  const asked = symbols ?? context.universe
  if (asked.length === 0) throw new BadRequestError('Name at least one symbol.', { parameter: 'symbols' })
  return [...new Set(asked.map((symbol) => parseInstrument(symbol).id))]
}

/** An instrument with the names that articles use, where the run knows some. */
export function knownInstrument(id: string, { names }: ToolContext): KnownInstrument {
  return { id, names: names?.[id] ?? [] }
}
