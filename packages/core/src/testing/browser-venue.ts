import type { TestProject } from 'vitest/node'
import { createFakeKraken } from './fake-kraken.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a fake Kraken's socket, which trades and changes its book all the time. */
    krakenStreamUrl: string
  }
}

let stop = async () => {}

/** Runs beside the tests that run in a browser, as a page cannot open a server. */
export async function setup(project: TestProject): Promise<void> {
  const venue = await createFakeKraken()
  let count = 0
  const timer = setInterval(() => {
    count++
    venue.exchange.trade((50_000 + (count % 7) / 10).toFixed(1), '0.10000000')
    venue.exchange.setLevel('bids', '49999.5', `${1 + (count % 9)}.00000000`)
  }, 40)
  project.provide('krakenStreamUrl', venue.streamUrl)
  stop = async () => {
    clearInterval(timer)
    await venue[Symbol.asyncDispose]()
  }
}

export function teardown(): Promise<void> {
  return stop()
}
