import { loadPart } from './load-part.ts'
import type { Late } from './operation.ts'

/** An operation (or a credential flow) as it is when it is at hand: a late one has become what it loads. */
export type Loaded<operation> = operation extends { load(): Promise<infer loaded> }
  ? Omit<operation, 'load'> & loaded
  : operation

/**
 * Fetches the part of the SDK in which a late operation lives; one that is at hand is answered as it is.
 *
 * @throws {NetworkError} it could not be fetched, as happens to a page that is older than its server
 * @example
 * const { request } = await loadOperation(provider.getProfile)
 */
export async function loadOperation<operation extends object>(
  operation: operation,
): Promise<Loaded<operation>>
export async function loadOperation(operation: object): Promise<object> {
  if (!isLate(operation)) return operation
  const { load, ...facts } = operation
  return { ...facts, ...(await loadPart(load)) }
}

function isLate(operation: object): operation is Late<object> {
  return 'load' in operation
}
