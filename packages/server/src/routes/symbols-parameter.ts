import * as z from 'zod'

/** A list of symbols, separated by commas; none twice. */
export function symbolsParameter(most: number) {
  return z
    .string()
    .transform((text) =>
      [...new Set(text.split(',').map((symbol) => symbol.trim()))].filter((symbol) => symbol !== ''),
    )
    .refine((symbols) => symbols.length > 0, 'name at least one symbol')
    .refine((symbols) => symbols.length <= most, `name at most ${most} symbols`)
    .refine((symbols) => symbols.every((symbol) => symbol.length <= 64), 'a symbol has at most 64 characters')
    .describe('Symbols, separated by commas.')
}
