import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { buildPlatform, platformEntry } from './lib/platform.mjs'
import { main } from './lib/report.mjs'
import { assertNode, assertPortFree } from './lib/requirements.mjs'

/** Usage: npm start -- [--data <folder of CSV files>]. PORT chooses the port. The arguments go to the platform. */
await main(async () => {
  assertNode()
  await assertPortFree(Number(process.env.PORT ?? 3000))
  await ensureInstalled()
  await buildPlatform()
  // In this process: the platform owns the signals, and there is no parent to forward them.
  await import(pathToFileURL(platformEntry).href)
})
