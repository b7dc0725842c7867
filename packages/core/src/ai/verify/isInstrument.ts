/** Whether a text is a canonical instrument id, by its form. */
export function isInstrument(text: string): boolean {
  return /^(?!market)[a-z]+:\S+$/.test(text)
}
