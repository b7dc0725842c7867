/** Which rows of a file make a series, and which do not, each as positions in the file's order. */
export type RowOrder = {
  kept: Int32Array
  /** Rows whose time an earlier row has already. */
  duplicates: number[]
  /** Rows that stand before rows of an earlier time. */
  unordered: number[]
}

/**
 * Puts rows into rising order of time without inventing an order: rows as they stand, or a plain reversal of them where
 * the file runs from new to old. A row out of line is left out and named.
 *
 * @param rows - Positions to look at, in file order.
 */
export function orderRows(time: Float64Array, rows: Int32Array): RowOrder {
  const ordered = isReversed(time, rows) ? rows.toReversed() : rows
  const kept = new Int32Array(ordered.length)
  const duplicates: number[] = []
  const unordered: number[] = []
  let count = 0
  for (let i = 0; i < ordered.length; i++) {
    const row = ordered[i] as number
    const at = time[row] as number
    const last = count > 0 ? (time[kept[count - 1] as number] as number) : Number.NEGATIVE_INFINITY
    if (at > last) {
      kept[count++] = row
    } else if (at === last || has(time, kept, count, at)) {
      duplicates.push(row)
    } else if (isStray(time, kept, count, at, ordered, i)) {
      unordered.push(kept[count - 1] as number)
      kept[count - 1] = row
    } else {
      unordered.push(row)
    }
  }
  return { kept: kept.slice(0, count), duplicates, unordered }
}

/** More steps back than forward: the file runs from new to old. */
function isReversed(time: Float64Array, rows: Int32Array): boolean {
  let balance = 0
  for (let i = 1; i < rows.length; i++) {
    balance += Math.sign((time[rows[i] as number] as number) - (time[rows[i - 1] as number] as number))
  }
  return balance < 0
}

/** The last row kept lies ahead of this one and the next, which carry on from the row before it: that one is wrong. */
function isStray(
  time: Float64Array,
  kept: Int32Array,
  count: number,
  at: number,
  ordered: Int32Array,
  i: number,
): boolean {
  const last = time[kept[count - 1] as number] as number
  const beforeLast = count > 1 ? (time[kept[count - 2] as number] as number) : Number.NEGATIVE_INFINITY
  const next = i + 1 < ordered.length ? (time[ordered[i + 1] as number] as number) : Number.POSITIVE_INFINITY
  return at > beforeLast && next > at && next < last
}

/** Whether one of the kept rows has this time. */
function has(time: Float64Array, kept: Int32Array, count: number, at: number): boolean {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = time[kept[middle] as number] as number
    if (value === at) return true
    if (value < at) low = middle + 1
    else high = middle - 1
  }
  return false
}
