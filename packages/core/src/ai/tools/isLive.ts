import type { ToolContext } from './tool.ts'

/**
 * Whether a run is about the present, so that whatever a provider says now is known. In a run about the past only what
 * says when it became public can be.
 */
export function isLive(context: ToolContext): boolean {
  const { asOf } = context
  return asOf >= context.now
}

/** The present moment of a live run as a row label. */
export function momentOf({ asOf }: ToolContext): string {
  return new Date(asOf).toISOString()
}

/**
 * Whether something that carries a date, `YYYY-MM-DD`, was public. In a run about the past a day counts once it is over in
 * every zone of the earth; in a live run the provider has told it already, so that it only must not lie ahead.
 */
export function wasPublic(date: string, context: ToolContext): boolean {
  const begin = Date.parse(date)
  return isLive(context) ? begin <= context.asOf : begin + 36 * 3_600_000 <= context.asOf
}
