/** Index of the first value of a function that has one from the first bar on: 0. */
export function noLookback(): number {
  return 0
}
