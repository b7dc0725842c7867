import { getNews } from '../actions/getNews.ts'
import type { GetNewsOptions } from '../client/options.ts'
import { setupOf } from '../client/setup.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { StarkMatterError } from '../errors/index.ts'
import { type MergedNewsItem, mergeNews } from './mergeNews.ts'

export type CollectedNews = {
  /** Newest first, copies merged. */
  items: readonly MergedNewsItem[]
  /** Sources that did not answer, and why. */
  failures: readonly { provider: string; error: StarkMatterError }[]
}

/**
 * News from every provider of a client that has any, asked side by side and merged.
 *
 * @throws {StarkMatterError} the first source's error, when none of them answered; BAD_REQUEST, the first argument is no client
 */
export async function collectNews(
  client: ClientBase & Pick<ClientActions, 'getNews'>,
  options: GetNewsOptions = {},
): Promise<CollectedNews> {
  const { limit = 20 } = options
  const { providers } = setupOf(client)
  const chosen = options.providers ?? providers.filter((provider) => provider.getNews).map(({ id }) => id)
  const answers = await Promise.all(
    chosen.map(async (provider) => {
      try {
        return { items: await getNews(client, { ...options, providers: [provider] }) }
      } catch (error) {
        if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
        return { items: [], failure: { provider, error } }
      }
    }),
  )
  const failures = answers.flatMap(({ failure }) => failure ?? [])
  const [first] = failures
  if (first && failures.length === chosen.length) throw first.error
  return { items: mergeNews(answers.map(({ items }) => items)).slice(0, limit), failures }
}
