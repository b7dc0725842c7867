import { indexOfWhole } from './indexOfWhole.ts'

/**
 * The first mention of an instrument that the sentence's slots do not point at. Of one that there is no evidence about no
 * word may stand at all.
 *
 * @param own - Symbols and names of the sentence's own subjects.
 * @param all - Those of everything that there is evidence about.
 */
export function findForeignSubject(
  text: string,
  own: readonly string[],
  all: Iterable<readonly string[]>,
): string | undefined {
  let rest = ` ${text} `
  for (const name of [...own].sort((a, b) => b.length - a.length)) rest = rest.split(name).join('\u0001')
  for (const names of all) {
    for (const name of names) {
      if (name !== '' && rest.includes(name) && !own.includes(name) && indexOfWhole(rest, name, 0) >= 0)
        return name
    }
  }
  return undefined
}
