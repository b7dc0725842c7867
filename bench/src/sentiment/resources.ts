import { gzipSync } from 'node:zlib'
import { createSentimentAggregator, type SentimentItem, trainLinear } from '@starkmatter/core/sentiment'
import { build } from 'esbuild'

/** Bytes of the rule engine alone, as a browser would load it. */
export async function engineSize(resolveDir: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { createSentimentAnalyzer } from '@starkmatter/core/sentiment'",
      resolveDir,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    conditions: ['@starkmatter/source'],
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

/** A million distinct stories through 500 instruments: seconds, and how much memory the aggregator keeps. */
export function streamItems(count: number): { seconds: number; keptMb: number } {
  const aggregator = createSentimentAggregator({ score: () => ({ score: 0.5, confidence: 1 }) })
  const heap = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const before = heap()
  const begin = performance.now()
  for (let number = 0; number < count; number++) aggregator.push(item(number))
  const seconds = (performance.now() - begin) / 1000
  const keptMb = heap() - before
  // Still in use here, so that the measured heap holds it.
  if (aggregator.instruments().length !== 500) throw new Error('Expected 500 instruments.')
  return { seconds, keptMb }
}

function item(number: number): SentimentItem {
  const words = Array.from({ length: 8 }, (_, word) =>
    ((number * 2654435761 + word * 40503) >>> 0).toString(36),
  )
  return {
    id: String(number),
    time: number * 1000,
    title: words.join(' '),
    source: 'wire',
    instruments: [`equity:T${number % 500}`],
  }
}

/** Seconds to train the linear model on 10,000 headlines made of the words of a feed. */
export function trainTenThousand(): number {
  const words = Array.from({ length: 3000 }, (_, number) => `word${number.toString(36)}`)
  const labels = ['positive', 'negative', 'neutral'] as const
  const examples = Array.from({ length: 10_000 }, (_, number) => ({
    text: Array.from({ length: 18 }, (_, word) => words[(number * 7919 + word * word * 104729) % 3000]).join(
      ' ',
    ),
    label: labels[number % 3] ?? 'neutral',
  }))
  const begin = performance.now()
  trainLinear(examples)
  return (performance.now() - begin) / 1000
}
