/** Small words of languages that news comes in; those of two languages count for both. Ties tell nothing. */
const smallWords = {
  en: 'the of and to in is for on with at by from as its after',
  de: 'der die das und von für auf im zu an',
  fr: 'le les des du et en une pour sur la de',
  es: 'el los las del y con para una su la de en',
  it: 'il di che per con una della del in la',
  pt: 'o os do da com uma no de a',
  nl: 'het een van voor met op de en in',
}

/** Scripts that only one language of news uses. */
const scripts = { ja: /[\u3040-\u30ff]/, ko: /[\uac00-\ud7a3]/, zh: /[\u4e00-\u9fff]/ }

/**
 * The language of a headline and what follows it, by its small words or its script; `null` where they do not tell:
 * too few of them, or as many of another language.
 *
 * @example
 * languageOf('Shares of the company rise after results') // 'en'
 * languageOf('Apple beats') // null
 */
export function languageOf(text: string): string | null {
  for (const [language, letters] of Object.entries(scripts)) if (letters.test(text)) return language
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: string | null = null
  // One small word may be part of a name.
  let most = 1
  for (const [language, small] of Object.entries(smallWords)) {
    const known = small.split(' ')
    const count = words.filter((word) => known.includes(word)).length
    if (count > most) {
      best = language
      most = count
    } else if (count === most) best = null
  }
  return best
}
