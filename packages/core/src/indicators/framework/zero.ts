/** Whether TA-Lib takes a value for zero: closer than 1e-14. NaN is not zero. */
export function isZero(value: number): boolean {
  return value < 1e-14 && value > -1e-14
}
