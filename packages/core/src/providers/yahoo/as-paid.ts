type Split = { date: string; numerator: number; denominator: number }

/** Yahoo writes restated amounts with six decimals. */
const halfAPlace = 5e-7

/**
 * A dividend as it was paid, for one share of its ex-date. Yahoo restates the amounts of the past for each later split; what
 * its decimals lost there is found again as the shortest amount that they leave possible.
 *
 * @param splits - All since then, in any order.
 * @example
 * asPaid(0.205, '2020-08-07', [{ date: '2020-08-31', numerator: 4, denominator: 1 }]) // 0.82
 */
export function asPaid(amount: number, date: string, splits: readonly Split[]): number {
  const ratio = splits
    .filter((split) => split.date > date)
    .reduce((product, { numerator, denominator }) => (product * numerator) / denominator, 1)
  if (ratio === 1) return amount
  const paid = amount * ratio
  for (let decimals = 1; decimals <= 6; decimals++) {
    const shorter = Number(paid.toFixed(decimals))
    if (Math.abs(shorter - paid) <= halfAPlace * ratio) return shorter
  }
  return Number(paid.toPrecision(12))
}
