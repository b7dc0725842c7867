// `| 0` tells V8 that these are whole numbers: where a loop begins at a plain `Math.max`, it counts bars in floating point
// and turns each one into a place anew.

/** The later of two bars. */
export function later(bar: number, other: number): number {
  return Math.max(bar, other) | 0
}

/** The earlier of two bars. */
export function earlier(bar: number, other: number): number {
  return Math.min(bar, other) | 0
}
