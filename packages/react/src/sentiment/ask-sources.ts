import {
  type ClientActions,
  type GetNewsOptions,
  type NewsItem,
  type Provider,
  StarkMatterError,
} from '@starkmatter/core'

/** A source that did not answer, and why. */
export type SilentSource = { provider: string; error: StarkMatterError }

/**
 * News of several sources, each article once: the newest `limit`. Copies under other addresses are left as they are: who
 * adds the articles up counts them once.
 *
 * @throws {StarkMatterError} the first source's error, when none of them answered
 */
export async function askSources(
  getNews: ClientActions['getNews'],
  sources: readonly string[],
  question: GetNewsOptions & { limit: number },
): Promise<{ items: readonly NewsItem[]; failures: readonly SilentSource[] }> {
  const failures: SilentSource[] = []
  const answers = await Promise.all(
    sources.map(async (provider) => {
      try {
        return await getNews({ ...question, providers: [provider] })
      } catch (error) {
        if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
        // No news is an answer.
        if (error.code !== 'NO_DATA') failures.push({ provider, error })
        return []
      }
    }),
  )
  // Who cannot even name what is asked about is no source of it.
  const silent = failures.filter(({ error }) => error.code !== 'UNSUPPORTED')
  const [first] = [...silent, ...failures]
  if (first && failures.length === sources.length) throw first.error
  const byId = new Map(answers.flat().map((item) => [item.id, item]))
  const items = [...byId.values()].sort((a, b) => b.time - a.time).slice(0, question.limit)
  return { items, failures: silent }
}

/** The sources of news of a client. What makes up its news is one only where nobody else has any: a score of both would be of neither. */
export function sourcesOf(providers: readonly Provider[]): readonly string[] {
  const all = providers.filter(({ getNews }) => getNews)
  const real = all.filter(({ simulated }) => !simulated)
  return (real.length > 0 ? real : all).map(({ id }) => id)
}
