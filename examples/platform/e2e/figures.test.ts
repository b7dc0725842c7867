import { expect, onTestFinished, test } from 'vitest'
import { startPlatform } from './support/platform.ts'

test('figures have a port of their own, and are not where strangers come', async () => {
  const { url, stop, said } = await startPlatform({ METRICS_PORT: '0', STARKMATTER_REVISION: 'r1' })
  onTestFinished(stop)
  await expect.poll(said).toContain('Figures are at ')
  const address = /Figures are at (\S+)/.exec(said())?.[1] ?? ''
  expect((await fetch(`${url}/v1/bars?symbol=AAPL&interval=1d&limit=5`)).status).toBe(200)
  const text = await (await fetch(address)).text()
  expect(text).toMatch(/starkmatter_build_info\{revision="r1",node="v\d/)
  expect(text).toMatch(
    /starkmatter_http_request_duration_seconds_count\{method="GET",route="\/v1\/bars",status="200"\} 1/,
  )
  expect(text).toMatch(/starkmatter_store_duration_seconds_count\{operation="\w+",outcome="ok"\} [1-9]/)
  expect(text).toContain('\nnodejs_eventloop_lag_p99_seconds ')
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
})
