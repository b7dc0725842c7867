import { type Loaded, loadOperation, type Provider } from '../provider/index.ts'

/** A provider whose late operations are at hand, like the others. */
export type LoadedProvider<provider> = { [name in keyof provider]: Loaded<provider[name]> }

/**
 * Fetches every late operation of a provider, so that a test can call `request`, `parse` or `answer` of any of them.
 *
 * @example
 * const provider = await loadProvider(yahoo())
 * provider.getProfile.parse(answer, query)
 */
export async function loadProvider<provider extends Provider>(
  provider: provider,
): Promise<LoadedProvider<provider>> {
  const loaded = Object.entries(provider).map(async ([name, value]) => {
    return [name, typeof value === 'object' && value !== null ? await loadOperation(value) : value]
  })
  // Object.fromEntries forgets the names that it is given; they are those of `provider`.
  return Object.fromEntries(await Promise.all(loaded)) as LoadedProvider<provider>
}
