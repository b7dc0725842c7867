/** Whether a text is a canonical instrument id, by its form. */
export function isInstrument(text: string): boolean {
  return /^(?:equity|fund|index|crypto|perp|fx|future|option):\S+$/.test(text)
}
