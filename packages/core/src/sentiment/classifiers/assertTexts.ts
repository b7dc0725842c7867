import { InvalidParameterError } from '../../errors/index.ts'

/**
 * Refuses what is no list of texts: a single text would be read letter by letter, and each letter may be paid for.
 *
 * @throws {InvalidParameterError} naming the one that is none
 */
export function assertTexts(texts: readonly string[]): void {
  if (!Array.isArray(texts)) throw new InvalidParameterError('texts', 'a list of texts', texts)
  for (let place = 0; place < texts.length; place++)
    if (typeof texts[place] !== 'string')
      throw new InvalidParameterError(`texts[${place}]`, 'a text', texts[place])
}
