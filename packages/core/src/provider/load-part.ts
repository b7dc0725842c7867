import { NetworkError, StarkMatterError } from '../errors/index.ts'

/**
 * Fetches a part of the SDK that is loaded when it is first needed.
 *
 * @throws {NetworkError} it could not be fetched, as happens to a page that is older than its server
 */
export async function loadPart<part>(load: () => Promise<part>): Promise<part> {
  try {
    return await load()
  } catch (cause) {
    if (StarkMatterError.is(cause)) throw cause
    throw new NetworkError('A part of the SDK could not be loaded. Check the network, or reload the page.', {
      cause,
    })
  }
}
