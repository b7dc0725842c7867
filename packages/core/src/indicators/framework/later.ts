/**
 * The later of two bars. `| 0` tells V8 that it is a whole number: where a loop begins at a plain `Math.max`, it counts bars
 * in floating point and turns each one into a place anew.
 */
export function later(bar: number, other: number): number {
  return Math.max(bar, other) | 0
}
