import { setTimeout as delay } from 'node:timers/promises'
import { buildProgram } from '../../packages/server/src/testing/build-program.ts'
import { startCluster } from '../../packages/server/src/testing/gateway-cluster.ts'
import { startNumberedVenue } from '../../packages/server/src/testing/numbered-venue.ts'
import { startRedis } from '../../packages/server/src/testing/redis-server.ts'
import { report } from './lib/report.ts'

const kills = Number(process.argv[2] ?? 200)
const gateways = 3
const clients = 20
const takeOverMs = 1_500
const everyMs = 20

const takeOvers: number[] = []
await using redis = await startRedis()
await using venue = await startNumberedVenue({ everyMs })
using program = await buildProgram(
  new URL('../../packages/server/src/testing/gateway-process.ts', import.meta.url),
)
await using cluster = await startCluster({
  program: program.path,
  ...{ venueUrl: venue.url, redisUrl: redis.url, gateways, clients, takeOverMs },
})

/** Who watches, once somebody does. */
async function watcher(): Promise<string> {
  for (;;) {
    const [name] = venue.watchers
    if (name !== undefined) return name
    await delay(5)
  }
}

for (let kill = 0; kill < kills; kill++) {
  const killed = await watcher()
  // At some moment of a lease's time, not always the same.
  await delay(100 + ((kill * 97) % takeOverMs))
  const at = performance.now()
  const replacing = cluster.replace(killed)
  while (venue.watchers.includes(killed)) await delay(2)
  await watcher()
  takeOvers.push(performance.now() - at)
  await replacing
}
const last = venue.newest + 10
while (cluster.logs.some(({ closed }) => (closed.at(-1) ?? 0) < last)) await delay(50)
await cluster.stopClients()

const faults = cluster.logs.flatMap((log) => log.faults)
const broken = cluster.logs.filter(({ closed }) => closed.some((bar, n) => bar !== (closed[0] ?? 0) + n))
const sorted = takeOvers.toSorted((a, b) => a - b)
const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN

report({
  name: 'gateways',
  method: `${gateways} gateways in processes of their own over one Redis, ${clients} clients over real sockets that go on elsewhere with their cursor, a venue that closes a bar every ${everyMs} ms; the gateway that watches is killed (SIGKILL) again and again, at different moments of its lease of ${takeOverMs} ms, and another is started. Every client's log of closed bars is compared with the numbers 1, 2, 3 and so on. A take-over is from the kill to the next subscription at the venue.`,
  rows: [
    {
      name: 'the watching gateway is killed',
      kills,
      closedBars: venue.newest,
      barsHeardByClients: cluster.logs.reduce((sum, { closed }) => sum + closed.length, 0),
      connectionsOfClients: cluster.logs.reduce((sum, { connections }) => sum + connections, 0),
      logsWithGapOrDuplicate: broken.length,
      faults: faults.length,
      mostWatchersAtOnce: venue.most,
      takeOverP50Ms: at(0.5),
      takeOverP95Ms: at(0.95),
      takeOverMaxMs: at(1),
    },
  ],
  bars: [
    {
      claim: 'no client misses a closed bar, hears one twice or out of order',
      met: broken.length === 0 && faults.length === 0,
    },
    { claim: 'never more than one watches upstream', met: venue.most === 1 },
    { claim: 'a take-over within a lease and half a second', met: at(1) < takeOverMs + 500 },
  ],
})
for (const fault of faults.slice(0, 10)) console.log(fault)
