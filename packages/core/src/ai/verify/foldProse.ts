/**
 * A text with letters and signs that look like plain ones made plain: compatibility forms, accents, what cannot be seen. What cannot be
 * told apart by eye should not be told apart here.
 *
 * @example
 * foldProse('𝘁𝗲𝗻') // 'ten'
 */
export function foldProse(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('_', ' ')
}
