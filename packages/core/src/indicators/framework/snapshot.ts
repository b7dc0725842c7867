import { InvalidParameterError } from '../../errors/index.ts'

/** State of a stream at one moment; survives `structuredClone` and `postMessage`. JSON loses its NaNs: send its bytes. */
export type StreamSnapshot = Float64Array

/**
 * Refuses what no stream of this shape made.
 *
 * @param size - How many numbers a snapshot has.
 * @param mark - What the last of them is: it tells streams of the same size apart.
 * @throws {InvalidParameterError} `snapshot` has another size or mark, or is no Float64Array
 */
export function assertSnapshot(snapshot: StreamSnapshot, size: number, mark: number): void {
  // Not asked by class: what is cloned may come from another realm.
  if (snapshot?.BYTES_PER_ELEMENT === 8 && snapshot.length === size && snapshot.at(-1) === mark) return
  throw new InvalidParameterError('snapshot', 'one of a stream with the same options', 'another')
}
