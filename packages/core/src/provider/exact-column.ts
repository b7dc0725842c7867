import { digitsOf } from './exact-json.ts'

/**
 * A text column beside a number column: the digits as sent, wherever the number is still the one that was sent, and
 * the number's own shortest text where it was cleaned or adjusted.
 *
 * @param cells - The sent values, of `parseExactJson`.
 * @param rows - For every slot of `numbers` the index of its cell.
 */
export function exactColumn(
  cells: ArrayLike<unknown>,
  rows: ArrayLike<number>,
  numbers: Float64Array,
): string[] {
  return Array.from(numbers, (number, index) => {
    const digits = digitsOf(cells[rows[index] ?? index])
    return digits !== undefined && Number(digits) === number ? digits : String(number)
  })
}

/** As `exactColumn`, with `null` where the number is absent (NaN). */
export function exactVolumeColumn(
  cells: ArrayLike<unknown>,
  rows: ArrayLike<number>,
  numbers: Float64Array,
): (string | null)[] {
  const texts = exactColumn(cells, rows, numbers)
  return texts.map((text, index) => (Number.isNaN(numbers[index]) ? null : text))
}
