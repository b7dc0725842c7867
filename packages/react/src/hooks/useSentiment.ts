import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type SentimentParameters, sentimentQueryOptions } from '../query/sentiment.ts'

export type UseSentimentParameters = SentimentParameters & { client?: ReactClient | undefined }

/**
 * How the news of one instrument reads: the score of the moment, its course for a chart, and each article with the words
 * that speak for its score. Asked again every minute; idle until `symbol` is known.
 *
 * @example
 * const { data } = useSentiment({ symbol: 'AAPL', names: ['Apple'] })
 * data?.instrument // 'equity:AAPL'
 * data?.aggregate?.score // -1 to 1; `aggregate` is null where there is no story
 * data?.items[0]?.evidence // [{ start, end, rule, weight }]
 */
export function useSentiment({ client: given, ...parameters }: UseSentimentParameters) {
  const client = useClient(given)
  const options = sentimentQueryOptions(client, parameters)
  const [keep] = useState(() => createKeeper<typeof options>())
  return useQuery(keep(options, [client, JSON.stringify(options.queryKey), ...partsOf(parameters)]))
}

/** What is not in the key of the query, as a flat list: objects are usually written in place. */
function partsOf(parameters: SentimentParameters): readonly unknown[] {
  const { now, everyMs, times, analyzer, names = [], others = [], aggregate = {} } = parameters
  const flat = [names.length, ...names, ...others, ...Object.entries(aggregate).flat()]
  return [now, everyMs, times, analyzer, ...flat]
}

/** Gives the value of the last time that the parts changed: a query reads its answer anew for every new function. */
function createKeeper<value>() {
  let kept: { value: value; parts: readonly unknown[] } | undefined
  return (value: value, parts: readonly unknown[]): value => {
    const isSame =
      kept?.parts.length === parts.length && parts.every((part, index) => Object.is(part, kept?.parts[index]))
    if (!kept || !isSame) kept = { value, parts }
    return kept.value
  }
}
