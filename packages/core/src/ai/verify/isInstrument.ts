const instrumentId = /^(?:equity|fund|index|crypto|perp|fx|future|option):\S+$/

/** Whether a text is a canonical instrument id, by its form. */
export function isInstrument(text: string): boolean {
  return instrumentId.test(text)
}
