import { buildPlatform } from './lib/platform.mjs'
import { main } from './lib/report.mjs'

/** Builds the platform without starting it, as its image does. What it needs is installed by then. */
await main(buildPlatform)
